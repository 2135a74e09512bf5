/* Sums of many weights at once are those of one at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/peak.h"
#include "engine/estimate/weights.h"
#include "tables.h"

static void
exponentials_are_those_of_the_library(void **state)
{
	double values[701];
	(void)state;

	for (int turn = 0; turn < 200; turn++) {
		for (size_t i = 0; i < LENGTH(values); i++)
			values[i] = 7 * ((double)i / 7 - 90) + (double)turn / 200;
		weights_exps(values, LENGTH(values));
		for (size_t i = 0; i < LENGTH(values); i++) {
			double wanted = exp(7 * ((double)i / 7 - 90) + (double)turn / 200);
			assert_true(fabs(values[i] - wanted) <= 1e-15 * wanted);
		}
	}
	values[0] = -1e6;
	values[1] = (double)-INFINITY;
	values[2] = 0;
	weights_exps(values, 3);
	assert_true(values[0] >= 0 && values[0] < 1e-303 && values[1] < 1e-303 && values[2] == 1);
}

/* Vectors of chance, as long as asked for. */
static void
fill(struct weights *w, size_t points)
{
	struct chance c = chance_start(3, 3);

	w->points = points;
	for (size_t i = 0; i < points; i++) {
		w->common[i] = 5 * chance_normal(&c);
		w->component[i] = chance_normal(&c);
		for (size_t set = 0; set < WEIGHTS_SETS; set++)
			w->sets[set][i] = chance_normal(&c);
	}
}

static void
a_block_adds_what_its_points_add(void **state)
{
	const struct tables *s = *state;
	static const size_t lengths[] = {1, 2, 7, 8, 9, 511, WEIGHTS_POINTS};
	const struct decomposable g = {0, {3, 6, 12}, {2, 4}, 3, 2};
	struct weights *w = ARENA_NEW(s->a, struct weights);
	double steps[WEIGHTS_POINTS], logs[WEIGHTS_POINTS];

	for (size_t l = 0; l < LENGTH(lengths); l++) {
		double sums[WEIGHTS_POINTS] = {0}, all = 0;
		fill(w, lengths[l]);
		for (size_t i = 0; i < w->points; i++)
			steps[i] = (double)(i % 5) + 0.5;
		double added = weights_add(w, &g, 2, steps, sums);
		weights_of(w, &g, logs);
		for (size_t i = 0; i < w->points; i++) {
			assert_true(fabs(logs[i] - weights_at(w, &g, i)) < 1e-13);
			double wanted = steps[i] * exp(logs[i] - 2);
			assert_true(fabs(sums[i] - wanted) <= 4e-15 * wanted);
			all += wanted;
		}
		assert_true(fabs(added - all) <= 1e-13 * all);
	}
}

/* Of those not on b 300 are on a alone, 200 on c alone and 100 on both: so 600 are on neither. */
static void
a_peak_is_where_two_lists_meet(void **state)
{
	const struct peak_terms f = {{300.25, 200.25, 900}, {600.5, 901, 1}, 3, 3, 0};
	(void)state;
	struct peak p = peak_find(&f, 0, 1e9);
	double wanted = peak_value(&f, p.at);

	assert_true(fabs(p.at - 600) < 20); /* the prior takes some */
	for (double m = 1; m < 1e5; m = m * 1.05 + 1)
		assert_true(peak_value(&f, m) <= wanted + 1e-3);
	assert_true(wanted - peak_value(&f, p.at + p.width) > 0.3);
	assert_true(wanted - peak_value(&f, p.at + p.width) < 0.7);
	assert_true(peak_find(&f, 0, 50).at == 50);
	assert_true(peak_find(&f, 1e6, 1e7).at == 1e6);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(exponentials_are_those_of_the_library, &s),
	    cmocka_unit_test_prestate(a_block_adds_what_its_points_add, &s),
	    cmocka_unit_test_prestate(a_peak_is_where_two_lists_meet, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
