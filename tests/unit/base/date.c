/* Days, sets of days in EDTF and moments, with the days of the June 2019 case. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"

static int32_t
day_of(const char *text)
{
	struct err e;
	int32_t day = 0;
	assert_int_equal(date_day(str_of(text), &day, &e), 0);
	return day;
}

static bool
leap_by_the_book(int year)
{
	if (year % 400 == 0)
		return true;
	if (year % 100 == 0)
		return false;
	return year % 4 == 0;
}

static int
days_by_the_book(int year, int month)
{
	switch (month) {
	case 2:
		return leap_by_the_book(year) ? 29 : 28;
	case 4:
	case 6:
	case 9:
	case 11:
		return 30;
	default:
		return 31;
	}
}

static void
every_day_of_ten_thousand_years_follows_the_one_before(void **state)
{
	(void)state;
	int32_t expected = DATE_FIRST;

	for (int year = 0; year <= 9999; year++)
		for (int month = 1; month <= 12; month++)
			for (int day = 1; day <= days_by_the_book(year, month); day++) {
				int32_t got = 1;
				bool exists =
				    date_from_civil((struct date_civil){year, month, day}, &got);
				struct date_civil back = date_to_civil(expected);
				if (!exists || got != expected || back.year != year ||
				    back.month != month || back.day != day)
					fail_msg("%04d-%02d-%02d gives %d", year, month, day, got);
				expected++;
			}
	assert_int_equal(expected, DATE_LAST + 1);
}

static void
known_days_have_their_numbers(void **state)
{
	(void)state;
	/* date -u -d DAY +%s, divided by 86400 */
	static const struct {
		const char *text;
		int32_t day;
	} rows[] = {
	    {"1970-01-01", 0},
	    {"1969-12-31", -1},
	    {"2000-02-29", 11016},
	    {"2019-06-09", 18056},
	    {"2020-02-29", 18321},
	    {"1900-03-01", -25508},
	    {"0000-01-01", DATE_FIRST},
	    {"9999-12-31", DATE_LAST},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		char room[11];
		assert_int_equal(day_of(rows[i].text), rows[i].day);
		assert_string_equal(date_of_day(rows[i].day, room).p, rows[i].text);
	}
}

static void
a_single_day_takes_no_other_form(void **state)
{
	(void)state;
	static const struct {
		const char *text, *key;
	} rows[] = {
	    {"1900-02-29", "date.none"},
	    {"2019-02-29", "date.none"},
	    {"2019-06-31", "date.none"},
	    {"2019-13-01", "date.none"},
	    {"2019-00-10", "date.none"},
	    {"2019-06-00", "date.none"},
	    {"2019-6-9", "date.day"},
	    {"2019-06", "date.day"},
	    {"2019-06-09 ", "date.day"},
	    {"09.06.2019", "date.day"},
	    {"", "date.day"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct err e;
		int32_t day = 7;
		assert_int_equal(date_day(str_of(rows[i].text), &day, &e), -1);
		assert_string_equal(e.key, rows[i].key);
		assert_string_equal(e.arg[0], rows[i].text);
		assert_int_equal(day, 7);
	}
}

static void
texts_for_days_come_back_in_their_one_form(void **state)
{
	(void)state;
	static const struct {
		const char *text, *canonical;
	} rows[] = {
	    {"2019-06-09", "2019-06-09"},
	    {"2019-06", "2019-06"},
	    {"2019-06-XX", "2019-06"},
	    {"2019-06-01/2019-06-30", "2019-06"},
	    {"2019", "2019"},
	    {"2019-XX", "2019"},
	    {"2019-XX-XX", "2019"},
	    {"2019-01/2019-12", "2019"},
	    {"201X", "2010-01-01/2019-12-31"},
	    {"2020-02", "2020-02"},
	    {"2020-02-01/2020-02-28", "2020-02-01/2020-02-28"},
	    {"2019-06-09/2019-06-10", "2019-06-09/2019-06-10"},
	    {"2019-06-09/2019-06-09", "2019-06-09"},
	    {"2019-05/2019-06", "2019-05-01/2019-06-30"},
	    {"2019-06-15/2019-06", "2019-06-15/2019-06-30"},
	    {"../2019-06-11", "../2019-06-11"},
	    {"2019-06-13/..", "2019-06-13/.."},
	    {"{2019-06-09,2019-06-10,2019-06-12}", "{2019-06-09,2019-06-10,2019-06-12}"},
	    {"{2019-06-12,2019-06-10,2019-06-09}", "{2019-06-09,2019-06-10,2019-06-12}"},
	    {"{2019-06-09,2019-06-10}", "2019-06-09/2019-06-10"},
	    {"{2019-06-09}", "2019-06-09"},
	    {"{2019-06-09..2019-06-12}", "2019-06-09/2019-06-12"},
	    {"{2019-06-09..2019-06-11,2019-06-13}",
		"{2019-06-09,2019-06-10,2019-06-11,2019-06-13}"},
	    {"{2019-06-09..2019-06-12,2019-06-14}", "{2019-06-09..2019-06-12,2019-06-14}"},
	    {"{2019-06,2019-08-01}", "{2019-06,2019-08-01}"},
	    {"{2019-06-30,2019-07-01}", "2019-06-30/2019-07-01"},
	    {"{2018,2019-06-09}", "{2018,2019-06-09}"},
	    {"{..2019-06-09,2019-06-12}", "{..2019-06-09,2019-06-12}"},
	    {"{2019-06-09,2019-06-12..}", "{2019-06-09,2019-06-12..}"},
	    {"2019-06-12~", "2019-06-12~"},
	    {"2019-06?", "2019-06?"},
	    {"2019-06-12%", "2019-06-12%"},
	    {"2019-06-09~/2019-06-10", "2019-06-09~/2019-06-10~"},
	    {"2019-06-09?/2019-06-10~", "2019-06-09%/2019-06-10%"},
	    {"../2019-06-11?", "../2019-06-11?"},
	    {"{2019-06-09,2019-06-10?,2019-06-12}", "{2019-06-09?,2019-06-10?,2019-06-12?}"},
	    {"{2019-06-09,2019-06-10,2019-06-12}~", "{2019-06-09~,2019-06-10~,2019-06-12~}"},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct buf *b = buf_on(a);
		struct date_set set;
		struct err e;
		if (date_read(a, str_of(rows[i].text), &set, &e) != 0)
			fail_msg("%s: %s", rows[i].text, e.key);
		date_write(b, &set);
		assert_string_equal(b->p, rows[i].canonical);
	}
	arena_free(a);
}

static void
dates_that_cannot_be_are_refused_by_name(void **state)
{
	(void)state;
	static const struct {
		const char *text, *key, *arg;
	} rows[] = {
	    {"2019-02-30", "date.none", "2019-02-30"},
	    {"2019-06-31", "date.none", "2019-06-31"},
	    {"2019-13-01", "date.none", "2019-13-01"},
	    {"2019-13", "date.none", "2019-13"},
	    {"2019-00-XX", "date.none", "2019-00-XX"},
	    {"{2019-06-09,2019-06-31~}", "date.none", "2019-06-31"},
	    {"2019-06-10/2019-06-09", "date.backwards", "2019-06-10"},
	    {"2019-06/2019-05", "date.backwards", "2019-06"},
	    {"{2019-06-12..2019-06-09}", "date.backwards", "2019-06-12"},
	    {"{}", "date.empty_set", "{}"},
	    {"{2019-06-09,2019-06-09}", "date.twice", "2019-06-09"},
	    {"{2019-06-09..2019-06-12,2019-06-10}", "date.twice", "2019-06-10"},
	    {"{2019-06,2019-06-09}", "date.twice", "2019-06-09"},
	    {"{..2019-06-09,..2019-06-12}", "date.twice", ".."},
	    {"[2019-06-09,2019-06-10]", "date.one_of", "[2019-06-09,2019-06-10]"},
	    {"2019-21", "date.season", "2019-21"},
	    {"2019-06-09T21:00", "date.time", "2019-06-09T21:00"},
	    {"../..", "date.unbounded", "../.."},
	    {"..", "date.unbounded", ".."},
	    {"{..2018,2019..}", "date.unbounded", "{..2018,2019..}"},
	    {"", "date.syntax", ""},
	    {"?", "date.syntax", "?"},
	    {"{2019-06-09,}", "date.syntax", "{2019-06-09,}"},
	    {"{2019-06-09, 2019-06-10}", "date.syntax", "{2019-06-09, 2019-06-10}"},
	    {"{2019-06-09", "date.syntax", "{2019-06-09"},
	    {"2019-06-09/", "date.unknown", "2019-06-09/"},
	    {"/2019-06-09", "date.unknown", "/2019-06-09"},
	    {"2019-06-09/2019-06-10/2019-06-11", "date.syntax", "2019-06-09/2019-06-10/2019-06-11"},
	    {"2019-06-09..2019-06-10", "date.syntax", "2019-06-09..2019-06-10"},
	    {"2019-6-9", "date.syntax", "2019-6-9"},
	    {"9 June 2019", "date.syntax", "9 June 2019"},
	    {"-0044-03-15", "date.far", "-0044-03-15"},
	    {"Y17000", "date.far", "Y17000"},
	    {"2019-25", "date.level", "2019-25"},
	    {"XXXX-12-XX", "date.level", "XXXX-12-XX"},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct date_set set = {.count = 7};
		struct err e;
		if (date_read(a, str_of(rows[i].text), &set, &e) == 0)
			fail_msg("%s was read", rows[i].text);
		assert_string_equal(e.key, rows[i].key);
		assert_string_equal(e.arg[0], rows[i].arg);
		assert_int_equal(e.code, ERR_INPUT);
		assert_int_equal(set.count, 7);
	}
	arena_free(a);
}

static void
an_open_end_is_marked_as_such(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct date_set set;
	struct err e;

	assert_int_equal(date_read(a, STR("../2019-06-11"), &set, &e), 0);
	assert_int_equal(set.count, 1);
	assert_int_equal(set.spans[0].first, DATE_OPEN_START);
	assert_int_equal(set.spans[0].last, day_of("2019-06-11"));
	assert_int_equal(date_read(a, STR("2019-06-13~/.."), &set, &e), 0);
	assert_int_equal(set.spans[0].first, day_of("2019-06-13"));
	assert_int_equal(set.spans[0].last, DATE_OPEN_END);
	assert_true(set.approximate && !set.uncertain);
	arena_free(a);
}

static void
a_set_is_told_by_its_first_day_or_the_last_of_it_where_none_was_said(void **state)
{
	static const struct {
		const char *text, *day;
	} rows[] = {{"2019-06-09/2019-06-10", "2019-06-09"}, {"2019-06", "2019-06-01"},
	    {"../2019-06-11", "2019-06-11"}, {"2019-06-13/..", "2019-06-13"}};
	struct arena *a = arena_new();
	struct date_set set;
	struct err e;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(date_read(a, str_of(rows[i].text), &set, &e), 0);
		assert_int_equal(date_first_day(&set), day_of(rows[i].day));
	}
	arena_free(a);
}

static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Up to six spans with gaps of at least a day between them. */
static struct date_set
random_set(struct arena *a, uint32_t *seed)
{
	size_t count = 1 + next_random(seed) % 6;
	struct date_span *spans = ARENA_ARRAY(a, struct date_span, count);
	int32_t day = day_of("2019-01-01") - (int32_t)(next_random(seed) % 40);

	for (size_t i = 0; i < count; i++) {
		spans[i].first = day + (int32_t)(next_random(seed) % 20);
		spans[i].last = spans[i].first + (int32_t)(next_random(seed) % 8);
		if (next_random(seed) % 8 == 0)
			spans[i].last = spans[i].first + 30;
		day = spans[i].last + 2;
	}
	if (next_random(seed) % 5 == 0)
		spans[0].first = DATE_OPEN_START;
	else if (next_random(seed) % 5 == 0)
		spans[count - 1].last = DATE_OPEN_END;
	return (struct date_set){
	    spans, count, next_random(seed) % 3 == 0, next_random(seed) % 3 == 0};
}

static void
a_set_that_was_written_is_read_back_the_same(void **state)
{
	(void)state;
	uint32_t seed = 20190609;

	for (int round = 0; round < 20000; round++) {
		struct arena *a = arena_new();
		struct date_set set = random_set(a, &seed), back;
		struct buf *b = buf_on(a);
		struct err e;
		date_write(b, &set);
		if (date_read(a, buf_str(b), &back, &e) != 0)
			fail_msg("%s: %s", b->p, e.key);
		assert_int_equal(back.count, set.count);
		assert_memory_equal(back.spans, set.spans, set.count * sizeof(*set.spans));
		assert_true(back.uncertain == set.uncertain);
		assert_true(back.approximate == set.approximate);
		arena_free(a);
	}
}

static void
moments_are_read_and_written_to_the_second(void **state)
{
	(void)state;
	/* date -u -d MOMENT +%s */
	static const struct {
		const char *text;
		int64_t seconds;
	} rows[] = {
	    {"1970-01-01T00:00:00Z", 0},
	    {"1969-12-31T23:59:59Z", -1},
	    {"2026-11-23T21:59:47Z", 1795471187},
	    {"2038-01-19T03:14:08Z", 2147483648},
	    {"0000-01-01T00:00:00Z", -62167219200},
	    {"9999-12-31T23:59:59Z", 253402300799},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		char room[21];
		int64_t seconds = 7;
		struct err e;
		assert_int_equal(date_moment(str_of(rows[i].text), &seconds, &e), 0);
		assert_true(seconds == rows[i].seconds);
		assert_string_equal(date_of_moment(seconds, room).p, rows[i].text);
	}
}

static void
moments_in_any_other_form_are_refused(void **state)
{
	(void)state;
	static const struct {
		const char *text, *key;
	} rows[] = {
	    {"2026-11-23T21:59:47", "date.moment"},
	    {"2026-11-23T21:59:47+00:00", "date.moment"},
	    {"2026-11-23T21:59:47.5Z", "date.moment"},
	    {"2026-11-23 21:59:47Z", "date.moment"},
	    {"2026-11-23t21:59:47z", "date.moment"},
	    {"2016-12-31T23:59:60Z", "date.moment"},
	    {"2026-11-23T24:00:00Z", "date.moment"},
	    {"2026-11-31T21:59:47Z", "date.none"},
	    {"2026-11-23", "date.moment"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		int64_t seconds = 7;
		struct err e;
		assert_int_equal(date_moment(str_of(rows[i].text), &seconds, &e), -1);
		assert_string_equal(e.key, rows[i].key);
		assert_true(seconds == 7);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_day_of_ten_thousand_years_follows_the_one_before),
	    cmocka_unit_test(known_days_have_their_numbers),
	    cmocka_unit_test(a_single_day_takes_no_other_form),
	    cmocka_unit_test(texts_for_days_come_back_in_their_one_form),
	    cmocka_unit_test(dates_that_cannot_be_are_refused_by_name),
	    cmocka_unit_test(an_open_end_is_marked_as_such),
	    cmocka_unit_test(a_set_is_told_by_its_first_day_or_the_last_of_it_where_none_was_said),
	    cmocka_unit_test(a_set_that_was_written_is_read_back_the_same),
	    cmocka_unit_test(moments_are_read_and_written_to_the_second),
	    cmocka_unit_test(moments_in_any_other_form_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
