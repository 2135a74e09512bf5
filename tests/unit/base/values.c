/* Points and identification numbers as people write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"
#include "base/iin.h"
#include "base/point.h"

static const struct {
	const char *text;
	int32_t lat, lon; /* POINT_DEGREE */
	int32_t metres;
	const char *word;
} points[] = {
    {"43.2389, 76.9455", 432389000, 769455000, 6, ""},
    {"43.2389,76.9455", 432389000, 769455000, 6, ""},
    {"43.2389 76.9455", 432389000, 769455000, 6, ""},
    {" 43.2389 , 76.9455 ", 432389000, 769455000, 6, ""},
    {"43,2389; 76,9455", 432389000, 769455000, 6, ""},
    {"43.2389; 76.9455", 0, 0, 0, NULL}, /* a comma is the mark where ';' stands between */
    {"51.1N 71.4E", 511000000, 714000000, 5566, ""},
    {"51.1 n, 71.4 e", 511000000, 714000000, 5566, ""},
    {"N51.1 E71.4", 511000000, 714000000, 5566, ""},
    {"E71.4 N51.1", 511000000, 714000000, 5566, ""},
    {"71.4E 51.1N", 511000000, 714000000, 5566, ""},
    {"51.1° с. ш. 71.4° в. д.", 511000000, 714000000, 5566, ""},
    {"51.1° с.ш., 71.4° в.д.", 511000000, 714000000, 5566, ""},
    {"51.1° с. е. 71.4° ш. б.", 511000000, 714000000, 5566, ""},
    {"33.9S 18.4W", -339000000, -184000000, 5566, ""},
    {"33.9° ю. ш. 18.4° з. д.", -339000000, -184000000, 5566, ""},
    {"-33.9, −18.4", -339000000, -184000000, 5566, ""},
    {"51,71", 510000000, 710000000, 55660, ""},
    {"51 71", 510000000, 710000000, 55660, ""},
    {"43°15'30\"N 76°56'43\"E", 432583333, 769452777, 16, ""},
    {"43°15′30″ 76°56′43″", 432583333, 769452777, 16, ""},
    {"43° 15' 30'' N, 76° 56' 43'' E", 432583333, 769452777, 16, ""},
    {"43°15.5'N 76°56.7'E", 432583333, 769450000, 93, ""},
    {"43°15.5'N 76.9E", 432583333, 769000000, 5566, ""},
    {"0.00001, 0.00001", 100, 100, 1, ""},
    {"43.238949123456789, 76.1", 432389491, 761000000, 5566, ""},
    {"90, 180", 900000000, 1800000000, 55660, ""},
    {"-90.0, -180.0", -900000000, -1800000000, 5566, ""},
    {"43.2389, 76.9455 ±500 m", 432389000, 769455000, 500, ""},
    {"43.2389,76.9455 ± 2 km", 432389000, 769455000, 2000, ""},
    {"43.2389, 76.9455 +/-2.5 км", 432389000, 769455000, 2500, ""},
    {"43.2389,76.9455 vicinity", 432389000, 769455000, 6, "vicinity"},
    {"43.25,76.95 exact", 432500000, 769500000, 557, "exact"},
    {"43.25,76.95 nowhere", 432500000, 769500000, 557, "nowhere"},
};

static void
a_point_is_read_however_it_is_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(points); i++) {
		struct point p = {.metres = -1};
		struct err e = {.key = ""};
		int r = point_read(str_of(points[i].text), &p, &e);
		if (points[i].word == NULL) {
			assert_int_equal(r, -1);
			assert_int_equal(p.metres, -1);
			continue;
		}
		if (r != 0 || p.lat != points[i].lat || p.lon != points[i].lon ||
		    p.metres != points[i].metres || !str_eq(p.word, str_of(points[i].word)))
			fail_msg("%s: %s %d %d %d %.*s", points[i].text, e.key, (int)p.lat,
			    (int)p.lon, (int)p.metres, STR_ARG(p.word));
		assert_int_equal(p.said,
		    strchr(points[i].text, 'm') != NULL || strstr(points[i].text, "км") != NULL);
	}
}

static void
a_point_that_cannot_be_is_refused(void **state)
{
	static const struct {
		const char *text, *key;
	} rows[] = {
	    {"90.0001, 76", "point.range"},
	    {"91N 71E", "point.range"},
	    {"-90.0000001, 0", "point.range"},
	    {"43, 180.5", "point.range"},
	    {"43, 9999999999999999999999", "point.range"},
	    {"43°60'N 76°E", "point.range"},
	    {"43°15'60\"N 76°E", "point.range"},
	    {"43, 76 ±1001 km", "point.range"},
	    {"", "point.syntax"},
	    {"43", "point.syntax"},
	    {"43.2389", "point.syntax"},
	    {"43-76", "point.syntax"},
	    {"43., 76", "point.syntax"},
	    {"43,2389 76,9455", "point.range"},
	    {"43.5°15'N 76°E", "point.syntax"},
	    {"43°15.5'30\"N 76°E", "point.syntax"},
	    {"43N 44N", "point.syntax"},
	    {"43E 44W", "point.syntax"},
	    {"43N, 76", "point.syntax"},
	    {"-43N 76E", "point.syntax"},
	    {"43, 76, 800", "point.syntax"},
	    {"43 76 800 4.5", "point.syntax"},
	    {"43, 76 ±", "point.syntax"},
	    {"43, 76 ±0 m", "point.syntax"},
	    {"43, 76 ±5 mi", "point.syntax"},
	    {"43, 76 ±5 m exact", "point.syntax"},
	    {"43, 76 Exact", "point.syntax"},
	    {"Almaty", "point.syntax"},
	    {"N E", "point.syntax"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct point p = {.metres = -1};
		struct err e = {.key = ""};
		int r = point_read(str_of(rows[i].text), &p, &e);
		if (r == 0 || strcmp(e.key, rows[i].key) != 0 || p.metres != -1)
			fail_msg("\"%s\": %d %s", rows[i].text, r, e.key);
	}
}

/* Made up, of people who are long dead or not born yet. */
static void
an_iin_says_when_somebody_was_born_and_whether_she_is_a_woman(void **state)
{
	static const struct {
		const char *text, *born;
		bool female;
	} rows[] = {
	    {"850312100018", "1885-03-12", false}, {"850312200016", "1885-03-12", true},
	    {"960229500017", "2096-02-29", false}, {"990101600012", "2099-01-01", true},
	    {"850312100006", "1885-03-12", false}, /* by the second weights */
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct iin iin;
		struct err e = {.key = ""};
		char room[11];
		if (iin_read(str_of(rows[i].text), &iin, &e) != 0)
			fail_msg("%s: %s", rows[i].text, e.key);
		assert_true(str_eq(date_of_day(iin.born, room), str_of(rows[i].born)));
		assert_int_equal(iin.female, rows[i].female);
	}
}

static void
an_iin_that_cannot_be_is_refused_and_not_repeated(void **state)
{
	static const struct {
		const char *text, *key;
	} rows[] = {
	    {"", "iin.digits"}, {"85031210001", "iin.digits"}, {"8503121000180", "iin.digits"},
	    {"85031210001x", "iin.digits"}, {"850312 10001", "iin.digits"},
	    {"851312100012", "iin.born"}, {"850230100012", "iin.born"},
	    {"970229500012", "iin.born"}, {"850312000012", "iin.born"},
	    {"850312700012", "iin.born"}, {"850312100019", "iin.check"},
	    {"850312100020", "iin.check"}, /* no number begins so */
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct iin iin = {.born = 7};
		struct err e = {.key = ""};
		int r = iin_read(str_of(rows[i].text), &iin, &e);
		if (r == 0 || strcmp(e.key, rows[i].key) != 0)
			fail_msg("%s: %d %s", rows[i].text, r, e.key);
		assert_int_equal(iin.born, 7);
		assert_string_equal(e.arg[0], "");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_point_is_read_however_it_is_written),
	    cmocka_unit_test(a_point_that_cannot_be_is_refused),
	    cmocka_unit_test(an_iin_says_when_somebody_was_born_and_whether_she_is_a_woman),
	    cmocka_unit_test(an_iin_that_cannot_be_is_refused_and_not_repeated),
	};

	return cmocka_run_group_tests_name("base/values", tests, NULL, NULL);
}
