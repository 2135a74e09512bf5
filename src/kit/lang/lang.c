#include "kit/lang/lang.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <utf8proc.h>

#include "base/date.h"
#include "base/utf8.h"

enum plural_rule { LANG_ONE_MANY, LANG_ONE_FEW_MANY };

static const struct language {
	struct str code, group, point;
	enum plural_rule plural;
} languages[] = {
#define X(name, code, group, point, plural)                                                        \
	{STR_INIT(code), STR_INIT(group), STR_INIT(point), plural},
    LANG_LANGUAGES(X)
#undef X
};

static const struct year_form {
	bool first;
	struct str before, behind;
} year_forms[] = {
#define LANG_YEAR(name, first, before, behind)                                                     \
	[LANG_##name] = {first, STR_INIT(before), STR_INIT(behind)},
#define LANG_MONTH(number, en, ru, kk, alone)
#include "kit/lang/lang_forms.def"
#undef LANG_YEAR
#undef LANG_MONTH
};

static const struct str months[][LANG_COUNT] = {
#define LANG_YEAR(name, first, before, behind)
#define LANG_MONTH(number, en, ru, kk, alone) [number] = {STR_INIT(en), STR_INIT(ru), STR_INIT(kk)},
#include "kit/lang/lang_forms.def"
#undef LANG_YEAR
#undef LANG_MONTH
};

static const struct str months_alone[][LANG_COUNT] = {
#define LANG_YEAR(name, first, before, behind)
#define LANG_MONTH(number, en, ru, kk, alone)                                                      \
	[number] = {STR_INIT(en), STR_INIT(alone), STR_INIT(kk)},
#include "kit/lang/lang_forms.def"
#undef LANG_YEAR
#undef LANG_MONTH
};

int
lang_of(struct str tag, enum lang *out, struct err *e)
{
	struct str rest = tag;
	struct str primary = str_cut(&rest, '-');

	for (size_t i = 0; i < LENGTH(languages); i++)
		if (str_eq(languages[i].code, primary)) {
			*out = (enum lang)i;
			return 0;
		}
	return err_fail(e, ERR_INPUT, STR("lang.unknown"), tag);
}

struct str
lang_code(enum lang lang)
{
	assert(lang < LANG_COUNT);
	return languages[lang].code;
}

void
lang_number(struct buf *b, int64_t v, enum lang lang)
{
	assert(lang < LANG_COUNT);
	char digits[24];
	uint64_t size = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
	int n = snprintf(digits, sizeof(digits), "%" PRIu64, size);

	assert(n > 0 && n < (int)sizeof(digits));
	if (v < 0)
		buf_put(b, STR("\u2212"));
	for (int i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			buf_put(b, languages[lang].group);
		buf_putc(b, digits[i]);
	}
}

static bool
digits_read(struct str text, int64_t *out)
{
	return text.n > 0 && text.p[0] != '-' && str_to_int(text, out);
}

void
lang_decimal(struct buf *b, struct str number, enum lang lang)
{
	assert(lang < LANG_COUNT);
	size_t point = str_search(number, STR("."));
	struct str part = str_sub(number, point + 1, number.n);
	int64_t whole, any;

	if (!digits_read(str_sub(number, 0, point), &whole) ||
	    (point < number.n && !digits_read(part, &any))) {
		buf_put(b, number);
		return;
	}
	lang_number(b, whole, lang);
	if (point < number.n) {
		buf_put(b, languages[lang].point);
		buf_put(b, part);
	}
}

enum lang_plural
lang_plural(int64_t v, enum lang lang)
{
	assert(lang < LANG_COUNT);
	uint64_t size = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
	unsigned last = (unsigned)(size % 10), last_two = (unsigned)(size % 100);

	if (languages[lang].plural == LANG_ONE_MANY)
		return size == 1 ? LANG_ONE : LANG_MANY;
	if (last_two >= 11 && last_two <= 14)
		return LANG_MANY;
	if (last == 1)
		return LANG_ONE;
	return last >= 2 && last <= 4 ? LANG_FEW : LANG_MANY;
}

enum lang_plural
lang_plural_part(enum lang lang)
{
	assert(lang < LANG_COUNT);
	return languages[lang].plural == LANG_ONE_MANY ? LANG_MANY : LANG_FEW;
}

static void
put_year(struct buf *b, int year, enum lang lang)
{
	buf_put(b, year_forms[lang].before);
	buf_fmt(b, "%d", year);
	buf_put(b, year_forms[lang].behind);
}

/* "9 June", with the year where the language has it. */
static void
put_date(struct buf *b, struct date_civil d, bool year, enum lang lang)
{
	if (year && year_forms[lang].first)
		put_year(b, d.year, lang);
	buf_fmt(b, "%d ", d.day);
	buf_put(b, months[d.month][lang]);
	if (year && !year_forms[lang].first)
		put_year(b, d.year, lang);
}

void
lang_day(struct buf *b, int32_t day, enum lang lang)
{
	put_date(b, date_to_civil(day), true, lang);
}

/* Does a month begin on first and the same month end on last? */
static bool
is_month(int32_t first, int32_t last)
{
	struct date_civil from = date_to_civil(first), to = date_to_civil(last);

	return from.day == 1 && from.year == to.year && from.month == to.month &&
	    (last == DATE_LAST || date_to_civil(last + 1).day == 1);
}

/* "June 2019" */
static void
put_month(struct buf *b, struct date_civil d, bool year, enum lang lang)
{
	if (year && year_forms[lang].first)
		put_year(b, d.year, lang);
	buf_put(b, months_alone[d.month][lang]);
	if (year && !year_forms[lang].first)
		put_year(b, d.year, lang);
}

void
lang_days(struct buf *b, int32_t first, int32_t last, bool year, enum lang lang)
{
	assert(lang < LANG_COUNT && first <= last);
	struct date_civil from = date_to_civil(first), to = date_to_civil(last);
	bool one_year = from.year == to.year;
	bool before = year_forms[lang].first;

	if (first == last) {
		put_date(b, from, year, lang);
		return;
	}
	if (is_month(first, last)) {
		put_month(b, from, year, lang);
		return;
	}
	if (!one_year || from.month != to.month) {
		put_date(b, from, year && (!one_year || before), lang);
		buf_put(b, STR(" \u2013 "));
		put_date(b, to, year && (!one_year || !before), lang);
		return;
	}
	if (year && before)
		put_year(b, from.year, lang);
	buf_fmt(b, "%d\u2013%d ", from.day, to.day);
	buf_put(b, months[to.month][lang]);
	if (year && !before)
		put_year(b, to.year, lang);
}

size_t
lang_width(struct str text)
{
	size_t width = 0;

	for (size_t at = 0; at < text.n;) {
		int columns = utf8proc_charwidth((utf8proc_int32_t)utf8_next(text, &at));
		width += columns > 0 ? (size_t)columns : 0;
	}
	return width;
}
