#include <string.h>

#include "domain/intake/intake_sql.h"
#include "domain/intake/internal.h"
#include "domain/source/source.h"
#include "kit/db/db.h"
#include "kit/seal/digest.h"

#define ID_LAST "\x7f" /* sorts after every id */

/* --- The file ------------------------------------------------------------------------------- */

/* The source that the rows come from, if there is one; 0: none. */
static int
find_source(
    const struct record_writer *w, const struct intake_file *file, struct str *id, struct err *e)
{
	struct db *db = archive_db(w->archive);
	struct sql_import_source_row row;
	struct source source;

	if (file->source.n > 0) {
		if (source_find(db, w->arena, file->source, &source, e) < 0)
			return -1;
		*id = source.id;
		return 1;
	}
	int found = sql_import_source_one(db, digest_hex(w->arena, file->bytes), w->arena, &row, e);
	if (found > 0)
		*id = row.id;
	return found;
}

static int
make_source(
    const struct record_writer *w, const struct intake_file *file, struct str *id, struct err *e)
{
	char fresh[ARCHIVE_ID_BYTES + 1];
	const struct source_draft draft = {
	    .alias = STR(""),
	    .kind = file->kind.n > 0 ? file->kind : STR("document"),
	    .title = file->title.n > 0 ? file->title : str_after_last(file->path, '/'),
	    .lang = STR(""),
	    .url = STR(""),
	    .date = STR(""),
	    .path = file->path,
	    .is_public = file->is_public,
	};

	if (source_add(w->archive, w->vocab, w->stamp, &draft, fresh, e) < 0)
		return -1;
	*id = arena_str(w->arena, str_of(fresh));
	return 0;
}

static void
set_source(struct record_table *table, struct str source)
{
	for (size_t i = 0; i < table->count; i++)
		table->rows[i].statement.source = source;
}

/* --- The import ----------------------------------------------------------------------------- */

/* Lines of the file that something came of, and those that nothing did. */
static void
count_lines(const struct record_table *t, struct intake *out)
{
	out->lines = out->left_out = 0;
	for (size_t i = 0, end; i < t->count; i = end) {
		bool bad = false;
		for (end = i; end < t->count && t->rows[end].line == t->rows[i].line; end++)
			bad = bad || t->rows[end].verdict == RECORD_REFUSED;
		out->left_out += bad;
		out->lines += !bad;
	}
}

static struct archive_part
part_of(const struct record_writer *w, const struct intake_file *file, struct str id,
    struct str source, const struct record_table *table, const struct intake *made)
{
	struct json *body = json_object(w->arena), *secret = json_object(w->arena);

	json_set_str(body, STR("id"), id);
	json_set_str(secret, STR("source"), source);
	json_set_str(secret, STR("name"), str_after_last(file->path, '/'));
	json_set_int(secret, STR("lines"), (int64_t)made->lines);
	json_set_int(secret, STR("left_out"), (int64_t)made->left_out);
	json_set_int(secret, STR("records"), (int64_t)table->records);
	json_set_int(secret, STR("statements"), (int64_t)table->fresh);
	return (struct archive_part){
	    .op = STR("import.add"), .version = 1, .body = body, .secret = secret, .key = source};
}

/* An import on its way into the archive. */
struct making {
	const struct record_writer *writer;
	const struct intake_file *file;
	struct intake *out;
	struct archive_part part;
};

/* All rows were judged: the file becomes a source, if it is none yet, and the import an op. */
static int
make_ready(void *arg, struct record_table *table, struct err *e)
{
	struct making *m = arg;
	struct str *source = &m->out->source;

	if (table->source_comes && make_source(m->writer, m->file, source, e) < 0)
		return -1;
	for (size_t i = 0; table->source_comes && i < table->count; i++)
		table->rows[i].statement.source_id = *source;
	set_source(table, *source);
	count_lines(table, m->out);
	m->part = part_of(m->writer, m->file, table->import, *source, table, m->out);
	table->also = &m->part;
	return 0;
}

static int
import_all(const struct record_writer *writer, const struct intake_file *file, enum record_how how,
    struct record_table *table, struct intake *out, struct err *e)
{
	struct making *m = ARENA_NEW(writer->arena, struct making);
	char id[ARCHIVE_ID_BYTES + 1];

	*m = (struct making){.writer = writer, .file = file, .out = out};
	*out = (struct intake){.id = STR(""), .source = STR("")};
	int found = find_source(writer, file, &out->source, e);
	if (found < 0)
		return -1;
	archive_id_new('i', id);
	set_source(table, out->source);
	table->import = arena_str(writer->arena, str_of(id));
	table->source_comes = found == 0;
	table->ready = make_ready;
	table->ready_arg = m;
	/* Each row is judged, and then, when all is well, written. */
	table->steps.rows = table->count;
	table->steps.passes = record_how_dry(how) ? 1 : 2;
	int r = record_import(writer, how, table, e);
	if (table->also != NULL)
		out->id = table->import;
	table->also = NULL;
	count_lines(table, out);
	return r;
}

int
intake_import(const struct record_writer *writer, const struct intake_file *file,
    enum record_how how, struct record_table *table, struct intake *out, struct err *e)
{
	if (record_how_dry(how))
		return import_all(writer, file, how, table, out, e);
	if (archive_hold(writer->archive, e) < 0)
		return -1;
	int r = import_all(writer, file, how, table, out, e);
	archive_release(writer->archive);
	return r;
}

/* --- Imports that were made ----------------------------------------------------------------- */

static int
range(struct db *db, struct arena *a, struct str first, struct str last, struct intake_list *out,
    struct err *e)
{
	struct sql_import_range_rows rows;

	if (sql_import_range_all(db, first, last, a, &rows, e) < 0)
		return -1;
	struct intake_made *at = ARENA_ARRAY(a, struct intake_made, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		const struct sql_import_range_row *r = &rows.at[i];
		bool alias = !r->source_alias_null && r->source_alias.n > 0;
		at[i] = (struct intake_made){
		    .id = r->id,
		    .source = alias ? r->source_alias : r->source_id,
		    .name = r->name,
		    .added_at = r->added_at,
		    .added_by = r->added_by,
		    .lines = r->lines,
		    .left_out = r->left_out,
		    .records = r->records,
		    .statements = r->statements,
		    .undone = !r->why_null,
		    .why = r->why_null ? STR("") : r->why,
		};
	}
	*out = (struct intake_list){at, rows.count};
	return 0;
}

int
intake_list(struct db *db, struct arena *a, struct intake_list *out, struct err *e)
{
	return range(db, a, STR(""), STR(ID_LAST), out, e);
}

int
intake_find(struct db *db, struct arena *a, struct str id, struct intake_made *out, struct err *e)
{
	struct intake_list found;

	if (range(db, a, id, arena_fmt(a, "%.*s" ID_LAST, STR_ARG(id)), &found, e) < 0)
		return -1;
	if (id.n == 0 || found.count == 0)
		return err_fail(e, ERR_NOTFOUND, STR("intake.none"), id);
	if (found.count > 1)
		return err_fail(e, ERR_INPUT, STR("intake.several"), id);
	*out = found.at[0];
	return 0;
}

int
intake_undo(struct archive *archive, const struct archive_stamp *stamp,
    const struct intake_made *made, struct str why, struct err *e)
{
	struct arena *a = arena_new();
	struct source source;
	struct json *body = json_object(a);

	json_set_str(body, STR("import"), made->id);
	struct archive_part part = {.op = STR("import.undo"), .version = 1, .body = body};
	int r = made->undone       ? err_fail(e, ERR_CONFLICT, STR("intake.undone"), made->id)
	    : str_trim(why).n == 0 ? err_fail(e, ERR_INPUT, STR("intake.why"))
				   : 0;
	if (r == 0)
		r = source_find(archive_db(archive), a, made->source, &source, e);
	if (r == 0 && !source.destroyed) {
		struct json *secret = json_object(a);
		json_set_str(secret, STR("why"), str_trim(why));
		part.secret = secret;
		part.key = source.id;
	}
	if (r == 0)
		r = archive_append(archive, stamp, &part, 1, NULL, e);
	arena_free(a);
	return r;
}
