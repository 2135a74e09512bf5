/*
 * edtf: a date as ISO 8601-2 writes it (EDTF 2019): levels 0 and 1, and sets.
 *	2019   2019-06   2019-06-09   2019-06-09T21:00:00+06:00   -0044-03-15   Y-17000
 *	201X   20XX   2019-XX   2019-06-XX   2019-XX-XX   2019-21 (spring)   2019-06~
 *	2019-06-09/2019-06-10   ../2019-06-11 (open)   2019-06-13/ (end unknown)
 *	{2019-06-09,2019-06-11..2019-06-13} all of them   [2019-06-09,2019-06-10] one of them
 * each date with ? (uncertain), ~ (approximate) or % (both) behind it, and {} also behind its
 *brace. Who wants days to count over takes date_read, which lets through what names its days
 *exactly. Where this differs from the npm package edtf, and why: tests/data/edtf/make.mjs.
 */
#ifndef GUVOH_BASE_EDTF_H
#define GUVOH_BASE_EDTF_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define EDTF_OPEN_START INT64_MIN /* first of "by": no first moment was said, or it is unknown */
#define EDTF_OPEN_END INT64_MAX   /* last of "since" */

/* Seconds since 1970-01-01T00:00:00Z, both inclusive: the whole of a day, month, year or season. */
struct edtf_span {
	int64_t first, last;
	int64_t first_offset, last_offset; /* of a time of day: seconds east of UTC */
};

struct edtf {
	const struct edtf_span *spans; /* as they stand in the text, count >= 1 */
	size_t count;
	bool one_of;                 /* [..]: one of the spans; else all of them */
	bool uncertain, approximate; /* said of any date in it */
	bool season;                 /* "2019-21": whole months, as our countries count them */
	bool timed;                  /* holds a time of day; without an offset it is read as UTC */
	bool unknown;                /* an end of an interval is not known ("2019/") */
};

/*
 * Reads a text; the spans lie on a. A season is spring from March, summer from June, autumn from
 * September; winter is both the one that ends in the year and the one that begins in it.
 *
 * Returns 0 and fills *out; or -1, *out untouched, with ERR_INPUT date.none (no such day; the
 * date), date.backwards (start, end), date.empty_set, date.season (a season within an interval or a
 * set), date.unbounded (an interval without any day), date.level (level 2 of EDTF), date.far (a
 * year of more than 10 digits), date.syntax; the argument of the others is the text.
 */
MUST_CHECK int edtf_read(struct arena *a, struct str text, struct edtf *out, struct err *e);

/* From the first moment of any span to the last of any. */
struct edtf_span edtf_hull(const struct edtf *date);

#endif
