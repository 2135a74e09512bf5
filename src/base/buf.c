#include "base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char buf_nothing[1];

static void
free_deferred(void *b)
{
	buf_free(b);
}

struct buf *
buf_on(struct arena *a)
{
	struct buf *b = ARENA_NEW(a, struct buf);
	b->p = buf_nothing;
	arena_defer(a, free_deferred, b);
	return b;
}

void
buf_free(struct buf *b)
{
	if (b->capacity > 0)
		free(b->p);
	*b = (struct buf)BUF_INIT;
}

struct str
buf_str(const struct buf *b)
{
	return (struct str){b->p, b->n};
}

void
buf_grow(struct buf *b, size_t n)
{
	assert(n < PTRDIFF_MAX - b->n - 1);
	size_t need = b->n + n + 1;
	size_t capacity = b->capacity < 64 ? 64 : b->capacity;
	while (capacity < need)
		capacity *= 2;
	char *p = realloc(b->capacity > 0 ? b->p : NULL, capacity);
	if (p == NULL) {
		fputs("guvoh: out of memory\n", stderr);
		abort();
	}
	p[b->n] = '\0';
	b->p = p;
	b->capacity = capacity;
}

void
buf_fmt(struct buf *b, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	assert(n >= 0);
	vsnprintf(buf_room(b, (size_t)n), (size_t)n + 1, format, again);
	va_end(again);
	buf_added(b, (size_t)n);
}

void
buf_cut(struct buf *b, size_t n)
{
	assert(n <= b->n);
	b->n = n;
	if (b->capacity > 0)
		b->p[n] = '\0';
}
