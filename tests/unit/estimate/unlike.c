/* People who are unlike are told from lists that depend in pairs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/unlike.h"
#include "tables.h"

#define LISTS 4

/*
 * Adds what is expected of so many people with these rates, where people on list 2i have odds
 * ratio times as large to be on list 2i + 1, for i < pairs, the odds of all others being as given.
 */
static void
add_people(
    struct loglinear_table *y, double people, const double *rates, double ratio, size_t pairs)
{
	double chances[1 << LISTS], sum = 0;

	y->lists = LISTS;
	for (uint32_t c = 0; c < 1u << LISTS; c++) {
		chances[c] = 1;
		for (size_t j = 0; j < LISTS; j++)
			chances[c] *= (c >> j & 1) != 0 ? rates[j] / (1 - rates[j]) : 1;
		for (size_t i = 0; i < pairs; i++)
			chances[c] *= (c >> 2 * i & 3) == 3 ? ratio : 1;
		sum += chances[c];
	}
	for (uint32_t c = 1; c < 1u << LISTS; c++)
		y->people[c] += people * chances[c] / sum;
}

static const double middling[] = {0.2, 0.1, 0.25, 0.15};
static const double open[] = {0.3, 0.4, 0.25, 0.35}, hidden[] = {0.05, 0.04, 0.1, 0.06};

static void
two_classes_are_found_with_about_as_many_people_as_there_are(void **state)
{
	struct loglinear_table y = {0};

	(void)state;
	add_people(&y, 1200, open, 1, 0);
	add_people(&y, 1800, hidden, 1, 0);
	struct unlike u = unlike_ask(&y);
	assert_true(u.found);
	assert_true(fabs(u.people - 3000) < 150);
}

static void
two_classes_are_found_where_a_pair_depends_too(void **state)
{
	struct loglinear_table y = {0};

	(void)state;
	add_people(&y, 1200, open, 3, 1);
	add_people(&y, 1800, hidden, 3, 1);
	struct unlike u = unlike_ask(&y);
	assert_true(u.found);
	assert_true(fabs(u.people - 3000) < 300);
}

static void
lists_alone_and_pairs_are_not_taken_for_classes(void **state)
{
	static const double ratios[] = {1, 3, 8, 1.0 / 3};

	(void)state;
	for (size_t i = 0; i < LENGTH(ratios); i++) {
		for (size_t pairs = 1; pairs <= 2; pairs++) {
			struct loglinear_table y = {0};
			add_people(&y, 3000, middling, ratios[i], pairs);
			assert_false(unlike_ask(&y).found);
		}
	}
}

static void
a_table_of_lists_that_share_nobody_says_nothing(void **state)
{
	struct loglinear_table y = {.lists = LISTS};

	(void)state;
	y.people[1] = y.people[2] = y.people[4] = y.people[8] = 20;
	assert_false(unlike_ask(&y).found);
}

static void
the_order_of_lists_does_not_matter(void **state)
{
	const struct tables *s = *state;
	static const char *const names[] = {"kosovo", "uk5", "neworleans5"};

	for (size_t i = 0; i < LENGTH(names); i++) {
		const struct overlap read = table_read(s, names[i]);
		struct loglinear_table t, turned = {.lists = read.lists};
		loglinear_fill(&read, &t);
		for (uint32_t c = 1; c < UINT32_C(1) << t.lists; c++)
			turned.people[c >> 1 | (c & 1) << (t.lists - 1)] = t.people[c];
		assert_true(fabs(unlike_ask(&t).log_odds - unlike_ask(&turned).log_odds) < 1e-3);
	}
}

/* The only public tables whose lists cover people of whom it is known. */
static void
kosovo_is_of_people_who_are_unlike(void **state)
{
	const struct tables *s = *state;
	const struct overlap kosovo = table_read(s, "kosovo");
	struct loglinear_table t;

	loglinear_fill(&kosovo, &t);
	assert_true(unlike_ask(&t).found);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_classes_are_found_with_about_as_many_people_as_there_are),
	    cmocka_unit_test(two_classes_are_found_where_a_pair_depends_too),
	    cmocka_unit_test(lists_alone_and_pairs_are_not_taken_for_classes),
	    cmocka_unit_test(a_table_of_lists_that_share_nobody_says_nothing),
	    cmocka_unit_test_prestate(the_order_of_lists_does_not_matter, &s),
	    cmocka_unit_test_prestate(kosovo_is_of_people_who_are_unlike, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
