/*
 * robust: how many people two lists have not seen, when what is known of each person explains why
 * some are easier to list than others. Doubly robust (Das, Kennedy and Jewell 2023): wrong only
 * where the regressions err on both lists at once.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_ROBUST_H
#define GUVOH_ENGINE_ESTIMATE_ROBUST_H

#include "engine/estimate/covariate.h"
#include "engine/estimate/hands.h"

#define ROBUST_LEAST 0.005 /* a smaller chance to be on both lists is taken for so much */
#define ROBUST_FOLDS 20    /* most parts */

struct robust_ask {
	size_t
	    folds; /* parts of the people; each is judged by regressions of the others, 2 or more */
	double ridge;
	uint64_t seed;             /* of who is in which part */
	const struct hands *hands; /* lent for the parts; NULL: none */
};

struct robust {
	size_t people;   /* on either list */
	double one_step; /* people in all, at least people */
	double variance; /* of one_step */
	double held;     /* share of the people whose chance to be on both was below ROBUST_LEAST */
	double carried;  /* as many people on both lists, were all alike, would carry as much */
	bool settled;    /* all regressions came to an end */
};

/*
 * Lists i and j of x, which share somebody.
 * The chances q of who is on either list to be on i alone, j alone or both are regressed
 * on the covariates, which is right where being on each list is a logistic regression and one
 * list makes the other no likelier among people who are alike. There are 1 + qi qj/qij people for
 * each.
 */
struct robust robust_pair(
    struct arena *a, const struct covariates *x, size_t i, size_t j, const struct robust_ask *ask);

#endif
