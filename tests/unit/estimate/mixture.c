/* One state of latent classes: its moves leave a distribution that is known as it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/mixture.h"
#include "engine/estimate/special.h"
#include "tables.h"

#define STATES 6000
#define WEIGHTED 1000000
#define MOVED 100000
#define FIT 55.0    /* about minus the largest log of the likelihood */
#define POINTS 3000 /* that bells are fitted to */
#define LEAPS 6
#define APART 0.035 /* most between two shares of so many states: 3.8 standard errors */

static const struct str names[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c")};
static const struct overlap_cell cells[] = {{1, 5}, {2, 3}, {4, 2}, {3, 2}, {5, 1}, {7, 2}};

/* The largest difference of the shares of two sorted samples below any number. */
static double
largest_gap(const double *x, const double *y)
{
	double gap = 0;

	for (size_t i = 0, j = 0; i < STATES && j < STATES;) {
		if (x[i] <= y[j])
			i++;
		else
			j++;
		gap = fmax(gap, fabs((double)i - (double)j) / STATES);
	}
	return gap;
}

/* Without the likelihood, moves from draws of the prior must give draws of the prior. */
static void
assert_moves_keep_the_prior(const struct tables *s, size_t classes)
{
	struct overlap t = overlap_of(s->a, names, 3, cells, LENGTH(cells));
	struct mixture_model m = mixture_model_of(s->a, &t, classes, 0.25, 0.25, 0);
	double *drawn[] = {ARENA_ARRAY(s->a, double, STATES), ARENA_ARRAY(s->a, double, STATES)};
	double *moved[] = {ARENA_ARRAY(s->a, double, STATES), ARENA_ARRAY(s->a, double, STATES)};
	struct mixture *x = mixture_new(s->a, &m);
	struct chance c = chance_start(7, classes);

	for (size_t i = 0; i < STATES; i++) {
		mixture_draw(x, &c);
		drawn[0][i] = mixture_seen(x);
		drawn[1][i] = mixture_fit(x);
		mixture_draw(x, &c);
		mixture_sweep(x, (struct mixture_heat){0, 1}, &c);
		mixture_sweep(x, (struct mixture_heat){0, 1}, &c);
		moved[0][i] = mixture_seen(x);
		moved[1][i] = mixture_fit(x);
	}
	for (size_t k = 0; k < LENGTH(drawn); k++) {
		special_sort(drawn[k], STATES);
		special_sort(moved[k], STATES);
		double gap = largest_gap(drawn[k], moved[k]);
		if (!(gap < APART))
			fail_msg("%zu classes, measure %zu: %.3f apart", classes, k, gap);
	}
}

static void
moves_without_the_likelihood_keep_the_prior(void **state)
{
	const struct tables *s = *state;

	assert_moves_keep_the_prior(s, 2);
	assert_moves_keep_the_prior(s, 3);
	assert_moves_keep_the_prior(s, 6);
}

/* Bells fitted to draws of the prior that leans. */
static const struct bells *
bells_of_the_prior(const struct tables *s, struct mixture *x, size_t dims, struct chance *c)
{
	double *points = ARENA_ARRAY(s->a, double, POINTS *dims);
	size_t count = 0;

	for (size_t i = 0; i < POINTS; i++) {
		mixture_draw(x, c);
		count += mixture_point(x, points + count * dims);
	}
	return bells_fit(s->a, points, count, dims, c);
}

static void
assert_leaps_keep_the_prior(const struct tables *s, size_t classes)
{
	struct overlap t = overlap_of(s->a, names, 3, cells, LENGTH(cells));
	struct mixture_model m = mixture_model_of(s->a, &t, classes, 0.25, 0.25, 0);
	double *drawn = ARENA_ARRAY(s->a, double, STATES),
	       *moved = ARENA_ARRAY(s->a, double, STATES);
	struct mixture *x = mixture_new(s->a, &m);
	struct chance c = chance_start(11, classes);
	const struct bells *b = bells_of_the_prior(s, x, mixture_dims(&m), &c);
	size_t leapt = 0;

	for (size_t i = 0; i < STATES; i++) {
		mixture_draw(x, &c);
		drawn[i] = mixture_seen(x);
		mixture_draw(x, &c);
		double before = mixture_seen(x);
		mixture_leap(x, (struct mixture_heat){0, 1}, b, LEAPS, &c);
		moved[i] = mixture_seen(x);
		leapt += moved[i] != before;
	}
	special_sort(drawn, STATES);
	special_sort(moved, STATES);
	double gap = largest_gap(drawn, moved);
	if (!(gap < APART && leapt > STATES / 20))
		fail_msg("%zu classes: %.3f apart, %zu leapt", classes, gap, leapt);
}

static void
leaps_without_the_likelihood_keep_the_prior(void **state)
{
	const struct tables *s = *state;

	assert_leaps_keep_the_prior(s, 3);
	assert_leaps_keep_the_prior(s, 6);
}

/* The posterior of the chance to be seen, by its prior's draws weighted and by moves. */
static void
moves_reach_what_weighted_draws_of_the_prior_say(void **state)
{
	const struct tables *s = *state;
	static const struct overlap_cell many[] = {{1, 10}, {2, 6}, {4, 4}, {3, 4}, {5, 2}, {7, 4}};
	static const double cuts[] = {0.6, 0.7, 0.75, 0.8};
	struct overlap t = overlap_of(s->a, names, 3, many, LENGTH(many));
	struct mixture_model m = mixture_model_of(s->a, &t, 2, 0.25, 0.25, 0);
	struct mixture *x = mixture_new(s->a, &m);
	struct chance c = chance_start(2, 2);
	double weighted[LENGTH(cuts)] = {0}, moved[LENGTH(cuts)] = {0}, whole = 0;

	for (size_t i = 0; i < WEIGHTED; i++) {
		mixture_draw(x, &c);
		double weight = exp(mixture_fit(x) - mixture_lean(x) + FIT);
		whole += weight;
		for (size_t k = 0; k < LENGTH(cuts); k++)
			weighted[k] += mixture_seen(x) < cuts[k] ? weight : 0;
	}
	for (size_t i = 0; i < MOVED; i++) {
		mixture_sweep(x, (struct mixture_heat){1, 0}, &c);
		for (size_t k = 0; k < LENGTH(cuts); k++)
			moved[k] += mixture_seen(x) < cuts[k];
	}
	for (size_t k = 0; k < LENGTH(cuts); k++)
		if (!(fabs(weighted[k] / whole - moved[k] / MOVED) < 0.03))
			fail_msg("seen below %.2f: %.3f, not %.3f", cuts[k], moved[k] / MOVED,
			    weighted[k] / whole);
}

static void
one_class_has_the_likelihood_of_independent_lists(void **state)
{
	const struct tables *s = *state;
	struct overlap t = overlap_of(s->a, names, 3, cells, LENGTH(cells));
	struct mixture_model m = mixture_model_of(s->a, &t, 1, 0.25, 0.25, 0);
	struct mixture *x = mixture_new(s->a, &m);
	struct chance c = chance_start(1, 1);
	double best = (double)-INFINITY;

	mixture_draw(x, &c);
	for (int i = 0; i < 3000; i++) {
		mixture_sweep(x, (struct mixture_heat){400, 0}, &c);
		best = fmax(best, mixture_fit(x));
	}
	/* By EM of one class: rates 0.5104, 0.3573 and 0.2552, of 19.59 people 15 are seen. */
	if (!(fabs(best + 26.8065) < 0.01))
		fail_msg("%.4f", best);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(moves_without_the_likelihood_keep_the_prior, &s),
	    cmocka_unit_test_prestate(leaps_without_the_likelihood_keep_the_prior, &s),
	    cmocka_unit_test_prestate(moves_reach_what_weighted_draws_of_the_prior_say, &s),
	    cmocka_unit_test_prestate(one_class_has_the_likelihood_of_independent_lists, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
