/*
 * loglinear: Poisson models of a table of lists, with pairs that no one is on.
 * log(mean) of a pattern = b0 + one effect for each list on it + one for each
 * chosen set of lists inside it (Fienberg 1972; empty overlaps: Chan, Silverman
 * and Vincent 2021). The unseen are exp(b0).
 */
#ifndef GUVOH_ENGINE_ESTIMATE_LOGLINEAR_H
#define GUVOH_ENGINE_ESTIMATE_LOGLINEAR_H

#include "engine/estimate/estimate.h"

#define LOGLINEAR_LISTS 8 /* most lists: the table has a cell for each pattern of them */
#define LOGLINEAR_CELLS (1 << LOGLINEAR_LISTS)
#define LOGLINEAR_EFFECTS (LOGLINEAR_LISTS * (LOGLINEAR_LISTS - 1) / 2)

/* People by pattern, all patterns of the lists; people[0] is not used. */
struct loglinear_table {
	size_t lists;
	double people[LOGLINEAR_CELLS];
};

/* Sets of two lists or more, each once. */
struct loglinear_model {
	size_t count;
	uint32_t effects[LOGLINEAR_EFFECTS];
};

/* Why a model has no fit, as bits. */
enum loglinear_lack {
	LOGLINEAR_FITS = 0,
	LOGLINEAR_NOT_FINITE = 1,     /* the likelihood has no largest value */
	LOGLINEAR_NOT_IDENTIFIED = 2, /* several values of the effects fit alike */
};

struct loglinear_fit {
	double unseen; /* exp(b0) */
	double var_b0; /* of log(unseen) */
	double log_likelihood, aic, bic;
	double *means;  /* by pattern; 0 where an empty overlap holds the cell at 0 */
	uint32_t empty; /* bit i: effect i of the model has an empty overlap */
};

void loglinear_fill(const struct overlap *t, struct loglinear_table *out);

/* Is the effect one of the model's? */
bool loglinear_has(const struct loglinear_model *m, uint32_t effect);

/*
 * Does the model have a largest likelihood, and one only? Effects with empty
 * overlaps are held at minus infinity and their cells left out first. Exact:
 * ranks over a prime field, and a linear program whose value is 0, or 1 and more
 * (Fienberg and Rinaldo 2012).
 */
enum loglinear_lack loglinear_check(
    struct arena *a, const struct loglinear_table *t, const struct loglinear_model *m);

/* Fits m, which need not have been checked. Returns false when there is no fit. The fit lies on a.
 */
MUST_CHECK bool loglinear_fit(struct arena *a, const struct loglinear_table *t,
    const struct loglinear_model *m, struct loglinear_fit *out);

/*
 * The interval of 95 % of the unseen where the likelihood, largest for each b0, stays
 * within half of chi-squared's point of its top. Returns false when an end is not
 * to be found.
 */
MUST_CHECK bool loglinear_profile(struct arena *a, const struct loglinear_table *t,
    const struct loglinear_model *m, double *low, double *high);

/*
 * From lists alone, adds the pair whose overlap is least likely under the fit, as
 * long as that is below threshold (a one-sided Poisson chance) and the larger
 * model can be fitted. Of equal chances the pair further from its mean goes first,
 * then the one that stands first. Returns false when not even lists alone fit.
 */
MUST_CHECK bool loglinear_stepwise(struct arena *a, const struct loglinear_table *t,
    double threshold, struct loglinear_model *model, struct loglinear_fit *fit);

/* The effect as "A:B", and the model as such parted by commas; "independence" without effects. */
struct str loglinear_effect_text(struct arena *a, const struct overlap *t, uint32_t effect);
struct str loglinear_model_text(
    struct arena *a, const struct overlap *t, const struct loglinear_model *m);

/*
 * Reads "independence", "pairs" (all of them) or "A:B,B:C".
 * Returns 0, or -1 with ERR_INPUT estimate.model (the part that is no pair of lists).
 */
MUST_CHECK int loglinear_model_read(
    const struct overlap *t, struct str text, struct loglinear_model *out, struct err *e);

#endif
