/*
 * days: spans of days as the calendar's own units, so that days are found as texts are.
 * A unit is the beginning of a date: "2019-06-09", "2019-06", "2019", "201", "20", "2",
 * "" (all years there are). Two units share a day when one begins with the other.
 */
#ifndef GUVOH_DOMAIN_FIND_DAYS_H
#define GUVOH_DOMAIN_FIND_DAYS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/str.h"

#define FIND_YEAR_BYTES 4  /* of "2019" */
#define FIND_MONTH_BYTES 7 /* of "2019-06" */
#define FIND_DAY_BYTES 10

struct find_units {
	const struct str *at;
	size_t count;
};

/*
 * Reads any EDTF date (edtf.h) as the days that it may be of: a season's months, each of "one of
 * them", an unknown end as an open one. Errors: edtf_read, date.far.
 */
MUST_CHECK int find_days_read(
    struct arena *a, struct str text, struct date_set *out, struct err *e);

/* The fewest units that are the days of the set, open ends up to the years 0000 and 9999; on a. */
struct find_units find_units_of(struct arena *a, const struct date_set *set);

/* The units that hold unit, the largest first, without itself; on a. */
struct find_units find_units_around(struct arena *a, struct str unit);

#endif
