/* Replicates drawn where few lie count as little as they are rare. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/estimate/replicate.h"
#include "engine/estimate/tail.h"
#include "tables.h"

#define DRAWN 2000

static struct replicates *
replicates_of(const struct tables *s, const struct overlap *t)
{
	double *own = ARENA_ARRAY(s->a, double, t->cell_count);
	struct replicates *r = replicate_start(s->a, t, 2 * DRAWN);

	r->threshold = 0.02;
	r->seed = 7;
	for (size_t c = 0; c < t->cell_count; c++)
		own[c] = (double)t->cells[c].people;
	replicate_draw(s->a, r, own, DRAWN);
	return r;
}

/* The weighted mean of the people of each cell is the table's. */
static void
assert_calibrated(const struct replicates *r)
{
	double sums[LOGLINEAR_CELLS] = {0}, all = 0;
	int64_t people[LOGLINEAR_CELLS];

	for (size_t i = 0; i < r->count; i++) {
		replicate_cells(r, i, people);
		all += r->at[i].weight;
		for (size_t c = 0; c < r->table->cell_count; c++)
			sums[c] += r->at[i].weight * (double)people[c];
	}
	for (size_t c = 0; c < r->table->cell_count; c++)
		assert_near(sums[c] / all, (double)r->table->cells[c].people);
}

static double
share_below(const struct replicates *r, double people)
{
	double below = 0, all = 0;

	for (size_t i = 0; i < r->count; i++) {
		all += r->at[i].weight;
		below += r->at[i].people < people ? r->at[i].weight : 0;
	}
	return below / all;
}

static int
by_people(const void *a, const void *b)
{
	const struct replicate *x = a, *y = b;

	return (x->people > y->people) - (x->people < y->people);
}

static void
the_mean_of_all_is_the_table(void **state)
{
	const struct tables *s = *state;
	struct overlap t = table_read(s, "uk5");
	struct replicates *r = replicates_of(s, &t);

	replicate_weigh(s->a, r);
	assert_calibrated(r);
}

static void
drawing_where_few_lie_changes_no_share(void **state)
{
	const struct tables *s = *state;
	const struct tail_ask ask = {0.005, false, DRAWN};
	struct overlap t = table_read(s, "western");
	struct replicates *r = replicates_of(s, &t);
	size_t there = 0;

	replicate_weigh(s->a, r);
	struct replicate *sorted = ARENA_ARRAY(s->a, struct replicate, DRAWN);
	memcpy(sorted, r->at, DRAWN * sizeof(*sorted));
	qsort(sorted, DRAWN, sizeof(*sorted), by_people);
	double low = sorted[DRAWN / 50].people, middle = sorted[DRAWN / 2].people;
	double few = share_below(r, low), half = share_below(r, middle);
	tail_draw(s->a, r, sorted, DRAWN, &ask);
	replicate_weigh(s->a, r);
	assert_calibrated(r);
	for (size_t i = DRAWN; i < r->count; i++)
		there += r->at[i].people < low;
	assert_true(there > DRAWN / 4);
	assert_true(fabs(share_below(r, low) - few) < 0.01);
	assert_true(fabs(share_below(r, middle) - half) < 0.03);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(the_mean_of_all_is_the_table, &s),
	    cmocka_unit_test_prestate(drawing_where_few_lie_changes_no_share, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
