#include "base/csv.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

#define BYTE_ORDER_MARK STR("\xEF\xBB\xBF")

/* Walks over a copy of the text; a quoted field is unquoted where it stands, as it only shrinks. */
struct reader {
	char *p, *end;
	char separator;
	size_t line;
	struct arena *a;
	struct str *fields; /* of the row being read */
	size_t count, capacity;
	struct err *e;
};

static int
fail_at(struct reader *r, struct str key, size_t line)
{
	return err_fill(r->e, ERR_INPUT, __FILE__, __LINE__,
	    (const struct str[ERR_ARGS + 2]){key, STR_INT((int64_t)line)});
}

static bool
at_line_end(const struct reader *r)
{
	return r->p == r->end || *r->p == '\n' || *r->p == '\r';
}

static int
read_bare(struct reader *r, struct str *out)
{
	char *start = r->p;

	while (!at_line_end(r) && *r->p != r->separator) {
		if (*r->p == '"')
			return fail_at(r, STR("csv.inner_quote"), r->line);
		r->p++;
	}
	*out = (struct str){start, (size_t)(r->p - start)};
	return 0;
}

/* Moves what stands between the quotes together and leaves p behind the closing one. */
static bool
unquote(struct reader *r, struct str *out)
{
	char *start = ++r->p, *to = start;

	while (r->p < r->end) {
		char c = *r->p++;
		if (c == '"') {
			if (r->p == r->end || *r->p != '"') {
				*out = (struct str){start, (size_t)(to - start)};
				return true;
			}
			r->p++;
		} else if (c == '\n') {
			r->line++;
		}
		*to++ = c;
	}
	return false;
}

static int
read_quoted(struct reader *r, struct str *out)
{
	size_t opened = r->line;

	if (!unquote(r, out))
		return fail_at(r, STR("csv.open_quote"), opened);
	if (!at_line_end(r) && *r->p != r->separator)
		return fail_at(r, STR("csv.after_quote"), r->line);
	return 0;
}

static int
end_line(struct reader *r)
{
	if (r->p < r->end && *r->p == '\r') {
		r->p++;
		if (r->p == r->end || *r->p != '\n')
			return fail_at(r, STR("csv.cr"), r->line);
	}
	if (r->p < r->end)
		r->p++;
	r->line++;
	return 0;
}

static int
read_row(struct reader *r)
{
	r->count = 0;
	for (;;) {
		struct str field;
		bool quoted = r->p < r->end && *r->p == '"';
		if ((quoted ? read_quoted(r, &field) : read_bare(r, &field)) != 0)
			return -1;
		r->fields = arena_grow(r->a, r->fields, r->count, &r->capacity, sizeof(field));
		r->fields[r->count++] = field;
		if (at_line_end(r))
			return end_line(r);
		r->p++;
	}
}

static const struct str *
keep_fields(const struct reader *r)
{
	struct str *kept = ARENA_ARRAY(r->a, struct str, r->count);
	memcpy(kept, r->fields, r->count * sizeof(*kept));
	return kept;
}

/* One cell at most that says something, where there are several: no names of columns. */
static bool
is_title(const struct reader *r)
{
	size_t named = 0;

	for (size_t i = 0; i < r->count; i++)
		named += r->fields[i].n > 0;
	return r->count > 1 && named <= 1;
}

static int
read_header(struct reader *r, struct csv *out)
{
	if (r->p == r->end)
		return err_fail(r->e, ERR_INPUT, STR("csv.empty"));
	if (read_row(r) != 0)
		return -1;
	if (r->count > CSV_COLUMNS)
		return err_fail(r->e, ERR_LIMIT, STR("csv.columns"), STR_INT((int64_t)r->count),
		    STR_INT(CSV_COLUMNS));
	if (is_title(r))
		return err_fail(r->e, ERR_INPUT, STR("csv.title"));
	for (size_t i = 0; i < r->count; i++) {
		if (r->fields[i].n == 0)
			return err_fail(
			    r->e, ERR_INPUT, STR("csv.no_name"), STR_INT((int64_t)i + 1));
		for (size_t j = 0; j < i; j++)
			if (str_eq(r->fields[i], r->fields[j]))
				return err_fail(
				    r->e, ERR_INPUT, STR("csv.same_name"), r->fields[i]);
	}
	out->names = keep_fields(r);
	out->width = r->count;
	return 0;
}

static int
read_rows(struct reader *r, struct csv *out)
{
	struct csv_row *rows = NULL;
	size_t capacity = 0;

	while (r->p < r->end) {
		size_t line = r->line;
		if (out->width > 1 && at_line_end(r)) {
			if (end_line(r) != 0)
				return -1;
			continue;
		}
		if (read_row(r) != 0)
			return -1;
		if (r->count != out->width)
			return err_fail(r->e, ERR_INPUT, STR("csv.width"), STR_INT((int64_t)line),
			    STR_INT((int64_t)r->count), STR_INT((int64_t)out->width));
		rows = arena_grow(r->a, rows, out->count, &capacity, sizeof(*rows));
		rows[out->count++] = (struct csv_row){keep_fields(r), line};
	}
	out->rows = rows;
	return 0;
}

static size_t
line_of(struct str text, size_t at)
{
	size_t line = 1;
	for (size_t i = 0; i < at; i++)
		line += text.p[i] == '\n';
	return line;
}

static struct str
without_blank_end(struct str text)
{
	while (text.n > 0 && text.p[text.n - 1] == '\n') {
		text.n--;
		if (text.n > 0 && text.p[text.n - 1] == '\r')
			text.n--;
	}
	return text;
}

/* A spreadsheet set to decimal commas writes ";". */
char
csv_separator(struct str text)
{
	bool quoted = false;
	char found = ',';

	for (size_t i = 0; i < text.n && (quoted || text.p[i] != '\n'); i++) {
		char c = text.p[i];
		if (c == '"')
			quoted = !quoted;
		else if (!quoted && c == ',')
			return ',';
		else if (!quoted && found == ',' && (c == ';' || c == '\t'))
			found = c;
	}
	return found;
}

int
csv_read(struct arena *a, struct str text, struct csv *out, struct err *e)
{
	size_t bad = utf8_bad(text), nul = str_find(text, '\0');
	struct reader r = {.line = 1, .a = a, .e = e};
	struct csv table = {0};

	if (bad < text.n)
		return fail_at(&r, STR("csv.utf8"), line_of(text, bad));
	if (nul < text.n)
		return fail_at(&r, STR("csv.nul"), line_of(text, nul));
	if (str_starts(text, BYTE_ORDER_MARK))
		text = str_sub(text, 3, text.n);
	text = without_blank_end(text);
	r.separator = csv_separator(text);
	r.p = arena_alloc(a, text.n);
	r.end = r.p + text.n;
	memcpy(r.p, text.p, text.n);
	if (read_header(&r, &table) != 0 || read_rows(&r, &table) != 0)
		return -1;
	*out = table;
	return 0;
}

int
csv_column(const struct csv *table, struct str name)
{
	for (size_t i = 0; i < table->width; i++)
		if (str_eq(table->names[i], name))
			return (int)i;
	return -1;
}

struct str
csv_field(const struct csv *table, size_t row, int column)
{
	assert(row < table->count && column >= -1 && column < (int)table->width);
	return column == -1 ? STR("") : table->rows[row].fields[column];
}

static bool
needs_quotes(struct str field)
{
	for (size_t i = 0; i < field.n; i++) {
		char c = field.p[i];
		if (c == ',' || c == ';' || c == '\t' || c == '"' || c == '\n' || c == '\r')
			return true;
	}
	return str_starts(field, BYTE_ORDER_MARK);
}

static void
put_quoted(struct buf *b, struct str field)
{
	buf_putc(b, '"');
	while (field.n > 0) {
		size_t quote = str_find(field, '"');
		buf_put(b, str_sub(field, 0, quote));
		if (quote < field.n)
			buf_put(b, STR("\"\""));
		field = str_sub(field, quote + 1, field.n);
	}
	buf_putc(b, '"');
}

bool
csv_row_is_empty(const struct csv *table, size_t row)
{
	for (size_t c = 0; c < table->width; c++)
		if (str_trim(table->rows[row].fields[c]).n > 0)
			return false;
	return true;
}

void
csv_put_field(struct buf *b, struct str field)
{
	if (needs_quotes(field))
		put_quoted(b, field);
	else
		buf_put(b, field);
}

void
csv_put_row(struct buf *b, const struct str *fields, size_t count)
{
	assert(count > 0);
	if (count == 1 && fields[0].n == 0)
		put_quoted(b, fields[0]); /* a blank line would be no row */
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_putc(b, ',');
		csv_put_field(b, fields[i]);
	}
	buf_putc(b, '\n');
}
