/* Intervals that count the choice of the model in: near the published ones, and the same with any
 * hands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/bootstrap.h"
#include "kit/os/crew.h"
#include "tables.h"

#define THRESHOLD 0.02

static unsigned threads;

static void
share_out(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	crew_each(threads, count, work, arg);
}

static struct bootstrap
seeded(const struct tables *s, const struct overlap *t, const struct bootstrap_ask *ask)
{
	struct loglinear_table y;
	struct loglinear_model m;
	struct loglinear_fit f;
	struct bootstrap b;

	loglinear_fill(t, &y);
	assert_true(loglinear_stepwise(s->a, &y, THRESHOLD, &m, &f));
	assert_true(bootstrap_bca(s->a, t, (double)t->people + f.unseen, ask, &b));
	return b;
}

static struct bootstrap
interval_of(
    const struct tables *s, const struct overlap *t, size_t replicates, const struct hands *hands)
{
	return seeded(s, t, &(struct bootstrap_ask){THRESHOLD, replicates, 1, hands});
}

static struct bootstrap
interval(const struct tables *s, const char *name, size_t replicates, const struct hands *hands)
{
	struct overlap t = table_read(s, name);

	return interval_of(s, &t, replicates, hands);
}

static bool
within(double value, double wanted, double share)
{
	return fabs(value - wanted) <= share * wanted;
}

static void
published_intervals_are_met_as_far_as_chance_allows(void **state)
{
	const struct tables *s = *state;
	struct bootstrap b = interval(s, "uk5", 1000, NULL);

	assert_true(within(b.low, 9366.9, 0.1) && within(b.high, 15219.2, 0.1));
	b = interval(s, "netherlands5", 1000, NULL);
	assert_true(within(b.low, 48001.9, 0.1) && within(b.high, 173698.2, 0.1));
	b = interval(s, "kosovo", 1000, NULL);
	assert_true(within(b.low, 12541, 0.03) && within(b.high, 16547, 0.03));
}

/* Of 400,000 replicates drawn as the table is, 29 lie below the end: 1,089, give or take 10. */
static void
an_end_that_one_in_many_thousands_reaches_is_found_with_two_thousand(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "western");

	for (uint64_t seed = 1; seed <= 3; seed++) {
		const struct bootstrap_ask ask = {THRESHOLD, 2000, seed, NULL};
		struct bootstrap b = seeded(s, &t, &ask);
		assert_true(within(b.low, 1089, 0.05));
		assert_true(within(b.high, 3697, 0.04));
	}
}

static void
one_two_or_three_threads_give_the_same_bits(void **state)
{
	const struct tables *s = *state;
	static const struct hands hands = {share_out};
	struct bootstrap alone = interval(s, "western", 200, NULL);

	for (threads = 1; threads <= 3; threads++) {
		struct bootstrap shared = interval(s, "western", 200, &hands);
		assert_true(shared.low == alone.low && shared.high == alone.high);
		assert_int_equal(shared.refused, alone.refused);
	}
}

static void
replicates_without_a_fit_are_counted(void **state)
{
	const struct tables *s = *state;
	static const struct str names[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c")};
	static const struct overlap_cell cells[] = {{1, 20}, {2, 30}, {3, 2}, {4, 40}};
	struct overlap t = overlap_of(s->a, names, 3, cells, LENGTH(cells));
	struct bootstrap b = interval_of(s, &t, 400, NULL);

	assert_true(b.refused > 20 && b.refused < 100); /* nobody on two lists: e^-2 of all */
	assert_true(b.low >= 92 && b.low < b.high);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(published_intervals_are_met_as_far_as_chance_allows, &s),
	    cmocka_unit_test_prestate(
		an_end_that_one_in_many_thousands_reaches_is_found_with_two_thousand, &s),
	    cmocka_unit_test_prestate(one_two_or_three_threads_give_the_same_bits, &s),
	    cmocka_unit_test_prestate(replicates_without_a_fit_are_counted, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
