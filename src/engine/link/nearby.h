/*
 * nearby: which values of words are near each other, each pair once.
 */
#ifndef GUVOH_ENGINE_LINK_NEARBY_H
#define GUVOH_ENGINE_LINK_NEARBY_H

#include "engine/link/level.h"

#define NEAR_LEVELS 4   /* of words: sound, close, alias, near */
#define NEARBY_LEVEL 60 /* the bit of a key from which on its level stands */

/* Keys of level_key. */
struct nearby_keys {
	uint64_t *at;
	size_t count;
};

struct nearby; /* a set of keys, each with the level of its values */

/* An empty one, which grows on a. */
struct nearby *nearby_new(struct arena *a);

void nearby_add(struct nearby *s, uint64_t key, unsigned level);

/* Adds all that is in other. */
void nearby_join(struct nearby *s, const struct nearby *other);

/* The keys in order, with their levels from bit NEARBY_LEVEL on; on a. */
struct nearby_keys nearby_keys(struct arena *a, const struct nearby *s);

#endif
