/* Writes the C for each directive of a template. */
#include "tplc.h"

#define LITERAL_BYTES                                                                              \
	1000            /* of one string of C, which a compiler need not take longer than 4095     \
			 */
#define SAY_ARGUMENTS 6 /* TPL_ARGS of kit/tpl */

static bool
is_name(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char ch = s.p[i];
		bool fits =
		    (ch >= 'a' && ch <= 'z') || ch == '_' || (i > 0 && ch >= '0' && ch <= '9');
		if (!fits)
			return false;
	}
	return s.n > 0;
}

/* What a bracket or quote does to how deep we are: -1, 0, 1. */
static int
bracket(char ch)
{
	return (ch == '(' || ch == '[') - (ch == ')' || ch == ']');
}

/* An expression of C, and no more than one: brackets and strings close, nothing else comes in. */
static bool
expression(struct tplc *c, struct str e)
{
	int depth = 0;
	bool quoted = false;

	if (e.n == 0)
		return tplc_refuse(c, "an expression is missing", STR(""));
	for (size_t i = 0; i < e.n && depth >= 0; i++) {
		char ch = e.p[i];
		if (ch == '"')
			quoted = !quoted;
		else if (!quoted)
			depth += bracket(ch);
		bool comment = ch == '/' && i + 1 < e.n && (e.p[i + 1] == '/' || e.p[i + 1] == '*');
		if (ch == '\\' || ch == '\n' || ch == '\'' ||
		    (!quoted && (ch == ';' || ch == '{' || ch == '}' || ch == '#' || comment)))
			return tplc_refuse(c, "not an expression", e);
	}
	if (depth != 0 || quoted)
		return tplc_refuse(c, "a bracket or a quote is not closed", e);
	return true;
}

/* The first argument of a list parted by blanks; blanks in brackets and strings part nothing. */
static struct str
argument(struct str *rest)
{
	struct str list = str_trim(*rest);
	int depth = 0;
	bool quoted = false;
	size_t n = 0;

	for (; n < list.n && (depth > 0 || quoted || list.p[n] != ' '); n++) {
		if (list.p[n] == '"')
			quoted = !quoted;
		else if (!quoted)
			depth += bracket(list.p[n]);
	}
	*rest = str_trim(str_sub(list, n, list.n));
	return str_sub(list, 0, n);
}

static void
put_literal(struct buf *b, struct str text)
{
	buf_fmt(b, "\tbuf_put(t->out, STR(\"");
	for (size_t i = 0; i < text.n; i++) {
		unsigned char ch = (unsigned char)text.p[i];
		if (ch == '\n')
			buf_put(b, i + 1 < text.n ? STR("\\n\"\n\t    \"") : STR("\\n"));
		else if (ch < ' ' || ch > '~' || ch == '"' || ch == '\\' || ch == '?')
			buf_fmt(b, "\\%03o", ch);
		else
			buf_putc(b, (char)ch);
	}
	buf_put(b, STR("\"));\n"));
}

void
tplc_literal(struct tplc *c, struct str text)
{
	for (size_t i = 0; i < text.n; i += LITERAL_BYTES)
		put_literal(c->code, str_sub(text, i, i + LITERAL_BYTES));
}

/* What follows is from the template's line, for the compiler of C too. */
static void
put_line(struct tplc *c)
{
	buf_fmt(c->code, "#line %zu \"%s\"\n", c->line, c->path);
}

static void
put_call(struct tplc *c, const char *function, struct str arguments)
{
	put_line(c);
	buf_fmt(c->code, "\t%s(t, %.*s);\n", function, STR_ARG(arguments));
}

/*
 * What writes a value in this place; NULL, and refused, where none may stand.
 */
static const char *
writer(struct tplc *c)
{
	static const char *const values[] = {"tpl_value", "tpl_link", "tpl_resource"};

	switch (c->at.place) {
	case CONTEXT_TEXT:
		return "tpl_text";
	case CONTEXT_WORDS:
		return "tpl_value";
	case CONTEXT_VALUE:
		if (c->at.value == CONTEXT_FIXED)
			break;
		if (c->at.value != CONTEXT_PLAIN && c->at.begun)
			return "tpl_part";
		return values[c->at.value];
	case CONTEXT_DATA:
		if (c->at.quote != 0)
			tplc_refuse(c, "a value in a string of JSON: {{json E}} writes the quotes",
			    STR(""));
		return "tpl_json";
	case CONTEXT_EQUALS:
		tplc_refuse(c, "a value that is not quoted", STR(""));
		break;
	case CONTEXT_SEALED:
		tplc_refuse(c, "a value in a script or style", STR(""));
		break;
	case CONTEXT_COMMENT:
		tplc_refuse(c, "a value in a comment", STR(""));
		break;
	default:
		tplc_refuse(c, "a value in a tag stands in the quotes of an attribute", STR(""));
	}
	tplc_refuse(c, "a value in an attribute that is never one", c->at.name);
	return NULL;
}

static bool
value(struct tplc *c, struct str e)
{
	const char *function = writer(c);

	if (c->wrong != NULL || !expression(c, e))
		return false;
	if (c->at.place == CONTEXT_DATA)
		return tplc_refuse(c, "a value in JSON is written {{json E}}", STR(""));
	put_call(c, function, e);
	c->at.begun = true;
	return true;
}

static bool
json(struct tplc *c, struct str e)
{
	if (c->at.place != CONTEXT_DATA)
		return tplc_refuse(
		    c, "{{json E}} stands in data, elsewhere a value is {{E}}", STR(""));
	const char *function = writer(c);
	if (c->wrong != NULL || !expression(c, e))
		return false;
	put_call(c, function, e);
	return true;
}

/* Where sentences and numbers for people may stand. */
static bool
words_fit(struct tplc *c)
{
	bool fits = c->at.place == CONTEXT_TEXT || c->at.place == CONTEXT_WORDS ||
	    (c->at.place == CONTEXT_VALUE && c->at.value == CONTEXT_PLAIN);

	return fits || tplc_refuse(c, "words stand in text or in a plain attribute", STR(""));
}

static bool
number(struct tplc *c, struct str e)
{
	if (!words_fit(c) || !expression(c, e))
		return false;
	put_call(c, "tpl_number", e);
	c->at.begun = true;
	return true;
}

static bool
key_valid(struct str key)
{
	for (size_t i = 0; i < key.n; i++) {
		char ch = key.p[i];
		bool fits = (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9') || ch == '.' ||
		    ch == '_' || ch == '-';
		if (!fits)
			return false;
	}
	return key.n > 0;
}

/* {{say room.key a b}}: the key as written, or an expression in brackets. */
static bool
say(struct tplc *c, struct str rest)
{
	struct str key = argument(&rest);
	const char *one = c->at.place == CONTEXT_TEXT ? "tpl_arg_text" : "tpl_arg_value";
	struct buf *list = buf_on(c->a);
	size_t count = 0;

	if (!words_fit(c))
		return false;
	if (!key_valid(key) && !(str_starts(key, STR("(")) && expression(c, key)))
		return tplc_refuse(c, "not a key of locale/", key);
	while (rest.n > 0) {
		struct str e = argument(&rest);
		if (!expression(c, e))
			return false;
		buf_fmt(list, "%s%s(t, %.*s)", count++ > 0 ? ", " : "", one, STR_ARG(e));
	}
	if (count > SAY_ARGUMENTS)
		return tplc_refuse(c, "more than 6 arguments for a sentence", STR(""));
	put_line(c);
	buf_fmt(c->code, key_valid(key) ? "\ttpl_say(t, STR(\"%.*s\"), " : "\ttpl_say(t, %.*s, ",
	    STR_ARG(key));
	if (count > 0)
		buf_fmt(c->code, "(const struct tpl_arg[]){%s}, %zu);\n", list->p, count);
	else
		buf_put(c->code, STR("NULL, 0);\n"));
	c->at.begun = true;
	return true;
}

static bool
include(struct tplc *c, struct str call)
{
	struct str rest = call;
	struct str name = str_cut(&rest, '(');

	if (c->at.place != CONTEXT_TEXT && c->mode != CONTEXT_JSON)
		return tplc_refuse(c, "{{include}} stands between tags", STR(""));
	if (c->at.quote != 0 && c->mode == CONTEXT_JSON)
		return tplc_refuse(c, "{{include}} in a string of JSON", STR(""));
	if (!is_name(name) || !str_ends(call, STR(")")))
		return tplc_refuse(c, "expected {{include NAME(ARGUMENTS)}}", STR(""));
	if (!expression(c, call))
		return false;
	c->includes = arena_grow(
	    c->a, c->includes, c->include_count, &c->include_capacity, sizeof *c->includes);
	c->includes[c->include_count++] = (struct tplc_include){name, c->path, c->line, c->mode};
	put_line(c);
	bool none = rest.n == 1;
	buf_fmt(c->code, "\t%.*s(t%s%.*s;\n", STR_ARG(name), none ? "" : ", ", STR_ARG(rest));
	return true;
}

/* Places in which a page can take one way or another. */
static bool
may_branch(struct tplc *c)
{
	bool may = c->at.place == CONTEXT_TEXT || c->at.place == CONTEXT_WORDS ||
	    c->at.place == CONTEXT_DATA || c->at.place == CONTEXT_VALUE ||
	    c->at.place == CONTEXT_TAG;

	return may || tplc_refuse(c, "a directive cannot stand here", STR(""));
}

static bool
block_begin(struct tplc *c, enum tplc_block_kind kind)
{
	if (!may_branch(c))
		return false;
	if (c->block_count == TPLC_BLOCKS)
		return tplc_refuse(c, "more than 32 blocks inside each other", STR(""));
	if (kind == TPLC_EACH)
		c->at.blank = false; /* the second round has none before it either */
	c->blocks[c->block_count++] =
	    (struct tplc_block){.kind = kind, .line = c->line, .before = c->at};
	return true;
}

static bool
block_if(struct tplc *c, struct str e)
{
	if (!expression(c, e) || !block_begin(c, TPLC_IF))
		return false;
	put_line(c);
	buf_fmt(c->code, "\tif (%.*s) {\n", STR_ARG(e));
	return true;
}

/* The branch that ends here leads where the others did. */
static bool
branch_ends(struct tplc *c, struct tplc_block *block)
{
	if (!may_branch(c))
		return false;
	if (!block->branched)
		block->after = c->at;
	else if (!context_join(&block->after, &c->at))
		return tplc_refuse(c, "the branches do not end in the same place", STR(""));
	block->branched = true;
	return true;
}

static bool
block_next(struct tplc *c, enum tplc_block_kind kind, struct str e)
{
	struct tplc_block *block = c->block_count > 0 ? &c->blocks[c->block_count - 1] : NULL;

	if (block == NULL || block->kind != TPLC_IF)
		return tplc_refuse(c, "no {{if}} before this", STR(""));
	if (kind == TPLC_IF && !expression(c, e))
		return false;
	if (!branch_ends(c, block))
		return false;
	block->kind = kind;
	c->at = block->before;
	put_line(c);
	if (kind == TPLC_ELSE)
		buf_put(c->code, STR("\t} else {\n"));
	else
		buf_fmt(c->code, "\t} else if (%.*s) {\n", STR_ARG(e));
	return true;
}

/* Where the last "[...]" of an array with its count opens; text.n when it does not end in one. */
static size_t
count_opens(struct str text)
{
	int depth = 0;

	for (size_t i = text.n; str_ends(text, STR("]")) && i-- > 0;) {
		depth -= bracket(text.p[i]);
		if (depth == 0)
			return i;
	}
	return text.n;
}

/* {{each row in p->rows[p->n_rows]}}: row is one of them, row_at its index. */
static bool
block_each(struct tplc *c, struct str text)
{
	struct str rest = text;
	struct str name = str_cut(&rest, ' ');
	size_t open = count_opens(rest);

	if (!is_name(name) || !str_starts(rest, STR("in ")) || open <= 3 || open == rest.n)
		return tplc_refuse(c, "expected {{each NAME in ARRAY[COUNT]}}", STR(""));
	struct str array = str_trim(str_sub(rest, 3, open));
	struct str count = str_sub(rest, open + 1, rest.n - 1);
	if (!expression(c, array) || !expression(c, count) || !block_begin(c, TPLC_EACH))
		return false;
	put_line(c);
	buf_fmt(c->code, "\tfor (size_t %.*s_at = 0; %.*s_at < (size_t)(%.*s); %.*s_at++) {\n",
	    STR_ARG(name), STR_ARG(name), STR_ARG(count), STR_ARG(name));
	put_line(c);
	buf_fmt(c->code, "\t__typeof__((%.*s)[0]) %.*s = (%.*s)[%.*s_at];\n\t(void)%.*s;\n",
	    STR_ARG(array), STR_ARG(name), STR_ARG(array), STR_ARG(name), STR_ARG(name));
	return true;
}

static bool
block_end(struct tplc *c)
{
	struct tplc_block *block = c->block_count > 0 ? &c->blocks[c->block_count - 1] : NULL;

	if (block == NULL)
		return tplc_refuse(c, "no {{if}} or {{each}} before this {{end}}", STR(""));
	if (!branch_ends(c, block))
		return false;
	c->at = block->after;
	if (block->kind != TPLC_ELSE && !context_join(&c->at, &block->before))
		return tplc_refuse(c, "a block does not end in the place where it began", STR(""));
	c->block_count--;
	buf_put(c->code, STR("\t}\n"));
	return true;
}

static bool
use(struct tplc *c, struct str path)
{
	if (c->in_template || path.n == 0 || str_find(path, '"') < path.n ||
	    !str_ends(path, STR(".h")))
		return tplc_refuse(c, "expected {{use PATH.h}} before the first template", path);
	struct str line = arena_fmt(c->a, "#include \"%.*s\"\n", STR_ARG(path));
	if (str_search(buf_str(c->uses), line) == c->uses->n)
		buf_put(c->uses, line);
	return true;
}

/* "(void)p;" for each parameter, the last word before each comma. */
static void
put_used(struct tplc *c, struct str parameters)
{
	struct str rest = parameters;

	while (rest.n > 0) {
		struct str one = str_trim(str_cut(&rest, ','));
		size_t n = one.n;
		while (n > 0 && is_name(str_sub(one, n - 1, one.n)))
			n--;
		buf_fmt(c->code, "\t(void)%.*s;\n", STR_ARG(str_sub(one, n, one.n)));
	}
}

static bool
template_begin(struct tplc *c, struct str text)
{
	struct str rest = text;
	struct str name = str_cut(&rest, '(');

	if (!is_name(name) || !str_ends(rest, STR(")")))
		return tplc_refuse(c, "expected {{template NAME(PARAMETERS)}}", STR(""));
	if (!expression(c, text) || !tplc_template_ends(c))
		return false;
	for (size_t i = 0; i < c->template_count; i++)
		if (str_eq(c->templates[i].name, name))
			return tplc_refuse(c, "the template stands twice", name);
	c->templates = arena_grow(
	    c->a, c->templates, c->template_count, &c->template_capacity, sizeof *c->templates);
	c->templates[c->template_count++] = (struct tplc_template){name, c->mode};
	c->in_template = true;
	c->at = (struct context){.mode = c->mode,
	    .place = c->mode == CONTEXT_JSON ? CONTEXT_DATA : CONTEXT_TEXT,
	    .name = STR("")};
	const char *comma = rest.n == 1 ? "" : ", ";
	buf_fmt(c->declarations, "void %.*s(const struct tpl *t%s%.*s;\n", STR_ARG(name), comma,
	    STR_ARG(rest));
	buf_fmt(c->code, "\nvoid\n%.*s(const struct tpl *t%s%.*s\n{\n", STR_ARG(name), comma,
	    STR_ARG(rest));
	put_used(c, str_sub(rest, 0, rest.n - 1));
	return true;
}

static bool
in_template(struct tplc *c, struct str word, struct str rest, struct str whole)
{
	if (str_eq(word, STR("if")))
		return block_if(c, rest);
	if (str_eq(word, STR("elif")))
		return block_next(c, TPLC_IF, rest);
	if (str_eq(whole, STR("else")))
		return block_next(c, TPLC_ELSE, STR(""));
	if (str_eq(whole, STR("end")))
		return block_end(c);
	if (str_eq(word, STR("each")))
		return block_each(c, rest);
	if (str_eq(word, STR("include")))
		return include(c, rest);
	if (str_eq(word, STR("say")))
		return say(c, rest);
	if (str_eq(word, STR("number")))
		return number(c, rest);
	if (str_eq(word, STR("json")))
		return json(c, rest);
	return value(c, whole);
}

bool
tplc_directive(struct tplc *c, struct str text)
{
	struct str rest = text;
	struct str word = str_cut(&rest, ' ');

	rest = str_trim(rest);
	if (str_starts(text, STR("#")))
		return true;
	if (str_eq(word, STR("use")))
		return use(c, rest);
	if (str_eq(word, STR("template")))
		return template_begin(c, rest);
	if (!c->in_template)
		return tplc_refuse(c, "a directive before the first {{template ...}}", STR(""));
	const char *wrong = context_pause(&c->at);
	if (wrong != NULL)
		return tplc_refuse(c, wrong, STR(""));
	return in_template(c, word, rest, text);
}

bool
tplc_finish(struct tplc *c)
{
	for (size_t i = 0; i < c->include_count; i++) {
		const struct tplc_include *one = &c->includes[i];
		size_t j = 0;
		while (j < c->template_count && !str_eq(c->templates[j].name, one->name))
			j++;
		if (j < c->template_count && c->templates[j].mode == one->mode)
			continue;
		c->path = one->path;
		c->line = one->line;
		return tplc_refuse(c,
		    j < c->template_count ? "the template is of another kind of file"
					  : "no such template in this room",
		    one->name);
	}
	return true;
}
