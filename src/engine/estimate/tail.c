#include "engine/estimate/tail.h"

#include <stdlib.h>
#include <string.h>

#define LEAST 50    /* replicates at the end, however few lie beyond it */
#define ALONE 0.05  /* share of them from which on those with one model have their own average */
#define TABLES 0.02 /* share of the table's own in what is drawn from: no pattern is left out */

static int
by_model(const void *a, const void *b)
{
	const struct replicate *x = a, *y = b;

	if (x->pairs != y->pairs)
		return x->pairs < y->pairs ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

/* Those at the end, by model. */
static size_t
take_end(
    const struct replicate *sorted, size_t fits, const struct tail_ask *ask, struct replicate *out)
{
	double all = 0, beyond = 0;
	size_t n = 0;

	for (size_t i = 0; i < fits; i++)
		all += sorted[i].weight;
	for (; n < fits; n++) {
		out[n] = sorted[ask->is_upper ? fits - 1 - n : n];
		beyond += out[n].weight;
		if (beyond > ask->level * all && n >= LEAST)
			break;
	}
	qsort(out, n, sizeof(*out), by_model);
	return n;
}

/* Adds the people by cell of these, as much as each counts; returns how much they count. */
static double
add_up(const struct replicates *r, const struct replicate *at, size_t n, double *people)
{
	double weight = 0;

	for (size_t i = 0; i < n; i++) {
		int64_t own[LOGLINEAR_CELLS];
		replicate_cells(r, at[i].number, own);
		for (size_t c = 0; c < r->table->cell_count; c++)
			people[c] += at[i].weight * (double)own[c];
		weight += at[i].weight;
	}
	return weight;
}

/* What to draw from, and how much those whom it was made from count. */
struct average {
	double *people; /* by cell */
	double weight;
};

/* Averages of those with a model of their own, and last of all others together. */
static size_t
average(struct arena *a, const struct replicates *r, const struct replicate *end, size_t n,
    struct average *out)
{
	struct average rest = {ARENA_ARRAY(a, double, r->table->cell_count), 0};
	double all = 0;
	size_t count = 0, first = 0;

	for (size_t i = 0; i < n; i++)
		all += end[i].weight;
	for (size_t i = 1; i <= n; i++) {
		double weight = 0;
		if (i < n && end[i].pairs == end[first].pairs)
			continue;
		for (size_t k = first; k < i; k++)
			weight += end[k].weight;
		struct average *to = &rest;
		if (weight >= ALONE * all && count + 1 < TAIL_SOURCES) {
			to = &out[count++];
			*to = (struct average){ARENA_ARRAY(a, double, r->table->cell_count), 0};
		}
		to->weight += add_up(r, end + first, i - first, to->people);
		first = i;
	}
	out[count] = rest;
	return count + 1;
}

void
tail_draw(struct arena *a, struct replicates *r, const struct replicate *sorted, size_t fits,
    const struct tail_ask *ask)
{
	struct replicate *end = ARENA_ARRAY(a, struct replicate, fits);
	struct average at[TAIL_SOURCES];
	size_t n = take_end(sorted, fits, ask, end), count = average(a, r, end, n, at);
	double all = 0;

	for (size_t k = 0; k < count; k++)
		all += at[k].weight;
	for (size_t k = 0; k < count && all > 0; k++) {
		size_t share = (size_t)((double)ask->count * at[k].weight / all);
		if (share == 0)
			continue;
		for (size_t c = 0; c < r->table->cell_count; c++)
			at[k].people[c] = (1 - TABLES) * at[k].people[c] / at[k].weight +
			    TABLES * (double)r->table->cells[c].people;
		replicate_draw(a, r, at[k].people, share);
	}
}
