#include "kit/sheet/sheet_json.h"

#include <string.h>

#include "base/json_scan.h"

struct reader {
	struct json_scan in; /* the line */
	const char *start;   /* of it */
	struct err *e;
	size_t line;
	struct str *names;
	size_t *seen; /* for each name, the last line that had it */
	size_t width, capacity;
	struct str *fields; /* of the line, CSV_COLUMNS of them */
};

static int
fail(struct reader *r, enum err_code code, struct str key, struct str what)
{
	return err_fail(r->e, code, key, STR_INT((int64_t)r->line), what);
}

static int
fail_here(struct reader *r)
{
	return fail(
	    r, ERR_INPUT, STR("sheet.json_line"), STR_INT((int64_t)(r->in.p - r->start) + 1));
}

static int
read_string(struct reader *r, struct str *out)
{
	if (!json_scan_string(&r->in, out))
		return fail_here(r);
	return str_find(*out, '\0') < out->n ? fail(r, ERR_INPUT, STR("csv.nul"), STR("")) : 0;
}

static const char *
digits(const char *p, const char *end)
{
	while (p < end && *p >= '0' && *p <= '9')
		p++;
	return p;
}

/* Where the number of JSON that begins at p ends; p when there is none. */
static const char *
number_end(const char *p, const char *end)
{
	const char *start = p, *whole = p + (p < end && *p == '-'), *part;

	p = digits(whole, end);
	if (p == whole || (*whole == '0' && p - whole > 1))
		return start;
	if (p < end && *p == '.') {
		part = ++p;
		p = digits(p, end);
		if (p == part)
			return start;
	}
	if (p < end && (*p == 'e' || *p == 'E')) {
		p++;
		p += p < end && (*p == '+' || *p == '-');
		part = p;
		p = digits(p, end);
		if (p == part)
			return start;
	}
	return p;
}

/* A number, true, false or null. */
static int
read_bare(struct reader *r, struct str *out)
{
	static const struct {
		struct str word, field;
	} words[] = {
	    {STR_INIT("true"), STR_INIT("true")},
	    {STR_INIT("false"), STR_INIT("false")},
	    {STR_INIT("null"), STR_INIT("")},
	};
	struct str rest = {r->in.p, (size_t)(r->in.end - r->in.p)};

	for (size_t i = 0; i < LENGTH(words); i++) {
		if (!str_starts(rest, words[i].word))
			continue;
		*out = words[i].field;
		r->in.p += words[i].word.n;
		return 0;
	}
	const char *after = number_end(r->in.p, r->in.end);
	*out = (struct str){r->in.p, (size_t)(after - r->in.p)};
	r->in.p = after;
	return out->n > 0 ? 0 : fail_here(r);
}

static int
read_scalar(struct reader *r, struct str key, struct str *out)
{
	if (r->in.p == r->in.end)
		return fail_here(r);
	if (*r->in.p == '{' || *r->in.p == '[')
		return fail(r, ERR_INPUT, STR("sheet.json_nested"), key);
	return *r->in.p == '"' ? read_string(r, out) : read_bare(r, out);
}

/* "[a, b]" as "a; b", p behind the bracket. */
static int
read_list(struct reader *r, struct str key, struct str *out)
{
	struct buf *b = buf_on(r->in.a);
	struct str item;

	if (json_scan_take(&r->in, ']')) {
		*out = STR("");
		return 0;
	}
	do {
		json_scan_blanks(&r->in);
		if (read_scalar(r, key, &item) != 0)
			return -1;
		if (b->n > 0)
			buf_put(b, STR("; "));
		buf_put(b, item);
	} while (json_scan_take(&r->in, ','));
	if (!json_scan_take(&r->in, ']'))
		return fail_here(r);
	*out = buf_str(b);
	return 0;
}

/* The column of that name, made when it is new; near is where it stood on the line before. */
static int
column_of(struct reader *r, struct str name, size_t near, size_t *out)
{
	size_t i = 0, capacity = r->capacity;

	if (near < r->width && str_eq(r->names[near], name))
		i = near;
	while (i < r->width && !str_eq(r->names[i], name))
		i++;
	if (i == r->width && i == CSV_COLUMNS)
		return err_fail(r->e, ERR_LIMIT, STR("csv.columns"), STR_INT(CSV_COLUMNS + 1),
		    STR_INT(CSV_COLUMNS));
	if (i == r->width) {
		r->names = arena_grow(r->in.a, r->names, i, &r->capacity, sizeof(*r->names));
		r->seen = arena_grow(r->in.a, r->seen, i, &capacity, sizeof(*r->seen));
		r->names[i] = name;
		r->seen[i] = 0;
		r->width++;
	}
	if (r->seen[i] == r->line)
		return fail(r, ERR_INPUT, STR("sheet.json_twice"), name);
	r->seen[i] = r->line;
	*out = i;
	return 0;
}

static int
read_member(struct reader *r, size_t near)
{
	struct str key;
	size_t column = 0;

	json_scan_blanks(&r->in);
	if (r->in.p == r->in.end || *r->in.p != '"')
		return fail_here(r);
	if (read_string(r, &key) != 0)
		return -1;
	if (key.n == 0)
		return fail(r, ERR_INPUT, STR("sheet.json_key"), STR(""));
	if (column_of(r, key, near, &column) != 0)
		return -1;
	if (!json_scan_take(&r->in, ':'))
		return fail_here(r);
	return json_scan_take(&r->in, '[') ? read_list(r, key, &r->fields[column])
					   : read_scalar(r, key, &r->fields[column]);
}

static int
read_object(struct reader *r)
{
	size_t n = 0;

	for (size_t i = 0; i < CSV_COLUMNS; i++)
		r->fields[i] = STR("");
	if (!json_scan_take(&r->in, '{'))
		return fail_here(r);
	if (!json_scan_take(&r->in, '}')) {
		do {
			if (read_member(r, n++) != 0)
				return -1;
		} while (json_scan_take(&r->in, ','));
		if (!json_scan_take(&r->in, '}'))
			return fail_here(r);
	}
	return r->in.p == r->in.end ? 0 : fail_here(r);
}

/* Rows that were read before the last column was met have too few fields. */
static void
widen(struct reader *r, struct csv_row *rows, const size_t *widths, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (widths[i] == r->width)
			continue;
		struct str *fields = ARENA_ARRAY(r->in.a, struct str, r->width);
		for (size_t k = 0; k < r->width; k++)
			fields[k] = k < widths[i] ? rows[i].fields[k] : STR("");
		rows[i].fields = fields;
	}
}

static void
keep_row(struct reader *r, struct csv_row *row)
{
	struct str *kept = ARENA_ARRAY(r->in.a, struct str, r->width);

	if (r->width > 0)
		memcpy(kept, r->fields, r->width * sizeof(*kept));
	*row = (struct csv_row){kept, r->line};
}

int
sheet_json_read(struct arena *a, struct str text, struct csv *out, struct err *e)
{
	struct reader r = {
	    .in = {.a = a}, .e = e, .fields = ARENA_ARRAY(a, struct str, CSV_COLUMNS)};
	struct csv_row *rows = NULL;
	size_t *widths = NULL, capacity = 0, count = 0;

	for (struct str rest = arena_str(a, text); rest.n > 0;) {
		struct str line = str_cut(&rest, '\n');
		r.line++;
		if (str_trim(line).n == 0)
			continue;
		r.start = r.in.p = line.p;
		r.in.end = line.p + line.n;
		if (read_object(&r) != 0)
			return -1;
		size_t same = capacity;
		rows = arena_grow(a, rows, count, &capacity, sizeof(*rows));
		widths = arena_grow(a, widths, count, &same, sizeof(*widths));
		keep_row(&r, &rows[count]);
		widths[count++] = r.width;
	}
	if (r.width == 0)
		return err_fail(e, ERR_INPUT, STR("sheet.json_empty"));
	widen(&r, rows, widths, count);
	*out = (struct csv){.names = r.names, .width = r.width, .rows = rows, .count = count};
	return 0;
}
