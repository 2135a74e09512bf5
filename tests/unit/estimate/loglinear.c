/* Poisson models against published fits, and tables that have no fit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/loglinear.h"
#include "tables.h"

#define Z95 1.959963984540054
#define THRESHOLD 0.02

static void
models_without_a_largest_likelihood_are_told_from_those_with_one(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "sparse3");
	static const struct {
		const char *model;
		enum loglinear_lack lack;
	} rows[] = {{"independence", LOGLINEAR_FITS}, {"A:B", LOGLINEAR_NOT_FINITE},
	    {"A:C", LOGLINEAR_FITS}, {"B:C", LOGLINEAR_FITS}, {"A:C,B:C", LOGLINEAR_FITS},
	    {"A:B,A:C", LOGLINEAR_NOT_FINITE}, {"A:B,B:C", LOGLINEAR_NOT_FINITE},
	    {"pairs", LOGLINEAR_NOT_IDENTIFIED}};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct loglinear_table y;
		struct loglinear_model m;
		struct err e;
		loglinear_fill(&t, &y);
		assert_int_equal(loglinear_model_read(&t, str_of(rows[i].model), &m, &e), 0);
		assert_int_equal(loglinear_check(s->a, &y, &m), rows[i].lack);
	}
}

static void
stepwise_selection_reaches_the_published_models(void **state)
{
	const struct tables *s = *state;
	static const struct {
		const char *table;
		double point, low, high;
		const char *model;
	} rows[] = {
	    {"uk5", 11312.9903, 9884.40, 13027.40, NULL},
	    {"netherlands5", 121521.6137, 98675, 150139, NULL},
	    {"neworleans5", 1034.1511, ESTIMATE_NO_NUMBER, ESTIMATE_NO_NUMBER, "independence"},
	    {"western", 2483.3839, 1657.09, 3830.03, "A:E"},
	    {"kosovo", 14341.6638, 12541.28, 16540.19, NULL},
	    {"spina3", 724.1245, 700.99, 753.95, "S2:S3"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct overlap t = table_read(s, rows[i].table);
		struct loglinear_table y;
		struct loglinear_model m;
		struct loglinear_fit f;
		loglinear_fill(&t, &y);
		assert_true(loglinear_stepwise(s->a, &y, THRESHOLD, &m, &f));
		assert_near((double)t.people + f.unseen, rows[i].point);
		double spread = exp(Z95 * sqrt(f.var_b0));
		if (!isnan(rows[i].low)) {
			assert_near((double)t.people + f.unseen / spread, rows[i].low);
			assert_near((double)t.people + f.unseen * spread, rows[i].high);
		}
		if (rows[i].model != NULL)
			assert_true(
			    str_eq(loglinear_model_text(s->a, &t, &m), str_of(rows[i].model)));
	}
}

static void
pairs_of_the_united_kingdom_and_their_aic_are_the_published_ones(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "uk5");
	static const char *const pairs[] = {
	    "LA:NG", "GP:NG", "GP:PFNCA", "LA:PFNCA", "GO:GP", "GO:NG"};
	struct loglinear_table y;
	struct loglinear_model m;
	struct loglinear_fit f;

	loglinear_fill(&t, &y);
	assert_true(loglinear_stepwise(s->a, &y, THRESHOLD, &m, &f));
	assert_near(f.aic, 127.599);
	assert_int_equal(m.count, LENGTH(pairs));
	for (size_t i = 0; i < LENGTH(pairs); i++)
		assert_string_equal(loglinear_effect_text(s->a, &t, m.effects[i]).p, pairs[i]);
}

static void
all_pairs_of_kosovo_and_their_bic_are_the_published_ones(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "kosovo");
	struct loglinear_table y;
	struct loglinear_model m;
	struct loglinear_fit f;
	struct err e;

	loglinear_fill(&t, &y);
	assert_int_equal(loglinear_model_read(&t, STR("pairs"), &m, &e), 0);
	assert_true(loglinear_fit(s->a, &y, &m, &f));
	assert_near((double)t.people + f.unseen, 14402.489);
	assert_near(f.bic, 233.539);
	assert_near(sqrt(f.unseen + f.unseen * f.unseen * f.var_b0), 1050.905);
}

static void
profiles_of_independent_lists_are_the_published_ones(void **state)
{
	const struct tables *s = *state;
	static const struct {
		const char *table;
		double people, low, high;
	} rows[] = {
	    {"uk5", 13444.13, 12004.03, 15160.33},
	    {"netherlands5", 52923.89, 48640.87, 57776.91},
	    {"neworleans5", 1034.15, 673.49, 1771.30},
	    {"western", 2007.14, 1440.52, 2971.43},
	};
	const struct loglinear_model alone = {0};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct overlap t = table_read(s, rows[i].table);
		struct loglinear_table y;
		struct loglinear_fit f;
		double low, high, n = (double)t.people;
		loglinear_fill(&t, &y);
		assert_true(loglinear_fit(s->a, &y, &alone, &f));
		assert_near(n + f.unseen, rows[i].people);
		assert_true(loglinear_profile(s->a, &y, &alone, &low, &high));
		assert_near(n + low, rows[i].low);
		assert_near(n + high, rows[i].high);
	}
}

static void
a_pair_nobody_is_on_is_held_at_nothing_and_counted(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "netherlands5");
	struct loglinear_table y;
	struct loglinear_model m;
	struct loglinear_fit f;

	loglinear_fill(&t, &y);
	assert_true(loglinear_stepwise(s->a, &y, THRESHOLD, &m, &f));
	assert_int_equal(__builtin_popcount(f.empty), 1);
	size_t at = (size_t)__builtin_ctz(f.empty);
	assert_string_equal(loglinear_effect_text(s->a, &t, m.effects[at]).p, "K:R");
}

static void
a_model_that_names_no_pair_of_lists_is_refused(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "sparse3");
	struct loglinear_model m;
	struct err e;

	assert_int_equal(loglinear_model_read(&t, STR("A:B,A:D"), &m, &e), -1);
	assert_string_equal(e.key, "estimate.model");
	assert_string_equal(e.arg[0], "A:D");
	assert_int_equal(loglinear_model_read(&t, STR("A:A"), &m, &e), -1);
	assert_int_equal(loglinear_model_read(&t, STR("A:B,B:A"), &m, &e), -1);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(
		models_without_a_largest_likelihood_are_told_from_those_with_one, &s),
	    cmocka_unit_test_prestate(stepwise_selection_reaches_the_published_models, &s),
	    cmocka_unit_test_prestate(
		pairs_of_the_united_kingdom_and_their_aic_are_the_published_ones, &s),
	    cmocka_unit_test_prestate(all_pairs_of_kosovo_and_their_bic_are_the_published_ones, &s),
	    cmocka_unit_test_prestate(profiles_of_independent_lists_are_the_published_ones, &s),
	    cmocka_unit_test_prestate(a_pair_nobody_is_on_is_held_at_nothing_and_counted, &s),
	    cmocka_unit_test_prestate(a_model_that_names_no_pair_of_lists_is_refused, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
