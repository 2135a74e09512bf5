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
	return str_eq(name, STR("kind")) || str_eq(name, STR("with"));
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

/* "date=2019-06-09; place=almaty"; what lacks a "=" is a qualifier that no property has. */
static void
read_with(struct arena *a, struct str text, struct record_statement *s)
{
	size_t n = 0;

	for (struct str rest = text; rest.n > 0; n++)
		str_cut(&rest, ';');
	struct record_qualifier *with = ARENA_ARRAY(a, struct record_qualifier, n);
	while (text.n > 0) {
		struct str value = str_trim(str_cut(&text, ';'));
		if (value.n == 0)
			continue;
		struct str property = str_cut(&value, '=');
		with[s->n_with++] = (struct record_qualifier){
		    .property = str_trim(property), .value = str_trim(value)};
	}
	s->with = with;
}

/* Spreadsheets leave such rows behind. */
static bool
row_is_empty(const struct csv *csv, size_t row)
{
	for (size_t c = 0; c < csv->width; c++)
		if (str_trim(csv->rows[row].fields[c]).n > 0)
			return false;
	return true;
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
		if (!row_is_empty(csv, i))
			read_row(a, csv, i, &rows[count++]);
	*out = (struct record_table){.rows = rows, .count = count};
	return 0;
}
