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

/*
 * Lists a and c that depend on each other through b alone, so many times over: of those not on b
 * 300, 200 and 100 are on a, on c, on both, and so 600 on neither. Deltas of logs give the width.
 */
static struct overlap
through_b(const struct tables *s, int64_t times)
{
	static const struct str names[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c")};
	const struct overlap_cell cells[] = {{1, 300 * times}, {4, 200 * times}, {5, 100 * times},
	    {2, 40 * times}, {3, 160 * times}, {6, 20 * times}, {7, 80 * times}};

	return overlap_of(s->a, names, 3, cells, LENGTH(cells));
}

static struct dga
weigh_fitted(const struct tables *s, const struct overlap *t, struct dga_grid *grid)
{
	struct decomposables all = decomposable_all(s->a, t->lists);
	const struct dga_prior prior = {.delta = 1.0 / 8};

	*grid = dga_grid_growing(s->a, 300 * (double)t->people, 5000, 0.0025);
	*grid = dga_grid_fitted(s->a, t, &all, grid, &prior);
	return dga_weigh(s->a, t, &all, grid, &prior);
}

static void
many_people_are_found_by_their_sharp_peak(void **state)
{
	const struct tables *s = *state;
	static const int64_t times[] = {100, 1000, 10000, 111111, 1000000};

	for (size_t i = 0; i < LENGTH(times); i++) {
		struct overlap t = through_b(s, times[i]);
		struct dga_grid grid;
		struct dga d = weigh_fitted(s, &t, &grid);
		double k = (double)times[i], unseen = d.people.median - 900 * k;
		double width = sqrt((1 / 300.0 + 1 / 200.0 + 1 / 100.0 + 1 / 600.0) / k);
		assert_true(fabs(unseen - 600 * k) < 0.3 * width * 600 * k);
		double measured = (d.people.high - d.people.low) / (2 * 1.96 * 600 * k);
		if (!(fabs(measured / width - 1) < 0.06))
			fail_msg("%.0f times: width %g, not %g", k, measured, width);
		assert_true(d.top[0].edges == (1u << 0 | 1u << 2)); /* a:b and b:c */
		assert_true(d.top[0].share > 0.99 && d.tail < 1e-4);
	}
}

/* log of the gamma function in long doubles by Stirling's series from 30 on. */
static long double
long_lgamma(long double x)
{
	long double shift = 0;

	for (; x < 30; x++)
		shift += logl(x);
	long double r = 1 / x, r2 = r * r;
	long double tail = r *
	    (1 / 12.0L - r2 * (1 / 360.0L - r2 * (1 / 1260.0L - r2 * (1 / 1680.0L - r2 / 1188))));
	return (x - 0.5L) * logl(x) - x + 0.918938533204672741780329736406L + tail - shift;
}

/* log of the hyper-Dirichlet weight of a margin, cell by cell. */
static long double
long_margin(const struct overlap *t, uint32_t set, double unseen)
{
	long double cells = (long double)(1u << __builtin_popcount(set)), alpha = 1 / cells;
	long double sum = 0;

	for (uint32_t c = 0; c < 8; c++) {
		long double people = c == 0 ? (long double)unseen : 0;
		if ((c & ~set) != 0)
			continue;
		for (size_t i = 0; i < t->cell_count; i++)
			if ((t->cells[i].on & set) == c)
				people += (long double)t->cells[i].people;
		sum += long_lgamma(people + alpha) - long_lgamma(alpha);
	}
	return sum;
}

static long double
long_weight(const struct overlap *t, const struct decomposable *g, double unseen)
{
	long double n = (long double)t->people, people = n + (long double)unseen;
	long double parts = (long double)(g->clique_count - g->separator_count);
	long double sum = parts * (long_lgamma(1) - long_lgamma(people + 1)) - logl(people);

	for (size_t c = g->clique_count; c-- > 0;)
		sum += long_margin(t, g->cliques[c], unseen);
	for (size_t c = g->separator_count; c-- > 0;)
		sum -= long_margin(t, g->separators[c], unseen);
	return sum + long_lgamma(people + 1) - long_lgamma((long double)unseen + 1);
}

/* Graph by graph from the last, points from the far end, in long doubles. */
static void
a_hundred_million_people_are_weighed_as_in_long_doubles(void **state)
{
	const struct tables *s = *state;
	struct overlap t = through_b(s, 111111);
	struct decomposables all = decomposable_all(s->a, 3);
	struct dga_grid grid;
	struct dga d = weigh_fitted(s, &t, &grid);
	long double *shares = ARENA_ARRAY(s->a, long double, grid.count), total = 0;
	long double best = long_weight(&t, &all.at[5], d.people.mode - (double)t.people), off = 0;

	assert_true(t.people > 99000000);
	for (size_t g = all.count; g-- > 0;)
		for (size_t i = grid.count; i-- > 0;)
			shares[i] += (long double)grid.weights[i] *
			    expl(long_weight(&t, &all.at[g], grid.points[i]) - best);
	for (size_t i = grid.count; i-- > 0;)
		total += shares[i];
	for (size_t i = 0; i < grid.count; i++)
		off += fabsl(shares[i] / total - (long double)d.shares[i]);
	if (!(off < 1e-4L))
		fail_msg("%Lg of the posterior lies elsewhere", off);
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
	    cmocka_unit_test_prestate(many_people_are_found_by_their_sharp_peak, &s),
	    cmocka_unit_test_prestate(a_hundred_million_people_are_weighed_as_in_long_doubles, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
