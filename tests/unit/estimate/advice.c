/* Advice on tables whose truth is known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/advice.h"
#include "tables.h"

#define LISTS 4
#define PEOPLE 5000

/* What is expected of lists that each have a tenth, of which a hands a share on to b. */
static struct overlap
expected(const struct tables *s, double handed_on)
{
	static const struct str names[LISTS] = {
	    STR_INIT("a"), STR_INIT("b"), STR_INIT("c"), STR_INIT("d")};
	struct overlap_cell cells[1 << LISTS] = {{0, 0}};

	for (uint32_t c = 1; c < 1u << LISTS; c++) {
		double p = PEOPLE;
		for (size_t j = 0; j < LISTS; j++) {
			double rate = j == 1 && (c & 1) != 0 ? 0.1 + 0.9 * handed_on : 0.1;
			p *= (c >> j & 1) != 0 ? rate : 1 - rate;
		}
		cells[c] = (struct overlap_cell){c, llround(p)};
	}
	return overlap_of(s->a, names, LISTS, cells, 1 << LISTS);
}

static void
lists_of_which_one_feeds_the_other_are_named_and_merging_them_mends_the_number(void **state)
{
	const struct tables *s = *state;
	struct overlap t = expected(s, 0.4);
	struct advice advice = advice_ask(s->a, &t);

	assert_int_equal(advice.pair_count, 1);
	assert_string_equal(
	    estimate_pair(s->a, &t, advice.pairs[0].first, advice.pairs[0].second).p, "a:b");
	assert_true(advice.pairs[0].ratio > 4 && advice.pairs[0].low > 1);
	assert_true(fabs(advice.pairs[0].merged - PEOPLE) < 0.02 * PEOPLE);
}

static void
independent_lists_are_not_accused(void **state)
{
	const struct tables *s = *state;
	struct overlap t = expected(s, 0);

	assert_int_equal(advice_ask(s->a, &t).pair_count, 0);
}

static void
one_more_list_narrows_the_unseen(void **state)
{
	const struct tables *s = *state;
	struct overlap t = expected(s, 0), two = overlap_without(s->a, &t, 0);
	struct advice advice = advice_ask(s->a, &t), fewer = advice_ask(s->a, &two);

	assert_true(fabs(advice.more - 500) <= 5);
	assert_true(1 < advice.then && advice.then < advice.now);
	assert_true(advice.now < fewer.now && fabs(fewer.then - advice.now) < 0.05);
}

/* 40 in 100 are on each list with chance 0.4, the others with 0.05. */
static struct overlap
of_two_kinds(const struct tables *s)
{
	static const struct str names[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c")};
	struct overlap_cell cells[8] = {{0, 0}};

	for (uint32_t c = 1; c < 8; c++) {
		int on = __builtin_popcount(c);
		double p =
		    0.4 * pow(0.4, on) * pow(0.6, 3 - on) + 0.6 * pow(0.05, on) * pow(0.95, 3 - on);
		cells[c] = (struct overlap_cell){c, llround(PEOPLE * p)};
	}
	return overlap_of(s->a, names, 3, cells, 8);
}

static void
all_three_lists_attract_each_other_where_people_differ_and_not_where_a_pair_depends(void **state)
{
	const struct tables *s = *state;
	struct overlap differ = of_two_kinds(s), four = expected(s, 0.4);
	struct overlap pair = overlap_without(s->a, &four, 3);

	assert_int_equal(advice_attracting(&differ), 3);
	assert_int_equal(advice_attracting(&pair), 1);
}

static void
two_lists_get_no_advice(void **state)
{
	const struct tables *s = *state;
	struct overlap t = expected(s, 0), three = overlap_without(s->a, &t, 0);
	struct overlap two = overlap_without(s->a, &three, 0);
	struct advice advice = advice_ask(s->a, &two);

	assert_true(advice.pair_count == 0 && advice.more == 0);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(
		lists_of_which_one_feeds_the_other_are_named_and_merging_them_mends_the_number, &s),
	    cmocka_unit_test_prestate(independent_lists_are_not_accused, &s),
	    cmocka_unit_test_prestate(one_more_list_narrows_the_unseen, &s),
	    cmocka_unit_test_prestate(
		all_three_lists_attract_each_other_where_people_differ_and_not_where_a_pair_depends,
		&s),
	    cmocka_unit_test_prestate(two_lists_get_no_advice, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
