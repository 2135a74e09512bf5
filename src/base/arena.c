#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A chunk is four times the one before it: memory is cleared, and most arenas stay small. */
#define CHUNK_FIRST 1024
#define CHUNK_MOST 65536
#define ALIGNMENT _Alignof(max_align_t)

struct chunk {
	struct chunk *next;
	size_t used, size; /* bytes of room */
	bool lent;
	_Alignas(max_align_t) unsigned char room[];
};

struct deferred {
	struct deferred *next;
	void (*fn)(void *);
	void *arg;
};

struct arena {
	struct chunk *chunks; /* newest first; allocation looks at the newest only */
	struct deferred *deferred;
	const struct arena_lender *lender; /* NULL: there is none */
};

static void *
take(size_t n)
{
	void *p = calloc(1, n);
	if (p == NULL) {
		fputs("guvoh: out of memory\n", stderr);
		abort();
	}
	return p;
}

struct arena *
arena_new(void)
{
	return take(sizeof(struct arena));
}

struct arena *
arena_lent(const struct arena_lender *lender)
{
	struct arena *a = arena_new();

	a->lender = lender;
	return a;
}

static size_t
chunk_bytes(const struct chunk *c)
{
	return offsetof(struct chunk, room) + c->size;
}

void
arena_rest(const struct arena *a)
{
	for (struct chunk *c = a->chunks; c != NULL; c = c->next)
		if (c->lent)
			a->lender->rest(a->lender->arg, c, chunk_bytes(c));
}

static void
chunk_free(const struct arena *a, struct chunk *c)
{
	if (c->lent)
		a->lender->give(a->lender->arg, c, chunk_bytes(c));
	else
		free(c);
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	for (struct deferred *d = a->deferred; d != NULL; d = d->next)
		d->fn(d->arg);
	for (struct chunk *c = a->chunks, *next; c != NULL; c = next) {
		next = c->next;
		chunk_free(a, c);
	}
	free(a);
}

/* A chunk with so many bytes of room, of what is lent; NULL: there is none, or it is too small. */
static struct chunk *
chunk_lent(const struct arena *a, size_t size)
{
	if (a->lender == NULL || size <= CHUNK_MOST)
		return NULL;
	return a->lender->take(a->lender->arg, offsetof(struct chunk, room) + size);
}

static struct chunk *
chunk_add(struct arena *a, size_t n)
{
	size_t wanted = a->chunks == NULL ? CHUNK_FIRST : a->chunks->size * 4;
	size_t most = wanted < CHUNK_MOST ? wanted : CHUNK_MOST;
	size_t size = n > most ? n : most;
	struct chunk *lent = chunk_lent(a, size);
	struct chunk *c = lent != NULL ? lent : take(offsetof(struct chunk, room) + size);

	c->size = size;
	c->lent = lent != NULL;
	if (n > most && a->chunks != NULL) {
		/* A large item gets a chunk of its own behind the one being filled. */
		c->next = a->chunks->next;
		a->chunks->next = c;
	} else {
		c->next = a->chunks;
		a->chunks = c;
	}
	return c;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	assert(n <= PTRDIFF_MAX - ALIGNMENT);
	n = (n + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

	struct chunk *c = a->chunks;
	if (c == NULL || c->size - c->used < n)
		c = chunk_add(a, n);
	void *p = c->room + c->used;
	c->used += n;
	return p;
}

void *
arena_calloc(struct arena *a, size_t count, size_t size)
{
	size_t n;
	bool overflow = __builtin_mul_overflow(count, size, &n);
	assert(!overflow);
	return arena_alloc(a, n);
}

void *
arena_grow(struct arena *a, void *items, size_t count, size_t *capacity, size_t size)
{
	if (count < *capacity)
		return items;
	size_t more = *capacity == 0 ? 8 : *capacity * 2;
	void *moved = arena_calloc(a, more, size);
	if (count > 0)
		memcpy(moved, items, count * size);
	*capacity = more;
	return moved;
}

struct str
arena_str(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);
	memcpy(p, s.p, s.n);
	return (struct str){p, s.n};
}

struct str
arena_fmt(struct arena *a, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	assert(n >= 0);
	char *p = arena_alloc(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, format, again);
	va_end(again);
	return (struct str){p, (size_t)n};
}

void
arena_defer(struct arena *a, void (*fn)(void *), void *arg)
{
	struct deferred *d = arena_alloc(a, sizeof(*d));
	*d = (struct deferred){a->deferred, fn, arg};
	a->deferred = d;
}
