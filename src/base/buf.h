/*
 * buf: bytes that grow at the end, always NUL-ended.
 * Start with BUF_INIT and end with buf_free, or hand it to an arena
 * (buf_on). Memory that runs out ends the process.
 */
#ifndef GUVOH_BASE_BUF_H
#define GUVOH_BASE_BUF_H

#include <assert.h>

#include "base/arena.h"
#include "base/str.h"

struct buf {
	char *p;  /* never NULL; p[n] == '\0' */
	size_t n; /* bytes in use */
	size_t capacity;
};

extern char buf_nothing[1]; /* what an empty buf points to; never written */
#define BUF_INIT                                                                                   \
	{                                                                                          \
		buf_nothing, 0, 0                                                                  \
	}

/* A new empty buf that is freed with a. */
struct buf *buf_on(struct arena *a);

void buf_free(struct buf *b);

/* Borrows what b holds; valid until b next changes. */
struct str buf_str(const struct buf *b);

void buf_fmt(struct buf *b, const char *format, ...) PRINTF_LIKE(2, 3);

/* Moves what b holds to where n more bytes have room. */
void buf_grow(struct buf *b, size_t n);

/* Makes room for n more bytes and returns where they start; buf_added says how many were used. */
static inline char *
buf_room(struct buf *b, size_t n)
{
	if (n >= b->capacity - b->n)
		buf_grow(b, n);
	return b->p + b->n;
}

static inline void
buf_added(struct buf *b, size_t n)
{
	assert(n == 0 || b->n + n < b->capacity);
	b->n += n;
	if (b->capacity > 0)
		b->p[b->n] = '\0';
}

static inline void
buf_putc(struct buf *b, char c)
{
	*buf_room(b, 1) = c;
	buf_added(b, 1);
}

static inline void
buf_bytes(struct buf *b, const void *p, size_t n)
{
	if (n == 0)
		return;
	memcpy(buf_room(b, n), p, n);
	buf_added(b, n);
}

static inline void
buf_put(struct buf *b, struct str s)
{
	buf_bytes(b, s.p, s.n);
}

/* Shortens b to n bytes, n <= b->n. Keeps the memory. */
void buf_cut(struct buf *b, size_t n);

#endif
