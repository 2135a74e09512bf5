/* Several tables as one: samples pooled, strata added, verdata's rule. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/answer.h"
#include "engine/estimate/pool.h"
#include "engine/estimate/special.h"
#include "tables.h"

#define SAMPLES 20
#define SEEN 991        /* people, on average, of the published example */
#define WITHIN 0.084814 /* its variances of the log of the unseen */
#define BETWEEN 0.034659
#define MEAN_LOG 6.3353

/* Two draws a sample that have exactly these variances. */
static void
verdatas_example_has_its_published_ends(void **state)
{
	(void)state;
	double draws[SAMPLES][2];
	struct pool_part parts[SAMPLES];

	for (int i = 0; i < SAMPLES; i++) {
		double off = sqrt(BETWEEN * (SAMPLES - 1) / SAMPLES) * (i % 2 == 0 ? 1 : -1);
		double half = sqrt(WITHIN / 2);
		draws[i][0] = SEEN + exp(MEAN_LOG + off - half);
		draws[i][1] = SEEN + exp(MEAN_LOG + off + half);
		parts[i] = (struct pool_part){SEEN, draws[i], 2};
	}
	struct pool_total t = pool_total_variance(parts, SAMPLES);
	assert_near(t.within, WITHIN);
	assert_near(t.between, BETWEEN);
	assert_near(t.df, 23.686);
	assert_true(fabs(t.low - 1266) <= 1 && fabs(t.high - 2148) <= 1);
}

static double *
evenly(const struct tables *s, double low, double high)
{
	double *draws = ARENA_ARRAY(s->a, double, ESTIMATE_DRAWS);

	for (size_t i = 0; i < ESTIMATE_DRAWS; i++)
		draws[i] = low + (high - low) * ((double)i + 0.5) / ESTIMATE_DRAWS;
	return draws;
}

static void
samples_are_pooled_with_equal_weight(void **state)
{
	const struct tables *s = *state;
	const double *parts[] = {evenly(s, 0, 100), evenly(s, 200, 300)};
	const double *pool = pool_join(s->a, parts, 2);

	assert_true(fabs(pool[ESTIMATE_DRAWS / 4] - 50) < 1);
	assert_true(fabs(pool[3 * ESTIMATE_DRAWS / 4] - 250) < 1);
}

static void
strata_are_added_by_draws_and_not_by_ends(void **state)
{
	const struct tables *s = *state;
	const double *parts[] = {evenly(s, 0, 100), evenly(s, 0, 100)};
	const double *sum = pool_add(s->a, parts, 2, 1);

	/* a triangle from 0 to 200: its 2.5 % end is 200 sqrt(0.0125), not 2 x 2.5 */
	assert_true(fabs(sum[ESTIMATE_DRAWS / 40] - 22.4) < 3);
	assert_true(fabs(sum[ESTIMATE_DRAWS / 2] - 100) < 5);
	assert_true(pool_add(s->a, parts, 2, 2)[500] != sum[500]);
}

/* Of six uniform variables the sum's ends lie at 1.623 and 4.377 (Irwin and Hall), not at 0.15 and
 * 5.85. */
static void
six_strata_are_as_wide_as_their_sum_and_no_wider(void **state)
{
	const struct tables *s = *state;
	const double *parts[6];

	for (size_t i = 0; i < LENGTH(parts); i++)
		parts[i] = evenly(s, 0, 100);
	const double *sum = pool_add(s->a, parts, LENGTH(parts), 3);
	assert_true(fabs(sum[ESTIMATE_DRAWS / 40] - 162.3) < 10);
	assert_true(fabs(sum[ESTIMATE_DRAWS / 2] - 300) < 8);
	assert_true(fabs(sum[39 * ESTIMATE_DRAWS / 40] - 437.7) < 10);
}

/* A part of the people, by one method and in so many people; doubted: no range of it is given. */
static struct answer
part_of(const struct tables *s, enum estimate_method method, double people, bool doubted)
{
	struct estimate *x = ARENA_NEW(s->a, struct estimate);
	struct answer part = {.people = 100, .estimates = x, .count = 1};

	*x = estimate_start(method, STR(""));
	x->draws = evenly(s, people - 10, people + 10);
	x->point = people;
	x->low = people - 10;
	x->high = people + 10;
	if (doubted)
		estimate_doubts_add(s->a, &part.doubts,
		    &(struct estimate_doubt){ESTIMATE_GATE_FEW_TWICE, {STR("6"), STR("25")}});
	return part;
}

static struct answer
sum_of(const struct tables *s, enum estimate_method method, bool doubted)
{
	static const struct str names[] = {STR_INIT("north"), STR_INIT("south")};
	const struct answer parts[] = {
	    part_of(s, method, 200, false), part_of(s, method, 500, doubted)};

	return answer_add(s->a, &(struct answer_strata){names, parts, 2}, 1);
}

static void
a_sum_is_refused_where_no_range_of_a_part_is_given_and_names_the_part(void **state)
{
	const struct tables *s = *state;
	struct answer sum = sum_of(s, ESTIMATE_DGA, true);

	assert_false(estimate_stands(&sum.estimates[0]));
	assert_int_equal(sum.estimates[0].doubts.at[0].gate, ESTIMATE_GATE_STRATUM_LOST);
	assert_int_equal(sum.doubts.count, 1);
	assert_int_equal(sum.doubts.at[0].gate, ESTIMATE_GATE_STRATUM_REFUSED);
	assert_string_equal(sum.doubts.at[0].arg[0].p, "south");
	sum = sum_of(s, ESTIMATE_DGA, false);
	assert_true(estimate_stands(&sum.estimates[0]));
	assert_true(fabs(sum.estimates[0].point - 700) < 1);
	assert_int_equal(sum.doubts.count, 0);
}

static void
a_sum_of_bounds_is_a_bound_all_the_same(void **state)
{
	const struct tables *s = *state;
	struct answer sum = sum_of(s, ESTIMATE_CHAO, true);

	assert_true(estimate_stands(&sum.estimates[0]));
	assert_true(fabs(sum.estimates[0].point - 700) < 1);
	assert_false(sum.has_headline);
}

static void
one_part_alone_stays_as_it_is(void **state)
{
	const struct tables *s = *state;
	const double *part = evenly(s, 10, 20);
	const double *joined = pool_join(s->a, &part, 1), *added = pool_add(s->a, &part, 1, 1);

	for (size_t i = 0; i < ESTIMATE_DRAWS; i++) {
		assert_true(fabs(joined[i] - part[i]) < 0.01);
		assert_true(fabs(added[i] - part[i]) < 0.01);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(verdatas_example_has_its_published_ends, &s),
	    cmocka_unit_test_prestate(samples_are_pooled_with_equal_weight, &s),
	    cmocka_unit_test_prestate(strata_are_added_by_draws_and_not_by_ends, &s),
	    cmocka_unit_test_prestate(six_strata_are_as_wide_as_their_sum_and_no_wider, &s),
	    cmocka_unit_test_prestate(
		a_sum_is_refused_where_no_range_of_a_part_is_given_and_names_the_part, &s),
	    cmocka_unit_test_prestate(a_sum_of_bounds_is_a_bound_all_the_same, &s),
	    cmocka_unit_test_prestate(one_part_alone_stays_as_it_is, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
