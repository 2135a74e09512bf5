#include "domain/record/found.h"

#include "domain/find/find.h"

#define MARKS 4 /* of a statement besides its qualifiers */

int
record_found(struct db *db, const struct sql_record_insert_in *row, struct err *e)
{
	const struct find_doc doc = {.id = row->id,
	    .at = row->added_at,
	    .lang = STR("en"),
	    .texts = &row->alias,
	    .n_texts = 1,
	    .source = STR(""),
	    .record = row->id,
	    .confidentiality = STR("")};
	const struct find_root root = {row->id, row->kind, row->alias, STR("")};

	return find_root(db, &root, e) < 0 ? -1 : find_put(db, &doc, e);
}

static bool
is_of(struct str type, enum vocab_type which)
{
	return str_eq(vocab_type_name(which), type);
}

/* A value that is words of somebody's, not of the vocabulary. */
static bool
is_words(struct str type)
{
	static const enum vocab_type found[] = {VOCAB_TEXT, VOCAB_MARKDOWN, VOCAB_NAME,
	    VOCAB_IDENTIFIER, VOCAB_IIN, VOCAB_EMAIL, VOCAB_PHONE};

	for (size_t i = 0; i < LENGTH(found); i++)
		if (is_of(type, found[i]))
			return true;
	return false;
}

/* Where or when it was, as far as the value says so. */
static struct find_mark
mark_of(struct str type, struct str value)
{
	if (is_of(type, VOCAB_PLACE))
		return (struct find_mark){FIND_PLACE, value};
	return (struct find_mark){FIND_DATE, is_of(type, VOCAB_DATE) ? value : STR("")};
}

/* With the marks of its qualifiers at the end of marks. */
static int
put_statement(struct db *db, const struct sql_statement_insert_in *row, struct find_mark *marks,
    size_t n_with, struct err *e)
{
	const struct str texts[] = {
	    is_words(row->type) ? row->value : STR(""), row->words, row->speaker, row->via};

	marks[0] = (struct find_mark){FIND_PROPERTY, row->property};
	marks[1] = (struct find_mark){FIND_LANG, row->lang};
	marks[2] = (struct find_mark){FIND_HAS, row->words.n > 0 ? STR("words") : STR("")};
	marks[3] = mark_of(row->type, row->value);
	const struct find_doc doc = {.id = row->id,
	    .at = row->added_at,
	    .lang = row->lang,
	    .texts = texts,
	    .n_texts = LENGTH(texts),
	    .marks = marks,
	    .n_marks = MARKS + n_with,
	    .source = row->source_id,
	    .record = row->record,
	    .confidentiality = row->confidentiality};
	return find_put(db, &doc, e);
}

static int
said(struct db *db, struct arena *a, const struct sql_statement_insert_in *row,
    const struct json *with, struct err *e)
{
	size_t count = 0;

	for (const struct json *q = with != NULL ? with->first : NULL; q != NULL; q = q->next)
		count++;
	struct find_mark *marks = ARENA_ARRAY(a, struct find_mark, MARKS + count);
	size_t at = MARKS;
	for (const struct json *q = with != NULL ? with->first : NULL; q != NULL; q = q->next) {
		struct str type, value;
		if (json_need_str(q, STR("type"), &type, e) < 0 ||
		    json_need_str(q, STR("value"), &value, e) < 0)
			return -1;
		marks[at++] = mark_of(type, value);
	}
	return put_statement(db, row, marks, count, e);
}

int
record_statement_found(struct db *db, const struct sql_statement_insert_in *row,
    const struct json *with, struct err *e)
{
	struct arena *a = arena_new();
	int r = said(db, a, row, with, e);

	arena_free(a);
	return r;
}

static int
kept(struct db *db, struct arena *a, struct str id, struct err *e)
{
	struct sql_statement_found_row row;
	struct sql_statement_found_with_rows with;
	int found = sql_statement_found_one(db, id, a, &row, e);

	if (found <= 0)
		return found;
	if (sql_statement_found_with_all(db, row.record, id, a, &with, e) < 0)
		return -1;
	struct find_mark *marks = ARENA_ARRAY(a, struct find_mark, MARKS + with.count);
	for (size_t i = 0; i < with.count; i++)
		marks[MARKS + i] = mark_of(with.at[i].type, with.at[i].value);
	const struct sql_statement_insert_in said = {.id = id,
	    .record = row.record,
	    .property = row.property,
	    .type = row.type,
	    .value = row.value,
	    .lang = row.lang,
	    .source_id = row.source_id,
	    .words = row.words,
	    .speaker = row.speaker,
	    .via = row.via,
	    .confidentiality = row.confidentiality,
	    .added_at = row.added_at};
	return put_statement(db, &said, marks, with.count, e);
}

int
record_kept_found(struct db *db, struct str id, struct err *e)
{
	struct arena *a = arena_new();
	int r = kept(db, a, id, e);

	arena_free(a);
	return r;
}
