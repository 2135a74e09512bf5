#include "domain/intake/intake.h"
#include "domain/intake/intake_sql.h"

int
intake_project_add(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_import_insert_in row = {
	    .source_id = STR(""), .name = STR(""), .added_at = op->at, .added_by = op->by};

	if (json_need_str(op->body, STR("id"), &row.id, e) < 0)
		return -1;
	if (!op->destroyed &&
	    (json_need_str(op->secret, STR("source"), &row.source_id, e) < 0 ||
		json_need_str(op->secret, STR("name"), &row.name, e) < 0 ||
		json_need_int(op->secret, STR("lines"), &row.lines, e) < 0 ||
		json_need_int(op->secret, STR("left_out"), &row.left_out, e) < 0 ||
		json_need_int(op->secret, STR("records"), &row.records, e) < 0 ||
		json_need_int(op->secret, STR("statements"), &row.statements, e) < 0))
		return -1;
	return sql_import_insert(db, &row, e);
}
