/* A point reads back within its precision in every form it can be written in; of the ten last
 * digits of an identification number one at most is taken, the one that the rule gives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/iin.h"
#include "base/point.h"

#define TRIES 20000
#define UNITS 10000000 /* of a degree */

static uint32_t
next(uint64_t *seed, uint32_t below)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(*seed >> 33) % below;
}

/* Whole degrees, minutes and seconds of units, which are whole seconds. */
struct dms {
	int d, m, s;
};

static struct dms
dms_of(int64_t seconds)
{
	return (struct dms){(int)(seconds / 3600), (int)(seconds / 60 % 60), (int)(seconds % 60)};
}

static void
reads_near(const char *text, double lat, double lon)
{
	struct point p;
	struct err e = {.key = ""};

	if (point_read(str_of(text), &p, &e) != 0)
		fail_msg("%s: %s", text, e.key);
	double off_lat = abs((int)(p.lat - lat * UNITS)) / (double)UNITS * 111320;
	double off_lon = abs((int)(p.lon - lon * UNITS)) / (double)UNITS * 111320;
	if (off_lat > p.metres || off_lon > p.metres)
		fail_msg("%s: %.1f %.1f of %d", text, off_lat, off_lon, (int)p.metres);
}

static void
a_point_reads_back_within_its_precision(void **state)
{
	uint64_t seed = 7;
	char text[160];

	(void)state;
	for (int i = 0; i < TRIES; i++) {
		int64_t lat_s = (int64_t)next(&seed, 2 * 90 * 3600 + 1) - 90 * 3600;
		int64_t lon_s = (int64_t)next(&seed, 2 * 180 * 3600 + 1) - 180 * 3600;
		double lat = (double)lat_s / 3600, lon = (double)lon_s / 3600;
		int places = (int)next(&seed, 9);
		const char *ns = lat_s < 0 ? "S" : "N", *we = lon_s < 0 ? "W" : "E";
		struct dms la = dms_of(llabs(lat_s)), lo = dms_of(llabs(lon_s));
		snprintf(text, sizeof(text), "%.*f, %.*f", places, lat, places, lon);
		reads_near(text, lat, lon);
		snprintf(text, sizeof(text), "%.*f%s %.*f%s", places, lat_s < 0 ? -lat : lat, ns,
		    places, lon_s < 0 ? -lon : lon, we);
		reads_near(text, lat, lon);
		snprintf(text, sizeof(text), "%s%.*f %s%.*f", we, places, lon_s < 0 ? -lon : lon,
		    ns, places, lat_s < 0 ? -lat : lat);
		reads_near(text, lat, lon);
		snprintf(text, sizeof(text), "%d°%02d'%02d\"%s %d°%02d′%02d″%s", la.d, la.m, la.s,
		    ns, lo.d, lo.m, lo.s, we);
		reads_near(text, lat, lon);
	}
}

/* The rule as it stands in the law, written anew: -1 when no last digit fits. */
static int
last_digit(const char *digits)
{
	static const int first[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
	static const int second[] = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
	int a = 0, b = 0;

	for (int i = 0; i < 11; i++) {
		a += first[i] * (digits[i] - '0');
		b += second[i] * (digits[i] - '0');
	}
	return a % 11 < 10 ? a % 11 : b % 11 < 10 ? b % 11 : -1;
}

static void
one_last_digit_is_taken_at_most(void **state)
{
	uint64_t seed = 11;
	char text[32];
	int none = 0;

	(void)state;
	for (int i = 0; i < TRIES; i++) {
		snprintf(text, sizeof(text), "%02u%02u%02u%u%04u", next(&seed, 100),
		    1 + next(&seed, 12), 1 + next(&seed, 28), 1 + next(&seed, 6),
		    next(&seed, 10000));
		int fits = last_digit(text);
		none += fits < 0;
		for (int digit = 0; digit < 10; digit++) {
			struct iin iin;
			struct err e;
			text[11] = (char)('0' + digit);
			text[12] = '\0';
			assert_int_equal(iin_read(str_of(text), &iin, &e) == 0, digit == fits);
		}
	}
	assert_true(none > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_point_reads_back_within_its_precision),
	    cmocka_unit_test(one_last_digit_is_taken_at_most),
	};

	return cmocka_run_group_tests_name("property/values", tests, NULL, NULL);
}
