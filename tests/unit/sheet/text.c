/* Tables as spreadsheets save them in the alphabets of Central Asia, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "kit/sheet/sheet.h"
#include "kit/sheet/sheet_text.h"

/* Invented people; the bytes are those of Python's codecs. */
static const struct {
	struct str encoding, bytes, text;
} saved[] = {
    {STR_INIT("windows-1251"),
	STR_INIT("\xE8\xEC\xFF;\xEC\xE5\xF1\xF2\xEE;\xE4\xE0\xF2\xE0\n\xC8\xE2"
		 "\xE0\xED\xEE\xE2\xE0 \xCC\xE0\xF0\xE8\xFF;\xC0\xEB\xEC\xE0"
		 "\xF2\xFB;9 \xE8\xFE\xED\xFF 2019\n\xCF\xB8\xF2\xF0 \xA8\xEB"
		 "\xEA\xE8\xED;\xEF\xEB\xEE\xF9\xE0\xE4\xFC \xAB\xC0\xF1\xF2"
		 "\xE0\xED\xE0\xBB \xB9 3;12 \xE8\xFE\xED\xFF\n"),
	STR_INIT("имя;место;дата\n"
		 "Иванова Мария;Алматы;9 июня 2019\n"
		 "Пётр Ёлкин;площадь «Астана» № 3;12 июня\n")},
    {STR_INIT("koi8-r"),
	STR_INIT("\xC9\xCD\xD1;\xCD\xC5\xD3\xD4\xCF;\xC4\xC1\xD4\xC1\n\xE9\xD7"
		 "\xC1\xCE\xCF\xD7\xC1 \xED\xC1\xD2\xC9\xD1;\xE1\xCC\xCD\xC1"
		 "\xD4\xD9;9 \xC9\xC0\xCE\xD1 2019\n\xF0\xA3\xD4\xD2 \xB3\xCC"
		 "\xCB\xC9\xCE;\xD0\xCC\xCF\xDD\xC1\xC4\xD8 \"\xE1\xD3\xD4\xC1"
		 "\xCE\xC1\" N 3;12 \xC9\xC0\xCE\xD1\n"),
	STR_INIT("имя;место;дата\n"
		 "Иванова Мария;Алматы;9 июня 2019\n"
		 "Пётр Ёлкин;площадь \"Астана\" N 3;12 июня\n")},
    {STR_INIT("cp866"),
	STR_INIT("\xA8\xAC\xEF;\xAC\xA5\xE1\xE2\xAE;\xA4\xA0\xE2\xA0\n\x88\xA2"
		 "\xA0\xAD\xAE\xA2\xA0 \x8C\xA0\xE0\xA8\xEF;\x80\xAB\xAC\xA0"
		 "\xE2\xEB;9 \xA8\xEE\xAD\xEF 2019\n\x8F\xF1\xE2\xE0 \xF0\xAB"
		 "\xAA\xA8\xAD;\xAF\xAB\xAE\xE9\xA0\xA4\xEC \"\x80\xE1\xE2\xA0"
		 "\xAD\xA0\" \xFC 3;12 \xA8\xEE\xAD\xEF\n"),
	STR_INIT("имя;место;дата\n"
		 "Иванова Мария;Алматы;9 июня 2019\n"
		 "Пётр Ёлкин;площадь \"Астана\" № 3;12 июня\n")},
    {STR_INIT("kz-1048"),
	STR_INIT("\xE0\xF2\xFB;\xE6\xE5\xF0\xB3\n\xA3\xEB\xE8\xFF \x8D\xA2\xF0"
		 "\xEC\xE0\xED\xBA\xE0\xE7\xFB;\xC0\xEB\xEC\xE0\xF2\xFB \x9D"
		 "\xE0\xEB\xE0\xF1\xFB, \xD2\xA2\xF0\xE0\xED \xE4\xE0\xBE\xBA"
		 "\xFB\xEB\xFB\n\xA5\xEC\xB3\xF0\xE1\xE5\xEA \xAF\xF1\xE5\xED;"
		 "\x8D\xFB\xE7\xFB\xEB\xEE\xF0\xE4\xE0\n"),
	STR_INIT("аты;жері\n"
		 "Әлия Құрманғазы;Алматы қаласы, Тұран даңғылы\n"
		 "Өмірбек Үсен;Қызылорда\n")},
    {STR_INIT("pt154"),
	STR_INIT("\xE0\xF2\xFB;\xE6\xE5\xF0\xB3\n\xAA\xEB\xE8\xFF \x8D\xB1\xF0"
		 "\xEC\xE0\xED\x83\xE0\xE7\xFB;\xC0\xEB\xEC\xE0\xF2\xFB \x9D"
		 "\xE0\xEB\xE0\xF1\xFB, \xD2\xB1\xF0\xE0\xED \xE4\xE0\x9C\x83"
		 "\xFB\xEB\xFB\n\xA4\xEC\xB3\xF0\xE1\xE5\xEA \x87\xF1\xE5\xED;"
		 "\x8D\xFB\xE7\xFB\xEB\xEE\xF0\xE4\xE0\n"),
	STR_INIT("аты;жері\n"
		 "Әлия Құрманғазы;Алматы қаласы, Тұран даңғылы\n"
		 "Өмірбек Үсен;Қызылорда\n")},
    {STR_INIT("pt154"),
	STR_INIT("\xED\xEE\xEC;\x99\xEE\xE9\n\x86\xE0\xEC\xF8\xE5\xE4 \xD0\xE0"
		 "\x98\xEC\xEE\xED\xEE\xE2;\xC4\xF3\xF8\xE0\xED\xE1\xE5, \xEA"
		 "\xAD\xF7\xE0\xE8 \xD0\xAD\xE4\xE0\xEA\x9B\n"),
	STR_INIT("ном;ҷой\n"
		 "Ҷамшед Раҳмонов;Душанбе, кӯчаи Рӯдакӣ\n")},
    {STR_INIT("windows-1251"),
	STR_INIT("\xD4\xC8\xCE;\xC3\xCE\xD0\xCE\xC4\n\xC8\xC2\xC0\xCD\xCE\xC2 "
		 "\xCF\xC5\xD2\xD0;\xC0\xCB\xCC\xC0\xD2\xDB\n\xC6\xD3\xCC\xC0"
		 "\xC1\xC0\xC5\xC2\xC0 \xC0\xC9\xC3\xD3\xCB\xDC;\xD8\xDB\xCC"
		 "\xCA\xC5\xCD\xD2\n"),
	STR_INIT("ФИО;ГОРОД\n"
		 "ИВАНОВ ПЕТР;АЛМАТЫ\n"
		 "ЖУМАБАЕВА АЙГУЛЬ;ШЫМКЕНТ\n")},
    {STR_INIT("koi8-r"),
	STR_INIT("\xE6\xE9\xEF;\xE7\xEF\xF2\xEF\xE4\n\xE9\xF7\xE1\xEE\xEF\xF7 "
		 "\xF0\xE5\xF4\xF2;\xE1\xEC\xED\xE1\xF4\xF9\n\xF6\xF5\xED\xE1"
		 "\xE2\xE1\xE5\xF7\xE1 \xE1\xEA\xE7\xF5\xEC\xF8;\xFB\xF9\xED"
		 "\xEB\xE5\xEE\xF4\n"),
	STR_INIT("ФИО;ГОРОД\n"
		 "ИВАНОВ ПЕТР;АЛМАТЫ\n"
		 "ЖУМАБАЕВА АЙГУЛЬ;ШЫМКЕНТ\n")},
    {STR_INIT("cp866"),
	STR_INIT("\x94\x88\x8E;\x83\x8E\x90\x8E\x84\n\x88\x82\x80\x8D\x8E\x82 "
		 "\x8F\x85\x92\x90;\x80\x8B\x8C\x80\x92\x9B\n\x86\x93\x8C\x80"
		 "\x81\x80\x85\x82\x80 \x80\x89\x83\x93\x8B\x9C;\x98\x9B\x8C"
		 "\x8A\x85\x8D\x92\n"),
	STR_INIT("ФИО;ГОРОД\n"
		 "ИВАНОВ ПЕТР;АЛМАТЫ\n"
		 "ЖУМАБАЕВА АЙГУЛЬ;ШЫМКЕНТ\n")},
    {STR_INIT("windows-1252"),
	STR_INIT("name;place\nRen\xE9 M\xFCller;Z\xFCrich\nAm\xE9lie No\xEBl;Ge"
		 "n\xE8ve \x96 c\xF4t\xE9\n"),
	STR_INIT("name;place\n"
		 "René Müller;Zürich\n"
		 "Amélie Noël;Genève – côté\n")},
    {STR_INIT("windows-1251"), STR_INIT("\xE8\xEC\xFF\n\xCE\xEB\xE5\xE3\n"),
	STR_INIT("имя\n"
		 "Олег\n")},
    {STR_INIT("koi8-r"), STR_INIT("\xC9\xCD\xD1\n\xEF\xCC\xC5\xC7\n"),
	STR_INIT("имя\n"
		 "Олег\n")},
    {STR_INIT("cp866"), STR_INIT("\xA8\xAC\xEF\n\x8E\xAB\xA5\xA3\n"),
	STR_INIT("имя\n"
		 "Олег\n")},
};

static struct str
read(struct arena *a, struct str bytes, struct str wish, struct str *encoding)
{
	struct str text;
	struct err e;

	assert_int_equal(sheet_text_read(a, bytes, wish, &text, encoding, &e), 0);
	return text;
}

static void
encodings_of_one_byte_are_told_apart_by_their_words(void **state)
{
	(void)state;
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(saved); i++) {
		struct str encoding, text = read(a, saved[i].bytes, STR(""), &encoding);
		if (!str_eq(encoding, saved[i].encoding))
			fail_msg("row %zu: %.*s", i, STR_ARG(encoding));
		assert_true(str_eq(text, saved[i].text));
	}
	arena_free(a);
}

/* Writes text, of the basic plane, as UTF-16. */
static struct str
wide(struct arena *a, struct str text, bool big, bool mark)
{
	struct buf *b = buf_on(a);

	if (mark)
		buf_put(b, big ? STR("\xFE\xFF") : STR("\xFF\xFE"));
	for (size_t at = 0; at < text.n;) {
		uint32_t c = utf8_next(text, &at);
		const char bytes[] = {(char)(c >> 8), (char)(c & 0xFF)};
		buf_putc(b, bytes[big ? 0 : 1]);
		buf_putc(b, bytes[big ? 1 : 0]);
	}
	return buf_str(b);
}

static void
utf_16_is_read_in_both_orders_with_its_mark_and_without(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str text = STR("имя\tместо\r\nАнна Әбенова\tАлматы – көше\r\n");

	for (int i = 0; i < 4; i++) {
		bool big = i & 1, mark = i & 2;
		struct str bytes = wide(a, text, big, mark), encoding;
		assert_true(str_eq(read(a, bytes, STR(""), &encoding), text));
		assert_true(str_eq(encoding, big ? STR("utf-16be") : STR("utf-16le")));
		if (mark)
			assert_true(str_eq(read(a, bytes, STR("UTF-16"), &encoding), text));
	}
	struct str encoding, pair = STR("a\0\n\0\x3D\xD8\x00\xDE\n\0");
	assert_true(str_eq(read(a, pair, STR("utf-16le"), &encoding), STR("a\n😀\n")));
	arena_free(a);
}

static void
utf_8_is_taken_as_it_is_and_its_mark_goes(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str encoding;

	assert_true(str_eq(read(a, STR("имя\n"), STR(""), &encoding), STR("имя\n")));
	assert_true(str_eq(encoding, STR("utf-8")));
	assert_true(str_eq(read(a, STR("\xEF\xBB\xBFимя\n"), STR(""), &encoding), STR("имя\n")));
	assert_true(str_eq(read(a, STR(""), STR(""), &encoding), STR("")));
	assert_true(str_eq(encoding, STR("utf-8")));
	arena_free(a);
}

static void
a_wish_wins_over_what_is_recognised(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str encoding, bytes = STR("\xC8\xEC\xFF\n");

	assert_true(str_eq(read(a, bytes, STR("cp1251"), &encoding), STR("Имя\n")));
	assert_true(str_eq(encoding, STR("windows-1251")));
	assert_true(str_eq(read(a, bytes, STR("Windows-1252"), &encoding), STR("Èìÿ\n")));
	assert_true(str_eq(encoding, STR("windows-1252")));
	arena_free(a);
}

static void
what_no_encoding_explains_is_refused_with_its_line(void **state)
{
	(void)state;
	static const struct {
		struct str bytes, wish;
		const char *key, *first, *second;
	} rows[] = {
	    {STR_INIT("a\nИмя и место\nc\n\xC8\xEC\xFF\n"), STR_INIT(""), "sheet.mixed", "2", "4"},
	    {STR_INIT("a\n\xC8\xEC\xFF\nИмя\n"), STR_INIT("utf-8"), "csv.utf8", "2", ""},
	    {STR_INIT("a\nИмя\373\n"), STR_INIT(""), "csv.utf8", "2", ""},
	    {STR_INIT("a\nb\0c\n"), STR_INIT(""), "csv.nul", "2", ""},
	    {STR_INIT("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), STR_INIT(""), "sheet.no_text", "", ""},
	    {STR_INIT("a\x01\n\xC8\x02\n\x03\x7F"), STR_INIT(""), "sheet.no_text", "", ""},
	    {STR_INIT("\0\0\0\0\0\0\0\0"), STR_INIT(""), "sheet.no_text", "", ""},
	    {STR_INIT("\xC8\n\0\n"), STR_INIT(""), "csv.nul", "2", ""},
	    {STR_INIT("\xFF\xFE"
		      "a\0\n\0b"),
		STR_INIT(""), "sheet.utf16", "2", ""},
	    {STR_INIT("\xFF\xFE"
		      "a\0\x3D\xD8"
		      "b\0"),
		STR_INIT(""), "sheet.utf16", "1", ""},
	    {STR_INIT("\xFF\xFE"
		      "a\0\n\0\0\0"),
		STR_INIT(""), "csv.nul", "2", ""},
	    {STR_INIT("\xEF\xBB\xBF"
		      "a\n"),
		STR_INIT("cp1251"), "sheet.mark", "cp1251", "utf-8"},
	    {STR_INIT("\xC8\n\x98\n"), STR_INIT("cp1251"), "sheet.byte", "2", "windows-1251"},
	    {STR_INIT("a\n"), STR_INIT("cp9"), "sheet.encoding", "cp9",
		"utf-8, utf-16le, utf-16be, windows-1251, kz-1048, pt154, koi8-r, cp866, "
		"windows-1252"},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct str text = STR("as it was"), encoding = STR("so too");
		struct err e;
		assert_int_equal(
		    sheet_text_read(a, rows[i].bytes, rows[i].wish, &text, &encoding, &e), -1);
		assert_string_equal(e.key, rows[i].key);
		assert_string_equal(e.arg[0], rows[i].first);
		assert_string_equal(e.arg[1], rows[i].second);
		assert_true(str_eq(text, STR("as it was")) && str_eq(encoding, STR("so too")));
	}
	arena_free(a);
}

static void
the_form_of_a_table_is_known_by_its_bytes(void **state)
{
	(void)state;
	static const struct {
		struct str bytes;
		enum sheet_form form;
	} rows[] = {
	    {STR_INIT("a,b\n1,2\n"), SHEET_COMMAS},
	    {STR_INIT("a;b\n1;2\n"), SHEET_SEMICOLONS},
	    {STR_INIT("a\tb\n1\t2\n"), SHEET_TABS},
	    {STR_INIT("\n {\"a\":1,\"b\":2}\n"), SHEET_JSONL},
	    {STR_INIT("{a},b\n1,2\n"), SHEET_COMMAS},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct sheet_wish wish = {STR(""), STR("")};
		struct sheet sheet;
		struct err e;
		assert_int_equal(sheet_read(a, rows[i].bytes, &wish, &sheet, &e), 0);
		assert_int_equal(sheet.form, rows[i].form);
		assert_int_equal(sheet.table.width, 2);
		assert_int_equal(sheet.table.count, 1);
		assert_true(str_eq(csv_field(&sheet.table, 0, 1), STR("2")));
	}
	arena_free(a);
}

static void
a_file_that_is_no_table_is_called_what_it_is(void **state)
{
	(void)state;
	static const struct {
		struct str bytes;
		const char *what;
	} rows[] = {
	    {STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "xls"},
	    {STR_INIT("%PDF-1.7\n"), "pdf"},
	    {STR_INIT("{\\rtf1\n"), "rtf"},
	    {STR_INIT(" <html><table>"), "html"},
	    {STR_INIT("<!DOCTYPE html>"), "html"},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct sheet_wish wish = {STR(""), STR("")};
		struct sheet sheet;
		struct err e;
		assert_int_equal(sheet_read(a, rows[i].bytes, &wish, &sheet, &e), -1);
		assert_string_equal(e.key, "sheet.other");
		assert_string_equal(e.arg[0], rows[i].what);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(encodings_of_one_byte_are_told_apart_by_their_words),
	    cmocka_unit_test(utf_16_is_read_in_both_orders_with_its_mark_and_without),
	    cmocka_unit_test(utf_8_is_taken_as_it_is_and_its_mark_goes),
	    cmocka_unit_test(a_wish_wins_over_what_is_recognised),
	    cmocka_unit_test(what_no_encoding_explains_is_refused_with_its_line),
	    cmocka_unit_test(the_form_of_a_table_is_known_by_its_bytes),
	    cmocka_unit_test(a_file_that_is_no_table_is_called_what_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
