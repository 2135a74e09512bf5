/* Models of capture and recapture against the published fits of hares, of Rome and of Kosovo. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/family.h"
#include "engine/estimate/poisson.h"
#include "engine/estimate/special.h"
#include "tables.h"

static void
each_model_gives_the_published_number_of_people(void **state)
{
	const struct tables *s = *state;
	static const struct {
		const char *table;
		bool by_list;
		enum family_unlike unlike;
		double people, se, aic; /* 0: not published */
		const char *name;
	} rows[] = {
	    {"rome", false, FAMILY_ALIKE, 11576.700, 946.068, 0, "m0"},
	    {"rome", true, FAMILY_ALIKE, 11124.578, 904.752, 90.062, "mt"},
	    {"rome", false, FAMILY_CHAO, 12145.148, 0, 0, "mh-chao"},
	    {"rome", true, FAMILY_CHAO, 11700.988, 0, 0, "mth-chao"},
	    {"rome", true, FAMILY_POISSON, 14849.763, 0, 0, "mth-poisson"},
	    {"rome", true, FAMILY_DARROCH, 21327.460, 0, 0, "mth-darroch"},
	    {"rome", true, FAMILY_GAMMA, 30623.153, 0, 0, "mth-gamma"},
	    {"hare", false, FAMILY_ALIKE, 75.434, 0, 0, "m0"},
	    {"hare", true, FAMILY_ALIKE, 75.066, 0, 0, "mt"},
	    {"hare", true, FAMILY_POISSON, 81.079, 5.574, 146.327, "mth-poisson"},
	    {"hare", true, FAMILY_DARROCH, 90.464, 11.658, 0, "mth-darroch"},
	    {"kosovo", true, FAMILY_ALIKE, 7394.587, 0, 0, "mt"},
	    {"kosovo", true, FAMILY_CHAO, 8591.184, 0, 0, "mth-chao"},
	    {"kosovo", true, FAMILY_DARROCH, 12797.343, 814.834, 0, "mth-darroch"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct overlap t = table_read(s, rows[i].table);
		struct family_model m = {rows[i].by_list, rows[i].unlike, {0}};
		struct loglinear_table y;
		struct family_fit f;
		loglinear_fill(&t, &y);
		assert_true(family_fit(s->a, &y, &m, &f));
		assert_near((double)t.people + f.unseen, rows[i].people);
		if (rows[i].se > 0)
			assert_near(f.se, rows[i].se);
		if (rows[i].aic > 0)
			assert_near(f.aic, rows[i].aic);
		assert_string_equal(family_name(s->a, &m).p, rows[i].name);
	}
}

static void
pairs_of_rome_and_their_profiles_are_the_published_ones(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "rome");
	struct family_model m = {true, FAMILY_ALIKE, {0}};
	struct loglinear_table y;
	struct family_fit f;
	double low, high;
	struct err e;

	loglinear_fill(&t, &y);
	assert_int_equal(loglinear_model_read(&t, STR("c1:c2"), &m.pairs, &e), 0);
	assert_true(family_fit(s->a, &y, &m, &f));
	assert_near((double)t.people + f.unseen, 12318.5);
	assert_near(f.se, 1188.7);
	assert_near(f.aic, 86.65);
	assert_true(family_profile(s->a, &y, &m, &low, &high));
	assert_near(low, 10266);
	assert_near(high, 14992.3);
	assert_int_equal(loglinear_model_read(&t, STR("pairs"), &m.pairs, &e), 0);
	assert_true(family_fit(s->a, &y, &m, &f));
	assert_near((double)t.people + f.unseen, 23443.5);
	assert_near(f.se, 9594.9);
	assert_true(family_profile(s->a, &y, &m, &low, &high));
	assert_near(low, 10027.6);
	assert_near(high, 50046.3);
}

static void
the_least_bic_of_kosovo_is_all_pairs_but_one(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "kosovo");
	struct loglinear_table y;
	struct family_model m;
	struct family_fit f;

	loglinear_fill(&t, &y);
	assert_true(family_search(&y, &m, &f));
	assert_near(f.bic, 225.211);
	assert_near((double)t.people + f.unseen, 14341.6638);
	assert_string_equal(loglinear_model_text(s->a, &t, &m.pairs).p,
	    "ABA:EXH,ABA:OSCE,EXH:HRW,EXH:OSCE,HRW:OSCE");
}

/* How often each was seen, without an end to the times: an offset of -log k! stands for the lists.
 */
static void
frequencies_of_heroin_users_give_darrochs_number(void **state)
{
	const struct tables *s = *state;
	static const double by_times[] = {1645, 183, 37, 13, 1, 1};
	double design[LENGTH(by_times)][3], offset[LENGTH(by_times)];
	struct poisson_fit f;

	for (size_t i = 0; i < LENGTH(by_times); i++) {
		double k = (double)i + 1;
		design[i][0] = 1;
		design[i][1] = k;
		design[i][2] = k * k / 2;
		offset[i] = -special_lgamma(k + 1);
	}
	const struct poisson p = {LENGTH(by_times), 3, &design[0][0], by_times, offset};
	assert_true(poisson_fit(s->a, &p, NULL, &f));
	assert_near(1880 + exp(f.coefs[0]), 15562.098);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(each_model_gives_the_published_number_of_people, &s),
	    cmocka_unit_test_prestate(pairs_of_rome_and_their_profiles_are_the_published_ones, &s),
	    cmocka_unit_test_prestate(frequencies_of_heroin_users_give_darrochs_number, &s),
	    cmocka_unit_test_prestate(the_least_bic_of_kosovo_is_all_pairs_but_one, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
