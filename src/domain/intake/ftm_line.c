#include "domain/intake/ftm_line.h"

#include "base/json.h"

struct reader {
	struct arena *a;
	const char *p, *end;
	struct ftm_value *values;
	size_t count, capacity;
	size_t depth;
};

static void
skip_blanks(struct reader *r)
{
	while (r->p < r->end && (*r->p == ' ' || *r->p == '\t' || *r->p == '\r'))
		r->p++;
}

static bool
take(struct reader *r, char c)
{
	skip_blanks(r);
	if (r->p == r->end || *r->p != c)
		return false;
	r->p++;
	skip_blanks(r);
	return true;
}

/* A string, p on what should be its opening quote; false: there is none. */
static bool
read_text(struct reader *r, struct str *out)
{
	const char *open = r->p;
	struct json *value;
	struct err why;
	bool plain = true;

	if (r->p == r->end || *r->p != '"')
		return false;
	for (r->p++; r->p < r->end && *r->p != '"'; r->p++) {
		if ((unsigned char)*r->p < 0x20)
			return false;
		if (*r->p == '\\' && r->p + 1 < r->end) {
			plain = false;
			r->p++;
		}
	}
	if (r->p == r->end)
		return false;
	r->p++;
	*out = (struct str){open + 1, (size_t)(r->p - open) - 2};
	if (plain)
		return true;
	if (json_read(r->a, (struct str){open, (size_t)(r->p - open)}, &value, &why) != 0)
		return false;
	*out = value->text;
	return str_find(*out, '\0') == out->n;
}

static bool skip_value(struct reader *r);

/* The members of an object or items of an array, p behind the opening bracket. */
static bool
skip_inside(struct reader *r, char close)
{
	struct str key;
	bool object = close == '}';

	if (r->depth == FTM_LINE_DEPTH)
		return false;
	r->depth++;
	if (!take(r, close)) {
		do {
			skip_blanks(r);
			if (object && (!read_text(r, &key) || !take(r, ':')))
				return false;
			if (!skip_value(r))
				return false;
		} while (take(r, ','));
		if (!take(r, close))
			return false;
	}
	r->depth--;
	return true;
}

/* A number, true, false or null: whatever stands until something ends it. */
static bool
skip_word(struct reader *r)
{
	const char *start = r->p;

	while (r->p < r->end &&
	    ((*r->p >= '0' && *r->p <= '9') || (*r->p >= 'a' && *r->p <= 'z') || *r->p == '-' ||
		*r->p == '+' || *r->p == '.' || *r->p == 'E'))
		r->p++;
	return r->p > start;
}

static bool
skip_value(struct reader *r)
{
	struct str text;

	skip_blanks(r);
	if (r->p < r->end && *r->p == '"')
		return read_text(r, &text);
	if (take(r, '{'))
		return skip_inside(r, '}');
	if (take(r, '['))
		return skip_inside(r, ']');
	return skip_word(r);
}

static bool
add_value(struct reader *r, struct str property)
{
	struct str text;

	if (!read_text(r, &text))
		return false;
	r->values = arena_grow(r->a, r->values, r->count, &r->capacity, sizeof(*r->values));
	r->values[r->count++] = (struct ftm_value){property, text};
	return true;
}

/* A list of texts; one text alone is a list too. */
static bool
read_values(struct reader *r, struct str property)
{
	if (!take(r, '['))
		return add_value(r, property);
	if (take(r, ']'))
		return true;
	do {
		skip_blanks(r);
		if (!add_value(r, property))
			return false;
	} while (take(r, ','));
	return take(r, ']');
}

static bool
read_properties(struct reader *r)
{
	struct str name;

	if (!take(r, '{'))
		return false;
	if (take(r, '}'))
		return true;
	do {
		skip_blanks(r);
		if (!read_text(r, &name) || !take(r, ':') || !read_values(r, name))
			return false;
	} while (take(r, ','));
	return take(r, '}');
}

static bool
read_member(struct reader *r, struct ftm_line *out, bool *properties)
{
	struct str key;

	skip_blanks(r);
	if (!read_text(r, &key) || !take(r, ':'))
		return false;
	if (str_eq(key, STR("id")))
		return read_text(r, &out->id);
	if (str_eq(key, STR("schema")))
		return read_text(r, &out->schema);
	if (!str_eq(key, STR("properties")))
		return skip_value(r);
	*properties = true;
	return read_properties(r);
}

static bool
read_entity(struct reader *r, struct ftm_line *out)
{
	bool properties = false;

	if (!take(r, '{'))
		return false;
	do {
		if (!read_member(r, out, &properties))
			return false;
	} while (take(r, ','));
	return take(r, '}') && r->p == r->end && properties && out->id.n > 0 && out->schema.n > 0;
}

int
intake_ftm_line(struct arena *a, struct str text, struct ftm_line *out, struct err *e)
{
	struct reader r = {.a = a, .p = text.p, .end = text.p + text.n};
	struct ftm_line line = {.id = STR(""), .schema = STR("")};

	if (!read_entity(&r, &line))
		return err_fail(e, ERR_INPUT, STR("intake.ftm_line"));
	line.values = r.values;
	line.count = r.count;
	*out = line;
	return 0;
}
