/*
 * unlike: does the table look as if some people were far easier to list than others?
 * Such people make every list overlap more than lists alone explain, and methods that take
 * people for alike give far too few. Two classes of people (a latent class model,
 * Goodman 1974, by EM) are held against lists that depend in pairs.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_UNLIKE_H
#define GUVOH_ENGINE_ESTIMATE_UNLIKE_H

#include "engine/estimate/loglinear.h"

#define UNLIKE_LISTS 4 /* fewer cannot tell it */

struct unlike {
	double classes_gain; /* twice the gain in log-likelihood of two classes over one */
	double pairs_gain;   /* of pairs chosen step by step over lists alone */
	double people;       /* in all, by two classes */
	bool found;          /* two classes say it better than pairs do */
};

/* For UNLIKE_LISTS to LOGLINEAR_LISTS lists; nothing is found where lists alone do not fit. */
struct unlike unlike_ask(struct arena *a, const struct loglinear_table *t);

#endif
