#include "kit/os/ticker.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

#define SECOND INT64_C(1000000000)

struct ticker {
	pthread_t thread;
	pthread_mutex_t lock; /* over what follows */
	pthread_cond_t ended;
	bool end;
	int64_t pause;
	void (*tick)(void *arg);
	void *arg;
};

static struct timespec
later(struct timespec t, int64_t nanoseconds)
{
	int64_t sum = t.tv_nsec + nanoseconds;

	return (struct timespec){t.tv_sec + sum / SECOND, sum % SECOND};
}

static void *
run(void *arg)
{
	struct ticker *t = arg;
	struct timespec next;

	(void)clock_gettime(CLOCK_MONOTONIC, &next);
	next = later(next, t->pause);
	pthread_mutex_lock(&t->lock);
	while (!t->end) {
		if (pthread_cond_timedwait(&t->ended, &t->lock, &next) == 0)
			continue;
		t->tick(t->arg);
		next = later(next, t->pause);
	}
	pthread_mutex_unlock(&t->lock);
	return NULL;
}

static void
locks_make(struct ticker *t)
{
	pthread_condattr_t monotonic;

	if (pthread_mutex_init(&t->lock, NULL) != 0 || pthread_condattr_init(&monotonic) != 0 ||
	    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC) != 0 ||
	    pthread_cond_init(&t->ended, &monotonic) != 0)
		abort();
	pthread_condattr_destroy(&monotonic);
}

static void
locks_free(struct ticker *t)
{
	pthread_cond_destroy(&t->ended);
	pthread_mutex_destroy(&t->lock);
}

struct ticker *
ticker_new(int64_t pause, void (*tick)(void *arg), void *arg)
{
	struct ticker *t = calloc(1, sizeof(*t));

	if (t == NULL)
		abort();
	t->pause = pause;
	t->tick = tick;
	t->arg = arg;
	locks_make(t);
	if (pthread_create(&t->thread, NULL, run, t) == 0)
		return t;
	locks_free(t);
	free(t);
	return NULL;
}

void
ticker_free(struct ticker *t)
{
	if (t == NULL)
		return;
	pthread_mutex_lock(&t->lock);
	t->end = true;
	pthread_cond_signal(&t->ended);
	pthread_mutex_unlock(&t->lock);
	pthread_join(t->thread, NULL);
	locks_free(t);
	free(t);
}
