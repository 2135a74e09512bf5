/*
 * How long estimates take, beside the R packages that do the same: tables of
 * tests/data/estimate, and made-up ones of six and seven lists.
 * usage: estimate FOLDER
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "engine/estimate/answer.h"
#include "engine/estimate/bootstrap.h"
#include "engine/estimate/chance.h"
#include "engine/estimate/dga.h"
#include "kit/os/clock.h"
#include "kit/os/crew.h"
#include "published.h"

/* What is expected of 5,000 people and lists that each have 8 to 20 % of them, two by referral. */
static struct overlap
made_up(struct arena *a, size_t lists)
{
	struct overlap_cell *cells = ARENA_ARRAY(a, struct overlap_cell, (size_t)1 << lists);
	struct str *names = ARENA_ARRAY(a, struct str, lists);

	for (size_t j = 0; j < lists; j++)
		names[j] = arena_fmt(a, "list %zu", j);
	for (uint32_t c = 1; c < UINT32_C(1) << lists; c++) {
		double share = (c & 3) == 3 ? 3 : 1;
		for (size_t j = 0; j < lists; j++) {
			double rate = 0.08 + 0.12 * (double)j / (double)(lists - 1);
			share *= (c >> j & 1) != 0 ? rate : 1 - rate;
		}
		cells[c] = (struct overlap_cell){c, llround(5000 * share)};
	}
	return overlap_of(a, names, lists, cells, (size_t)1 << lists);
}

/* Seconds of CPU, the least of so many runs: other work on the machine only adds. */
static double
seconds_of_dga(const struct overlap *t, size_t points, int runs)
{
	double best = (double)INFINITY;

	for (int i = 0; i < runs; i++) {
		struct arena *a = arena_new();
		const struct dga_prior prior = {.delta = exp2(-(double)t->lists)};
		clock_t start = clock();
		struct decomposables graphs = decomposable_all(a, t->lists);
		double last = 30 * (double)t->people;
		struct dga_grid grid =
		    points == 0 ? dga_grid_all(a, 1, last) : dga_grid_even(a, 1, last, points);
		dga_weigh(a, t, &graphs, &grid, &prior);
		double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
		best = seconds < best ? seconds : best;
		arena_free(a);
	}
	return best;
}

static double
seconds_of_bca(const struct overlap *t, size_t replicates)
{
	struct arena *a = arena_new();
	const struct bootstrap_ask ask = {0.02, replicates, 1, NULL};
	struct loglinear_table y;
	struct loglinear_model m;
	struct loglinear_fit f;
	struct bootstrap b;
	clock_t start = clock();

	loglinear_fill(t, &y);
	if (!loglinear_stepwise(a, &y, ask.threshold, &m, &f) ||
	    !bootstrap_bca(a, t, (double)t->people + f.unseen, &ask, &b))
		exit(1);
	arena_free(a);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static void
share_out(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	crew_each(crew_size(), count, work, arg);
}

/* Elapsed seconds, on all cores, to put samples of one event to all methods and pool them; those of
 * the processor are a remark. */
static double
seconds_of_samples(const struct overlap *t, size_t samples)
{
	static const struct hands hands = {share_out};
	struct arena *a = arena_new();
	struct answer *answers = ARENA_ARRAY(a, struct answer, samples);
	struct overlap_cell *cells = ARENA_ARRAY(a, struct overlap_cell, t->cell_count);
	struct answer_ask ask = {.methods = (UINT32_C(1) << ESTIMATE_METHODS) - 1,
	    .hands = &hands,
	    .pooled = samples,
	    .gates = true};
	int64_t begun = clock_monotonic();
	clock_t start = clock();
	struct err e;

	for (size_t r = 0; r < samples; r++) {
		struct chance c = chance_start(1, r);
		for (size_t i = 0; i < t->cell_count; i++)
			cells[i] = (struct overlap_cell){
			    t->cells[i].on, chance_binomial(&c, t->cells[i].people, 0.98)};
		struct overlap sample = overlap_of(a, t->names, t->lists, cells, t->cell_count);
		ask.seed = r;
		if (tuning_read(a, NULL, 0, &ask.tuning, &e) != 0 ||
		    answer_ask(a, &sample, &ask, &answers[r], &e) != 0)
			exit(1);
	}
	answer_pool(a, answers, samples, false);
	arena_free(a);
	double elapsed = (double)(clock_monotonic() - begun) / 1e9;
	printf("(%zu samples: %.1f s of the processor)\n", samples,
	    (double)(clock() - start) / CLOCKS_PER_SEC);
	return elapsed;
}

static void
row(const char *what, double measured, double wanted, double of_r)
{
	printf("%s\t%.4f\t%g\ts\tless\n", what, measured, wanted);
	if (of_r > 0)
		printf("(the R package took %g s: %.0f times as long)\n", of_r, of_r / measured);
}

int
main(int argc, char **argv)
{
	if (argc != 2)
		return 2;
	struct arena *a = arena_new();
	struct overlap uk = published_table(a, argv[1], "uk5"), six = made_up(a, 6),
		       seven = made_up(a, 7);

	row("all graphs of 5 lists, 1,000 points", seconds_of_dga(&uk, 1000, 5), 0.01, 0.304);
	row("all graphs of 5 lists, every one of 82,320", seconds_of_dga(&uk, 0, 3), 0.12, 6.64);
	row("all graphs of 6 lists, 1,000 points", seconds_of_dga(&six, 1000, 3), 0.12, 0);
	row("all graphs of 7 lists, 1,000 points", seconds_of_dga(&seven, 1000, 1), 3, 0);
	row("BCa with selection, 5 lists, 1,000 replicates", seconds_of_bca(&uk, 1000), 1.5, 173);
	struct overlap four = made_up(a, 4);
	row("20 samples of a linkage, 4 lists, all methods, elapsed", seconds_of_samples(&four, 20),
	    30, 0);
	arena_free(a);
	return 0;
}
