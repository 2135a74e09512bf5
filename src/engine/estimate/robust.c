#include "engine/estimate/robust.h"

#include <math.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/logit.h"

enum outcome {
	FIRST, /* on the first list alone */
	SECOND,
	BOTH,
};

/* A person's chances among those on either list: alone on the first, alone on the second, both. */
struct chances {
	double q[LOGIT_OUTCOMES];
};

/* A pair of lists while it is estimated. */
struct pair {
	const struct robust_ask *ask;
	struct logit model; /* of everybody; a fold leaves its part out */
	struct logit_case *cases;
	size_t count;
	size_t by_outcome[LOGIT_OUTCOMES];
	const double *start; /* coefficients of everybody */
	double *coefs, *rooms;
	bool settled[ROBUST_FOLDS];
	struct chances *chances;
	size_t held;
};

static struct pair
pair_of(
    struct arena *a, const struct covariates *x, size_t i, size_t j, const struct robust_ask *ask)
{
	struct pair p = {.ask = ask, .cases = ARENA_ARRAY(a, struct logit_case, x->people)};

	for (size_t k = 0; k < x->people; k++) {
		uint32_t on = x->persons[k].on;
		bool first = (on >> i & 1) != 0, second = (on >> j & 1) != 0;
		if (!first && !second)
			continue;
		enum outcome outcome = first && second ? BOTH : first ? FIRST : SECOND;
		p.cases[p.count++] = (struct logit_case){&x->persons[k], (uint8_t)outcome, 0};
		p.by_outcome[outcome]++;
	}
	p.model = (struct logit){p.cases, p.count, x->columns, ask->ridge, -1};
	p.chances = ARENA_ARRAY(a, struct chances, p.count);
	return p;
}

/* A shuffled hand of the numbers below n. */
static void
deal(struct chance *chance, uint8_t *hand, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		size_t with = (size_t)(chance_unit(chance) * (double)(k + 1));
		hand[k] = hand[with];
		hand[with] = (uint8_t)k;
	}
}

/*
 * Parts of the people by chance, but alike: people stand in order of their values, and of those of
 * one outcome each handful of neighbours goes to different parts. Parts that differ by chance cost
 * more than they are worth: with ten people of a kind on both lists the estimate would be a tenth
 * low.
 */
static void
share_out(struct pair *p)
{
	struct chance chance = chance_start(p->ask->seed, 0);
	uint8_t hands[LOGIT_OUTCOMES][ROBUST_FOLDS];
	size_t dealt[LOGIT_OUTCOMES] = {0};

	for (size_t k = 0; k < p->count; k++) {
		struct logit_case *c = &p->cases[k];
		size_t at = dealt[c->outcome]++ % p->ask->folds;
		if (at == 0)
			deal(&chance, hands[c->outcome], p->ask->folds);
		c->part = hands[c->outcome][at];
	}
}

/* The chances of one part's people, by regressions of the others. */
static void
judge_part(void *arg, size_t part)
{
	struct pair *p = arg;
	size_t n = 2 * p->model.columns;
	double *coefs = p->coefs + part * n;
	struct logit others = p->model;

	others.without = (int)part;
	for (size_t k = 0; k < n; k++)
		coefs[k] = p->start[k];
	p->settled[part] =
	    logit_fit(&others, coefs, p->rooms + part * logit_room(p->model.columns));
	for (size_t k = 0; k < p->count; k++)
		if (p->cases[k].part == part)
			logit_chances(coefs, p->model.columns, p->cases[k].person, p->chances[k].q);
}

static void
judge(struct arena *a, struct pair *p, bool *settled)
{
	size_t columns = p->model.columns, folds = p->ask->folds;
	double *start = ARENA_ARRAY(a, double, 2 * columns);

	p->coefs = ARENA_ARRAY(a, double, 2 * columns * folds);
	p->rooms = ARENA_ARRAY(a, double, logit_room(columns) * folds);
	for (int k = FIRST; k <= SECOND; k++)
		start[(size_t)k * columns] =
		    log(((double)p->by_outcome[k] + 0.5) / ((double)p->by_outcome[BOTH] + 0.5));
	*settled = logit_fit(&p->model, start, p->rooms);
	p->start = start;
	hands_each(p->ask->hands, folds, judge_part, p);
	for (size_t f = 0; f < folds; f++)
		*settled &= p->settled[f];
}

/* Holds the chance to be on both lists at the least it may be; the others give what it takes. */
static void
hold(struct pair *p)
{
	for (size_t k = 0; k < p->count; k++) {
		double *q = p->chances[k].q;
		if (q[BOTH] >= ROBUST_LEAST)
			continue;
		double rest = (1 - ROBUST_LEAST) / (q[FIRST] + q[SECOND]);
		q[FIRST] *= rest;
		q[SECOND] *= rest;
		q[BOTH] = ROBUST_LEAST;
		p->held++;
	}
}

/* The unseen for each of the seen who are like this one. */
static double
unseen(const struct chances *c)
{
	return c->q[FIRST] * c->q[SECOND] / c->q[BOTH];
}

/* How the unseen change with the log of the odds of being on one list alone, not both. */
static void
direction(const struct chances *c, double out[2])
{
	double first = (c->q[FIRST] + c->q[BOTH]) / c->q[BOTH];
	double second = (c->q[SECOND] + c->q[BOTH]) / c->q[BOTH];

	out[FIRST] = first * c->q[SECOND] / c->q[BOTH];
	out[SECOND] = second * c->q[FIRST] / c->q[BOTH];
}

/* The score of a person in that direction: what one adds to the estimate beyond unseen(). */
static double
influence(const struct logit_case *who, const struct chances *c)
{
	double d[2];

	direction(c, d);
	return d[FIRST] * ((who->outcome == FIRST) - c->q[FIRST]) +
	    d[SECOND] * ((who->outcome == SECOND) - c->q[SECOND]);
}

/* The mean over the people of unseen and influence, and the variance of their sum. */
static void
one_step(const struct pair *p, struct robust *out)
{
	double mean = 0, squares = 0, n = (double)p->count;

	for (size_t k = 0; k < p->count; k++) {
		double v = unseen(&p->chances[k]) + influence(&p->cases[k], &p->chances[k]);
		double from_mean = v - mean;
		mean += from_mean / (double)(k + 1);
		squares += from_mean * (v - mean);
	}
	out->one_step = n + n * fmax(mean, 0);
	/* n people were seen of N = one_step; how many are seen is itself a binomial number. */
	double all = out->one_step;
	out->variance = n * squares / (n - 1) + all * (all - n) / n;
}

/*
 * How many people on both lists, all alike, would carry as much as those there are: each counts
 * for the unseen he stands for, unseen / q.
 */
static double
carried_by(const struct pair *p)
{
	double sum = 0, squares = 0;

	for (size_t k = 0; k < p->count; k++) {
		double v = unseen(&p->chances[k]);
		sum += v;
		squares += v * v / p->chances[k].q[BOTH];
	}
	return sum * sum / squares;
}

struct robust
robust_pair(
    struct arena *a, const struct covariates *x, size_t i, size_t j, const struct robust_ask *ask)
{
	struct pair p = pair_of(a, x, i, j, ask);
	struct robust out = {.people = p.count, .settled = true};

	out.one_step = (double)p.count;
	out.carried = (double)p.by_outcome[BOTH];
	/* All of one list are on the other: nobody is unseen, as by any formula of two lists. */
	if (p.by_outcome[FIRST] == 0 || p.by_outcome[SECOND] == 0)
		return out;
	share_out(&p);
	judge(a, &p, &out.settled);
	hold(&p);
	out.held = (double)p.held / (double)p.count;
	one_step(&p, &out);
	out.carried = carried_by(&p);
	return out;
}
