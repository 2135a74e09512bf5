#include "tplc_context.h"

#include <string.h>

static const char *const void_elements[] = {
    "area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"};
/* What runs, loads or frames something, or is read by rules of its own. */
static const char *const refused_elements[] = {"animate", "animatemotion", "animatetransform",
    "applet", "base", "embed", "foreignobject", "frame", "frameset", "iframe", "listing", "math",
    "noembed", "noframes", "noscript", "object", "plaintext", "set", "template", "xmp"};
static const char *const refused_attributes[] = {"http-equiv", "srcdoc", "style"};
static const char *const link_attributes[] = {"action", "background", "cite", "data-to",
    "formaction", "href", "longdesc", "manifest", "ping"};
static const char *const resource_attributes[] = {"data", "poster", "src"};
static const char *const fixed_attributes[] = {"attributename", "srcset", "xmlns"};
static const char *const link_starts[] = {"http://", "https://", "mailto:", "/", "#", "?"};

#define NAME_BYTES 32 /* longer names of elements and attributes are none of ours */

static char
lower(char ch)
{
	return (char)(ch >= 'A' && ch <= 'Z' ? ch - 'A' + 'a' : ch);
}

static bool
same_name(struct str name, const char *word)
{
	if (name.n != strlen(word))
		return false;
	for (size_t i = 0; i < name.n; i++)
		if (lower(name.p[i]) != word[i])
			return false;
	return true;
}

/* By its local part: a prefix of XML may stand for any name space. */
static bool
listed(struct str name, const char *const *words, size_t count)
{
	struct str local = name;

	while (str_find(local, ':') < local.n)
		(void)str_cut(&local, ':');
	for (size_t i = 0; i < count; i++)
		if (same_name(local, words[i]))
			return true;
	return false;
}

static bool
is_blank(char ch)
{
	return ch == ' ' || ch == '\t' || ch == '\n';
}

static bool
is_letter(char ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
}

static bool
in_name(char ch)
{
	return is_letter(ch) || (ch >= '0' && ch <= '9') || ch == '-' || ch == ':' || ch == '_';
}

static bool
inside(const struct context *c, const char *element)
{
	for (size_t i = 0; i < c->depth; i++)
		if (same_name(c->open[i], element))
			return true;
	return false;
}

/* A name has one byte more; it begins where the first one stands. */
static const char *
name_grow(struct context *c, const char *p)
{
	if (c->name.n == 0)
		c->name.p = p;
	return ++c->name.n > NAME_BYTES ? "a name of more than 32 characters" : NULL;
}

static const char *
element_opens(struct context *c)
{
	static const char *const script = "script";

	if (listed(c->name, refused_elements, LENGTH(refused_elements)))
		return "an element that runs, loads or frames something";
	if (c->mode == CONTEXT_HTML && same_name(c->name, "style"))
		return "a style element: the style sheet is a file";
	if (listed(c->name, &script, 1) && (c->mode == CONTEXT_XML || c->name.n > strlen(script)))
		return "a script";
	if (c->depth == CONTEXT_DEPTH)
		return "more than 64 elements inside each other";
	c->open[c->depth++] = c->name;
	c->data = c->src = c->blank = false;
	c->place = CONTEXT_TAG;
	return NULL;
}

/* The tag of the innermost element has ended with ">", or "/>" when closed. */
static const char *
tag_ends(struct context *c, bool closed)
{
	struct str element = c->open[c->depth - 1];
	bool html = c->mode == CONTEXT_HTML;
	bool is_void = html && listed(element, void_elements, LENGTH(void_elements));

	if (closed && html && !is_void && !inside(c, "svg"))
		return "\"/>\" closes nothing here: write the closing tag";
	c->place = CONTEXT_TEXT;
	if (closed || is_void) {
		c->depth--;
	} else if (same_name(element, "script")) {
		if (c->data == c->src)
			return "a script is a file (src) or data (type application/ld+json)";
		c->place = c->data ? CONTEXT_DATA : CONTEXT_SEALED;
		c->data = c->src = false;
		c->quote = 0;
	} else if (same_name(element, "style")) {
		c->place = CONTEXT_SEALED;
	} else if (html && (same_name(element, "title") || same_name(element, "textarea"))) {
		c->place = CONTEXT_WORDS;
	}
	return NULL;
}

static const char *
element_closes(struct context *c)
{
	if (c->depth == 0 || !str_eq(c->open[c->depth - 1], c->name))
		return "a closing tag that does not close the innermost element";
	c->depth--;
	c->place = CONTEXT_TEXT;
	return NULL;
}

static const char *
attribute_begins(struct context *c, const char *p)
{
	if (!is_letter(*p))
		return "an attribute begins with a letter";
	if (!c->blank)
		return "a blank is missing before an attribute";
	c->name = (struct str){p, 1};
	c->blank = false;
	c->place = CONTEXT_ATTR;
	return NULL;
}

/* The name of an attribute is complete: what its value will be. */
static const char *
attribute_named(struct context *c)
{
	bool script = same_name(c->open[c->depth - 1], "script");

	if (listed(c->name, refused_attributes, LENGTH(refused_attributes)))
		return "an attribute that is not allowed: style, srcdoc or http-equiv";
	if (c->name.n > 2 && lower(c->name.p[0]) == 'o' && lower(c->name.p[1]) == 'n')
		return "an event handler";
	c->value = CONTEXT_PLAIN;
	if (listed(c->name, link_attributes, LENGTH(link_attributes)))
		c->value = CONTEXT_LINK;
	else if (listed(c->name, resource_attributes, LENGTH(resource_attributes)))
		c->value = CONTEXT_RESOURCE;
	else if (script || listed(c->name, fixed_attributes, LENGTH(fixed_attributes)))
		c->value = CONTEXT_FIXED;
	c->src = c->src || (script && same_name(c->name, "src"));
	return NULL;
}

/* Literal text at the start of an address must show that it is one. */
static const char *
address_begins(const struct context *c, struct str rest)
{
	bool local = rest.p[0] == '/' && (rest.n == 1 || (rest.p[1] != '/' && rest.p[1] != '\\'));

	if (c->value == CONTEXT_RESOURCE)
		return local ? NULL : "what is loaded has a path of this site: \"/...\"";
	for (size_t i = 0; rest.p[0] != '/' && i < LENGTH(link_starts); i++)
		if (str_starts(rest, str_of(link_starts[i])))
			return NULL;
	return local ? NULL : "an address begins with http://, https://, mailto:, /, # or ?";
}

static const char *
take_value(struct context *c, struct str rest)
{
	static const struct str json = STR_INIT("application/ld+json");

	if (rest.p[0] == c->quote) {
		c->place = CONTEXT_TAG;
		return NULL;
	}
	if (c->begun)
		return NULL;
	c->begun = true;
	if (c->value == CONTEXT_FIXED && same_name(c->name, "type") && str_starts(rest, json) &&
	    rest.n > json.n && rest.p[json.n] == c->quote)
		c->data = true;
	if (c->value == CONTEXT_LINK || c->value == CONTEXT_RESOURCE)
		return address_begins(c, rest);
	return NULL;
}

static const char *
take_tag(struct context *c, const char *p)
{
	if (is_blank(*p)) {
		c->blank = true;
		return NULL;
	}
	if (*p == '>')
		return tag_ends(c, false);
	if (*p == '/') {
		c->place = CONTEXT_SLASH;
		return NULL;
	}
	return attribute_begins(c, p);
}

static const char *
take_attribute(struct context *c, const char *p)
{
	if (in_name(*p))
		return name_grow(c, p);
	const char *wrong = attribute_named(c);
	if (wrong != NULL)
		return wrong;
	if (*p == '=') {
		c->place = CONTEXT_EQUALS;
		return NULL;
	}
	c->place = CONTEXT_TAG;
	return take_tag(c, p);
}

static const char *
take_equals(struct context *c, char ch)
{
	if (ch != '"' && ch != '\'')
		return "the value of an attribute is not quoted";
	c->quote = ch;
	c->begun = false;
	c->place = CONTEXT_VALUE;
	return NULL;
}

static const char *
take_mark(struct context *c, struct str rest)
{
	c->name.n = 0;
	if (is_letter(rest.p[0])) {
		c->place = CONTEXT_NAME;
		return name_grow(c, rest.p);
	}
	if (rest.p[0] == '/') {
		c->place = CONTEXT_CLOSING;
		return NULL;
	}
	if (str_starts(rest, STR("!--")))
		c->place = CONTEXT_COMMENT;
	else if (c->depth == 0 && (str_starts(rest, STR("!doctype")) || rest.p[0] == '?'))
		c->place = CONTEXT_DECLARED;
	else
		return "\"<\" begins no tag: write &lt;";
	return NULL;
}

static const char *
take_name(struct context *c, const char *p)
{
	if (in_name(*p))
		return name_grow(c, p);
	const char *wrong = element_opens(c);
	return wrong != NULL ? wrong : take_tag(c, p);
}

static const char *
take_closing(struct context *c, const char *p)
{
	if (in_name(*p))
		return name_grow(c, p);
	return *p == '>' ? element_closes(c) : "a closing tag has a name and nothing else";
}

/* Text that only the closing tag of its element ends. */
static const char *
take_raw(struct context *c, struct str rest)
{
	if (rest.p[0] == '<') {
		if (!str_starts(rest, STR("</")))
			return "\"<\" where only text stands: write &lt;, in JSON \\u003c";
		if (c->place == CONTEXT_DATA && c->quote != 0)
			return "a string of JSON is not closed";
		c->place = CONTEXT_MARK;
		return NULL;
	}
	if (c->place == CONTEXT_SEALED && c->mode == CONTEXT_HTML && !is_blank(rest.p[0]))
		return "a script is a file of its own";
	return NULL;
}

static void
take_json(struct context *c, char ch)
{
	if (c->escaped)
		c->escaped = false;
	else if (ch == '\\')
		c->escaped = c->quote != 0;
	else if (ch == '"')
		c->quote = (char)(c->quote == 0 ? '"' : 0);
}

static const char *
take_inside(struct context *c, struct str rest)
{
	switch (c->place) {
	case CONTEXT_TEXT:
		if (rest.p[0] == '<')
			c->place = CONTEXT_MARK;
		return NULL;
	case CONTEXT_COMMENT:
		if (str_starts(rest, STR("-->")))
			c->place = CONTEXT_DECLARED; /* which ends with the same ">" */
		return NULL;
	case CONTEXT_DECLARED:
		if (rest.p[0] == '>')
			c->place = CONTEXT_TEXT;
		return NULL;
	case CONTEXT_DATA:
		take_json(c, rest.p[0]);
		return c->mode == CONTEXT_JSON ? NULL : take_raw(c, rest);
	default:
		return take_raw(c, rest);
	}
}

static const char *
take_byte(struct context *c, struct str rest)
{
	switch (c->place) {
	case CONTEXT_MARK:
		return take_mark(c, rest);
	case CONTEXT_NAME:
		return take_name(c, rest.p);
	case CONTEXT_CLOSING:
		return take_closing(c, rest.p);
	case CONTEXT_TAG:
		return take_tag(c, rest.p);
	case CONTEXT_SLASH:
		return rest.p[0] == '>' ? tag_ends(c, true) : "\"/\" in a tag";
	case CONTEXT_ATTR:
		return take_attribute(c, rest.p);
	case CONTEXT_EQUALS:
		return take_equals(c, rest.p[0]);
	case CONTEXT_VALUE:
		return take_value(c, rest);
	default:
		return take_inside(c, rest);
	}
}

const char *
context_take(struct context *c, struct str literal, size_t *at)
{
	for (size_t i = 0; i < literal.n; i++) {
		const char *wrong = take_byte(c, str_sub(literal, i, literal.n));
		if (wrong != NULL) {
			*at = i;
			return wrong;
		}
	}
	return NULL;
}

const char *
context_pause(struct context *c)
{
	const char *wrong = NULL;

	if (c->place == CONTEXT_NAME)
		wrong = element_opens(c);
	else if (c->place == CONTEXT_ATTR)
		wrong = attribute_named(c);
	if (c->place == CONTEXT_ATTR)
		c->place = CONTEXT_TAG;
	return wrong;
}

bool
context_join(struct context *c, const struct context *other)
{
	bool same = c->place == other->place && c->depth == other->depth &&
	    c->data == other->data && c->src == other->src;

	if (c->place == CONTEXT_VALUE)
		same = same && c->quote == other->quote && c->value == other->value;
	if (c->place == CONTEXT_DATA)
		same = same && c->quote == other->quote && c->escaped == other->escaped;
	for (size_t i = 0; same && i < c->depth; i++)
		same = c->open[i].p == other->open[i].p;
	c->begun = c->begun && other->begun;
	c->blank = c->blank && other->blank;
	return same;
}

const char *
context_end(const struct context *c)
{
	if (c->mode == CONTEXT_JSON)
		return c->quote != 0 ? "a string of JSON is not closed" : NULL;
	if (c->depth > 0)
		return "an element is not closed";
	return c->place == CONTEXT_TEXT ? NULL : "a tag or comment is not closed";
}
