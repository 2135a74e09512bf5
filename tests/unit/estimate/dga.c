/* Decomposable graphs and what they say of published tables, to the integer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/dga.h"
#include "tables.h"

static void
there_are_as_many_decomposable_graphs_as_have_been_counted(void **state)
{
	const struct tables *s = *state;
	static const size_t counts[] = {2, 8, 61, 822, 18154};

	for (size_t lists = 2; lists <= 6; lists++) {
		struct decomposables all = decomposable_all(s->a, lists);
		assert_int_equal(all.count, counts[lists - 2]);
		assert_int_equal(all.at[all.count - 1].clique_count, 1);
		assert_int_equal(all.at[0].clique_count, lists);
		assert_int_equal(all.at[0].separator_count, 0);
	}
}

static struct dga
weigh_on(const struct tables *s, const struct overlap *t, const struct dga_grid *grid,
    const struct dga_prior *prior)
{
	struct decomposables all = decomposable_all(s->a, t->lists);

	return dga_weigh(s->a, t, &all, grid, prior);
}

static struct dga
weigh(const struct tables *s, const char *name, struct dga_prior prior, double first, double last)
{
	struct overlap t = table_read(s, name);
	struct dga_grid grid = dga_grid_all(s->a, first, last);

	return weigh_on(s, &t, &grid, &prior);
}

static void
an_even_grid_of_a_thousand_points_gives_the_published_integers(void **state)
{
	const struct tables *s = *state;
	static const struct {
		const char *table;
		double low, median, high;
	} rows[] = {
	    {"uk5", 10408, 23016, 33481},
	    {"netherlands5", 41616, 50270, 203328},
	    {"neworleans5", 514, 869, 1763},
	    {"western", 1340, 2128, 3868},
	    {"kosovo", 9818, 12593, 16557},
	    {"rome", 9413, 11234, 14081},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct overlap t = table_read(s, rows[i].table);
		struct dga_grid grid = dga_grid_even(s->a, 1, 30 * (double)t.people, 1000);
		struct dga_prior prior = {.delta = exp2(-(double)t.lists)};
		struct dga d = weigh_on(s, &t, &grid, &prior);
		assert_int_equal(d.people.low, rows[i].low);
		assert_int_equal(d.people.median, rows[i].median);
		assert_int_equal(d.people.high, rows[i].high);
	}
}

static void
every_number_of_unseen_gives_the_published_integers(void **state)
{
	const struct tables *s = *state;
	struct dga d = weigh(s, "kosovo", (struct dga_prior){.delta = 1.0 / 16}, 0, 44000);

	assert_int_equal(d.people.low, 9827);
	assert_int_equal(d.people.median, 12595);
	assert_int_equal(d.people.high, 16544);
	d = weigh(s, "spina3", (struct dga_prior){.delta = 1.0 / 8}, 0, 6210);
	assert_int_equal(d.people.low, 686);
	assert_int_equal(d.people.median, 725);
	assert_int_equal(d.people.high, 784);
}

static void
the_example_of_madigan_and_york_is_theirs(void **state)
{
	const struct tables *s = *state;
	const struct dga_prior prior = {.delta = 1, .negative = true, .a = 13.14, .b = 55.17};
	struct dga d = weigh(s, "spina626", prior, 1, 300);
	static const double shares[] = {0.3738, 0.3099, 0.2818, 0.0345};

	for (size_t i = 0; i < LENGTH(shares); i++)
		assert_near(round(1e4 * d.top[i].share) / 1e4, shares[i]);
	assert_int_equal(round(100 * d.top[0].people.relative), 73107);
	assert_int_equal(round(100 * d.people.relative), 73110);
	assert_int_equal(d.top[0].people.mode, 729);
	assert_int_equal(d.people.mode, 728);
	assert_int_equal(d.people.low, 682);
	assert_int_equal(d.people.high, 797);
}

static void
five_lists_of_spina_bifida_give_the_package_s_numbers(void **state)
{
	const struct tables *s = *state;
	struct dga d = weigh(s, "spina5", (struct dga_prior){.delta = 0.5}, 1, 300);

	assert_near(d.people.mean, 617.82);
	assert_int_equal(d.people.mode, 614);
	assert_int_equal(d.people.low, 588);
	assert_int_equal(d.people.median, 616);
	assert_int_equal(d.people.high, 655);
	assert_near(d.top[0].share, 0.2171);
}

static void
hepatitis_is_driven_by_the_prior_and_that_is_seen(void **state)
{
	const struct tables *s = *state;
	struct dga d = weigh(s, "hepatitis", (struct dga_prior){.delta = 1.0 / 8}, 0, 2710);

	assert_int_equal(d.people.low, 271);
	assert_int_equal(d.people.median, 291);
	assert_int_equal(d.people.high, 959);
	assert_near(d.complete, 0.7043);
	d = weigh(s, "hepatitis", (struct dga_prior){.delta = 1}, 0, 2710);
	assert_int_equal(d.people.low, 271);
	assert_int_equal(d.people.median, 299);
	assert_int_equal(d.people.high, 464);
	d = weigh(s, "hepatitis", (struct dga_prior){.delta = 1.0 / 8, .without_complete = true}, 0,
	    2710);
	assert_int_equal(d.people.low, 354);
	assert_int_equal(d.people.median, 402);
	assert_int_equal(d.people.high, 630);
}

static void
the_growing_grid_says_what_every_number_says(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "kosovo");
	struct dga_grid all = dga_grid_all(s->a, 0, 120000),
			growing = dga_grid_growing(s->a, 120000, 5000, 0.0025);
	const struct dga_prior prior = {.delta = 1.0 / 16};
	struct dga x = weigh_on(s, &t, &all, &prior);
	struct dga y = weigh_on(s, &t, &growing, &prior);

	assert_true(growing.count < 7000);
	assert_true(fabs(x.people.median - y.people.median) <= 0.003 * x.people.median);
	assert_true(fabs(x.people.low - y.people.low) <= 0.003 * x.people.low);
	assert_true(fabs(x.people.high - y.people.high) <= 0.003 * x.people.high);
	assert_near(x.people.mean, y.people.mean);
}

static void
a_hundred_million_people_are_weighed_without_overflow(void **state)
{
	const struct tables *s = *state;
	static const struct str names[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c")};
	static const struct overlap_cell cells[] = {{1, 81000000}, {2, 8999999}, {3, 9000000},
	    {4, 81000000}, {5, 9000000}, {6, 1000001}, {7, 1000000}};
	struct overlap t = overlap_of(s->a, names, 3, cells, LENGTH(cells));
	struct dga_grid grid = dga_grid_growing(s->a, 1e14, 5000, 0.0025);
	const struct dga_prior prior = {.delta = 1.0 / 8};
	struct dga d = weigh_on(s, &t, &grid, &prior);

	assert_true(isfinite(d.people.mean) && isfinite(d.complete));
	assert_true(d.people.low <= d.people.median && d.people.median <= d.people.high);
	assert_true(d.tail < 1e-4);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(
		there_are_as_many_decomposable_graphs_as_have_been_counted, &s),
	    cmocka_unit_test_prestate(
		an_even_grid_of_a_thousand_points_gives_the_published_integers, &s),
	    cmocka_unit_test_prestate(every_number_of_unseen_gives_the_published_integers, &s),
	    cmocka_unit_test_prestate(the_example_of_madigan_and_york_is_theirs, &s),
	    cmocka_unit_test_prestate(five_lists_of_spina_bifida_give_the_package_s_numbers, &s),
	    cmocka_unit_test_prestate(hepatitis_is_driven_by_the_prior_and_that_is_seen, &s),
	    cmocka_unit_test_prestate(the_growing_grid_says_what_every_number_says, &s),
	    cmocka_unit_test_prestate(a_hundred_million_people_are_weighed_without_overflow, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
