#include "domain/record/found.h"
#include "domain/record/internal.h"
#include "domain/record/record_sql.h"

/* What is written in the sealed part of an op where there is one, else in its clear part. */
static const struct json *
fields_of(const struct archive_op *op)
{
	return op->secret != NULL ? op->secret : op->body;
}

int
record_project_add(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_record_insert_in row = {
	    .alias = STR(""),
	    .import = STR(""),
	    .destroyed = op->destroyed,
	    .added_at = op->at,
	    .added_by = op->by,
	};

	if (json_need_str(op->body, STR("id"), &row.id, e) < 0 ||
	    json_need_str(op->body, STR("kind"), &row.kind, e) < 0 ||
	    json_opt_str(op->body, STR("import"), &row.import, e) < 0 ||
	    json_opt_str(fields_of(op), STR("alias"), &row.alias, e) < 0)
		return -1;
	return sql_record_insert(db, &row, e) < 0 ? -1 : record_found(db, &row, e);
}

static int
qualify(struct db *db, const struct sql_statement_insert_in *statement, const struct json *with,
    struct err *e)
{
	struct sql_statement_qualify_in row = {
	    .record = statement->record, .statement = statement->id};

	for (const struct json *q = with != NULL ? with->first : NULL; q != NULL; q = q->next) {
		if (json_need_str(q, STR("property"), &row.property, e) < 0 ||
		    json_need_str(q, STR("type"), &row.type, e) < 0 ||
		    json_need_str(q, STR("value"), &row.value, e) < 0 ||
		    sql_statement_qualify(db, &row, e) < 0)
			return -1;
		row.position++;
	}
	return 0;
}

/* Where the words stand in the text of their source; null when nobody could tell. */
static int
read_passage(const struct json *said, struct sql_statement_insert_in *row, struct err *e)
{
	const struct json *passage = json_get(said, STR("passage"));

	row->passage_start_null = row->passage_end_null = passage == NULL;
	if (passage == NULL)
		return 0;
	return json_need_int(passage, STR("start"), &row->passage_start, e) < 0 ||
		json_need_int(passage, STR("end"), &row->passage_end, e) < 0
	    ? -1
	    : 0;
}

static int
read_statement(const struct json *said, struct sql_statement_insert_in *row, struct err *e)
{
	return json_need_str(said, STR("record"), &row->record, e) < 0 ||
		json_need_str(said, STR("property"), &row->property, e) < 0 ||
		json_need_int(said, STR("nth"), &row->nth, e) < 0 ||
		json_need_str(said, STR("type"), &row->type, e) < 0 ||
		json_need_str(said, STR("value"), &row->value, e) < 0 ||
		json_need_str(said, STR("basis"), &row->basis, e) < 0 ||
		json_need_str(said, STR("confidentiality"), &row->confidentiality, e) < 0 ||
		json_need_str(said, STR("checked"), &row->checked, e) < 0 ||
		json_opt_str(said, STR("lang"), &row->lang, e) < 0 ||
		json_opt_str(said, STR("source"), &row->source_id, e) < 0 ||
		json_opt_str(said, STR("words"), &row->words, e) < 0 ||
		json_opt_str(said, STR("speaker"), &row->speaker, e) < 0 ||
		json_opt_str(said, STR("via"), &row->via, e) < 0 ||
		json_opt_str(said, STR("said_at"), &row->said_at, e) < 0 ||
		json_opt_str(said, STR("credence"), &row->credence, e) < 0 ||
		json_opt_int(said, STR("line"), &row->line, e) < 0
	    ? -1
	    : read_passage(said, row, e);
}

/* whole: no words of it follow in an op of their own. */
static int
keep(struct db *db, const struct archive_op *op, struct str id, const struct json *said, bool whole,
    struct err *e)
{
	const struct json *with = NULL;
	struct sql_statement_insert_in row = {
	    .id = id,
	    .lang = STR(""),
	    .source_id = STR(""),
	    .speaker = STR(""),
	    .via = STR(""),
	    .said_at = STR(""),
	    .credence = STR(""),
	    .words = STR(""),
	    .import = STR(""),
	    .added_at = op->at,
	    .added_by = op->by,
	};

	if (json_opt_str(op->body, STR("import"), &row.import, e) < 0 ||
	    read_statement(said, &row, e) < 0 || json_opt_array(said, STR("with"), &with, e) < 0 ||
	    sql_statement_insert(db, &row, e) < 0 || qualify(db, &row, with, e) < 0)
		return -1;
	if (row.import.n > 0 && sql_undone_late(db, id, row.import, e) < 0)
		return -1;
	return whole ? record_statement_found(db, &row, with, e) : 0;
}

int
record_project_state(struct db *db, const struct archive_op *op, struct err *e)
{
	const struct json *said;
	struct str id, source = STR("");

	if (json_need_str(op->body, STR("id"), &id, e) < 0)
		return -1;
	/* What was said is gone with the key of its source, or of the person it speaks of. */
	if (op->destroyed)
		return sql_statement_destroy(db, id, e);
	if (json_need_object(fields_of(op), STR("statement"), &said, e) < 0 ||
	    json_opt_str(said, STR("source"), &source, e) < 0)
		return -1;
	return keep(db, op, id, said, source.n == 0 || str_eq(source, op->key), e);
}

/* With its source gone nobody can stand by it any more. */
static int
forget(struct db *db, struct str id, struct err *e)
{
	return sql_statement_forget_qualifiers(db, id, e) < 0 ||
		sql_statement_forget(db, id, e) < 0 || sql_statement_destroy(db, id, e) < 0
	    ? -1
	    : 0;
}

int
record_project_words(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_statement_insert_in row = {.words = STR("")};

	if (json_need_str(op->body, STR("id"), &row.id, e) < 0)
		return -1;
	if (op->destroyed)
		return forget(db, row.id, e);
	if (json_opt_str(op->secret, STR("words"), &row.words, e) < 0 ||
	    read_passage(op->secret, &row, e) < 0 ||
	    sql_statement_words(db,
		&(struct sql_statement_words_in){.id = row.id,
		    .words = row.words,
		    .passage_start = row.passage_start,
		    .passage_start_null = row.passage_start_null,
		    .passage_end = row.passage_end,
		    .passage_end_null = row.passage_end_null},
		e) < 0)
		return -1;
	return record_kept_found(db, row.id, e);
}

/* The first half waits; the second one makes the statement whole. */
static int
join(struct db *db, struct arena *a, const struct archive_op *op, struct err *e)
{
	struct sql_statement_half_get_row first;
	struct json *said;
	struct str id, half, text;

	if (json_need_str(op->body, STR("id"), &id, e) < 0 ||
	    json_need_str(op->secret, STR("half"), &half, e) < 0)
		return -1;
	int found = sql_statement_half_get_one(db, id, a, &first, e);
	if (found <= 0)
		return found < 0 ? -1 : sql_statement_half_add(db, id, half, e);
	if (archive_join(a, first.half, half, &text, e) < 0 || json_read(a, text, &said, e) < 0 ||
	    sql_statement_half_drop(db, id, e) < 0)
		return -1;
	return keep(db, op, id, said, true, e);
}

int
record_project_half(struct db *db, const struct archive_op *op, struct err *e)
{
	struct str id;

	if (json_need_str(op->body, STR("id"), &id, e) < 0)
		return -1;
	/* With either key destroyed the other half says nothing. */
	if (op->destroyed)
		return sql_statement_destroy(db, id, e);
	struct arena *a = arena_new();
	int r = join(db, a, op, e);

	arena_free(a);
	return r;
}

int
record_project_withdraw(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_statement_withdraw_in row = {.at = op->at, .entry = op->entry, .why = STR("")};

	if (json_need_str(op->body, STR("id"), &row.statement, e) < 0 ||
	    json_opt_str(fields_of(op), STR("why"), &row.why, e) < 0)
		return -1;
	return sql_statement_withdraw(db, &row, e);
}

int
record_project_undo(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_undone_add_in row = {.at = op->at, .entry = op->entry, .why = STR("")};

	if (json_need_str(op->body, STR("import"), &row.import, e) < 0 ||
	    json_opt_str(fields_of(op), STR("why"), &row.why, e) < 0)
		return -1;
	return sql_undone_add(db, &row, e) < 0 ? -1 : sql_undone_fall(db, row.import, op->entry, e);
}

int
record_project_accept(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_statement_accept_in row = {.at = op->at, .entry = op->entry};

	if (json_need_str(op->body, STR("id"), &row.statement, e) < 0 ||
	    json_need_int(op->body, STR("nth"), &row.nth, e) < 0)
		return -1;
	return sql_statement_accept(db, &row, e);
}
