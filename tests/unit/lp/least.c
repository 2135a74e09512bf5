/* Linear programs: values, duals and the three ways of having no answer, both ways of solving. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kit/lp/lp.h"

static const int32_t ones[] = {1, 1, 1};
static const int32_t first_two[] = {0, 1}, last_two[] = {1, 2}, ends[] = {0, 2}, all[] = {0, 1, 2};

static void
three_overlapping_pairs_need_half_of_their_sum_and_the_duals_prove_it(void **state)
{
	(void)state;
	static const struct lp_row rows[] = {{first_two, ones, 2, LP_AT_LEAST, 101},
	    {last_two, ones, 2, LP_AT_LEAST, 101}, {ends, ones, 2, LP_AT_LEAST, 101}};
	static const struct lp p = {3, ones, rows, 3};

	for (int way = 0; way < LP_WAYS; way++) {
		double x[3], y[3];
		int64_t whole[3];
		assert_int_equal(lp_least(&p, (enum lp_way)way, x, y), LP_SOLVED);
		assert_false(lp_snap(x, 3, 1, whole));
		assert_true(lp_snap(x, 3, 2, whole));
		for (int i = 0; i < 3; i++)
			assert_int_equal(whole[i], 101);
		assert_true(lp_snap(y, 3, 2, whole));
		for (int i = 0; i < 3; i++)
			assert_int_equal(whole[i], 1);
	}
}

static void
the_dual_of_an_upper_end_is_negative(void **state)
{
	(void)state;
	static const int32_t cost[] = {3, 1, 0};
	static const struct lp_row rows[] = {
	    {all, ones, 3, LP_AT_LEAST, 10}, {last_two, ones, 2, LP_AT_MOST, 4}};
	static const struct lp p = {3, cost, rows, 2};

	for (int way = 0; way < LP_WAYS; way++) {
		double x[3], y[2];
		int64_t whole[3];
		assert_int_equal(lp_least(&p, (enum lp_way)way, x, y), LP_SOLVED);
		assert_true(lp_snap(x, 3, 1, whole));
		assert_int_equal(whole[0], 6);
		assert_int_equal(whole[1], 0);
		assert_int_equal(whole[2], 4);
		assert_true(lp_snap(y, 2, 1, whole));
		assert_int_equal(whole[0], 3);
		assert_int_equal(whole[1], -3);
	}
}

static void
what_cannot_hold_is_infeasible_and_what_has_no_least_is_unbounded(void **state)
{
	(void)state;
	static const int32_t gain[] = {-1, -1, -1};
	static const struct lp_row apart[] = {
	    {all, ones, 3, LP_AT_LEAST, 10}, {all, ones, 3, LP_AT_MOST, 9}};
	static const struct lp_row open[] = {{all, ones, 3, LP_AT_LEAST, 10}};
	static const struct lp impossible = {3, ones, apart, 2}, endless = {3, gain, open, 1};
	double x[3] = {7, 7, 7}, y[2] = {7, 7};

	for (int way = 0; way < LP_WAYS; way++) {
		assert_int_equal(lp_least(&impossible, (enum lp_way)way, x, y), LP_INFEASIBLE);
		assert_int_equal(lp_least(&endless, (enum lp_way)way, x, y), LP_UNBOUNDED);
		assert_true(x[0] == 7 && y[0] == 7);
	}
}

static void
a_program_without_rows_costs_nothing(void **state)
{
	(void)state;
	static const struct lp p = {3, ones, NULL, 0};

	for (int way = 0; way < LP_WAYS; way++) {
		double x[3] = {7, 7, 7};
		assert_int_equal(lp_least(&p, (enum lp_way)way, x, NULL), LP_SOLVED);
		assert_true(x[0] == 0 && x[1] == 0 && x[2] == 0);
	}
}

static void
values_snap_only_when_they_are_close_to_a_multiple(void **state)
{
	(void)state;
	int64_t whole[2];

	assert_true(lp_snap((double[]){1.0 / 3, 2.9999999}, 2, 3, whole));
	assert_int_equal(whole[0], 1);
	assert_int_equal(whole[1], 9);
	assert_false(lp_snap((double[]){0.34}, 1, 3, whole));
	assert_false(lp_snap((double[]){0.0 / 0.0}, 1, 3, whole));
	assert_false(lp_snap((double[]){1e300}, 1, 1, whole));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(three_overlapping_pairs_need_half_of_their_sum_and_the_duals_prove_it),
	    cmocka_unit_test(the_dual_of_an_upper_end_is_negative),
	    cmocka_unit_test(what_cannot_hold_is_infeasible_and_what_has_no_least_is_unbounded),
	    cmocka_unit_test(a_program_without_rows_costs_nothing),
	    cmocka_unit_test(values_snap_only_when_they_are_close_to_a_multiple),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
