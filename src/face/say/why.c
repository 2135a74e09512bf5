#include "face/say/why.h"

#include <math.h>

#define SAID 0.05 /* what is less is 1.0 times, which tells nobody anything */

static struct str
label(struct arena *a, enum lang lang, struct str word)
{
	return message_text(a, lang, arena_fmt(a, "%s%.*s", "cli.link.", STR_ARG(word)));
}

struct str
why_kind(struct arena *a, enum lang lang, enum link_kind kind)
{
	struct str word = link_kind_word(kind);

	return label(a, lang, arena_fmt(a, "kind.%.*s", STR_ARG(word)));
}

struct str
why_times(struct arena *a, double weight)
{
	double many = exp(fabs(weight));

	return many < 10 ? arena_fmt(a, "%.1f", many) : arena_fmt(a, "%.0f", many);
}

struct str
why_percent(struct arena *a, enum lang lang, double chance)
{
	struct buf *b = buf_on(a);
	bool sure = chance > 0.999;

	buf_put(b, sure ? STR("> ") : STR(""));
	lang_decimal(b, sure ? STR("99.9") : arena_fmt(a, "%.1f", chance * 100), lang);
	return buf_str(b);
}

struct str
why_all(struct arena *a, enum lang lang, struct str pair, const struct link_why *why)
{
	if (why->never)
		return message_text(a, lang, STR("cli.link.never"), pair);
	return message_text(a, lang, why->total > 0 ? STR("cli.link.one") : STR("cli.link.two"),
	    why_times(a, why->total), pair);
}

static struct why_line
line_of(struct arena *a, enum lang lang, struct str what, double weight)
{
	bool one = weight >= 0;

	return (struct why_line){what,
	    message_text(
		a, lang, one ? STR("cli.link.for") : STR("cli.link.against"), why_times(a, weight)),
	    one};
}

/* The column's name, or which part of the name it is where a whole name was cut. */
static struct str
column_label(struct arena *a, enum lang lang, const struct link_reason *r)
{
	const char *key = r->kind == LINK_SEX ? "cli.link.implied.sex" : "cli.link.implied.date";
	bool part = r->kind == LINK_GIVEN || r->kind == LINK_FAMILY || r->kind == LINK_PATRONYMIC;

	if (r->implied)
		return message_text(a, lang, str_of(key), r->column);
	return part ? why_kind(a, lang, r->kind) : r->column;
}

const struct why_line *
why_lines(struct arena *a, enum lang lang, const struct link_why *why, size_t *n)
{
	struct why_line *lines = ARENA_ARRAY(a, struct why_line, why->count + 4);
	size_t count = 0;

	lines[count++] = line_of(a, lang, label(a, lang, STR("prior")), why->prior);
	for (size_t k = 0; k < why->count; k++) {
		const struct link_reason *r = &why->reasons[k];
		struct str column = column_label(a, lang, r), level = label(a, lang, r->level);
		struct str what = arena_fmt(a, "%.*s, %.*s: %.*s – %.*s", STR_ARG(column),
		    STR_ARG(level), STR_ARG(r->x), STR_ARG(r->y));
		lines[count++] = line_of(a, lang, what, r->weight);
	}
	if (why->together < 0)
		lines[count++] = line_of(a, lang, label(a, lang, STR("together")), why->together);
	if (fabs(why->namesakes) >= SAID)
		lines[count++] = line_of(a, lang, label(a, lang, STR("namesakes")), why->namesakes);
	if (why->untold < 0)
		lines[count++] = line_of(a, lang, label(a, lang, STR("untold")), why->untold);
	*n = count;
	return lines;
}
