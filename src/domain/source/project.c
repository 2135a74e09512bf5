#include "base/buf.h"
#include "domain/find/find.h"
#include "domain/source/source.h"
#include "domain/source/source_sql.h"

/* The canonical JSON of the op's blob on a, or empty; fields is NULL when the key is gone. */
static struct str
blob_text(struct arena *a, const struct json *fields)
{
	const struct json *blob = fields != NULL ? json_get(fields, STR("blob")) : NULL;
	struct buf *text = buf_on(a);

	if (blob != NULL)
		json_write(text, blob);
	return buf_str(text);
}

/* What was decided of it last holds, and its words are found by whom they are for. */
static int
settle(struct db *db, struct arena *a, struct str id, struct err *e)
{
	struct sql_source_settled_row row;

	if (sql_source_settle(db, id, e) < 0)
		return -1;
	int found = sql_source_settled_one(db, id, a, &row, e);
	if (found <= 0) /* it is added later in this log */
		return found;
	const struct find_root root = {id, row.kind, row.alias, row.confidentiality};
	return find_root(db, &root, e);
}

static int
insert(struct db *db, struct arena *a, const struct archive_op *op, struct err *e)
{
	struct sql_source_insert_in row = {
	    .kind = STR(""),
	    .confidentiality = STR("archive"),
	    .alias = STR(""),
	    .title = STR(""),
	    .lang = STR(""),
	    .url = STR(""),
	    .date = STR(""),
	    .blob = blob_text(a, op->secret),
	    .destroyed = op->destroyed,
	    .added_at = op->at,
	    .added_by = op->by,
	};

	if (json_need_str(op->body, STR("id"), &row.id, e) < 0)
		return -1;
	if (!op->destroyed &&
	    (json_need_str(op->secret, STR("kind"), &row.kind, e) < 0 ||
		json_need_str(op->secret, STR("confidentiality"), &row.confidentiality, e) < 0 ||
		json_need_str(op->secret, STR("title"), &row.title, e) < 0 ||
		json_opt_str(op->secret, STR("alias"), &row.alias, e) < 0 ||
		json_opt_str(op->secret, STR("lang"), &row.lang, e) < 0 ||
		json_opt_str(op->secret, STR("url"), &row.url, e) < 0 ||
		json_opt_str(op->secret, STR("date"), &row.date, e) < 0))
		return -1;
	const struct find_mark marks[] = {{FIND_LANG, row.lang}, {FIND_DATE, row.date},
	    {FIND_HAS, row.blob.n > 0 ? STR("file") : STR("")}};
	const struct find_doc doc = {.id = row.id,
	    .at = op->at,
	    .lang = row.lang,
	    .texts = &row.title,
	    .n_texts = 1,
	    .marks = marks,
	    .n_marks = LENGTH(marks),
	    .source = row.id,
	    .record = STR(""),
	    .confidentiality = STR("")};
	return sql_source_insert(db, &row, e) < 0 || find_put(db, &doc, e) < 0
	    ? -1
	    : settle(db, a, row.id, e);
}

int
source_project_add(struct db *db, const struct archive_op *op, struct err *e)
{
	struct arena *a = arena_new();
	int r = insert(db, a, op, e);

	arena_free(a);
	return r;
}

int
source_project_set(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_source_change_in row = {.at = op->at, .entry = op->entry};

	if (op->destroyed)
		return 0;
	if (json_need_str(op->body, STR("id"), &row.source, e) < 0 ||
	    json_need_int(op->body, STR("nth"), &row.nth, e) < 0 ||
	    json_need_str(op->secret, STR("confidentiality"), &row.confidentiality, e) < 0 ||
	    sql_source_change(db, &row, e) < 0)
		return -1;
	struct arena *a = arena_new();
	int r = settle(db, a, row.source, e);
	arena_free(a);
	return r;
}
