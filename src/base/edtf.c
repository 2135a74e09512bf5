#include "base/edtf.h"

#include "base/date.h"

#define YEAR_CYCLE 400 /* years after which the calendar repeats */
#define CYCLE_DAYS 146097
#define YEAR_DIGITS 10 /* longest year behind Y */

struct reader {
	struct str text; /* the whole of it, for messages */
	struct arena *a;
	struct edtf_span *spans;
	size_t count, capacity;
	struct edtf out;
	struct err *e;
};

/* Years and months, both inclusive; month 13 is the first of the next year. */
struct months {
	int64_t from_year, to_year;
	int from, to;
};

static int
refuse(struct reader *r, struct str key)
{
	return err_fill(
	    r->e, ERR_INPUT, __FILE__, __LINE__, (const struct str[ERR_ARGS + 2]){key, r->text});
}

static int
no_such(struct reader *r, struct str date)
{
	return err_fail(r->e, ERR_INPUT, STR("date.none"), date);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Does s look like shape, in which 0 is any digit and all else itself? */
static bool
shaped(struct str s, const char *shape)
{
	for (size_t i = 0; i < s.n; i++) {
		if (shape[i] == '\0')
			return false;
		if (shape[i] == '0' ? !is_digit(s.p[i]) : s.p[i] != shape[i])
			return false;
	}
	return shape[s.n] == '\0';
}

/* The digits from first up to end, each X being the digit x. */
static int
number(struct str s, size_t first, size_t end, int x)
{
	int v = 0;
	for (size_t i = first; i < end; i++)
		v = v * 10 + (s.p[i] == 'X' ? x : s.p[i] - '0');
	return v;
}

/* Seconds at which a day of any year begins; false when there is no such day. */
static bool
start_of_day(int64_t year, int month, int day, int64_t *out)
{
	int64_t next = month > 12,
		in_cycle = ((year + next) % YEAR_CYCLE + YEAR_CYCLE) % YEAR_CYCLE;
	int64_t cycles = (year + next - in_cycle) / YEAR_CYCLE;
	int32_t days;

	if (!date_from_civil(
		(struct date_civil){(int)in_cycle, month > 12 ? 1 : month, day}, &days))
		return false;
	*out = (days + cycles * CYCLE_DAYS) * DATE_DAY_SECONDS;
	return true;
}

/* The whole of some months; from and to are 1 to 12, or there are no such. */
static int
read_months(struct reader *r, struct str text, struct months m, struct edtf_span *out)
{
	int64_t end;

	if (m.from < 1 || m.to > 12 || !start_of_day(m.from_year, m.from, 1, &out->first) ||
	    !start_of_day(m.to_year, m.to + 1, 1, &end))
		return no_such(r, text);
	out->last = end - 1;
	out->first_offset = out->last_offset = 0;
	return 0;
}

static int
read_season(struct reader *r, struct str text, int64_t year, int season, struct edtf_span *out)
{
	struct months m = {year, year, 3 * season - 60, 3 * season - 58};

	r->out.season = true;
	if (season == 24) {
		struct months before = {year - 1, year, 12, 2}, behind = {year, year + 1, 12, 2};
		struct edtf_span later;
		if (read_months(r, text, before, out) != 0 ||
		    read_months(r, text, behind, &later) != 0)
			return -1;
		out->last = later.last;
		return 0;
	}
	return read_months(r, text, m, out);
}

/* "2019-06" or, at level 1, "2019-21". */
static int
read_month(struct reader *r, struct str text, int64_t year, int month, struct edtf_span *out)
{
	if (month >= 21 && month <= 24)
		return read_season(r, text, year, month, out);
	if (month > 24 && month <= 41)
		return refuse(r, STR("date.level"));
	return read_months(r, text, (struct months){year, year, month, month}, out);
}

/* "Y17000": a year of more than four digits. */
static int
read_long_year(struct reader *r, struct str text, struct edtf_span *out)
{
	bool before = text.n > 1 && text.p[1] == '-';
	struct str digits = str_sub(text, before ? 2 : 1, text.n);
	int64_t year;

	for (size_t i = 0; i < digits.n; i++)
		if (!is_digit(digits.p[i]))
			return refuse(r, STR("date.syntax"));
	if (digits.n < 5 || digits.p[0] == '0')
		return refuse(r, STR("date.syntax"));
	if (digits.n > YEAR_DIGITS)
		return refuse(r, STR("date.long"));
	if (!str_to_int(digits, &year))
		return refuse(r, STR("date.syntax"));
	year = before ? -year : year;
	return read_months(r, text, (struct months){year, year, 1, 12}, out);
}

/* What stands behind the minutes: seconds, with thousandths that do not count, and an offset. */
static bool
read_clock_rest(struct str rest, int64_t *seconds, int64_t *offset)
{
	bool east = true;

	*seconds = *offset = 0;
	if (rest.n >= 3 && shaped(str_sub(rest, 0, 3), ":00")) {
		*seconds = number(rest, 1, 3, 0);
		rest = str_sub(rest, 3, rest.n);
		if (rest.n >= 4 && shaped(str_sub(rest, 0, 4), ".000"))
			rest = str_sub(rest, 4, rest.n);
	}
	if (rest.n == 0 || str_eq(rest, STR("Z")))
		return *seconds < 60;
	east = rest.p[0] == '+';
	if (!east && rest.p[0] != '-')
		return false;
	rest = str_sub(rest, 1, rest.n);
	if (!shaped(rest, "00") && !shaped(rest, "00:00"))
		return false;
	int64_t hours = number(rest, 0, 2, 0), minutes = rest.n > 2 ? number(rest, 3, 5, 0) : 0;
	*offset = (hours * 60 + minutes) * (east ? 60 : -60);
	return *seconds < 60 && minutes < 60 && *offset <= INT64_C(14) * 3600 &&
	    *offset >= INT64_C(-12) * 3600 && (east || *offset != 0);
}

/* "21:00", "21:00:00", "21:00:00.000", each with Z, +06, +06:00 or nothing; day is its first
 * moment. */
static int
read_clock(struct reader *r, struct str text, int64_t day, struct edtf_span *out)
{
	int64_t seconds, offset;

	if (text.n < 5 || !shaped(str_sub(text, 0, 5), "00:00") ||
	    !read_clock_rest(str_sub(text, 5, text.n), &seconds, &offset))
		return refuse(r, STR("date.syntax"));
	int64_t hours = number(text, 0, 2, 0), minutes = number(text, 3, 5, 0);
	bool midnight = hours == 24 && minutes == 0 && seconds == 0;
	if ((hours > 23 && !midnight) || minutes > 59)
		return refuse(r, STR("date.syntax"));
	r->out.timed = true;
	out->first = day + hours * 3600 + minutes * 60 + seconds - offset;
	out->last = out->first;
	out->first_offset = out->last_offset = offset;
	return 0;
}

/* Takes a ?, ~ or % from the end of *s and remembers it. */
static bool
take_qualifier(struct reader *r, struct str *s)
{
	char c = s->n > 0 ? s->p[s->n - 1] : '\0';

	if (c != '?' && c != '~' && c != '%')
		return false;
	r->out.uncertain = r->out.uncertain || c != '~';
	r->out.approximate = r->out.approximate || c != '?';
	s->n--;
	return true;
}

/* Is it what level 2 makes of a date: X anywhere, qualifiers within, exponents, significant digits?
 */
static bool
is_level_2(struct reader *r, struct str text)
{
	static const char *const shapes[] = {"0000", "0000-00", "0000-00-00"};
	struct buf *plain = buf_on(r->a), *digits = buf_on(r->a);

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (c != '?' && c != '~' && c != '%')
			buf_putc(plain, c);
		if (c != '?' && c != '~' && c != '%' && (c != '-' || i > 0))
			buf_putc(digits, c == 'X' ? '0' : c);
	}
	for (size_t i = 0; i < LENGTH(shapes); i++)
		if (shaped(buf_str(digits), shapes[i]))
			return true;
	struct str mantissa = buf_str(plain), s = mantissa;
	size_t letter = str_find(s, 'E') < s.n ? str_find(s, 'E') : str_find(s, 'S');
	mantissa = str_sub(s, str_starts(s, STR("Y")) ? 1 : 0, letter);
	struct str exponent = str_sub(s, letter + 1, s.n);
	int64_t number;
	return letter < s.n && str_to_int(mantissa, &number) && str_to_int(exponent, &number);
}

/* A date of year, month and day, without its sign and qualifier. */
static int
read_plain(struct reader *r, struct str text, struct str all, struct edtf_span *out)
{
	int64_t sign = all.p < text.p ? -1 : 1, year;
	bool decade = shaped(text, "000X"), century = shaped(text, "00XX");

	if (decade || century) {
		int64_t low = number(text, 0, 4, 0), high = number(text, 0, 4, 9);
		return read_months(r, all,
		    (struct months){sign < 0 ? -high : low, sign < 0 ? -low : high, 1, 12}, out);
	}
	if (text.n < 4 || !shaped(str_sub(text, 0, 4), "0000"))
		return refuse(r, is_level_2(r, all) ? STR("date.level") : STR("date.syntax"));
	year = sign * number(text, 0, 4, 0);
	if (sign < 0 && year == 0)
		return no_such(r, all);
	if (shaped(text, "0000") || shaped(text, "0000-XX") || shaped(text, "0000-XX-XX"))
		return read_months(r, all, (struct months){year, year, 1, 12}, out);
	if (shaped(text, "0000-00"))
		return read_month(r, all, year, number(text, 5, 7, 0), out);
	if (shaped(text, "0000-00-XX")) {
		int month = number(text, 5, 7, 0);
		return read_months(r, all, (struct months){year, year, month, month}, out);
	}
	if (text.n < 10 || !shaped(str_sub(text, 0, 10), "0000-00-00"))
		return refuse(r, is_level_2(r, all) ? STR("date.level") : STR("date.syntax"));
	if (text.n > 10 && text.p[10] != 'T')
		return refuse(r, is_level_2(r, all) ? STR("date.level") : STR("date.syntax"));
	int month = number(text, 5, 7, 0);
	if (month < 1 || month > 12 ||
	    !start_of_day(year, month, number(text, 8, 10, 0), &out->first))
		return no_such(r, text.n == 10 ? all : str_sub(text, 0, 10));
	out->last = out->first + DATE_DAY_SECONDS - 1;
	out->first_offset = out->last_offset = 0;
	return text.n == 10 ? 0 : read_clock(r, str_sub(text, 11, text.n), out->first, out);
}

static int
read_date(struct reader *r, struct str text, struct edtf_span *out)
{
	bool qualified = take_qualifier(r, &text);

	if (str_starts(text, STR("Y")) && !is_level_2(r, text))
		return qualified ? refuse(r, STR("date.syntax")) : read_long_year(r, text, out);
	struct str plain = str_sub(text, str_starts(text, STR("-")) ? 1 : 0, text.n);
	if (read_plain(r, plain, text, out) != 0)
		return -1;
	return qualified && r->out.timed ? refuse(r, STR("date.syntax")) : 0;
}

static void
add(struct reader *r, struct edtf_span span)
{
	r->spans = arena_grow(r->a, r->spans, r->count, &r->capacity, sizeof(*r->spans));
	r->spans[r->count++] = span;
}

/* One end of an interval or of a run; ".." or what a run leaves out is open. */
static int
read_end(struct reader *r, struct str text, bool open, struct edtf_span *out)
{
	*out = (struct edtf_span){.first = EDTF_OPEN_START, .last = EDTF_OPEN_END};
	if (open)
		return 0;
	if (read_date(r, text, out) != 0)
		return -1;
	return r->out.season ? refuse(r, STR("date.season")) : 0;
}

static int
read_interval(struct reader *r, struct str from, struct str to, struct str open)
{
	struct edtf_span start, end;
	bool unknown = from.n == 0 || to.n == 0;

	if (read_end(r, from, from.n == 0 || str_eq(from, open), &start) != 0 ||
	    read_end(r, to, to.n == 0 || str_eq(to, open), &end) != 0)
		return -1;
	if (start.first == EDTF_OPEN_START && end.last == EDTF_OPEN_END)
		return refuse(r, STR("date.unbounded"));
	if (start.first > end.last)
		return err_fail(r->e, ERR_INPUT, STR("date.backwards"), from, to);
	r->out.unknown = open.n > 0 && unknown;
	add(r, (struct edtf_span){start.first, end.last, start.first_offset, end.last_offset});
	return 0;
}

/* A date of a set, or two with .. between them, one of which may be left out. */
static int
read_run(struct reader *r, struct str text)
{
	size_t at = str_search(text, STR(".."));
	struct edtf_span span;

	if (text.n == 0)
		return refuse(r, STR("date.syntax"));
	if (at < text.n)
		return read_interval(
		    r, str_sub(text, 0, at), str_sub(text, at + 2, text.n), STR(""));
	if (read_end(r, text, false, &span) != 0)
		return -1;
	add(r, span);
	return 0;
}

static int
read_set(struct reader *r, struct str text, char close)
{
	if (text.n < 2 || text.p[text.n - 1] != close)
		return refuse(r, STR("date.syntax"));
	struct str rest = str_sub(text, 1, text.n - 1);
	if (rest.n == 0)
		return refuse(r, STR("date.empty_set"));
	for (;;) {
		bool last = str_find(rest, ',') == rest.n;
		if (read_run(r, str_cut(&rest, ',')) != 0)
			return -1;
		if (r->out.timed)
			return refuse(r, STR("date.syntax"));
		if (last)
			return 0;
	}
}

static int
read_text(struct reader *r)
{
	struct str text = r->text, to = text, from = str_cut(&to, '/');
	struct edtf_span span;

	if (str_starts(text, STR("["))) {
		r->out.one_of = true;
		return read_set(r, text, ']');
	}
	if (str_starts(text, STR("{"))) {
		take_qualifier(r, &text);
		return read_set(r, text, '}');
	}
	if (str_eq(text, STR("..")))
		return refuse(r, STR("date.unbounded"));
	if (from.n < text.n)
		return read_interval(r, from, to, STR(".."));
	if (read_date(r, text, &span) != 0)
		return -1;
	add(r, span);
	return 0;
}

int
edtf_read(struct arena *a, struct str text, struct edtf *out, struct err *e)
{
	struct reader r = {.text = text, .a = a, .e = e};

	if (read_text(&r) != 0)
		return -1;
	r.out.spans = r.spans;
	r.out.count = r.count;
	*out = r.out;
	return 0;
}

struct edtf_span
edtf_hull(const struct edtf *date)
{
	struct edtf_span hull = date->spans[0];

	for (size_t i = 1; i < date->count; i++) {
		if (date->spans[i].first < hull.first)
			hull.first = date->spans[i].first;
		if (date->spans[i].last > hull.last)
			hull.last = date->spans[i].last;
	}
	return hull;
}
