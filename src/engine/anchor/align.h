/*
 * align: which items of one sequence stand in another one, in the same order: the diff of two
 * texts. Items that both have once are paired first (patience diff: B. Cohen, 2008), the longest
 * rising chain of such pairs stands; what lies between them is aligned again, small pieces by their
 * longest common subsequence. Large pieces with nothing of that kind count as replaced.
 */
#ifndef GUVOH_ENGINE_ANCHOR_ALIGN_H
#define GUVOH_ENGINE_ANCHOR_ALIGN_H

#include "base/arena.h"

#define ALIGN_NONE SIZE_MAX

struct align_side {
	const uint32_t *items; /* each below kinds */
	size_t count;
};

/* For each item of x the index of its fellow in y, rising, or ALIGN_NONE. On a. */
size_t *align_find(struct arena *a, struct align_side x, struct align_side y, uint32_t kinds);

#endif
