#include "domain/intake/ftm_line.h"

#include "base/json_scan.h"

struct reader {
	struct json_scan in;
	struct ftm_value *values;
	size_t count, capacity;
	size_t depth;
};

/* A string that is a text. */
static bool
read_text(struct reader *r, struct str *out)
{
	return json_scan_string(&r->in, out) && str_find(*out, '\0') == out->n;
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
	if (!json_scan_take(&r->in, close)) {
		do {
			json_scan_blanks(&r->in);
			if (object && (!read_text(r, &key) || !json_scan_take(&r->in, ':')))
				return false;
			if (!skip_value(r))
				return false;
		} while (json_scan_take(&r->in, ','));
		if (!json_scan_take(&r->in, close))
			return false;
	}
	r->depth--;
	return true;
}

/* A number, true, false or null: whatever stands until something ends it. */
static bool
skip_word(struct reader *r)
{
	const char *start = r->in.p;

	while (r->in.p < r->in.end &&
	    ((*r->in.p >= '0' && *r->in.p <= '9') || (*r->in.p >= 'a' && *r->in.p <= 'z') ||
		*r->in.p == '-' || *r->in.p == '+' || *r->in.p == '.' || *r->in.p == 'E'))
		r->in.p++;
	return r->in.p > start;
}

static bool
skip_value(struct reader *r)
{
	struct str text;

	json_scan_blanks(&r->in);
	if (r->in.p < r->in.end && *r->in.p == '"')
		return read_text(r, &text);
	if (json_scan_take(&r->in, '{'))
		return skip_inside(r, '}');
	if (json_scan_take(&r->in, '['))
		return skip_inside(r, ']');
	return skip_word(r);
}

static bool
add_value(struct reader *r, struct str property)
{
	struct str text;

	if (!read_text(r, &text))
		return false;
	r->values = arena_grow(r->in.a, r->values, r->count, &r->capacity, sizeof(*r->values));
	r->values[r->count++] = (struct ftm_value){property, text};
	return true;
}

/* A list of texts; one text alone is a list too. */
static bool
read_values(struct reader *r, struct str property)
{
	if (!json_scan_take(&r->in, '['))
		return add_value(r, property);
	if (json_scan_take(&r->in, ']'))
		return true;
	do {
		json_scan_blanks(&r->in);
		if (!add_value(r, property))
			return false;
	} while (json_scan_take(&r->in, ','));
	return json_scan_take(&r->in, ']');
}

static bool
read_properties(struct reader *r)
{
	struct str name;

	if (!json_scan_take(&r->in, '{'))
		return false;
	if (json_scan_take(&r->in, '}'))
		return true;
	do {
		json_scan_blanks(&r->in);
		if (!read_text(r, &name) || !json_scan_take(&r->in, ':') || !read_values(r, name))
			return false;
	} while (json_scan_take(&r->in, ','));
	return json_scan_take(&r->in, '}');
}

static bool
read_member(struct reader *r, struct ftm_line *out, bool *properties)
{
	struct str key;

	json_scan_blanks(&r->in);
	if (!read_text(r, &key) || !json_scan_take(&r->in, ':'))
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

	if (!json_scan_take(&r->in, '{'))
		return false;
	do {
		if (!read_member(r, out, &properties))
			return false;
	} while (json_scan_take(&r->in, ','));
	return json_scan_take(&r->in, '}') && r->in.p == r->in.end && properties && out->id.n > 0 &&
	    out->schema.n > 0;
}

int
intake_ftm_line(struct arena *a, struct str text, struct ftm_line *out, struct err *e)
{
	struct reader r = {.in = {a, text.p, text.p + text.n}};
	struct ftm_line line = {.id = STR(""), .schema = STR("")};

	if (!read_entity(&r, &line))
		return err_fail(e, ERR_INPUT, STR("intake.ftm_line"));
	line.values = r.values;
	line.count = r.count;
	*out = line;
	return 0;
}
