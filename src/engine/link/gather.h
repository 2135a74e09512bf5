/*
 * gather: units as persons, by average linkage.
 * Two clusters join while the mean weight of all pairs between them, also of pairs that blocking
 * missed, is above the cut; the best mean first. Chains of likeness do not run together, as they
 * would in connected components.
 */
#ifndef GUVOH_ENGINE_LINK_GATHER_H
#define GUVOH_ENGINE_LINK_GATHER_H

#include "engine/link/weigh.h"

struct gathered {
	uint32_t *cluster; /* of each unit, from 0, by first unit */
	size_t count;
};

/* patterns are those of pairs. */
struct gathered gather_all(struct arena *a, struct levels *l, const struct fields *f,
    const struct weights *w, const struct block_pairs *pairs, const uint64_t *patterns);

#endif
