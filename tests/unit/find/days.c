/* A date found as text is found: two dates share a day exactly when their units do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "domain/find/days.h"

static struct arena *a;

static struct date_set
read_date(const char *text)
{
	struct date_set set;
	struct err e;

	assert_int_equal(find_days_read(a, str_of(text), &set, &e), 0);
	return set;
}

static void
a_span_is_the_fewest_units_of_the_calendar(void **state)
{
	(void)state;
	static const struct {
		const char *date, *units;
	} rows[] = {
	    {"2019-06-09", "2019-06-09"},
	    {"2019-21", "2019-03 2019-04 2019-05"},
	    {"[2019-06-09,2020]", "2019-06-09 2020"},
	    {"2019-06-09T21:00:00Z", "2019-06-09"},
	    {"9998/", "9998 9999"},
	    {"2019-06", "2019-06"},
	    {"2019-06-01/2019-06-30", "2019-06"},
	    {"2019", "2019"},
	    {"2010/2019", "201"},
	    {"2000/2099", "20"},
	    {"2019-05-30/2019-07-02", "2019-05-30 2019-05-31 2019-06 2019-07-01 2019-07-02"},
	    {"2018-11/2020-01", "2018-11 2018-12 2019 2020-01"},
	    {"9998-12-31/..", "9998-12-31 9999"},
	    {"../0000-01-02", "0000-01-01 0000-01-02"},
	    {"{2019-06-09,2021}", "2019-06-09 2021"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct date_set set = read_date(rows[i].date);
		struct find_units units = find_units_of(a, &set);
		struct str rest = str_of(rows[i].units);
		for (size_t k = 0; k < units.count; k++)
			assert_true(str_eq(units.at[k], str_cut(&rest, ' ')));
		assert_int_equal(rest.n, 0);
	}
}

static bool
share_a_day(const struct date_set *x, const struct date_set *y)
{
	for (size_t i = 0; i < x->count; i++)
		for (size_t k = 0; k < y->count; k++)
			if (x->spans[i].first <= y->spans[k].last &&
			    y->spans[k].first <= x->spans[i].last)
				return true;
	return false;
}

static bool
share_a_unit(const struct date_set *x, const struct date_set *y)
{
	struct find_units of_x = find_units_of(a, x), of_y = find_units_of(a, y);

	for (size_t i = 0; i < of_x.count; i++)
		for (size_t k = 0; k < of_y.count; k++)
			if (str_starts(of_x.at[i], of_y.at[k]) ||
			    str_starts(of_y.at[k], of_x.at[i]))
				return true;
	return false;
}

static void
dates_share_a_day_when_their_units_do(void **state)
{
	(void)state;
	static const char *const dates[] = {"2019-06-09", "2019-06", "2019", "2019-06-13/..",
	    "../2019-06-11", "2010/2019", "1999-12-31/2000-01-01", "2000", "2019-06-XX",
	    "2020-02-29", "{2019-06-09..2019-06-11,2021-03}", "2018-11-30/2019-06-08", "9999",
	    "0000", "1000/1999"};

	for (size_t i = 0; i < LENGTH(dates); i++)
		for (size_t k = 0; k < LENGTH(dates); k++) {
			struct date_set x = read_date(dates[i]), y = read_date(dates[k]);
			assert_int_equal(share_a_day(&x, &y), share_a_unit(&x, &y));
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_span_is_the_fewest_units_of_the_calendar),
	    cmocka_unit_test(dates_share_a_day_when_their_units_do),
	};

	a = arena_new();
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(a);
	return failed;
}
