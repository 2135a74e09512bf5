/*
 * surely: facts of which everybody has one, so that two of them are two people: a number that a
 * state gives to one person and whose check digit fits. Nothing that rows say beside it joins such
 * two; only a person who looked at them can.
 */
#ifndef GUVOH_ENGINE_LINK_SURELY_H
#define GUVOH_ENGINE_LINK_SURELY_H

#include "engine/link/field.h"

struct surely; /* of clusters, which begin as one unit each; a cluster is looked at by one thread */

struct surely *surely_new(struct arena *a, const struct fields *f);

/* Has each of two clusters such a fact, and not the same? */
bool surely_two(const struct surely *s, uint32_t x, uint32_t y);

/* y, a cluster by its number, went into x. A cluster that people made of two such facts says none.
 */
void surely_join(struct surely *s, uint32_t x, uint32_t y);

/* Has each of two units such a fact, and not the same? */
bool surely_two_units(const struct fields *f, uint32_t x, uint32_t y);

#endif
