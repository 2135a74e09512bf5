/* Functions of statistics against values of printed tables, and random numbers against their
 * moments. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/special.h"
#include "tables.h"

static void
is(double value, double wanted, double within)
{
	if (!(fabs(value - wanted) <= within))
		fail_msg("%.17g is not %.17g", value, wanted);
}

static void
log_gamma_is_right_from_small_to_huge(void **state)
{
	(void)state;
	is(special_lgamma(0.5), 0.57236494292470008707, 1e-14);
	is(special_lgamma(1), 0, 1e-13);
	is(special_lgamma(2), 0, 1e-13);
	is(special_lgamma(0.03125), 3.4484891277979584, 1e-13);
	is(special_lgamma(10), 12.801827480081469611, 1e-13);
	is(special_lgamma(1e8) / 1742068066.1038347, 1, 1e-15);
	is(special_lgamma(1e8 + 1) - special_lgamma(1e8), log(1e8), 1e-6);
}

static void
poisson_tails_reach_chances_that_a_double_cannot_hold(void **state)
{
	(void)state;
	is(exp(special_poisson_below(0, 2)), exp(-2.0), 1e-14);
	is(exp(special_poisson_below(3, 2)), 0.85712346049854704, 1e-13);
	is(exp(special_poisson_above(4, 2)), 1 - 0.85712346049854704, 1e-13);
	is(special_poisson_above(0, 5), 0, 0);
	is(special_poisson_below(0, 4000), -4000, 1e-9);
	is(exp(special_poisson_below(1000, 1000)), 0.50840936716850, 1e-10);
}

static void
quantiles_invert_their_chances(void **state)
{
	(void)state;
	is(special_normal_quantile(0.975), 1.959963984540054, 1e-12);
	is(special_normal_quantile(0.025), -1.959963984540054, 1e-12);
	is(special_normal(special_normal_quantile(0.0005)), 0.0005, 1e-15);
	is(special_t_quantile(0.975, 1), 12.7062047361747, 1e-8);
	is(special_t_quantile(0.975, 10), 2.22813885198627, 1e-10);
	is(special_sample_quantile((const double[]){1, 2, 3, 4}, 4, 0.5), 2.5, 1e-12);
	is(special_sample_quantile((const double[]){1, 2, 3, 4}, 4, 0.001), 1, 0);
}

static void
logs_of_sums_do_not_overflow_at_a_hundred_million(void **state)
{
	(void)state;
	double huge = special_lgamma(1e8);

	is(special_log_add(huge, huge) - huge, log(2), 1e-6);
	is(special_log_add((double)-INFINITY, 3), 3, 0);
	is(special_log_add(-1e9, -1e9 - 1) + 1e9, log1p(exp(-1)), 1e-6);
}

/* Mean and variance of many draws are within five standard errors of what they should be. */
static void
has_moments(int64_t (*draw)(struct chance *c), double mean, double variance)
{
	struct chance c = chance_start(7, 1);
	double sum = 0, squares = 0, n = 40000;

	for (int i = 0; i < 40000; i++) {
		double v = (double)draw(&c);
		sum += v;
		squares += (v - mean) * (v - mean);
	}
	is(sum / n, mean, 5 * sqrt(variance / n));
	is(squares / n, variance, 5 * variance * sqrt(3 / n));
}

static int64_t
few_successes(struct chance *c)
{
	return chance_binomial(c, 40, 0.1);
}

static int64_t
many_successes(struct chance *c)
{
	return chance_binomial(c, 1000, 0.7);
}

static int64_t
few_events(struct chance *c)
{
	return chance_poisson(c, 3);
}

static int64_t
many_events(struct chance *c)
{
	return chance_poisson(c, 250);
}

static int64_t
gamma_in_thousandths(struct chance *c)
{
	return (int64_t)(1e6 * exp(chance_log_gamma(c, 2.5)));
}

static int64_t
beta_in_thousandths(struct chance *c, double a, double b)
{
	double rest, v = chance_beta(c, a, b, &rest);

	assert_true(v >= 0 && rest >= 0 && fabs(v + rest - 1) < 1e-15);
	return (int64_t)(1e6 * v);
}

static int64_t
even_beta(struct chance *c)
{
	return beta_in_thousandths(c, 1, 1);
}

static int64_t
lopsided_beta(struct chance *c)
{
	return beta_in_thousandths(c, 1, 5);
}

static int64_t
normal_in_thousandths(struct chance *c)
{
	return (int64_t)(1e6 * chance_normal(c));
}

/* Numbers that come in pairs must not hang together. */
static int64_t
product_of_two_normals(struct chance *c)
{
	double first = chance_normal(c);

	return (int64_t)(1e6 * first * chance_normal(c));
}

static void
draws_have_the_mean_and_variance_of_their_law(void **state)
{
	(void)state;
	has_moments(few_successes, 4, 3.6);
	has_moments(many_successes, 700, 210);
	has_moments(few_events, 3, 3);
	has_moments(many_events, 250, 250);
	has_moments(gamma_in_thousandths, 2.5e6, 2.5e12);
	has_moments(even_beta, 5e5, 1e12 / 12);
	has_moments(lopsided_beta, 1e6 / 6, 1e12 * 5 / 252);
	has_moments(normal_in_thousandths, 0, 1e12);
	has_moments(product_of_two_normals, 0, 1e12);
}

static void
sharing_out_loses_nobody_and_streams_differ(void **state)
{
	(void)state;
	struct chance c = chance_start(1, 1), d = chance_start(1, 2);
	int64_t out[3];

	chance_share(&c, 1000000007, (const double[]){1, 0, 3}, 3, out);
	assert_int_equal(out[0] + out[1] + out[2], 1000000007);
	assert_int_equal(out[1], 0);
	is((double)out[2] / 1e9, 0.75, 1e-3);
	assert_true(chance_bits(&c) != chance_bits(&d));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(log_gamma_is_right_from_small_to_huge),
	    cmocka_unit_test(poisson_tails_reach_chances_that_a_double_cannot_hold),
	    cmocka_unit_test(quantiles_invert_their_chances),
	    cmocka_unit_test(logs_of_sums_do_not_overflow_at_a_hundred_million),
	    cmocka_unit_test(draws_have_the_mean_and_variance_of_their_law),
	    cmocka_unit_test(sharing_out_loses_nobody_and_streams_differ),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
