/*
 * nearby: which values of words are near each other, each pair once.
 */
#ifndef GUVOH_ENGINE_LINK_NEARBY_H
#define GUVOH_ENGINE_LINK_NEARBY_H

#include "engine/link/block.h"
#include "engine/link/level.h"

#define NEAR_LEVELS 4 /* of words: sound, close, alias, near */

/* Keys of level_key. */
struct nearby_keys {
	uint64_t *at;
	size_t count;
};

/* Pairs of values that candidates have and that sound alike, are close or are near; in order, on a.
 */
struct nearby_keys nearby_find(struct arena *a, const struct fields *f,
    const struct block_pairs *pairs, const uint64_t *patterns);

#endif
