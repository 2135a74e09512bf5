/*
 * weights: what a graph of lists weighs on some numbers of unseen at once, from vectors of logs
 * by set of lists. This is where all graphs spend their time: registers as wide as the machine has
 * them, and the same bits with any.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_WEIGHTS_H
#define GUVOH_ENGINE_ESTIMATE_WEIGHTS_H

#include "engine/estimate/decomposable.h"

#define WEIGHTS_SETS (1 << DECOMPOSABLE_LISTS)
#define WEIGHTS_POINTS 512 /* at a time, so that their vectors stay in the cache */

/* By set of lists a vector of logs over some points; and what every graph adds. */
struct weights {
	size_t points;
	bool smooth; /* the points follow each other by 1 and are large */
	double sets[WEIGHTS_SETS][WEIGHTS_POINTS];
	double component[WEIGHTS_POINTS]; /* times the number of unconnected parts of a graph */
	double common[WEIGHTS_POINTS];
};

/* The log weight of a graph on point i. */
double weights_at(const struct weights *w, const struct decomposable *g, size_t i);

/* Its log weights on all points. */
void weights_of(const struct weights *w, const struct decomposable *g, double *out);

/*
 * Adds exp(log weight - reference), times the step that each point stands for, to sums.
 * Returns what was added in all. No log weight is more than 700 above the reference.
 */
double weights_add(const struct weights *w, const struct decomposable *g, double reference,
    const double *steps, double *sums);

/*
 * exp of each of some values <= 700, in place, within 1e-15 of it; below -700 as at -700, 1e-304.
 * The argument is parted into whole logs of 2 and a rest of at most half of one (Tang 1989).
 */
void weights_exps(double *values, size_t count);

#endif
