/*
 * shares: how often pairs agree so, as shares of levels and of values, and what one believes of
 * them before anything is known, by which few pairs are drawn.
 */
#ifndef GUVOH_ENGINE_LINK_SHARES_H
#define GUVOH_ENGINE_LINK_SHARES_H

#include "engine/link/weigh.h"

#define SHARES_BELIEVED 20.0 /* what one believed before weighs as much as so many pairs */

/* Sums of pairs by field and level. */
struct shares_sums {
	double at[LINK_FIELDS][LEVEL_MOST];
};

void shares_add(struct shares_sums *s, size_t fields, uint64_t pattern, double weight);

void shares_join(struct shares_sums *s, const struct shares_sums *other);

/* How often rows of one person agree so in field i, before anything is known. */
void shares_believe(
    const struct weights *w, const struct fields *f, size_t i, double out[LEVEL_MOST]);

/* Shares of the levels of field i where both say something, drawn towards what was believed. */
void shares_drawn(
    const struct shares_sums *s, size_t i, unsigned levels, const double *believed, double *out);

/* How common value v is taken to be where a list is too short to tell. */
double shares_value(const struct field *field, uint32_t v);

#endif
