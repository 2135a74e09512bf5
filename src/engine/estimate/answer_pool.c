#include <math.h>

#include "engine/estimate/answer.h"
#include "engine/estimate/pool.h"

#define LEVEL_LOW 0.025
#define LEVEL_HIGH 0.975

/* Answers that become one. */
struct joining {
	struct arena *a;
	const struct answer *parts;
	size_t count;
	const double **draws; /* of the parts, for one method */
};

/* The estimate of a method; NULL: there is none. */
static const struct estimate *
estimate_in(const struct answer *answer, enum estimate_method method)
{
	for (size_t i = 0; i < answer->count; i++)
		if (answer->estimates[i].method == method)
			return &answer->estimates[i];
	return NULL;
}

/* Doubts of a kind are said once, as they first were. */
static void
add_new_doubts(struct arena *a, struct estimate_doubts *all, const struct estimate_doubts *more)
{
	for (size_t i = 0; i < more->count; i++) {
		bool is_known = false;
		for (size_t k = 0; k < all->count; k++)
			is_known |= all->at[k].gate == more->at[i].gate;
		if (!is_known)
			estimate_doubts_add(a, all, &more->at[i]);
	}
}

static bool
has_draws(const struct estimate *x)
{
	return x->draws != NULL && isfinite(x->point);
}

/* The draws of each sample; doubts the whole where one gives no number. False: it was not asked. */
static bool
collect(struct joining *j, struct estimate *x)
{
	size_t lost = 0;

	for (size_t p = 0; p < j->count; p++) {
		const struct estimate *part = estimate_in(&j->parts[p], x->method);
		if (part == NULL)
			return false;
		bool stands = estimate_stands(part) && has_draws(part);
		lost += !stands;
		x->interval = part->interval;
		j->draws[p] = has_draws(part) ? part->draws : NULL;
		if (stands)
			add_new_doubts(j->a, &x->doubts, &part->doubts);
	}
	if (lost > 0)
		estimate_doubt(j->a, x, ESTIMATE_GATE_PART_LOST,
		    estimate_number(j->a, (double)lost), estimate_number(j->a, (double)j->count));
	return true;
}

/* Is there a draw of every part? Without gates its numbers are given, whatever is doubted. */
static bool
is_complete(const struct joining *j)
{
	bool complete = true;

	for (size_t p = 0; p < j->count; p++)
		complete &= j->draws[p] != NULL;
	return complete;
}

static void
fill(struct estimate *x, const double *draws)
{
	x->draws = draws;
	x->point = draws[ESTIMATE_DRAWS / 2];
	x->low = draws[(size_t)(LEVEL_LOW * ESTIMATE_DRAWS)];
	x->high = draws[(size_t)(LEVEL_HIGH * ESTIMATE_DRAWS)];
}

static void
fill_total_variance(struct joining *j, struct estimate *x)
{
	struct pool_part *parts = ARENA_ARRAY(j->a, struct pool_part, j->count);

	for (size_t p = 0; p < j->count; p++)
		parts[p] =
		    (struct pool_part){(double)j->parts[p].people, j->draws[p], ESTIMATE_DRAWS};
	struct pool_total t = pool_total_variance(parts, j->count);
	x->point = t.point;
	x->low = t.low;
	x->high = t.high;
	estimate_note(j->a, &x->details, STR("within"), estimate_number(j->a, t.within));
	estimate_note(j->a, &x->details, STR("between"), estimate_number(j->a, t.between));
	estimate_note(j->a, &x->details, STR("df"), estimate_number(j->a, t.df));
}

/* Puts a name among the sorted ones, once. */
static void
list_put(struct str *names, size_t *count, struct str name)
{
	size_t at = *count;

	while (at > 0 && str_cmp(names[at - 1], name) > 0)
		at--;
	if (at > 0 && str_eq(names[at - 1], name))
		return;
	for (size_t k = (*count)++; k > at; k--)
		names[k] = names[k - 1];
	names[at] = name;
}

/* The lists of all parts: one that is empty in a part, or repeats another there, is not that
 * part's.
 */
static void
add_lists(struct arena *a, const struct answer *parts, size_t count, struct answer *out)
{
	size_t most = 0;

	for (size_t p = 0; p < count; p++)
		most += parts[p].lists;
	struct str *names = ARENA_ARRAY(a, struct str, most);
	for (size_t p = 0; p < count; p++)
		for (size_t j = 0; j < parts[p].lists; j++)
			list_put(names, &out->lists, parts[p].names[j]);
	out->names = names;
}

struct answer
answer_pool(struct arena *a, const struct answer *samples, size_t count, bool total_variance)
{
	struct joining j = {a, samples, count, ARENA_ARRAY(a, const double *, count)};
	struct estimate *at = ARENA_ARRAY(a, struct estimate, ESTIMATE_METHODS);
	struct answer out = {.lists = 0};
	double people = 0;

	add_lists(a, samples, count, &out);
	for (int m = 0; m < ESTIMATE_METHODS; m++) {
		struct estimate x = estimate_start((enum estimate_method)m, STR("samples"));
		if (x.role == ESTIMATE_SHOWN || !collect(&j, &x))
			continue;
		if (is_complete(&j))
			fill(&x, pool_join(a, j.draws, count));
		if (total_variance && count > 1 && isfinite(x.point))
			fill_total_variance(&j, &x);
		at[out.count++] = x;
	}
	for (size_t p = 0; p < count; p++)
		people += (double)samples[p].people / (double)count;
	out.people = (int64_t)llround(people);
	for (size_t p = 0; p < count; p++)
		add_new_doubts(a, &out.doubts, &samples[p].doubts);
	out.estimates = at;
	answer_headline(a, &out);
	return out;
}

/* ---- strata ---- */

/* Names, parted by commas. */
static void
name_add(struct buf *names, struct str name)
{
	buf_fmt(names, "%s%.*s", names->n > 0 ? ", " : "", STR_ARG(name));
}

/* Is no range given of it, whichever methods are asked? */
static bool
is_refused(const struct answer *part)
{
	bool refused = estimate_gravest(&part->doubts) == ESTIMATE_HEADLINE;

	for (size_t i = 0; i < part->count; i++)
		refused |= estimate_gravest(&part->estimates[i].doubts) == ESTIMATE_HEADLINE;
	return refused;
}

/* Does it doubt something of its numbers, or of the table? */
static bool
is_doubted(const struct answer *part)
{
	bool doubted = part->doubts.count > 0;

	for (size_t i = 0; i < part->count; i++)
		doubted |= part->estimates[i].role != ESTIMATE_SHOWN &&
		    estimate_stands(&part->estimates[i]) && part->estimates[i].doubts.count > 0;
	return doubted;
}

/* The draws of each part; doubts the sum where one says nothing. False: it was not asked. */
static bool
collect_strata(struct joining *j, const struct answer_strata *strata, struct estimate *x)
{
	struct buf *lost = buf_on(j->a);

	for (size_t p = 0; p < strata->count; p++) {
		const struct estimate *part = estimate_in(&strata->at[p], x->method);
		if (part == NULL)
			return false;
		if (!estimate_stands(part) || !has_draws(part) ||
		    (x->role == ESTIMATE_SPEAKS && is_refused(&strata->at[p])))
			name_add(lost, strata->names[p]);
		x->interval = part->interval;
		j->draws[p] = has_draws(part) ? part->draws : NULL;
	}
	if (lost->n > 0)
		estimate_doubt(j->a, x, ESTIMATE_GATE_STRATUM_LOST, buf_str(lost), STR(""));
	return true;
}

static void
doubt_named(struct arena *a, struct answer *out, enum estimate_gate gate, const struct buf *names)
{
	if (names->n > 0)
		estimate_doubts_add(
		    a, &out->doubts, &(struct estimate_doubt){gate, {buf_str(names), STR("")}});
}

static void
doubt_strata(struct arena *a, const struct answer_strata *strata, struct answer *out)
{
	struct buf *refused = buf_on(a), *open = buf_on(a), *doubted = buf_on(a);

	for (size_t p = 0; p < strata->count; p++) {
		if (is_refused(&strata->at[p]))
			name_add(refused, strata->names[p]);
		else if (strata->at[p].is_open)
			name_add(open, strata->names[p]);
		else if (is_doubted(&strata->at[p]))
			name_add(doubted, strata->names[p]);
	}
	doubt_named(a, out, ESTIMATE_GATE_STRATUM_REFUSED, refused);
	doubt_named(a, out, ESTIMATE_GATE_STRATUM_OPEN, open);
	doubt_named(a, out, ESTIMATE_GATE_STRATUM_DOUBTED, doubted);
}

struct answer
answer_add(struct arena *a, const struct answer_strata *strata, uint64_t seed)
{
	size_t count = strata->count;
	struct joining j = {a, strata->at, count, ARENA_ARRAY(a, const double *, count)};
	struct estimate *at = ARENA_ARRAY(a, struct estimate, ESTIMATE_METHODS);
	struct answer out = {.lists = 0};

	add_lists(a, strata->at, count, &out);
	for (int m = 0; m < ESTIMATE_METHODS; m++) {
		struct estimate x = estimate_start((enum estimate_method)m, STR("strata"));
		if (x.role == ESTIMATE_SHOWN || !collect_strata(&j, strata, &x))
			continue;
		if (is_complete(&j))
			fill(&x, pool_add(a, j.draws, count, seed));
		at[out.count++] = x;
	}
	for (size_t p = 0; p < count; p++)
		out.people += strata->at[p].people;
	doubt_strata(a, strata, &out);
	out.estimates = at;
	answer_headline(a, &out);
	return out;
}
