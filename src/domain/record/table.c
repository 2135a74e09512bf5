#include <stddef.h>

#include "domain/record/internal.h"

/* Columns that hold one text of a statement each. */
static const struct {
	struct str name;
	size_t at; /* in struct record_statement */
} columns[] = {
    {STR_INIT("record"), offsetof(struct record_statement, record)},
    {STR_INIT("property"), offsetof(struct record_statement, property)},
    {STR_INIT("value"), offsetof(struct record_statement, value)},
    {STR_INIT("lang"), offsetof(struct record_statement, lang)},
    {STR_INIT("source"), offsetof(struct record_statement, source)},
    {STR_INIT("words"), offsetof(struct record_statement, words)},
    {STR_INIT("speaker"), offsetof(struct record_statement, speaker)},
    {STR_INIT("via"), offsetof(struct record_statement, via)},
    {STR_INIT("said_at"), offsetof(struct record_statement, said_at)},
    {STR_INIT("basis"), offsetof(struct record_statement, basis)},
    {STR_INIT("credence"), offsetof(struct record_statement, credence)},
    {STR_INIT("confidentiality"), offsetof(struct record_statement, confidentiality)},
    {STR_INIT("checked"), offsetof(struct record_statement, checked)},
};

static bool
is_column(struct str name)
{
	for (size_t i = 0; i < LENGTH(columns); i++)
		if (str_eq(columns[i].name, name))
			return true;
	return str_eq(name, STR("kind")) || str_eq(name, STR("with")) ||
	    str_eq(name, STR("refused"));
}

static int
check_header(const struct csv *csv, struct err *e)
{
	if (csv_column(csv, STR("record")) < 0)
		return err_fail(e, ERR_INPUT, STR("record.column"), STR("record"));
	for (size_t i = 0; i < csv->width; i++)
		if (!is_column(csv->names[i]))
			return err_fail(e, ERR_INPUT, STR("record.column_unknown"), csv->names[i]);
	return 0;
}

/* Cuts a value that stands in quotes, "" being one quote; what follows up to ";" belongs to it. */
static struct str
cut_quoted(struct arena *a, struct str *text)
{
	struct buf *b = buf_on(a);
	size_t i = 1;

	for (; i < text->n; i++) {
		bool quote = text->p[i] == '"';
		if (quote && (i + 1 == text->n || text->p[i + 1] != '"'))
			break;
		i += quote;
		buf_putc(b, text->p[i]);
	}
	*text = str_sub(*text, i + 1, text->n);
	buf_put(b, str_trim(str_cut(text, ';')));
	return buf_str(b);
}

/* One qualifier, up to ";" or, where its value stands in quotes, to their end. */
static struct record_qualifier
cut_qualifier(struct arena *a, struct str *text)
{
	size_t sign = str_find(*text, '='), end = str_find(*text, ';');

	if (sign >= end)
		return (struct record_qualifier){
		    .property = str_trim(str_cut(text, ';')), .value = STR("")};
	struct str property = str_trim(str_cut(text, '='));
	*text = str_trim(*text);
	struct str value =
	    str_starts(*text, STR("\"")) ? cut_quoted(a, text) : str_trim(str_cut(text, ';'));
	return (struct record_qualifier){.property = property, .value = value};
}

/* "date=2019-06-09; note=\"a; b\""; what lacks a "=" is a qualifier that no property has. */
static void
read_with(struct arena *a, struct str text, struct record_statement *s)
{
	size_t n = 0;

	for (struct str rest = text; rest.n > 0; n++)
		str_cut(&rest, ';');
	struct record_qualifier *with = ARENA_ARRAY(a, struct record_qualifier, n);
	while (str_trim(text).n > 0) {
		struct record_qualifier q = cut_qualifier(a, &text);
		if (q.property.n > 0 || q.value.n > 0)
			with[s->n_with++] = q;
	}
	s->with = with;
}

static void
read_row(struct arena *a, const struct csv *csv, size_t at, struct record_row *row)
{
	*row = (struct record_row){.line = csv->rows[at].line};
	for (size_t c = 0; c < LENGTH(columns); c++) {
		struct str *field = (struct str *)((char *)&row->statement + columns[c].at);
		*field = str_trim(csv_field(csv, at, csv_column(csv, columns[c].name)));
	}
	row->kind = str_trim(csv_field(csv, at, csv_column(csv, STR("kind"))));
	read_with(a, csv_field(csv, at, csv_column(csv, STR("with"))), &row->statement);
}

int
record_table_read(struct arena *a, const struct csv *csv, struct record_table *out, struct err *e)
{
	if (check_header(csv, e) < 0)
		return -1;
	struct record_row *rows = ARENA_ARRAY(a, struct record_row, csv->count);
	size_t count = 0;
	for (size_t i = 0; i < csv->count; i++)
		if (!csv_row_is_empty(csv, i))
			read_row(a, csv, i, &rows[count++]);
	*out = (struct record_table){.rows = rows, .count = count};
	return 0;
}
