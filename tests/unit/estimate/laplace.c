/* How likely a table is, against sums over all values of the parameters, and what fits give. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/laplace.h"
#include "tables.h"

static double
normal_density(double x, double mean, double sd)
{
	return exp(-(x - mean) * (x - mean) / (2 * sd * sd)) / (sd * sqrt(2 * acos(-1)));
}

/* Chance of a table of two lists with these log-odds and log odds ratio, among the seen. */
static double
chance_of_table(const struct loglinear_table *t, double first, double second, double both)
{
	double first_only = exp(first), second_only = exp(second),
	       on_both = exp(first + second + both);
	double sum = first_only + second_only + on_both;

	return pow(first_only / sum, t->people[1]) * pow(second_only / sum, t->people[2]) *
	    pow(on_both / sum, t->people[3]);
}

static void
the_evidence_is_the_sum_over_all_parameters(void **state)
{
	const struct loglinear_table t = {.lists = 2, .people = {0, 30, 20, 12}};
	const double step = 0.05;
	double alone = 0, pair = 0;

	(void)state;
	for (double x = -9; x < 5; x += step)
		for (double y = -9; y < 5; y += step) {
			double prior = normal_density(x, -2, 1.5) * normal_density(y, -2, 1.5);
			alone += step * step * prior * chance_of_table(&t, x, y, 0);
			for (double z = -6; z < 6; z += 4 * step)
				pair += 4 * step * step * step * prior * normal_density(z, 0, 1.5) *
				    chance_of_table(&t, x, y, z);
		}
	struct laplace_model m = {.classes = 1};
	struct laplace_fit fit = laplace_fit(&t, &m, NULL);
	assert_true(fabs(fit.log_evidence - log(alone)) < 0.05);
	m.pairs = (struct loglinear_model){1, {3}};
	assert_true(fabs(laplace_fit(&t, &m, &fit).log_evidence - log(pair)) < 0.15);
}

static void
two_classes_hold_as_many_unseen_as_there_are(void **state)
{
	static const double rates[2][4] = {{0.05, 0.04, 0.1, 0.06}, {0.3, 0.4, 0.25, 0.35}};
	static const double people[2] = {18000, 12000};
	const struct laplace_model m = {.classes = 2};
	struct loglinear_table t = {.lists = 4};
	double unseen = 0;

	(void)state;
	for (uint32_t c = 0; c < 16; c++) {
		for (size_t k = 0; k < 2; k++) {
			double p = people[k];
			for (size_t j = 0; j < 4; j++)
				p *= (c >> j & 1) != 0 ? rates[k][j] : 1 - rates[k][j];
			*(c == 0 ? &unseen : &t.people[c]) += p;
		}
	}
	struct laplace_fit fit = laplace_fit(&t, &m, NULL);
	assert_true(fabs(fit.unseen / unseen - 1) < 0.02);
	for (size_t j = 0; j < 4; j++) {
		double hidden = log(rates[0][j] / (1 - rates[0][j]));
		double open = log(rates[1][j] / (1 - rates[1][j]));
		assert_true(fabs(fit.mode[j] - hidden) < 0.05);
		assert_true(fabs(fit.mode[4 + j] - (open - hidden)) < 0.05);
	}
	assert_true(fabs(fit.mode[8] - log(0.4 / 0.6)) < 0.05);
}

static void
where_a_fit_starts_does_not_matter(void **state)
{
	const struct tables *s = *state;
	const struct overlap kosovo = table_read(s, "kosovo");
	struct loglinear_table t;

	loglinear_fill(&kosovo, &t);
	for (size_t classes = 1; classes <= 2; classes++) {
		struct laplace_model m = {classes, {1, {3}}};
		struct laplace_fit smaller = laplace_fit(&t, &m, NULL);
		m.pairs = (struct loglinear_model){2, {3, 12}};
		struct laplace_fit near = laplace_fit(&t, &m, &smaller);
		struct laplace_fit far = laplace_fit(&t, &m, NULL);
		assert_true(fabs(near.log_evidence - far.log_evidence) < 1e-3);
		assert_true(fabs(near.unseen / far.unseen - 1) < 1e-3);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_evidence_is_the_sum_over_all_parameters),
	    cmocka_unit_test(two_classes_hold_as_many_unseen_as_there_are),
	    cmocka_unit_test_prestate(where_a_fit_starts_does_not_matter, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
