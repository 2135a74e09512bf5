/*
 * elastic: by how many people a set of ends must give way until all of them fit.
 * Soft rows say that a sum of unknowns is at least or at most an end; hard rows tie
 * unknowns to each other. The least total by which soft rows are missed is found
 * by a linear program and proved in integers from both sides.
 */
#ifndef GUVOH_ENGINE_CLAIM_ELASTIC_H
#define GUVOH_ENGINE_CLAIM_ELASTIC_H

#include "base/arena.h"

struct elastic_row {
	const int32_t *vars; /* no variable twice */
	size_t count;
	bool upper;  /* sum <= end; else sum >= end */
	int64_t end; /* people, 0 to 10^12 */
};

struct elastic_link {
	const int32_t *vars;
	const int32_t *coefs;
	size_t count; /* sum of coefs x vars >= 0 */
};

struct elastic {
	size_t vars; /* unknowns, each >= 0 */
	const struct elastic_row *rows;
	size_t row_count;
	const struct elastic_link *links;
	size_t link_count;
};

struct elastic_gap {
	bool proved;            /* false: gap is 0 and says nothing */
	int64_t people;         /* rounded up, as people are whole; 0: everything fits */
	const int64_t *weights; /* per row: how often its end counts in the gap, times q */
	int64_t q;
};

struct elastic_gap elastic_least(struct arena *a, const struct elastic *e);

#endif
