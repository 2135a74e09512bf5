#include "engine/link/several.h"

#include "kit/lang/name.h"

#define CELL_MOST 1000 /* bytes; what is longer is a text */

/* What stands between people. */
static const struct str signs[] = {STR_INIT(","), STR_INIT(";"), STR_INIT("/"), STR_INIT("\n"),
    STR_INIT("+"), STR_INIT("&"), STR_INIT(" and "), STR_INIT(" и "), STR_INIT(" және "),
    STR_INIT(" мен "), STR_INIT(" менен "), STR_INIT(" va "), STR_INIT(" ва ")};

/* What stands before the first sign; the sign goes, too. */
static struct str
piece_cut(struct str *rest)
{
	size_t end = rest->n, behind = end;

	for (size_t i = 0; i < LENGTH(signs); i++) {
		size_t at = str_search(*rest, signs[i]);
		if (at < end) {
			end = at;
			behind = at + signs[i].n;
		}
	}
	struct str piece = str_sub(*rest, 0, end);
	*rest = str_sub(*rest, behind, rest->n);
	return str_trim(piece);
}

static bool
is_name(struct arena *a, struct str text)
{
	struct name name = name_read(a, text);
	bool family = false;

	for (size_t i = 0; i < name.count; i++)
		family = family || (name.parts[i].sure && name.parts[i].role == NAME_FAMILY);
	return family && name.count > 1;
}

static bool
names_several(struct str cell)
{
	struct str rest = cell, piece = piece_cut(&rest);
	struct arena *a = rest.n > 0 ? arena_new() : NULL;
	size_t names = 0;
	bool all = a != NULL && is_name(a, piece);

	for (names = all; all && rest.n > 0; names += all) {
		piece = piece_cut(&rest);
		all = is_name(a, piece);
	}
	arena_free(a);
	return all && names > 1;
}

static void
column_look(const struct csv *table, size_t column, struct several *out)
{
	size_t filled = 0, rows = 0, line = 0;

	for (size_t r = 0; r < table->count && r < SEVERAL_ROWS; r++) {
		struct str cell = str_trim(table->rows[r].fields[column]);
		bool several = cell.n <= CELL_MOST && names_several(cell);
		filled += cell.n > 0;
		line = several && line == 0 ? table->rows[r].line : line;
		rows += several;
	}
	if (rows == 0 || rows * 2 >= filled)
		return;
	out->rows += rows;
	out->line = out->line == 0 || line < out->line ? line : out->line;
}

struct several
several_of_table(const struct csv *table)
{
	struct several out = {0, 0};

	for (size_t k = 0; k < table->width; k++)
		column_look(table, k, &out);
	return out;
}
