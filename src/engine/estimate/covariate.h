/*
 * covariate: what is known of each person besides the lists, as columns of numbers for a
 * regression. Whether a column holds numbers or groups is guessed from its values, and kept
 * to be said.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_COVARIATE_H
#define GUVOH_ENGINE_ESTIMATE_COVARIATE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define COVARIATE_GROUPS 50 /* most groups of a column */
#define COVARIATES 20       /* most columns */

enum covariate_kind {
	COVARIATE_CONSTANT, /* everybody has the same: it says nothing */
	COVARIATE_GROUPED,
	COVARIATE_NUMBER,
};

struct covariate {
	struct str name;
	enum covariate_kind kind;
	size_t groups;  /* the missing and the rare, where there are any, are one each */
	size_t missing; /* people without a value */
	size_t rare;    /* people whose value few have, taken as one group */
};

/* One number that is not 0 of a person's row. */
struct covariate_term {
	uint32_t column;
	double value;
};

struct covariate_person {
	uint32_t on;                        /* bit j: on list j; never 0 */
	const struct str *values;           /* one a covariate, as written */
	const struct covariate_term *terms; /* made by covariate_read; the first is column 0, 1 */
	uint32_t term_count;
};

/* People as they stand in a table. */
struct covariate_table {
	const struct str *names; /* of the covariates, in rising order */
	size_t count;
	struct covariate_person *persons; /* will be sorted */
	size_t people;
};

struct covariates {
	const struct covariate *at;
	size_t count;
	size_t columns;                         /* of the regression, with that of ones */
	const struct covariate_person *persons; /* in an order that no order of rows changes */
	size_t people;
};

/*
 * Reads what is known of people. Numbers of more than ten different values are a number: a line
 * that may bend at each quartile. All else is groups. No value, and "NA", is a group of its own;
 * values of fewer than ten people are one group together.
 *
 * Returns 0 and fills *out on a; or -1 with ERR_INPUT estimate.covariate_values (name, how many
 * different values, one that is no number) for a column that is neither.
 */
MUST_CHECK int covariate_read(
    struct arena *a, const struct covariate_table *t, struct covariates *out, struct err *e);

#endif
