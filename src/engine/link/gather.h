/*
 * gather: units as persons, by average linkage.
 * Two clusters join while the mean weight of all pairs between them, also of pairs that blocking
 * missed, is above the cut; the best mean first. Chains of likeness do not run together, as they
 * would in connected components: these only say what can be gathered at the same time.
 */
#ifndef GUVOH_ENGINE_LINK_GATHER_H
#define GUVOH_ENGINE_LINK_GATHER_H

#include "engine/link/candidate.h"
#include "engine/link/asked.h"

#define GATHER_MARGIN 5.0 /* log-odds of what is decided with some doubt */

/* What is gathered. */
struct gather_world {
	const struct levels *levels;
	const struct fields *fields;
	const struct weights *weights;
	const struct candidates *candidates;
	struct asked *asked;
};

struct gather_way {
	double cut;
	uint64_t seed; /* not 0: two clusters join by the chance that they are one person, not by
			  the cut */
	bool doubts;   /* keep what was decided by a small margin */
	double least;  /* not 0: candidates that weigh less for sure are let go of, whose patterns
			  stay as they are from now on */
};

/* Two clusters, by the first units of them, and the log-odds that they are one person. */
struct gather_doubt {
	uint32_t x, y;
	double odds;
	bool joined;
};

struct gathered {
	uint32_t *cluster; /* of each unit, from 0, by first unit */
	size_t count;
	struct gather_doubt *doubts; /* least margin first */
	size_t n_doubts;
};

/* Lies on a. */
struct gathered gather_all(
    struct arena *a, const struct gather_world *world, const struct gather_way *way);

#endif
