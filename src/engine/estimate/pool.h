/*
 * pool: draws of the number of people from several tables, as one.
 * Tables of the same people (samples of a linkage) are pooled; tables of
 * different people (strata) are added, never by their ends.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_POOL_H
#define GUVOH_ENGINE_ESTIMATE_POOL_H

#include "engine/estimate/estimate.h"

/* ESTIMATE_DRAWS equally likely values, rising, of all draws of the parts with equal weight. */
const double *pool_join(struct arena *a, const double *const *parts, size_t count);

/*
 * The same for the sum of parts that do not depend on each other: draws of each are
 * put in an order of chance, by the seed, and added.
 */
const double *pool_add(struct arena *a, const double *const *parts, size_t count, uint64_t seed);

/* One sample of a linkage. */
struct pool_part {
	double people;       /* seen */
	const double *draws; /* of all people */
	size_t count;        /* of draws, 2 or more */
};

struct pool_total {
	double point, low, high;
	double within, between; /* variances of the log of the unseen */
	double df;
};

/*
 * The total variance of verdata (HRDAG; after Rubin 1987, with degrees of freedom of
 * its own): the log of the unseen within and between samples; no unseen count as 0.1.
 * For 2 parts or more.
 */
struct pool_total pool_total_variance(const struct pool_part *parts, size_t count);

#endif
