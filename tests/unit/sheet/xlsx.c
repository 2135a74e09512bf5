/* XLSX: what becomes of each kind of cell, and which files are refused. Invented people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kit/os/file.h"
#include "kit/sheet/sheet.h"

static const char *folder;

static struct str
file(struct arena *a, const char *name)
{
	struct str bytes;
	struct err e;

	if (file_read_all(a, arena_fmt(a, "%s/%s", folder, name), 1 << 20, &bytes, &e) != 0)
		fail_msg("%s: %s", name, e.key);
	return bytes;
}

static struct sheet
read(struct arena *a, const char *name, const char *wished)
{
	struct sheet_wish wish = {.encoding = STR(""), .name = str_of(wished)};
	struct sheet sheet;
	struct err e;

	if (sheet_read(a, file(a, name), &wish, &sheet, &e) != 0)
		fail_msg("%s: %s %s %s", name, e.key, e.arg[0], e.arg[1]);
	return sheet;
}

/* The table as CSV, each row behind its line. */
static void
assert_table(struct arena *a, const struct sheet *sheet, const char *wanted)
{
	struct buf *b = buf_on(a);

	csv_put_row(b, sheet->table.names, sheet->table.width);
	for (size_t i = 0; i < sheet->table.count; i++) {
		buf_fmt(b, "%zu: ", sheet->table.rows[i].line);
		csv_put_row(b, sheet->table.rows[i].fields, sheet->table.width);
	}
	assert_string_equal(b->p, wanted);
}

static void
cells_as_excel_writes_them_are_read(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct sheet sheet = read(a, "excel.xlsx", "");

	assert_int_equal(sheet.form, SHEET_XLSX);
	assert_true(str_eq(sheet.name, STR("List")));
	assert_true(str_eq(sheet.names, STR("Skipped & hidden, List")));
	assert_int_equal(sheet.errors, 1);
	assert_table(a, &sheet,
	    "name,day ,sum\n"
	    "3: Айгүл Сәрсенова,2019-06-09,0.30000000000000004\n"
	    "4: 東京,2019-06-10T12:00,100\n"
	    "7: \"two\r\nlines _x0041_ <b>\",36:00,\n"
	    "8: ab,7,true\n"
	    "9: ,2019-06-09T14:30,870412300123\n"
	    "10: inline,14:30:05,2019-06-12\n"
	    "11: 60,1900-02-28,-1\n");
	arena_free(a);
}

static void
a_hidden_sheet_is_read_when_it_is_wished(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct sheet sheet = read(a, "excel.xlsx", "Skipped & hidden");

	assert_table(a, &sheet, "secret\n2: 1\n");
	arena_free(a);
}

static void
what_openpyxl_writes_is_read_with_its_days_and_formats(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct sheet sheet = read(a, "openpyxl.xlsx", "");

	assert_true(str_eq(sheet.name, STR("Задержанные")));
	assert_table(a, &sheet,
	    "имя,возраст,день,когда,час,сумма,отпущен,ИИН,доля\n"
	    "2: Айгүл Сәрсенова,31,2019-06-09,2019-06-09T14:30,14:30:05,0.1,true,010203300123,0.5\n"
	    "3: Олег «Ким» Иванов,,1900-01-01,2019-06-10,,-12.75,false,,\n"
	    "4: =не формула,1000000000000000,1900-03-01,,,1e-07,,,\n"
	    "6: объединённая,,,,,,,,\n"
	    "8: формула без значения,,,,,,,,\n");
	arena_free(a);
}

static void
days_counted_from_1904_are_the_same_days(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct sheet sheet = read(a, "1904.xlsx", "");

	assert_table(
	    a, &sheet, "day,when\n2: 2019-06-09,1904-01-01\n3: 1904-01-02,2019-06-09T06:00\n");
	arena_free(a);
}

static void
files_that_cannot_be_read_or_trusted_are_refused(void **state)
{
	(void)state;
	static const struct {
		const char *file, *wish, *key, *first, *second;
		enum err_code code;
	} rows[] = {
	    {"truncated.xlsx", "", "sheet.damaged", "zip", "", ERR_INPUT},
	    {"flipped.xlsx", "", "sheet.damaged", "xl/worksheets/sheet2.xml", "", ERR_INPUT},
	    {"missing.xlsx", "", "sheet.damaged", "xl/sharedStrings.xml", "", ERR_INPUT},
	    {"malformed.xlsx", "", "sheet.damaged", "xl/worksheets/sheet2.xml", "", ERR_INPUT},
	    {"entities.xlsx", "", "sheet.doctype", "xl/sharedStrings.xml", "", ERR_INPUT},
	    {"external.xlsx", "", "sheet.doctype", "xl/worksheets/sheet2.xml", "", ERR_INPUT},
	    {"bomb.xlsx", "", "sheet.bomb", "xl/worksheets/sheet2.xml", "", ERR_LIMIT},
	    {"shared.xlsx", "", "sheet.cell", "B7", "99", ERR_INPUT},
	    {"number.xlsx", "", "sheet.cell", "E4", "0x10", ERR_INPUT},
	    {"twice.xlsx", "", "sheet.cell_twice", "B8", "", ERR_INPUT},
	    {"unnamed.xlsx", "", "csv.no_name", "AB", "", ERR_INPUT},
	    {"title.xlsx", "", "csv.title", "", "", ERR_INPUT},
	    {"wide.xlsx", "", "csv.columns", "1001", "1000", ERR_LIMIT},
	    {"rows.xlsx", "", "sheet.rows", "1048576", "", ERR_LIMIT},
	    {"cells.xlsx", "", "sheet.cells", "33554432", "", ERR_LIMIT},
	    {"empty.xlsx", "", "csv.empty", "", "", ERR_INPUT},
	    {"table.ods", "", "sheet.other", "ods", "", ERR_INPUT},
	    {"excel.xlsx", "Lists", "sheet.no_sheet", "Lists", "Skipped & hidden, List",
		ERR_NOTFOUND},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena *a = arena_new();
		struct sheet_wish wish = {.encoding = STR(""), .name = str_of(rows[i].wish)};
		struct sheet sheet = {.errors = 7};
		struct err e = {.key = ""};
		int status = sheet_read(a, file(a, rows[i].file), &wish, &sheet, &e);
		if (status != -1 || strcmp(e.key, rows[i].key) != 0)
			fail_msg("%s: %s %s", rows[i].file, e.key, e.arg[0]);
		assert_int_equal(e.code, rows[i].code);
		assert_string_equal(e.arg[0], rows[i].first);
		assert_string_equal(e.arg[1], rows[i].second);
		assert_int_equal(sheet.errors, 7);
		arena_free(a);
	}
}

/* Every length of a file: a download that broke off anywhere. */
static void
no_beginning_of_a_file_is_a_table(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str whole = file(a, "1904.xlsx");
	const struct sheet_wish wish = {.encoding = STR(""), .name = STR("")};

	for (size_t n = 4; n < whole.n; n++) {
		struct arena *scratch = arena_new();
		struct sheet sheet;
		struct err e;
		assert_int_equal(sheet_read(scratch, str_sub(whole, 0, n), &wish, &sheet, &e), -1);
		arena_free(scratch);
	}
	arena_free(a);
}

static void
a_wish_that_the_form_cannot_have_is_refused(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct sheet_wish encoding = {.encoding = STR("cp1251"), .name = STR("")};
	const struct sheet_wish name = {.encoding = STR(""), .name = STR("List")};
	struct sheet sheet;
	struct err e;

	assert_int_equal(sheet_read(a, file(a, "excel.xlsx"), &encoding, &sheet, &e), -1);
	assert_string_equal(e.key, "sheet.mark");
	assert_int_equal(sheet_read(a, STR("a,b\n"), &name, &sheet, &e), -1);
	assert_string_equal(e.key, "sheet.no_sheets");
	arena_free(a);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cells_as_excel_writes_them_are_read),
	    cmocka_unit_test(a_hidden_sheet_is_read_when_it_is_wished),
	    cmocka_unit_test(what_openpyxl_writes_is_read_with_its_days_and_formats),
	    cmocka_unit_test(days_counted_from_1904_are_the_same_days),
	    cmocka_unit_test(files_that_cannot_be_read_or_trusted_are_refused),
	    cmocka_unit_test(no_beginning_of_a_file_is_a_table),
	    cmocka_unit_test(a_wish_that_the_form_cannot_have_is_refused),
	};

	assert_int_equal(argc, 2);
	folder = argv[1];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
