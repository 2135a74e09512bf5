/* Rows that add a table up, and people who are none. The people are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/link/total.h"

/* The last row of the table says wanted as a total; "": it is none, nor is any other. */
static void
last_is(const char *text, const char *wanted)
{
	struct arena *a = arena_new();
	struct csv table;
	struct err e;

	assert_int_equal(csv_read(a, str_of(text), &table, &e), 0);
	for (size_t r = 0; r < table.count; r++) {
		struct str said = total_of_row(&table, r);
		struct str want = r + 1 == table.count ? str_of(wanted) : STR("");
		if (!str_eq(said, want))
			print_error("%s: \"%.*s\"\n", text, STR_ARG(said));
		assert_true(str_eq(said, want));
	}
	arena_free(a);
}

#define TWO "№,name,born,fine\n1,Айгуль Тестова,1990-05-12,\n2,Серик Пробоев,1987,\n"

static void
a_number_beside_the_word_is_a_total(void **state)
{
	(void)state;
	last_is(TWO "Итого,2,,\n", "Итого");
	last_is(TWO ",Итого:,,2\n", "Итого:");
	last_is(TWO ",ВСЕГО: 25 чел.,,\n", "ВСЕГО: 25 чел.");
	last_is(TWO ",Всего задержано,25 человек,-\n", "Всего задержано");
	last_is(TWO ",Барлығы: 1 250,,\n", "Барлығы: 1 250");
	last_is(TWO ",Барлығы — 25 адам,,\n", "Барлығы — 25 адам");
	last_is(TWO ",Жиыны,,120\n", "Жиыны");
	last_is(TWO ",Grand Total,,\"1,250,000\"\n", "Grand Total");
	last_is(TWO ",Total,2,\n", "Total");
	last_is(TWO ",Жами,2,\n", "Жами");
	last_is(TWO ",Итого по Тестовску,,12\n", "Итого по Тестовску");
	last_is(TWO ",\"Итого задержанных: 25, из них женщин: 5\",,\n",
	    "Итого задержанных: 25, из них женщин: 5");
	last_is(TWO ",\"Барлығы 25 адам, оның ішінде 5 әйел\",,\n",
	    "Барлығы 25 адам, оның ішінде 5 әйел");
}

static void
a_row_that_goes_on_counting_may_be_one(void **state)
{
	(void)state;
	last_is(TWO "3,Итого,,2\n", "Итого");
	last_is(TWO "3,Итого,,\n", "");
}

/* Of each city and of all: numbers of other totals are none of people. */
static void
totals_of_parts_come_before_that_of_all(void **state)
{
	struct arena *a = arena_new();
	struct csv table;
	struct err e;
	const char *text = "name,town,n\nAigul Testova,Test,\nИтого по Test,,1\nSerik Proboev,"
			   "Proba,\nDana Samplova,Proba,\nИтого по Proba,,2\nИтого,,3\n";

	(void)state;
	assert_int_equal(csv_read(a, str_of(text), &table, &e), 0);
	const bool wanted[] = {false, true, false, false, true, true};
	for (size_t r = 0; r < table.count; r++)
		assert_int_equal(total_of_row(&table, r).n > 0, wanted[r]);
	arena_free(a);
}

static void
a_sum_of_the_column_is_one(void **state)
{
	(void)state;
	last_is("name,fine\nAigul Testova,250\nSerik Proboev,300\nИтого,550\n", "Итого");
	last_is("name,born\nAigul Testova,33005\nSerik Proboev,31828\nИтого,7\n", "Итого");
	last_is("name,age\nAigul Testova,25\nSerik Proboev,30\nTotal,34\n", "");
	last_is("name,age\nAigul Testova,25\nSerik Proboev,30\nTotal,2\n", "Total");
}

static void
a_person_with_that_name_stays(void **state)
{
	(void)state;
	last_is(TWO ",Total,1990,\n", "");
	last_is(TWO ",Total,1990-05-12,2\n", "");
	last_is(TWO ",Total,12.05.1990,2\n", "");
	last_is(TWO ",Total Ivan,,2\n", "");
	last_is(TWO ",Жами Тестов,,2\n", "");
	last_is(TWO "3,Total,,\n", "");
	last_is(TWO ",Total,,\n", "");
	last_is(TWO ",Total,,900512300014\n", "");
	last_is(TWO ",Total,,87010000000\n", "");
	last_is("family,given,patronymic,cases\nTestova,Aigul,,1\nTotal,Ivan,,2\n", "");
	last_is("family,given,patronymic,cases\nTestova,Aigul,,1\nTotal,,Иванович,2\n", "");
	last_is("name,born\nИтого,19900512\n", "");
}

static void
a_number_of_rows_may_look_like_a_year(void **state)
{
	struct arena *a = arena_new();
	struct buf *b = buf_on(a);
	struct csv table;
	struct err e;

	(void)state;
	buf_put(b, STR("name,born\n"));
	for (int i = 0; i < 1957; i++)
		buf_fmt(b, "Aigul Testova,%d\n", 1950 + i * 7 % 50);
	buf_put(b, STR("Итого,1957\n"));
	assert_int_equal(csv_read(a, buf_str(b), &table, &e), 0);
	assert_true(str_eq(total_of_row(&table, 1957), STR("Итого")));
	arena_free(a);
}

static void
what_stands_under_a_table_is_a_note(void **state)
{
	(void)state;
	last_is(TWO ",Примечание: данные уточняются,,\n", "Примечание: данные уточняются");
	last_is(TWO "Источник - суд,,,\n", "Источник - суд");
	last_is(TWO ",,,Ескерту. Деректер толық емес\n", "Ескерту. Деректер толық емес");
	last_is(TWO "Дереккөз: БАҚ,,,-\n", "Дереккөз: БАҚ");
	last_is(TWO ",Notes,,\n", "Notes");
	last_is(TWO ",* — несовершеннолетние,,\n", "* — несовершеннолетние");
	last_is(TWO ",** = minors,,\n", "** = minors");
	last_is("name\nТестова Айгуль\nСоставлено 10.06.2019\n", "Составлено 10.06.2019");
}

static void
a_marked_person_and_one_with_a_note_stay(void **state)
{
	(void)state;
	last_is(TWO ",* Пробоев Даурен,,\n", "");
	last_is(TWO ",*Пробоев-Тестов Даурен,,\n", "");
	last_is(TWO ",Источник Анна,,\n", "");
	last_is(TWO ",Note John,,\n", "");
	last_is(TWO "3,Note:,1990,\n", "");
	last_is(TWO "3,Самплов Даурен,,примечание: ранен\n", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_beside_the_word_is_a_total),
	    cmocka_unit_test(a_row_that_goes_on_counting_may_be_one),
	    cmocka_unit_test(totals_of_parts_come_before_that_of_all),
	    cmocka_unit_test(a_sum_of_the_column_is_one),
	    cmocka_unit_test(a_person_with_that_name_stays),
	    cmocka_unit_test(a_number_of_rows_may_look_like_a_year),
	    cmocka_unit_test(what_stands_under_a_table_is_a_note),
	    cmocka_unit_test(a_marked_person_and_one_with_a_note_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
