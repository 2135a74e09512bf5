/*
 * hands: whoever does the pieces of a long computation, one or many at a time.
 * The engine has no threads; the caller may lend it some. What comes out is the
 * same either way: a piece has its own room, and its own stream of chance.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_HANDS_H
#define GUVOH_ENGINE_ESTIMATE_HANDS_H

#include <stddef.h>

struct hands {
	/* Calls work(arg, i) for each i < count in any order; returns when all are done. */
	void (*each)(size_t count, void (*work)(void *arg, size_t i), void *arg);
};

/* The same with the caller's own hands when h is NULL. */
static inline void
hands_each(const struct hands *h, size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	if (h != NULL) {
		h->each(count, work, arg);
		return;
	}
	for (size_t i = 0; i < count; i++)
		work(arg, i);
}

#endif
