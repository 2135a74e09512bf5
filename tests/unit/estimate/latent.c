/* Latent classes against another sampler, published results, and themselves with other hands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/latent.h"
#include "engine/estimate/mixing.h"
#include "kit/os/crew.h"
#include "tables.h"

#define CUTS 4
#define CLASSES 3
#define CAP 20
#define PRIOR_DRAWS 150000

static const double cuts[CUTS] = {16, 18, 20, 30};

static unsigned threads;

static void
share_out(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	crew_each(threads, count, work, arg);
}

/* Chances of the patterns of three lists under one draw from the prior. */
static void
draw_prior(struct chance *c, double *patterns)
{
	double alpha = exp(chance_log_gamma(c, 0.25)) / 0.25, left = 1;

	for (int p = 0; p < 8; p++)
		patterns[p] = 0;
	for (int k = 0; k < CLASSES; k++) {
		double g = chance_log_gamma(c, 1), h = chance_log_gamma(c, alpha);
		double share = k + 1 == CLASSES ? left : left / (1 + exp(h - g)), rates[3];
		left -= share;
		for (int j = 0; j < 3; j++)
			rates[j] = chance_unit(c);
		for (int p = 0; p < 8; p++) {
			double x = share;
			for (int j = 0; j < 3; j++)
				x *= (p >> j & 1) != 0 ? rates[j] : 1 - rates[j];
			patterns[p] += x;
		}
	}
}

/* Adds the weight of one draw to each cut that N can lie below, and to the whole. */
static void
weigh_draw(const struct overlap *t, const double *patterns, double *below, double *whole)
{
	double seen = 1 - patterns[0], n = (double)t->people, log_weight = 20, sum = 0;
	double term = pow(seen, n);

	for (size_t c = 0; c < t->cell_count; c++)
		log_weight += (double)t->cells[c].people * log(patterns[t->cells[c].on] / seen);
	for (double unseen = 0; unseen <= CAP * n; unseen++) {
		sum += term;
		term *= (n + unseen) / (unseen + 1) * (1 - seen);
		for (int i = 0; i < CUTS; i++)
			below[i] += n + unseen == cuts[i] ? exp(log_weight) * sum : 0;
	}
	*whole += exp(log_weight) * sum;
}

static void
chains_agree_with_weighted_draws_from_the_prior(void **state)
{
	const struct tables *s = *state;
	static const struct str names[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c")};
	static const struct overlap_cell cells[] = {{1, 5}, {2, 3}, {4, 2}, {3, 2}, {5, 1}, {7, 2}};
	struct overlap t = overlap_of(s->a, names, 3, cells, LENGTH(cells));
	const struct latent_ask ask = {CLASSES, 0.25, 0.25, CAP, 1000, 1, NULL, 0};
	struct latent l = latent_draw(s->a, &t, &ask);
	struct chance c = chance_start(5, 5);
	double below[CUTS] = {0}, whole = 0, patterns[8];

	for (int i = 0; i < PRIOR_DRAWS; i++) {
		draw_prior(&c, patterns);
		weigh_draw(&t, patterns, below, &whole);
	}
	for (int i = 0; i < CUTS; i++) {
		double share = 0, all = (double)(l.length * LATENT_CHAINS);
		for (size_t d = 0; d < l.length * LATENT_CHAINS; d++)
			share += l.people[d] <= cuts[i];
		if (!(fabs(share / all - below[i] / whole) < 0.06))
			fail_msg(
			    "N <= %.0f: %.3f, not %.3f", cuts[i], share / all, below[i] / whole);
	}
}

static void
new_orleans_is_near_the_published_posterior(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "neworleans5");
	const struct latent_ask ask = {10, 0.25, 0.25, CAP, 1000, 1, NULL, 0};
	struct latent l = latent_draw(s->a, &t, &ask);

	assert_true(fabs(l.median - 830) < 0.1 * 830);
	assert_true(fabs(l.low - 568) < 0.1 * 568 && fabs(l.high - 1379) < 0.1 * 1379);
	assert_int_equal(l.mode_count, 1);
	assert_true(l.swaps > 0.2);
}

static void
one_or_two_threads_give_the_same_draws(void **state)
{
	const struct tables *s = *state;
	static const struct hands hands = {share_out};
	struct overlap t = table_read(s, "hepatitis");
	struct latent_ask ask = {5, 0.25, 0.25, CAP, 50, 1, NULL, 0};
	struct latent alone = latent_draw(s->a, &t, &ask);

	ask.hands = &hands;
	for (threads = 1; threads <= 2; threads++) {
		struct latent shared = latent_draw(s->a, &t, &ask);
		assert_int_equal(alone.length, shared.length);
		assert_memory_equal(alone.people, shared.people,
		    alone.length * LATENT_CHAINS * sizeof(*alone.people));
	}
	ask.seed = 2;
	assert_true(latent_draw(s->a, &t, &ask).people[0] != alone.people[0]);
}

/* Chains that are apart after 300 sweeps learn from each other where to leap. */
static void
chains_that_learnt_from_each_other_do_not_hang_on_threads(void **state)
{
	const struct tables *s = *state;
	static const struct hands hands = {share_out};
	struct overlap t = table_read(s, "netherlands5");
	struct latent_ask ask = {3, 0.25, 0.25, CAP, 600, 1, NULL, 0};
	struct latent alone = latent_draw(s->a, &t, &ask);

	ask.hands = &hands;
	threads = 2;
	struct latent shared = latent_draw(s->a, &t, &ask);
	assert_int_equal(alone.length, 300); /* what was drawn before does not count */
	assert_int_equal(shared.length, 300);
	assert_memory_equal(
	    alone.people, shared.people, 300 * LATENT_CHAINS * sizeof(*alone.people));
}

static void
two_hills_of_the_netherlands_are_not_taken_for_one(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "netherlands5");
	const struct latent_ask ask = {10, 0.25, 0.25, CAP, 200, 1, NULL, 0};
	struct latent l = latent_draw(s->a, &t, &ask);

	assert_true(l.rhat > 1.05);
}

static void
chains_that_agree_are_told_from_chains_that_do_not(void **state)
{
	const struct tables *s = *state;
	struct chance c = chance_start(3, 3);
	double draws[4 * 500];

	for (size_t i = 0; i < LENGTH(draws); i++)
		draws[i] = chance_normal(&c);
	assert_true(mixing_rhat(s->a, draws, 4, 500) < 1.01);
	assert_true(mixing_ess(s->a, draws, 4, 500) > 1500);
	for (size_t i = 0; i < 500; i++)
		draws[i] += 2;
	assert_true(mixing_rhat(s->a, draws, 4, 500) > 1.2);
	for (size_t i = 1; i < LENGTH(draws); i++)
		draws[i] = 0.95 * draws[i - 1] + draws[i];
	assert_true(mixing_ess(s->a, draws, 4, 500) < 150);
}

static void
large_tables_get_fewer_sweeps(void **state)
{
	const struct overlap usual = {.lists = 7, .cell_count = 127};
	const struct overlap large = {.lists = 14, .cell_count = 640};
	const struct overlap widest = {.lists = 20, .cell_count = 100000};
	(void)state;

	assert_int_equal(latent_sweeps(&usual, 4000), 4000);
	assert_int_equal(latent_sweeps(&large, 4000), 400);
	assert_int_equal(latent_sweeps(&large, 40000), 4000);
	assert_int_equal(latent_sweeps(&widest, 4000), 200);
	assert_int_equal(latent_sweeps(&widest, 16), 16);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(large_tables_get_fewer_sweeps),
	    cmocka_unit_test_prestate(chains_agree_with_weighted_draws_from_the_prior, &s),
	    cmocka_unit_test_prestate(new_orleans_is_near_the_published_posterior, &s),
	    cmocka_unit_test_prestate(one_or_two_threads_give_the_same_draws, &s),
	    cmocka_unit_test_prestate(
		chains_that_learnt_from_each_other_do_not_hang_on_threads, &s),
	    cmocka_unit_test_prestate(two_hills_of_the_netherlands_are_not_taken_for_one, &s),
	    cmocka_unit_test_prestate(chains_that_agree_are_told_from_chains_that_do_not, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
