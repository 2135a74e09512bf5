#include "face/say/panel_words.h"

#include <math.h>
#include <stdlib.h>

#include "base/date.h"
#include "kit/lang/lang.h"

static struct str
say(const struct board_words *w, const char *key, struct str one, struct str two)
{
	const struct str text[MESSAGE_ARGS + 2] = {str_of(key), one, two};

	return message_list(w->a, w->lang, text);
}

static struct str
range_of(const struct board_words *w, int64_t low, int64_t high)
{
	struct str from = board_words_number(w, low), to = board_words_number(w, high);

	return arena_fmt(w->a, "%.*s%s%.*s", STR_ARG(from), w->utf8 ? "\u2013" : "-", STR_ARG(to));
}

static struct str
at_least(const struct board_words *w, int64_t low)
{
	struct str number = board_words_number(w, low);

	return arena_fmt(w->a, "%s%.*s", w->utf8 ? "\u2265 " : ">= ", STR_ARG(number));
}

struct str
panel_words_doubt(struct arena *a, enum lang lang, const struct estimate_doubt *d)
{
	struct str name = estimate_gate_name(d->gate);
	struct str key = arena_fmt(a, "%s%.*s", "estimate.gate.", STR_ARG(name));

	return message_text(a, lang, key, d->arg[0], d->arg[1]);
}

static const struct str *
doubts_of(const struct board_words *w, const struct estimate_doubts *d)
{
	struct str *texts = ARENA_ARRAY(w->a, struct str, d->count);

	for (size_t i = 0; i < d->count; i++)
		texts[i] = panel_words_doubt(w->a, w->lang, &d->at[i]);
	return texts;
}

/* The day of a moment, "27 November 2026"; as it stands when it is none. */
static struct str
day_of(const struct board_words *w, struct str moment)
{
	struct str text = str_sub(moment, 0, 10);
	struct buf *b = buf_on(w->a);
	int32_t day;
	struct err ignored;

	if (date_day(text, &day, &ignored) == 0)
		lang_day(b, day, w->lang);
	else
		buf_put(b, text);
	return buf_str(b);
}

static struct panel_line
method_line(const struct board_words *w, const struct panel_method *m)
{
	struct str key = arena_fmt(w->a, "%s%.*s", "estimate.method.", STR_ARG(m->method));
	struct str name = message_text(w->a, w->lang, key);
	struct panel_line line = {.name = name,
	    .given = m->given,
	    .bound = m->role == ESTIMATE_BOUND,
	    .low = m->low,
	    .high = m->high,
	    .point = m->point,
	    .doubts = doubts_of(w, &m->doubts),
	    .n_doubts = m->doubts.count};

	line.range = m->given ? range_of(w, m->low, m->high)
			      : say(w, "cli.estimate.refused", (struct str){0}, (struct str){0});
	return line;
}

/* What all methods that hold say together. */
static struct str
headline_of(const struct board_words *w, const struct panel_estimate *x)
{
	if (!x->has_range)
		return say(w, "panel.no_range", STR(""), STR(""));
	if (x->is_open)
		return say(w, "cli.estimate.at_least", board_words_number(w, x->low), STR(""));
	return say(w, "cli.estimate.headline", range_of(w, x->low, x->high), STR(""));
}

static void
methods_add(const struct board_words *w, const struct panel_estimate *x, struct panel_words *out)
{
	struct panel_line *lines = ARENA_ARRAY(w->a, struct panel_line, x->methods.count);
	struct panel_line *without = ARENA_ARRAY(w->a, struct panel_line, x->n_without);

	for (size_t i = 0; i < x->methods.count; i++)
		lines[i] = method_line(w, &x->methods.at[i]);
	for (size_t i = 0; i < x->n_without; i++) {
		const struct panel_without *one = &x->without[i];
		without[i] =
		    (struct panel_line){.name = say(w, "panel.without", one->list, STR("")),
			.given = one->given,
			.bound = one->is_open,
			.open = one->is_open,
			.low = one->low,
			.high = one->high,
			.doubts = doubts_of(w, &one->doubts),
			.n_doubts = one->doubts.count};
		without[i].range = !one->given
		    ? say(w, "cli.estimate.refused", (struct str){0}, (struct str){0})
		    : one->is_open ? at_least(w, one->low)
				   : range_of(w, one->low, one->high);
	}
	out->methods = lines;
	out->n_methods = x->methods.count;
	out->without = without;
	out->n_without = x->n_without;
	out->doubts = doubts_of(w, &x->doubts);
	out->n_doubts = x->doubts.count;
	out->range = headline_of(w, x);
}

static int
by_people(const void *x, const void *y)
{
	const struct panel_overlap *a = x, *b = y;

	if (a->people != b->people)
		return a->people > b->people ? -1 : 1;
	return a->set < b->set ? -1 : a->set > b->set;
}

static struct str
names_of(const struct board_words *w, const struct person_count *n, uint32_t set)
{
	struct buf *b = buf_on(w->a);

	for (size_t k = 0; k < n->n_lists; k++)
		if (set >> k & 1)
			buf_fmt(b, "%s%.*s", b->n > 0 ? ", " : "", STR_ARG(n->lists[k]));
	return buf_str(b);
}

static void
overlaps_add(const struct board_words *w, const struct person_count *n, struct panel_words *out)
{
	struct panel_overlap *rows = ARENA_ARRAY(w->a, struct panel_overlap, n->n_cells);

	for (size_t i = 0; i < n->n_cells; i++) {
		const struct person_cell *cell = &n->cells[i];
		rows[i] = (struct panel_overlap){.lists = names_of(w, n, cell->set),
		    .set = cell->set,
		    .people = cell->hidden ? 0 : (int64_t)cell->people};
		rows[i].number = cell->hidden
		    ? say(w, "panel.hidden", (struct str){0}, (struct str){0})
		    : board_words_number(w, (int64_t)cell->people);
	}
	if (n->n_cells > 0)
		qsort(rows, n->n_cells, sizeof(*rows), by_people);
	out->overlaps = rows;
	out->n_overlaps = n->n_cells;
}

/* "5.1", "5" or, from ten on, "51"; "5,1" where a comma is the point. */
static struct str
times_of(const struct board_words *w, double v)
{
	int64_t hundredths = llround(100 * v);
	if (v >= 10 || hundredths % 100 == 0)
		return board_words_number(w, llround(v));
	struct str text = hundredths % 10 == 0
	    ? arena_fmt(w->a, "%lld.%lld", (long long)(hundredths / 100),
		  (long long)(hundredths / 10 % 10))
	    : arena_fmt(w->a, "%lld.%02lld", (long long)(hundredths / 100),
		  (long long)(hundredths % 100));
	struct buf *b = buf_on(w->a);
	lang_decimal(b, text, w->lang);
	return buf_str(b);
}

/* A figure of more people, or of some, with whom it is of. */
static struct str
need_of_others(const struct board_words *w, const struct panel *p, const struct panel_need *need)
{
	const char *key = need->about == PANEL_SOME ? "panel.need.some"
	    : need->possible                        ? "panel.need.more"
						    : "panel.need.more_never";
	const struct str text[MESSAGE_ARGS + 2] = {str_of(key), board_words_origin(w, need->claim),
	    board_words_quote(w, need->claim), p->first, p->second,
	    times_of(w, need->about == PANEL_SOME ? need->low : need->high),
	    board_words_scope(w, need->scope)};

	return message_list(w->a, w->lang, text);
}

static struct str
need_text(const struct board_words *w, const struct panel *p, const struct panel_need *need)
{
	struct str who = board_words_origin(w, need->claim);
	struct str figure = board_words_quote(w, need->claim);
	struct str low = times_of(w, need->low), high = times_of(w, need->high);
	struct str times = str_eq(low, high) ? high : say(w, "panel.to", low, high);
	const char *key = need->high < 1 ? "panel.need.repel" : "panel.need.attract";

	if (need->about != PANEL_SAME)
		return need_of_others(w, p, need);
	if (!need->possible)
		key = "panel.need.never";
	else if (need->low <= 1 && need->high >= 1)
		key = "panel.need.fits";
	const struct str text[MESSAGE_ARGS + 2] = {
	    str_of(key), who, figure, p->first, p->second, times};
	return message_list(w->a, w->lang, text);
}

static void
rest_add(const struct board_words *w, const struct panel *p, struct panel_words *out)
{
	static const struct str keys[] = {STR_INIT("panel.assume.chance"),
	    STR_INIT("panel.assume.closed"), STR_INIT("panel.assume.linked"),
	    STR_INIT("panel.assume.depend")};
	struct str *assumptions = ARENA_ARRAY(w->a, struct str, LENGTH(keys));
	struct str *needs = ARENA_ARRAY(w->a, struct str, p->n_needs);

	for (size_t i = 0; i < LENGTH(keys); i++)
		assumptions[i] = message_text(w->a, w->lang, keys[i]);
	for (size_t i = 0; i < p->n_needs; i++)
		needs[i] = need_text(w, p, &p->needs[i]);
	out->assumptions = assumptions;
	out->n_assumptions = LENGTH(keys);
	out->needs = needs;
	out->n_needs = p->n_needs;
	if (p->people.about.truth > 0)
		out->truth =
		    say(w, "panel.truth", board_words_number(w, p->people.about.truth), STR(""));
}

struct str
panel_words_who(const struct board_words *w, const struct person_count *n)
{
	const struct str text[MESSAGE_ARGS + 2] = {STR("cli.count.documented"),
	    STR_INT((int64_t)n->n_lists), board_words_number(w, n->persons),
	    board_words_number(w, n->least), board_words_number(w, n->most)};

	return message_list(w->a, w->lang, text);
}

struct str
panel_words_state(const struct board_words *w, const struct panel *p)
{
	const struct panel_estimate *x = &p->estimate;

	if (!p->documented)
		return say(w, "panel.none.lists", (struct str){0}, (struct str){0});
	if (!p->estimated)
		return say(w, "panel.none.yet", (struct str){0}, (struct str){0});
	struct str day = day_of(w, x->at);
	if (p->stale)
		return say(w, "panel.state.stale", day, STR(""));
	if (!x->has_range)
		return say(w, "panel.state.no_range", day, STR(""));
	struct str low = board_words_number(w, x->low), high = board_words_number(w, x->high);
	if (x->is_open)
		return say(w, "panel.state.at_least", day, low);
	return say(w, "panel.state.range", day, say(w, "panel.to", low, high));
}

struct panel_words
panel_words_of(const struct board_words *w, const struct panel *p)
{
	struct panel_words out = {
	    .who = STR(""), .none = STR(""), .truth = STR(""), .kept = STR(""), .range = STR("")};

	if (!p->documented) {
		out.none = say(w, "panel.none.lists", (struct str){0}, (struct str){0});
		return out;
	}
	out.who = panel_words_who(w, &p->people.people);
	overlaps_add(w, &p->people.people, &out);
	rest_add(w, p, &out);
	if (!p->estimated) {
		out.none = say(w, "panel.none.yet", (struct str){0}, (struct str){0});
		return out;
	}
	methods_add(w, &p->estimate, &out);
	out.kept = say(w, p->stale ? "panel.stale_since" : "panel.kept", day_of(w, p->estimate.at),
	    STR_INT(p->estimate.samples));
	return out;
}
