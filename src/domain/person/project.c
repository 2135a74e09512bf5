#include "base/buf.h"
#include "domain/person/internal.h"
#include "domain/person/person_sql.h"

static struct str
json_text(struct arena *a, const struct json *value)
{
	struct buf *text = buf_on(a);

	json_write(text, value);
	return buf_str(text);
}

/* --- Lists ---------------------------------------------------------------------------------- */

static int
list_insert(struct db *db, struct arena *a, const struct archive_op *op, struct err *e)
{
	struct sql_list_insert_in row = {.source = STR(""),
	    .name = STR(""),
	    .event = STR(""),
	    .columns = STR(""),
	    .content = STR(""),
	    .destroyed = op->destroyed,
	    .added_at = op->at,
	    .added_by = op->by};
	const struct json *columns;
	bool sole = false;

	if (json_need_str(op->body, STR("id"), &row.id, e) < 0)
		return -1;
	if (!op->destroyed) {
		if (json_need_str(op->secret, STR("source"), &row.source, e) < 0 ||
		    json_need_str(op->secret, STR("name"), &row.name, e) < 0 ||
		    json_need_str(op->secret, STR("event"), &row.event, e) < 0 ||
		    json_need_bool(op->secret, STR("sole"), &sole, e) < 0 ||
		    json_need_array(op->secret, STR("columns"), &columns, e) < 0 ||
		    json_need_int(op->secret, STR("lines"), &row.lines, e) < 0 ||
		    json_need_str(op->secret, STR("content"), &row.content, e) < 0)
			return -1;
		row.columns = json_text(a, columns);
	}
	row.sole = sole;
	return sql_list_insert(db, &row, e) < 0 ? -1 : sql_list_settle(db, row.id, e);
}

int
person_project_list(struct db *db, const struct archive_op *op, struct err *e)
{
	struct arena *a = arena_new();
	int r = list_insert(db, a, op, e);

	arena_free(a);
	return r;
}

int
person_project_map(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_list_map_insert_in row = {.at = op->at, .entry = op->entry};
	const struct json *columns;

	if (json_need_str(op->body, STR("list"), &row.list, e) < 0 ||
	    json_need_int(op->body, STR("nth"), &row.nth, e) < 0 ||
	    json_need_array(op->body, STR("columns"), &columns, e) < 0)
		return -1;
	for (const struct json *i = columns->first; i != NULL; i = i->next)
		if (json_need_int(i, STR("place"), &row.place, e) < 0 ||
		    json_need_str(i, STR("kind"), &row.kind, e) < 0 ||
		    sql_list_map_insert(db, &row, e) < 0)
			return -1;
	return 0;
}

int
person_project_mentions(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_mention_insert_in row;
	const struct json *mentions, *cells;
	int r = 0;

	if (op->destroyed)
		return 0;
	if (json_need_str(op->body, STR("list"), &row.list, e) < 0 ||
	    json_need_array(op->secret, STR("mentions"), &mentions, e) < 0)
		return -1;
	struct arena *a = arena_new();
	for (const struct json *i = mentions->first; i != NULL && r == 0; i = i->next) {
		r = json_need_int(i, STR("line"), &row.line, e);
		if (r == 0)
			r = json_need_array(i, STR("cells"), &cells, e);
		if (r == 0) {
			row.cells = json_text(a, cells);
			r = sql_mention_insert(db, &row, e);
		}
	}
	arena_free(a);
	return r;
}

int
person_project_undo(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_list_undo_in row = {.at = op->at, .entry = op->entry, .why = STR("")};

	if (json_need_str(op->body, STR("list"), &row.list, e) < 0 ||
	    (!op->destroyed && json_need_str(op->secret, STR("why"), &row.why, e) < 0))
		return -1;
	return sql_list_undo(db, &row, e) < 0 ? -1 : sql_list_settle(db, row.list, e);
}

/* --- Verdicts ------------------------------------------------------------------------------- */

int
person_project_judge(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_verdict_insert_in row = {.at = op->at, .entry = op->entry, .by = op->by};

	if (json_need_str(op->body, STR("list"), &row.list, e) < 0 ||
	    json_need_int(op->body, STR("line"), &row.line, e) < 0 ||
	    json_need_str(op->body, STR("other_list"), &row.other_list, e) < 0 ||
	    json_need_int(op->body, STR("other_line"), &row.other_line, e) < 0 ||
	    json_need_int(op->body, STR("nth"), &row.nth, e) < 0 ||
	    json_need_str(op->body, STR("said"), &row.said, e) < 0)
		return -1;
	return sql_verdict_insert(db, &row, e);
}

/* --- Linkages ------------------------------------------------------------------------------- */

int
person_project_link(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_linkage_insert_in row = {.at = op->at, .by = op->by};
	const struct json *spans, *apart = json_get(op->body, STR("apart"));

	if (json_need_str(op->body, STR("id"), &row.id, e) < 0 ||
	    json_need_str(op->body, STR("event"), &row.event, e) < 0 ||
	    json_need_int(op->body, STR("nth"), &row.nth, e) < 0 ||
	    json_need_int(op->body, STR("rules"), &row.rules, e) < 0 ||
	    json_need_str(op->body, STR("digest"), &row.digest, e) < 0 ||
	    json_need_int(op->body, STR("mentions"), &row.mentions, e) < 0 ||
	    json_need_int(op->body, STR("persons"), &row.persons, e) < 0 ||
	    json_need_array(op->body, STR("spans"), &spans, e) < 0)
		return -1;
	struct arena *a = arena_new();
	row.spans = json_text(a, spans);
	row.apart = apart == NULL ? STR("") : json_text(a, apart);
	int r = sql_linkage_insert(db, &row, e);
	if (r == 0)
		r = sql_linkage_forget(db, row.event, e);
	arena_free(a);
	return r;
}

int
person_project_take_out(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_taken_out_insert_in row = {.at = op->at, .by = op->by};

	if (json_need_str(op->body, STR("linkage"), &row.linkage, e) < 0 ||
	    json_need_str(op->body, STR("list"), &row.list, e) < 0 ||
	    json_need_int(op->body, STR("line"), &row.line, e) < 0 ||
	    json_need_str(op->body, STR("fresh"), &row.person, e) < 0)
		return -1;
	return sql_taken_out_insert(db, &row, e);
}

/* One person: its id, then list (by its place among the op's lists) and line of each mention. */
static int
link_one(struct db *db, const struct json *person, const struct str *lists, size_t n_lists,
    struct sql_linked_insert_in *row, struct err *e)
{
	const struct json *in;

	if (json_need_str(person, STR("id"), &row->person, e) < 0 ||
	    json_need_array(person, STR("in"), &in, e) < 0)
		return -1;
	for (const struct json *i = in->first; i != NULL && i->next != NULL; i = i->next->next) {
		if (i->type != JSON_INT || i->next->type != JSON_INT || i->integer < 0 ||
		    (uint64_t)i->integer >= n_lists)
			return err_fail(e, ERR_INPUT, STR("people.linkage"), row->linkage);
		row->list = lists[i->integer];
		row->line = i->next->integer;
		if (sql_linked_insert(db, row, e) < 0)
			return -1;
	}
	return 0;
}

static int
link_all(struct db *db, struct arena *a, const struct archive_op *op,
    struct sql_linked_insert_in *row, struct err *e)
{
	const struct json *lists, *persons;
	size_t n = 0;

	if (json_need_array(op->body, STR("lists"), &lists, e) < 0 ||
	    json_need_array(op->body, STR("persons"), &persons, e) < 0)
		return -1;
	struct str *ids = ARENA_ARRAY(a, struct str, lists->count);
	for (const struct json *i = lists->first; i != NULL; i = i->next)
		ids[n++] = i->text;
	for (const struct json *i = persons->first; i != NULL; i = i->next)
		if (link_one(db, i, ids, n, row, e) < 0)
			return -1;
	return 0;
}

int
person_project_linked(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_linked_insert_in row;
	struct sql_linkage_current_row current;
	struct arena *a = arena_new();
	int r = json_need_str(op->body, STR("linkage"), &row.linkage, e);

	if (r == 0)
		r = sql_linkage_current_one(db, row.linkage, a, &current, e);
	if (r > 0)
		r = link_all(db, a, op, &row, e);
	arena_free(a);
	return r;
}
