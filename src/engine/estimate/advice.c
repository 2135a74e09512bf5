#include "engine/estimate/advice.h"

#include <math.h>

#define Z99 2.575829303548901
#define Z90 1.2815515655446004 /* of 90 % on one side */
#define Z95 1.959963984540054
#define ADDED 0.5 /* to each cell of four, so that there is a ratio */

static double
people_by_lists_alone(struct arena *a, const struct overlap *t)
{
	struct loglinear_table *y = ARENA_NEW(a, struct loglinear_table);
	const struct loglinear_model alone = {0};
	struct loglinear_fit f;

	if (t->lists < 2)
		return ESTIMATE_NO_NUMBER;
	loglinear_fill(t, y);
	return loglinear_fit(a, y, &alone, &f) ? (double)t->people + f.unseen : ESTIMATE_NO_NUMBER;
}

/* Those on other lists are a sample of everybody in which both, one and none can be counted. */
static struct advice_pair
pair_of(const struct overlap *t, size_t i, size_t j)
{
	uint32_t both = UINT32_C(1) << i | UINT32_C(1) << j;
	double cells[2][2] = {{ADDED, ADDED}, {ADDED, ADDED}}, variance = 0;

	for (size_t c = 0; c < t->cell_count; c++) {
		uint32_t on = t->cells[c].on;
		if ((on & ~both) != 0)
			cells[on >> i & 1][on >> j & 1] += (double)t->cells[c].people;
	}
	for (int k = 0; k < 4; k++)
		variance += 1 / cells[k >> 1][k & 1];
	double ratio = cells[0][0] * cells[1][1] / (cells[0][1] * cells[1][0]);
	return (struct advice_pair){.first = i,
	    .second = j,
	    .ratio = ratio,
	    .spread = sqrt(variance),
	    .low = ratio * exp(-Z99 * sqrt(variance))};
}

static void
keep(struct advice *out, const struct advice_pair *pair)
{
	size_t at = out->pair_count;

	while (at > 0 && out->pairs[at - 1].low < pair->low)
		at--;
	if (at == ADVICE_PAIRS)
		return;
	out->pair_count += out->pair_count < ADVICE_PAIRS;
	for (size_t k = out->pair_count - 1; k > at; k--)
		out->pairs[k] = out->pairs[k - 1];
	out->pairs[at] = *pair;
}

/* High over low of the unseen by lists alone; no number when there is no fit. */
static double
width_of(struct arena *a, const struct loglinear_table *y)
{
	const struct loglinear_model alone = {0};
	struct loglinear_fit f;

	return loglinear_fit(a, y, &alone, &f) ? exp(2 * Z95 * sqrt(f.var_b0)) : ESTIMATE_NO_NUMBER;
}

/* What is expected when so many of everybody are put on a list of their own. */
static void
try_one_more(struct arena *a, const struct overlap *t, struct advice *out)
{
	struct loglinear_table *now = ARENA_NEW(a, struct loglinear_table), *then;
	double people = people_by_lists_alone(a, t), more = 0;

	if (t->lists == LOGLINEAR_LISTS || !isfinite(people))
		return;
	for (size_t j = 0; j < t->lists; j++)
		more += (double)overlap_on_all(t, UINT32_C(1) << j) / (double)t->lists;
	loglinear_fill(t, now);
	then = ARENA_NEW(a, struct loglinear_table);
	then->lists = t->lists + 1;
	uint32_t added = UINT32_C(1) << t->lists;
	double rate = fmin(round(more) / people, 1);
	for (uint32_t c = 0; c < added; c++) {
		double all = c == 0 ? people - (double)t->people : now->people[c];
		then->people[c] = c == 0 ? 0 : all * (1 - rate);
		then->people[c | added] = all * rate;
	}
	out->now = width_of(a, now);
	out->then = width_of(a, then);
	if (isfinite(out->now) && isfinite(out->then))
		out->more = round(more);
}

struct advice
advice_ask(struct arena *a, const struct overlap *t)
{
	struct advice out = {.pair_count = 0};

	if (t->lists < 3 || t->lists > LOGLINEAR_LISTS)
		return out;
	for (size_t i = 0; i < t->lists; i++) {
		for (size_t j = i + 1; j < t->lists; j++) {
			struct advice_pair pair = pair_of(t, i, j);
			if (pair.low > 1)
				keep(&out, &pair);
		}
	}
	for (size_t k = 0; k < out.pair_count; k++) {
		struct overlap merged =
		    overlap_merged(a, t, out.pairs[k].first, out.pairs[k].second);
		out.pairs[k].merged = people_by_lists_alone(a, &merged);
	}
	try_one_more(a, t, &out);
	return out;
}

size_t
advice_attracting(const struct overlap *t)
{
	size_t count = 0;

	for (size_t i = 0; i < t->lists; i++) {
		for (size_t j = i + 1; j < t->lists; j++) {
			struct advice_pair pair = pair_of(t, i, j);
			count += log(pair.ratio) > Z90 * pair.spread;
		}
	}
	return count;
}
