#include "domain/intake/internal.h"

/* The columns of a map, in order. */
static const struct {
	struct str name;
	size_t at;
} columns[] = {
    {STR_INIT("column"), offsetof(struct intake_column, column)},
    {STR_INIT("to"), offsetof(struct intake_column, to)},
    {STR_INIT("lang"), offsetof(struct intake_column, lang)},
    {STR_INIT("split"), offsetof(struct intake_column, split)},
    {STR_INIT("dates"), offsetof(struct intake_column, dates)},
    {STR_INIT("was"), offsetof(struct intake_column, was)},
    {STR_INIT("value"), offsetof(struct intake_column, value)},
};

static struct str *
field(struct intake_column *row, size_t c)
{
	return (struct str *)((char *)row + columns[c].at);
}

static bool
is_column(struct str name)
{
	for (size_t i = 0; i < LENGTH(columns); i++)
		if (str_eq(columns[i].name, name))
			return true;
	return false;
}

int
intake_map_read(struct arena *a, struct str text, struct intake_map *out, struct err *e)
{
	struct csv csv;

	if (csv_read(a, text, &csv, e) < 0)
		return -1;
	if (csv_column(&csv, STR("to")) < 0)
		return err_fail(e, ERR_INPUT, STR("intake.map_column"), STR("to"));
	for (size_t i = 0; i < csv.width; i++)
		if (!is_column(csv.names[i]))
			return err_fail(e, ERR_INPUT, STR("intake.map_column"), csv.names[i]);
	struct intake_column *rows = ARENA_ARRAY(a, struct intake_column, csv.count);
	for (size_t i = 0; i < csv.count; i++)
		for (size_t c = 0; c < LENGTH(columns); c++)
			*field(&rows[i], c) =
			    str_trim(csv_field(&csv, i, csv_column(&csv, columns[c].name)));
	*out = (struct intake_map){rows, csv.count, STR_INIT("table"), STR_INIT("table"), NULL};
	return 0;
}

void
intake_map_write(struct buf *b, const struct intake_map *map)
{
	struct str fields[LENGTH(columns)];

	for (size_t c = 0; c < LENGTH(columns); c++)
		fields[c] = columns[c].name;
	csv_put_row(b, fields, LENGTH(columns));
	for (size_t i = 0; i < map->count; i++) {
		struct intake_column row = map->at[i];
		for (size_t c = 0; c < LENGTH(columns); c++)
			fields[c] = *field(&row, c);
		csv_put_row(b, fields, LENGTH(columns));
	}
}

/* Becomes the column something: by itself, or as "{COLUMN}" in a value? */
static bool
speaks_of(const struct intake_column *row, struct str column)
{
	struct str rest = row->value;
	bool found = str_eq(row->column, column) && !str_eq(row->to, STR("-"));

	while (!found && str_find(rest, '{') < rest.n) {
		(void)str_cut(&rest, '{');
		found = str_eq(str_cut(&rest, '}'), column);
	}
	return found;
}

size_t
intake_left_out(struct arena *a, const struct csv *table, const struct intake_map *map,
    struct str const **names)
{
	struct str *out = ARENA_ARRAY(a, struct str, table->width);
	size_t n = 0;

	for (size_t c = 0; c < table->width; c++) {
		bool taken = false;
		for (size_t i = 0; i < map->count; i++)
			taken = taken || speaks_of(&map->at[i], table->names[c]);
		if (!taken)
			out[n++] = table->names[c];
	}
	*names = out;
	return n;
}

struct str
intake_stem(struct arena *a, struct str path)
{
	struct str name = path;
	struct buf *out = buf_on(a);

	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] == '/')
			name = (struct str){path.p + i + 1, path.n - i - 1};
	for (size_t i = 0; i < name.n && name.p[i] != '.' && out->n < 24; i++) {
		char c = name.p[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			buf_putc(out, c);
		else if (out->n > 0 && out->p[out->n - 1] != '-')
			buf_putc(out, '-');
	}
	while (out->n > 0 && out->p[out->n - 1] == '-')
		out->n--;
	return out->n > 0 ? buf_str(out) : STR("table");
}
