/* What is said over all methods: from how many lists a range, from how many only a lower end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/answer.h"
#include "tables.h"

#define LISTS 4
#define PEOPLE 2000
#define RATE 0.3

/* What is expected of so many lists that do not depend on each other. */
static struct overlap
expected(const struct tables *s, size_t lists)
{
	static const struct str names[LISTS] = {
	    STR_INIT("a"), STR_INIT("b"), STR_INIT("c"), STR_INIT("d")};
	struct overlap_cell cells[1 << LISTS] = {{0, 0}};

	for (uint32_t c = 1; c < 1u << lists; c++) {
		int on = __builtin_popcount(c);
		double p = pow(RATE, on) * pow(1 - RATE, (int)lists - on);
		cells[c] = (struct overlap_cell){c, llround(PEOPLE * p)};
	}
	return overlap_of(s->a, names, lists, cells, (size_t)1 << lists);
}

static struct answer
answer_to(const struct tables *s, const struct overlap *t)
{
	static const struct str few[] = {STR_INIT("loglinear.replicates=100")};
	struct answer_ask ask = {.methods = 1U << ESTIMATE_DGA | 1U << ESTIMATE_LOGLINEAR |
		1U << ESTIMATE_CHAO | 1U << ESTIMATE_CHAPMAN,
	    .gates = true};
	struct answer answer;
	struct err e;

	assert_int_equal(tuning_read(s->a, few, LENGTH(few), &ask.tuning, &e), 0);
	assert_int_equal(answer_ask(s->a, t, &ask, &answer, &e), 0);
	return answer;
}

static double
least_low(const struct answer *answer)
{
	double least = (double)INFINITY;

	for (size_t i = 0; i < answer->count; i++)
		if (answer->estimates[i].role == ESTIMATE_SPEAKS)
			least = fmin(least, answer->estimates[i].low);
	return least;
}

static void
three_lists_say_at_least_and_never_at_most(void **state)
{
	const struct tables *s = *state;
	struct overlap t = expected(s, 3);
	struct answer answer = answer_to(s, &t);

	assert_true(answer.has_headline && answer.is_open);
	assert_true(answer.low == least_low(&answer) && answer.low > (double)t.people);
	assert_true(isnan(answer.high));
	assert_int_equal(answer.doubts.at[0].gate, ESTIMATE_GATE_THREE_LISTS);
}

static void
four_lists_say_at_most_too(void **state)
{
	const struct tables *s = *state;
	struct overlap t = expected(s, 4);
	struct answer answer = answer_to(s, &t);

	assert_true(answer.has_headline && !answer.is_open);
	assert_true(answer.low < PEOPLE && PEOPLE < answer.high);
}

static void
two_lists_say_neither(void **state)
{
	const struct tables *s = *state;
	struct overlap t = expected(s, 2);
	struct answer answer = answer_to(s, &t);

	assert_false(answer.has_headline || answer.is_open);
}

static void
a_sum_with_a_part_of_three_lists_says_at_least_and_names_the_part(void **state)
{
	static const struct str names[] = {STR_INIT("north"), STR_INIT("south")};
	const struct tables *s = *state;
	struct overlap three = expected(s, 3), four = expected(s, 4);
	const struct answer parts[] = {answer_to(s, &three), answer_to(s, &four)};
	struct answer sum = answer_add(s->a, &(struct answer_strata){names, parts, 2}, 1);

	assert_true(sum.has_headline && sum.is_open);
	assert_true(sum.low >= parts[0].low + parts[1].low && sum.low < 2 * (double)PEOPLE);
	assert_int_equal(sum.doubts.at[0].gate, ESTIMATE_GATE_STRATUM_OPEN);
	assert_string_equal(sum.doubts.at[0].arg[0].p, "north");
}

/* Part of the people are on these lists alone. */
static struct answer
part_on(const struct tables *s, const struct str *names, size_t lists)
{
	const struct overlap_cell cells[] = {{1, 40}, {2, 30}, {3, 30}, {4, lists > 2 ? 20 : 0}};
	struct overlap t = overlap_of(s->a, names, lists, cells, LENGTH(cells));

	return answer_to(s, &t);
}

static void
a_sum_is_of_the_lists_of_all_its_parts(void **state)
{
	static const struct str parts[] = {STR_INIT("north"), STR_INIT("south")};
	static const struct str north[] = {STR_INIT("b"), STR_INIT("c")};
	static const struct str south[] = {STR_INIT("a"), STR_INIT("c"), STR_INIT("d")};
	static const char *const all[] = {"a", "b", "c", "d"};
	const struct tables *s = *state;
	const struct answer at[] = {part_on(s, north, 2), part_on(s, south, 3)};
	struct answer sum = answer_add(s->a, &(struct answer_strata){parts, at, 2}, 1);
	struct answer pool = answer_pool(s->a, at, 2, false);

	assert_int_equal(sum.lists, LENGTH(all));
	assert_int_equal(pool.lists, LENGTH(all));
	for (size_t j = 0; j < LENGTH(all); j++) {
		assert_true(str_eq(sum.names[j], str_of(all[j])));
		assert_true(str_eq(pool.names[j], str_of(all[j])));
	}
}

/* 40 in 100 are on each of nine lists with chance 0.3, the others with 0.04; or all with 0.15. */
static struct answer
answer_to_nine(const struct tables *s, bool alike)
{
	static const struct str names[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c"),
	    STR_INIT("d"), STR_INIT("e"), STR_INIT("f"), STR_INIT("g"), STR_INIT("h"),
	    STR_INIT("i")};
	struct overlap_cell cells[1 << LENGTH(names)] = {{0, 0}};
	struct answer_ask ask = {.methods = 1U << ESTIMATE_CHAO, .gates = true};
	struct answer answer;
	struct err e;

	for (uint32_t c = 1; c < LENGTH(cells); c++) {
		int on = __builtin_popcount(c), off = (int)LENGTH(names) - on;
		double easy = pow(alike ? 0.15 : 0.3, on) * pow(alike ? 0.85 : 0.7, off);
		double hard = pow(alike ? 0.15 : 0.04, on) * pow(alike ? 0.85 : 0.96, off);
		cells[c] =
		    (struct overlap_cell){c, llround(10 * PEOPLE * (0.4 * easy + 0.6 * hard))};
	}
	struct overlap t = overlap_of(s->a, names, LENGTH(names), cells, LENGTH(cells));
	assert_int_equal(tuning_read(s->a, NULL, 0, &ask.tuning, &e), 0);
	assert_int_equal(answer_ask(s->a, &t, &ask, &answer, &e), 0);
	return answer;
}

static void
people_who_are_unlike_are_told_on_nine_lists_too(void **state)
{
	const struct tables *s = *state;
	struct answer unlike = answer_to_nine(s, false), alike = answer_to_nine(s, true);

	assert_int_equal(alike.doubts.count, 0);
	assert_int_equal(unlike.doubts.count, 1);
	assert_int_equal(unlike.doubts.at[0].gate, ESTIMATE_GATE_UNEQUAL);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(three_lists_say_at_least_and_never_at_most, &s),
	    cmocka_unit_test_prestate(four_lists_say_at_most_too, &s),
	    cmocka_unit_test_prestate(two_lists_say_neither, &s),
	    cmocka_unit_test_prestate(
		a_sum_with_a_part_of_three_lists_says_at_least_and_names_the_part, &s),
	    cmocka_unit_test_prestate(people_who_are_unlike_are_told_on_nine_lists_too, &s),
	    cmocka_unit_test_prestate(a_sum_is_of_the_lists_of_all_its_parts, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
