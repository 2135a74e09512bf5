#include "base/near.h"
#include "domain/find/find.h"
#include "domain/find/find_sql.h"
#include "kit/db/db.h"

#define NAME_BYTES 40

static bool
is_name(struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && i > 0)))
			return false;
	}
	return name.n > 0 && name.n <= NAME_BYTES;
}

/* 1 when the name stands for a query, 0 when it does not; *nth of what was said of it last. */
static int
last_of(
    struct db *db, struct arena *a, struct str name, int64_t *nth, struct str *query, struct err *e)
{
	struct sql_find_saved_last_row row;
	int found = sql_find_saved_last_one(db, name, a, &row, e);

	*nth = found > 0 ? row.nth : 0;
	*query = found > 0 ? row.query : STR("");
	return found < 0 ? -1 : query->n > 0;
}

static int
none(struct db *db, struct arena *a, struct str name, struct err *e)
{
	struct find_saved_list list;

	if (find_saved_all(db, a, &list, e) < 0)
		return -1;
	struct str *names = ARENA_ARRAY(a, struct str, list.count);
	for (size_t i = 0; i < list.count; i++)
		names[i] = list.at[i].name;
	struct str near = near_find(name, names, list.count);
	return err_fail(
	    e, ERR_NOTFOUND, near.n > 0 ? STR("find.none_near") : STR("find.none"), name, near);
}

static int
append(struct archive *archive, const struct archive_stamp *stamp, struct arena *a, struct str name,
    struct str query, struct err *e)
{
	struct str old;
	int64_t nth;
	int found = last_of(archive_db(archive), a, name, &nth, &old, e);

	if (found < 0)
		return -1;
	if (found == 0 && query.n == 0)
		return none(archive_db(archive), a, name, e);
	if (str_eq(old, query))
		return 0;
	struct json *body = json_object(a);
	json_set_str(body, STR("name"), name);
	json_set_int(body, STR("nth"), nth + 1);
	json_set_str(body, STR("query"), query);
	const struct archive_part part = {
	    .op = STR("find.save"), .version = 1, .body = body, .key = STR("")};
	return archive_append(archive, stamp, &part, 1, NULL, e);
}

static int
append_held(struct archive *archive, const struct archive_stamp *stamp, struct str name,
    struct str query, struct err *e)
{
	struct arena *a = arena_new();
	int r = archive_hold(archive, e);

	if (r == 0) {
		r = append(archive, stamp, a, name, query, e);
		archive_release(archive);
	}
	arena_free(a);
	return r;
}

static int
try_query(struct archive *archive, const struct vocab *vocab, struct str query, struct err *e)
{
	struct arena *a = arena_new();
	const struct find_asked asked = {.viewer = {VIEWER_TEAM}, .query = query};
	struct find_answer answer;
	int r = find_ask(archive_db(archive), a, vocab, &asked, &answer, e);

	arena_free(a);
	return r;
}

int
find_save(struct archive *archive, const struct archive_stamp *stamp, const struct vocab *vocab,
    struct str name, struct str query, struct err *e)
{
	if (!is_name(name))
		return err_fail(e, ERR_INPUT, STR("find.name"), name);
	if (try_query(archive, vocab, query, e) < 0)
		return -1;
	return append_held(archive, stamp, name, query, e);
}

int
find_forget(
    struct archive *archive, const struct archive_stamp *stamp, struct str name, struct err *e)
{
	return append_held(archive, stamp, name, STR(""), e);
}

int
find_saved_query(struct db *db, struct arena *a, struct str name, struct str *out, struct err *e)
{
	struct str query;
	int64_t nth;
	int found = last_of(db, a, name, &nth, &query, e);

	if (found <= 0)
		return found < 0 ? -1 : none(db, a, name, e);
	*out = query;
	return 0;
}

int
find_saved_all(struct db *db, struct arena *a, struct find_saved_list *out, struct err *e)
{
	struct sql_find_saved_list_rows rows;

	if (sql_find_saved_list_all(db, a, &rows, e) < 0)
		return -1;
	struct find_saved *at = ARENA_ARRAY(a, struct find_saved, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct find_saved){
		    rows.at[i].name, rows.at[i].query, rows.at[i].at, rows.at[i].added_by};
	*out = (struct find_saved_list){at, rows.count};
	return 0;
}

int
find_project_save(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_find_saved_add_in row = {.at = op->at, .entry = op->entry, .added_by = op->by};

	if (json_need_str(op->body, STR("name"), &row.name, e) < 0 ||
	    json_need_int(op->body, STR("nth"), &row.nth, e) < 0 ||
	    json_need_str(op->body, STR("query"), &row.query, e) < 0)
		return -1;
	return sql_find_saved_add(db, &row, e);
}
