/* Days of birth as the numbers of a spreadsheet. The people are invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/link/link.h"
#include "engine/link/serial.h"

static void
a_column_of_births_is_known_by_its_name(void **state)
{
	static const char *const yes[] = {"born", "Date of birth", "DOB", "Дата рождения",
	    "дата рожд.", "Д.Р.", "родился", "Туған күні", "туулган күнү", "Tug'ilgan sana"};
	static const char *const no[] = {"name", "Место рождения", "place of birth",
	    "свидетельство о рождении", "birth certificate", "туған жері", "адрес", "номер дела",
	    "detained", ""};

	(void)state;
	for (size_t i = 0; i < LENGTH(yes); i++)
		assert_true(serial_named(str_of(yes[i])));
	for (size_t i = 0; i < LENGTH(no); i++)
		assert_false(serial_named(str_of(no[i])));
}

/* What Excel and LibreOffice show for these numbers. */
static void
a_number_of_five_digits_is_a_day(void **state)
{
	struct arena *a = arena_new();
	struct str day;

	(void)state;
	assert_true(serial_read(a, STR("32994"), &day) && str_eq(day, STR("1990-05-01")));
	assert_true(serial_read(a, STR("25569"), &day) && str_eq(day, STR("1970-01-01")));
	assert_true(serial_read(a, STR("10000"), &day) && str_eq(day, STR("1927-05-18")));
	assert_false(serial_read(a, STR("1990"), &day));
	assert_false(serial_read(a, STR("50001"), &day));
	assert_false(serial_read(a, STR("09999"), &day));
	assert_false(serial_read(a, STR("329940"), &day));
	assert_false(serial_read(a, STR("3299.4"), &day));
	assert_false(serial_read(a, STR(""), &day));
	arena_free(a);
}

/* Two lists of one column each: days in one, numbers in the other, under a name. */
static size_t
read_as_days(const char *name, const struct link_said *said)
{
	struct arena *a = arena_new();
	struct str days[] = {STR("12.05.1990"), STR("20.02.1987"), STR("03.11.1979")};
	struct str numbers[] = {STR("33005"), STR("31828"), STR("29162")};
	struct str born = STR("born"), named = str_of(name);
	const struct link_list lists[] = {
	    {&born, days, 1, 3, false}, {&named, numbers, 1, 3, false}};
	const struct link_question q = {
	    .lists = lists, .n_lists = 2, .said = said, .n_said = said == NULL ? 0 : 1};
	const struct link_column *columns;
	size_t n;
	struct err e;

	assert_int_equal(link_columns(a, &q, &columns, &n, &e), 0);
	assert_int_equal(n, 2);
	assert_int_equal(columns[0].serial, 0);
	size_t serial = columns[1].serial;
	assert_true(serial == 0 || columns[1].kind == LINK_DATE);
	arena_free(a);
	return serial;
}

static void
only_a_name_or_somebody_makes_numbers_days(void **state)
{
	const struct link_said date = {STR("код"), LINK_DATE, 1},
			       code = {STR("born"), LINK_CODE, 1};

	(void)state;
	assert_int_equal(read_as_days("дата рождения", NULL), 3);
	assert_int_equal(read_as_days("born", NULL), 3);
	assert_int_equal(read_as_days("код", NULL), 0);
	assert_int_equal(read_as_days("код", &date), 3);
	assert_int_equal(read_as_days("born", &code), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_column_of_births_is_known_by_its_name),
	    cmocka_unit_test(a_number_of_five_digits_is_a_day),
	    cmocka_unit_test(only_a_name_or_somebody_makes_numbers_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
