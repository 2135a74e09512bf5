#include "face/site/site_panel.h"

#include "face/say/message.h"
#include "kit/draw/axis.h"
#include "site_tpl.h"

#define DOT 18      /* pixels from one list to the next */
#define BAR_MOST 75 /* per cent of the width, so that the number has room */

struct making {
	struct arena *a;
	enum lang lang;
	const struct panel *panel;
	const struct panel_words *words;
	struct axis axis;
};

/* --- Who stands on which lists ---------------------------------------------------------------- */

static void
overlaps_add(const struct making *m, struct site_panel *out)
{
	const struct panel_words *w = m->words;
	struct site_overlap *rows = ARENA_ARRAY(m->a, struct site_overlap, w->n_overlaps);
	size_t n_lists = m->panel->people.people.n_lists;

	for (size_t i = 0; i < w->n_overlaps; i++) {
		const struct panel_overlap *o = &w->overlaps[i];
		struct site_dot *dots = ARENA_ARRAY(m->a, struct site_dot, n_lists);
		for (size_t k = 0; k < n_lists; k++)
			dots[k] =
			    (struct site_dot){(int64_t)k * DOT + DOT / 2, (o->set >> k & 1) != 0};
		rows[i] = (struct site_overlap){.lists = o->lists,
		    .number = o->number,
		    .dots = dots,
		    .n_dots = n_lists,
		    .bar = STR("")};
		if (o->people == 0)
			continue;
		out->n_told++; /* the first has most */
		rows[i].bar = mark_percent(
		    m->a, (double)o->people / (double)w->overlaps[0].people * BAR_MOST / 100);
	}
	out->overlaps = rows;
	out->n_overlaps = w->n_overlaps;
	out->dots_width = (int64_t)n_lists * DOT;
}

/* --- Estimates -------------------------------------------------------------------------------- */

static struct site_range
range_of(const struct making *m, struct str who, struct str number, struct mark_figure figure)
{
	struct buf *b = buf_on(m->a);
	const struct tpl t = {b, m->lang, message_put};
	struct site_range r = {.row = {.class = STR("logic"), .who = who, .number = number}};

	figure.label = (int)lang_width(number);
	r.row.mark = mark_of(m->a, &m->axis, &figure);
	site_mark(&t, &r.row);
	r.row.drawing = (struct html){buf_str(b)};
	return r;
}

static struct str
number_of(const struct making *m, const char *before, int64_t n)
{
	struct buf *b = buf_on(m->a);

	buf_put(b, str_of(before));
	lang_number(b, n, m->lang);
	return buf_str(b);
}

/* At least so many: a bound says nothing of how many there can be at most. */
static struct site_range
least_of(const struct making *m, struct str who, int64_t least)
{
	return range_of(m, who, number_of(m, "≥ ", least),
	    (struct mark_figure){.shape = MARK_FROM, .low = least});
}

static struct site_range
line_of(const struct making *m, const struct panel_line *line)
{
	struct site_range r = {
	    .row = {.class = STR("logic"), .who = line->name, .number = line->range}};

	if (line->given && line->bound)
		r = least_of(m, line->name, line->low);
	else if (line->given)
		r = range_of(m, line->name, line->range,
		    (struct mark_figure){.shape = MARK_BAR,
			.low = line->low,
			.high = line->high,
			.number =
			    line->low < line->point && line->point < line->high ? line->point : 0});
	r.doubts = line->doubts;
	r.n_doubts = line->n_doubts;
	return r;
}

static void
ranges_add(const struct making *m, struct site_panel *out)
{
	const struct panel_words *w = m->words;
	const struct count_documented *d = &m->panel->people;
	struct site_range *ranges = ARENA_ARRAY(m->a, struct site_range, w->n_methods + 2);
	struct site_range *without = ARENA_ARRAY(m->a, struct site_range, w->n_without);
	size_t n = 0;

	ranges[n++] =
	    least_of(m, message_text(m->a, m->lang, STR("board.documented.who")), d->people.least);
	ranges[0].row.class = STR("other");
	for (size_t i = 0; i < w->n_methods; i++)
		ranges[n++] = line_of(m, &w->methods[i]);
	if (d->about.truth > 0) {
		ranges[n] = range_of(m, message_text(m->a, m->lang, STR("panel.in_truth")),
		    number_of(m, "", d->about.truth),
		    (struct mark_figure){
			.shape = MARK_DOT, .low = d->about.truth, .high = d->about.truth});
		ranges[n++].row.class = STR("other");
	}
	for (size_t i = 0; i < w->n_without; i++)
		without[i] = line_of(m, &w->without[i]);
	out->ranges = ranges;
	out->n_ranges = n;
	out->without = without;
	out->n_without = w->n_without;
}

static void
widen(const struct panel_line *lines, size_t n, int64_t *least, int64_t *most)
{
	for (size_t i = 0; i < n; i++) {
		if (!lines[i].given)
			continue;
		*least = lines[i].low < *least ? lines[i].low : *least;
		*most = lines[i].high > *most ? lines[i].high : *most;
	}
}

static struct axis
axis_for(const struct panel *p, const struct panel_words *w)
{
	int64_t least = p->people.people.least, most = p->people.people.most;

	widen(w->methods, w->n_methods, &least, &most);
	widen(w->without, w->n_without, &least, &most);
	if (p->people.about.truth > most)
		most = p->people.about.truth;
	return axis_around(least, most);
}

int
site_panel_of(
    struct site *s, const struct site_panel_ask *ask, struct site_panel *out, struct err *e)
{
	const struct count_reader reader = {s->db, s->a, s->vocab, s->memo};
	const struct board_words w = {s->a, ask->lang, ask->board, true, true};
	struct panel *panel = ARENA_NEW(s->a, struct panel);

	if (panel_read(&reader, ask->viewer, ask->event, ask->board, panel, e) != 0)
		return -1;
	struct site_panel made = {.words = panel_words_of(&w, panel), .meaning = ask->meaning};
	struct making m = {s->a, ask->lang, panel, &made.words, {1, 2}};
	if (panel->documented)
		overlaps_add(&m, &made);
	if (panel->documented && panel->estimated) {
		m.axis = axis_for(panel, &made.words);
		ranges_add(&m, &made);
		made.ticks = site_ticks_of(m.a, &m.axis, &made.n_ticks);
	}
	*out = made;
	return 0;
}
