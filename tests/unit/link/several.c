/* Cells that name several people, and those that do not. The people are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/link/several.h"

static void
several_are(const char *text, size_t rows, size_t line)
{
	struct arena *a = arena_new();
	struct csv table;
	struct err e;

	assert_int_equal(csv_read(a, str_of(text), &table, &e), 0);
	struct several found = several_of_table(&table);
	if (found.rows != rows)
		print_error("%s", text);
	assert_int_equal(found.rows, rows);
	assert_int_equal(found.line, line);
	arena_free(a);
}

#define HEAD "name;town\nАйгуль Тестова;Тараз\nДана Самплова;Алматы\nОлжас Пробоев;\n"

static void
two_people_in_a_cell_are_seen(void **state)
{
	(void)state;
	several_are(HEAD "Тестов Серик и Пробоев Данияр;Тараз\n", 1, 5);
	several_are(HEAD "Тестов Серик, Пробоев Данияр, Самплов А.;Тараз\n", 1, 5);
	several_are(HEAD "Серік Тестов мен Данияр Пробоев;Тараз\n", 1, 5);
	several_are(HEAD "Ким Олег;Тараз\nSerik Testov and Daniyar Proboev;\n", 1, 6);
	several_are(HEAD "\"Тестов Серик\nПробоев Данияр\";Тараз\n", 1, 5);
}

static void
one_person_or_a_place_is_none(void **state)
{
	(void)state;
	several_are(HEAD "Тестов, Серик Данияров;Тараз\n", 0, 0);
	several_are(HEAD "Тестов Серик, 28 лет;Тараз, улица Пробоева\n", 0, 0);
	several_are(HEAD "Тестов Серик, ;Тараз и Алматы\n", 0, 0);
	several_are("name;lawyers\nАйгуль Тестова;Пробоев Олжас, Самплова Дана\n", 0, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_people_in_a_cell_are_seen),
	    cmocka_unit_test(one_person_or_a_place_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
