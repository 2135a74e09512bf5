/* Any table that is written as XLSX reads back as it was, whatever its texts hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kit/sheet/sheet.h"
#include "kit/sheet/sheet_write.h"

#define TABLES 300
#define WIDTH 6
#define ROWS 8

static uint32_t
next(uint64_t *seed, uint32_t below)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(*seed >> 33) % below;
}

/* Pieces that a writer or a reader could stumble on. */
static struct str
piece(uint64_t *seed)
{
	static const struct str pieces[] = {STR_INIT("a"), STR_INIT(" "), STR_INIT("_x000D_"),
	    STR_INIT("_x"), STR_INIT("005F_"), STR_INIT("&amp;"), STR_INIT("<"), STR_INIT(">"),
	    STR_INIT("]]>"), STR_INIT("\r"), STR_INIT("\n"), STR_INIT("\t"), STR_INIT("\x01"),
	    STR_INIT("\x7F"), STR_INIT("\""), STR_INIT("'"), STR_INIT("ә"), STR_INIT("😀"),
	    STR_INIT("\uFFFE"), STR_INIT("="), STR_INIT("-"), STR_INIT("0"), STR_INIT("17"),
	    STR_INIT("."), STR_INIT("e5"), STR_INIT("870412300123")};

	return pieces[next(seed, LENGTH(pieces))];
}

static struct str
text_of(struct arena *a, uint64_t *seed, uint32_t pieces)
{
	struct buf *b = buf_on(a);

	for (uint32_t n = next(seed, pieces); n > 0; n--)
		buf_put(b, piece(seed));
	return buf_str(b);
}

/* No name is empty or stands twice, and no row is empty: such rows are none in a sheet. */
static struct csv
table_of(struct arena *a, uint64_t *seed)
{
	size_t width = 1 + next(seed, WIDTH), count = next(seed, ROWS);
	struct str *names = ARENA_ARRAY(a, struct str, width);
	struct csv_row *rows = ARENA_ARRAY(a, struct csv_row, count);

	for (size_t k = 0; k < width; k++) {
		struct str text = text_of(a, seed, 4);
		names[k] = arena_fmt(a, "%zu%.*s", k, STR_ARG(text));
	}
	for (size_t i = 0; i < count; i++) {
		struct str *fields = ARENA_ARRAY(a, struct str, width);
		for (size_t k = 0; k < width; k++)
			fields[k] = text_of(a, seed, 6);
		if (fields[0].n == 0)
			fields[0] = STR("x");
		rows[i] = (struct csv_row){fields, i + 2};
	}
	return (struct csv){names, width, rows, count};
}

static void
a_table_written_as_xlsx_reads_back_as_it_was(void **state)
{
	(void)state;
	uint64_t seed = 20190609;

	for (int n = 0; n < TABLES; n++) {
		struct arena *a = arena_new();
		struct csv table = table_of(a, &seed);
		bool numbers[WIDTH + 1];
		for (size_t k = 0; k < LENGTH(numbers); k++)
			numbers[k] = next(&seed, 2) == 1;
		const struct sheet_look look = {text_of(a, &seed, 20), numbers};
		const struct sheet_wish wish = {STR(""), STR("")};
		struct buf *b = buf_on(a);
		struct sheet back;
		struct err e;
		assert_int_equal(sheet_write_xlsx(b, &table, &look, &e), 0);
		if (sheet_read(a, buf_str(b), &wish, &back, &e) != 0)
			fail_msg("table %d: %s %s %s", n, e.key, e.arg[0], e.arg[1]);
		assert_int_equal(back.table.width, table.width);
		assert_int_equal(back.table.count, table.count);
		for (size_t k = 0; k < table.width; k++) {
			assert_true(str_eq(back.table.names[k], table.names[k]));
			for (size_t i = 0; i < table.count; i++)
				assert_true(
				    str_eq(back.table.rows[i].fields[k], table.rows[i].fields[k]));
		}
		arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_table_written_as_xlsx_reads_back_as_it_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
