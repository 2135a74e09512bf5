/*
 * arena: memory with one lifetime, given back all at once.
 * Lifetimes form a tree (process > job or request > row): a child arena is
 * freed before its parent. Memory that runs out ends the process. Secrets never
 * lie on an arena (kit/seal has locked memory for them).
 */
#ifndef GUVOH_BASE_ARENA_H
#define GUVOH_BASE_ARENA_H

#include "base/str.h"

struct arena;

struct arena *arena_new(void);

/* Room for large items that a caller lends, such as pages of a file, which can leave the memory.
 * Any thread calls it. */
struct arena_lender {
	void *(*take)(void *arg, size_t n); /* n zeroed bytes; NULL: as without a lender */
	void (*give)(void *arg, void *p, size_t n);
	void (*rest)(void *arg, void *p, size_t n); /* nobody looks at them for a while */
	bool (*refused)(void *arg);                 /* was more asked for than there is? */
	void *arg;
};

/* Large items lie in what is lent, as far as there is any; NULL: as arena_new. The lender stays. */
struct arena *arena_lent(const struct arena_lender *lender);

/* Says that nobody looks at what lies on a for a while; it stays as it is. */
void arena_rest(const struct arena *a);

/* Runs what arena_defer registered, last first, then gives the memory back. NULL is fine. */
void arena_free(struct arena *a);

/* n zeroed bytes, aligned for any type; n == 0 gives a valid pointer. */
void *arena_alloc(struct arena *a, size_t n);

/* count zeroed items of size bytes each. */
void *arena_calloc(struct arena *a, size_t count, size_t size);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, count) ((type *)arena_calloc((a), (count), sizeof(type)))

/*
 * Room for one more item at the end of an array that lies on a: items holds
 * count items of size bytes and has space for *capacity. Returns the array,
 * moved when it had to grow; the old one stays where it was until the arena goes.
 */
void *arena_grow(struct arena *a, void *items, size_t count, size_t *capacity, size_t size);

/* A copy of s on a, NUL-ended after s.n bytes. */
struct str arena_str(struct arena *a, struct str s);

/* Formatted text on a. */
struct str arena_fmt(struct arena *a, const char *format, ...) PRINTF_LIKE(2, 3);

/* Calls fn(arg) when a is freed, in reverse order of registration. */
void arena_defer(struct arena *a, void (*fn)(void *), void *arg);

#endif
