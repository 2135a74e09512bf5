#include "engine/link/rows.h"

#include <math.h>

#include "engine/link/hash.h"
#include "engine/link/shares.h"

#define ROUNDS 50
#define STABLE 1e-6 /* of a pair of rows */

static double
pairs_of(double n)
{
	return n * (n - 1) / 2;
}

/*
 * What a value weighs that two rows of a unit say. How many people they are is not known yet: a
 * unit counts as more than one the more rows it has, else few names that are said over and over
 * would be rare, and as far fewer than its rows, else one row that is there a million times would
 * be common. One of them is whom the two rows are about: the others are counted.
 */
static void
commons_weigh(struct arena *a, const struct link_model *m, struct rows_same *same)
{
	const struct fields *f = m->fields;

	for (size_t i = 0; i < f->count; i++) {
		double *people = ARENA_ARRAY(a, double, f->at[i].n_values + 1), all = 0;
		for (size_t u = 0; u < f->units; u++) {
			double some = 1 + log(f->rows_of_unit[u]);
			people[f->at[i].of_unit[u]] += some;
			all += f->at[i].of_unit[u] != 0 ? some : 0;
		}
		for (uint32_t v = 1; v <= f->at[i].n_values; v++)
			people[v] = weigh_common(m->weights, f, i, v, people[v] - 1, all - 1);
		same->common[i] = people;
	}
}

/*
 * What two rows of a unit weigh, without how likely any two are; said is which fields they say.
 * That nobody else bears their whole name is no sign: who bears it is the question.
 */
static double
self_weight(const struct link_model *m, const struct rows_same *same, uint32_t unit, uint32_t *said)
{
	const struct fields *f = m->fields;
	const struct block_pair self = {unit, unit};
	uint64_t pattern = level_pattern(m->levels, unit, unit);
	double weight = weigh_pair(m->weights, f, pattern, &self) - m->weights->prior +
	    fmin(0, namesake_gain(m->weights, f, pattern, unit));

	*said = 0;
	for (size_t i = 0; i < f->count; i++) {
		uint32_t v = f->at[i].of_unit[unit];
		if (v == 0)
			continue;
		weight += same->common[i][v] - weigh_field(m->weights, f, i, pattern, &self);
		*said |= (uint32_t)!f->at[i].quiet << i;
	}
	return weight;
}

/*
 * What a field weighs more where rows say the same than m lets expect, which was learned from units
 * that differ: rows of one person that are the same in all they say count for it, too.
 */
static double
agreed_more(const struct link_model *m, double between, double same, uint32_t said)
{
	double sum = 0;

	for (uint32_t left = said; left != 0; left &= left - 1) {
		double learned = m->weights->m[__builtin_ctz(left)][LEVEL_SAME];
		sum += log((between * learned + same) / ((between + same) * learned));
	}
	return sum;
}

static uint32_t *
units_in(struct arena *a, const struct fields *f, const struct gathered *g)
{
	uint32_t *units = ARENA_ARRAY(a, uint32_t, g->count);

	for (size_t u = 0; u < f->units; u++)
		units[g->cluster[u]]++;
	return units;
}

/* Has the unit rows that say the same, which nothing else holds together? */
static bool
stands_alone(const struct fields *f, const struct gathered *g, const uint32_t *units, uint32_t u)
{
	return f->rows_of_unit[u] > 1 && units[g->cluster[u]] == 1;
}

/* Pairs of rows of clusters of several units. */
static double
pairs_held(struct arena *a, const struct fields *f, const struct gathered *g, const uint32_t *units)
{
	double *rows = ARENA_ARRAY(a, double, g->count), held = 0;

	for (size_t u = 0; u < f->units; u++)
		rows[g->cluster[u]] += f->rows_of_unit[u];
	for (size_t c = 0; c < g->count; c++)
		held += units[c] > 1 ? pairs_of(rows[c]) : 0;
	return held;
}

/* Pairs of units of one person. */
static double
pairs_between(const struct gathered *g, const uint32_t *units)
{
	double pairs = 0;

	for (size_t c = 0; c < g->count; c++)
		pairs += pairs_of(units[c]);
	return pairs;
}

const struct rows_same *
rows_look(struct arena *a, const struct link_model *m, const struct gathered *g)
{
	const struct fields *f = m->fields;
	struct rows_same *out = ARENA_NEW(a, struct rows_same);
	struct arena *own = arena_new();
	const uint32_t *units = units_in(own, f, g);
	double *odds = ARENA_ARRAY(a, double, f->units);
	uint32_t *said = ARENA_ARRAY(own, uint32_t, f->units);
	double held = pairs_held(own, f, g, units), possible = field_pairs(f, f->rows);
	double between = SHARES_BELIEVED + pairs_between(g, units), before = -1, same = 0;

	commons_weigh(a, m, out);
	for (uint32_t u = 0; u < f->units; u++) {
		odds[u] = f->rows_of_unit[u] > 1 ? self_weight(m, out, u, &said[u]) : 0;
		same += stands_alone(f, g, units, u) ? pairs_of(f->rows_of_unit[u]) : 0;
	}
	for (int round = 0; round < ROUNDS && fabs(same - before) > STABLE; round++) {
		before = same;
		same = 0;
		out->prior = weigh_prior(f->rows, held + before, possible);
		for (uint32_t u = 0; u < f->units; u++) {
			if (!stands_alone(f, g, units, u))
				continue;
			double sum =
			    odds[u] + out->prior + agreed_more(m, between, before, said[u]);
			same += pairs_of(f->rows_of_unit[u]) / (1 + exp(-sum));
		}
	}
	for (size_t u = 0; u < f->units; u++)
		odds[u] += out->prior + agreed_more(m, between, before, said[u]);
	out->odds = odds;
	arena_free(own);
	return out;
}

/* Are rows of a unit that stands alone one person? */
static bool
are_one(const struct gather_way *way, double odds, uint32_t unit)
{
	double drawn = (double)((hash_pair(way->seed, unit) >> 11) + 1) * 0x1p-53;

	return way->seed == 0 ? odds > way->cut : odds - way->cut > -log(1 / drawn - 1);
}

size_t
rows_doubts(const struct link_model *m, const struct gathered *g, struct link_doubt *out)
{
	const struct fields *f = m->fields;
	struct arena *a = arena_new();
	const uint32_t *units = units_in(a, f, g);
	size_t *first = ARENA_ARRAY(a, size_t, f->units), n = 0;

	for (size_t r = 0; r < f->rows; r++) {
		uint32_t u = f->unit_of_row[r];
		double odds = m->same->odds[u];
		size_t before = first[u];
		first[u] = before == 0 ? r + 1 : SIZE_MAX;
		if (before != 0 && before != SIZE_MAX && stands_alone(f, g, units, u) &&
		    fabs(odds - LINK_CUT) < GATHER_MARGIN)
			out[n++] = (struct link_doubt){before - 1, r, odds, odds > LINK_CUT};
	}
	arena_free(a);
	return n;
}

struct rows_tally
rows_number(const struct link_model *m, const struct gathered *g, const struct gather_way *way,
    uint32_t *cluster)
{
	const struct fields *f = m->fields;
	struct arena *a = arena_new();
	const uint32_t *units = units_in(a, f, g);
	uint32_t *number = ARENA_ARRAY(a, uint32_t, g->count);
	uint32_t *sizes = ARENA_ARRAY(a, uint32_t, g->count);
	struct rows_tally t = {0, 0};

	for (size_t r = 0; r < f->rows; r++) {
		uint32_t u = f->unit_of_row[r], c = g->cluster[u];
		bool alone = stands_alone(f, g, units, u) && !are_one(way, m->same->odds[u], u);
		if (number[c] == 0 || alone)
			number[c] = (uint32_t)++t.clusters;
		cluster[r] = number[c] - 1;
		sizes[c] = alone ? 1 : sizes[c] + 1;
		if (sizes[c] > t.largest)
			t.largest = sizes[c];
	}
	arena_free(a);
	return t;
}
