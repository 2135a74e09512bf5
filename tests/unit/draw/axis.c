/* The scale of a board. Figures: June 2019. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kit/draw/axis.h"

static void
the_axis_runs_from_the_tick_below_to_the_tick_above(void **state)
{
	(void)state;
	struct axis june = axis_around(18, 3999);

	assert_int_equal(june.first, 10);
	assert_int_equal(june.last, 5000);
	june = axis_around(20, 5000);
	assert_int_equal(june.first, 20);
	assert_int_equal(june.last, 5000);
	june = axis_around(0, 0);
	assert_int_equal(june.first, 1);
	assert_int_equal(june.last, 2);
	june = axis_around(0, INT64_MAX);
	assert_true(june.last > 0);
}

static void
every_decade_is_as_long_as_the_next(void **state)
{
	(void)state;
	const struct axis axis = {10, 10000};

	assert_true(axis_place(&axis, 100) > 0.3333 && axis_place(&axis, 100) < 0.3334);
	assert_true(axis_place(&axis, 1000) > 0.6666 && axis_place(&axis, 1000) < 0.6667);
}

static void
what_lies_outside_is_at_the_edge(void **state)
{
	(void)state;
	const struct axis axis = {10, 10000};

	assert_true(axis_place(&axis, 0) <= 0 && axis_place(&axis, 9) <= 0);
	assert_true(axis_place(&axis, 10000) >= 1 && axis_place(&axis, INT64_MAX) >= 1);
}

static void
ticks_go_on_by_one_two_and_five(void **state)
{
	(void)state;
	static const int64_t wanted[] = {1, 2, 5, 10, 20, 50, 100};

	for (size_t i = 0; i + 1 < LENGTH(wanted); i++)
		assert_int_equal(axis_tick_after(wanted[i]), wanted[i + 1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_axis_runs_from_the_tick_below_to_the_tick_above),
	    cmocka_unit_test(every_decade_is_as_long_as_the_next),
	    cmocka_unit_test(what_lies_outside_is_at_the_edge),
	    cmocka_unit_test(ticks_go_on_by_one_two_and_five),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
