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

/* Collects the parts' draws; doubts the whole where a part gives none. */
static bool
collect(struct joining *j, struct estimate *x)
{
	size_t lost = 0;

	for (size_t p = 0; p < j->count; p++) {
		const struct estimate *part = estimate_in(&j->parts[p], x->method);
		if (part == NULL)
			return false;
		bool stands = estimate_stands(part) && part->draws != NULL;
		lost += !stands;
		x->interval = part->interval;
		j->draws[p] = part->draws;
		if (stands)
			add_new_doubts(j->a, &x->doubts, &part->doubts);
	}
	if (lost > 0)
		estimate_doubt(j->a, x, ESTIMATE_GATE_PART_LOST,
		    estimate_number(j->a, (double)lost), estimate_number(j->a, (double)j->count));
	return true;
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

static void
finish(struct joining *j, struct answer *out, struct estimate *at)
{
	for (size_t p = 0; p < j->count; p++)
		add_new_doubts(j->a, &out->doubts, &j->parts[p].doubts);
	out->estimates = at;
	answer_headline(j->a, out);
}

struct answer
answer_pool(struct arena *a, const struct answer *samples, size_t count, bool total_variance)
{
	struct joining j = {a, samples, count, ARENA_ARRAY(a, const double *, count)};
	struct estimate *at = ARENA_ARRAY(a, struct estimate, ESTIMATE_METHODS);
	struct answer out = {.names = samples[0].names, .lists = samples[0].lists};
	double people = 0;

	for (int m = 0; m < ESTIMATE_METHODS; m++) {
		struct estimate x = estimate_start((enum estimate_method)m, STR("samples"));
		if (x.role == ESTIMATE_SHOWN || !collect(&j, &x))
			continue;
		if (estimate_gravest(&x.doubts) < ESTIMATE_METHOD)
			fill(&x, pool_join(a, j.draws, count));
		if (total_variance && count > 1 && isfinite(x.point))
			fill_total_variance(&j, &x);
		at[out.count++] = x;
	}
	for (size_t p = 0; p < count; p++)
		people += (double)samples[p].people / (double)count;
	out.people = (int64_t)llround(people);
	finish(&j, &out, at);
	return out;
}

struct answer
answer_add(struct arena *a, const struct answer *strata, size_t count, uint64_t seed)
{
	struct joining j = {a, strata, count, ARENA_ARRAY(a, const double *, count)};
	struct estimate *at = ARENA_ARRAY(a, struct estimate, ESTIMATE_METHODS);
	struct answer out = {.names = strata[0].names, .lists = strata[0].lists};

	for (int m = 0; m < ESTIMATE_METHODS; m++) {
		struct estimate x = estimate_start((enum estimate_method)m, STR("strata"));
		if (x.role == ESTIMATE_SHOWN || !collect(&j, &x))
			continue;
		if (estimate_gravest(&x.doubts) < ESTIMATE_METHOD)
			fill(&x, pool_add(a, j.draws, count, seed));
		at[out.count++] = x;
	}
	for (size_t p = 0; p < count; p++)
		out.people += strata[p].people;
	finish(&j, &out, at);
	return out;
}
