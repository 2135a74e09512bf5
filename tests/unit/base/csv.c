/* Tables: what RFC 4180 allows, and what is refused with its line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/csv.h"

#define MARK "\xEF\xBB\xBF"

static void
a_table_of_claims_is_read_by_column_name(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct csv t;
	struct err e;
	struct str text =
	    STR(MARK "id,words,place,days\r\n"
		     "c01,около 500 человек,almaty+nur-sultan,2019-06-09\r\n"
		     "c12,\"around 100 (headline: \"\"scores\"\")\",almaty,2019-06-12\r\n"
		     "c14,\"957 лиц: 670 + 115 + 172,\n13 June\",almaty+nur-sultan,"
		     "\"{2019-06-09,2019-06-10,2019-06-12}\"\r\n"
		     "c22,Задержаний нет,nur-sultan,\r\n\r\n\r\n");

	assert_int_equal(csv_read(a, text, &t, &e), 0);
	assert_int_equal(t.width, 4);
	assert_int_equal(t.count, 4);
	assert_int_equal(csv_column(&t, STR("id")), 0);
	assert_int_equal(csv_column(&t, STR("days")), 3);
	assert_int_equal(csv_column(&t, STR("speaker")), -1);
	assert_true(str_eq(csv_field(&t, 0, 1), STR("около 500 человек")));
	assert_true(str_eq(csv_field(&t, 1, 1), STR("around 100 (headline: \"scores\")")));
	assert_true(str_eq(csv_field(&t, 2, 1), STR("957 лиц: 670 + 115 + 172,\n13 June")));
	assert_true(str_eq(csv_field(&t, 2, 3), STR("{2019-06-09,2019-06-10,2019-06-12}")));
	assert_true(str_eq(csv_field(&t, 3, 3), STR("")));
	assert_true(str_eq(csv_field(&t, 3, -1), STR("")));
	assert_int_equal(t.rows[0].line, 2);
	assert_int_equal(t.rows[2].line, 4);
	assert_int_equal(t.rows[3].line, 6); /* the row before it has two lines */
	arena_free(a);
}

static void
semicolons_and_tabs_part_fields_where_the_header_has_no_comma(void **state)
{
	(void)state;
	static const struct {
		struct str text, field;
		size_t width;
	} rows[] = {
	    {STR_INIT("id;words\nc1;4,5 тыс.\n"), STR_INIT("4,5 тыс."), 2},
	    {STR_INIT("id\twords\nc1\t\"a\tb;c\"\n"), STR_INIT("a\tb;c"), 2},
	    {STR_INIT("id,words;x\nc1,a;b\n"), STR_INIT("a;b"), 2},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct csv table;
		struct err e;
		assert_int_equal(csv_read(a, rows[i].text, &table, &e), 0);
		assert_int_equal(table.width, rows[i].width);
		assert_true(str_eq(csv_field(&table, 0, 1), rows[i].field));
	}
	arena_free(a);
}

static void
small_tables_have_as_many_rows_as_lines(void **state)
{
	(void)state;
	static const struct {
		struct str text;
		size_t width, count;
	} rows[] = {
	    {STR_INIT("id"), 1, 0},
	    {STR_INIT("id\n"), 1, 0},
	    {STR_INIT("id\nc01"), 1, 1},
	    {STR_INIT("id\nc01\r\nc02\n\n"), 1, 2},
	    {STR_INIT("id\n\nc01\n"), 1, 2},
	    {STR_INIT("id\n\"\"\n"), 1, 1},
	    {STR_INIT("id,low\n,\n"), 2, 1},
	    {STR_INIT("id,low\n\nc01,450\r\n\r\n\nc02,9\n"), 2, 2},
	    {STR_INIT("id,low\n\"\",\"\""), 2, 1},
	    {STR_INIT("\"id\",\"low\"\n\"c01\",\"450\"\n"), 2, 1},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct csv t;
		struct err e;
		assert_int_equal(csv_read(a, rows[i].text, &t, &e), 0);
		assert_int_equal(t.width, rows[i].width);
		assert_int_equal(t.count, rows[i].count);
	}
	arena_free(a);
}

static void
broken_tables_are_refused_with_their_line(void **state)
{
	(void)state;
	static const struct {
		struct str text;
		const char *key, *arg[3];
	} rows[] = {
	    {STR_INIT(""), "csv.empty", {"", "", ""}},
	    {STR_INIT("\n\n"), "csv.empty", {"", "", ""}},
	    {STR_INIT(MARK), "csv.empty", {"", "", ""}},
	    {STR_INIT("id,low\nc01,450\nc02\n"), "csv.width", {"3", "1", "2"}},
	    {STR_INIT("id,low\nc01,450,549\n"), "csv.width", {"2", "3", "2"}},
	    {STR_INIT("id,low\n\nc01,450\nc02\n"), "csv.width", {"4", "1", "2"}},
	    {STR_INIT("id,low\n\r\rc01,450\n"), "csv.cr", {"2", "", ""}},
	    {STR_INIT("id,low\n\"a\nb\",1\nc02\n"), "csv.width", {"4", "1", "2"}},
	    {STR_INIT("id,low\nc01,\"450\nc02,5\n"), "csv.open_quote", {"2", "", ""}},
	    {STR_INIT("id,low\nc01,\"450\"\""), "csv.open_quote", {"2", "", ""}},
	    {STR_INIT("id,low\nc01,\""), "csv.open_quote", {"2", "", ""}},
	    {STR_INIT("id,low\nc01,\"450\" people\n"), "csv.after_quote", {"2", "", ""}},
	    {STR_INIT("id,low\n\"c\n01\"x,450\n"), "csv.after_quote", {"3", "", ""}},
	    {STR_INIT("id,words\nc01,the \"500\"\n"), "csv.inner_quote", {"2", "", ""}},
	    {STR_INIT("id,low\rc01,450\r"), "csv.cr", {"1", "", ""}},
	    {STR_INIT("id,low\nc01,4\0"
		      "50\n"),
		"csv.nul", {"2", "", ""}},
	    {STR_INIT("id,low\nc01,450\nc02,\xEE\xE4\xE8\xED\n"), "csv.utf8", {"3", "", ""}},
	    {STR_INIT("id,,low\n1,2,3\n"), "csv.no_name", {"2", "", ""}},
	    {STR_INIT("Detained on 9 June,,\n,,\nid,low,high\n1,2,3\n"), "csv.title", {"", "", ""}},
	    {STR_INIT(";;\nid;low;high\n1;2;3\n"), "csv.title", {"", "", ""}},
	    {STR_INIT("id,low,id\n1,2,3\n"), "csv.same_name", {"id", "", ""}},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct csv t = {.count = 7};
		struct err e;
		if (csv_read(a, rows[i].text, &t, &e) == 0)
			fail_msg("row %zu was read", i);
		assert_string_equal(e.key, rows[i].key);
		assert_int_equal(e.code, ERR_INPUT);
		for (size_t k = 0; k < 3; k++)
			assert_string_equal(e.arg[k], rows[i].arg[k]);
		assert_int_equal(t.count, 7);
	}
	arena_free(a);
}

static void
a_table_of_too_many_columns_is_refused(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct buf *b = buf_on(a);
	struct csv t;
	struct err e;

	for (int i = 0; i < CSV_COLUMNS; i++)
		buf_fmt(b, i == 0 ? "c%d" : ",c%d", i);
	assert_int_equal(csv_read(a, buf_str(b), &t, &e), 0);
	assert_int_equal(t.width, CSV_COLUMNS);
	buf_put(b, STR(",more"));
	assert_int_equal(csv_read(a, buf_str(b), &t, &e), -1);
	assert_string_equal(e.key, "csv.columns");
	assert_int_equal(e.code, ERR_LIMIT);
	arena_free(a);
}

static void
fields_are_quoted_only_when_they_must(void **state)
{
	(void)state;
	static const struct {
		struct str field;
		const char *written;
	} rows[] = {
	    {STR_INIT(""), ""},
	    {STR_INIT("almaty+nur-sultan"), "almaty+nur-sultan"},
	    {STR_INIT(" 4 000 "), " 4 000 "},
	    {STR_INIT("4,5 тыс."), "\"4,5 тыс.\""},
	    {STR_INIT("\"scores\""), "\"\"\"scores\"\"\""},
	    {STR_INIT("a\nb"), "\"a\nb\""},
	    {STR_INIT("a\rb"), "\"a\rb\""},
	    {STR_INIT(MARK "id"), "\"" MARK "id\""},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct buf b = BUF_INIT;
		csv_put_field(&b, rows[i].field);
		assert_string_equal(b.p, rows[i].written);
		buf_free(&b);
	}
}

static struct str
random_field(struct arena *a, uint32_t *seed)
{
	static const struct str pieces[] = {STR_INIT("\""), STR_INIT(","), STR_INIT("\n"),
	    STR_INIT("\r\n"), STR_INIT("ә"), STR_INIT("500"), STR_INIT(" "), STR_INIT(MARK)};
	struct buf *b = buf_on(a);

	for (*seed = *seed * 1664525u + 1013904223u; (*seed >> 16) % 4 != 0;
	     *seed = *seed * 1664525u + 1013904223u)
		buf_put(b, pieces[(*seed >> 20) % LENGTH(pieces)]);
	return buf_str(b);
}

static void
a_table_that_was_written_is_read_back_the_same(void **state)
{
	(void)state;
	uint32_t seed = 500;

	for (size_t round = 0; round < 5000; round++) {
		struct arena *a = arena_new();
		const struct str names[] = {STR("id"), STR("words"), STR("place")};
		size_t width = 1 + round % 3, count = round % 5;
		struct str fields[5][3];
		struct buf *b = buf_on(a);
		struct csv t;
		struct err e;

		csv_put_row(b, names, width);
		for (size_t i = 0; i < count; i++) {
			for (size_t k = 0; k < width; k++)
				fields[i][k] = random_field(a, &seed);
			csv_put_row(b, fields[i], width);
		}
		if (csv_read(a, buf_str(b), &t, &e) != 0)
			fail_msg("%s: %s", e.key, b->p);
		assert_int_equal(t.count, count);
		for (size_t i = 0; i < count; i++)
			for (size_t k = 0; k < width; k++)
				assert_true(str_eq(csv_field(&t, i, (int)k), fields[i][k]));
		arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_table_of_claims_is_read_by_column_name),
	    cmocka_unit_test(semicolons_and_tabs_part_fields_where_the_header_has_no_comma),
	    cmocka_unit_test(small_tables_have_as_many_rows_as_lines),
	    cmocka_unit_test(broken_tables_are_refused_with_their_line),
	    cmocka_unit_test(a_table_of_too_many_columns_is_refused),
	    cmocka_unit_test(fields_are_quoted_only_when_they_must),
	    cmocka_unit_test(a_table_that_was_written_is_read_back_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
