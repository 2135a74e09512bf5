/* JSON Lines: what becomes of keys and values, and what is refused with its line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kit/sheet/sheet.h"

static void
columns_are_the_keys_of_all_lines_in_order_of_appearance(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct sheet_wish wish = {STR(""), STR("")};
	struct sheet sheet;
	struct err e;
	struct str text = STR("{\"Имя\": \"Анна \\\"А\\u0301\\\" \\ud83d\\ude00\", \"age\": 31}\r\n"
			      "\n"
			      "{ \"age\" : 1.50e3, \"place.id\": null, \"held\": true }\n"
			      "{}\n"
			      "{\"tags\":[\"a\", 2, false], \"Имя\":\"\", \"none\":[]}");
	static const struct str names[] = {STR_INIT("Имя"), STR_INIT("age"), STR_INIT("place.id"),
	    STR_INIT("held"), STR_INIT("tags"), STR_INIT("none")};
	static const struct {
		size_t line;
		struct str fields[6];
	} rows[] = {
	    {1,
		{STR_INIT("Анна \"А\u0301\" 😀"), STR_INIT("31"), STR_INIT(""), STR_INIT(""),
		    STR_INIT(""), STR_INIT("")}},
	    {3,
		{STR_INIT(""), STR_INIT("1.50e3"), STR_INIT(""), STR_INIT("true"), STR_INIT(""),
		    STR_INIT("")}},
	    {4,
		{STR_INIT(""), STR_INIT(""), STR_INIT(""), STR_INIT(""), STR_INIT(""),
		    STR_INIT("")}},
	    {5,
		{STR_INIT(""), STR_INIT(""), STR_INIT(""), STR_INIT(""), STR_INIT("a; 2; false"),
		    STR_INIT("")}},
	};

	assert_int_equal(sheet_read(a, text, &wish, &sheet, &e), 0);
	assert_int_equal(sheet.form, SHEET_JSONL);
	assert_int_equal(sheet.table.width, LENGTH(names));
	assert_int_equal(sheet.table.count, LENGTH(rows));
	for (size_t k = 0; k < LENGTH(names); k++)
		assert_true(str_eq(sheet.table.names[k], names[k]));
	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(sheet.table.rows[i].line, rows[i].line);
		for (size_t k = 0; k < LENGTH(names); k++)
			assert_true(str_eq(csv_field(&sheet.table, i, (int)k), rows[i].fields[k]));
	}
	arena_free(a);
}

static void
what_is_no_flat_object_is_refused_with_its_line(void **state)
{
	(void)state;
	static const struct {
		struct str text;
		const char *key, *first, *second;
	} rows[] = {
	    {STR_INIT("{\"a\":1}\n{\"a\":}\n"), "sheet.json_line", "2", "6"},
	    {STR_INIT("{\"a\":1}\n[1]\n"), "sheet.json_line", "2", "1"},
	    {STR_INIT("{\"a\":1} x\n"), "sheet.json_line", "1", "9"},
	    {STR_INIT("{\"a\":1\n"), "sheet.json_line", "1", "7"},
	    {STR_INIT("{\"a\":01}\n"), "sheet.json_line", "1", "6"},
	    {STR_INIT("{\"a\":1.}\n"), "sheet.json_line", "1", "6"},
	    {STR_INIT("{\"a\":nul}\n"), "sheet.json_line", "1", "6"},
	    {STR_INIT("{\"a\":\"\\x\"}\n"), "sheet.json_line", "1", "6"},
	    {STR_INIT("{\"a\":\"\t\"}\n"), "sheet.json_line", "1", "7"},
	    {STR_INIT("{\"a\":\"\\u0000\"}\n"), "csv.nul", "1", ""},
	    {STR_INIT("{\"a\":{\"b\":1}}\n"), "sheet.json_nested", "1", "a"},
	    {STR_INIT("{\"a\":[1,[2]]}\n"), "sheet.json_nested", "1", "a"},
	    {STR_INIT("{\"a\":1,\"a\":1}\n"), "sheet.json_twice", "1", "a"},
	    {STR_INIT("{\"\":1}\n"), "sheet.json_key", "1", ""},
	    {STR_INIT("{}\n"), "sheet.json_empty", "", ""},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct sheet_wish wish = {STR(""), STR("")};
		struct sheet sheet;
		struct err e;
		assert_int_equal(sheet_read(a, rows[i].text, &wish, &sheet, &e), -1);
		assert_string_equal(e.key, rows[i].key);
		assert_string_equal(e.arg[0], rows[i].first);
		assert_string_equal(e.arg[1], rows[i].second);
	}
	arena_free(a);
}

static void
more_columns_than_a_table_may_have_are_refused(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct buf *b = buf_on(a);
	struct sheet_wish wish = {STR(""), STR("")};
	struct sheet sheet;
	struct err e;

	for (int i = 0; i <= CSV_COLUMNS; i++)
		buf_fmt(b, "{\"c%d\":%d}\n", i, i);
	assert_int_equal(sheet_read(a, buf_str(b), &wish, &sheet, &e), -1);
	assert_string_equal(e.key, "csv.columns");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(columns_are_the_keys_of_all_lines_in_order_of_appearance),
	    cmocka_unit_test(what_is_no_flat_object_is_refused_with_its_line),
	    cmocka_unit_test(more_columns_than_a_table_may_have_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
