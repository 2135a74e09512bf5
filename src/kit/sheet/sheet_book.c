#include "kit/sheet/sheet_book.h"

#include <string.h>

#include "base/utf8.h"

#define ESCAPE 7 /* bytes of "_x000D_" */

/* Parts that say what a ZIP is which is no workbook we read. */
static const struct {
	struct str part, what;
} others[] = {
    {STR_INIT("xl/workbook.bin"), STR_INIT("xlsb")},
    {STR_INIT("word/document.xml"), STR_INIT("docx")},
    {STR_INIT("content.xml"), STR_INIT("ods")},
    {STR_INIT("Index/Document.iwa"), STR_INIT("numbers")},
};

/* ---- relations: ids and the parts they stand for ---- */

struct relation {
	struct str id, part, type;
};

struct relations {
	struct arena *a;
	struct str folder; /* of the part that has them, "xl/" */
	struct relation *at;
	size_t count, capacity;
};

/* A target is said from the folder of its part, or from the root with a "/". */
static struct str
part_of(const struct relations *r, struct str target)
{
	if (str_starts(target, STR("/")))
		return arena_str(r->a, str_sub(target, 1, target.n));
	return arena_fmt(r->a, "%.*s%.*s", STR_ARG(r->folder), STR_ARG(target));
}

static int
relation_open(void *arg, struct str name, const char **attributes)
{
	struct relations *r = arg;

	if (!str_eq(name, STR("Relationship")))
		return 0;
	r->at = arena_grow(r->a, r->at, r->count, &r->capacity, sizeof(*r->at));
	r->at[r->count++] = (struct relation){
	    .id = arena_str(r->a, sheet_part_attribute(attributes, STR("Id"))),
	    .part = part_of(r, sheet_part_attribute(attributes, STR("Target"))),
	    .type = arena_str(r->a, sheet_part_attribute(attributes, STR("Type"))),
	};
	return 0;
}

static int
nothing_to_close(void *arg, struct str name)
{
	(void)arg;
	(void)name;
	return 0;
}

static void
no_text(void *arg, struct str text)
{
	(void)arg;
	(void)text;
}

/* Those of a part, "xl/workbook.xml"; of the file itself where part is empty. */
static int
read_relations(struct arena *a, struct sheet_parts *parts, struct str part, struct relations *out,
    struct err *e)
{
	static const struct sheet_part_calls calls = {relation_open, nothing_to_close, no_text};
	size_t folder = part.n;

	while (folder > 0 && part.p[folder - 1] != '/')
		folder--;
	*out = (struct relations){.a = a, .folder = str_sub(part, 0, folder)};
	struct str path = arena_fmt(
	    a, "%.*s_rels/%.*s.rels", STR_ARG(out->folder), STR_ARG(str_sub(part, folder, part.n)));
	return sheet_part_read(parts, path, &calls, out, e);
}

/* The part of the first relation whose type ends so; empty when there is none. */
static struct str
related(const struct relations *r, struct str ending)
{
	for (size_t i = 0; i < r->count; i++)
		if (str_ends(r->at[i].type, ending))
			return r->at[i].part;
	return STR("");
}

/* ---- the workbook ---- */

struct workbook {
	struct arena *a;
	const struct relations *relations;
	struct sheet_book_tab *tabs;
	size_t count, capacity;
	bool from_1904;
};

static void
tab_open(struct workbook *w, const char **attributes)
{
	struct str state = sheet_part_attribute(attributes, STR("state")), id = STR("");

	for (size_t i = 0; attributes[i] != NULL; i += 2)
		if (str_ends(str_of(attributes[i]), STR(":id")))
			id = str_of(attributes[i + 1]);
	for (size_t i = 0; i < w->relations->count; i++) {
		if (!str_eq(w->relations->at[i].id, id) ||
		    !str_ends(w->relations->at[i].type, STR("/worksheet")))
			continue;
		w->tabs = arena_grow(w->a, w->tabs, w->count, &w->capacity, sizeof(*w->tabs));
		w->tabs[w->count++] = (struct sheet_book_tab){
		    .name = arena_str(w->a, sheet_part_attribute(attributes, STR("name"))),
		    .part = w->relations->at[i].part,
		    .hidden = str_ends(state, STR("idden"))};
		return;
	}
}

static int
workbook_open(void *arg, struct str name, const char **attributes)
{
	struct workbook *w = arg;

	if (str_eq(name, STR("workbookPr"))) {
		struct str from_1904 = sheet_part_attribute(attributes, STR("date1904"));
		w->from_1904 = str_eq(from_1904, STR("1")) || str_eq(from_1904, STR("true"));
	} else if (str_eq(name, STR("sheet"))) {
		tab_open(w, attributes);
	}
	return 0;
}

/* ---- shared texts ---- */

struct texts {
	struct arena *a;
	struct buf *text; /* of the item */
	struct str *at;
	size_t count, capacity;
	size_t phonetic; /* inside how many readings of Japanese */
	bool in_text;
};

static int
text_open(void *arg, struct str name, const char **attributes)
{
	struct texts *t = arg;

	(void)attributes;
	if (str_eq(name, STR("si")))
		buf_cut(t->text, 0);
	t->phonetic += str_eq(name, STR("rPh"));
	t->in_text = t->phonetic == 0 && str_eq(name, STR("t"));
	return 0;
}

static struct str
kept_text(struct arena *a, struct buf *text)
{
	struct buf whole = BUF_INIT;

	if (str_search(buf_str(text), STR("_x")) == text->n)
		return arena_str(a, buf_str(text));
	sheet_book_put_text(&whole, buf_str(text));
	struct str kept = arena_str(a, buf_str(&whole));
	buf_free(&whole);
	return kept;
}

static int
text_close(void *arg, struct str name)
{
	struct texts *t = arg;

	t->in_text = false;
	t->phonetic -= t->phonetic > 0 && str_eq(name, STR("rPh"));
	if (!str_eq(name, STR("si")))
		return 0;
	t->at = arena_grow(t->a, t->at, t->count, &t->capacity, sizeof(*t->at));
	t->at[t->count++] = kept_text(t->a, t->text);
	return 0;
}

static void
text_text(void *arg, struct str text)
{
	struct texts *t = arg;

	if (t->in_text)
		buf_put(t->text, text);
}

/* ---- styles ---- */

struct code {
	int64_t id;
	struct sheet_number_format format;
};

struct styles {
	struct arena *a;
	struct code *codes;
	size_t n_codes, codes_capacity;
	struct sheet_number_format *formats;
	size_t count, capacity;
	bool in_cells; /* inside cellXfs */
};

static struct sheet_number_format
format_of(const struct styles *s, int64_t id)
{
	for (size_t i = 0; i < s->n_codes; i++)
		if (s->codes[i].id == id)
			return s->codes[i].format;
	return sheet_number_of_id(id);
}

static int
style_open(void *arg, struct str name, const char **attributes)
{
	struct styles *s = arg;
	int64_t id = 0;

	if (!str_to_int(sheet_part_attribute(attributes, STR("numFmtId")), &id))
		id = 0;
	if (str_eq(name, STR("cellXfs"))) {
		s->in_cells = true;
	} else if (str_eq(name, STR("numFmt"))) {
		struct str code = sheet_part_attribute(attributes, STR("formatCode"));
		s->codes =
		    arena_grow(s->a, s->codes, s->n_codes, &s->codes_capacity, sizeof(*s->codes));
		s->codes[s->n_codes++] = (struct code){id, sheet_number_of_code(code)};
	} else if (s->in_cells && str_eq(name, STR("xf"))) {
		s->formats =
		    arena_grow(s->a, s->formats, s->count, &s->capacity, sizeof(*s->formats));
		s->formats[s->count++] = format_of(s, id);
	}
	return 0;
}

static int
style_close(void *arg, struct str name)
{
	struct styles *s = arg;

	if (str_eq(name, STR("cellXfs")))
		s->in_cells = false;
	return 0;
}

/* ---- all of it ---- */

static int
read_workbook(struct arena *a, struct sheet_parts *parts, struct str path,
    const struct relations *relations, struct sheet_book *book, struct err *e)
{
	static const struct sheet_part_calls calls = {workbook_open, nothing_to_close, no_text};
	struct workbook w = {.a = a, .relations = relations};

	if (sheet_part_read(parts, path, &calls, &w, e) != 0)
		return -1;
	book->tabs = w.tabs;
	book->n_tabs = w.count;
	book->from_1904 = w.from_1904;
	return 0;
}

static int
read_texts(struct arena *a, struct sheet_parts *parts, struct str path, struct sheet_book *book,
    struct err *e)
{
	static const struct sheet_part_calls calls = {text_open, text_close, text_text};
	struct buf text = BUF_INIT;
	struct texts t = {.a = a, .text = &text};
	int status = path.n == 0 ? 0 : sheet_part_read(parts, path, &calls, &t, e);

	buf_free(&text);
	book->texts = t.at;
	book->n_texts = t.count;
	return status;
}

static int
read_styles(struct arena *a, struct sheet_parts *parts, struct str path, struct sheet_book *book,
    struct err *e)
{
	static const struct sheet_part_calls calls = {style_open, style_close, no_text};
	struct styles s = {.a = a};

	if (path.n > 0 && sheet_part_read(parts, path, &calls, &s, e) != 0)
		return -1;
	book->formats = s.formats;
	book->n_formats = s.count;
	return 0;
}

static int
check_kind(struct sheet_parts *parts, struct err *e)
{
	if (sheet_part_has(parts, STR("_rels/.rels")) && !sheet_part_has(parts, others[0].part) &&
	    !sheet_part_has(parts, others[1].part))
		return 0;
	for (size_t i = 0; i < LENGTH(others); i++)
		if (sheet_part_has(parts, others[i].part))
			return err_fail(e, ERR_INPUT, STR("sheet.other"), others[i].what);
	return err_fail(e, ERR_INPUT, STR("sheet.other"), STR("zip"));
}

int
sheet_book_read(struct arena *a, struct sheet_parts *parts, struct sheet_book *out, struct err *e)
{
	struct sheet_book book = {.parts = parts};
	struct relations of_file, of_book;

	if (check_kind(book.parts, e) != 0 ||
	    read_relations(a, book.parts, STR(""), &of_file, e) != 0)
		return -1;
	struct str path = related(&of_file, STR("/officeDocument"));
	if (read_relations(a, book.parts, path, &of_book, e) != 0 ||
	    read_workbook(a, book.parts, path, &of_book, &book, e) != 0 ||
	    read_texts(a, book.parts, related(&of_book, STR("/sharedStrings")), &book, e) != 0 ||
	    read_styles(a, book.parts, related(&of_book, STR("/styles")), &book, e) != 0)
		return -1;
	*out = book;
	return 0;
}

/* The character of "_xHHHH_" at the beginning of text, or 0. */
static uint32_t
escaped(struct str text)
{
	uint32_t c = 0;

	if (text.n < ESCAPE || !str_starts(text, STR("_x")) || text.p[ESCAPE - 1] != '_')
		return 0;
	for (size_t i = 2; i < ESCAPE - 1; i++) {
		const char *digits = "0123456789abcdef0123456789ABCDEF";
		const char *digit = text.p[i] == '\0' ? NULL : strchr(digits, text.p[i]);
		if (digit == NULL)
			return 0;
		c = c << 4 | ((uint32_t)(digit - digits) & 15);
	}
	return c >= 0xD800 && c < 0xE000 ? 0 : c;
}

void
sheet_book_put_text(struct buf *b, struct str text)
{
	char room[4];

	for (size_t i = 0; i < text.n;) {
		uint32_t c = escaped(str_sub(text, i, text.n));
		if (c == 0)
			buf_putc(b, text.p[i]);
		else
			buf_bytes(b, room, utf8_put(room, c));
		i += c == 0 ? 1 : ESCAPE;
	}
}
