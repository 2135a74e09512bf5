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

struct link_model {
	struct levels *levels;
	const struct fields *fields;
	const struct weights *weights;
	struct candidates *candidates;
	struct asked *asked;
	const double *odds_of_rows; /* of each unit: that two of its rows are one person */
};

/* The candidates that some draw or some other cut may join. The others are let go of at the first
 * call: whoever wants clusters alone does not wait for it. */
const struct candidates *link_settled(const struct link_model *m);

#endif
