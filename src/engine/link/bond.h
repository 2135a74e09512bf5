/*
 * bond: what people said of pairs of rows: one person, or not.
 * It binds: units that were said to be one are one cluster whatever they weigh, and two that were
 * said to be different never come into one cluster, also not by way of others. Where both were said
 * of the same units over some steps, different wins.
 */
#ifndef GUVOH_ENGINE_LINK_BOND_H
#define GUVOH_ENGINE_LINK_BOND_H

#include "engine/link/field.h"

struct bonds; /* of clusters, which begin as one unit each */

struct bonds *bond_new(struct arena *a, const struct fields *f);

/* Was something in one of these clusters said to be different from something in the other? */
bool bond_apart(struct bonds *b, uint32_t x, uint32_t y);

/* y, a cluster by its number, went into x. */
void bond_join(struct bonds *b, uint32_t x, uint32_t y);

/* The cluster that a unit is in by now. */
uint32_t bond_cluster(struct bonds *b, uint32_t unit);

#endif
