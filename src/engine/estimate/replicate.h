/*
 * replicate: tables drawn anew from one table, and what a model chosen for each says.
 * Besides the table's own shares of people, replicates may be drawn from others, so
 * that many lie where few would (importance sampling); each then counts by how much
 * rarer it is among the table's own (balance heuristic, Owen and Zhou 2000).
 */
#ifndef GUVOH_ENGINE_ESTIMATE_REPLICATE_H
#define GUVOH_ENGINE_ESTIMATE_REPLICATE_H

#include "engine/estimate/hands.h"
#include "engine/estimate/loglinear.h"

#define REPLICATE_SOURCES 200 /* most shares to draw from */

struct replicate {
	double people;  /* in all; ESTIMATE_NO_NUMBER: no model fits */
	double weight;  /* how much it counts, 1 on average */
	uint32_t pairs; /* bit by pair of lists: the model has it */
	size_t number;  /* names its stream of chance */
};

/* Where replicates are drawn from. */
struct replicate_source {
	const double *shares; /* by cell of the table, of any sum */
	double *log_ratio;    /* by cell: log of the share over the table's own */
	size_t count;         /* replicates drawn from it */
};

struct replicates {
	const struct overlap *table;
	double threshold; /* of loglinear_stepwise */
	uint64_t seed;
	const struct hands *hands; /* NULL: none are lent */
	struct replicate *at;
	size_t count, room;
	struct replicate_source sources[REPLICATE_SOURCES];
	size_t source_count;
};

/* None yet, and room for so many. */
struct replicates *replicate_start(struct arena *a, const struct overlap *t, size_t room);

/*
 * Draws count more from these shares by cell (people will do), which have to stay. The first
 * call is for the table's own.
 */
void replicate_draw(struct arena *a, struct replicates *r, const double *shares, size_t count);

/*
 * Weighs all that were drawn. The weighted mean of people by cell is then made the
 * table's, which it is of infinitely many replicates (calibration, Deville and Särndal
 * 1992): what depends on the cells in proportion no longer moves by chance.
 */
void replicate_weigh(struct arena *a, struct replicates *r);

/* The people by cell of the i-th, drawn again: to keep them all takes more room than time. */
void replicate_cells(const struct replicates *r, size_t i, int64_t *people);

/* What the model chosen for y says, with the number 0; its weight is 1. */
struct replicate replicate_of(const struct loglinear_table *y, double threshold);

#endif
