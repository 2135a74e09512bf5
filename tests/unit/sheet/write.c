/* Tables for spreadsheet programs: what is written reads back, and nothing becomes a formula. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kit/sheet/sheet.h"
#include "kit/sheet/sheet_write.h"

static const struct str names[] = {STR_INIT("имя"), STR_INIT("sum"), STR_INIT("_x000D_ & <b>")};
static const struct str first[] = {
    STR_INIT("=HYPERLINK(\"x\")"), STR_INIT("-12.5"), STR_INIT("two\r\nlines\t\x01 ")};
static const struct str second[] = {STR_INIT("  Әлия 😀"), STR_INIT("007"), STR_INIT("")};
static const struct csv_row rows[] = {{first, 2}, {second, 3}};
static const struct csv table = {names, LENGTH(names), rows, LENGTH(rows)};
static const bool numbers[] = {false, true, false};
static const struct sheet_look look = {STR_INIT("Июнь [9/10]"), numbers};

static void
what_is_written_reads_back(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct buf *b = buf_on(a), *again = buf_on(a);
	struct sheet_wish wish = {STR(""), STR("")};
	struct sheet sheet;
	struct err e;

	assert_int_equal(sheet_write_xlsx(b, &table, &look, &e), 0);
	assert_int_equal(sheet_read(a, buf_str(b), &wish, &sheet, &e), 0);
	assert_true(str_eq(sheet.name, STR("Июнь _9_10_")));
	assert_int_equal(sheet.table.width, table.width);
	assert_int_equal(sheet.table.count, table.count);
	for (size_t k = 0; k < table.width; k++) {
		assert_true(str_eq(sheet.table.names[k], names[k]));
		for (size_t i = 0; i < table.count; i++)
			assert_true(str_eq(csv_field(&sheet.table, i, (int)k), rows[i].fields[k]));
	}
	assert_int_equal(sheet_write_xlsx(again, &table, &look, &e), 0);
	assert_true(str_eq(buf_str(b), buf_str(again)));
	arena_free(a);
}

static void
a_text_that_excel_does_not_open_is_refused(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct buf *text = buf_on(a), *b = buf_on(a);
	struct err e;

	for (int i = 0; i <= SHEET_WRITE_TEXT; i++)
		buf_putc(text, 'x');
	const struct str fields[] = {STR("a"), STR("b"), buf_str(text)};
	const struct csv_row row = {fields, 2};
	const struct csv one = {names, LENGTH(names), &row, 1};
	assert_int_equal(sheet_write_xlsx(b, &one, &look, &e), -1);
	assert_string_equal(e.key, "sheet.long");
	assert_string_equal(e.arg[0], "C2");
	assert_int_equal(b->n, 0);
	arena_free(a);
}

/* As long as an export of a large archive: every cell comes back. */
static void
a_hundred_thousand_rows_read_back(void **state)
{
	enum { ROWS = 100000, WIDTH = 3 };
	static const struct str columns[WIDTH] = {
	    STR_INIT("id"), STR_INIT("name"), STR_INIT("said")};
	struct arena *a = arena_new();
	struct csv_row *long_rows = ARENA_ARRAY(a, struct csv_row, ROWS);
	struct buf *b = buf_on(a);
	const struct sheet_wish wish = {STR(""), STR("")};
	struct sheet back;
	struct err e;

	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		struct str *fields = ARENA_ARRAY(a, struct str, WIDTH);
		fields[0] = arena_fmt(a, "%07zu", i);
		fields[1] = i % 3 == 0 ? STR("") : STR("Айгүл Тестова");
		fields[2] = arena_fmt(a, "=%zu+1", i);
		long_rows[i] = (struct csv_row){fields, i + 2};
	}
	const struct csv long_table = {columns, WIDTH, long_rows, ROWS};
	const struct sheet_look sheet_look = {STR("records"), NULL};
	assert_int_equal(sheet_write_xlsx(b, &long_table, &sheet_look, &e), 0);
	assert_int_equal(sheet_read(a, buf_str(b), &wish, &back, &e), 0);
	assert_int_equal(back.table.count, ROWS);
	for (size_t i = 0; i < ROWS; i++)
		for (size_t k = 0; k < WIDTH; k++)
			if (!str_eq(back.table.rows[i].fields[k], long_rows[i].fields[k]))
				fail_msg("row %zu, column %zu", i, k);
	arena_free(a);
}

static void
no_field_of_a_safe_csv_begins_a_formula(void **state)
{
	(void)state;
	static const struct {
		struct str field, written;
	} fields[] = {
	    {STR_INIT("=1+1"), STR_INIT("'=1+1")},
	    {STR_INIT("+7 701 000 00 00"), STR_INIT("'+7 701 000 00 00")},
	    {STR_INIT("-cmd|' /C calc'!A0"), STR_INIT("'-cmd|' /C calc'!A0")},
	    {STR_INIT("@SUM(A1,B1)"), STR_INIT("\"'@SUM(A1,B1)\"")},
	    {STR_INIT("\t=1"), STR_INIT("\"'\t=1\"")},
	    {STR_INIT("\r=1"), STR_INIT("\"'\r=1\"")},
	    {STR_INIT("＝1"), STR_INIT("'＝1")},
	    {STR_INIT("-12.5"), STR_INIT("-12.5")},
	    {STR_INIT("+77010000001"), STR_INIT("+77010000001")},
	    {STR_INIT("-"), STR_INIT("'-")},
	    {STR_INIT("-1-1"), STR_INIT("'-1-1")},
	    {STR_INIT("-1.2.3"), STR_INIT("'-1.2.3")},
	    {STR_INIT("500"), STR_INIT("500")},
	    {STR_INIT("a=b"), STR_INIT("a=b")},
	    {STR_INIT(""), STR_INIT("")},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(fields); i++) {
		struct buf *b = buf_on(a);
		sheet_put_safe_field(b, fields[i].field);
		if (!str_eq(buf_str(b), fields[i].written))
			fail_msg("row %zu: %s", i, b->p);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_written_reads_back),
	    cmocka_unit_test(a_text_that_excel_does_not_open_is_refused),
	    cmocka_unit_test(a_hundred_thousand_rows_read_back),
	    cmocka_unit_test(no_field_of_a_safe_csv_begins_a_formula),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
