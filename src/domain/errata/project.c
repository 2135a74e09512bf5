#include "domain/errata/errata.h"
#include "domain/errata/errata_sql.h"

/* What the reader wrote; stays empty when the key is gone. */
static int
read_secret(const struct json *secret, struct sql_errata_insert_in *row, struct err *e)
{
	if (secret == NULL)
		return 0;
	if (json_need_str(secret, STR("kind"), &row->kind, e) < 0 ||
	    json_need_str(secret, STR("quote"), &row->quote, e) < 0 ||
	    json_need_str(secret, STR("prefix"), &row->prefix, e) < 0 ||
	    json_need_str(secret, STR("suffix"), &row->suffix, e) < 0 ||
	    json_need_int(secret, STR("start"), &row->first, e) < 0 ||
	    json_need_int(secret, STR("end"), &row->last, e) < 0 ||
	    json_need_str(secret, STR("wording"), &row->wording, e) < 0 ||
	    json_need_str(secret, STR("comment"), &row->comment, e) < 0 ||
	    json_need_int(secret, STR("from"), &row->from_byte, e) < 0 ||
	    json_need_int(secret, STR("to"), &row->to_byte, e) < 0 ||
	    json_need_str(secret, STR("figure"), &row->figure, e) < 0)
		return -1;
	return 0;
}

int
errata_project_add(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_errata_insert_in row = {
	    .at = op->at,
	    .kind = STR(""),
	    .quote = STR(""),
	    .prefix = STR(""),
	    .suffix = STR(""),
	    .wording = STR(""),
	    .comment = STR(""),
	    .figure = STR(""),
	    .destroyed = op->destroyed,
	};

	if (json_need_str(op->body, STR("id"), &row.key, e) < 0 ||
	    json_need_str(op->body, STR("publication"), &row.publication, e) < 0 ||
	    json_need_str(op->body, STR("lang"), &row.lang, e) < 0 ||
	    json_need_int(op->body, STR("number"), &row.number, e) < 0 ||
	    read_secret(op->secret, &row, e) < 0)
		return -1;
	return sql_errata_insert(db, &row, e);
}

int
errata_project_again(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_errata_again_insert_in row = {.at = op->at,
	    .entry = op->entry,
	    .kind = STR(""),
	    .wording = STR(""),
	    .comment = STR("")};

	if (json_need_str(op->body, STR("report"), &row.report, e) < 0 ||
	    (op->secret != NULL &&
		(json_opt_str(op->secret, STR("kind"), &row.kind, e) < 0 ||
		    json_opt_str(op->secret, STR("wording"), &row.wording, e) < 0 ||
		    json_opt_str(op->secret, STR("comment"), &row.comment, e) < 0)))
		return -1;
	return sql_errata_again_insert(db, &row, e);
}

/* Of an applied wording: what it changed. */
static int
read_change(const struct json *body, struct sql_errata_decide_in *row, struct err *e)
{
	if (json_opt_str(body, STR("of"), &row->of, e) < 0 ||
	    json_opt_str(body, STR("note"), &row->note, e) < 0 ||
	    json_opt_int(body, STR("number"), &row->number, e) < 0 ||
	    json_opt_str(body, STR("kind"), &row->kind, e) < 0 ||
	    json_opt_str(body, STR("was"), &row->was, e) < 0 ||
	    json_opt_str(body, STR("reads"), &row->reads, e) < 0 ||
	    json_opt_int(body, STR("from"), &row->from_byte, e) < 0 ||
	    json_opt_int(body, STR("to"), &row->to_byte, e) < 0 ||
	    json_opt_str(body, STR("gone"), &row->gone, e) < 0)
		return -1;
	return 0;
}

int
errata_project_decide(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_errata_decide_in row = {
	    .at = op->at,
	    .entry = op->entry,
	    .by = op->by,
	    .of = STR(""),
	    .note = STR(""),
	    .why = STR(""),
	    .kind = STR(""),
	    .was = STR(""),
	    .reads = STR(""),
	    .gone = STR(""),
	};

	if (json_need_str(op->body, STR("report"), &row.report, e) < 0 ||
	    json_need_int(op->body, STR("nth"), &row.nth, e) < 0 ||
	    json_need_str(op->body, STR("act"), &row.act, e) < 0 ||
	    read_change(op->body, &row, e) < 0 ||
	    (op->secret != NULL && json_opt_str(op->secret, STR("why"), &row.why, e) < 0))
		return -1;
	return sql_errata_decide(db, &row, e);
}
