/*
 * advice: what would help a table most. Which lists look as if one hands people on to
 * another, what there would be if they were one list, and what one more list would narrow.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_ADVICE_H
#define GUVOH_ENGINE_ESTIMATE_ADVICE_H

#include "engine/estimate/loglinear.h"

#define ADVICE_PAIRS 5 /* most that are named */

struct advice_pair {
	size_t first, second; /* lists */
	double ratio;         /* odds ratio among those on some other list */
	double spread;        /* standard error of its log */
	double low;           /* what it is at least, in 99 of 100 cases */
	double merged;        /* people in all by lists alone, both taken for one; or no number */
};

struct advice {
	struct advice_pair pairs[ADVICE_PAIRS]; /* surest first */
	size_t pair_count;
	double more;      /* people of one more list; 0: nothing is said of it */
	double now, then; /* high over low of the unseen by lists alone, without it and with it */
};

/*
 * For 3 to LOGLINEAR_LISTS lists; nothing for others. A pair is named when its odds
 * ratio among the people of other lists (0.5 added to each cell) is above 1 in 99 of 100 cases.
 * The new list has as many people as the others on average, and depends on none.
 */
struct advice advice_ask(struct arena *a, const struct overlap *t);

/* How many pairs have an odds ratio, as above, that is above 1 in 90 of 100 cases. */
size_t advice_attracting(const struct overlap *t);

#endif
