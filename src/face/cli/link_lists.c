#include "face/cli/link_lists.h"

#include "face/cli/table_file.h"

#define TABLE_BYTES ((size_t)4 << 30)

int
link_lists_add(
    struct cli *c, struct arena *a, struct str path, struct link_list *out, struct err *e)
{
	struct csv table;

	if (table_file_read(c, a, path, TABLE_BYTES, &table, e) != 0)
		return -1;
	(void)table_file_header_note(c, path, &table);
	struct str *cells = ARENA_ARRAY(a, struct str, table.count * table.width);
	struct str *names = ARENA_ARRAY(c->a, struct str, table.width);
	for (size_t k = 0; k < table.width; k++)
		names[k] = arena_str(c->a, table.names[k]);
	for (size_t r = 0; r < table.count; r++)
		for (size_t k = 0; k < table.width; k++)
			cells[r * table.width + k] = table.rows[r].fields[k];
	*out = (struct link_list){
	    .names = names, .cells = cells, .width = table.width, .rows = table.count};
	return 0;
}

/* Which argument has that name; c->arg_count when none. */
static size_t
list_named(const struct cli *c, struct str name)
{
	size_t i = 0;

	while (i < c->arg_count && !str_eq(c->args[i], name))
		i++;
	return i;
}

int
link_lists_read(struct cli *c, struct arena *a, struct link_list *lists, struct err *e)
{
	const struct option_values *sole = &c->line.given[OPTION_SOLE];

	for (size_t i = 0; i < c->arg_count; i++) {
		if (link_lists_add(c, a, c->args[i], &lists[i], e) != 0)
			return -1;
	}
	for (size_t i = 0; i < sole->count; i++) {
		size_t at = list_named(c, sole->values[i]);
		if (at == c->arg_count)
			return err_fail(
			    e, ERR_INPUT, STR("cli.link.file"), STR("--sole"), sole->values[i]);
		lists[at].sole = true;
	}
	return 0;
}

int
link_lists_row(
    struct cli *c, const struct link_list *lists, struct str text, size_t *out, struct err *e)
{
	size_t colon = text.n, list = 0, first = 0;
	int64_t row;

	while (colon > 0 && text.p[colon - 1] != ':')
		colon--;
	if (colon > 0)
		list = list_named(c, str_sub(text, 0, colon - 1));
	if (list == c->arg_count || !str_to_int(str_sub(text, colon, text.n), &row) || row < 1 ||
	    (uint64_t)row > lists[list].rows)
		return err_fail(e, ERR_NOTFOUND, STR("cli.link.row"), text);
	for (size_t i = 0; i < list; i++)
		first += lists[i].rows;
	*out = first + (size_t)row - 1;
	return 0;
}

size_t
link_lists_of(const struct cli *c, const struct link_list *lists, size_t *row)
{
	size_t i = 0;

	while (i + 1 < c->arg_count && *row >= lists[i].rows)
		*row -= lists[i++].rows;
	(*row)++;
	return i;
}
