/* Cuts a template into literal text and directives, and keeps the context between them. */
#include "tplc.h"

#include <string.h>

struct tplc
tplc_begin(struct arena *a)
{
	return (struct tplc){
	    .a = a, .uses = buf_on(a), .declarations = buf_on(a), .code = buf_on(a)};
}

bool
tplc_refuse(struct tplc *c, const char *wrong, struct str about)
{
	if (c->wrong == NULL) {
		c->wrong = wrong;
		c->about = about;
	}
	return false;
}

static size_t
lines_in(struct str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		n += text.p[i] == '\n';
	return n;
}

static bool
literal(struct tplc *c, struct str text)
{
	size_t at = 0;

	if (text.n == 0)
		return true;
	if (!c->in_template && str_trim(text).n > 0)
		return tplc_refuse(c, "text before the first {{template ...}}", STR(""));
	if (!c->in_template)
		return true;
	const char *wrong = context_take(&c->at, text, &at);
	if (wrong != NULL) {
		c->line += lines_in(str_sub(text, 0, at));
		return tplc_refuse(c, wrong, STR(""));
	}
	tplc_literal(c, text);
	return true;
}

/* Directives that write nothing: alone on their line they leave nothing of it. */
static bool
writes_nothing(struct str directive)
{
	static const char *const words[] = {
	    "if", "elif", "else", "end", "each", "template", "use", "#"};
	struct str rest = directive;
	struct str word = str_starts(rest, STR("#")) ? STR("#") : str_cut(&rest, ' ');

	for (size_t i = 0; i < LENGTH(words); i++)
		if (str_eq(word, str_of(words[i])))
			return true;
	return false;
}

/* Bytes of blanks at the end of text behind its last line end, or text.n + 1 when there is more. */
static size_t
blanks_before(struct str text)
{
	size_t n = 0;

	while (n < text.n && (text.p[text.n - 1 - n] == ' ' || text.p[text.n - 1 - n] == '\t'))
		n++;
	return n == text.n || text.p[text.n - 1 - n] == '\n' ? n : text.n + 1;
}

/* Length of blanks up to and with the line end at the start of text, 0 when there is more. */
static size_t
blanks_behind(struct str text)
{
	size_t n = 0;

	while (n < text.n && (text.p[n] == ' ' || text.p[n] == '\t'))
		n++;
	return n < text.n && text.p[n] == '\n' ? n + 1 : 0;
}

/*
 * text up to first is before the directive, from behind on is what follows. Takes the
 * directive's whole line out of both when nothing else stands on it.
 */
static void
line_alone(struct str text, size_t start, size_t *first, size_t *behind)
{
	struct str before = str_sub(text, start, *first);
	size_t blanks = blanks_before(before);
	size_t rest = blanks_behind(str_sub(text, *behind, text.n));
	bool begins_line = blanks < before.n || start == 0 || text.p[start - 1] == '\n';

	if (blanks > before.n || !begins_line || rest == 0)
		return;
	*first -= blanks;
	*behind += rest;
}

static bool
mode_of(const char *path, enum context_mode *out)
{
	static const struct {
		const char *ending;
		enum context_mode mode;
	} endings[] = {{".html", CONTEXT_HTML}, {".xml", CONTEXT_XML}, {".svg", CONTEXT_XML},
	    {".json", CONTEXT_JSON}};

	for (size_t i = 0; i < LENGTH(endings); i++) {
		if (str_ends(str_of(path), str_of(endings[i].ending))) {
			*out = endings[i].mode;
			return true;
		}
	}
	return false;
}

/* One piece of literal text and the directive behind it; *start moves behind both. */
static bool
piece(struct tplc *c, struct str text, size_t *start)
{
	size_t open = *start + str_search(str_sub(text, *start, text.n), STR("{{"));
	size_t close = open + str_search(str_sub(text, open, text.n), STR("}}"));

	if (open < text.n && close == text.n) {
		c->line += lines_in(str_sub(text, *start, open));
		return tplc_refuse(c, "\"{{\" without \"}}\"", STR(""));
	}
	size_t first = open, behind = open == text.n ? text.n : close + 2;
	struct str directive = str_trim(str_sub(text, open + 2, close));
	if (open < text.n && writes_nothing(directive))
		line_alone(text, *start, &first, &behind);
	bool last = open == text.n || str_starts(directive, STR("template "));
	if (last && first > *start && text.p[first - 1] == '\n')
		first--; /* so that a template can stand inside a line */
	size_t line = c->line;
	if (!literal(c, str_sub(text, *start, first)))
		return false;
	c->line = line + lines_in(str_sub(text, *start, open));
	if (open < text.n && !tplc_directive(c, directive))
		return false;
	c->line = line + lines_in(str_sub(text, *start, behind));
	*start = behind;
	return true;
}

bool
tplc_template_ends(struct tplc *c)
{
	const char *wrong = context_end(&c->at);

	if (!c->in_template)
		return true;
	if (c->block_count > 0) {
		c->line = c->blocks[c->block_count - 1].line;
		return tplc_refuse(c, "no {{end}} for this", STR(""));
	}
	if (wrong != NULL)
		return tplc_refuse(
		    c, wrong, c->at.depth > 0 ? c->at.open[c->at.depth - 1] : STR(""));
	buf_put(c->code, STR("}\n"));
	c->in_template = false;
	return true;
}

bool
tplc_file(struct tplc *c, const char *path, struct str text)
{
	size_t start = 0;

	c->path = path;
	c->line = 1;
	c->in_template = false;
	if (!mode_of(path, &c->mode))
		return tplc_refuse(c, "a template is a .html, .xml, .svg or .json file", STR(""));
	if (memchr(text.p, '\r', text.n) != NULL || memchr(text.p, '\0', text.n) != NULL)
		return tplc_refuse(c, "a carriage return or NUL", STR(""));
	while (start < text.n)
		if (!piece(c, text, &start))
			return false;
	return tplc_template_ends(c);
}
