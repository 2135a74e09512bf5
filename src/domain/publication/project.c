#include "base/buf.h"
#include "domain/publication/publication.h"
#include "domain/publication/publication_sql.h"

int
publication_project_add(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_publication_insert_in row = {.added_at = op->at, .added_by = op->by};

	if (json_need_str(op->body, STR("id"), &row.key, e) < 0 ||
	    json_need_str(op->body, STR("slug"), &row.slug, e) < 0 ||
	    json_need_str(op->body, STR("event"), &row.event, e) < 0)
		return -1;
	return sql_publication_insert(db, &row, e);
}

static int
insert_revision(struct db *db, struct arena *a, const struct archive_op *op, struct err *e)
{
	const struct json *said;
	struct buf *written = buf_on(a);
	struct sql_publication_revision_insert_in row = {
	    .at = op->at,
	    .entry = op->entry,
	    .by = op->by,
	    .note = STR(""),
#define FIELD(name, upper, needed) .name = STR(""),
#include "domain/publication/fields.def"
#undef FIELD
	};

	if (json_need_str(op->body, STR("publication"), &row.publication, e) < 0 ||
	    json_need_str(op->body, STR("lang"), &row.lang, e) < 0 ||
	    json_need_int(op->body, STR("number"), &row.number, e) < 0 ||
	    json_opt_str(op->body, STR("note"), &row.note, e) < 0 ||
	    json_need_str(op->body, STR("text"), &row.text, e) < 0 ||
	    json_need_array(op->body, STR("said"), &said, e) < 0)
		return -1;
#define FIELD(name, upper, needed)                                                                 \
	if (json_opt_str(op->body, STR(#name), &row.name, e) < 0)                                  \
		return -1;
#include "domain/publication/fields.def"
#undef FIELD
	json_write(written, said);
	row.said = buf_str(written);
	return sql_publication_revision_insert(db, &row, e);
}

int
publication_project_revise(struct db *db, const struct archive_op *op, struct err *e)
{
	struct arena *a = arena_new();
	int r = insert_revision(db, a, op, e);

	arena_free(a);
	return r;
}

int
publication_project_hide(struct db *db, const struct archive_op *op, struct err *e)
{
	/* Entries of before they were numbered come first, in the order of their times. */
	struct sql_publication_hide_in row = {.at = op->at, .entry = op->entry, .lang = STR("")};

	if (json_need_str(op->body, STR("publication"), &row.publication, e) < 0 ||
	    json_opt_str(op->body, STR("lang"), &row.lang, e) < 0 ||
	    json_opt_int(op->body, STR("number"), &row.number, e) < 0 ||
	    json_opt_int(op->body, STR("nth"), &row.nth, e) < 0 ||
	    json_need_str(op->body, STR("state"), &row.state, e) < 0 ||
	    json_need_str(op->body, STR("note"), &row.note, e) < 0)
		return -1;
	return sql_publication_hide(db, &row, e);
}

int
publication_project_blank(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_publication_blank_insert_in row = {.at = op->at, .cause = STR("")};
	bool everywhere;

	if (json_need_str(op->body, STR("id"), &row.key, e) < 0 ||
	    json_need_str(op->body, STR("publication"), &row.publication, e) < 0 ||
	    json_need_str(op->body, STR("lang"), &row.lang, e) < 0 ||
	    json_need_int(op->body, STR("number"), &row.number, e) < 0 ||
	    json_need_int(op->body, STR("from"), &row.from_byte, e) < 0 ||
	    json_need_int(op->body, STR("to"), &row.to_byte, e) < 0 ||
	    json_need_bool(op->body, STR("everywhere"), &everywhere, e) < 0 ||
	    json_opt_str(op->body, STR("cause"), &row.cause, e) < 0)
		return -1;
	row.everywhere = everywhere;
	return sql_publication_blank_insert(db, &row, e);
}

int
publication_project_unblank(struct db *db, const struct archive_op *op, struct err *e)
{
	struct str key;

	if (json_need_str(op->body, STR("id"), &key, e) < 0)
		return -1;
	return sql_publication_unblank_insert(db, key, e);
}
