#include "face/cli/link_lists.h"

#include "engine/link/total.h"
#include "face/cli/table_file.h"

#define TABLE_BYTES ((size_t)4 << 30)

/* Finds rows that add the others up. */
static struct link_left
totals_find(struct arena *a, const struct csv *table)
{
	size_t *rows = NULL, n = 0, room = 0, said_room = 0;
	struct str *said = NULL;

	for (size_t r = 0; r < table->count; r++) {
		struct str total = total_of_row(table, r);
		if (total.n == 0)
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
	struct link_left left = totals_find(c->a, &table);
	struct str *cells = ARENA_ARRAY(a, struct str, table.count * table.width);
	struct str *names = ARENA_ARRAY(c->a, struct str, table.width);
	for (size_t k = 0; k < table.width; k++)
		names[k] = arena_str(c->a, table.names[k]);
	for (size_t r = 0, next = 0; r < table.count; r++) {
		if (next < left.count && left.rows[next] == r + 1) {
			cli_note(c, STR("cli.table.total"), STR_INT((int64_t)r + 1), path,
			    left.said[next++]);
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

/* How many rows of a list that are left out stand before the one of that number in its file; *is:
 * that one is left out itself. */
static size_t
left_before(const struct link_lists *lists, size_t list, size_t number, bool *is)
{
	const struct link_left *left = &lists->left[list];
	size_t n = 0;

	while (n < left->count && left->rows[n] < number)
		n++;
	*is = n < left->count && left->rows[n] == number;
	return n;
}

size_t
link_lists_number(const struct link_lists *lists, size_t list, size_t nth)
{
	const struct link_left *left = &lists->left[list];
	size_t number = nth + 1;

	for (size_t i = 0; i < left->count && left->rows[i] <= number; i++)
		number++;
	return number;
}

const struct str *
link_lists_cells(const struct link_lists *lists, size_t list, size_t number)
{
	bool is;
	size_t nth = number - 1 - left_before(lists, list, number, &is);

	return lists->at[list].cells + nth * lists->at[list].width;
}

int
link_lists_row(
    struct cli *c, const struct link_lists *lists, struct str text, size_t *out, struct err *e)
{
	size_t colon = text.n, list = 0, first = 0;
	int64_t row;
	bool total;

	while (colon > 0 && text.p[colon - 1] != ':')
		colon--;
	if (colon > 0)
		list = list_named(c, str_sub(text, 0, colon - 1));
	if (list == c->arg_count || !str_to_int(str_sub(text, colon, text.n), &row) || row < 1 ||
	    (uint64_t)row > lists->at[list].rows + lists->left[list].count)
		return err_fail(e, ERR_NOTFOUND, STR("cli.link.row"), text);
	for (size_t i = 0; i < list; i++)
		first += lists->at[i].rows;
	size_t before = left_before(lists, list, (size_t)row, &total);
	if (total)
		return err_fail(e, ERR_INPUT, STR("cli.link.total"), text);
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
