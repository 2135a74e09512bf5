/* A header that is a row like those below it, and titles that are none. The people are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/link/header.h"

static void
column_is(const char *text, size_t wanted)
{
	struct arena *a = arena_new();
	struct csv table;
	struct err e;

	assert_int_equal(csv_read(a, str_of(text), &table, &e), 0);
	if (header_column_of_row(&table) != wanted)
		print_error("%s", text);
	assert_int_equal(header_column_of_row(&table), wanted);
	arena_free(a);
}

static void
a_person_on_the_first_line_is_seen(void **state)
{
	(void)state;
	column_is("Серік Жұмабай,12.05.1990\nАйгүл Тұрғазы,1987-02-20\n", 2);
	column_is("Тестова Айгуль;Тараз\nСамплов Даурен;Алматы\n", 1);
	column_is("Алиева Н. С.,Тараз\nСамплов Д. К.,Алматы\n", 1);
	column_is("1,ТЕСТОВА АЙГУЛЬ\n2,САМПЛОВ ДАУРЕН\n", 2);
	column_is("Aigul,1990-05-12\n", 2);
	column_is("Aigul,1990-05-12\nSerik,\nDauren,\n", 2);
}

static void
a_title_is_none(void **state)
{
	(void)state;
	column_is("name,born,town\nAigul Testova,1990-05-12,Taraz\n", 0);
	column_is("Ф. И. О.;дата рождения\nТестова Айгуль;12.05.1990\n", 0);
	column_is("ФИО РОДСТВЕННИКОВ,Фамилия Имя Отчество\nТестова Айгуль,Самплов Даурен\n", 0);
	column_is("ФИО задержанных сотрудников\nТестова Айгуль\n", 0);
	column_is("2019,2019-06,06.2019\n2019,2019-06,06.2019\n", 0);
	column_is("place,2019-06-09,2019-06-10\nAlmaty,12,30\nTaraz,1,2\n", 0);
	column_is("Аты-жөні,Туған күні\nСерік Жұмабайұлы,1990-05-12\n", 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_person_on_the_first_line_is_seen),
	    cmocka_unit_test(a_title_is_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
