/*
 * crew: the same work on many pieces, shared out over threads.
 * Which thread takes which piece is left to chance: a piece must not depend on the
 * others, and writes only what is its own.
 */
#ifndef GUVOH_KIT_OS_CREW_H
#define GUVOH_KIT_OS_CREW_H

#include <stddef.h>

#define CREW_MOST 64 /* threads at most */

/* Processors that this process may use (taskset narrows them), at least 1. */
unsigned crew_size(void);

/*
 * Calls work(arg, i) for each i < count, on up to `threads` threads of which the
 * caller's is one, and returns when all are done. Threads that cannot be had are done without.
 */
void crew_each(unsigned threads, size_t count, void (*work)(void *arg, size_t i), void *arg);

/* The same on as many threads as there are processors: what an engine is lent. */
void crew_all(size_t count, void (*work)(void *arg, size_t i), void *arg);

#endif
