/* Every row of tests/data/edtf/dates.csv reads as it says. The file is the first argument. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/csv.h"
#include "base/edtf.h"

static const char *file;

static struct csv
table(struct arena *a)
{
	struct csv csv;
	struct err e;
	struct buf *text = buf_on(a);
	FILE *f = fopen(file, "rb");

	assert_non_null(f);
	for (int c; (c = fgetc(f)) != EOF;)
		buf_putc(text, (char)c);
	fclose(f);
	assert_int_equal(csv_read(a, buf_str(text), &csv, &e), 0);
	return csv;
}

static struct str
cell(const struct csv *csv, size_t row, const char *column)
{
	return csv_field(csv, row, csv_column(csv, str_of(column)));
}

/* Is moment what the cell says? An empty one says nothing. */
static bool
moment_is(struct str wanted, int64_t moment, int64_t open)
{
	int64_t number;

	if (wanted.n == 0)
		return true;
	if (str_eq(wanted, STR("open")) || str_eq(wanted, STR("unknown")))
		return moment == open;
	return str_to_int(wanted, &number) && number == moment;
}

/* Does the text read from min to max, both "unknown" only where an end is? */
static bool
reads_from_to(const struct edtf *date, struct str min, struct str max)
{
	struct edtf_span hull = edtf_hull(date);
	bool unknown = str_eq(min, STR("unknown")) || str_eq(max, STR("unknown"));

	return moment_is(min, hull.first, EDTF_OPEN_START) &&
	    moment_is(max, hull.last, EDTF_OPEN_END) && unknown == date->unknown;
}

static bool
row_holds(struct arena *a, const struct csv *csv, size_t row)
{
	struct str reads = cell(csv, row, "reads"), max = reads, min = str_cut(&max, ' ');
	struct err e = {.key = ""};
	struct edtf date;
	bool read = edtf_read(a, cell(csv, row, "text"), &date, &e) == 0;

	if (str_starts(reads, STR("date.")))
		return !read && str_eq(reads, str_of(e.key));
	if (reads.n > 0)
		return read && reads_from_to(&date, min, max);
	if (str_eq(cell(csv, row, "valid"), STR("no")))
		return !read;
	return read && reads_from_to(&date, cell(csv, row, "min"), cell(csv, row, "max"));
}

static void
two_thousand_dates_read_as_the_judge_says_or_as_we_say_why_not(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct csv csv = table(a);
	size_t wrong = 0;

	assert_int_equal(csv.count, 2000);
	for (size_t i = 0; i < csv.count; i++) {
		struct edtf date;
		struct err e = {.key = "read"};
		if (row_holds(a, &csv, i))
			continue;
		wrong++;
		if (edtf_read(a, cell(&csv, i, "text"), &date, &e) == 0)
			print_error("line %zu, \"%.*s\": reads %lld to %lld\n", csv.rows[i].line,
			    STR_ARG(cell(&csv, i, "text")), (long long)edtf_hull(&date).first,
			    (long long)edtf_hull(&date).last);
		else
			print_error("line %zu, \"%.*s\": %s\n", csv.rows[i].line,
			    STR_ARG(cell(&csv, i, "text")), e.key);
	}
	assert_int_equal(wrong, 0);
	arena_free(a);
}

static void
a_difference_from_the_judge_says_why(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct csv csv = table(a);

	for (size_t i = 0; i < csv.count; i++)
		assert_int_equal(cell(&csv, i, "reads").n > 0, cell(&csv, i, "why").n > 0);
	arena_free(a);
}

static void
what_a_text_says_beside_its_days_is_kept(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t count;
		bool one_of, season, timed, unknown, uncertain, approximate;
	} rows[] = {
	    {"2019-06-09", 1, .one_of = false},
	    {"{2019-06-09,2019-06-11}", 2, .one_of = false},
	    {"[2019-06-09,2019-06-10?]", 2, .one_of = true, .uncertain = true},
	    {"2019-21~", 1, .season = true, .approximate = true},
	    {"2019-06-09T21:00:00+06:00", 1, .timed = true},
	    {"2019-06-09%/", 1, .unknown = true, .uncertain = true, .approximate = true},
	    {"2019-06-09/..", 1, .unknown = false},
	    {"{2019-06-09..}", 1, .unknown = false},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct edtf d;
		struct err e;
		assert_int_equal(edtf_read(a, str_of(rows[i].text), &d, &e), 0);
		if (d.count != rows[i].count || d.one_of != rows[i].one_of ||
		    d.season != rows[i].season || d.timed != rows[i].timed ||
		    d.unknown != rows[i].unknown || d.uncertain != rows[i].uncertain ||
		    d.approximate != rows[i].approximate)
			fail_msg("%s", rows[i].text);
	}
	arena_free(a);
}

static void
what_cannot_be_read_leaves_its_output_alone(void **state)
{
	(void)state;
	static const struct {
		const char *text, *key, *arg;
	} rows[] = {
	    {"2019-06-31~", "date.none", "2019-06-31"},
	    {"[2019-06-09,2019-06-31]", "date.none", "2019-06-31"},
	    {"2019-06-31T21:00", "date.none", "2019-06-31"},
	    {"2019-22/2019-23", "date.season", "2019-22/2019-23"},
	    {"Y12345678901", "date.long", "Y12345678901"},
	    {"2019?-06", "date.level", "2019?-06"},
	    {"[]", "date.empty_set", "[]"},
	    {"[2019-06-09}", "date.syntax", "[2019-06-09}"},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct edtf date = {.count = 7};
		struct err e;
		assert_int_equal(edtf_read(a, str_of(rows[i].text), &date, &e), -1);
		assert_string_equal(e.key, rows[i].key);
		assert_string_equal(e.arg[0], rows[i].arg);
		assert_int_equal(date.count, 7);
	}
	arena_free(a);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_thousand_dates_read_as_the_judge_says_or_as_we_say_why_not),
	    cmocka_unit_test(a_difference_from_the_judge_says_why),
	    cmocka_unit_test(what_a_text_says_beside_its_days_is_kept),
	    cmocka_unit_test(what_cannot_be_read_leaves_its_output_alone),
	};
	if (argc != 2)
		return 2;
	file = argv[1];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
