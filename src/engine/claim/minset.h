/*
 * minset: all smallest sets of elements that cannot hold together.
 * A tree of hitting sets: every smallest set found is left by taking one of its
 * members away, until what is left holds.
 */
#ifndef GUVOH_ENGINE_CLAIM_MINSET_H
#define GUVOH_ENGINE_CLAIM_MINSET_H

#include "base/arena.h"
#include "engine/claim/bits.h"

struct minset_question {
	size_t count; /* elements 0 .. count - 1 */
	/*
	 * Can the elements of active not all hold? If so, writes to core a subset of
	 * them that cannot either. Where it holds for a set it holds for all larger ones.
	 */
	bool (*fails)(void *context, const uint64_t *active, uint64_t *core);
	void *context;
	size_t most; /* sets to find */
	/* Work that may still be done: `fails` takes from it what it does, the search a little for
	 * every set of elements it takes away. <= 0 ends the search. */
	int64_t *left;
};

struct minset {
	uint64_t **sets; /* BITS_WORDS(count) each */
	size_t count;
	bool capped; /* most was reached or no work was left: there may be more */
};

struct minset minset_all(struct arena *a, const struct minset_question *q);

#endif
