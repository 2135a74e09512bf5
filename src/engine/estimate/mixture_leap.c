#include "engine/estimate/mixture_inside.h"

#include <math.h>

#define NOBODY 1e-12 /* a share that is too little to leap with */

/*
 * A rate r is told as the cube root of r less that of 1 - r: rates that the table holds from one
 * side only look nearly normal so (Wilson and Hilferty 1931), and in logits they do not.
 */
static double
bend(const struct class *k, size_t list)
{
	return cbrt(k->rate[list]) - cbrt(k->miss[list]);
}

/* log of how fast a rate grows with what it is told as. */
static double
log_slope(const struct class *k, size_t list)
{
	double r = cbrt(k->rate[list]), q = cbrt(k->miss[list]);

	return -log(1 / (r * r) + 1 / (q * q));
}

/* The log odds of a rate that is told so, by Cardano's formula; NAN when there is none. */
static double
unbend(double told)
{
	double cube = told * told * told, root = sqrt(4 + cube * cube);
	double sum = cbrt(2 + root) - cbrt(root - 2);

	return fabs(told) < sum ? 3 * log((sum + told) / (sum - told)) : (double)NAN;
}

size_t
mixture_dims(const struct mixture_model *m)
{
	if (m->classes < MIXTURE_LARGEST)
		return 0;
	return MIXTURE_LARGEST * (m->t->lists + 1) - 1;
}

/* Finds the classes of which most people are seen, most first; false when one has nobody. */
static bool
find_largest(const struct mixture *x, size_t *at)
{
	double seen[MIXTURE_LARGEST + 1];
	size_t n = 0;

	for (size_t i = 0; i < MIXTURE_LARGEST; i++)
		at[i] = 0;
	for (size_t k = 0; k < x->m->classes; k++) {
		double own = x->now->share[k] * x->class[k]->some;
		size_t i = n;
		for (; i > 0 && own > seen[i - 1]; i--) {
			seen[i] = seen[i - 1];
			if (i < MIXTURE_LARGEST)
				at[i] = at[i - 1];
		}
		seen[i] = own;
		if (i < MIXTURE_LARGEST)
			at[i] = k;
		n += n < MIXTURE_LARGEST;
	}
	for (size_t i = 0; i < MIXTURE_LARGEST; i++)
		if (x->now->share[at[i]] < NOBODY)
			return false;
	return true;
}

static void
tell(const struct mixture *x, const size_t *largest, double *out)
{
	for (size_t i = 0; i < MIXTURE_LARGEST; i++)
		for (size_t j = 0; j < x->m->t->lists; j++)
			*out++ = bend(x->class[largest[i]], j);
	for (size_t i = 1; i < MIXTURE_LARGEST; i++)
		*out++ = log(x->now->share[largest[0]] / x->now->share[largest[i]]);
}

bool
mixture_point(const struct mixture *x, double *out)
{
	size_t largest[MIXTURE_LARGEST];

	if (!find_largest(x, largest))
		return false;
	tell(x, largest, out);
	return true;
}

/* Proposes the rates of a class; false when a number tells none. */
static bool
propose_rates(struct mixture *x, size_t i, const double *told)
{
	struct class *k = x->instead[i], *old = x->class[x->changed[i]];

	for (size_t j = 0; j < x->m->t->lists; j++) {
		double odds = unbend(told[j]);
		if (!(fabs(odds) <= MIXTURE_ODDS_MOST))
			return false;
		mixture_set_odds(k, j, odds);
		x->gain += log_slope(k, j) - log_slope(old, j) +
		    x->heat.lean * (k->lean[j] - old->lean[j]);
	}
	mixture_work_out(x->m, k);
	return true;
}

/* Shares all that the largest classes have out anew; false when one would have nobody. */
static bool
propose_shares(struct mixture *x, const double *ratios)
{
	double parts[MIXTURE_LARGEST] = {1}, all = 0, sum = 1;

	for (size_t i = 0; i < MIXTURE_LARGEST; i++)
		all += x->now->share[x->changed[i]];
	for (size_t i = 1; i < MIXTURE_LARGEST; i++)
		sum += parts[i] = exp(-ratios[i - 1]);
	for (size_t i = 0; i < MIXTURE_LARGEST; i++) {
		double share = all * parts[i] / sum;
		if (!(share >= NOBODY))
			return false;
		mixture_resize(x, x->changed[i], log(share / x->now->share[x->changed[i]]));
	}
	return true;
}

/* Are they in the proposal still the largest, in the same order? Else there is no way back. */
static bool
is_order_kept(const struct mixture *x)
{
	bool largest[MIXTURE_CLASSES] = {false};
	double last = (double)INFINITY;

	for (size_t i = 0; i < MIXTURE_LARGEST; i++) {
		double own = x->next->share[x->changed[i]] * x->instead[i]->some;
		if (!(own < last))
			return false;
		last = own;
		largest[x->changed[i]] = true;
	}
	for (size_t k = 0; k < x->m->classes; k++)
		if (!largest[k] && x->now->share[k] * x->class[k] -> some >= last)
			return false;
	return true;
}

/* The new classes are those in x->changed. */
static bool
propose(struct mixture *x, const double *point)
{
	size_t lists = x->m->t->lists;

	for (size_t i = 0; i < MIXTURE_LARGEST; i++)
		if (!propose_rates(x, i, point + i * lists))
			return false;
	return propose_shares(x, point + MIXTURE_LARGEST * lists) && is_order_kept(x);
}

void
mixture_leap(struct mixture *x, struct mixture_heat heat, const struct bells *b, size_t times,
    struct chance *c)
{
	double now[MIXTURE_POINT], next[MIXTURE_POINT], log_now = (double)NAN;
	size_t largest[MIXTURE_LARGEST];

	x->heat = heat;
	if (!find_largest(x, largest))
		return;
	for (size_t t = 0; t < times; t++) {
		if (isnan(log_now)) {
			tell(x, largest, now);
			log_now = bells_log(b, now);
		}
		bells_draw(b, c, next);
		mixture_begin(x);
		x->changes = MIXTURE_LARGEST;
		for (size_t i = 0; i < MIXTURE_LARGEST; i++)
			x->changed[i] = largest[i];
		if (!propose(x, next))
			continue;
		x->gain += log_now - bells_log(b, next);
		if (mixture_judge(x, c))
			log_now = (double)NAN;
	}
}
