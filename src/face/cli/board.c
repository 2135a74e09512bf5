#include "face/cli/board.h"

#include "base/date.h"
#include "face/cli/column.h"
#include "face/cli/strip.h"
#include "face/say/board_words.h"
#include "face/say/figure.h"
#include "face/say/story.h"

#define WIDTH_LEAST 72
#define WIDTH_MOST 80
#define LABEL_COLUMNS 37 /* speaker and words, left of the axis */
#define WORDS_COLUMNS 24 /* what the words get at least, when the speaker's name is long */

enum ink {
	INK_PLAIN,
	INK_STATE,
	INK_DEFENDERS,
	INK_MEDIA,
	INK_UNNAMED,
	INK_LOGIC,
	INK_CLASH,
	INK_HEADING,
	INK_COUNT
};

static const char *const inks[INK_COUNT] = {
    [INK_PLAIN] = "",
    [INK_STATE] = "\033[34m",
    [INK_DEFENDERS] = "\033[31m",
    [INK_MEDIA] = "\033[33m",
    [INK_UNNAMED] = "\033[90m",
    [INK_LOGIC] = "\033[32m",
    [INK_CLASH] = "\033[35m",
    [INK_HEADING] = "\033[1m",
};

struct drawing {
	struct arena *a;
	struct buf *out;
	const struct count_board *board;
	const struct board_view *view;
	struct board_words words;
	struct strip_axis axis;
	size_t width;
	uint64_t assumed; /* by rows drawn so far */
};

static void
ink_put(struct drawing *d, enum ink ink, struct str text)
{
	bool coloured = d->view->colour && ink != INK_PLAIN;

	if (coloured)
		buf_put(d->out, str_of(inks[ink]));
	buf_put(d->out, text);
	if (coloured)
		buf_put(d->out, STR("\033[0m"));
}

static enum ink ink_of(enum world_class class)
{
	switch (class) {
	case WORLD_STATE:
		return INK_STATE;
	case WORLD_DEFENDERS:
		return INK_DEFENDERS;
	case WORLD_MEDIA:
		return INK_MEDIA;
	case WORLD_UNNAMED:
		return INK_UNNAMED;
	case WORLD_OTHER:
		return INK_PLAIN;
	}
	return INK_PLAIN;
}

static char letter_of(enum world_class class)
{
	return "SDMU "[class];
}

static struct str
note_of(const struct drawing *d, int32_t claim)
{
	const struct standing_claim *s = standing_of(d->board->standing, claim);
	int carriers = story_carriers(d->board, claim);

	if (s->status == STANDING_SUPERSEDED && s->for_claim != WORLD_NONE)
		return message_text(d->a, d->view->lang, STR("board.note.replaced"),
		    board_words_id(&d->words, s->for_claim));
	if (s->status == STANDING_DERIVED)
		return message_text(d->a, d->view->lang, STR("board.note.derived"));
	if (s->status == STANDING_VARIANT && s->for_claim != WORLD_NONE)
		return message_text(d->a, d->view->lang, STR("board.note.variant"),
		    board_words_id(&d->words, s->for_claim));
	if (carriers > 1)
		return message_text(
		    d->a, d->view->lang, STR("board.note.carried"), STR_INT(carriers));
	return STR("");
}

/* Figures that gave way are named by what they gave way to, the others by who speaks. */
static struct str
gave_way(struct drawing *d, int32_t claim, struct str note)
{
	return arena_fmt(d->a, "%.*s %.*s %.*s", STR_ARG(board_words_id(&d->words, claim)),
	    STR_ARG(board_words_quote(&d->words, claim)), STR_ARG(note));
}

/* Speaker, words, note: the words keep WORDS_COLUMNS, the note comes only where it fits. */
static struct str
claim_label(struct drawing *d, int32_t claim)
{
	struct buf *b = buf_on(d->a);
	struct str quote = board_words_quote(&d->words, claim);
	enum standing_status status = standing_of(d->board->standing, claim)->status;
	struct str note = note_of(d, claim);
	size_t wide = lang_width(quote), room = LABEL_COLUMNS - 2;
	size_t speaker = room - (wide < WORDS_COLUMNS ? wide : WORDS_COLUMNS) - 1;

	if (status == STANDING_SUPERSEDED || status == STANDING_DERIVED ||
	    status == STANDING_VARIANT)
		return gave_way(d, claim, note);
	size_t used = column_fit(b, board_words_origin(&d->words, claim), speaker, d->view->utf8);
	buf_putc(b, ' ');
	used += 1 + column_fit(b, quote, room - used - 1, d->view->utf8);
	if (note.n > 0 && used + 1 + lang_width(note) <= room)
		buf_fmt(b, " %.*s", STR_ARG(note));
	return buf_str(b);
}

/* "Ministry of Internal Affairs (c07, c08)": the ids stay whole, the names are cut. */
static struct str
basis_label(struct drawing *d, const struct story_row *row)
{
	struct buf *b = buf_on(d->a), *names = buf_on(d->a);
	struct str ids = board_words_ids(&d->words, row->claims, row->n_claims);
	size_t room = LABEL_COLUMNS - 2, wide = lang_width(ids) + 3;

	for (size_t i = 0; i < row->n_claims; i++) {
		struct str name = board_words_origin(&d->words, row->claims[i]);
		if (str_search(buf_str(names), name) < names->n || (name.n == 0))
			continue;
		buf_fmt(names, "%s%.*s", names->n > 0 ? ", " : "", STR_ARG(name));
	}
	column_fit(b, buf_str(names), wide < room ? room - wide : 0, d->view->utf8);
	buf_fmt(b, " (%.*s)", STR_ARG(ids));
	return buf_str(b);
}

/* What is believed, assumed, disputed; and in the long form on which figures it rests. */
static struct str
logic_label(struct drawing *d, const struct story_group *g, const struct story_row *row)
{
	const struct vocab *v = d->board->vocab;
	const struct count_floor *f = row->floor;
	bool detail = d->view->all || g->scope->asked;
	struct str whom = board_words_believe(&d->words, f->believe);
	struct buf *b = buf_on(d->a);

	if (detail || !str_eq(f->believe, STR("all")))
		buf_put(b, message_text(d->a, d->view->lang, STR("board.logic.by"), whom));
	else
		buf_put(b, message_text(d->a, d->view->lang, STR("board.logic")));
	for (size_t i = 0; i < v->n_assumptions; i++) {
		if ((f->floor.assumes >> i & 1) != 0)
			buf_fmt(b, " + %.*s", STR_ARG(v->assumptions[i].id));
	}
	d->assumed |= f->floor.assumes;
	if (f->disputed)
		buf_fmt(
		    b, ", %.*s", STR_ARG(message_text(d->a, d->view->lang, STR("board.disputed"))));
	if (detail)
		buf_fmt(
		    b, ": %.*s", STR_ARG(board_words_ids(&d->words, row->claims, row->n_claims)));
	return buf_str(b);
}

/* One row: a letter, a label, a mark, and "!" where it clashes. */
static void
row_draw(struct drawing *d, char letter, struct str label, enum ink ink,
    const struct figure_mark *mark, bool clashes)
{
	struct buf *strip = buf_on(d->a), *left = buf_on(d->a);

	buf_fmt(left, "%c ", letter);
	column_fit(left, label, LABEL_COLUMNS - 2, d->view->utf8);
	strip_mark_put(strip, &d->axis, mark, d->view->lang, d->view->utf8);
	struct str marks = buf_str(strip);
	while (!clashes && marks.n > 0 && marks.p[marks.n - 1] == ' ')
		marks.n--;
	size_t used = lang_width(buf_str(left));
	ink_put(d, ink, buf_str(left));
	for (; used <= LABEL_COLUMNS; used++)
		buf_putc(d->out, ' ');
	ink_put(d, ink, marks);
	if (clashes)
		ink_put(d, INK_CLASH, STR(" !"));
	buf_putc(d->out, '\n');
}

/* "the others together: c02, c10, c12" */
static struct str
together_label(struct drawing *d, const struct story_row *row)
{
	struct str whom = board_words_believe(&d->words, row->floor->believe);

	return message_text(d->a, d->view->lang, STR("board.together"), whom,
	    board_words_ids(&d->words, row->claims, row->n_claims));
}

/* A bound without all that it rests on could not be checked: a long label goes on below. */
static void
logic_put(struct drawing *d, struct str label, const struct figure_mark *mark)
{
	struct buf *lines = buf_on(d->a);

	column_wrap(lines, label, 0, LABEL_COLUMNS - 2);
	struct str rest = buf_str(lines);
	row_draw(d, '=', str_cut(&rest, '\n'), INK_LOGIC, mark, false);
	while (rest.n > 0) {
		buf_put(d->out, STR("  "));
		ink_put(d, INK_LOGIC, str_cut(&rest, '\n'));
		buf_putc(d->out, '\n');
	}
}

static void
row_put(struct drawing *d, const struct story_group *g, const struct story_row *row)
{
	struct figure_mark mark = story_mark(d->board, row);

	if (row->kind == STORY_LOGIC) {
		logic_put(d, logic_label(d, g, row), &mark);
		return;
	}
	if (row->kind == STORY_FLOOR && !story_one_voice(d->board, row)) {
		row_draw(d, '=', together_label(d, row), INK_LOGIC, &mark, false);
		return;
	}
	enum world_class class = d->board->world.claims[row->claims[0]].class;
	struct str label =
	    row->n_claims == 1 ? claim_label(d, row->claims[0]) : basis_label(d, row);
	row_draw(
	    d, letter_of(class), label, ink_of(class), &mark, story_row_clashes(d->board, row));
}

static void
group_put(struct drawing *d, const struct story_group *g)
{
	struct buf *heading = buf_on(d->a);
	bool figures = g->scope->n_claims > 0 || g->n_rows > 0;

	column_fit(heading, board_words_scope(&d->words, g->scope), d->width, d->view->utf8);
	ink_put(d, INK_HEADING, buf_str(heading));
	buf_putc(d->out, '\n');
	for (size_t i = 0; i < g->n_rows; i++)
		row_put(d, g, &g->rows[i]);
	if (g->scope->n_floors > 0)
		return;
	struct str none = figures ? message_text(d->a, d->view->lang, STR("board.no_bound"))
				  : message_text(d->a, d->view->lang, STR("board.nobody"));
	if (d->view->all || g->n_rows == 0)
		buf_fmt(d->out, "= %.*s\n", STR_ARG(none));
}

static void
axis_put(struct drawing *d, const struct story *story)
{
	struct story_ends ends = story_ends_of(d->board, story);
	struct buf *key = buf_on(d->a);

	d->axis = strip_axis_around(ends.least, ends.most, d->width - LABEL_COLUMNS - 3);
	column_fit(
	    key, message_text(d->a, d->view->lang, STR("board.key")), LABEL_COLUMNS, d->view->utf8);
	column_pad(d->out, buf_str(key), LABEL_COLUMNS + 1);
	strip_ticks_put(d->out, &d->axis, d->view->lang);
	buf_putc(d->out, '\n');
}

/* Where and when, with the year: "Kazakhstan, 9-13 June 2019". */
static void
dateline_put(struct drawing *d, const struct scope *widest)
{
	struct board_words dated = d->words;
	struct buf *line = buf_on(d->a);

	dated.years = true;
	struct str place = board_words_place(&dated, widest);
	struct str days = board_words_days(&dated, widest);
	buf_fmt(line, "%.*s, %.*s", STR_ARG(place), STR_ARG(days));
	column_fit(d->out, buf_str(line), d->width, d->view->utf8);
	buf_putc(d->out, '\n');
}

static void
sentence_put(struct drawing *d, enum ink ink, struct str sign, struct str text)
{
	ink_put(d, ink, sign);
	buf_putc(d->out, ' ');
	column_wrap(d->out, text, 2, d->width);
}

/* What the assumptions of the rows say. */
static void
assumptions_put(struct drawing *d)
{
	const struct vocab *v = d->board->vocab;

	for (size_t i = 0; i < v->n_assumptions; i++) {
		struct str label = vocab_text(&v->assumptions[i].label, lang_code(d->view->lang));
		if ((d->assumed >> i & 1) != 0)
			buf_fmt(
			    d->out, "%.*s: %.*s\n", STR_ARG(v->assumptions[i].id), STR_ARG(label));
	}
}

static void
sentences_put(struct drawing *d, const struct story *story)
{
	const struct clash *before = NULL;

	for (size_t i = 0; i < d->board->clashes.real_count; i++) {
		const struct clash *clash = &d->board->clashes.real[i];
		if (!story_concerns(d->board, story, clash))
			continue;
		sentence_put(d, INK_CLASH, STR("!"), board_words_clash(&d->words, clash, before));
		before = clash;
	}
	if (d->board->clashes.capped)
		sentence_put(
		    d, INK_CLASH, STR("!"), message_text(d->a, d->view->lang, STR("board.capped")));
	for (size_t i = 0; d->view->all && i < d->board->n_flags; i++)
		sentence_put(
		    d, INK_PLAIN, STR("-"), board_words_flag(&d->words, &d->board->flags[i]));
}

/* What --all would add. */
static void
rest_put(struct drawing *d, size_t shown)
{
	int64_t scopes = (int64_t)(d->board->n_scopes - shown), flags = (int64_t)d->board->n_flags;
	struct str text = STR("");

	if (scopes > 0)
		text = message_text(
		    d->a, d->view->lang, STR("board.more"), STR_INT(scopes), STR_INT(flags));
	else if (flags > 0)
		text = message_text(d->a, d->view->lang, STR("board.more_flags"), STR_INT(flags));
	if (!d->view->all && text.n > 0)
		column_wrap(d->out, text, 0, d->width);
}

void
board_put(struct arena *a, struct buf *out, const struct count_board *board,
    const struct board_view *view)
{
	struct drawing d = {.a = a, .out = out, .board = board, .view = view, .width = WIDTH_MOST};

	if (view->width > 0 && view->width < WIDTH_MOST)
		d.width = view->width < WIDTH_LEAST ? WIDTH_LEAST : (size_t)view->width;
	if (board->n_scopes == 0) {
		buf_fmt(out, "%.*s\n", STR_ARG(message_text(a, view->lang, STR("board.nobody"))));
		return;
	}
	d.words = (struct board_words){a, view->lang, board, view->utf8, !story_one_year(board)};
	struct story story = story_of(a, board, view->all);
	dateline_put(&d, &story.widest->scope);
	axis_put(&d, &story);
	for (size_t i = 0; i < story.n_groups; i++)
		group_put(&d, &story.groups[i]);
	assumptions_put(&d);
	sentences_put(&d, &story);
	rest_put(&d, story.n_groups);
}
