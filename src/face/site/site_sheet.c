#include "face/site/site_sheet.h"

#include "base/buf.h"
#include "face/say/message.h"

#define LABEL_COLUMNS 46 /* characters of a line beside the strips, 14 px */
#define SMALL_COLUMNS 52 /* the same, 12.5 px */
#define WIDE_COLUMNS 125 /* of a line over the whole width */
#define LINE 19
#define SMALL_LINE 17
#define ROW_LEAST 44

struct sheet {
	struct arena *a;
	struct site_sheet out;
	struct site_line *lines;
	struct site_strip *strips;
	struct site_edge *edges;
	int *rules;
	size_t lines_room, strips_room, edges_room, rules_room;
	int y;
};

static void
line_add(struct sheet *s, struct str class, struct str text, int line)
{
	s->y += line;
	s->lines = arena_grow(s->a, s->lines, s->out.n_lines, &s->lines_room, sizeof(*s->lines));
	s->lines[s->out.n_lines++] = (struct site_line){s->y, class, text};
}

static void
rule_add(struct sheet *s)
{
	s->rules = arena_grow(s->a, s->rules, s->out.n_rules, &s->rules_room, sizeof(*s->rules));
	s->rules[s->out.n_rules++] = s->y;
}

/* The words of text that fit into columns; one that is longer stands alone. */
static struct str
line_cut(struct str *rest, size_t columns)
{
	size_t end = 0;

	for (size_t at = 0; at <= rest->n; at++) {
		bool gap = at == rest->n || rest->p[at] == ' ';
		if (!gap)
			continue;
		if (end > 0 && lang_width(str_sub(*rest, 0, at)) > columns)
			break;
		end = at;
	}
	struct str line = str_sub(*rest, 0, end);
	*rest = str_trim(str_sub(*rest, end, rest->n));
	return line;
}

static void
text_add(struct sheet *s, struct str class, struct str text, size_t columns, int line)
{
	while (text.n > 0)
		line_add(s, class, line_cut(&text, columns), line);
}

static struct str
plain_of(struct sheet *s, const struct site_prose *prose)
{
	struct buf *b = buf_on(s->a);

	for (size_t i = 0; i < prose->n_runs; i++)
		buf_put(b, prose->runs[i].text);
	return buf_str(b);
}

/* "13 June; carried by 4 outlets" */
static struct str
note_of(struct sheet *s, const struct site_row *row)
{
	bool both = row->when.n > 0 && row->note.n > 0;

	return arena_fmt(
	    s->a, "%.*s%s%.*s", STR_ARG(row->when), both ? "; " : "", STR_ARG(row->note));
}

static struct str
parts_of(struct sheet *s, const struct site_row *row)
{
	struct buf *b = buf_on(s->a);

	for (size_t i = 0; i < row->n_parts; i++) {
		buf_fmt(b, "%s%.*s ", i > 0 ? " · " : "", STR_ARG(row->parts[i].what));
		lang_number(b, row->parts[i].number, s->out.board->lang);
	}
	return buf_str(b);
}

static struct str
words_of(struct sheet *s, const struct site_row *row)
{
	bool logic = str_eq(row->class, STR("logic"));
	struct buf *b = buf_on(s->a);

	for (size_t i = 0; i < row->n_basis; i++)
		buf_fmt(b, "%s%.*s",
		    i == 0      ? ""
			: logic ? ", "
				: " ",
		    STR_ARG(logic ? row->basis[i].claim : row->basis[i].words));
	return buf_str(b);
}

static void
row_add(struct sheet *s, const struct site_row *row)
{
	bool logic = str_eq(row->class, STR("logic"));
	int top = s->y;

	rule_add(s);
	s->y += 4;
	text_add(
	    s, arena_fmt(s->a, "who %.*s", STR_ARG(row->class)), row->who, LABEL_COLUMNS, LINE);
	text_add(s, logic ? STR("note") : STR("words"), words_of(s, row), LABEL_COLUMNS, LINE);
	text_add(s, STR("note"), note_of(s, row), SMALL_COLUMNS, SMALL_LINE);
	text_add(s, STR("note"), parts_of(s, row), SMALL_COLUMNS, SMALL_LINE);
	s->y = (s->y + 10 > top + ROW_LEAST) ? s->y + 10 : top + ROW_LEAST;
	if (s->y < top + row->mark.height + 12)
		s->y = top + row->mark.height + 12;
	s->strips =
	    arena_grow(s->a, s->strips, s->out.n_strips, &s->strips_room, sizeof(*s->strips));
	s->strips[s->out.n_strips++] =
	    (struct site_strip){top + (s->y - top - row->mark.height) / 2, row};
	if (!row->clashes)
		return;
	s->edges = arena_grow(s->a, s->edges, s->out.n_edges, &s->edges_room, sizeof(*s->edges));
	s->edges[s->out.n_edges++] = (struct site_edge){top, s->y - top};
}

static void
group_add(struct sheet *s, const struct site_group *g)
{
	s->y += 16;
	text_add(s, STR("heading"), g->heading, WIDE_COLUMNS, 20);
	s->y += 8;
	for (size_t i = 0; i < g->n_rows; i++)
		row_add(s, &g->rows[i]);
	rule_add(s);
	if (g->nothing.n > 0)
		text_add(s, STR("note"), g->nothing, WIDE_COLUMNS, LINE);
}

/* Of each clash how far apart its figures are, then what the marks mean. */
static void
foot_add(struct sheet *s)
{
	const struct site_board *board = s->out.board;

	s->y += 16;
	for (size_t i = 0; i < board->n_clashes; i++)
		text_add(s, STR("gap"), plain_of(s, &board->clashes[i].gap), WIDE_COLUMNS, LINE);
	s->y += 8;
	text_add(s, STR("note"), message_text(s->a, board->lang, STR("site.board.key")),
	    WIDE_COLUMNS, SMALL_LINE);
	s->y += 24;
}

struct site_sheet
site_sheet_of(struct arena *a, const struct site_board *board)
{
	struct sheet s = {.a = a, .out = {.board = board}, .y = 12};
	struct str title = message_text(a, board->lang, STR("site.board.title"));

	line_add(&s, STR("title"), title, 20);
	text_add(&s, STR("note"),
	    arena_fmt(a, "%.*s, %.*s", STR_ARG(board->place), STR_ARG(board->days)), WIDE_COLUMNS,
	    LINE);
	s.out.axis = s.y + 8;
	s.y += 40;
	rule_add(&s);
	for (size_t i = 0; i < board->n_groups; i++)
		group_add(&s, &board->groups[i]);
	foot_add(&s);
	s.out.height = s.y;
	s.out.lines = s.lines;
	s.out.strips = s.strips;
	s.out.edges = s.edges;
	s.out.rules = s.rules;
	return s.out;
}
