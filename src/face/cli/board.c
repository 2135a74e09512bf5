#include "face/cli/board.h"

#include "base/date.h"
#include "face/cli/board_words.h"
#include "face/cli/column.h"
#include "face/cli/figure.h"

#define WIDTH_LEAST 72
#define WIDTH_MOST 80
#define LABEL_COLUMNS 37 /* speaker and words, left of the axis */
#define WORDS_COLUMNS 21 /* what the words get at least, when the speaker's name is long */
#define LINES 24         /* about what the short form may take */
#define CLASH_LINES 5    /* what the sentence of a clash takes, about */

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

static bool
in_clash(const struct count_board *board, int32_t claim)
{
	return clash_touches(&board->clashes, &claim, 1);
}

/* Claims that another one replaces, repeats or adds up are left to --all. */
static bool
speaks(const struct drawing *d, int32_t claim)
{
	enum standing_status status = standing_of(d->board->standing, claim)->status;

	return d->view->all ||
	    (status != STANDING_SUPERSEDED && status != STANDING_DERIVED &&
		status != STANDING_VARIANT);
}

/* How many handed the figure on: its own carriers and those of the wordings that yield to it. */
static int
carriers_of(const struct drawing *d, int32_t claim)
{
	int n = d->board->world.claims[claim].carriers;

	for (size_t i = 0; i < d->board->world.claim_count; i++) {
		const struct standing_claim *s = standing_of(d->board->standing, (int32_t)i);
		if (s->status == STANDING_VARIANT && s->for_claim == claim)
			n += d->board->world.claims[i].carriers;
	}
	return n;
}

static struct str
note_of(const struct drawing *d, int32_t claim)
{
	const struct standing_claim *s = standing_of(d->board->standing, claim);
	int carriers = carriers_of(d, claim);

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

/* Speaker, words, note: the words keep WORDS_COLUMNS, the note comes only where it fits. */
static struct str
label_of(struct drawing *d, int32_t claim)
{
	struct buf *b = buf_on(d->a);
	struct str quote = board_words_quote(&d->words, claim);
	struct str note = note_of(d, claim);
	size_t wide = lang_width(quote), room = LABEL_COLUMNS - 2;
	size_t speaker = room - (wide < WORDS_COLUMNS ? wide : WORDS_COLUMNS) - 1;

	size_t used = column_fit(b, board_words_origin(&d->words, claim), speaker, d->view->utf8);
	buf_putc(b, ' ');
	used += 1 + column_fit(b, quote, room - used - 1, d->view->utf8);
	if (note.n > 0 && (used + 1 + lang_width(note) <= room))
		buf_fmt(b, " %.*s", STR_ARG(note));
	return buf_str(b);
}

/* One row: a letter, a label, a mark, and "!" where it clashes. */
static void
row_put(struct drawing *d, char letter, struct str label, enum ink ink,
    const struct strip_mark *mark, bool clashes)
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

static void
claim_put(struct drawing *d, int32_t claim)
{
	enum world_class class = d->board->world.claims[claim].class;
	struct strip_mark mark = figure_mark(&d->board->claims.at[claim].reading);

	row_put(d, letter_of(class), label_of(d, claim), ink_of(class), &mark,
	    in_clash(d->board, claim));
}

/* Does a shown claim of this scope give the origin's range already? */
static bool
said_itself(const struct drawing *d, const struct count_scope *scope, const struct own *own)
{
	for (size_t i = 0; i < scope->n_claims; i++) {
		int32_t claim = scope->claims[i];
		if (d->board->world.claims[claim].origin == own->origin && speaks(d, claim))
			return true;
	}
	return false;
}

static void
own_put(struct drawing *d, const struct own *own)
{
	int32_t first = own->claims[0];
	enum world_class class = d->board->world.claims[first].class;
	struct strip_mark mark = {STRIP_NEARLY, own->range.low, own->range.high, 0};
	struct buf *label = buf_on(d->a);

	if (own->range.low == own->range.high)
		mark.kind = STRIP_EXACT;
	struct str basis = board_words_ids(&d->words, own->claims, own->claim_count);
	size_t room = LABEL_COLUMNS - 2, wide = lang_width(basis) + 3;
	column_fit(label, board_words_origin(&d->words, first), wide < room ? room - wide : 0,
	    d->view->utf8);
	buf_fmt(label, " (%.*s)", STR_ARG(basis));
	row_put(d, letter_of(class), buf_str(label), ink_of(class), &mark, false);
}

/* The short form has what everybody's figures give; the long one has each belief and its basis. */
static bool
floor_shown(const struct drawing *d, const struct count_scope *scope, const struct count_floor *f)
{
	return d->view->all || scope->asked || str_eq(f->believe, STR("all"));
}

static void
floor_put(struct drawing *d, const struct count_scope *scope, const struct count_floor *f)
{
	bool detail = d->view->all || scope->asked;
	struct strip_mark mark = {STRIP_LOGIC, f->floor.low, INTERVAL_OPEN, 0};
	struct buf *b = buf_on(d->a);
	struct str whom = board_words_believe(&d->words, f->believe);

	if (detail)
		buf_put(b, message_text(d->a, d->view->lang, STR("board.logic.by"), whom));
	else
		buf_put(b, message_text(d->a, d->view->lang, STR("board.logic")));
	if (f->floor.assumes != 0) {
		for (size_t i = 0; i < d->board->vocab->n_assumptions; i++) {
			if ((f->floor.assumes >> i & 1) != 0)
				buf_fmt(b, " +%.*s", STR_ARG(d->board->vocab->assumptions[i].id));
		}
	}
	if (f->disputed)
		buf_fmt(
		    b, ", %.*s", STR_ARG(message_text(d->a, d->view->lang, STR("board.disputed"))));
	if (detail)
		buf_fmt(b, ": %.*s",
		    STR_ARG(board_words_ids(&d->words, f->floor.basis, f->floor.basis_count)));
	row_put(d, '=', buf_str(b), INK_LOGIC, &mark, false);
}

static void
group_put(struct drawing *d, const struct count_scope *scope)
{
	struct buf *heading = buf_on(d->a);

	column_fit(heading, board_words_scope(&d->words, scope), d->width, d->view->utf8);
	ink_put(d, INK_HEADING, buf_str(heading));
	buf_putc(d->out, '\n');
	for (size_t i = 0; i < scope->n_claims; i++) {
		if (speaks(d, scope->claims[i]))
			claim_put(d, scope->claims[i]);
	}
	for (size_t i = 0; i < scope->n_own; i++) {
		if (!said_itself(d, scope, &scope->own[i]))
			own_put(d, &scope->own[i]);
	}
	for (size_t i = 0; i < scope->n_floors; i++) {
		if (floor_shown(d, scope, &scope->floors[i]))
			floor_put(d, scope, &scope->floors[i]);
	}
	if (scope->n_floors == 0) {
		struct str none = message_text(d->a, d->view->lang, STR("board.nobody"));
		buf_fmt(d->out, "= %.*s\n", STR_ARG(none));
	}
}

static size_t
group_lines(const struct drawing *d, const struct count_scope *scope)
{
	size_t lines = 1 + (scope->n_floors == 0);

	for (size_t i = 0; i < scope->n_claims; i++)
		lines += speaks(d, scope->claims[i]);
	for (size_t i = 0; i < scope->n_own; i++)
		lines += !said_itself(d, scope, &scope->own[i]);
	for (size_t i = 0; i < scope->n_floors; i++)
		lines += floor_shown(d, scope, &scope->floors[i]);
	return lines;
}

/* Different origins that speak in the scope, one that is not known being one more. */
static size_t
voices(const struct drawing *d, const struct count_scope *scope)
{
	size_t n = 0;

	for (size_t i = 0; i < scope->n_claims; i++) {
		int32_t origin = d->board->world.claims[scope->claims[i]].origin;
		bool fresh = speaks(d, scope->claims[i]);
		for (size_t j = 0; fresh && j < i; j++)
			fresh = !speaks(d, scope->claims[j]) || origin == WORLD_NONE ||
			    d->board->world.claims[scope->claims[j]].origin != origin;
		n += fresh;
	}
	return n;
}

/* How much of the story a group carries; the widest scope is the last. */
static int
weight(const struct drawing *d, size_t at)
{
	const struct count_scope *scope = &d->board->scopes[at];

	if (scope->asked)
		return 5;
	if (at + 1 == d->board->n_scopes && scope->n_claims > 0)
		return 4;
	if (scope->n_claims == 0)
		return 0;
	return (count_scope_clashes(d->board, scope) ? 2 : 0) + (voices(d, scope) > 1 ? 1 : 0);
}

/* Marks the groups of the short form: heaviest first, as many as there are lines for. */
static size_t
choose(const struct drawing *d, bool *chosen)
{
	size_t lines = 2 + d->board->clashes.real_count * CLASH_LINES, count = 0;

	for (int want = 5; want > 0; want--) {
		for (size_t i = d->board->n_scopes; i-- > 0;) {
			size_t more = group_lines(d, &d->board->scopes[i]);
			if (weight(d, i) != want || (lines + more > LINES && count > 0 && want < 4))
				continue;
			lines += more;
			chosen[i] = true;
			count++;
		}
	}
	return count;
}

struct ends {
	int64_t least, most;
};

static void
ends_take(struct ends *ends, int64_t n)
{
	if (n == INTERVAL_OPEN || n <= 0)
		return;
	if (n < ends->least)
		ends->least = n;
	if (n > ends->most)
		ends->most = n;
}

static void
ends_of_scope(const struct drawing *d, const struct count_scope *scope, struct ends *ends)
{
	for (size_t i = 0; i < scope->n_claims; i++) {
		struct strip_mark mark =
		    figure_mark(&d->board->claims.at[scope->claims[i]].reading);
		if (!speaks(d, scope->claims[i]))
			continue;
		if (mark.kind == STRIP_MODAL) {
			ends_take(ends, mark.number);
		} else {
			ends_take(ends, mark.kind == STRIP_UP_TO ? mark.high : mark.low);
			ends_take(ends, mark.high);
		}
	}
	for (size_t i = 0; i < scope->n_floors; i++)
		ends_take(ends, scope->floors[i].floor.low);
	for (size_t i = 0; i < scope->n_own; i++) {
		ends_take(ends, scope->own[i].range.low);
		ends_take(ends, scope->own[i].range.high);
	}
}

static void
axis_put(struct drawing *d, const bool *chosen)
{
	struct ends ends = {INTERVAL_OPEN, 0};
	struct buf *key = buf_on(d->a);

	for (size_t i = 0; i < d->board->n_scopes; i++) {
		if (chosen[i])
			ends_of_scope(d, &d->board->scopes[i], &ends);
	}
	if (ends.most == 0)
		ends = (struct ends){1, 10};
	d->axis = strip_axis_around(ends.least, ends.most, d->width - LABEL_COLUMNS - 3);
	column_fit(
	    key, message_text(d->a, d->view->lang, STR("board.key")), LABEL_COLUMNS, d->view->utf8);
	column_pad(d->out, buf_str(key), LABEL_COLUMNS + 1);
	strip_ticks_put(d->out, &d->axis, d->view->lang);
	buf_putc(d->out, '\n');
}

/* The years of all dates of the board are one: then the headline says it once. */
static bool
one_year(const struct count_board *board)
{
	int year = -1;

	for (size_t i = 0; i < board->n_scopes; i++) {
		const struct scope *s = &board->scopes[i].scope;
		for (size_t j = 0; j < s->span_count * 2; j++) {
			const struct date_span *span = &s->spans[j / 2];
			int32_t day = j % 2 == 0 ? span->first : span->last;
			if (day == DATE_OPEN_START || day == DATE_OPEN_END)
				continue;
			int this_year = date_to_civil(day).year;
			if (year >= 0 && this_year != year)
				return false;
			year = this_year;
		}
	}
	return year >= 0;
}

/* Where and when, with the year: "Kazakhstan, 9-13 June 2019". */
static void
dateline_put(struct drawing *d)
{
	const struct scope *widest = &d->board->scopes[d->board->n_scopes - 1].scope;
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
sentences_put(struct drawing *d)
{
	for (size_t i = 0; i < d->board->clashes.real_count; i++) {
		ink_put(d, INK_CLASH, STR("! "));
		column_wrap(
		    d->out, board_words_clash(&d->words, &d->board->clashes.real[i]), 2, d->width);
	}
	for (size_t i = 0; d->view->all && i < d->board->n_flags; i++) {
		buf_put(d->out, STR("- "));
		column_wrap(d->out, board_words_flag(&d->words, &d->board->flags[i]), 2, d->width);
	}
}

/* What --all would add. */
static void
rest_put(struct drawing *d, size_t shown)
{
	size_t more = d->board->n_scopes - shown;

	if (d->view->all || (more == 0 && d->board->n_flags == 0))
		return;
	struct str text = message_text(d->a, d->view->lang, STR("board.more"),
	    STR_INT((int64_t)more), STR_INT((int64_t)d->board->n_flags));
	column_wrap(d->out, text, 0, d->width);
}

void
board_put(struct arena *a, struct buf *out, const struct count_board *board,
    const struct board_view *view)
{
	struct drawing d = {.a = a, .out = out, .board = board, .view = view, .width = WIDTH_MOST};
	bool *chosen = ARENA_ARRAY(a, bool, board->n_scopes + 1);

	if (view->width > 0 && view->width < WIDTH_MOST)
		d.width = view->width < WIDTH_LEAST ? WIDTH_LEAST : (size_t)view->width;
	if (board->n_scopes == 0) {
		buf_fmt(out, "%.*s\n", STR_ARG(message_text(a, view->lang, STR("board.nobody"))));
		return;
	}
	d.words = (struct board_words){a, view->lang, board, view->utf8, !one_year(board)};
	size_t shown = view->all ? board->n_scopes : choose(&d, chosen);
	for (size_t i = 0; view->all && i < board->n_scopes; i++)
		chosen[i] = true;
	dateline_put(&d);
	axis_put(&d, chosen);
	for (size_t i = 0; i < board->n_scopes; i++) {
		if (chosen[i])
			group_put(&d, &board->scopes[i]);
	}
	sentences_put(&d);
	rest_put(&d, shown);
}
