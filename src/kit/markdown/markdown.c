#include "kit/markdown/markdown.h"

#include <assert.h>
#include <md4c.h>

#include "base/buf.h"
#include "base/utf8.h"

/* A value stands in what md4c reads as its number between two private characters. */
#define OPEN 0xE000u
#define CLOSE 0xE001u

/* A node while its children are still coming. */
struct open_node {
	struct markdown *node, *last; /* last: its newest child */
};

struct reading {
	struct arena *a;
	struct str text; /* as md4c gets it: values are numbers, lines are those of the source */
	struct str *values;
	size_t *lines; /* of the values */
	size_t n_values, values_capacity, lines_capacity;
	size_t seen, line; /* how far lines were counted, and the line there */
	struct open_node open[MARKDOWN_DEPTH];
	size_t depth;
	struct str refused; /* markup that is not read here; its line is that of its text */
	struct err *e;
};

static void
put_char(struct buf *b, uint32_t c)
{
	char room[4];
	size_t n = utf8_put(room, c);

	buf_bytes(b, room, n);
}

static void
keep_value(struct reading *r, struct str value, size_t line, struct buf *out)
{
	r->values =
	    arena_grow(r->a, r->values, r->n_values, &r->values_capacity, sizeof(*r->values));
	r->lines = arena_grow(r->a, r->lines, r->n_values, &r->lines_capacity, sizeof(*r->lines));
	put_char(out, OPEN);
	buf_fmt(out, "%zu", r->n_values);
	put_char(out, CLOSE);
	r->values[r->n_values] = value;
	r->lines[r->n_values++] = line;
}

/* One line: its values become numbers. */
static int
take_line(struct reading *r, struct str line, size_t number, struct buf *out)
{
	while (line.n > 0) {
		size_t open = str_search(line, STR("{{"));
		buf_put(out, str_sub(line, 0, open));
		if (open == line.n)
			break;
		line = str_sub(line, open + 2, line.n);
		size_t close = str_search(line, STR("}}"));
		while (close + 2 < line.n && line.p[close + 2] == '}') /* "{{a {b}}}" */
			close++;
		struct str value = arena_str(r->a, str_trim(str_sub(line, 0, close)));
		if (close == line.n || value.n == 0)
			return err_fail(
			    r->e, ERR_INPUT, STR("markdown.brace"), STR_INT((int64_t)number));
		keep_value(r, value, number, out);
		line = str_sub(line, close + 2, line.n);
	}
	return 0;
}

/* Characters that no text needs, and those that stand for values here. */
static bool
is_forbidden(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\r') || c == 0x7F || (c >= 0xE000 && c <= 0xF8FF);
}

static int
take_values(struct reading *r, struct str text)
{
	struct buf *out = buf_on(r->a);

	if (text.n > MARKDOWN_MAX)
		return err_fail(r->e, ERR_LIMIT, STR("markdown.long"));
	for (size_t number = 1; text.n > 0; number++) {
		struct str line = str_cut(&text, '\n');
		for (size_t at = 0; at < line.n;)
			if (is_forbidden(utf8_next(line, &at)))
				return err_fail(r->e, ERR_INPUT, STR("markdown.control"),
				    STR_INT((int64_t)number));
		if (take_line(r, line, number, out) < 0)
			return -1;
		buf_putc(out, '\n');
	}
	r->text = buf_str(out);
	return 0;
}

/* The line that p, which may lie in the text, stands in; else the last one that was known. */
static size_t
line_at(struct reading *r, const char *p)
{
	if (p == NULL || p < r->text.p || p > r->text.p + r->text.n)
		return r->line;
	size_t at = (size_t)(p - r->text.p);
	if (at < r->seen) {
		r->seen = 0;
		r->line = 1;
	}
	for (; r->seen < at; r->seen++)
		r->line += r->text.p[r->seen] == '\n';
	return r->line;
}

static int
refuse(struct reading *r, const char *p)
{
	return err_fail(
	    r->e, ERR_INPUT, STR("markdown.markup"), STR_INT((int64_t)line_at(r, p)), r->refused);
}

static struct markdown *
add(struct reading *r, enum markdown_kind kind)
{
	struct markdown *node = ARENA_NEW(r->a, struct markdown);
	struct open_node *parent = &r->open[r->depth - 1];

	node->kind = kind;
	node->text = STR("");
	if (parent->last == NULL)
		parent->node->first = node;
	else
		parent->last->next = node;
	parent->last = node;
	return node;
}

static int
enter(struct reading *r, struct markdown *node)
{
	if (r->depth == MARKDOWN_DEPTH)
		return err_fail(
		    r->e, ERR_LIMIT, STR("markdown.deep"), STR_INT((int64_t)line_at(r, NULL)));
	r->open[r->depth++] = (struct open_node){node, NULL};
	return 0;
}

/*
 * Ends the newest open node of that kind and all that is open in it. md4c ends a span
 * it never began where emphasis and links overlap: a span ends only inside its block.
 */
static void
leave(struct reading *r, enum markdown_kind kind)
{
	for (size_t depth = r->depth - 1; depth > 0; depth--) {
		enum markdown_kind open = r->open[depth].node->kind;
		if (open == kind) {
			r->depth = depth;
			return;
		}
		if (kind > MARKDOWN_RULE && open <= MARKDOWN_RULE)
			return;
	}
}

/* MARKDOWN_TEXT: none that is read here. */
static enum markdown_kind
kind_of_block(MD_BLOCKTYPE type)
{
	static const struct {
		MD_BLOCKTYPE type;
		enum markdown_kind kind;
	} kinds[] = {
	    {MD_BLOCK_P, MARKDOWN_PARAGRAPH},
	    {MD_BLOCK_H, MARKDOWN_HEADING},
	    {MD_BLOCK_UL, MARKDOWN_LIST},
	    {MD_BLOCK_OL, MARKDOWN_NUMBERED},
	    {MD_BLOCK_LI, MARKDOWN_ITEM},
	    {MD_BLOCK_QUOTE, MARKDOWN_QUOTE},
	    {MD_BLOCK_HR, MARKDOWN_RULE},
	};

	for (size_t i = 0; i < LENGTH(kinds); i++)
		if (kinds[i].type == type)
			return kinds[i].kind;
	return MARKDOWN_TEXT;
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *arg)
{
	struct reading *r = arg;
	enum markdown_kind kind = kind_of_block(type);

	if (type == MD_BLOCK_DOC)
		return 0;
	if (kind == MARKDOWN_TEXT) {
		r->refused = STR("```");
		return 0;
	}
	struct markdown *node = add(r, kind);
	if (type == MD_BLOCK_H)
		node->level = (int)((const MD_BLOCK_H_DETAIL *)detail)->level;
	if (type == MD_BLOCK_OL)
		node->level = (int)((const MD_BLOCK_OL_DETAIL *)detail)->start;
	return enter(r, node);
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *arg)
{
	struct reading *r = arg;

	(void)detail;
	if (r->refused.n > 0)
		return refuse(r, NULL);
	if (type != MD_BLOCK_DOC)
		leave(r, kind_of_block(type));
	return 0;
}

/* The few entities that an article needs by name; NULL for any other. */
static const struct str *
entity_named(struct str name)
{
	static const struct {
		struct str name, text;
	} rows[] = {
	    {STR_INIT("&amp;"), STR_INIT("&")},
	    {STR_INIT("&lt;"), STR_INIT("<")},
	    {STR_INIT("&gt;"), STR_INIT(">")},
	    {STR_INIT("&quot;"), STR_INIT("\"")},
	    {STR_INIT("&nbsp;"), STR_INIT("\u00A0")},
	    {STR_INIT("&thinsp;"), STR_INIT("\u2009")},
	    {STR_INIT("&shy;"), STR_INIT("\u00AD")},
	    {STR_INIT("&ndash;"), STR_INIT("\u2013")},
	    {STR_INIT("&mdash;"), STR_INIT("\u2014")},
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		if (str_eq(rows[i].name, name))
			return &rows[i].text;
	return NULL;
}

/* An entity by name becomes its character; what is none stays as written. */
static struct str
plain(MD_TEXTTYPE type, struct str text)
{
	const struct str *entity = type == MD_TEXT_ENTITY ? entity_named(text) : NULL;

	return entity == NULL ? text : *entity;
}

/* Everything an attribute of md4c is made of. */
static struct str
attribute(struct arena *a, const MD_ATTRIBUTE *attribute)
{
	struct buf *b = buf_on(a);
	struct str text = {attribute->size == 0 ? "" : attribute->text, attribute->size};

	for (size_t i = 0, at = 0; at < text.n; i++) {
		size_t end = attribute->substr_offsets[i + 1];
		buf_put(b, plain(attribute->substr_types[i], str_sub(text, at, end)));
		at = end;
	}
	return buf_str(b);
}

/* No scheme but these, and nothing that a browser could read as another one. */
static bool
is_address(struct str url)
{
	static const struct str begins[] = {STR_INIT("https://"), STR_INIT("http://"),
	    STR_INIT("mailto:"), STR_INIT("/"), STR_INIT("#")};

	if (str_starts(url, STR("//")) || str_has_control(url) || str_find(url, ' ') < url.n ||
	    str_find(url, '\\') < url.n)
		return false;
	for (size_t at = 0; at < url.n;)
		if (utf8_next(url, &at) == OPEN)
			return false;
	for (size_t i = 0; i < LENGTH(begins); i++)
		if (str_starts(url, begins[i]))
			return true;
	return false;
}

static int
enter_link(struct reading *r, const MD_SPAN_A_DETAIL *detail)
{
	struct str url = attribute(r->a, &detail->href);

	if (!is_address(url))
		return err_fail(r->e, ERR_INPUT, STR("markdown.link"),
		    STR_INT((int64_t)line_at(r, detail->href.text)), url);
	struct markdown *node = add(r, MARKDOWN_LINK);
	node->text = url;
	return enter(r, node);
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *arg)
{
	struct reading *r = arg;

	switch (type) {
	case MD_SPAN_EM:
		return enter(r, add(r, MARKDOWN_EMPHASIS));
	case MD_SPAN_STRONG:
		return enter(r, add(r, MARKDOWN_STRONG));
	case MD_SPAN_A:
		return enter_link(r, detail);
	default:
		r->refused = type == MD_SPAN_IMG ? STR("![") : STR("`");
		return 0;
	}
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *arg)
{
	struct reading *r = arg;

	(void)detail;
	if (r->refused.n > 0)
		return refuse(r, NULL);
	leave(r,
	    type == MD_SPAN_EM      ? MARKDOWN_EMPHASIS
		: type == MD_SPAN_A ? MARKDOWN_LINK
				    : MARKDOWN_STRONG);
	return 0;
}

/* Words, with the values among them as nodes of their own. */
static void
add_words(struct reading *r, struct str text)
{
	size_t start = 0;

	for (size_t at = 0; at < text.n;) {
		size_t here = at;
		int64_t number = 0;
		if (utf8_next(text, &at) != OPEN)
			continue;
		if (here > start)
			add(r, MARKDOWN_WORDS)->text = arena_str(r->a, str_sub(text, start, here));
		while (at < text.n && text.p[at] >= '0' && text.p[at] <= '9')
			number = number * 10 + (text.p[at++] - '0');
		struct markdown *node = add(r, MARKDOWN_VALUE);
		node->value = (size_t)number;
		node->text = r->values[number];
		node->line = r->lines[number];
		utf8_next(text, &at); /* CLOSE */
		start = at;
	}
	if (start < text.n)
		add(r, MARKDOWN_WORDS)->text = arena_str(r->a, str_sub(text, start, text.n));
}

static int
take_text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE size, void *arg)
{
	struct reading *r = arg;
	struct str text = {size == 0 ? "" : p, size};

	line_at(r, p);
	if (r->refused.n > 0)
		return refuse(r, p);
	if (type == MD_TEXT_BR)
		add(r, MARKDOWN_BREAK);
	else if (type == MD_TEXT_SOFTBR)
		add(r, MARKDOWN_WORDS)->text = STR(" ");
	else
		add_words(r, plain(type, text));
	return 0;
}

int
markdown_read(struct arena *a, struct str text, const struct markdown **root, struct err *e)
{
	static const MD_PARSER parser = {
	    .flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
	    .enter_block = enter_block,
	    .leave_block = leave_block,
	    .enter_span = enter_span,
	    .leave_span = leave_span,
	    .text = take_text,
	};
	struct markdown *top = ARENA_NEW(a, struct markdown);
	struct err said = {0};
	struct reading r = {.a = a, .line = 1, .depth = 1, .refused = STR(""), .e = &said};

	top->kind = MARKDOWN_TEXT;
	top->text = STR("");
	r.open[0].node = top;
	if (take_values(&r, text) < 0 || md_parse(r.text.p, (MD_SIZE)r.text.n, &parser, &r) != 0) {
		assert(said.code != ERR_NONE); /* else the library had no memory */
		*e = said;
		return -1;
	}
	*root = top;
	return 0;
}
