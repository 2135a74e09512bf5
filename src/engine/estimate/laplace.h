/*
 * laplace: how likely a table is when people are of one class or of two and some pairs of
 * lists depend, whatever the parameters are: the log of the marginal likelihood by
 * Laplace's approximation (Tierney and Kadane 1986), at the mode by Fisher's scoring.
 * Within a class a pattern's log chance is a sum over its lists and dependent pairs;
 * the number of people has the prior 1/N, so that patterns count as chances among the seen.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_LAPLACE_H
#define GUVOH_ENGINE_ESTIMATE_LAPLACE_H

#include "engine/estimate/loglinear.h"

#define LAPLACE_PARAMETERS (2 * LOGLINEAR_LISTS + 1 + LOGLINEAR_EFFECTS)

struct laplace_model {
	size_t classes; /* 1 or 2 */
	struct loglinear_model pairs;
};

struct laplace_fit {
	double log_evidence; /* up to a constant of the table; -INFINITY: no mode was found */
	double unseen;       /* people on no list, at the mode */
	double mode[LAPLACE_PARAMETERS];
};

/* Fits m, starting from the mode of the model without its last pair, or, NULL, from the prior. */
struct laplace_fit laplace_fit(
    const struct loglinear_table *t, const struct laplace_model *m, const struct laplace_fit *from);

#endif
