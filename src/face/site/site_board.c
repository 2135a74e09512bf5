#include "face/site/site_board.h"

#include "base/csv.h"
#include "face/say/board_words.h"
#include "face/say/message.h"
#include "face/say/story.h"
#include "site_tpl.h"

#define TICKS_NARROW MARK_NARROW
#define TICKS_WIDE 560 /* pixels of a strip beside its label, on a page 960 wide */

struct making {
	struct arena *a;
	const struct count_board *board;
	struct board_words words;
	struct story story;
	struct axis axis;
};

/* What a mark is called and how it is drawn, by its kind. */
static const struct {
	enum mark_shape shape;
	const char *key;
} kinds[] = {
    [FIGURE_EXACT] = {MARK_DOT, "site.mark.exact"},
    [FIGURE_ABOUT] = {MARK_BAR, "site.mark.about"},
    [FIGURE_NEARLY] = {MARK_BAR, "site.mark.between"},
    [FIGURE_AT_LEAST] = {MARK_FROM, "site.mark.at_least"},
    [FIGURE_UP_TO] = {MARK_TO, "site.mark.up_to"},
    [FIGURE_WORD] = {MARK_HATCH, "site.mark.word"},
    [FIGURE_MODAL] = {MARK_DASH, "site.mark.modal"},
    [FIGURE_LOGIC] = {MARK_BRACKET, "site.mark.logic"},
};

static struct str class_of(enum world_class class)
{
	static const struct str names[] = {
	    [WORLD_STATE] = STR_INIT("state"),
	    [WORLD_DEFENDERS] = STR_INIT("defenders"),
	    [WORLD_MEDIA] = STR_INIT("media"),
	    [WORLD_UNNAMED] = STR_INIT("unnamed"),
	    [WORLD_OTHER] = STR_INIT("other"),
	};

	return names[class];
}

static struct str
say(const struct making *m, const char *key, struct str one)
{
	const struct str text[MESSAGE_ARGS + 2] = {str_of(key), one};

	return message_list(m->a, m->words.lang, text);
}

static bool
in_id(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	    c == '.' || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

/* The word at the beginning of text, a full stop at its end not taken with it. */
static struct str
word_of(struct str text)
{
	size_t n = 0;

	while (n < text.n && in_id(text.p[n]))
		n++;
	while (n > 0 && text.p[n - 1] == '.')
		n--;
	return str_sub(text, 0, n);
}

static bool
is_claim(const struct making *m, struct str word)
{
	for (size_t i = 0; word.n > 0 && i < m->board->claims.count; i++) {
		if (str_eq(count_claim_id(&m->board->claims.at[i]), word))
			return true;
	}
	return false;
}

/* The sentence cut where the id of a figure stands. */
static struct site_prose
prose_of(const struct making *m, struct str text)
{
	struct site_words *runs = NULL;
	size_t count = 0, capacity = 0, begun = 0;

	for (size_t at = 0; at < text.n;) {
		struct str word = word_of(str_sub(text, at, text.n));
		if (!is_claim(m, word)) {
			at += word.n > 0 ? word.n : 1;
			continue;
		}
		runs = arena_grow(m->a, runs, count, &capacity, sizeof(*runs));
		runs[count++] = (struct site_words){str_sub(text, begun, at), STR("")};
		runs = arena_grow(m->a, runs, count, &capacity, sizeof(*runs));
		runs[count++] = (struct site_words){word, word};
		at += word.n;
		begun = at;
	}
	runs = arena_grow(m->a, runs, count, &capacity, sizeof(*runs));
	runs[count++] = (struct site_words){str_sub(text, begun, text.n), STR("")};
	return (struct site_prose){runs, count};
}

static struct mark_figure
figure_of(const struct making *m, const struct figure_mark *mark, struct str number)
{
	struct mark_figure figure = {
	    .shape = kinds[mark->kind].shape,
	    .low = mark->low,
	    .high = mark->high,
	    .number = mark->kind == FIGURE_NEARLY ? 0 : mark->number,
	    .label = (int)lang_width(number),
	};

	if (figure.shape == MARK_DOT && figure.low < m->axis.first)
		figure.shape = MARK_OUTSIDE;
	return figure;
}

/* The sum that adds up to this very figure, or NULL. */
static const struct remark *
sum_of(const struct making *m, int32_t claim)
{
	const struct world_claim *claims = m->board->world.claims;

	for (size_t i = 0; i < m->board->n_flags; i++) {
		const struct remark *flag = &m->board->flags[i];
		if (flag->kind != REMARK_SUM_HOLDS)
			continue;
		for (size_t j = 0; j < flag->term_count; j++) {
			int32_t part = flag->terms[j].claim;
			if (part != WORLD_NONE && claims[part].part_of == claim)
				return flag;
		}
	}
	return NULL;
}

/* What a part of a sum is: its measure, or its place where the measure is that of the whole. */
static struct str
part_name(const struct making *m, int32_t part)
{
	const struct world_claim *claims = m->board->world.claims;
	size_t measure = m->board->claims.at[part].measure;

	if (claims[part].scope.measure == claims[claims[part].part_of].scope.measure)
		return board_words_place(&m->words, &claims[part].scope);
	return vocab_text(&m->board->vocab->measures[measure].label, lang_code(m->words.lang));
}

/* The terms of a sum, small before large, as lanes of numbers need them. */
static size_t
parts_of(const struct making *m, const struct remark *sum, struct site_part *parts)
{
	size_t n = 0;

	for (size_t i = 0; i < sum->term_count; i++) {
		const struct remark_term *t = &sum->terms[i];
		size_t at = n;
		if (t->sign != '+')
			continue;
		for (; at > 0 && parts[at - 1].number > t->number; at--)
			parts[at] = parts[at - 1];
		parts[at] = (struct site_part){.number = t->number, .what = part_name(m, t->claim)};
		n++;
	}
	return n;
}

/* The interval as plain digits; an open end stays empty, and so do both of what binds nothing. */
static void
ends_add(const struct making *m, const struct figure_mark *mark, struct site_row *row)
{
	bool closed = mark->kind != FIGURE_AT_LEAST && mark->kind != FIGURE_LOGIC;

	row->low = row->high = STR("");
	if (mark->kind == FIGURE_MODAL)
		return;
	if (mark->kind != FIGURE_UP_TO)
		row->low = arena_str(m->a, STR_INT(mark->low));
	if (closed)
		row->high = arena_str(m->a, STR_INT(mark->high));
}

/* The mark of a row, with the parts of its sum where it is one. */
static void
mark_add(
    const struct making *m, const struct figure_mark *mark, int32_t claim, struct site_row *row)
{
	struct buf *number = buf_on(m->a);

	figure_mark_put(number, mark, m->words.lang, true);
	row->number = buf_str(number);
	row->kind = say(m, kinds[mark->kind].key, STR(""));
	ends_add(m, mark, row);
	struct mark_figure figure = figure_of(m, mark, row->number);
	const struct remark *sum = claim == WORLD_NONE ? NULL : sum_of(m, claim);
	struct site_part *parts =
	    ARENA_ARRAY(m->a, struct site_part, sum == NULL ? 0 : sum->term_count);
	size_t n = sum == NULL ? 0 : parts_of(m, sum, parts);
	int64_t *numbers = ARENA_ARRAY(m->a, int64_t, n);
	for (size_t i = 0; i < n; i++)
		numbers[i] = parts[i].number;
	figure.parts = numbers;
	figure.n_parts = n;
	row->mark = mark_of(m->a, &m->axis, &figure);
	for (size_t i = 0; i < n; i++)
		parts[i].place = row->mark.parts[i];
	row->parts = parts;
	row->n_parts = n;
}

/* "of: Taken to police, Almaty, 9 June": a figure that stands beside those for a wider scope. */
static struct str
scope_note(const struct making *m, int32_t claim)
{
	const struct count_scope scope = {.scope = m->board->world.claims[claim].scope,
	    .unit = m->board->claims.at[claim].text[COUNT_UNIT]};

	return say(m, "site.note.of", board_words_scope(&m->words, &scope));
}

/* What became of a figure, or how many handed it on. */
static struct str
standing_note(const struct making *m, int32_t claim)
{
	const struct standing_claim *s = standing_of(m->board->standing, claim);
	int carriers = story_carriers(m->board, claim);
	bool yields = s->for_claim != WORLD_NONE;

	if (s->status == STANDING_SUPERSEDED && yields)
		return say(m, "site.note.replaced", board_words_said(&m->words, s->for_claim));
	if (s->status == STANDING_DERIVED)
		return say(m, "site.note.derived", STR(""));
	if (s->status == STANDING_VARIANT && yields)
		return say(m, "site.note.variant", board_words_id(&m->words, s->for_claim));
	if (carriers > 1)
		return say(m, "site.note.carried", STR_INT(carriers));
	return STR("");
}

static void
basis_add(const struct making *m, const struct story_row *row, struct site_row *out)
{
	struct site_voice *basis = ARENA_ARRAY(m->a, struct site_voice, row->n_claims);

	for (size_t i = 0; i < row->n_claims; i++) {
		const struct count_claim *c = &m->board->claims.at[row->claims[i]];
		basis[i] = (struct site_voice){
		    .claim = count_claim_id(c),
		    .who = board_words_origin(&m->words, row->claims[i]),
		    .words = board_words_quote(&m->words, row->claims[i]),
		    .words_lang = c->withheld ? STR("") : c->text[COUNT_LANG],
		};
	}
	out->basis = basis;
	out->n_basis = row->n_claims;
}

static struct site_row
claim_row(const struct making *m, const struct story_row *row)
{
	int32_t claim = row->claims[0];
	enum standing_status status = standing_of(m->board->standing, claim)->status;
	struct figure_mark mark = story_mark(m->board, row);
	struct site_row r = {
	    .class = class_of(m->board->world.claims[claim].class),
	    .who = board_words_origin(&m->words, claim),
	    .when = board_words_said(&m->words, claim),
	    .note = row->kind == STORY_CLAIM ? standing_note(m, claim) : scope_note(m, claim),
	    .faded = status == STANDING_SUPERSEDED || status == STANDING_DERIVED ||
		status == STANDING_VARIANT,
	};

	basis_add(m, row, &r);
	mark_add(m, &mark, claim, &r);
	return r;
}

/* The names of all origins whose figures a row rests on, each once. */
static struct str
origins_of(const struct making *m, const struct story_row *row)
{
	struct buf *names = buf_on(m->a);

	for (size_t i = 0; i < row->n_claims; i++) {
		struct str name = board_words_origin(&m->words, row->claims[i]);
		bool again = str_search(buf_str(names), name) < names->n;
		if (!again)
			buf_fmt(names, "%s%.*s", names->n > 0 ? ", " : "", STR_ARG(name));
	}
	return buf_str(names);
}

/* Who is heard in a row that rests on several figures, or on logic. */
static struct str
voice_of(const struct making *m, const struct story_row *row)
{
	struct str believe = row->floor == NULL ? STR("") : row->floor->believe;

	if (row->kind == STORY_OWN || (row->kind == STORY_FLOOR && story_one_voice(m->board, row)))
		return origins_of(m, row);
	if (str_eq(believe, STR("all")))
		return say(m, "board.logic", STR(""));
	if (row->kind == STORY_FLOOR)
		return say(m, "site.logic.together", board_words_believe(&m->words, believe));
	return say(m, "board.logic.by", board_words_believe(&m->words, believe));
}

/* "if everybody punished had been taken to police; disputed" */
static struct str
condition_of(const struct making *m, const struct count_floor *f)
{
	struct str condition = STR("");

	if (f->floor.assumes != 0)
		condition =
		    say(m, "site.logic.if", board_words_assumptions(&m->words, f->floor.assumes));
	if (!f->disputed)
		return condition;
	struct str disputed = say(m, "board.disputed", STR(""));
	return condition.n == 0
	    ? disputed
	    : arena_fmt(m->a, "%.*s; %.*s", STR_ARG(condition), STR_ARG(disputed));
}

static struct site_row
basis_row(const struct making *m, const struct story_row *row)
{
	struct figure_mark mark = story_mark(m->board, row);
	bool logic = mark.kind == FIGURE_LOGIC;
	enum world_class class =
	    row->n_claims > 0 ? m->board->world.claims[row->claims[0]].class : WORLD_OTHER;
	struct site_row r = {
	    .class = logic ? STR("logic") : class_of(class),
	    .who = voice_of(m, row),
	    .when = STR(""),
	    .note = row->floor == NULL ? STR("") : condition_of(m, row->floor),
	};

	basis_add(m, row, &r);
	mark_add(m, &mark, WORLD_NONE, &r);
	return r;
}

static struct html
drawing_of(const struct making *m, const struct site_row *row)
{
	struct buf *b = buf_on(m->a);
	const struct tpl t = {b, m->words.lang, message_put};

	site_mark(&t, row);
	return (struct html){buf_str(b)};
}

/* An own range or a side's floor of one figure is told by that figure's own words. */
static struct site_row
row_of(const struct making *m, const struct story_row *row)
{
	bool words = row->kind != STORY_LOGIC && row->n_claims == 1;
	struct site_row r = words ? claim_row(m, row) : basis_row(m, row);

	r.clashes = story_row_clashes(m->board, row);
	r.drawing = drawing_of(m, &r);
	return r;
}

static struct site_group
group_of(const struct making *m, const struct story_group *g)
{
	struct site_row *rows = ARENA_ARRAY(m->a, struct site_row, g->n_rows);
	struct site_group group = {
	    .heading = board_words_scope(&m->words, g->scope),
	    .rows = rows,
	    .n_rows = g->n_rows,
	    .nothing = STR(""),
	};

	for (size_t i = 0; i < g->n_rows; i++)
		rows[i] = row_of(m, &g->rows[i]);
	if (g->n_rows == 0)
		group.nothing = say(m, "board.nobody", STR(""));
	return group;
}

static void
groups_add(const struct making *m, struct site_board *out)
{
	struct site_group *groups = ARENA_ARRAY(m->a, struct site_group, m->story.n_groups);

	for (size_t i = 0; i < m->story.n_groups; i++)
		groups[i] = group_of(m, &m->story.groups[i]);
	out->groups = groups;
	out->n_groups = m->story.n_groups;
	out->n_more = m->board->n_scopes - m->story.n_groups;
}

const struct site_tick *
site_ticks_of(struct arena *a, const struct axis *axis, size_t *count)
{
	static const struct str anchors[] = {
	    [TICKS_AFTER] = STR_INIT("start"),
	    [TICKS_MIDDLE] = STR_INIT("middle"),
	    [TICKS_BEFORE] = STR_INIT("end"),
	};
	const struct ticks_room room = {TICKS_NARROW, TICKS_WIDE};
	const struct tick *ticks = ticks_of(a, axis, room, count);
	struct site_tick *made = ARENA_ARRAY(a, struct site_tick, *count);

	for (size_t i = 0; i < *count; i++)
		made[i] = (struct site_tick){
		    ticks[i].x, anchors[ticks[i].side], ticks[i].at, ticks[i].wide};
	return made;
}

static void
terms_add(const struct making *m, const struct clash *clash, struct site_clash *out)
{
	struct site_term *terms = ARENA_ARRAY(m->a, struct site_term, clash->term_count);

	for (size_t i = 0; i < clash->term_count; i++) {
		const struct clash_term *t = &clash->terms[i];
		terms[i] = (struct site_term){
		    .sign = t->sign == '-' ? STR("−")
			: i > 0            ? STR("+")
					   : STR(""),
		    .number = t->number,
		    .claim = board_words_id(&m->words, t->claim),
		    .who = board_words_origin(&m->words, t->claim),
		};
	}
	out->terms = terms;
	out->n_terms = clash->term_count;
	out->left = clash->gap;
	out->beyond = prose_of(m, board_words_clash_beyond(&m->words, clash));
}

static void
ways_add(const struct making *m, const struct clash *clash, struct site_clash *out)
{
	const struct str *ways = board_words_clash_ways(&m->words, clash, &out->n_ways);
	struct site_prose *list = ARENA_ARRAY(m->a, struct site_prose, out->n_ways);

	for (size_t i = 0; i < out->n_ways; i++)
		list[i] = prose_of(m, ways[i]);
	out->ways = list;
}

static struct site_clash
clash_of(const struct making *m, const struct clash *clash, const struct clash *before)
{
	struct str again = board_words_clash_again(&m->words, clash, before);
	struct site_clash out = {.gap = prose_of(m, again)};

	if (again.n > 0)
		return out;
	const struct str gap[MESSAGE_ARGS + 2] = {STR("site.clash.gap"),
	    board_words_number(&m->words, clash->gap), board_words_if(&m->words, clash->assumes)};
	out.gap = prose_of(m, message_list(m->a, m->words.lang, gap));
	terms_add(m, clash, &out);
	ways_add(m, clash, &out);
	return out;
}

static void
clashes_add(const struct making *m, struct site_board *out)
{
	const struct clashes *all = &m->board->clashes;
	struct site_clash *made = ARENA_ARRAY(m->a, struct site_clash, all->real_count);
	const struct clash *before = NULL;

	for (size_t i = 0; i < all->real_count; i++) {
		if (!story_concerns(m->board, &m->story, &all->real[i]))
			continue;
		made[out->n_clashes++] = clash_of(m, &all->real[i], before);
		before = &all->real[i];
	}
	out->clashes = made;
	out->capped = all->capped;
}

static void
flags_add(const struct making *m, struct site_board *out)
{
	struct site_prose *made = ARENA_ARRAY(m->a, struct site_prose, m->board->n_flags);

	for (size_t i = 0; i < m->board->n_flags; i++)
		made[i] = prose_of(m, board_words_flag(&m->words, &m->board->flags[i]));
	out->flags = made;
	out->n_flags = m->board->n_flags;
}

static void
dateline_add(const struct making *m, struct site_board *out)
{
	struct board_words dated = m->words;

	dated.years = true;
	out->place = board_words_place(&dated, &m->story.widest->scope);
	out->days = board_words_days(&dated, &m->story.widest->scope);
}

static struct html
hatches_of(const struct making *m)
{
	struct buf *b = buf_on(m->a);
	const struct tpl t = {b, m->words.lang, message_put};

	site_hatches(&t);
	return (struct html){buf_str(b)};
}

static struct making
making_of(struct arena *a, const struct count_board *board, enum lang lang, bool all)
{
	struct making m = {
	    .a = a,
	    .board = board,
	    .words = {a, lang, board, true, !story_one_year(board)},
	    .story = story_of(a, board, all),
	};
	struct story_ends ends = story_ends_of(board, &m.story);

	m.axis = axis_around(ends.least, ends.most);
	return m;
}

struct site_board
site_board_of(
    struct arena *a, const struct count_board *board, enum lang lang, struct str base, bool all)
{
	struct making m = making_of(a, board, lang, all);
	struct site_board out = {.lang = lang, .base = base};

	out.hatches = hatches_of(&m);
	dateline_add(&m, &out);
	out.ticks = site_ticks_of(m.a, &m.axis, &out.n_ticks);
	groups_add(&m, &out);
	clashes_add(&m, &out);
	flags_add(&m, &out);
	return out;
}

static void
csv_row(struct buf *b, const struct site_board *board, const struct site_group *g,
    const struct site_row *row)
{
	struct buf basis = BUF_INIT, words = BUF_INIT;

	for (size_t i = 0; i < row->n_basis; i++) {
		buf_fmt(&basis, "%s%.*s", i > 0 ? ";" : "", STR_ARG(row->basis[i].claim));
		buf_fmt(&words, "%s%.*s", i > 0 ? "; " : "", STR_ARG(row->basis[i].words));
	}
	const struct str fields[] = {lang_code(board->lang), g->heading, row->class, row->who,
	    row->when, buf_str(&words), row->kind, row->low, row->high, row->note, buf_str(&basis)};
	csv_put_row(b, fields, LENGTH(fields));
	buf_free(&basis);
	buf_free(&words);
}

struct str
site_board_csv(struct arena *a, const struct count_board *board, enum lang lang)
{
	static const struct str names[] = {STR_INIT("page_lang"), STR_INIT("scope"),
	    STR_INIT("class"), STR_INIT("who"), STR_INIT("said"), STR_INIT("words"),
	    STR_INIT("kind"), STR_INIT("low"), STR_INIT("high"), STR_INIT("note"),
	    STR_INIT("claims")};
	struct site_board all = site_board_of(a, board, lang, STR(""), true);
	struct buf *b = buf_on(a);

	csv_put_row(b, names, LENGTH(names));
	for (size_t i = 0; i < all.n_groups; i++)
		for (size_t j = 0; j < all.groups[i].n_rows; j++)
			csv_row(b, &all, &all.groups[i], &all.groups[i].rows[j]);
	return buf_str(b);
}
