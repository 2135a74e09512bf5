/*
 * likeness: how much two short runs of characters are alike, and what stands beside two places.
 */
#ifndef GUVOH_ENGINE_ANCHOR_LIKENESS_H
#define GUVOH_ENGINE_ANCHOR_LIKENESS_H

#include "engine/anchor/anchor.h"
#include "engine/anchor/pieces.h"

#define LIKENESS_MOST 400 /* characters; of longer runs the first ones are compared */

/*
 * 1 less the Levenshtein distance over the longer length: 1 the same, 0 nothing alike. Two
 * empty runs are the same.
 */
double likeness_of(const uint32_t *x, size_t n, const uint32_t *y, size_t m);

/* How much the characters before and behind two places are alike, at most reach of each. */
struct likeness_sides {
	double before, behind;
};

struct likeness_sides likeness_sides_of(const struct pieces *x, struct anchor_span there,
    const struct pieces *y, struct anchor_span here, size_t reach);

#endif
