/* People who are unlike are told from lists that depend in pairs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/family.h"
#include "engine/estimate/unlike.h"
#include "tables.h"

#define LISTS 4

/* What is expected of so many people with these rates, some of list 0 being handed on to list 1. */
static void
add_people(struct loglinear_table *y, double people, const double *rates, double handed_on)
{
	y->lists = LISTS;
	for (uint32_t c = 1; c < 1u << LISTS; c++) {
		double p = people;
		for (size_t j = 0; j < LISTS; j++) {
			double rate = rates[j];
			if (j == 1 && (c & 1) != 0)
				rate += (1 - rate) * handed_on;
			p *= (c >> j & 1) != 0 ? rate : 1 - rate;
		}
		y->people[c] += p;
	}
}

static void
two_classes_are_found_with_about_as_many_people_as_there_are(void **state)
{
	const struct tables *s = *state;
	static const double open[] = {0.3, 0.4, 0.25, 0.35}, hidden[] = {0.05, 0.04, 0.1, 0.06};
	struct loglinear_table y = {0};

	add_people(&y, 1200, open, 0);
	add_people(&y, 1800, hidden, 0);
	struct unlike u = unlike_ask(s->a, &y);
	assert_true(u.found);
	assert_true(fabs(u.people - 3000) < 150);
}

static void
independent_lists_and_a_referral_are_not_taken_for_classes(void **state)
{
	const struct tables *s = *state;
	static const double rates[] = {0.2, 0.1, 0.25, 0.15};

	for (int referral = 0; referral < 2; referral++) {
		struct loglinear_table y = {0};
		add_people(&y, 3000, rates, 0.35 * referral);
		struct unlike u = unlike_ask(s->a, &y);
		assert_false(u.found);
		assert_true(family_unlike_gain(s->a, &y, 1) < 0.1);
	}
}

static void
a_table_that_lists_alone_do_not_fit_says_nothing(void **state)
{
	const struct tables *s = *state;
	struct loglinear_table y = {.lists = LISTS};

	y.people[1] = y.people[2] = y.people[4] = y.people[8] = 20;
	assert_false(unlike_ask(s->a, &y).found);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(
		two_classes_are_found_with_about_as_many_people_as_there_are, &s),
	    cmocka_unit_test_prestate(
		independent_lists_and_a_referral_are_not_taken_for_classes, &s),
	    cmocka_unit_test_prestate(a_table_that_lists_alone_do_not_fit_says_nothing, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
