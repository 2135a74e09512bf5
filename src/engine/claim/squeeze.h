/*
 * squeeze: whether the lower and upper ends of some rows fit together.
 * Every lower end is a distribution of people over the cells of its region, held
 * down in each cell by the layers above it: rows of the same measure, people and
 * time of day whose upper ends limit events. Upper ends of persons limit how many
 * of one lower end's people lie in their region. Method: docs/methods/counts.md.
 */
#ifndef GUVOH_ENGINE_CLAIM_SQUEEZE_H
#define GUVOH_ENGINE_CLAIM_SQUEEZE_H

#include "engine/claim/cells.h"
#include "engine/claim/ends.h"
#include "engine/claim/row.h"

struct squeeze {
	const struct standing *k;
	const struct row **rows;
	size_t count, words;
	uint64_t **may;   /* per row: the rows whose upper end may hold its lower end down */
	uint64_t **cells; /* per row: its cells */
	size_t cell_words;
};

/* Rows that are joined by squeeze_may; the cells of all of them. */
struct squeeze *squeeze_new(
    struct arena *a, const struct standing *k, const struct row **rows, size_t count);

/* May the upper end of `high` hold down the lower end of `low`, whatever the assumptions? */
bool squeeze_may(const struct standing *k, const struct row *low, const struct row *high);

/*
 * The rows that can have a share in any failure under the assumptions of mask:
 * writes them to rows, which has room for all, and returns how many they are.
 */
size_t squeeze_tight(
    struct arena *a, const struct squeeze *s, uint64_t mask, const struct row **rows);

struct squeeze_answer {
	struct ends ends; /* owners: index of the row */
	struct elastic_gap gap;
	int64_t work; /* how large the program was, in rows */
};

/* The least by which the rows of `active` must give way under the assumptions of mask. */
struct squeeze_answer squeeze_ask(
    struct arena *a, const struct squeeze *s, const uint64_t *active, uint64_t mask);

#endif
