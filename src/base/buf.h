/*
 * buf: bytes that grow at the end, always NUL-ended.
 * Start with BUF_INIT and end with buf_free, or hand it to an arena
 * (buf_on). Memory that runs out ends the process.
 */
#ifndef GUVOH_BASE_BUF_H
#define GUVOH_BASE_BUF_H

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

void buf_put(struct buf *b, struct str s);
void buf_putc(struct buf *b, char c);
void buf_bytes(struct buf *b, const void *p, size_t n);
void buf_fmt(struct buf *b, const char *format, ...) PRINTF_LIKE(2, 3);

/* Makes room for n more bytes and returns where they start; buf_added says how many were used. */
char *buf_room(struct buf *b, size_t n);
void buf_added(struct buf *b, size_t n);

/* Shortens b to n bytes, n <= b->n. Keeps the memory. */
void buf_cut(struct buf *b, size_t n);

#endif
