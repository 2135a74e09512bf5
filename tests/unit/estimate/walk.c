/* Random walks over graphs say what all graphs say, as far as chance allows, and how far that is.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/walk.h"
#include "kit/os/crew.h"
#include "tables.h"

#define SEEDS 2

static unsigned threads;

static void
share_out(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	crew_each(threads, count, work, arg);
}

static struct walk
walk(const struct tables *s, const struct overlap *t, const struct dga_grid *grid, size_t sweeps,
    uint64_t seed)
{
	const struct walk_ask ask = {{.delta = exp2(-(double)t->lists)}, grid, sweeps, seed, NULL};

	return walk_weigh(s->a, t, &ask);
}

static struct dga
weigh(const struct tables *s, const struct overlap *t, const struct dga_grid *grid)
{
	struct decomposables all = decomposable_all(s->a, t->lists);
	const struct dga_prior prior = {.delta = exp2(-(double)t->lists)};

	return dga_weigh(s->a, t, &all, grid, &prior);
}

/* How much of two posteriors lies in different places, 0 to 1. */
static double
apart(const double *x, const double *y, size_t count)
{
	double sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += fabs(x[i] - y[i]) / 2;
	return sum;
}

static void
walks_agree_with_all_graphs_within_their_error(void **state)
{
	const struct tables *s = *state;
	static const char *const names[] = {"kosovo", "neworleans5", "western"};

	for (size_t i = 0; i < LENGTH(names); i++) {
		struct overlap t = table_read(s, names[i]);
		struct dga_grid grid = dga_grid_growing(s->a, 3000 * (double)t.people, 100, 0.01);
		struct dga d = weigh(s, &t, &grid);
		for (uint64_t seed = 1; seed <= SEEDS; seed++) {
			struct walk w = walk(s, &t, &grid, 250, seed);
			struct dga_summary all = dga_sum_up(w.shares, &grid, (double)t.people);
			double step = 0.01 * (d.people.median - (double)t.people);
			assert_true(w.rhat < 1.05);
			if (!(fabs(all.median - d.people.median) <= 4 * w.error + step))
				fail_msg("%s, seed %d: %.0f +- %.1f, not %.0f", names[i], (int)seed,
				    all.median, w.error, d.people.median);
			assert_true(apart(w.shares, d.shares, grid.count) < 0.04);
		}
	}
}

/* What is expected of 10,000 people, the first two lists sharing more than chance explains. */
static struct overlap
made_up(const struct tables *s, size_t lists)
{
	struct overlap_cell *cells = ARENA_ARRAY(s->a, struct overlap_cell, (size_t)1 << lists);
	struct str *names = ARENA_ARRAY(s->a, struct str, lists);

	for (size_t j = 0; j < lists; j++)
		names[j] = arena_fmt(s->a, "list %zu", j);
	for (uint32_t c = 1; c < UINT32_C(1) << lists; c++) {
		double share = (c & 3) == 3 ? 3 : 1;
		for (size_t j = 0; j < lists; j++) {
			double rate = 0.05 + 0.1 * (double)j / (double)(lists - 1);
			share *= (c >> j & 1) != 0 ? rate : 1 - rate;
		}
		cells[c] = (struct overlap_cell){c, llround(10000 * share)};
	}
	return overlap_of(s->a, names, lists, cells, (size_t)1 << lists);
}

static void
of_six_lists_each_pair_is_joined_as_often_as_all_graphs_join_it(void **state)
{
	const struct tables *s = *state;
	struct overlap t = made_up(s, 6);
	struct dga_grid grid = dga_grid_growing(s->a, 3000 * (double)t.people, 100, 0.01);
	struct dga d = weigh(s, &t, &grid);
	struct walk w = walk(s, &t, &grid, 500, 1);

	assert_true(apart(w.shares, d.shares, grid.count) < 0.02);
	assert_true(w.joined[0] > 0.99);
	for (size_t i = 1; i < 15; i++)
		assert_true(w.joined[i] >= 0 && w.joined[i] < 0.5);
}

/* On three lists there are eight graphs: each walk comes by all of them. */
static void
the_complete_graph_of_three_lists_has_its_share(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "hepatitis");
	struct dga_grid grid = dga_grid_growing(s->a, 300 * (double)t.people, 100, 0.01);
	struct dga d = weigh(s, &t, &grid);
	struct walk w = walk(s, &t, &grid, 4000, 1);

	assert_true(d.complete > 0.65 && d.complete < 0.75);
	assert_true(fabs(w.complete - d.complete) < 0.03);
	assert_true(apart(w.shares, d.shares, grid.count) < 0.02);
}

static void
the_complete_graph_is_left_out_when_asked(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "hepatitis");
	struct dga_grid grid = dga_grid_growing(s->a, 300 * (double)t.people, 100, 0.01);
	struct decomposables all = decomposable_all(s->a, t.lists);
	const struct walk_ask ask = {
	    {.delta = 1.0 / 8, .without_complete = true}, &grid, 4000, 1, NULL};
	struct dga d = dga_weigh(s->a, &t, &all, &grid, &ask.prior);
	struct walk w = walk_weigh(s->a, &t, &ask);

	assert_true(w.complete == 0);
	assert_true(apart(w.shares, d.shares, grid.count) < 0.03);
}

static void
walks_that_end_on_different_hills_say_so(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "netherlands5");
	struct dga_grid grid = dga_grid_growing(s->a, 3000 * (double)t.people, 100, 0.01);
	struct walk w = walk(s, &t, &grid, 500, 1);

	assert_true(w.rhat > 1.05);
}

static void
one_or_two_threads_walk_the_same_ways(void **state)
{
	const struct tables *s = *state;
	static const struct hands hands = {share_out};
	struct overlap t = made_up(s, 9);
	struct dga_grid grid = dga_grid_growing(s->a, 300 * (double)t.people, 50, 0.05);
	struct walk_ask ask = {{.delta = exp2(-9)}, &grid, 40, 7, NULL};
	struct walk alone = walk_weigh(s->a, &t, &ask);

	ask.hands = &hands;
	for (threads = 1; threads <= 2; threads++) {
		struct walk shared = walk_weigh(s->a, &t, &ask);
		assert_memory_equal(
		    alone.shares, shared.shares, grid.count * sizeof(*alone.shares));
		assert_memory_equal(alone.joined, shared.joined, sizeof(alone.joined));
	}
	ask.seed = 8;
	assert_true(walk_weigh(s->a, &t, &ask).shares[0] != alone.shares[0]);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(walks_agree_with_all_graphs_within_their_error, &s),
	    cmocka_unit_test_prestate(
		of_six_lists_each_pair_is_joined_as_often_as_all_graphs_join_it, &s),
	    cmocka_unit_test_prestate(the_complete_graph_of_three_lists_has_its_share, &s),
	    cmocka_unit_test_prestate(the_complete_graph_is_left_out_when_asked, &s),
	    cmocka_unit_test_prestate(walks_that_end_on_different_hills_say_so, &s),
	    cmocka_unit_test_prestate(one_or_two_threads_walk_the_same_ways, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
