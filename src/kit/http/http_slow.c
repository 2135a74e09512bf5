#include <pthread.h>
#include <stdlib.h>

#include "kit/http/private.h"
#include "kit/os/clock.h"
#include "kit/os/listen.h"

struct http_slow_one {
	int fd;
	int64_t since; /* clock_monotonic when it began or had its last answer */
	struct http_slow_one *before, *behind;
};

struct http_slow {
	pthread_mutex_t lock;
	struct http_slow_one *first;
	size_t count, many;
	int64_t patience; /* nanoseconds */
};

struct http_slow *
http_slow_new(size_t many, int seconds)
{
	struct http_slow *s = calloc(1, sizeof *s);

	if (s == NULL || pthread_mutex_init(&s->lock, NULL) != 0)
		abort();
	s->many = many;
	s->patience = (int64_t)seconds * 1000000000;
	return s;
}

void
http_slow_free(struct http_slow *s)
{
	if (s == NULL)
		return;
	pthread_mutex_destroy(&s->lock);
	free(s);
}

/* A connection that is cut ends in its own thread, which still has the descriptor. */
static void
cut_slow(const struct http_slow *s, int64_t now)
{
	for (const struct http_slow_one *one = s->first; one != NULL; one = one->behind)
		if (now - one->since > s->patience)
			listen_cut(one->fd);
}

struct http_slow_one *
http_slow_begin(struct http_slow *s, int fd)
{
	struct http_slow_one *one = calloc(1, sizeof *one);

	if (one == NULL)
		abort();
	one->fd = fd;
	one->since = clock_monotonic();
	pthread_mutex_lock(&s->lock);
	if (s->count >= s->many)
		cut_slow(s, one->since);
	one->behind = s->first;
	if (s->first != NULL)
		s->first->before = one;
	s->first = one;
	s->count++;
	pthread_mutex_unlock(&s->lock);
	return one;
}

void
http_slow_answered(struct http_slow *s, struct http_slow_one *one)
{
	pthread_mutex_lock(&s->lock);
	one->since = clock_monotonic();
	pthread_mutex_unlock(&s->lock);
}

void
http_slow_end(struct http_slow *s, struct http_slow_one *one)
{
	pthread_mutex_lock(&s->lock);
	if (one->before != NULL)
		one->before->behind = one->behind;
	else
		s->first = one->behind;
	if (one->behind != NULL)
		one->behind->before = one->before;
	s->count--;
	pthread_mutex_unlock(&s->lock);
	free(one);
}
