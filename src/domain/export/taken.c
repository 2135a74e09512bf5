#include "domain/export/export_sql.h"
#include "domain/export/internal.h"

int
export_taken_list(struct db *db, struct arena *a, struct export_takens *out, struct err *e)
{
	struct sql_export_list_rows rows;

	if (sql_export_list_all(db, a, &rows, e) < 0)
		return -1;
	struct export_taken *at = ARENA_ARRAY(a, struct export_taken, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		const struct sql_export_list_row *r = &rows.at[i];
		at[i] = (struct export_taken){r->id, r->at, r->by, r->whom, r->note, r->files,
		    r->rows, r->bytes, r->manifest, 0};
	}
	*out = (struct export_takens){at, rows.count};
	return 0;
}

int
export_exports(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	struct arena *a = gate->reader->arena;
	struct export_takens all;

	(void)wish;
	if (export_taken_list(archive_db(gate->reader->archive), a, &all, e) < 0 ||
	    export_head_of(w, a, STR("id at by for note files rows bytes manifest"), e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		const struct export_taken *t = &all.at[i];
		const struct str texts[] = {t->id, t->at, t->by, t->whom, t->note,
		    STR_INT(t->files), STR_INT(t->rows), STR_INT(t->bytes), t->manifest};
		if (export_texts(w, texts, e) < 0)
			return -1;
	}
	return 0;
}

int
export_project_take(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_export_insert_in row = {.at = op->at, .by = op->by};

	if (json_need_str(op->body, STR("id"), &row.id, e) < 0 ||
	    json_need_str(op->body, STR("for"), &row.whom, e) < 0 ||
	    json_need_str(op->body, STR("note"), &row.note, e) < 0 ||
	    json_need_int(op->body, STR("files"), &row.files, e) < 0 ||
	    json_need_int(op->body, STR("rows"), &row.rows, e) < 0 ||
	    json_need_int(op->body, STR("bytes"), &row.bytes, e) < 0 ||
	    json_need_str(op->body, STR("manifest"), &row.manifest, e) < 0)
		return -1;
	return sql_export_insert(db, &row, e);
}
