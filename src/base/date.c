#include "base/date.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define RUN_AS_DAYS 3 /* longest run that a set lists day by day */

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return days[month - 1] + (month == 2 && is_leap(year));
}

/* Years begin in March here, so that the leap day is the last (H. Hinnant, chrono-compatible
 * dates). */
bool
date_from_civil(struct date_civil c, int32_t *out)
{
	if (c.year < 0 || c.year > 9999 || c.month < 1 || c.month > 12 || c.day < 1 ||
	    c.day > month_days(c.year, c.month))
		return false;
	int year = c.year + 400 - (c.month <= 2);
	int day = (153 * ((c.month + 9) % 12) + 2) / 5 + c.day - 1;
	*out = 365 * year + year / 4 - year / 100 + year / 400 + day - 719468 - 146097;
	return true;
}

struct date_civil
date_to_civil(int32_t day)
{
	assert(day >= DATE_FIRST && day <= DATE_LAST);
	int from_march = day + 719468 + 146097;
	int era = from_march / 146097, of_era = from_march % 146097;
	int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * year + year / 4 - year / 100);
	int month = (5 * of_year + 2) / 153;
	int of_month = of_year - (153 * month + 2) / 5 + 1;

	return (struct date_civil){
	    .year = year + 400 * (era - 1) + (month >= 10),
	    .month = month < 10 ? month + 3 : month - 9,
	    .day = of_month,
	};
}

/* Does s look like shape, in which 0 is any digit and all else itself? */
static bool
shaped(struct str s, const char *shape)
{
	for (size_t i = 0; i < s.n; i++) {
		if (shape[i] == '\0')
			return false;
		if (shape[i] == '0' ? s.p[i] < '0' || s.p[i] > '9' : s.p[i] != shape[i])
			return false;
	}
	return shape[s.n] == '\0';
}

/* The digits from first up to end, which shaped has seen. */
static int
number(struct str s, size_t first, size_t end)
{
	int v = 0;
	for (size_t i = first; i < end; i++)
		v = v * 10 + (s.p[i] - '0');
	return v;
}

static int
read_day(struct str text, int32_t *out, struct err *e)
{
	struct date_civil c = {number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)};

	if (!date_from_civil(c, out))
		return err_fail(e, ERR_INPUT, STR("date.none"), text);
	return 0;
}

int
date_day(struct str text, int32_t *out, struct err *e)
{
	if (!shaped(text, "0000-00-00"))
		return err_fail(e, ERR_INPUT, STR("date.day"), text);
	return read_day(text, out, e);
}

static char *
put_digits(char *p, int v, int width)
{
	for (int i = width - 1; i >= 0; i--) {
		p[i] = (char)('0' + v % 10);
		v /= 10;
	}
	return p + width;
}

struct str
date_of_day(int32_t day, char room[11])
{
	struct date_civil c = date_to_civil(day);
	char *p = put_digits(room, c.year, 4);

	*p++ = '-';
	p = put_digits(p, c.month, 2);
	*p++ = '-';
	p = put_digits(p, c.day, 2);
	*p = '\0';
	return (struct str){room, 10};
}

int
date_moment(struct str text, int64_t *seconds, struct err *e)
{
	int32_t day;

	if (!shaped(text, "0000-00-00T00:00:00Z"))
		return err_fail(e, ERR_INPUT, STR("date.moment"), text);
	int64_t hour = number(text, 11, 13), minute = number(text, 14, 16);
	int64_t second = number(text, 17, 19);
	if (hour > 23 || minute > 59 || second > 59)
		return err_fail(e, ERR_INPUT, STR("date.moment"), text);
	if (read_day(str_sub(text, 0, 10), &day, e) != 0)
		return -1;
	*seconds = (int64_t)day * DATE_DAY_SECONDS + hour * 3600 + minute * 60 + second;
	return 0;
}

struct str
date_of_moment(int64_t seconds, char room[21])
{
	int64_t day = seconds / DATE_DAY_SECONDS - (seconds % DATE_DAY_SECONDS < 0);
	assert(day >= DATE_FIRST && day <= DATE_LAST);
	int of_day = (int)(seconds - day * DATE_DAY_SECONDS);

	date_of_day((int32_t)day, room);
	char *p = room + 10;
	*p++ = 'T';
	p = put_digits(p, of_day / 3600, 2);
	*p++ = ':';
	p = put_digits(p, of_day / 60 % 60, 2);
	*p++ = ':';
	p = put_digits(p, of_day % 60, 2);
	memcpy(p, "Z", 2);
	return (struct str){room, 20};
}

/* What date_read works on: the spans of a text as days. */
struct reader {
	struct str text; /* the whole of it, for messages */
	struct date_span *spans;
	size_t count;
	struct err *e;
};

static int
refuse(struct reader *r, struct str key)
{
	return err_fill(
	    r->e, ERR_INPUT, __FILE__, __LINE__, (const struct str[ERR_ARGS + 2]){key, r->text});
}

/* The day a moment lies in; false when that is in no year from 0000 to 9999. */
static bool
day_of(int64_t moment, int32_t *out)
{
	int64_t day = moment / DATE_DAY_SECONDS - (moment % DATE_DAY_SECONDS < 0);

	if (day < DATE_FIRST || day > DATE_LAST)
		return false;
	*out = (int32_t)day;
	return true;
}

bool
date_of_span(struct edtf_span span, struct date_span *out)
{
	struct date_span days = {DATE_OPEN_START, DATE_OPEN_END};

	if (span.first != EDTF_OPEN_START && !day_of(span.first + span.first_offset, &days.first))
		return false;
	if (span.last != EDTF_OPEN_END && !day_of(span.last + span.last_offset, &days.last))
		return false;
	*out = days;
	return true;
}

/* Refuses what does not say exactly which days it means. */
static int
need_days(struct reader *r, const struct edtf *date)
{
	const struct {
		bool is;
		struct str key;
	} never[] = {
	    {date->one_of, STR("date.one_of")},
	    {date->season, STR("date.season")},
	    {date->timed, STR("date.time")},
	    {date->unknown, STR("date.unknown")},
	};

	for (size_t i = 0; i < LENGTH(never); i++)
		if (never[i].is)
			return refuse(r, never[i].key);
	for (size_t i = 0; i < date->count; i++)
		if (!date_of_span(date->spans[i], &r->spans[i]))
			return refuse(r, STR("date.far"));
	r->count = date->count;
	return 0;
}

static int
by_first_day(const void *a, const void *b)
{
	const struct date_span *x = a, *y = b;
	return (x->first > y->first) - (x->first < y->first);
}

/* Sorts the spans and joins those that touch; days in two of them are refused. */
static int
join(struct reader *r)
{
	size_t kept = 0;
	char room[11];

	qsort(r->spans, r->count, sizeof(*r->spans), by_first_day);
	for (size_t i = 1; i < r->count; i++) {
		struct date_span *last = &r->spans[kept], next = r->spans[i];
		if (next.first <= last->last)
			return err_fail(r->e, ERR_INPUT, STR("date.twice"),
			    next.first == DATE_OPEN_START ? STR("..")
							  : date_of_day(next.first, room));
		if (next.first == last->last + 1)
			last->last = next.last;
		else
			r->spans[++kept] = next;
	}
	r->count = kept + 1;
	if (r->spans[0].first == DATE_OPEN_START && r->spans[0].last == DATE_OPEN_END)
		return refuse(r, STR("date.unbounded"));
	return 0;
}

int
date_read(struct arena *a, struct str text, struct date_set *out, struct err *e)
{
	struct reader r = {.text = text, .e = e};
	struct edtf date;

	if (edtf_read(a, text, &date, e) != 0)
		return -1;
	r.spans = ARENA_ARRAY(a, struct date_span, date.count);
	if (need_days(&r, &date) != 0 || join(&r) != 0)
		return -1;
	*out = (struct date_set){r.spans, r.count, date.uncertain, date.approximate};
	return 0;
}

static struct str
qualifier(const struct date_set *set)
{
	if (set->uncertain && set->approximate)
		return STR("%");
	return set->uncertain ? STR("?") : set->approximate ? STR("~") : STR("");
}

/* Writes span as one date when it is a day, a month or a year; false when it is none. */
static bool
put_date(struct buf *b, struct date_span span)
{
	char room[11];

	if (span.first == DATE_OPEN_START || span.last == DATE_OPEN_END)
		return false;
	struct date_civil from = date_to_civil(span.first), to = date_to_civil(span.last);
	struct str day = date_of_day(span.first, room);
	size_t n = 0;
	if (span.first == span.last)
		n = 10;
	else if (from.year != to.year || from.day != 1 || to.day != month_days(to.year, to.month))
		return false;
	else if (from.month == to.month)
		n = 7;
	else if (from.month == 1 && to.month == 12)
		n = 4;
	buf_put(b, str_sub(day, 0, n));
	return n > 0;
}

static void
put_end(struct buf *b, int32_t day, struct str open, struct str mark)
{
	char room[11];

	if (day == DATE_OPEN_START || day == DATE_OPEN_END) {
		buf_put(b, open);
		return;
	}
	buf_put(b, date_of_day(day, room));
	buf_put(b, mark);
}

static void
put_element(struct buf *b, struct date_span span, struct str mark)
{
	bool closed = span.first != DATE_OPEN_START && span.last != DATE_OPEN_END;

	if (put_date(b, span)) {
		buf_put(b, mark);
	} else if (closed && span.last - span.first < RUN_AS_DAYS) {
		for (int32_t day = span.first; day <= span.last; day++) {
			if (day > span.first)
				buf_putc(b, ',');
			put_end(b, day, STR(""), mark);
		}
	} else {
		put_end(b, span.first, STR(""), mark);
		buf_put(b, STR(".."));
		put_end(b, span.last, STR(""), mark);
	}
}

int32_t
date_first_day(const struct date_set *set)
{
	const struct date_span *span = &set->spans[0];

	return span->first != DATE_OPEN_START ? span->first : span->last;
}

void
date_write(struct buf *b, const struct date_set *set)
{
	struct str mark = qualifier(set);
	assert(set->count > 0);

	if (set->count > 1) {
		for (size_t i = 0; i < set->count; i++) {
			buf_putc(b, i == 0 ? '{' : ',');
			put_element(b, set->spans[i], mark);
		}
		buf_putc(b, '}');
	} else if (put_date(b, set->spans[0])) {
		buf_put(b, mark);
	} else {
		put_end(b, set->spans[0].first, STR(".."), mark);
		buf_putc(b, '/');
		put_end(b, set->spans[0].last, STR(".."), mark);
	}
}
