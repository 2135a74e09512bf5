#include "base/json.h"

#include <string.h>

#include "base/json_tree.h"
#include "base/utf8.h"

/*
 * Walks over a copy of the text that ends in NUL, a byte no value has outside
 * and inside its strings. Strings are unescaped where they stand.
 */
struct reader {
	char *start, *p, *end;
	struct str text; /* the original, for places in it */
	struct arena *a;
	size_t depth;
	struct err *e;
};

static int
fail_at(struct reader *r, enum err_code code, struct str key, const char *at, struct str what)
{
	int64_t line = 1, column = 1;

	for (size_t i = 0; i < (size_t)(at - r->start); i++) {
		column++;
		if (r->text.p[i] == '\n') {
			line++;
			column = 1;
		}
	}
	return err_fill(r->e, code, __FILE__, __LINE__,
	    (const struct str[ERR_ARGS + 2]){key, STR_INT(line), STR_INT(column), what});
}

static int
fail_here(struct reader *r)
{
	struct str key = r->p == r->end ? STR("json.end") : STR("json.syntax");
	return fail_at(r, ERR_INPUT, key, r->p, STR(""));
}

static void
skip_blanks(struct reader *r)
{
	while (*r->p == ' ' || *r->p == '\n' || *r->p == '\r' || *r->p == '\t')
		r->p++;
}

static bool
read_hex(const char *p, const char *end, uint32_t *out)
{
	uint32_t v = 0;

	if (end - p < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		char c = p[i];
		if (c >= '0' && c <= '9')
			v = v << 4 | (uint32_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			v = v << 4 | (uint32_t)(c - 'a' + 10);
		else if (c >= 'A' && c <= 'F')
			v = v << 4 | (uint32_t)(c - 'A' + 10);
		else
			return false;
	}
	*out = v;
	return true;
}

/* The character of "\uXXXX", p behind the u; a pair of surrogates is one character. */
static bool
read_unicode(struct reader *r, uint32_t *out)
{
	uint32_t high, low;

	if (!read_hex(r->p, r->end, &high) || (high >= 0xDC00 && high <= 0xDFFF))
		return false;
	r->p += 4;
	*out = high;
	if (high < 0xD800 || high > 0xDFFF)
		return true;
	if (r->end - r->p < 6 || r->p[0] != '\\' || r->p[1] != 'u' ||
	    !read_hex(r->p + 2, r->end, &low) || low < 0xDC00 || low > 0xDFFF)
		return false;
	r->p += 6;
	*out = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
	return true;
}

/* One escape, p on its backslash; writes its character at *to and moves both. */
static int
read_escape(struct reader *r, char **to)
{
	static const char names[] = "\"\\/bfnrt", bytes[] = "\"\\/\b\f\n\r\t";
	char *at = r->p;
	const char *name = memchr(names, at[1], sizeof(names) - 1);
	uint32_t c;

	r->p += 2;
	if (name != NULL) {
		*(*to)++ = bytes[name - names];
		return 0;
	}
	if (at[1] != 'u' || !read_unicode(r, &c))
		return fail_at(r, ERR_INPUT, STR("json.escape"), at, STR(""));
	*to += utf8_put(*to, c);
	return 0;
}

/* A string, p on its opening quote; *out lies in the copy. */
static int
read_string(struct reader *r, struct str *out)
{
	char *start = ++r->p, *to = start;

	for (;;) {
		size_t n = json_tree_plain((struct str){r->p, (size_t)(r->end - r->p)});
		if (to != r->p)
			memmove(to, r->p, n);
		to += n;
		r->p += n;
		if (*r->p == '"')
			break;
		if (*r->p != '\\')
			return r->p == r->end
			    ? fail_here(r)
			    : fail_at(r, ERR_INPUT, STR("json.control"), r->p, STR(""));
		if (read_escape(r, &to) != 0)
			return -1;
	}
	r->p++;
	*out = (struct str){start, (size_t)(to - start)};
	return 0;
}

static int
read_integer(struct reader *r, struct json **out)
{
	const char *at = r->p;
	bool negative = *r->p == '-';
	int64_t v = 0;

	r->p += negative;
	const char *digits = r->p;
	while (*r->p >= '0' && *r->p <= '9' && r->p - digits < 17)
		v = v * 10 + (*r->p++ - '0');
	bool padded = *digits == '0' && (negative || r->p - digits > 1);
	bool fraction = *r->p == '.' || *r->p == 'e' || *r->p == 'E';
	if (r->p == digits || padded || fraction || v > JSON_INT_MAX)
		return fail_at(r, ERR_INPUT, STR("json.number"), at, STR(""));
	*out = json_int(r->a, negative ? -v : v);
	return 0;
}

static int
read_word(struct reader *r, struct json **out)
{
	static const struct {
		struct str word;
		enum json_type type;
		bool yes;
	} words[] = {
	    {STR_INIT("null"), JSON_NULL, false},
	    {STR_INIT("true"), JSON_BOOL, true},
	    {STR_INIT("false"), JSON_BOOL, false},
	};
	struct str rest = {r->p, (size_t)(r->end - r->p)};

	for (size_t i = 0; i < LENGTH(words); i++) {
		if (!str_starts(rest, words[i].word))
			continue;
		r->p += words[i].word.n;
		*out = json_tree_node(r->a, words[i].type);
		(*out)->yes = words[i].yes;
		return 0;
	}
	return fail_here(r);
}

static int read_value(struct reader *r, struct json **out);

static int
read_array(struct reader *r, struct json *array)
{
	r->p++;
	skip_blanks(r);
	if (*r->p == ']') {
		r->p++;
		return 0;
	}
	for (;;) {
		struct json *item;
		if (read_value(r, &item) != 0)
			return -1;
		json_tree_append(array, item);
		if (*r->p == ',') {
			r->p++;
		} else if (*r->p == ']') {
			r->p++;
			return 0;
		} else {
			return fail_here(r);
		}
	}
}

static int
read_member(struct reader *r, struct json *object)
{
	const char *at = r->p;
	struct json *value;
	struct str key;

	if (*at != '"')
		return fail_here(r);
	if (read_string(r, &key) != 0)
		return -1;
	if (!json_tree_key_allowed(key))
		return fail_at(r, ERR_INPUT, STR("json.key"), at, key);
	skip_blanks(r);
	if (*r->p != ':')
		return fail_here(r);
	r->p++;
	if (read_value(r, &value) != 0)
		return -1;
	value->key = key;
	json_tree_append(object, value);
	return 0;
}

static int
read_object(struct reader *r, struct json *object)
{
	r->p++;
	skip_blanks(r);
	if (*r->p == '}') {
		r->p++;
		return 0;
	}
	for (;;) {
		if (read_member(r, object) != 0)
			return -1;
		if (*r->p == '}')
			break;
		if (*r->p != ',')
			return fail_here(r);
		r->p++;
		skip_blanks(r);
	}
	r->p++;
	const struct str *twice = json_tree_twice(object);
	if (twice != NULL)
		return fail_at(r, ERR_INPUT, STR("json.duplicate"), twice->p, *twice);
	return 0;
}

static int
read_container(struct reader *r, struct json **out)
{
	bool list = *r->p == '[';

	if (r->depth == JSON_DEPTH)
		return fail_at(r, ERR_LIMIT, STR("json.depth"), r->p, STR_INT(JSON_DEPTH));
	r->depth++;
	*out = list ? json_array(r->a) : json_object(r->a);
	if ((list ? read_array(r, *out) : read_object(r, *out)) != 0)
		return -1;
	r->depth--;
	return 0;
}

/* One value with the blanks around it. */
static int
read_value(struct reader *r, struct json **out)
{
	int status;

	skip_blanks(r);
	char c = *r->p;
	if (c == '"') {
		*out = json_tree_node(r->a, JSON_STR);
		status = read_string(r, &(*out)->text);
	} else if (c == '{' || c == '[') {
		status = read_container(r, out);
	} else if (c == '-' || (c >= '0' && c <= '9')) {
		status = read_integer(r, out);
	} else {
		status = read_word(r, out);
	}
	if (status == 0)
		skip_blanks(r);
	return status;
}

int
json_read(struct arena *a, struct str text, struct json **out, struct err *e)
{
	char *copy = arena_alloc(a, text.n + 1);
	struct reader r = {copy, copy, copy + text.n, text, a, 0, e};
	size_t bad = utf8_bad(text);
	struct json *value;

	if (bad < text.n)
		return fail_at(&r, ERR_INPUT, STR("json.utf8"), copy + bad, STR(""));
	memcpy(copy, text.p, text.n);
	if (read_value(&r, &value) != 0)
		return -1;
	if (r.p != r.end)
		return fail_at(&r, ERR_INPUT, STR("json.after"), r.p, STR(""));
	*out = value;
	return 0;
}
