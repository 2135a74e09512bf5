/*
 * date: days, sets of days, and moments in RFC 3339.
 * A day is a number: days since 1970-01-01 in the proleptic Gregorian calendar,
 * years 0000 to 9999. Sets are written in the part of EDTF (edtf.h) that names its days exactly:
 *	2019-06-09   2019-06   2019   2019-06-XX   2019-06-09/2019-06-10
 *	../2019-06-11   2019-06-13/..   {2019-06-09,2019-06-10,2019-06-12}
 *	{2019-06-09..2019-06-11,2019-06-13}
 * each date with ? (uncertain), ~ (approximate) or % (both) behind it, and a
 * set also behind its brace, where it means every date in it.
 */
#ifndef GUVOH_BASE_DATE_H
#define GUVOH_BASE_DATE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/edtf.h"
#include "base/err.h"
#include "base/str.h"

#define DATE_OPEN_START INT32_MIN /* first of "by": no first day was said */
#define DATE_OPEN_END INT32_MAX   /* last of "since" */
#define DATE_FIRST (-719528)      /* 0000-01-01 */
#define DATE_LAST 2932896         /* 9999-12-31 */
#define DATE_DAY_SECONDS INT64_C(86400)

struct date_span {
	int32_t first, last; /* days, both inclusive, first <= last */
};

/* Sorted, no two spans meet or touch, count >= 1. */
struct date_set {
	const struct date_span *spans;
	size_t count;
	bool uncertain, approximate; /* said of any date in it */
};

struct date_civil {
	int year, month, day; /* 0..9999, 1..12, 1..31 */
};

/*
 * Reads an EDTF text; the spans lie on a. A month or year stands for all its
 * days, XX for each that it could be.
 *
 * Returns 0 and fills *out; or -1, *out untouched, with what edtf_read says, ERR_INPUT
 * date.twice (the day that stands twice in a set), date.one_of (a set in []), date.season,
 * date.time (a time of day), date.unknown (an end of an interval), date.unbounded (every day
 * there is), date.far (a year before 0000 or after 9999); the argument of the others is the text.
 */
MUST_CHECK int date_read(struct arena *a, struct str text, struct date_set *out, struct err *e);

/*
 * The days of a span, by the clock of the place where it holds a time of day. False, *out
 * untouched, when it reaches beyond years 0000 to 9999; open ends are not beyond.
 */
MUST_CHECK bool date_of_span(struct edtf_span span, struct date_span *out);

/* The day that a set is told by: its first, or the last of it where no first was said. */
int32_t date_first_day(const struct date_set *set);

/*
 * Appends the one form that all texts for the same days share: a day, a whole
 * month or year, an interval, or a set in order in which runs of up to three
 * days are written as days, longer ones as a..b. date_read gives the same set back.
 */
void date_write(struct buf *b, const struct date_set *set);

/* Reads one day, "2019-06-09". Errors: date.day (the text), date.none. */
MUST_CHECK int date_day(struct str text, int32_t *out, struct err *e);

/* Writes day, DATE_FIRST to DATE_LAST, as "2019-06-09" and borrows it from room. */
struct str date_of_day(int32_t day, char room[11]);

/* Between a day and its civil date. date_from_civil: false when there is no such date. */
struct date_civil date_to_civil(int32_t day);
MUST_CHECK bool date_from_civil(struct date_civil civil, int32_t *out);

/*
 * Reads a moment in UTC, "2026-11-23T21:59:47Z" and no other form, as seconds
 * since 1970-01-01T00:00:00Z. Errors: date.moment (the text), date.none.
 */
MUST_CHECK int date_moment(struct str text, int64_t *seconds, struct err *e);

/* Writes a moment between years 0000 and 9999 and borrows it from room. */
struct str date_of_moment(int64_t seconds, char room[21]);

#endif
