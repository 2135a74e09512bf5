#include "face/cli/strip.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* Signs of a mark, UTF-8 and ASCII. */
enum sign {
	SIGN_DOT,
	SIGN_START,
	SIGN_END,
	SIGN_LINE,
	SIGN_TICK,
	SIGN_RIGHT,
	SIGN_LEFT,
	SIGN_HATCH,
	SIGN_DASH,
	SIGN_LOGIC_START,
	SIGN_LOGIC_LINE,
	SIGN_COUNT
};

static const struct {
	struct str utf8, ascii;
} signs[SIGN_COUNT] = {
    [SIGN_DOT] = {STR_INIT("●"), STR_INIT("*")},
    [SIGN_START] = {STR_INIT("├"), STR_INIT("|")},
    [SIGN_END] = {STR_INIT("┤"), STR_INIT("|")},
    [SIGN_LINE] = {STR_INIT("─"), STR_INIT("-")},
    [SIGN_TICK] = {STR_INIT("┼"), STR_INIT("+")},
    [SIGN_RIGHT] = {STR_INIT("▶"), STR_INIT(">")},
    [SIGN_LEFT] = {STR_INIT("◀"), STR_INIT("<")},
    [SIGN_HATCH] = {STR_INIT("░"), STR_INIT(":")},
    [SIGN_DASH] = {STR_INIT("┄"), STR_INIT("~")},
    [SIGN_LOGIC_START] = {STR_INIT("╞"), STR_INIT("[")},
    [SIGN_LOGIC_LINE] = {STR_INIT("═"), STR_INIT("=")},
};

/* The cells a mark takes: from first to last, both inclusive. */
struct span {
	size_t first, last;
};

struct strip_axis
strip_axis_around(int64_t least, int64_t most, size_t columns)
{
	assert(columns >= STRIP_COLUMNS_LEAST && columns <= STRIP_COLUMNS_MOST);
	return (struct strip_axis){axis_around(least, most), columns};
}

size_t
strip_column(const struct strip_axis *axis, int64_t n)
{
	return (size_t)lround(axis_place(&axis->scale, n) * (double)(axis->columns - 1));
}

/* The span around middle, at least width cells wide, inside the axis. */
static struct span
widen(struct span s, size_t middle, size_t width, size_t columns)
{
	if (s.last - s.first + 1 >= width)
		return s;
	s.first = middle > width / 2 ? middle - width / 2 : 0;
	s.last = s.first + width - 1;
	if (s.last >= columns) {
		s.last = columns - 1;
		s.first = columns - width;
	}
	return s;
}

static struct span
span_of(const struct strip_axis *axis, const struct figure_mark *mark)
{
	struct span s = {strip_column(axis, mark->low), strip_column(axis, mark->high)};
	size_t end = axis->columns - 1;

	switch (mark->kind) {
	case FIGURE_EXACT:
		return (struct span){s.first, s.first};
	case FIGURE_ABOUT:
		return widen(s, strip_column(axis, mark->number), 3, axis->columns);
	case FIGURE_NEARLY:
		return widen(s, s.last, 2, axis->columns);
	case FIGURE_AT_LEAST:
	case FIGURE_LOGIC:
		return widen((struct span){s.first, end}, end, 3, axis->columns);
	case FIGURE_UP_TO:
		return widen((struct span){0, s.last}, 0, 3, axis->columns);
	case FIGURE_WORD:
		return widen(s, s.first, 3, axis->columns);
	case FIGURE_MODAL:
		s.first = strip_column(axis, mark->number);
		return widen((struct span){s.first, s.first}, s.first, 3, axis->columns);
	}
	return s;
}

/* The sign that stands in cell at of the span. */
static enum sign
sign_at(const struct strip_axis *axis, const struct figure_mark *mark, struct span s, size_t at)
{
	size_t tick = strip_column(axis, mark->number);
	bool first = at == s.first, last = at == s.last;

	switch (mark->kind) {
	case FIGURE_EXACT:
		return SIGN_DOT;
	case FIGURE_ABOUT:
		if (tick <= s.first || tick >= s.last)
			tick = s.first + 1;
		if (at == tick)
			return SIGN_TICK;
		return first ? SIGN_START : last ? SIGN_END : SIGN_LINE;
	case FIGURE_NEARLY:
		return first ? SIGN_START : last ? SIGN_END : SIGN_LINE;
	case FIGURE_AT_LEAST:
		return first ? SIGN_START : last ? SIGN_RIGHT : SIGN_LINE;
	case FIGURE_LOGIC:
		return first ? SIGN_LOGIC_START : last ? SIGN_RIGHT : SIGN_LOGIC_LINE;
	case FIGURE_UP_TO:
		return first ? SIGN_LEFT : last ? SIGN_END : SIGN_LINE;
	case FIGURE_WORD:
		return SIGN_HATCH;
	case FIGURE_MODAL:
		return SIGN_DASH;
	}
	return SIGN_DOT;
}

/*
 * Where a label of width columns begins: right of its mark, left when the mark
 * lies beyond three quarters or there is no room; inside a line that fills the row.
 */
static size_t
label_place(const struct strip_axis *axis, struct span s, size_t width, bool *inside)
{
	bool right = s.last + 2 + width <= axis->columns;
	bool left = s.first >= width + 1;

	*inside = !right && !left;
	if (*inside)
		return s.first + 3 + width < axis->columns ? s.first + 3 : axis->columns - width;
	return right && (s.last < axis->columns * 3 / 4 || !left) ? s.last + 2
								  : s.first - width - 1;
}

void
strip_mark_put(struct buf *out, const struct strip_axis *axis, const struct figure_mark *mark,
    enum lang lang, bool utf8)
{
	struct buf label = BUF_INIT;
	struct span s = span_of(axis, mark);
	bool inside;

	figure_mark_put(&label, mark, lang, utf8);
	size_t width = lang_width(buf_str(&label));
	size_t place = label_place(axis, s, width, &inside);
	for (size_t at = 0; at < axis->columns; at++) {
		bool padding = inside && (at + 1 == place || at == place + width);
		if (at == place) {
			buf_put(out, buf_str(&label));
			at += width - 1;
		} else if (at < s.first || at > s.last || padding) {
			buf_putc(out, ' ');
		} else {
			enum sign sign = sign_at(axis, mark, s, at);
			buf_put(out, utf8 ? signs[sign].utf8 : signs[sign].ascii);
		}
	}
	buf_free(&label);
}

static bool
power_of_ten(int64_t n)
{
	while (n % 10 == 0)
		n /= 10;
	return n == 1;
}

/* Which columns of the axis are taken, and which tick's number begins in one. */
struct ticks {
	bool taken[STRIP_COLUMNS_MOST];
	int64_t begins[STRIP_COLUMNS_MOST];
};

static size_t
number_width(int64_t n, enum lang lang)
{
	struct buf b = BUF_INIT;

	lang_number(&b, n, lang);
	size_t width = lang_width(buf_str(&b));
	buf_free(&b);
	return width;
}

/* Takes the columns for the tick's number, a blank on both sides, if all are free. */
static void
tick_place(struct ticks *ticks, const struct strip_axis *axis, int64_t tick, enum lang lang)
{
	size_t width = number_width(tick, lang);
	size_t column = strip_column(axis, tick);
	size_t first = column > width / 2 ? column - width / 2 : 0;

	if (first + width > axis->columns)
		first = axis->columns - width;
	for (size_t at = first > 0 ? first - 1 : 0; at <= first + width && at < axis->columns;
	     at++) {
		if (ticks->taken[at])
			return;
	}
	memset(ticks->taken + first, true, width);
	ticks->begins[first] = tick;
}

void
strip_ticks_put(struct buf *out, const struct strip_axis *axis, enum lang lang)
{
	struct ticks ticks = {0};

	for (int round = 0; round < 2; round++) {
		for (int64_t t = axis->scale.first; t <= axis->scale.last; t = axis_tick_after(t)) {
			if (power_of_ten(t) == (round == 0))
				tick_place(&ticks, axis, t, lang);
		}
	}
	for (size_t at = 0; at < axis->columns; at++) {
		if (ticks.begins[at] != 0) {
			lang_number(out, ticks.begins[at], lang);
			at += number_width(ticks.begins[at], lang) - 1;
		} else {
			buf_putc(out, ' ');
		}
	}
}
