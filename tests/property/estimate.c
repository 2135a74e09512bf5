/*
 * What must not change an estimate: the order of rows and columns, a pattern written in
 * two rows, the names of lists.
 * usage: estimate FOLDER of tables
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../unit/estimate/tables.h"
#include "base/csv.h"
#include "engine/estimate/answer.h"

#define SHUFFLES 6

static const char *const names[] = {"kosovo", "western", "hepatitis", "sparse3"};

static int
below(uint64_t *seed, size_t n)
{
	uint64_t z = (*seed += UINT64_C(0x9e3779b97f4a7c15));
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return (int)((z ^ z >> 31) % n);
}

static void
shuffle(uint64_t *seed, size_t *order, size_t n)
{
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t i = n; i > 1; i--) {
		size_t j = (size_t)below(seed, i), held = order[i - 1];
		order[i - 1] = order[j];
		order[j] = held;
	}
}

/* The same table with rows and columns in another order, one row in two halves. */
static struct str
shuffled(const struct tables *s, const struct csv *csv, uint64_t *seed)
{
	size_t *rows = ARENA_ARRAY(s->a, size_t, csv->count);
	size_t *cols = ARENA_ARRAY(s->a, size_t, csv->width);
	struct str *fields = ARENA_ARRAY(s->a, struct str, csv->width);
	struct buf *out = buf_on(s->a);
	int64_t people;

	shuffle(seed, rows, csv->count);
	shuffle(seed, cols, csv->width);
	for (size_t c = 0; c < csv->width; c++)
		fields[c] = csv->names[cols[c]];
	csv_put_row(out, fields, csv->width);
	for (size_t r = 0; r <= csv->count; r++) {
		size_t row = rows[r < csv->count ? r : 0];
		int64_t half = r > 0 && r < csv->count ? 0 : 1;
		for (size_t c = 0; c < csv->width; c++) {
			fields[c] = csv->rows[row].fields[cols[c]];
			if (half == 0 || !str_eq(csv->names[cols[c]], STR("count")))
				continue;
			assert_true(str_to_int(fields[c], &people));
			people = r == 0 ? people / 2 : people - people / 2;
			fields[c] = arena_fmt(s->a, "%lld", (long long)people);
		}
		csv_put_row(out, fields, csv->width);
	}
	return buf_str(out);
}

static struct answer
answer_to(const struct tables *s, const struct overlap *t)
{
	static const struct str few[] = {
	    STR_INIT("lcmcr.sweeps=16"), STR_INIT("loglinear.replicates=100")};
	struct answer_ask ask = {.methods = (UINT32_C(1) << ESTIMATE_METHODS) - 1};
	struct answer answer;
	struct err e;

	assert_int_equal(tuning_read(s->a, few, LENGTH(few), &ask.tuning, &e), 0);
	assert_int_equal(answer_ask(s->a, t, &ask, &answer, &e), 0);
	return answer;
}

static bool
same(double x, double y)
{
	return x == y || (isnan(x) && isnan(y));
}

static void
assert_same(const struct answer *x, const struct answer *y)
{
	assert_int_equal(x->count, y->count);
	assert_int_equal(x->has_headline, y->has_headline);
	for (size_t i = 0; i < x->count; i++) {
		assert_true(str_eq(x->estimates[i].form, y->estimates[i].form));
		assert_true(same(x->estimates[i].point, y->estimates[i].point));
		assert_true(same(x->estimates[i].low, y->estimates[i].low));
		assert_true(same(x->estimates[i].high, y->estimates[i].high));
		assert_int_equal(x->estimates[i].doubts.count, y->estimates[i].doubts.count);
	}
}

static void
the_order_of_rows_and_columns_changes_no_bit(void **state)
{
	const struct tables *s = *state;
	uint64_t seed = 1;

	for (size_t i = 0; i < LENGTH(names); i++) {
		struct overlap t = table_read(s, names[i]);
		struct answer first = answer_to(s, &t);
		struct str path = arena_fmt(s->a, "%s/%s.csv", s->folder, names[i]), text;
		struct csv csv;
		struct err e;
		assert_int_equal(file_read_all(s->a, path, TABLE_BYTES, &text, &e), 0);
		assert_int_equal(csv_read(s->a, text, &csv, &e), 0);
		for (int n = 0; n < SHUFFLES; n++) {
			const struct overlap_ask ask = {.by = STR("")};
			struct overlap_strata strata;
			struct str other = shuffled(s, &csv, &seed);
			struct csv mixed;
			assert_int_equal(csv_read(s->a, other, &mixed, &e), 0);
			assert_int_equal(overlap_read(s->a, &mixed, &ask, &strata, &e), 0);
			struct answer again = answer_to(s, &strata.at[0].table);
			assert_same(&first, &again);
		}
	}
}

/* The table with lists named anew, so that they sort the other way round. */
static struct overlap
renamed(const struct tables *s, const struct overlap *t)
{
	struct overlap_cell *cells = ARENA_ARRAY(s->a, struct overlap_cell, t->cell_count);
	struct str *other = ARENA_ARRAY(s->a, struct str, t->lists);

	for (size_t j = 0; j < t->lists; j++)
		other[j] = arena_fmt(s->a, "list %zu", j);
	for (size_t i = 0; i < t->cell_count; i++) {
		cells[i].people = t->cells[i].people;
		for (size_t j = 0; j < t->lists; j++)
			cells[i].on |= (t->cells[i].on >> j & 1) << (t->lists - 1 - j);
	}
	return overlap_of(s->a, other, t->lists, cells, t->cell_count);
}

static double
least_point(const struct answer *x, enum estimate_method method)
{
	double least = (double)INFINITY;

	for (size_t i = 0; i < x->count; i++)
		if (x->estimates[i].method == method && x->estimates[i].point < least)
			least = x->estimates[i].point;
	return least;
}

static void
the_names_of_lists_change_no_number_but_what_is_drawn(void **state)
{
	const struct tables *s = *state;

	for (size_t i = 0; i < LENGTH(names); i++) {
		struct overlap t = table_read(s, names[i]), other = renamed(s, &t);
		struct answer first = answer_to(s, &t), again = answer_to(s, &other);
		assert_int_equal(first.count, again.count);
		for (int m = 0; m < ESTIMATE_METHODS; m++) {
			if (m == ESTIMATE_LCMCR)
				continue;
			double x = least_point(&first, (enum estimate_method)m);
			double y = least_point(&again, (enum estimate_method)m);
			assert_true(same(x, y) || fabs(x - y) <= 1e-6 * fabs(x));
		}
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(the_order_of_rows_and_columns_changes_no_bit, &s),
	    cmocka_unit_test_prestate(the_names_of_lists_change_no_number_but_what_is_drawn, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
