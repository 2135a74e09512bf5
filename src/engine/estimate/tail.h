/*
 * tail: more replicates where an end of an interval lies that few reach.
 * They are drawn from what those at the end have on average of each pattern, which
 * is how people must be shared out for others to come there (cross-entropy method,
 * Rubinstein and Kroese 2004); those with another model have an average of their own.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_TAIL_H
#define GUVOH_ENGINE_ESTIMATE_TAIL_H

#include "engine/estimate/replicate.h"

#define TAIL_SOURCES 20 /* most shares that one call draws from */

struct tail_ask {
	double level;  /* share of the replicates beyond the end */
	bool is_upper; /* beyond is above it */
	size_t count;  /* how many to draw at most */
};

/*
 * Draws more replicates near an end; sorted are those of r with a fit, fewest people
 * first. All are to be weighed again afterwards.
 */
void tail_draw(struct arena *a, struct replicates *r, const struct replicate *sorted, size_t fits,
    const struct tail_ask *ask);

#endif
