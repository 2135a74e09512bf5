/*
 * cells: places times days, merged where no region of a list tells them apart.
 */
#ifndef GUVOH_ENGINE_CLAIM_CELLS_H
#define GUVOH_ENGINE_CLAIM_CELLS_H

#include "engine/claim/atoms.h"

struct cells {
	uint64_t **over; /* per cell: the regions that hold it, at least one; all different */
	size_t count;
	size_t words; /* BITS_WORDS(number of regions) */
};

struct cells cells_cut(
    struct arena *a, const struct atoms *atoms, const struct region *regions, size_t n);

#endif
