/*
 * aliased: which values of fields are each other's alias, from either of the two.
 */
#ifndef GUVOH_ENGINE_LINK_ALIASED_H
#define GUVOH_ENGINE_LINK_ALIASED_H

#include "engine/link/level.h"

struct aliased {
	uint32_t *at[LINK_FIELDS];    /* aliases of all values of a field of words; else NULL */
	uint32_t *first[LINK_FIELDS]; /* of each value, and where the last ends */
};

/* By the keys of n pairs; on a. */
const struct aliased *aliased_new(
    struct arena *a, const struct fields *f, const uint64_t *keys, size_t n);

/* Has value x of field i an alias? l may be NULL, as in the next. */
static inline bool
aliased_has(const struct aliased *l, size_t i, uint32_t x)
{
	return l != NULL && l->at[i] != NULL && l->first[i][x] < l->first[i][x + 1];
}

/* Are x and y aliases in field i? */
static inline bool
aliased_are(const struct aliased *l, size_t i, uint32_t x, uint32_t y)
{
	if (!aliased_has(l, i, x))
		return false;
	for (uint32_t at = l->first[i][x]; at < l->first[i][x + 1]; at++)
		if (l->at[i][at] == y)
			return true;
	return false;
}

#endif
