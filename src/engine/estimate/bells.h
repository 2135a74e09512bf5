/*
 * bells: points in many dimensions as a sum of bells, normal distributions of any shape.
 * Fitted by EM (Dempster, Laird and Rubin 1977) from scattered starts (Arthur and Vassilvitskii
 * 2007), each bell held to a little of how all points scatter, so that none falls together.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_BELLS_H
#define GUVOH_ENGINE_ESTIMATE_BELLS_H

#include "base/arena.h"
#include "engine/estimate/chance.h"

#define BELLS_MOST 24 /* bells of a sum */

struct bells;

/* Fits a sum to count points of dims numbers each, count > dims; it lies on a. */
const struct bells *bells_fit(
    struct arena *a, const double *points, size_t count, size_t dims, struct chance *c);

/* Draws a point of dims numbers. */
void bells_draw(const struct bells *b, struct chance *c, double *out);

/* log of the density at a point, but for a constant. */
double bells_log(const struct bells *b, const double *point);

#endif
