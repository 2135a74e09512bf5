/*
 * overlap: how many people are on which lists, as counts by pattern.
 * Only patterns that somebody has are kept: the size never depends on how many
 * people there are. Lists stand in order of their names, so that no answer
 * depends on the order of columns or rows.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_OVERLAP_H
#define GUVOH_ENGINE_ESTIMATE_OVERLAP_H

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"
#include "base/str.h"
#include "engine/estimate/covariate.h"

#define OVERLAP_LISTS 20                        /* most lists of a table */
#define OVERLAP_PEOPLE ((int64_t)1000000000000) /* most people of a table */

struct overlap_cell {
	uint32_t on;    /* bit j: on list j; never 0 */
	int64_t people; /* > 0 */
};

/* A list that was left out. */
struct overlap_dropped {
	struct str name;
	struct str same_as; /* the list with exactly its people; empty: nobody is on it */
};

struct overlap {
	const struct str *names; /* of the lists */
	size_t lists;
	const struct overlap_cell *cells; /* by pattern, rising */
	size_t cell_count;
	int64_t people;  /* on at least one list */
	int64_t outside; /* rows of the file, in people, that are on none of the lists asked for */
	const struct overlap_dropped *dropped;
	size_t dropped_count;
	const struct covariates *covariates; /* of each of the people; NULL: were not asked for */
};

struct overlap_ask {
	const struct str *lists; /* columns to take; none: every one but count and by */
	size_t list_count;
	struct str by; /* column that parts the table into strata; empty: none */
	const struct str
	    *covariates; /* columns of what is known of each person; none, or a row is one person */
	size_t covariate_count;
};

struct overlap_stratum {
	struct str name; /* value of the column; empty where there is none */
	struct overlap table;
};

struct overlap_strata {
	const struct overlap_stratum *at; /* in order of name */
	size_t count;                     /* >= 1 */
};

/*
 * Reads a table: a column of 0 and 1 for each list and a column "count",
 * without which each row is one person. Lists without anybody, and lists with
 * exactly the people of another one, are dropped and named.
 *
 * Returns 0 and fills *out on a, where texts stay in csv; or -1, *out untouched, with
 * ERR_NOTFOUND estimate.column (name), ERR_INPUT estimate.list_twice (name),
 * estimate.covariate_twice (name), estimate.covariate_rows (for a table of counts), what
 * covariate_read says, estimate.no_lists, estimate.cell (line, column, value),
 * estimate.count (line, value), estimate.total (line), estimate.on_none (line),
 * estimate.nobody, estimate.nobody_of_part (a line of it), or ERR_LIMIT estimate.lists,
 * estimate.covariates, estimate.people (most of each).
 */
MUST_CHECK int overlap_read(struct arena *a, const struct csv *csv, const struct overlap_ask *ask,
    struct overlap_strata *out, struct err *e);

/*
 * The table of these cells, in any order, patterns of 0 people or 0 lists left
 * out, equal ones added up, with lists dropped as overlap_read does. names are
 * in rising order.
 */
struct overlap overlap_of(struct arena *a, const struct str *names, size_t lists,
    const struct overlap_cell *cells, size_t count);

/* People on every list of the set. */
int64_t overlap_on_all(const struct overlap *t, uint32_t lists);

/* People on exactly k lists. */
int64_t overlap_on_exactly(const struct overlap *t, size_t k);

/* People with exactly that pattern. */
int64_t overlap_with(const struct overlap *t, uint32_t pattern);

/* The table without one list; people who were on it alone are gone. */
struct overlap overlap_without(struct arena *a, const struct overlap *t, size_t list);

/* The table with two lists taken for one, called "A+B". */
struct overlap overlap_merged(struct arena *a, const struct overlap *t, size_t i, size_t j);

/*
 * The table with lists taken together until so many are left: those with the fewest people first,
 * or, when alike, those that share most of theirs.
 */
struct overlap overlap_fewer(struct arena *a, const struct overlap *t, size_t lists, bool alike);

#endif
