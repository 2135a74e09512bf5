/* Dates as lists write them, and how near two are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/link/birth.h"

static void
reads_as(const char *text, int year, int month, int day)
{
	struct birth b = {0, 0, 0};

	assert_true(birth_read(str_of(text), &b));
	assert_int_equal(b.year, year);
	assert_int_equal(b.month, month);
	assert_int_equal(b.day, day);
}

static void
compares_as(const char *first, const char *second, enum birth_level wanted)
{
	struct birth x, y;

	assert_true(birth_read(str_of(first), &x));
	assert_true(birth_read(str_of(second), &y));
	if (birth_compare(x, y) != wanted)
		print_error("%s %s\n", first, second);
	assert_int_equal(birth_compare(x, y), wanted);
	assert_int_equal(birth_compare(y, x), wanted);
}

static void
dates_are_read_as_lists_write_them(void **state)
{
	(void)state;
	struct birth b;

	reads_as("1990-05-12", 1990, 5, 12);
	reads_as("12.05.1990", 1990, 5, 12);
	reads_as("12/5/1990", 1990, 5, 12);
	reads_as("19900512", 1990, 5, 12);
	reads_as("1990-05", 1990, 5, 0);
	reads_as("05.1990", 1990, 5, 0);
	reads_as("1990", 1990, 0, 0);
	reads_as("1853-22-24", 1853, 22, 24);
	reads_as("20.03.71", 1971, 3, 20);
	reads_as("20/03/05", 2005, 3, 20);
	reads_as("20 марта 1971 г.", 1971, 3, 20);
	reads_as("20 Марта 1971", 1971, 3, 20);
	reads_as("март 1971 года", 1971, 3, 0);
	reads_as("1971 жылғы 20 НАУРЫЗ", 1971, 3, 20);
	reads_as("March 20, 1971", 1971, 3, 20);
	reads_as("1991 г.р.", 1991, 0, 0);
	reads_as("1991 г. р.", 1991, 0, 0);
	reads_as("1991г.р", 1991, 0, 0);
	reads_as("1991 Г.Р.", 1991, 0, 0);
	reads_as("(1991 гр)", 1991, 0, 0);
	reads_as("12.03.1991 г.р.", 1991, 3, 12);
	reads_as("12.03.1991 года рождения", 1991, 3, 12);
	reads_as("12 марта 1991 г.р.", 1991, 3, 12);
	reads_as("1991 ж.т.", 1991, 0, 0);
	reads_as("1991 жылы туған", 1991, 0, 0);
	reads_as("род. 12.03.1991", 1991, 3, 12);
	reads_as("born 12 March 1991", 1991, 3, 12);
	assert_false(birth_read(STR("1500 р."), &b));
	assert_false(birth_read(STR("2000 т"), &b));
	assert_false(birth_read(STR("г.р."), &b));
	assert_false(birth_read(STR("12-34-56"), &b));
	assert_false(birth_read(STR("1971 г. Тараз"), &b));
	assert_false(birth_read(STR("Март Айгуль"), &b));
	assert_false(birth_read(STR("20 марта"), &b));
	assert_false(birth_read(STR(""), &b));
	assert_false(birth_read(STR("12"), &b));
	assert_false(birth_read(STR("1990-05-12T10:00"), &b));
	assert_false(birth_read(STR("+7 701 123 45 67"), &b));
	assert_false(birth_read(STR("99999999999999999999"), &b));
}

static void
slips_are_nearer_than_other_days(void **state)
{
	(void)state;
	compares_as("1990-05-12", "12.05.1990", BIRTH_SAME);
	compares_as("1990-05-12", "1990-05-17", BIRTH_SLIP);
	compares_as("1990-05-12", "1990-05-21", BIRTH_SLIP);
	compares_as("1990-05-12", "1990-12-05", BIRTH_SLIP);
	compares_as("1990-05-12", "1978-05-12", BIRTH_DAY_OF_YEAR);
	compares_as("1990-05-12", "1991-05-17", BIRTH_TWO_DIGITS);
	compares_as("1990-05-12", "1990-05-30", BIRTH_DAY);
	compares_as("1990-05-12", "1990-11-12", BIRTH_MONTH);
	compares_as("1990-05-12", "1990-04-17", BIRTH_YEAR);
	compares_as("1990-05-12", "1990-08-27", BIRTH_YEAR);
	compares_as("1990-05-12", "1971-08-27", BIRTH_OTHER);
}

static void
a_year_alone_fits_any_day_of_it(void **state)
{
	(void)state;
	compares_as("1990", "1990-05-12", BIRTH_FITS);
	compares_as("1990-01-01", "1990-05-12", BIRTH_FITS);
	compares_as("1990", "1990", BIRTH_SAME_YEAR);
	compares_as("1990-01-01", "01.01.1990", BIRTH_SAME_YEAR);
	compares_as("1990-01-01", "1990", BIRTH_SAME_YEAR);
	compares_as("1990", "1991-05-12", BIRTH_NEAR);
	compares_as("1990", "1960-05-12", BIRTH_OTHER);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(dates_are_read_as_lists_write_them),
	    cmocka_unit_test(slips_are_nearer_than_other_days),
	    cmocka_unit_test(a_year_alone_fits_any_day_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
