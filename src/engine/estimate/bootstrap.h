/*
 * bootstrap: an interval for a log-linear estimate that counts the choice of its model in.
 * Each replicate draws the seen people anew and chooses a model again; the ends
 * are bias-corrected and accelerated (BCa; Efron 1987, DiCiccio and Efron 1996) with a
 * jackknife that takes one person out of each pattern (Chan, Silverman and Vincent 2021).
 */
#ifndef GUVOH_ENGINE_ESTIMATE_BOOTSTRAP_H
#define GUVOH_ENGINE_ESTIMATE_BOOTSTRAP_H

#include "engine/estimate/hands.h"
#include "engine/estimate/loglinear.h"

struct bootstrap_ask {
	double threshold; /* of loglinear_stepwise */
	size_t replicates;
	uint64_t seed;
	const struct hands *hands; /* NULL: none are lent */
};

struct bootstrap {
	double low, high;    /* people, 95 % */
	double *draws;       /* ESTIMATE_DRAWS values of the interval at every level */
	size_t refused;      /* replicates without a fit; they take no part */
	double bias;         /* z0 */
	double acceleration; /* a */
};

/*
 * The interval of the estimate `people` for table t. Returns false when fewer than
 * half of the replicates have a fit.
 */
MUST_CHECK bool bootstrap_bca(struct arena *a, const struct overlap *t, double people,
    const struct bootstrap_ask *ask, struct bootstrap *out);

#endif
