#include "face/cli/link_lists.h"

#include "engine/link/total.h"
#include "face/cli/table_file.h"

#define TABLE_BYTES ((size_t)4 << 30)

/* Finds rows that name nobody. */
static struct link_left
left_find(struct arena *a, const struct csv *table)
{
	size_t *rows = NULL, n = 0, room = 0, said_room = 0;
	struct str *said = NULL;

	for (size_t r = 0; r < table->count; r++) {
		struct str total = total_of_row(table, r);
		if (total.n == 0 && !csv_row_is_empty(table, r))
			continue;
		rows = arena_grow(a, rows, n, &room, sizeof(*rows));
		said = arena_grow(a, said, n, &said_room, sizeof(*said));
		rows[n] = r + 1;
		said[n++] = arena_str(a, total);
	}
	return (struct link_left){rows, said, n};
}

int
link_lists_add(
    struct cli *c, struct arena *a, struct str path, struct link_lists *lists, struct err *e)
{
	struct csv table;
	size_t rows = 0;

	if (table_file_read(c, a, path, TABLE_BYTES, &table, e) != 0)
		return -1;
	(void)table_file_header_note(c, path, &table);
	table_file_several_note(c, path, &table);
	struct link_left left = left_find(c->a, &table);
	struct str *cells = ARENA_ARRAY(a, struct str, table.count * table.width);
	struct str *names = ARENA_ARRAY(c->a, struct str, table.width);
	for (size_t k = 0; k < table.width; k++)
		names[k] = arena_str(c->a, table.names[k]);
	for (size_t r = 0, next = 0; r < table.count; r++) {
		if (next < left.count && left.rows[next] == r + 1) {
			struct str said = left.said[next++];
			if (said.n > 0)
				cli_note(
				    c, STR("cli.table.total"), STR_INT((int64_t)r + 1), path, said);
			continue;
		}
		for (size_t k = 0; k < table.width; k++)
			cells[rows * table.width + k] = table.rows[r].fields[k];
		rows++;
	}
	lists->left[lists->count] = left;
	lists->at[lists->count++] =
	    (struct link_list){.names = names, .cells = cells, .width = table.width, .rows = rows};
	return 0;
}

void
link_lists_left(const struct cli *c, const struct link_lists *lists, struct json *answer)
{
	struct json *rows = json_set_array(answer, STR("totals"));

	for (size_t i = 0; i < c->arg_count; i++) {
		for (size_t k = 0; k < lists->left[i].count; k++) {
			if (lists->left[i].said[k].n == 0)
				continue;
			struct json *row = json_push_object(rows);
			json_set_str(row, STR("file"), c->args[i]);
			json_set_int(row, STR("row"), (int64_t)lists->left[i].rows[k]);
			json_set_str(row, STR("text"), lists->left[i].said[k]);
		}
	}
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
link_lists_read(struct cli *c, struct arena *a, struct link_lists *out, struct err *e)
{
	const struct option_values *sole = &c->line.given[OPTION_SOLE];

	*out = (struct link_lists){.at = ARENA_ARRAY(c->a, struct link_list, c->arg_count + 1),
	    .left = ARENA_ARRAY(c->a, struct link_left, c->arg_count + 1)};
	for (size_t i = 0; i < c->arg_count; i++) {
		if (link_lists_add(c, a, c->args[i], out, e) != 0)
			return -1;
	}
	for (size_t i = 0; i < sole->count; i++) {
		size_t at = list_named(c, sole->values[i]);
		if (at == c->arg_count)
			return err_fail(
			    e, ERR_INPUT, STR("cli.link.file"), STR("--sole"), sole->values[i]);
		out->at[at].sole = true;
	}
	return 0;
}

/* The first of the rows of a list that are left out with at least that number in its file. */
static size_t
left_from(const struct link_left *left, size_t number)
{
	size_t from = 0, end = left->count;

	while (from < end) {
		size_t middle = from + (end - from) / 2;
		if (left->rows[middle] < number)
			from = middle + 1;
		else
			end = middle;
	}
	return from;
}

size_t
link_lists_number(const struct link_lists *lists, size_t list, size_t nth)
{
	const struct link_left *left = &lists->left[list];
	size_t from = 0, end = left->count;

	/* Before the ith of those left out stand rows[i] - 1 - i others. */
	while (from < end) {
		size_t middle = from + (end - from) / 2;
		if (left->rows[middle] - 1 - middle <= nth)
			from = middle + 1;
		else
			end = middle;
	}
	return nth + 1 + from;
}

const struct str *
link_lists_cells(const struct link_lists *lists, size_t list, size_t number)
{
	size_t nth = number - 1 - left_from(&lists->left[list], number);

	return lists->at[list].cells + nth * lists->at[list].width;
}

int
link_lists_row(
    struct cli *c, const struct link_lists *lists, struct str text, size_t *out, struct err *e)
{
	size_t colon = text.n, list = 0, first = 0;
	int64_t row;

	while (colon > 0 && text.p[colon - 1] != ':')
		colon--;
	if (colon > 0)
		list = list_named(c, str_sub(text, 0, colon - 1));
	if (list == c->arg_count || !str_to_int(str_sub(text, colon, text.n), &row) || row < 1 ||
	    (uint64_t)row > lists->at[list].rows + lists->left[list].count)
		return err_fail(e, ERR_NOTFOUND, STR("cli.link.row"), text);
	for (size_t i = 0; i < list; i++)
		first += lists->at[i].rows;
	const struct link_left *left = &lists->left[list];
	size_t before = left_from(left, (size_t)row);
	if (before < left->count && left->rows[before] == (size_t)row)
		return left->said[before].n > 0
		    ? err_fail(e, ERR_INPUT, STR("cli.link.total"), text)
		    : err_fail(e, ERR_INPUT, STR("cli.link.empty"), text);
	*out = first + (size_t)row - 1 - before;
	return 0;
}

size_t
link_lists_of(const struct cli *c, const struct link_lists *lists, size_t *row)
{
	size_t i = 0;

	while (i + 1 < c->arg_count && *row >= lists->at[i].rows)
		*row -= lists->at[i++].rows;
	*row = link_lists_number(lists, i, *row);
	return i;
}
