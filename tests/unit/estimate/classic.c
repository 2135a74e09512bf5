/* Formulas that are as old as counting by two lists, against published results. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/estimate/classic.h"
#include "tables.h"

static void
each_pair_of_the_hepatitis_lists_gives_chapmans_numbers(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "hepatitis");
	static const struct {
		const char *first, *second;
		double point, se;
	} rows[] = {
	    {"P", "Q", 333.56, 28.70}, {"E", "P", 374.48, 35.58}, {"E", "Q", 331.36, 29.93}};

	assert_int_equal(t.people, 271);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct estimate x = classic_chapman(
		    s->a, &t, list_named(&t, rows[i].first), list_named(&t, rows[i].second));
		assert_near(x.point, rows[i].point);
		assert_near(x.se, rows[i].se);
		assert_true(x.low < x.point && x.point < x.high);
	}
}

static void
what_a_number_would_need_is_the_odds_that_give_it(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "hepatitis");
	static const double ratios[] = {0.2, 1, 5};

	for (size_t i = 0; i < LENGTH(ratios); i++)
		assert_near(
		    classic_odds_needed(&t, 0, 1, classic_odds(&t, 0, 1, ratios[i])), ratios[i]);
	/* Fewer than the two lists name cannot be: no dependence goes below nothing. */
	assert_true(classic_odds_needed(&t, 0, 1, 100) < 0);
	const struct str names[] = {STR_INIT("a"), STR_INIT("b")};
	const struct overlap_cell apart[] = {{1, 10}, {2, 10}};
	struct overlap none = overlap_of(s->a, names, 2, apart, 2);
	assert_true(isnan(classic_odds_needed(&none, 0, 1, 50)));
}

static void
plain_forms_of_chaos_bound_are_those_of_1987(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "hepatitis");
	struct estimate x = classic_chao(s->a, &t, CLASSIC_CHAO_PLAIN);

	assert_near(x.point, 583.22);
	assert_near(x.low, 480.4);
	assert_near(x.high, 736.6);
	assert_near(classic_chao(s->a, &t, CLASSIC_CHAO_CORRECTED).point, 576.11);
}

static void
frequencies_of_heroin_users_give_chaos_bound(void **state)
{
	const struct tables *s = *state;
	static const int64_t by_times[] = {1645, 183, 37, 13, 1, 1};
	static const struct str names[] = {STR_INIT("1"), STR_INIT("2"), STR_INIT("3"),
	    STR_INIT("4"), STR_INIT("5"), STR_INIT("6")};
	struct overlap_cell cells[6];

	for (size_t k = 0; k < 6; k++)
		cells[k] = (struct overlap_cell){(UINT32_C(2) << k) - 1, by_times[k]};
	struct overlap t = {
	    .names = names, .lists = 6, .cells = cells, .cell_count = 6, .people = 1880};
	struct estimate x = classic_chao(s->a, &t, CLASSIC_CHAO_PLAIN);
	assert_near(x.point, 9273.511);
	assert_near(x.se, 662.590);
}

/* Three and four independent lists of 2,000 people, at what is expected of them. */
static double
bound_of_independent(const struct tables *s, size_t lists, double rate)
{
	struct overlap_cell cells[15];
	static const struct str names[] = {
	    STR_INIT("a"), STR_INIT("b"), STR_INIT("c"), STR_INIT("d")};

	for (uint32_t c = 1; c < UINT32_C(1) << lists; c++) {
		int on = __builtin_popcount(c);
		double share = pow(rate, on) * pow(1 - rate, (double)lists - on);
		cells[c - 1] = (struct overlap_cell){c, llround(2e6 * share)};
	}
	struct overlap t = overlap_of(s->a, names, lists, cells, (UINT32_C(1) << lists) - 1);
	struct estimate x = classic_chao(s->a, &t, CLASSIC_CHAO_LISTS);
	assert_true(x.low < x.point && x.point < x.high);
	return x.point;
}

static void
the_bound_for_lists_does_not_overshoot_independent_lists(void **state)
{
	const struct tables *s = *state;

	assert_near(bound_of_independent(s, 3, 0.1), 2e6);
	assert_near(bound_of_independent(s, 4, 0.1), 2e6);
}

static void
sample_coverage_of_the_hepatitis_lists_is_the_published_one(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "hepatitis");
	struct estimate x = classic_coverage(s->a, &t);
	static const struct {
		const char *name;
		double value;
	} details[] = {{"coverage", 0.5127}, {"independent", 407.00}, {"one_step", 459.87},
	    {"two_steps", 507.77}, {"solved", 970.80}};

	assert_near(x.point, 507.77);
	assert_true(str_eq(x.form, STR("two-steps")));
	for (size_t i = 0; i < LENGTH(details); i++) {
		assert_true(str_eq(x.details.at[i].name, str_of(details[i].name)));
		assert_near(strtod(x.details.at[i].value.p, NULL), details[i].value);
	}
	assert_true(x.low < 508 && x.high > 508);
}

static void
two_lists_move_with_the_odds_they_attract_or_repel_each_other_by(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "hepatitis");
	size_t p = list_named(&t, "P"), q = list_named(&t, "Q");

	assert_near(classic_odds(&t, p, q, 1), 135.0 * 122 / 49);
	assert_true(classic_odds(&t, p, q, 0.2) < classic_odds(&t, p, q, 1));
	assert_near(classic_odds(&t, p, q, 5) - 208, 5 * (classic_odds(&t, p, q, 1) - 208));
}

static void
lists_that_do_not_overlap_are_doubted_and_four_have_no_coverage(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "netherlands5"), four = table_read(s, "kosovo");
	struct estimate x = classic_chapman(s->a, &t, list_named(&t, "K"), list_named(&t, "R"));

	assert_false(estimate_stands(&x));
	x = classic_coverage(s->a, &four);
	assert_false(estimate_stands(&x));
	assert_int_equal(x.doubts.at[0].gate, ESTIMATE_GATE_WRONG_LISTS);
}

static void
lists_that_share_nobody_give_no_formula_a_number(void **state)
{
	const struct tables *s = *state;
	static const struct str names[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c")};
	static const struct overlap_cell cells[] = {{1, 40}, {2, 9}, {4, 12}};
	struct overlap t = overlap_of(s->a, names, 3, cells, LENGTH(cells));
	struct estimate coverage = classic_coverage(s->a, &t);
	struct estimate chao = classic_chao(s->a, &t, CLASSIC_CHAO_LISTS);

	assert_true(isnan(coverage.point) && !estimate_stands(&coverage));
	assert_true(isnan(chao.point) && !estimate_stands(&chao));
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(each_pair_of_the_hepatitis_lists_gives_chapmans_numbers, &s),
	    cmocka_unit_test_prestate(what_a_number_would_need_is_the_odds_that_give_it, &s),
	    cmocka_unit_test_prestate(plain_forms_of_chaos_bound_are_those_of_1987, &s),
	    cmocka_unit_test_prestate(frequencies_of_heroin_users_give_chaos_bound, &s),
	    cmocka_unit_test_prestate(the_bound_for_lists_does_not_overshoot_independent_lists, &s),
	    cmocka_unit_test_prestate(
		sample_coverage_of_the_hepatitis_lists_is_the_published_one, &s),
	    cmocka_unit_test_prestate(
		two_lists_move_with_the_odds_they_attract_or_repel_each_other_by, &s),
	    cmocka_unit_test_prestate(
		lists_that_do_not_overlap_are_doubted_and_four_have_no_coverage, &s),
	    cmocka_unit_test_prestate(lists_that_share_nobody_give_no_formula_a_number, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
