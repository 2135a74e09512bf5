/*
 * family: the models M0, Mt, Mh and Mth of capture and recapture (Otis et al. 1978).
 * Poisson models of a table in which lists differ (t) or not, and people differ (h)
 * by a term in the number of lists they are on (Cormack 1989; Darroch et al. 1993;
 * Rivest and Baillargeon 2007). The unseen are exp(b0).
 */
#ifndef GUVOH_ENGINE_ESTIMATE_FAMILY_H
#define GUVOH_ENGINE_ESTIMATE_FAMILY_H

#include "engine/estimate/loglinear.h"

enum family_unlike {
	FAMILY_ALIKE,   /* all people are caught alike */
	FAMILY_CHAO,    /* a term for each number of lists above two: a lower bound */
	FAMILY_POISSON, /* 2^k - 1 for k lists */
	FAMILY_DARROCH, /* k^2 / 2 */
	FAMILY_GAMMA,   /* log(3.5) - log(3.5 + k) */
	FAMILY_UNLIKES
};

/* One of the models, with pairs of lists that attract or repel each other. */
struct family_model {
	bool by_list; /* t: lists differ */
	enum family_unlike unlike;
	struct loglinear_model pairs;
};

struct family_fit {
	double unseen;
	double se; /* of the number of people: sqrt(u + u^2 var(b0)) */
	double log_likelihood, aic, bic;
};

/*
 * Fits the model to the table. Terms of FAMILY_CHAO that come out negative are
 * taken out, the most negative first. Returns false when there is no fit.
 */
MUST_CHECK bool family_fit(struct arena *a, const struct loglinear_table *t,
    const struct family_model *m, struct family_fit *out);

/*
 * The model of lists and pairs with the least BIC of all 2^(pairs) such models, for up to
 * FAMILY_SEARCH_LISTS lists. Returns false when none can be fitted.
 */
#define FAMILY_SEARCH_LISTS 5
MUST_CHECK bool family_search(
    const struct loglinear_table *t, struct family_model *model, struct family_fit *out);

/* "m0", "mt", "mh-chao", "mth-darroch" ... */
struct str family_name(struct arena *a, const struct family_model *m);

/*
 * The interval of 95 % where the multinomial likelihood, largest for each number of
 * unseen, stays within chi-squared / 2 of its top (Cormack 1992). Returns false
 * when an end is not to be found; unseen counts in whole people.
 */
MUST_CHECK bool family_profile(struct arena *a, const struct loglinear_table *t,
    const struct family_model *m, double *low, double *high);

#endif
