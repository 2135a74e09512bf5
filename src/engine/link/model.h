/*
 * model: what a linkage was made with, for questions asked of it afterwards.
 */
#ifndef GUVOH_ENGINE_LINK_MODEL_H
#define GUVOH_ENGINE_LINK_MODEL_H

#include "engine/link/candidate.h"
#include "engine/link/field.h"
#include "engine/link/level.h"
#include "engine/link/asked.h"
#include "engine/link/weigh.h"

/* Rows that say the same, which are one unit (rows.h). */
struct rows_same {
	const double *odds; /* ln, of each unit: that two of its rows are one person */
	double prior;       /* the same before it is looked at what they say */
	const double *common[LINK_FIELDS]; /* weight of each value that both say */
};

struct link_model {
	struct levels *levels;
	const struct fields *fields;
	const struct weights *weights;
	struct candidates *candidates;
	struct asked *asked;
	const struct rows_same *same;
};

/* The candidates that some draw or some other cut may join. The others are let go of at the first
 * call: whoever wants clusters alone does not wait for it. */
const struct candidates *link_settled(const struct link_model *m);

#endif
