#include <string.h>

#include "domain/person/internal.h"
#include "domain/person/person_sql.h"
#include "domain/source/source.h"
#include "engine/link/total.h"
#include "kit/db/db.h"
#include "kit/seal/digest.h"

#define CHUNK_ROWS 500        /* mentions in one entry at most */
#define CHUNK_BYTES (1 << 20) /* of their cells */
#define ROW_BYTES (1 << 20)   /* of the cells of one row */
#define NAME_BYTES 64

/* --- Names ---------------------------------------------------------------------------------- */

static bool
is_name(struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
			c == '-' || c == '_' || c == '.'))
			return false;
	}
	return name.n <= NAME_BYTES;
}

static int
check_draft(const struct person_list_draft *draft, struct err *e)
{
	/* "count" is a column of the tables of overlaps beside the lists. */
	if (draft->name.n == 0 || !is_name(draft->name) || archive_id_like(draft->name) ||
	    str_eq(draft->name, STR("count")))
		return err_fail(e, ERR_INPUT, STR("people.list_name"), draft->name);
	if (!is_name(draft->event))
		return err_fail(e, ERR_INPUT, STR("claim.event"), draft->event);
	return 0;
}

/* --- The source ----------------------------------------------------------------------------- */

/* What a list is written with. */
struct adding {
	struct archive *archive;
	struct arena *a;
	const struct archive_stamp *stamp;
	const struct person_list_draft *draft;
	const struct csv *table;
	struct str id, source, content;
	struct json *blob; /* the file, where it is not that of the source; NULL: it is */
	size_t *ends;      /* of the rows of each chunk */
	size_t chunks, rows;
};

static int
make_source(struct adding *d, const struct vocab *vocab, struct err *e)
{
	char fresh[ARCHIVE_ID_BYTES + 1];
	const struct source_draft draft = {
	    .alias = STR(""),
	    .kind = STR("list"),
	    .title = d->draft->title.n > 0 ? d->draft->title : str_after_last(d->draft->path, '/'),
	    .lang = STR(""),
	    .url = STR(""),
	    .date = STR(""),
	    .path = d->draft->path,
	};

	if (source_add(d->archive, vocab, d->stamp, &draft, fresh, e) < 0)
		return -1;
	d->source = arena_str(d->a, str_of(fresh));
	return 0;
}

/* The file as the source's own one, or beside it under the same key. */
static int
keep_file(struct adding *d, const struct source *source, struct err *e)
{
	struct archive_blob blob;

	if (str_search(source->blob, d->content) < source->blob.n)
		return 0;
	if (archive_blob_add(d->archive, d->draft->path, source->id, &blob, e) < 0)
		return -1;
	d->blob = archive_blob_json(d->a, &blob);
	return 0;
}

static int
settle_source(struct adding *d, const struct vocab *vocab, struct err *e)
{
	struct db *db = archive_db(d->archive);
	struct sql_list_same_file_row same;
	struct source source;

	if (d->draft->source.n > 0) {
		if (source_find(db, d->a, d->draft->source, &source, e) < 0)
			return -1;
		d->source = source.id;
		return source.destroyed
		    ? err_fail(e, ERR_CONFLICT, STR("source.destroyed"), source.id)
		    : keep_file(d, &source, e);
	}
	int found = sql_list_same_file_one(db, d->content, d->a, &same, e);
	if (found > 0)
		d->source = same.id;
	return found == 0 ? make_source(d, vocab, e) : found < 0 ? -1 : 0;
}

/* --- The entries ---------------------------------------------------------------------------- */

/* Does the row name somebody: is it neither empty nor a total? */
static bool
row_is_mention(const struct csv *table, size_t row)
{
	return !csv_row_is_empty(table, row) && total_of_row(table, row).n == 0;
}

static size_t
row_bytes(const struct csv *table, size_t row)
{
	size_t n = 0;

	for (size_t c = 0; c < table->width; c++)
		n += table->rows[row].fields[c].n;
	return n;
}

/* Parts the rows into entries. */
static int
part_rows(struct adding *d, struct err *e)
{
	size_t capacity = 0, rows = 0, bytes = 0;

	for (size_t r = 0; r < d->table->count; r++) {
		size_t n = row_bytes(d->table, r);
		if (n > ROW_BYTES)
			return err_fail(e, ERR_LIMIT, STR("people.row"),
			    STR_INT((int64_t)d->table->rows[r].line));
		if (rows == CHUNK_ROWS || bytes + n > CHUNK_BYTES) {
			d->ends = arena_grow(d->a, d->ends, d->chunks, &capacity, sizeof(*d->ends));
			d->ends[d->chunks++] = r;
			rows = bytes = 0;
		}
		bool full = row_is_mention(d->table, r);
		rows += full;
		d->rows += full;
		bytes += n;
	}
	if (d->rows == 0)
		return err_fail(e, ERR_INPUT, STR("people.empty"), d->draft->path);
	d->ends = arena_grow(d->a, d->ends, d->chunks, &capacity, sizeof(*d->ends));
	d->ends[d->chunks++] = d->table->count;
	return 0;
}

static struct json *
texts_json(struct arena *a, const struct str *texts, size_t n)
{
	struct json *list = json_array(a);

	for (size_t i = 0; i < n; i++)
		json_push_str(list, texts[i]);
	return list;
}

static struct archive_part
list_part(const struct adding *d, struct arena *a)
{
	struct json *body = json_object(a), *secret = json_object(a);

	json_set_str(body, STR("id"), d->id);
	json_set_str(secret, STR("source"), d->source);
	json_set_str(secret, STR("name"), d->draft->name);
	json_set_str(secret, STR("event"), d->draft->event);
	json_set_bool(secret, STR("sole"), d->draft->sole);
	json_set(secret, STR("columns"), texts_json(a, d->table->names, d->table->width));
	json_set_int(secret, STR("lines"), (int64_t)d->rows);
	json_set_str(secret, STR("content"), d->content);
	if (d->blob != NULL)
		json_set(secret, STR("blob"), d->blob);
	return (struct archive_part){
	    .op = STR("list.add"), .version = 1, .body = body, .secret = secret, .key = d->source};
}

/* The rows [first, end) as they stand. */
static struct archive_part
mentions_part(const struct adding *d, struct arena *a, size_t first, size_t end)
{
	struct json *body = json_object(a), *secret = json_object(a);

	json_set_str(body, STR("list"), d->id);
	struct json *rows = json_set_array(secret, STR("mentions"));
	for (size_t r = first; r < end; r++) {
		if (!row_is_mention(d->table, r))
			continue;
		struct json *row = json_push_object(rows);
		json_set_int(row, STR("line"), (int64_t)d->table->rows[r].line);
		json_set(
		    row, STR("cells"), texts_json(a, d->table->rows[r].fields, d->table->width));
	}
	return (struct archive_part){.op = STR("mention.add"),
	    .version = 1,
	    .body = body,
	    .secret = secret,
	    .key = d->source};
}

static struct archive_draft
draw(void *arg, struct arena *a, size_t nth)
{
	const struct adding *d = arg;
	struct archive_part *part = ARENA_NEW(a, struct archive_part);

	*part = nth == 0 ? list_part(d, a)
			 : mentions_part(d, a, nth == 1 ? 0 : d->ends[nth - 2], d->ends[nth - 1]);
	return (struct archive_draft){part, 1};
}

/* --- Adding --------------------------------------------------------------------------------- */

/* The list that stands under the draft's name: 1, with *out filled when it is this very file; 0. */
static int
check_name(struct adding *d, struct person_list *out, struct err *e)
{
	const struct person_reader reader = {archive_db(d->archive), d->a, {VIEWER_TEAM}, NULL};
	struct sql_list_by_name_row row;
	int found = sql_list_by_name_one(reader.db, d->draft->name, d->a, &row, e);

	if (found <= 0)
		return found;
	if (person_list_find(&reader, row.id, out, e) < 0)
		return -1;
	if (!str_eq(out->content, d->content) || !str_eq(out->event, d->draft->event) ||
	    out->sole != d->draft->sole)
		return err_fail(e, ERR_CONFLICT, STR("people.list_taken"), d->draft->name);
	return 1;
}

/* The archive is held: a name that is free stays so. */
static int
append_held(struct adding *d, struct person_list *out, struct err *e)
{
	int there = check_name(d, out, e);

	if (there != 0)
		return there;
	return archive_append_drawn(d->archive, d->stamp, draw, d, d->chunks + 1, e);
}

int
person_list_add(const struct person_writer *writer, const struct person_list_draft *draft,
    const struct csv *table, struct person_list *out, bool *fresh, struct err *e)
{
	char id[ARCHIVE_ID_BYTES + 1];
	struct adding d = {.archive = writer->archive,
	    .a = writer->arena,
	    .stamp = writer->stamp,
	    .draft = draft,
	    .table = table,
	    .content = digest_hex(writer->arena, draft->bytes)};

	if (check_draft(draft, e) < 0 || part_rows(&d, e) < 0)
		return -1;
	int there = check_name(&d, out, e);
	*fresh = there == 0;
	if (there != 0)
		return there < 0 ? -1 : 0;
	archive_id_new('l', id);
	d.id = str_of(id);
	if (settle_source(&d, writer->vocab, e) < 0 || archive_hold(writer->archive, e) < 0)
		return -1;
	there = append_held(&d, out, e);
	archive_release(writer->archive);
	*fresh = there == 0;
	if (there != 0)
		return there < 0 ? -1 : 0;
	const struct person_reader reader = {
	    archive_db(writer->archive), writer->arena, {VIEWER_TEAM}, NULL};
	return person_list_find(&reader, d.id, out, e);
}

/* --- Lists that there are -------------------------------------------------------------------- */

int
person_texts(struct arena *a, struct str text, const struct str **out, size_t *n, struct err *e)
{
	struct json *value;

	*out = NULL;
	*n = 0;
	if (text.n == 0)
		return 0;
	if (json_read(a, text, &value, e) < 0)
		return -1;
	struct str *texts = ARENA_ARRAY(a, struct str, value->count);
	for (const struct json *i = value->first; i != NULL; i = i->next)
		texts[(*n)++] = i->text;
	*out = texts;
	return 0;
}

static int
range(const struct person_reader *r, struct str first, struct str last, struct person_lists *out,
    struct err *e)
{
	struct sql_list_range_rows rows = {0};

	if (r->viewer.role == VIEWER_TEAM &&
	    sql_list_range_all(r->db, first, last, r->arena, &rows, e) < 0)
		return -1;
	struct person_list *at = ARENA_ARRAY(r->arena, struct person_list, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		const struct sql_list_range_row *row = &rows.at[i];
		bool alias = !row->source_alias_null && row->source_alias.n > 0;
		at[i] = (struct person_list){.id = row->id,
		    .source = alias ? row->source_alias : row->source,
		    .source_id = row->source,
		    .name = row->name,
		    .event = row->event,
		    .content = row->content,
		    .added_at = row->added_at,
		    .added_by = row->added_by,
		    .lines = row->lines,
		    .sole = row->sole != 0,
		    .destroyed = row->destroyed != 0,
		    .undone = row->undone != 0,
		    .why = row->why_null ? STR("") : row->why};
		if (person_texts(r->arena, row->columns, &at[i].columns, &at[i].width, e) < 0 ||
		    person_list_kinds(r->db, r->arena, &at[i], e) < 0)
			return -1;
	}
	*out = (struct person_lists){at, rows.count};
	return 0;
}

int
person_list_all(const struct person_reader *reader, struct person_lists *out, struct err *e)
{
	return range(reader, STR(""), STR(PERSON_ID_LAST), out, e);
}

int
person_list_find(
    const struct person_reader *reader, struct str name, struct person_list *out, struct err *e)
{
	struct arena *a = reader->arena;
	struct sql_list_by_name_row row;
	struct person_lists lists;
	int found = sql_list_by_name_one(reader->db, name, a, &row, e);

	if (found < 0)
		return -1;
	struct str first = found > 0 ? row.id : name;
	struct str last = found > 0 ? row.id : arena_fmt(a, "%.*s" PERSON_ID_LAST, STR_ARG(name));
	if (range(reader, first, last, &lists, e) < 0)
		return -1;
	if (name.n == 0 || lists.count == 0)
		return err_fail(e, ERR_NOTFOUND, STR("people.no_list"), name);
	if (lists.count > 1)
		return err_fail(e, ERR_INPUT, STR("people.lists"), name);
	*out = lists.at[0];
	return 0;
}

int
person_list_undo(struct archive *archive, const struct archive_stamp *stamp,
    const struct person_list *list, struct str why, struct err *e)
{
	struct arena *a = arena_new();
	struct json *body = json_object(a);
	struct source source;

	json_set_str(body, STR("list"), list->id);
	struct archive_part part = {.op = STR("list.undo"), .version = 1, .body = body};
	int r = list->destroyed    ? err_fail(e, ERR_CONFLICT, STR("people.list_gone"), list->id)
	    : list->undone         ? err_fail(e, ERR_CONFLICT, STR("people.list_undone"), list->id)
	    : str_trim(why).n == 0 ? err_fail(e, ERR_INPUT, STR("people.why"))
				   : source_find(archive_db(archive), a, list->source, &source, e);
	if (r == 0) {
		struct json *secret = json_object(a);
		json_set_str(secret, STR("why"), str_trim(why));
		part.secret = secret;
		part.key = source.id;
		r = archive_append(archive, stamp, &part, 1, NULL, e);
	}
	arena_free(a);
	return r;
}

int
person_resting(struct db *db, struct str source, int64_t *out, struct err *e)
{
	struct arena *a = arena_new();
	struct sql_list_resting_row row;
	int r = sql_list_resting_one(db, source, a, &row, e);

	if (r > 0)
		*out = row.count;
	arena_free(a);
	return r < 0 ? -1 : 0;
}

/* --- Mentions ------------------------------------------------------------------------------- */

int
person_mentions(const struct person_reader *reader, const struct person_list *list,
    struct person_mentions *out, struct err *e)
{
	struct sql_mention_rows_of_rows rows = {0};

	if (reader->viewer.role == VIEWER_TEAM &&
	    sql_mention_rows_of_all(reader->db, list->id, reader->arena, &rows, e) < 0)
		return -1;
	struct person_mention *at = ARENA_ARRAY(reader->arena, struct person_mention, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		size_t n;
		at[i].line = rows.at[i].line;
		if (person_texts(reader->arena, rows.at[i].cells, &at[i].cells, &n, e) < 0)
			return -1;
	}
	*out = (struct person_mentions){at, rows.count};
	return 0;
}
