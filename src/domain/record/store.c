#include "domain/record/internal.h"
#include "domain/record/record_sql.h"

/* Is it the id that a record had in another archive? It keeps it: what names it goes on meaning it.
 */
static bool
is_own_id(struct str name)
{
	return archive_id_like(name) && name.p[0] == 'r';
}

/* An alias may be spoken, typed and put into an address; it never looks like an id of ours. */
static int
check_alias(struct str alias, struct err *e)
{
	for (size_t i = 0; i < alias.n; i++) {
		char c = alias.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
			c == '-' || c == '_' || c == '.'))
			return err_fail(e, ERR_INPUT, STR("record.alias"), alias);
	}
	if (alias.n > 64 || (archive_id_like(alias) && !is_own_id(alias)))
		return err_fail(e, ERR_INPUT, STR("record.alias"), alias);
	return 0;
}

/* The record that has the alias already; 0: none has, or there is no alias. */
static int
find_taken(const struct record_writer *writer, struct str kind, struct str alias,
    struct record *out, struct err *e)
{
	const struct record_reader reader = {
	    archive_db(writer->archive), writer->arena, writer->vocab, {VIEWER_TEAM}};
	struct sql_record_by_alias_row named;
	struct record found;

	if (alias.n == 0)
		return 0;
	/* A table makes a hundred thousand that nobody has heard of. */
	if (!archive_id_like(alias)) {
		int known = sql_record_by_alias_one(reader.db, alias, reader.arena, &named, e);
		if (known <= 0)
			return known;
	}
	/* An alias wins over any prefix: where several ids begin with it, none is called so. */
	if (record_find(&reader, alias, &found, e) < 0)
		return e->code == ERR_NOTFOUND || e->code == ERR_INPUT ? 0 : -1;
	if (!str_eq(record_name(&found), alias) && !str_eq(found.id, alias))
		return 0;
	if (!str_eq(found.kind, kind))
		return err_fail(e, ERR_CONFLICT, STR("record.alias_taken"), alias, found.kind);
	*out = found;
	return 1;
}

int
record_prepare(const struct record_writer *writer, struct str kind, struct str alias,
    struct record_draft *out, struct err *e)
{
	char fresh[ARCHIVE_ID_BYTES + 1];

	if (record_kind_check(writer->vocab, kind, e) < 0 || check_alias(alias, e) < 0)
		return -1;
	int found = find_taken(writer, kind, alias, &out->record, e);
	if (found < 0)
		return -1;
	out->fresh = found == 0;
	if (!out->fresh)
		return 0;
	/* What comes from another archive may keep the id it had there. */
	bool own = is_own_id(alias);
	archive_id_new('r', fresh);
	out->record = (struct record){
	    .id = own ? alias : arena_str(writer->arena, str_of(fresh)),
	    .alias = own ? STR("") : alias,
	    .kind = kind,
	    .title = STR(""),
	    .added_at = writer->stamp->at,
	    .added_by = writer->stamp->by,
	};
	return 0;
}

int
record_add(const struct record_writer *writer, struct str kind, struct str alias,
    struct record *out, bool *fresh, struct err *e)
{
	struct record_draft draft;

	if (archive_hold(writer->archive, e) < 0)
		return -1;
	int r = record_prepare(writer, kind, alias, &draft, e);
	if (r == 0 && draft.fresh) {
		const struct archive_part part =
		    record_entry_make(writer->arena, &draft.record, STR(""));
		r = archive_append(writer->archive, writer->stamp, &part, 1, NULL, e);
	}
	archive_release(writer->archive);
	if (r < 0)
		return -1;
	*out = draft.record;
	*fresh = draft.fresh;
	return 0;
}

int
record_withdraw(struct archive *archive, const struct archive_stamp *stamp,
    const struct record_statement *statement, struct str why, struct err *e)
{
	struct str key = record_entry_key(statement);

	if (statement->withdrawn)
		return err_fail(e, ERR_CONFLICT, STR("record.withdrawn"), statement->id);
	if (str_trim(why).n == 0)
		return err_fail(e, ERR_INPUT, STR("record.why"));
	struct arena *a = arena_new();
	struct json *body = json_object(a), *secret = key.n > 0 ? json_object(a) : NULL;
	json_set_str(body, STR("id"), statement->id);
	json_set_str(secret != NULL ? secret : body, STR("why"), str_trim(why));
	const struct archive_part part = {.op = STR("statement.withdraw"),
	    .version = 1,
	    .body = body,
	    .secret = secret,
	    .key = key};
	int r = archive_append(archive, stamp, &part, 1, NULL, e);
	arena_free(a);
	return r;
}

int
record_destroy_check(const struct record *person, struct str why, struct err *e)
{
	if (!str_eq(person->kind, RECORD_PERSON))
		return err_fail(
		    e, ERR_INPUT, STR("record.no_key"), record_name(person), person->kind);
	if (person->destroyed)
		return err_fail(e, ERR_CONFLICT, STR("record.destroyed"), person->id);
	return str_trim(why).n > 0 ? 0 : err_fail(e, ERR_INPUT, STR("source.why"));
}

int
record_destroy(struct archive *archive, const struct archive_stamp *stamp,
    const struct record *person, struct str why, struct err *e)
{
	if (record_destroy_check(person, why, e) < 0)
		return -1;
	return archive_key_destroy(archive, stamp, person->id, NULL, str_trim(why), e);
}

/* The archive is held: the next decision on the property is the last one. */
static int
accept_held(struct archive *archive, struct arena *a, const struct archive_stamp *stamp,
    const struct record_statement *statement, struct err *e)
{
	struct sql_statement_decisions_row made;
	struct json *body = json_object(a);

	if (sql_statement_decisions_one(
		archive_db(archive), statement->subject.id, statement->property, a, &made, e) < 0)
		return -1;
	json_set_str(body, STR("id"), statement->id);
	json_set_int(body, STR("nth"), made.count + 1);
	const struct archive_part part = {
	    .op = STR("statement.accept"), .version = 1, .body = body};
	return archive_append(archive, stamp, &part, 1, NULL, e);
}

int
record_accept(struct archive *archive, const struct archive_stamp *stamp,
    const struct record_statement *statement, struct err *e)
{
	if (statement->withdrawn)
		return err_fail(e, ERR_CONFLICT, STR("record.withdrawn"), statement->id);
	if (archive_hold(archive, e) < 0)
		return -1;
	struct arena *a = arena_new();
	int r = accept_held(archive, a, stamp, statement, e);
	archive_release(archive);
	arena_free(a);
	return r;
}
