/*
 * unlike: does the table look as if some people were far easier to list than others?
 * Such people make every list overlap more than lists alone explain, and methods that take
 * people for alike give far too few. Two classes of people (Goodman 1974) are weighed
 * against one, each with the pairs of lists that make the table likelier.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_UNLIKE_H
#define GUVOH_ENGINE_ESTIMATE_UNLIKE_H

#include "engine/estimate/loglinear.h"

#define UNLIKE_LISTS 4  /* fewer cannot tell it */
#define UNLIKE_MERGED 7 /* to so many are those brought that are too many for a table */

struct unlike {
	double log_odds; /* log of the Bayes factor of two classes over one */
	double people;   /* in all, by two classes */
	bool found;      /* the table is likelier with two classes */
};

/* For UNLIKE_LISTS to LOGLINEAR_LISTS lists. */
struct unlike unlike_ask(const struct loglinear_table *t);

#endif
