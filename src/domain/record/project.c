#include "domain/find/find.h"
#include "domain/record/internal.h"
#include "domain/record/record_sql.h"

/* What is written in the sealed part of an op where there is one, else in its clear part. */
static const struct json *
fields_of(const struct archive_op *op)
{
	return op->secret != NULL ? op->secret : op->body;
}

/* An alias is found by its parts; that of a person by the team only. */
static int
record_make_found(struct db *db, const struct sql_record_insert_in *row, struct err *e)
{
	const struct find_doc doc = {.id = row->id,
	    .at = row->added_at,
	    .lang = STR("en"),
	    .texts = &row->alias,
	    .n_texts = 1};

	return find_put(db, &doc, e);
}

int
record_project_add(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_record_insert_in row = {
	    .alias = STR(""),
	    .destroyed = op->destroyed,
	    .added_at = op->at,
	    .added_by = op->by,
	};

	if (json_need_str(op->body, STR("id"), &row.id, e) < 0 ||
	    json_need_str(op->body, STR("kind"), &row.kind, e) < 0 ||
	    json_opt_str(fields_of(op), STR("alias"), &row.alias, e) < 0)
		return -1;
	return sql_record_insert(db, &row, e) < 0 ? -1 : record_make_found(db, &row, e);
}

static int
qualify(struct db *db, struct str statement, const struct json *with, struct err *e)
{
	struct sql_statement_qualify_in row = {.statement = statement};

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

/* The words and where they stand; what is missing is empty, or null. */
static int
read_words(const struct json *fields, struct sql_statement_words_in *row, struct err *e)
{
	const struct json *passage = json_get(fields, STR("passage"));

	row->passage_start_null = row->passage_end_null = passage == NULL;
	if (json_opt_str(fields, STR("words"), &row->words, e) < 0)
		return -1;
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
	struct sql_statement_words_in words = {.words = STR("")};

	if (json_need_str(said, STR("record"), &row->record, e) < 0 ||
	    json_need_str(said, STR("property"), &row->property, e) < 0 ||
	    json_need_int(said, STR("nth"), &row->nth, e) < 0 ||
	    json_need_str(said, STR("type"), &row->type, e) < 0 ||
	    json_need_str(said, STR("value"), &row->value, e) < 0 ||
	    json_need_str(said, STR("basis"), &row->basis, e) < 0 ||
	    json_need_str(said, STR("confidentiality"), &row->confidentiality, e) < 0 ||
	    json_need_str(said, STR("checked"), &row->checked, e) < 0 ||
	    json_opt_str(said, STR("lang"), &row->lang, e) < 0 ||
	    json_opt_str(said, STR("source"), &row->source_id, e) < 0 ||
	    json_opt_str(said, STR("speaker"), &row->speaker, e) < 0 ||
	    json_opt_str(said, STR("via"), &row->via, e) < 0 ||
	    json_opt_str(said, STR("said_at"), &row->said_at, e) < 0 ||
	    json_opt_str(said, STR("credence"), &row->credence, e) < 0 ||
	    read_words(said, &words, e) < 0)
		return -1;
	row->words = words.words;
	row->passage_start = words.passage_start;
	row->passage_end = words.passage_end;
	row->passage_start_null = row->passage_end_null = words.passage_start_null;
	return 0;
}

/* A value that is words of somebody's, not of the vocabulary. */
static bool
is_words(struct str type)
{
	static const enum vocab_type found[] = {
	    VOCAB_TEXT, VOCAB_MARKDOWN, VOCAB_NAME, VOCAB_IDENTIFIER, VOCAB_EMAIL, VOCAB_PHONE};

	for (size_t i = 0; i < LENGTH(found); i++)
		if (str_eq(vocab_type_name(found[i]), type))
			return true;
	return false;
}

/* Its words and whose they are can be found from now on. */
static int
make_found(struct db *db, struct str id, struct err *e)
{
	struct arena *a = arena_new();
	struct sql_statement_shown_row row;

	int r = sql_statement_shown_one(db, id, a, &row, e);
	if (r > 0) {
		const struct str texts[] = {
		    is_words(row.type) ? row.value : STR(""), row.words, row.speaker, row.via};
		const struct find_doc doc = {.id = id,
		    .at = row.added_at,
		    .lang = row.lang,
		    .texts = texts,
		    .n_texts = LENGTH(texts),
		    .is_public = row.is_public != 0};
		r = find_put(db, &doc, e);
	}
	arena_free(a);
	return r;
}

int
record_project_state(struct db *db, const struct archive_op *op, struct err *e)
{
	const struct json *said, *with = NULL;
	struct sql_statement_insert_in row = {
	    .lang = STR(""),
	    .source_id = STR(""),
	    .speaker = STR(""),
	    .via = STR(""),
	    .said_at = STR(""),
	    .credence = STR(""),
	    .added_at = op->at,
	    .added_by = op->by,
	};

	/* What was said is gone with the key of its source, or of the person it speaks of. */
	if (op->destroyed)
		return 0;
	if (json_need_str(op->body, STR("id"), &row.id, e) < 0 ||
	    json_need_object(fields_of(op), STR("statement"), &said, e) < 0 ||
	    read_statement(said, &row, e) < 0 || json_opt_array(said, STR("with"), &with, e) < 0 ||
	    sql_statement_insert(db, &row, e) < 0 || qualify(db, row.id, with, e) < 0)
		return -1;
	/* Under another key than its source's: its words follow in an op of their own. */
	bool whole = row.source_id.n == 0 || str_eq(row.source_id, op->key);
	return whole ? make_found(db, row.id, e) : 0;
}

int
record_project_words(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_statement_words_in row = {.words = STR("")};

	if (json_need_str(op->body, STR("id"), &row.id, e) < 0)
		return -1;
	/* With its source gone nobody can stand by it any more. */
	if (op->destroyed)
		return sql_statement_forget(db, row.id, e) < 0 ||
			sql_statement_forget_qualifiers(db, row.id, e) < 0
		    ? -1
		    : 0;
	if (read_words(op->secret, &row, e) < 0 || sql_statement_words(db, &row, e) < 0)
		return -1;
	return make_found(db, row.id, e);
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
record_project_accept(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_statement_accept_in row = {.at = op->at, .entry = op->entry};

	if (json_need_str(op->body, STR("id"), &row.statement, e) < 0 ||
	    json_need_int(op->body, STR("nth"), &row.nth, e) < 0)
		return -1;
	return sql_statement_accept(db, &row, e);
}
