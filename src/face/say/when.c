#include "face/say/when.h"

#include "base/date.h"
#include "face/say/message.h"

/* Is every day of the set of the same year? */
static bool
one_year(const struct date_set *set)
{
	int32_t first = set->spans[0].first, last = set->spans[set->count - 1].last;

	return first != DATE_OPEN_START && last != DATE_OPEN_END &&
	    date_to_civil(first).year == date_to_civil(last).year;
}

static struct str
span_text(struct arena *a, struct date_span span, bool year, enum lang lang)
{
	bool by = span.first == DATE_OPEN_START, since = span.last == DATE_OPEN_END;
	struct buf *days = buf_on(a);

	lang_days(days, by ? span.last : span.first, since ? span.first : span.last, year, lang);
	if (!by && !since)
		return buf_str(days);
	return message_text(
	    a, lang, by ? STR("board.days.by") : STR("board.days.since"), buf_str(days));
}

static struct str
spans_text(struct arena *a, const struct date_set *set, enum lang lang)
{
	struct buf *b = buf_on(a);
	/* Kazakh writes the year before the day, the others behind it. */
	size_t with_year = lang == LANG_KK ? 0 : set->count - 1;

	for (size_t i = 0; i < set->count; i++) {
		bool year = !one_year(set) || i == with_year;
		buf_fmt(b, "%s%.*s", i > 0 ? ", " : "",
		    STR_ARG(span_text(a, set->spans[i], year, lang)));
	}
	return buf_str(b);
}

/* "spring 2019": the year is what the text begins with. */
static struct str
season_text(struct arena *a, struct str edtf, enum lang lang)
{
	static const struct str keys[] = {STR_INIT("when.spring"), STR_INIT("when.summer"),
	    STR_INIT("when.autumn"), STR_INIT("when.winter")};
	size_t digit = str_starts(edtf, STR("-")) ? 7 : 6;

	return message_text(a, lang, keys[edtf.p[digit] - '1'], str_sub(edtf, 0, digit - 2));
}

/* "9 June 2019, 21:00:00+06:00": the day of the place, and the clock as it was written. */
static struct str
moment_text(struct arena *a, struct str edtf, struct date_span day, enum lang lang)
{
	struct buf *b = buf_on(a);

	lang_days(b, day.first, day.first, true, lang);
	buf_fmt(b, ", %.*s", STR_ARG(str_sub(edtf, str_find(edtf, 'T') + 1, edtf.n)));
	return buf_str(b);
}

/* What names no exact days: a season, a moment, one of several days, an end that is not known. */
static struct str
loose_text(struct arena *a, struct str text, const struct edtf *date, enum lang lang)
{
	struct date_span *spans = ARENA_ARRAY(a, struct date_span, date->count);
	const struct date_set set = {spans, date->count, false, false};

	for (size_t i = 0; i < date->count; i++)
		if (!date_of_span(date->spans[i], &spans[i]))
			return text;
	if (date->season)
		return season_text(a, text, lang);
	if (date->timed)
		return str_find(text, '/') < text.n ? text : moment_text(a, text, spans[0], lang);
	struct str days = spans_text(a, &set, lang);
	if (date->one_of)
		return message_text(a, lang, STR("when.one_of"), days);
	return date->unknown ? message_text(a, lang, STR("when.unknown"), days) : days;
}

struct str
when_text(struct arena *a, struct str text, enum lang lang)
{
	struct edtf date;
	struct date_set set;
	struct err e;

	if (text.n == 0 || edtf_read(a, text, &date, &e) < 0)
		return text;
	struct str days = date_read(a, text, &set, &e) == 0 ? spans_text(a, &set, lang)
							    : loose_text(a, text, &date, lang);
	if (str_eq(days, text))
		return text;
	if (date.approximate)
		days = message_text(a, lang, STR("when.about"), days);
	return date.uncertain ? arena_fmt(a, "%.*s?", STR_ARG(days)) : days;
}
