#include "domain/count/claim.h"
#include "domain/count/count_sql.h"
#include "domain/find/find.h"

/* What a claim is kept as: see entry.c, which writes it. */
static int
read_reading(const struct json *claim, struct sql_claim_insert_in *row, struct err *e)
{
	const struct json *reading, *passage = json_get(claim, STR("passage"));

	if (json_need_object(claim, STR("reading"), &reading, e) < 0 ||
	    json_need_int(reading, STR("low"), &row->said_low, e) < 0 ||
	    json_need_str(reading, STR("exactness"), &row->exactness, e) < 0 ||
	    json_need_int(reading, STR("place"), &row->number_place, e) < 0)
		return -1;
	row->said_high_null = json_get(reading, STR("high")) == NULL;
	row->number_null = json_get(reading, STR("number")) == NULL;
	row->modal_number_null = json_get(reading, STR("modal")) == NULL;
	row->passage_start_null = row->passage_end_null = passage == NULL;
	if (json_opt_int(reading, STR("high"), &row->said_high, e) < 0 ||
	    json_opt_int(reading, STR("number"), &row->number, e) < 0 ||
	    json_opt_int(reading, STR("modal"), &row->modal_number, e) < 0)
		return -1;
	if (passage == NULL)
		return 0;
	return json_need_int(passage, STR("start"), &row->passage_start, e) < 0 ||
		json_need_int(passage, STR("end"), &row->passage_end, e) < 0
	    ? -1
	    : 0;
}

/* Its words and whose they are can be found from now on: by everybody, if both it and its source
 * are public; without a source only where it says so itself. */
static int
put_found(struct db *db, struct arena *a, const struct sql_claim_insert_in *row, struct err *e)
{
	const struct str texts[] = {row->words, row->speaker, row->via};
	struct find_mark *marks = ARENA_ARRAY(a, struct find_mark, 4 + row->place.n + 1);
	size_t count = 0;

	marks[count++] = (struct find_mark){FIND_LANG, row->lang};
	marks[count++] = (struct find_mark){FIND_DATE, row->days};
	marks[count++] = (struct find_mark){FIND_EVENT, row->event};
	marks[count++] = (struct find_mark){FIND_HAS, STR("words")};
	for (struct str rest = row->place; rest.n > 0;)
		marks[count++] = (struct find_mark){FIND_PLACE, str_trim(str_cut(&rest, '+'))};
	const struct find_doc doc = {.id = row->key,
	    .at = row->added_at,
	    .lang = row->lang,
	    .texts = texts,
	    .n_texts = LENGTH(texts),
	    .marks = marks,
	    .n_marks = count,
	    .source = row->source_id,
	    .record = STR(""),
	    .confidentiality = row->confidentiality};
	return find_put(db, &doc, e);
}

static int
make_found(struct db *db, const struct sql_claim_insert_in *row, struct err *e)
{
	struct arena *a = arena_new();
	int r = put_found(db, a, row, e);

	arena_free(a);
	return r;
}

int
count_project_add(struct db *db, const struct archive_op *op, struct err *e)
{
	const struct json *claim;
	struct sql_claim_insert_in row = {
#define COLUMN(name, upper, kind, empty) .name = STR(""),
#include "domain/count/columns.def"
#undef COLUMN
	    .source_id = op->key,
	    .added_at = op->at,
	};

	if (json_need_str(op->body, STR("id"), &row.key, e) < 0)
		return -1;
	/* The words of a source whose key was destroyed are gone with it. */
	if (op->destroyed)
		return sql_claim_destroy(db, row.key, e);
	if (json_need_object(op->secret != NULL ? op->secret : op->body, STR("claim"), &claim, e) <
		0 ||
	    json_need_str(claim, STR("event"), &row.event, e) < 0 ||
	    read_reading(claim, &row, e) < 0)
		return -1;
#define COLUMN(name, upper, kind, empty)                                                           \
	if (json_opt_str(claim, STR(#name), &row.name, e) < 0)                                     \
		return -1;
#include "domain/count/columns.def"
#undef COLUMN
	return sql_claim_insert(db, &row, e) < 0 ? -1 : make_found(db, &row, e);
}

int
count_project_withdraw(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_claim_withdraw_in row = {.at = op->at, .entry = op->entry, .why = STR("")};

	if (json_need_str(op->body, STR("id"), &row.key, e) < 0 ||
	    json_opt_str(op->secret != NULL ? op->secret : op->body, STR("why"), &row.why, e) < 0)
		return -1;
	return sql_claim_withdraw(db, &row, e);
}
