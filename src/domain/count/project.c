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
make_found(struct db *db, const struct sql_claim_insert_in *row, struct err *e)
{
	const struct str texts[] = {row->words, row->speaker, row->via};
	bool silent = row->confidentiality.n == 0 && row->source_id.n > 0;
	const struct find_doc doc = {.id = row->key,
	    .at = row->added_at,
	    .lang = row->lang,
	    .texts = texts,
	    .n_texts = LENGTH(texts),
	    .source = row->source_id,
	    .is_public = silent || str_eq(row->confidentiality, STR("public"))};

	return find_put(db, &doc, e);
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
