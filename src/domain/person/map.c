#include "domain/person/internal.h"
#include "domain/person/person_sql.h"

/* What was said last of each column, and the number of the last word; on a. */
static int
kinds_read(struct db *db, struct arena *a, const struct person_list *list,
    const enum link_kind **out, int64_t *nth, struct err *e)
{
	struct sql_list_map_of_rows rows;
	enum link_kind *kinds = ARENA_ARRAY(a, enum link_kind, list->width);

	if (sql_list_map_of_all(db, list->id, a, &rows, e) < 0)
		return -1;
	*nth = 0;
	for (size_t k = 0; k < list->width; k++)
		kinds[k] = LINK_KIND_COUNT;
	for (size_t i = 0; i < rows.count; i++) {
		const struct sql_list_map_of_row *row = &rows.at[i];
		if (row->place >= 1 && (uint64_t)row->place <= list->width)
			kinds[row->place - 1] = link_kind_of(row->kind);
		*nth = row->nth > *nth ? row->nth : *nth;
	}
	*out = kinds;
	return 0;
}

int
person_list_kinds(struct db *db, struct arena *a, struct person_list *list, struct err *e)
{
	int64_t nth;

	return kinds_read(db, a, list, &list->kinds, &nth, e);
}

int
person_list_columns(const struct person_reader *reader, const struct person_list *list,
    const struct link_column **out, struct err *e)
{
	struct person_world w;
	const struct link_column *columns;
	size_t n;

	if (person_world_read(reader, list->event, &w, e) < 0)
		return -1;
	const struct link_question q = {.lists = w.tables,
	    .n_lists = w.n_lists,
	    .said = w.columns,
	    .n_said = w.n_columns,
	    .share = reader->share};
	if (link_columns(reader->arena, &q, &columns, &n, e) < 0)
		return -1;
	struct link_column *own = ARENA_ARRAY(reader->arena, struct link_column, list->width);
	for (size_t i = 0; i < n; i++)
		if (str_eq(w.lists[columns[i].list].id, list->id))
			own[columns[i].column] = columns[i];
	*out = own;
	return 0;
}

/* The place, from 1, of the column of that name; 0: there is none. */
static size_t
place_of(const struct person_list *list, struct str name)
{
	for (size_t k = 0; k < list->width; k++)
		if (str_eq(str_trim(list->columns[k]), str_trim(name)))
			return k + 1;
	return 0;
}

static struct archive_part
map_part(struct arena *a, const struct person_list *list, const struct person_map *maps, size_t n,
    int64_t nth)
{
	struct json *body = json_object(a);

	json_set_str(body, STR("list"), list->id);
	json_set_int(body, STR("nth"), nth);
	struct json *columns = json_set_array(body, STR("columns"));
	for (size_t i = 0; i < n; i++) {
		struct json *column = json_push_object(columns);
		json_set_int(column, STR("place"), (int64_t)place_of(list, maps[i].column));
		json_set_str(column, STR("kind"),
		    maps[i].kind == LINK_KIND_COUNT ? STR("") : link_kind_word(maps[i].kind));
	}
	return (struct archive_part){.op = STR("list.map"), .version = 1, .body = body};
}

/* The archive is held: the next word on a column is the last one. */
static int
map_held(const struct person_writer *writer, const struct person_list *list,
    const struct person_map *maps, size_t n, bool *fresh, struct err *e)
{
	const enum link_kind *kinds;
	int64_t nth;

	if (kinds_read(archive_db(writer->archive), writer->arena, list, &kinds, &nth, e) < 0)
		return -1;
	*fresh = false;
	for (size_t i = 0; i < n; i++)
		*fresh = *fresh || kinds[place_of(list, maps[i].column) - 1] != maps[i].kind;
	if (!*fresh)
		return 0;
	const struct archive_part part = map_part(writer->arena, list, maps, n, nth + 1);
	return archive_append(writer->archive, writer->stamp, &part, 1, NULL, e);
}

int
person_list_map(const struct person_writer *writer, const struct person_list *list,
    const struct person_map *maps, size_t n, bool *fresh, struct err *e)
{
	if (list->destroyed || list->undone)
		return err_fail(e, ERR_CONFLICT,
		    list->destroyed ? STR("people.list_gone") : STR("people.list_undone"),
		    list->destroyed ? list->id : list->name);
	for (size_t i = 0; i < n; i++) {
		size_t place = place_of(list, maps[i].column);
		if (place == 0)
			return err_fail(
			    e, ERR_NOTFOUND, STR("people.no_column"), list->name, maps[i].column);
		for (size_t k = 0; k < i; k++)
			if (place_of(list, maps[k].column) == place)
				return err_fail(
				    e, ERR_INPUT, STR("people.map_twice"), maps[i].column);
	}
	if (archive_hold(writer->archive, e) < 0)
		return -1;
	int r = map_held(writer, list, maps, n, fresh, e);
	archive_release(writer->archive);
	return r;
}
