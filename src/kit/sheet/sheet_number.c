#include "kit/sheet/sheet_number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

#define DAY_1900 (-25569) /* day 0 of the common system, 1899-12-30, as base/date.h counts */
#define DAY_1904 (-24107) /* 1904-01-01, day 0 of the other */
#define FALSE_LEAP_DAY 60 /* 1900-02-29: the system has it, no calendar does */
#define LAST_DAY 2958465  /* 9999-12-31 */
#define EXACT_DIGITS 15   /* decimal digits that every number keeps */
#define ID_DIGITS 64      /* most zeros of a padded format */
#define WHOLE_MOST 1e21   /* whole numbers below it are written out */
#define NUMBER_BYTES 64

/* Formats that have a number and no code: those of every language, then East Asian ones. */
static const struct {
	int first, last;
	enum sheet_number_kind kind;
} known[] = {
    {14, 17, SHEET_DAY},
    {18, 21, SHEET_TIME},
    {22, 22, SHEET_DAY},
    {27, 31, SHEET_DAY},
    {32, 35, SHEET_TIME},
    {36, 36, SHEET_DAY},
    {45, 45, SHEET_TIME},
    {46, 46, SHEET_SPAN},
    {47, 47, SHEET_TIME},
    {50, 54, SHEET_DAY},
    {55, 56, SHEET_TIME},
    {57, 58, SHEET_DAY},
};

struct sheet_number_format
sheet_number_of_id(int64_t id)
{
	for (size_t i = 0; i < LENGTH(known); i++)
		if (id >= known[i].first && id <= known[i].last)
			return (struct sheet_number_format){known[i].kind, 0};
	return (struct sheet_number_format){SHEET_PLAIN, 0};
}

/* Is it "[h]", "[mm]", "[ss]": hours beyond the 24th? */
static bool
is_span(struct str bracket)
{
	char c = bracket.n > 0 ? (char)(bracket.p[0] | 0x20) : ' ';

	if (c != 'h' && c != 'm' && c != 's')
		return false;
	for (size_t i = 0; i < bracket.n; i++)
		if ((bracket.p[i] | 0x20) != c)
			return false;
	return true;
}

/* How far the piece of code at i goes that is text, a colour, a width: 0 when it is a sign. */
static size_t
skipped(struct str code, size_t i)
{
	struct str rest = str_sub(code, i + 1, code.n);

	switch (code.p[i]) {
	case '"':
		return str_find(rest, '"') + 2;
	case '\\':
	case '_':
	case '*':
		return 2;
	case '[':
		return str_find(rest, ']') + 2;
	default:
		return 0;
	}
}

static bool
has_sign(struct str signs, char c)
{
	return str_find(signs, c) < signs.n;
}

static bool
is_zeros(struct str code)
{
	for (size_t i = 0; i < code.n; i++)
		if (code.p[i] != '0')
			return false;
	return code.n > 1 && code.n <= ID_DIGITS;
}

struct sheet_number_format
sheet_number_of_code(struct str code)
{
	bool day = false, time = false, minutes = false, span = false;

	if (is_zeros(code))
		return (struct sheet_number_format){SHEET_PADDED, code.n};
	code = str_sub(code, 0, str_find(code, ';'));
	if (code.n == strlen("general") && (code.p[0] | 0x20) == 'g')
		return (struct sheet_number_format){SHEET_PLAIN, 0};
	for (size_t i = 0, n; i<code.n; i += n> 0 ? n : 1) {
		n = skipped(code, i);
		char c = (char)(code.p[i] | 0x20);
		if (n > 0)
			span |= code.p[i] == '[' && is_span(str_sub(code, i + 1, i + n - 1));
		else if (has_sign(STR("yd"), c))
			day = true;
		else if (has_sign(STR("hs"), c))
			time = true;
		else if (c == 'm')
			minutes = true;
	}
	if (span)
		return (struct sheet_number_format){SHEET_SPAN, 0};
	if (day || (minutes && !time))
		return (struct sheet_number_format){SHEET_DAY, 0};
	return (struct sheet_number_format){time ? SHEET_TIME : SHEET_PLAIN, 0};
}

static bool
is_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

/* As few digits as read back as the same number, without an exponent where it is whole. */
static struct str
shortest(struct arena *a, double number)
{
	char room[NUMBER_BYTES];

	if (fabs(number) < WHOLE_MOST && number == floor(number)) {
		snprintf(room, sizeof(room), "%.0f", number == 0 ? 0.0 : number);
		return arena_str(a, str_of(room));
	}
	for (int digits = EXACT_DIGITS; digits <= EXACT_DIGITS + 2; digits++) {
		snprintf(room, sizeof(room), "%.*g", digits, number);
		if (strtod(room, NULL) == number)
			break;
	}
	return arena_str(a, str_of(room));
}

static struct str
padded(struct arena *a, struct str number, size_t digits)
{
	struct str zeros = STR("0000000000000000000000000000000000000000000000000000000000000000");

	if (!is_digits(number) || number.n >= digits)
		return number;
	return arena_fmt(a, "%.*s%.*s", (int)(digits - number.n), zeros.p, STR_ARG(number));
}

static struct str
time_text(struct arena *a, int64_t seconds)
{
	int64_t hours = seconds / 3600, minutes = seconds / 60 % 60, rest = seconds % 60;

	if (rest == 0)
		return arena_fmt(a, "%02lld:%02lld", (long long)hours, (long long)minutes);
	return arena_fmt(
	    a, "%02lld:%02lld:%02lld", (long long)hours, (long long)minutes, (long long)rest);
}

/* The day and time of a serial number; false for one that no calendar has. */
static bool
day_text(struct arena *a, double number, bool from_1904, struct str *out)
{
	int64_t all = llround(number * DATE_DAY_SECONDS);
	int64_t serial = all / DATE_DAY_SECONDS, seconds = all % DATE_DAY_SECONDS;
	char room[11];

	if (serial == (from_1904 ? -1 : 0) || (!from_1904 && serial == FALSE_LEAP_DAY))
		return false;
	int64_t day = serial + (from_1904 ? DAY_1904 : DAY_1900);
	if (!from_1904 && serial < FALSE_LEAP_DAY)
		day++;
	struct str date = date_of_day((int32_t)day, room);
	*out = seconds == 0
	    ? arena_str(a, date)
	    : arena_fmt(a, "%.*sT%.*s", STR_ARG(date), STR_ARG(time_text(a, seconds)));
	return true;
}

/* What a date format shows of number; false where it shows nothing that a calendar has. */
static bool
dated(struct arena *a, double number, enum sheet_number_kind kind, bool from_1904, struct str *out)
{
	bool hours = kind == SHEET_SPAN || (number < 1 && (number > 0 || kind == SHEET_TIME));

	if (number < 0 || number >= LAST_DAY + 1)
		return false;
	if (!hours)
		return day_text(a, number, from_1904, out);
	*out = time_text(a, llround(number * DATE_DAY_SECONDS));
	return true;
}

/* The number that text is, all of it; strtod knows words and other bases too. */
static bool
read_number(struct arena *a, struct str text, double *out)
{
	char *end;

	if (text.n == 0 || text.n >= NUMBER_BYTES)
		return false;
	for (size_t i = 0; i < text.n; i++)
		if (str_find(STR("0123456789+-.eE"), text.p[i]) == strlen("0123456789+-.eE"))
			return false;
	struct str ended = arena_str(a, text);
	*out = strtod(ended.p, &end);
	return end == ended.p + ended.n && isfinite(*out);
}

bool
sheet_number_text(struct arena *a, struct str value, struct sheet_number_format format,
    bool from_1904, struct str *out)
{
	struct str text = str_trim(value);
	bool plain = is_digits(text) && text.n <= EXACT_DIGITS && (text.p[0] != '0' || text.n == 1);
	double number;

	if (plain && format.kind == SHEET_PLAIN) {
		*out = arena_str(a, text);
		return true;
	}
	if (!read_number(a, text, &number))
		return false;
	if (format.kind == SHEET_PADDED)
		*out = padded(a, shortest(a, number), format.digits);
	else if (format.kind == SHEET_PLAIN || !dated(a, number, format.kind, from_1904, out))
		*out = shortest(a, number);
	return true;
}
