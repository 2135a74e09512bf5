#include "face/site/site_content.h"

#include "base/utf8.h"

#define DEPTH 64 /* elements inside each other */

/* An element that is open. */
struct element {
	struct str name;
	bool own;      /* what stands in it are the text's own words */
	bool figure;   /* a link to a figure's page */
	struct str id; /* then: the figure */
	size_t start;  /* in characters */
	struct str of; /* the record that it tells of, "act a1"; empty: of none */
};

struct reader {
	struct arena *a;
	struct str rest;
	struct buf *text;
	size_t chars; /* in text */
	struct element open[DEPTH];
	size_t depth;
	struct errata_figure *figures;
	size_t n, capacity;
	struct site_block *blocks;
	size_t n_blocks, block_capacity;
	bool in_block;
};

/* The value of an attribute in what follows a tag's name; empty when it is not there. */
static struct str
attribute(struct str attributes, struct str name)
{
	for (struct str rest = attributes; rest.n > 0;) {
		rest = str_trim(rest);
		struct str key = str_cut(&rest, '=');
		if (rest.n == 0 || rest.p[0] != '"')
			return STR("");
		rest = str_sub(rest, 1, rest.n);
		struct str value = str_cut(&rest, '"');
		if (str_eq(key, name))
			return value;
	}
	return STR("");
}

/* The part of an address behind "/KIND/", up to "/"; empty when that is not in it. */
static struct str
part_behind(struct str address, struct str kind)
{
	size_t at = str_search(address, kind);
	struct str rest = str_sub(address, at + kind.n, address.n);

	return at == address.n ? STR("") : str_cut(&rest, '/');
}

/* "claim c10" of the address of a figure's page; empty for any other. */
static struct str
figure_of(struct arena *a, struct str address)
{
	struct str claim = part_behind(address, STR("/claim/"));
	struct str count = part_behind(address, STR("/count/"));

	if (!str_starts(address, STR("/")))
		return STR("");
	if (claim.n > 0)
		return arena_fmt(a, "claim %.*s", STR_ARG(claim));
	return count.n > 0 ? arena_fmt(a, "count %.*s", STR_ARG(count)) : STR("");
}

/* "act a1" of the id of an element that tells of a record; empty for any other. */
static struct str
record_of(struct arena *a, struct str id)
{
	static const struct str kinds[] = {
	    STR_INIT("act"), STR_INIT("finding"), STR_INIT("demand"), STR_INIT("help")};
	struct str name = id, kind = str_cut(&name, '-');

	if (str_ends(name, STR("-title")))
		return STR("");
	for (size_t i = 0; i < LENGTH(kinds); i++)
		if (name.n > 0 && str_eq(kind, kinds[i]))
			return arena_fmt(a, "%.*s %.*s", STR_ARG(kind), STR_ARG(name));
	return STR("");
}

/* Do an article's own words stand in it? */
static bool
is_own(struct str name, struct str attributes, bool inside)
{
	static const struct str classes[] = {STR_INIT("dek"), STR_INIT("text"), STR_INIT("byline")};
	struct str class = attribute(attributes, STR("class"));

	if (str_eq(name, STR("details")))
		return false;
	for (size_t i = 0; i < LENGTH(classes); i++)
		if (str_eq(class, classes[i]))
			return true;
	return inside || str_eq(name, STR("h1"));
}

static void
add_figure(struct reader *r, size_t start, struct str id)
{
	if (start == r->chars)
		return;
	r->figures = arena_grow(r->a, r->figures, r->n, &r->capacity, sizeof(*r->figures));
	r->figures[r->n++] = (struct errata_figure){start, r->chars, id};
}

static void
enter(struct reader *r, struct str name, struct str attributes)
{
	bool inside = r->depth > 0 && r->open[r->depth - 1].own;
	struct str around = r->depth > 0 ? r->open[r->depth - 1].of : STR("");
	struct element *element = &r->open[r->depth];

	if (r->depth == DEPTH)
		return;
	struct str of = record_of(r->a, attribute(attributes, STR("id")));
	*element = (struct element){.name = name,
	    .own = is_own(name, attributes, inside),
	    .id = str_eq(name, STR("a")) ? figure_of(r->a, attribute(attributes, STR("href")))
					 : STR(""),
	    .start = r->chars,
	    .of = of.n > 0 ? of : around};
	element->figure = element->id.n > 0;
	r->depth++;
}

static void
leave(struct reader *r, struct str name)
{
	if (r->depth == 0 || !str_eq(r->open[r->depth - 1].name, name))
		return;
	const struct element *element = &r->open[--r->depth];
	if (element->figure)
		add_figure(r, element->start, element->id);
}

static bool
is_void(struct str name)
{
	static const struct str names[] = {STR_INIT("br"), STR_INIT("hr"), STR_INIT("img"),
	    STR_INIT("input"), STR_INIT("wbr"), STR_INIT("col"), STR_INIT("source")};

	for (size_t i = 0; i < LENGTH(names); i++)
		if (str_eq(names[i], name))
			return true;
	return false;
}

/* Does such an element stand in a line of text? */
static bool
is_inline(struct str name)
{
	static const struct str names[] = {STR_INIT("a"), STR_INIT("em"), STR_INIT("strong"),
	    STR_INIT("span"), STR_INIT("br"), STR_INIT("wbr")};

	for (size_t i = 0; i < LENGTH(names); i++)
		if (str_eq(names[i], name))
			return true;
	return false;
}

/* A tag, behind its "<". */
static void
take_tag(struct reader *r)
{
	struct str tag = str_cut(&r->rest, '>');
	struct str attributes = tag;
	struct str name = str_cut(&attributes, ' ');

	if (!is_inline(str_starts(name, STR("/")) ? str_sub(name, 1, name.n) : name))
		r->in_block = false;
	if (str_starts(tag, STR("/")))
		leave(r, str_sub(tag, 1, tag.n));
	else if (!str_ends(tag, STR("/")) && !is_void(name))
		enter(r, name, attributes);
}

/* The character of an entity that templates write, behind its "&"; 0: it is none of these. */
static uint32_t
entity(struct str name)
{
	static const struct {
		struct str name;
		uint32_t c;
	} rows[] = {{STR_INIT("amp"), '&'}, {STR_INIT("lt"), '<'}, {STR_INIT("gt"), '>'},
	    {STR_INIT("quot"), '"'}, {STR_INIT("#34"), '"'}, {STR_INIT("#39"), '\''},
	    {STR_INIT("nbsp"), 0xA0}};

	for (size_t i = 0; i < LENGTH(rows); i++)
		if (str_eq(rows[i].name, name))
			return rows[i].c;
	return 0;
}

/* An entity that templates write, put as its character; false: there is none here. */
static bool
take_entity(struct reader *r)
{
	struct str after = str_sub(r->rest, 1, r->rest.n < 8 ? r->rest.n : 8);
	uint32_t c = entity(str_cut(&after, ';'));
	char room[4];

	if (r->rest.p[0] != '&' || c == 0)
		return false;
	buf_bytes(r->text, room, utf8_put(room, c));
	r->rest = str_sub(r->rest, (size_t)(after.p - r->rest.p), r->rest.n);
	return true;
}

/* A character of the text's own words, before which r->chars lie. */
static void
add_own(struct reader *r, bool blank)
{
	if (r->in_block) {
		r->blocks[r->n_blocks - 1].end = r->chars + 1;
	} else if (!blank) {
		r->blocks = arena_grow(
		    r->a, r->blocks, r->n_blocks, &r->block_capacity, sizeof(*r->blocks));
		r->blocks[r->n_blocks++] = (struct site_block){r->chars, r->chars + 1};
		r->in_block = true;
	}
}

/* One character of text. Where it is not the text's own it lies in a figure, which has a name when
 * it tells of a record. */
static void
take_char(struct reader *r)
{
	bool own = r->depth > 0 && r->open[r->depth - 1].own;
	struct errata_figure *last = r->n > 0 ? &r->figures[r->n - 1] : NULL;
	bool blank = r->rest.p[0] == ' ' || r->rest.p[0] == '\n';
	size_t at = 0;

	if (own)
		add_own(r, blank);
	if (!take_entity(r)) {
		utf8_next(r->rest, &at);
		buf_put(r->text, str_sub(r->rest, 0, at));
		r->rest = str_sub(r->rest, at, r->rest.n);
	}
	r->chars++;
	if (own)
		return;
	struct str of = r->depth > 0 ? r->open[r->depth - 1].of : STR("");
	if (last != NULL && str_eq(last->id, of) && last->end + 1 == r->chars)
		last->end = r->chars;
	else
		add_figure(r, r->chars - 1, of);
}

/* The inside of the article element of a page. */
static bool
find_article(struct str page, struct str *out)
{
	struct str rest = str_sub(page, str_search(page, STR("<article")), page.n);
	size_t end = str_search(rest, STR("</article>"));

	if (rest.n == 0 || end == rest.n)
		return false;
	rest = str_sub(rest, 0, end);
	str_cut(&rest, '>');
	*out = rest;
	return true;
}

bool
site_content_read(struct arena *a, struct str page, struct site_content *out)
{
	struct reader r = {.a = a, .text = buf_on(a)};

	if (!find_article(page, &r.rest))
		return false;
	while (r.rest.n > 0) {
		if (r.rest.p[0] != '<') {
			take_char(&r);
			continue;
		}
		r.rest = str_sub(r.rest, 1, r.rest.n);
		take_tag(&r);
	}
	*out = (struct site_content){{buf_str(r.text), r.figures, r.n}, r.blocks, r.n_blocks};
	return true;
}

int
site_content_of(struct site *s, struct str lang, struct str slug, int64_t number,
    struct site_content *out, struct err *e)
{
	struct site_answer answer = {.type = SITE_HTML, .body = buf_on(s->a), .location = STR("")};
	struct str path =
	    arena_fmt(s->a, "/%.*s/%.*s/r/%lld/", STR_ARG(lang), STR_ARG(slug), (long long)number);

	if (site_ask(s, path, &answer, e) != 0)
		return -1;
	if (!site_content_read(s->a, buf_str(answer.body), out))
		return err_fail(e, ERR_NOTFOUND, STR("site.none"));
	return 0;
}
