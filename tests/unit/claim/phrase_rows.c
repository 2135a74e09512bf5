/* Every row of tests/data/phrases reads as it says. The folder is the first argument. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/csv.h"
#include "engine/claim/phrase.h"

static const char *folder;

struct table {
	struct arena *arena;
	struct csv csv;
	int failed;
};

static struct table
table_open(const char *name)
{
	struct table t = {.arena = arena_new()};
	struct err e = {0};
	struct buf *path = buf_on(t.arena), *text = buf_on(t.arena);

	buf_fmt(path, "%s/%s", folder, name);
	FILE *f = fopen(path->p, "rb");
	assert_non_null(f);
	for (int c; (c = fgetc(f)) != EOF;)
		buf_putc(text, (char)c);
	fclose(f);
	assert_int_equal(csv_read(t.arena, buf_str(text), &t.csv, &e), 0);
	assert_true(t.csv.count > 0);
	return t;
}

static void
table_close(struct table *t)
{
	arena_free(t->arena);
	assert_int_equal(t->failed, 0);
}

static struct str
cell(const struct table *t, size_t row, const char *column)
{
	return csv_field(&t->csv, row, csv_column(&t->csv, str_of(column)));
}

static void
mismatch(struct table *t, size_t row, const char *what, int64_t got)
{
	struct str words = cell(t, row, "words");

	print_error("line %zu, %.*s: %s is %lld\n", t->csv.rows[row].line, STR_ARG(words), what,
	    (long long)got);
	t->failed++;
}

/* An empty cell is not compared. */
static void
compare(struct table *t, size_t row, const char *column, int64_t got)
{
	struct str wanted = cell(t, row, column);
	int64_t number = 0;

	if (wanted.n == 0)
		return;
	if (str_eq(wanted, STR("open")))
		number = INTERVAL_OPEN;
	else
		assert_true(str_to_int(wanted, &number));
	if (got != number)
		mismatch(t, row, column, got);
}

static void
compare_row(struct table *t, size_t row)
{
	struct phrase p;
	struct err e = {0};
	struct str modal = cell(t, row, "modal");

	if (phrase_read(cell(t, row, "words"), cell(t, row, "lang"), &p, &e) != 0) {
		print_error("%s %s\n", e.key, e.arg[0]);
		mismatch(t, row, "refused", e.code);
		return;
	}
	struct interval in = phrase_in_bounds(&p);
	compare(t, row, "low", p.said.low);
	compare(t, row, "high", p.said.high);
	compare(t, row, "modal", p.modal_number);
	compare(t, row, "bound_low", in.low);
	compare(t, row, "bound_high", in.high);
	compare(t, row, "tolerance", phrase_tolerance(&p));
	if (p.modal != (modal.n > 0) || p.has_interval == p.modal)
		mismatch(t, row, "modal", p.modal);
	if (!str_eq(phrase_exactness_name(p.exactness), cell(t, row, "exactness")))
		mismatch(t, row, "exactness", p.exactness);
}

static void
compare_table(const char *name)
{
	struct table t = table_open(name);

	for (size_t row = 0; row < t.csv.count; row++)
		compare_row(&t, row);
	table_close(&t);
}

static void
every_figure_of_june_2019_reads_as_its_board_needs(void **state)
{
	(void)state;
	compare_table("june-2019.csv");
}

static void
english_phrases_read_as_the_table_says(void **state)
{
	(void)state;
	compare_table("lexicon-en.csv");
}

static void
russian_phrases_read_as_the_table_says(void **state)
{
	(void)state;
	compare_table("lexicon-ru.csv");
}

static void
kazakh_phrases_read_as_the_table_says(void **state)
{
	(void)state;
	compare_table("lexicon-kk.csv");
}

static void
what_is_no_figure_is_refused_by_name(void **state)
{
	(void)state;
	struct table t = table_open("refused.csv");

	for (size_t row = 0; row < t.csv.count; row++) {
		struct phrase p;
		struct err e = {0};
		struct str key = cell(&t, row, "key"), word = cell(&t, row, "word");
		if (phrase_read(cell(&t, row, "words"), cell(&t, row, "lang"), &p, &e) == 0) {
			mismatch(&t, row, "low", p.said.low);
			continue;
		}
		if (str_eq(str_of(e.key), key) && (word.n == 0 || str_eq(str_of(e.arg[0]), word)))
			continue;
		print_error("%s %s\n", e.key, e.arg[0]);
		mismatch(&t, row, "reason", e.code);
	}
	table_close(&t);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_figure_of_june_2019_reads_as_its_board_needs),
	    cmocka_unit_test(english_phrases_read_as_the_table_says),
	    cmocka_unit_test(russian_phrases_read_as_the_table_says),
	    cmocka_unit_test(kazakh_phrases_read_as_the_table_says),
	    cmocka_unit_test(what_is_no_figure_is_refused_by_name),
	};

	if (argc != 2)
		return 2;
	folder = argv[1];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
