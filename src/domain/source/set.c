#include "domain/source/source.h"
#include "domain/source/source_sql.h"

static int
append(struct archive *archive, const struct archive_stamp *stamp, struct arena *a, struct str id,
    struct str confidentiality, struct err *e)
{
	struct json *body = json_object(a), *secret = json_object(a);
	struct sql_source_changes_row changes;

	if (sql_source_changes_one(archive_db(archive), id, a, &changes, e) < 0)
		return -1;
	json_set_str(body, STR("id"), id);
	json_set_int(body, STR("nth"), changes.nth + 1);
	json_set_str(secret, STR("confidentiality"), confidentiality);
	const struct archive_part part = {
	    .op = STR("source.set"), .version = 1, .body = body, .secret = secret, .key = id};
	return archive_append(archive, stamp, &part, 1, NULL, e);
}

static int
set_held(struct archive *archive, const struct archive_stamp *stamp, struct str name,
    struct str confidentiality, bool *fresh, struct err *e)
{
	struct arena *a = arena_new();
	struct source source;
	bool changes = false;

	int r = source_find(archive_db(archive), a, name, &source, e);
	if (r == 0 && source.destroyed)
		r = err_fail(e, ERR_CONFLICT, STR("source.destroyed"), name);
	if (r == 0)
		changes = !str_eq(source.confidentiality, confidentiality);
	if (changes)
		r = append(archive, stamp, a, source.id, confidentiality, e);
	if (r == 0)
		*fresh = changes;
	arena_free(a);
	return r;
}

int
source_set(struct archive *archive, const struct archive_stamp *stamp, struct str name,
    struct str confidentiality, bool *fresh, struct err *e)
{
	if (!str_eq(confidentiality, STR("public")) && !str_eq(confidentiality, STR("archive")))
		return err_fail(e, ERR_INPUT, STR("source.confidentiality"), confidentiality);
	if (archive_hold(archive, e) < 0)
		return -1;
	int r = set_held(archive, stamp, name, confidentiality, fresh, e);
	archive_release(archive);
	return r;
}
