/*
 * echo: is there a list that was put together from the others? Nearly everybody on such a list is
 * on another one too, as if the lists had seen nearly everybody: the answer is far too low, and no
 * pair of lists shows it. What shows it is that the other lists by themselves say more.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_ECHO_H
#define GUVOH_ENGINE_ESTIMATE_ECHO_H

#include "engine/estimate/overlap.h"

#define ECHO_LISTS 7  /* the others of more lists are taken together: their graphs are too many */
#define ECHO_MERGED 5 /* until so many are left */

struct echo {
	bool found;
	size_t list;
	double people; /* in all, at least, by the others */
};

/*
 * For 3 lists and more: the list without which the low end by the others is highest, where
 * that is above so many people. The others are asked by all graphs (Madigan and York 1997), two
 * of them by Chapman (1951), more than ECHO_LISTS with the smallest taken together; those that
 * overlap in fewer than 25 people say nothing.
 */
struct echo echo_ask(struct arena *a, const struct overlap *t, double people);

#endif
