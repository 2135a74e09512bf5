#include "engine/estimate/echo.h"

#include <math.h>

#include "engine/estimate/classic.h"
#include "engine/estimate/dga.h"

#define REACHES 300       /* times the people seen: where the grid ends */
#define SINGLY 250        /* unseen, up to which each number is weighed */
#define STEP 0.01         /* of the grid beyond that */
#define FIT_FROM 20000    /* people seen: from here a peak can be narrower than its steps */
#define TWICE_LEAST 25    /* people on two lists and more */
#define COMPLETE_MOST 0.4 /* of the posterior on the graph that says nothing of the unseen */

/* The low end of how many people there are; 0: the lists say nothing of it. */
static double
least_by_graphs(struct arena *a, const struct overlap *t)
{
	const struct dga_prior prior = {.delta = exp2(-(double)t->lists)};
	struct decomposables graphs = decomposable_all(a, t->lists);
	struct dga_grid grid = dga_grid_growing(a, REACHES * (double)t->people, SINGLY, STEP);

	if (t->people > FIT_FROM)
		grid = dga_grid_fitted(a, t, &graphs, &grid, &prior);
	struct dga d = dga_weigh(a, t, &graphs, &grid, &prior);
	return d.complete < COMPLETE_MOST ? d.people.low : 0;
}

static double
least_by(struct arena *a, const struct overlap *t)
{
	if (t->lists < 2 || t->people - overlap_on_exactly(t, 1) < TWICE_LEAST)
		return 0;
	return t->lists == 2 ? classic_chapman(a, t, 0, 1).low : least_by_graphs(a, t);
}

struct echo
echo_ask(struct arena *a, const struct overlap *t, double people)
{
	struct echo out = {.people = people};

	if (t->lists < 3)
		return out;
	for (size_t j = 0; j < t->lists; j++) {
		struct overlap rest = overlap_without(a, t, j);
		if (t->lists > ECHO_LISTS)
			rest = overlap_fewer(a, &rest, ECHO_MERGED, false);
		double least = rest.people > 0 ? least_by(a, &rest) : 0;
		if (least > out.people)
			out = (struct echo){true, j, least};
	}
	return out;
}
