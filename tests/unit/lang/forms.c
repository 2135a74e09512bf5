/* Numbers, days and plurals as en, ru and kk print them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"
#include "kit/lang/lang.h"

static void
number_is(int64_t v, enum lang lang, const char *wanted)
{
	struct buf b = BUF_INIT;

	lang_number(&b, v, lang);
	assert_string_equal(b.p, wanted);
	buf_free(&b);
}

static void
decimal_is(const char *number, enum lang lang, const char *wanted)
{
	struct buf b = BUF_INIT;

	lang_decimal(&b, str_of(number), lang);
	assert_string_equal(b.p, wanted);
	buf_free(&b);
}

static int32_t
day_of(const char *text)
{
	int32_t day = 0;
	struct err e;

	assert_int_equal(date_day(str_of(text), &day, &e), 0);
	return day;
}

static void
days_are(const char *first, const char *last, bool year, enum lang lang, const char *wanted)
{
	struct buf b = BUF_INIT;

	lang_days(&b, day_of(first), day_of(last), year, lang);
	assert_string_equal(b.p, wanted);
	buf_free(&b);
}

static void
thousands_stand_apart_as_each_language_writes_them(void **state)
{
	(void)state;
	number_is(3982, LANG_EN, "3,982");
	number_is(3982, LANG_RU, "3\u202F982");
	number_is(3982, LANG_KK, "3\u202F982");
	number_is(957, LANG_RU, "957");
	number_is(0, LANG_KK, "0");
	number_is(1000000, LANG_EN, "1,000,000");
	number_is(-21954, LANG_EN, "\u221221,954");
	number_is(INT64_MIN, LANG_EN, "\u22129,223,372,036,854,775,808");
}

static void
a_number_with_a_point_is_written_with_that_of_the_language(void **state)
{
	(void)state;
	decimal_is("1740.05", LANG_EN, "1,740.05");
	decimal_is("1740.05", LANG_RU, "1\u202F740,05");
	decimal_is("0.5", LANG_KK, "0,5");
	decimal_is("142000", LANG_KK, "142\u202F000");
	decimal_is("6", LANG_EN, "6");
}

static void
what_is_no_number_is_written_as_it_is(void **state)
{
	(void)state;
	static const char *const texts[] = {"", ".", ".5", "5.", "-3", "1.-5", "1.5.2", "1,740",
	    "99999999999999999999", "lawyers:court", "3 to 7"};

	for (size_t i = 0; i < LENGTH(texts); i++)
		decimal_is(texts[i], LANG_RU, texts[i]);
}

static void
plural_forms_follow_the_last_digits_in_russian(void **state)
{
	(void)state;
	static const struct {
		int64_t v;
		enum lang_plural form;
	} rows[] = {{0, LANG_MANY}, {1, LANG_ONE}, {2, LANG_FEW}, {4, LANG_FEW}, {5, LANG_MANY},
	    {11, LANG_MANY}, {12, LANG_MANY}, {14, LANG_MANY}, {20, LANG_MANY}, {21, LANG_ONE},
	    {22, LANG_FEW}, {101, LANG_ONE}, {111, LANG_MANY}, {957, LANG_MANY}, {-1, LANG_ONE}};

	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_int_equal(lang_plural(rows[i].v, LANG_RU), rows[i].form);
	assert_int_equal(lang_plural(1, LANG_EN), LANG_ONE);
	assert_int_equal(lang_plural(21, LANG_EN), LANG_MANY);
	assert_int_equal(lang_plural(0, LANG_EN), LANG_MANY);
	assert_int_equal(lang_plural(21, LANG_KK), LANG_MANY);
}

static void
a_day_reads_as_people_write_it(void **state)
{
	(void)state;
	static const char *const wanted[] = {
	    "9 June 2019", "9 июня 2019\u00A0г.", "2019\u00A0ж. 9 маусым"};

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct buf b = BUF_INIT;
		lang_day(&b, day_of("2019-06-09"), (enum lang)lang);
		assert_string_equal(b.p, wanted[lang]);
		buf_free(&b);
	}
}

static void
what_two_days_share_is_written_once(void **state)
{
	(void)state;
	days_are("2019-06-09", "2019-06-10", true, LANG_EN, "9–10 June 2019");
	days_are("2019-06-09", "2019-06-10", false, LANG_EN, "9–10 June");
	days_are("2019-06-09", "2019-06-10", true, LANG_RU, "9–10 июня 2019\u00A0г.");
	days_are("2019-06-09", "2019-06-10", true, LANG_KK, "2019\u00A0ж. 9–10 маусым");
	days_are("2019-06-09", "2019-07-02", true, LANG_EN, "9 June – 2 July 2019");
	days_are("2019-06-09", "2019-07-02", true, LANG_KK, "2019\u00A0ж. 9 маусым – 2 шілде");
	days_are("2019-12-30", "2020-01-02", true, LANG_RU,
	    "30 декабря 2019\u00A0г. – 2 января 2020\u00A0г.");
	days_are("2019-12-30", "2020-01-02", true, LANG_KK,
	    "2019\u00A0ж. 30 желтоқсан – 2020\u00A0ж. 2 қаңтар");
	days_are("2019-12-30", "2020-01-02", false, LANG_RU, "30 декабря – 2 января");
	days_are("2019-06-09", "2019-06-09", false, LANG_EN, "9 June");
	days_are("2019-06-09", "2019-06-09", true, LANG_RU, "9 июня 2019\u00A0г.");
}

static void
a_whole_month_is_called_by_its_name(void **state)
{
	(void)state;
	days_are("2019-06-01", "2019-06-30", true, LANG_EN, "June 2019");
	days_are("2019-06-01", "2019-06-30", true, LANG_RU, "июнь 2019\u00A0г.");
	days_are("2019-06-01", "2019-06-30", true, LANG_KK, "2019\u00A0ж. маусым");
	days_are("2020-02-01", "2020-02-29", false, LANG_RU, "февраль");
	days_are("2020-02-01", "2020-02-28", false, LANG_RU, "1–28 февраля");
	days_are("9999-12-01", "9999-12-31", false, LANG_EN, "December");
}

static void
width_counts_columns_and_not_bytes(void **state)
{
	(void)state;
	assert_int_equal(lang_width(STR("June")), 4);
	assert_int_equal(lang_width(STR("не менее 400")), 12);
	assert_int_equal(lang_width(STR("й")), 1);
	assert_int_equal(lang_width(STR("и\u0306")), 1);
	assert_int_equal(lang_width(STR("\u4e2d\u6587")), 4);
	assert_int_equal(lang_width(STR("")), 0);
}

static void
a_tag_is_known_by_its_first_part(void **state)
{
	(void)state;
	enum lang lang = LANG_EN;
	struct err e = {0};

	assert_int_equal(lang_of(STR("ru-KZ"), &lang, &e), 0);
	assert_int_equal(lang, LANG_RU);
	assert_int_equal(lang_of(STR("de"), &lang, &e), -1);
	assert_string_equal(e.key, "lang.unknown");
	assert_string_equal(e.arg[0], "de");
	assert_int_equal(lang, LANG_RU);
	assert_true(str_eq(lang_code(LANG_KK), STR("kk")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(thousands_stand_apart_as_each_language_writes_them),
	    cmocka_unit_test(a_number_with_a_point_is_written_with_that_of_the_language),
	    cmocka_unit_test(what_is_no_number_is_written_as_it_is),
	    cmocka_unit_test(plural_forms_follow_the_last_digits_in_russian),
	    cmocka_unit_test(a_day_reads_as_people_write_it),
	    cmocka_unit_test(what_two_days_share_is_written_once),
	    cmocka_unit_test(a_whole_month_is_called_by_its_name),
	    cmocka_unit_test(width_counts_columns_and_not_bytes),
	    cmocka_unit_test(a_tag_is_known_by_its_first_part),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
