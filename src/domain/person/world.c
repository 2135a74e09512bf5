#include <stdlib.h>

#include "domain/person/internal.h"
#include "domain/person/person_sql.h"

static int
by_name(const void *x, const void *y)
{
	const struct person_list *a = x, *b = y;
	int order = str_cmp(a->name, b->name);

	return order != 0 ? order : str_cmp(a->id, b->id);
}

bool
person_list_stands(const struct person_list *list, struct str event)
{
	return !list->undone && !list->destroyed && (event.n == 0 || str_eq(list->event, event));
}

/* The lists that stand, of the event, in the order of names. */
static int
lists_read(
    const struct person_reader *reader, struct str event, struct person_world *w, struct err *e)
{
	struct person_lists all;

	if (person_list_all(reader, &all, e) < 0)
		return -1;
	struct person_list *lists = ARENA_ARRAY(reader->arena, struct person_list, all.count);
	for (size_t i = 0; i < all.count; i++) {
		if (person_list_stands(&all.at[i], event))
			lists[w->n_lists++] = all.at[i];
	}
	if (w->n_lists == 0)
		return err_fail(e, ERR_NOTFOUND, STR("people.no_lists"));
	qsort(lists, w->n_lists, sizeof(*lists), by_name);
	w->lists = lists;
	return 0;
}

static int
rows_read(const struct person_reader *reader, struct person_world *w, struct err *e)
{
	struct arena *a = reader->arena;
	size_t rows = 0;

	w->tables = ARENA_ARRAY(a, struct link_list, w->n_lists);
	w->first = ARENA_ARRAY(a, size_t, w->n_lists);
	for (size_t i = 0; i < w->n_lists; i++)
		rows += (size_t)w->lists[i].lines;
	w->lines = ARENA_ARRAY(a, int64_t, rows);
	w->list_of = ARENA_ARRAY(a, size_t, rows);
	for (size_t i = 0; i < w->n_lists; i++) {
		const struct person_list *l = &w->lists[i];
		struct person_mentions mentions;
		if (person_mentions(reader, l, &mentions, e) < 0)
			return -1;
		struct str *cells = ARENA_ARRAY(a, struct str, mentions.count * l->width);
		w->first[i] = w->rows;
		names_add(a, &w->by_id, l->id, i);
		for (size_t r = 0; r < mentions.count && w->rows < rows; r++) {
			for (size_t k = 0; k < l->width; k++)
				cells[r * l->width + k] = mentions.at[r].cells[k];
			w->lines[w->rows] = mentions.at[r].line;
			w->list_of[w->rows++] = i;
		}
		w->tables[i] =
		    (struct link_list){l->columns, cells, l->width, mentions.count, l->sole};
	}
	return 0;
}

static void
columns_read(struct arena *a, struct person_world *w)
{
	size_t width = 0;

	for (size_t i = 0; i < w->n_lists; i++)
		width += w->lists[i].width;
	w->columns = ARENA_ARRAY(a, struct link_said, width);
	for (size_t i = 0; i < w->n_lists; i++) {
		const struct person_list *l = &w->lists[i];
		for (size_t k = 0; k < l->width; k++)
			if (l->kinds[k] != LINK_KIND_COUNT)
				w->columns[w->n_columns++] =
				    (struct link_said){l->columns[k], l->kinds[k], i};
	}
}

size_t
person_world_row(const struct person_world *w, struct str list, int64_t line)
{
	const struct named *named = names_last(&w->by_id, list);

	if (named == NULL)
		return SIZE_MAX;
	size_t from = w->first[named->number];
	size_t end = from + w->tables[named->number].rows;
	while (from < end) {
		size_t middle = from + (end - from) / 2;
		if (w->lines[middle] == line)
			return middle;
		if (w->lines[middle] < line)
			from = middle + 1;
		else
			end = middle;
	}
	return SIZE_MAX;
}

struct person_seen
person_world_seen(const struct person_world *w, size_t row)
{
	size_t list = w->list_of[row];
	const struct link_list *table = &w->tables[list];

	return (struct person_seen){w->lists[list].name, w->lists[list].id, w->lines[row],
	    table->names, table->cells + (row - w->first[list]) * table->width, table->width};
}

static int
verdicts_read(const struct person_reader *reader, struct person_world *w, struct err *e)
{
	struct sql_verdict_last_rows rows;

	if (sql_verdict_last_all(reader->db, reader->arena, &rows, e) < 0)
		return -1;
	w->verdicts = ARENA_ARRAY(reader->arena, struct link_verdict, rows.count);
	w->said = ARENA_ARRAY(reader->arena, struct person_said, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		const struct sql_verdict_last_row *v = &rows.at[i];
		size_t x = person_world_row(w, v->list, v->line);
		size_t y = person_world_row(w, v->other_list, v->other_line);
		bool same = str_eq(v->said, STR("same"));
		if (x == SIZE_MAX || y == SIZE_MAX)
			continue;
		w->said[w->n_said++] = (struct person_said){x, y, v->said};
		if (same || str_eq(v->said, STR("different")))
			w->verdicts[w->n_verdicts++] = (struct link_verdict){x, y, same};
	}
	return 0;
}

int
person_world_read(
    const struct person_reader *reader, struct str event, struct person_world *out, struct err *e)
{
	struct person_world w = {0};

	if (lists_read(reader, event, &w, e) < 0 || rows_read(reader, &w, e) < 0 ||
	    verdicts_read(reader, &w, e) < 0)
		return -1;
	columns_read(reader->arena, &w);
	*out = w;
	return 0;
}
