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

struct str
when_text(struct arena *a, struct str edtf, enum lang lang)
{
	struct buf *b = buf_on(a);
	struct date_set set;
	struct err e;

	if (edtf.n == 0 || date_read(a, edtf, &set, &e) < 0)
		return edtf;
	/* Kazakh writes the year before the day, the others behind it. */
	size_t with_year = lang == LANG_KK ? 0 : set.count - 1;
	for (size_t i = 0; i < set.count; i++) {
		bool year = !one_year(&set) || i == with_year;
		buf_fmt(b, "%s%.*s", i > 0 ? ", " : "",
		    STR_ARG(span_text(a, set.spans[i], year, lang)));
	}
	if (set.uncertain)
		buf_putc(b, '?');
	return buf_str(b);
}
