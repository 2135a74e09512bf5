#include "base/json.h"
#include "domain/export/internal.h"
#include "domain/publication/publication.h"
#include "kit/os/file.h"
#include "kit/os/tree.h"
#include "kit/seal/armor.h"
#include "kit/seal/digest.h"

#define MANIFEST STR("MANIFEST.sha256")
#define IMPORT STR("import/")

/* A folder while it is filled, and the file that is written just now. */
struct take {
	const struct export_reader *reader;
	const struct export_folder *folder;
	struct export_gate gate;
	struct str root; /* beside the folder's name, until the end */
	struct buf *manifest;
	struct json *tables, *damaged; /* of about.json */
	struct digest *digest;
	struct file *file;
	int64_t files, rows, bytes, n_damaged;
};

/* --- One file ------------------------------------------------------------------------------- */

static int
file_begin(struct take *t, struct str folder, struct err *e)
{
	struct str path = file_join(t->reader->arena, t->root, folder);

	return file_folder_make(path, e) < 0 ? -1 : file_new(path, &t->file, e);
}

static int
piece_put(void *arg, struct str bytes, struct err *e)
{
	struct take *t = arg;

	digest_add(t->digest, bytes.p, bytes.n);
	t->bytes += (int64_t)bytes.n;
	return file_write_all(t->file, bytes.p, bytes.n, e);
}

static struct str
written_hex(struct take *t)
{
	struct buf *b = buf_on(t->reader->arena);
	uint8_t sum[DIGEST_BYTES];

	digest_end(t->digest, sum);
	armor_hex(b, sum, sizeof(sum));
	return buf_str(b);
}

static void
file_drop(struct take *t)
{
	(void)written_hex(t);
	file_close(t->file);
	t->file = NULL;
}

/* Gives the file its name and its line in the manifest. */
static int
file_end(struct take *t, struct str name, struct err *e)
{
	int r = file_keep(t->file, file_join(t->reader->arena, t->root, name), e);
	struct str sum = written_hex(t); /* STR_ARG asks twice, and the digest ends at the first */

	buf_fmt(t->manifest, "%.*s  %.*s\n", STR_ARG(sum), STR_ARG(name));
	file_close(t->file);
	t->file = NULL;
	t->files++;
	return r;
}

static int
whole_put(struct take *t, struct str folder, struct str name, struct str bytes, struct err *e)
{
	struct str path = folder.n > 0 ? file_join(t->reader->arena, folder, name) : name;

	if (file_begin(t, folder.n > 0 ? folder : STR("."), e) < 0)
		return -1;
	if (piece_put(t, bytes, e) < 0) {
		file_drop(t);
		return -1;
	}
	return file_end(t, path, e);
}

/* --- Tables --------------------------------------------------------------------------------- */

static void
tick(void *arg, size_t done, size_t of)
{
	const struct take *t = arg;

	if (t->folder->tick != NULL)
		t->folder->tick(t->folder->arg, done, of);
}

/* "tables/statements-all.jsonl": the form by its name, raw for programs. */
static int
table_put(struct take *t, const struct export_wish *wish, struct str path, struct err *e)
{
	bool csv = str_ends(path, STR(".csv"));
	struct export_writer w = {
	    .form = csv ? EXPORT_CSV : EXPORT_JSONL,
	    .raw = !csv || str_starts(path, IMPORT),
	    .put = piece_put,
	    .tick = tick,
	    .arg = t,
	};

	if (file_begin(t, file_folder_of(path), e) < 0)
		return -1;
	if (export_table(t->reader, wish, &w, e) < 0) {
		file_drop(t);
		return -1;
	}
	t->rows += (int64_t)w.rows;
	struct json *row = json_push_object(t->tables);
	json_set_str(row, STR("file"), path);
	json_set_int(row, STR("rows"), (int64_t)w.rows);
	return file_end(t, path, e);
}

/* May they have what was withdrawn, and what commands read? */
static bool
has_all(const struct take *t)
{
	return t->gate.consent != EXPORT_NEEDED && t->gate.viewer.role == VIEWER_TEAM;
}

static int
tables_put(struct take *t, struct err *e)
{
	struct arena *a = t->reader->arena;

	for (size_t i = 0; i < EXPORT_WHATS; i++) {
		struct export_wish wish = {.what = (enum export_what)i};
		struct str name = export_what_name(wish.what);
		if (!export_may(t->reader->whom, wish.what))
			continue;
		if ((wish.what != EXPORT_FTM &&
			table_put(t, &wish, arena_fmt(a, "tables/%.*s.csv", STR_ARG(name)), e) <
			    0) ||
		    table_put(t, &wish, arena_fmt(a, "tables/%.*s.jsonl", STR_ARG(name)), e) < 0)
			return -1;
		wish.all = true;
		bool more = wish.what == EXPORT_STATEMENTS || wish.what == EXPORT_CLAIMS;
		if (more && has_all(t) &&
		    table_put(t, &wish, arena_fmt(a, "tables/%.*s-all.jsonl", STR_ARG(name)), e) <
			0)
			return -1;
	}
	return 0;
}

/* What guvoh claim import reads, for each event that has any. */
static int
claims_put(struct take *t, struct err *e)
{
	struct arena *a = t->reader->arena;
	struct count_claims claims;

	if (export_gate_claims(&t->gate, STR(""), false, &claims, e) < 0 ||
	    file_folder_make(file_join(a, t->root, STR("import/claims")), e) < 0)
		return -1;
	for (size_t i = 0; i < claims.count; i++) {
		const struct export_wish wish = {
		    .what = EXPORT_CLAIMS, .event = claims.at[i].event};
		if (i > 0 && str_eq(claims.at[i - 1].event, wish.event))
			continue;
		struct str path = arena_fmt(a, "import/claims/%.*s.csv", STR_ARG(wish.event));
		if (table_put(t, &wish, path, e) < 0)
			return -1;
	}
	return 0;
}

/* What commands read to fill another archive. */
static int
import_put(struct take *t, struct err *e)
{
	const struct export_wish sources = {.what = EXPORT_SOURCES},
				 statements = {.what = EXPORT_STATEMENTS};

	if (!has_all(t))
		return 0;
	return table_put(t, &sources, STR("import/sources.csv"), e) < 0 ||
		table_put(t, &statements, STR("import/statements.csv"), e) < 0
	    ? -1
	    : claims_put(t, e);
}

/* --- Files ---------------------------------------------------------------------------------- */

static int
source_put(struct take *t, const struct source *source, struct err *e)
{
	struct arena *a = t->reader->arena;
	struct str name = export_gate_source_name(&t->gate, source);
	struct archive_blob blob;
	struct json *value;

	if (json_read(a, source->blob, &value, e) < 0 || archive_blob_of(value, &blob, e) < 0 ||
	    file_begin(t, STR("files"), e) < 0)
		return -1;
	if (archive_blob_read(t->reader->archive, &blob, piece_put, t, e) == 0)
		return file_end(t, arena_fmt(a, "files/%.*s", STR_ARG(name)), e);
	file_drop(t);
	if (!str_eq(str_of(e->key), STR("archive.blob-missing")) &&
	    !str_eq(str_of(e->key), STR("archive.blob-damaged")))
		return -1;
	json_push_str(t->damaged, name);
	t->n_damaged++;
	return 0;
}

static int
sources_put(struct take *t, struct err *e)
{
	for (size_t i = 0; i < t->gate.n_sources; i++) {
		const struct export_source *s = &t->gate.sources[i];
		if (s->given && s->source.blob.n > 0 && source_put(t, &s->source, e) < 0)
			return -1;
	}
	return 0;
}

static int
vocab_put(struct take *t, struct err *e)
{
	const struct vocab_file *files;
	size_t n;

	if (vocab_stored(archive_db(t->reader->archive), t->reader->arena, &files, &n, e) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (whole_put(t, STR("vocab"), files[i].name, files[i].text, e) < 0)
			return -1;
	return 0;
}

static int
publication_put(
    struct take *t, const struct count_reader *counts, const struct publication *p, struct err *e)
{
	struct str folder = arena_fmt(t->reader->arena, "publications/%.*s", STR_ARG(p->slug));
	struct publication_revisions all;

	if (publication_revisions(counts, p, &all, e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		const struct publication_revision *r = &all.at[i];
		struct str name = arena_fmt(
		    t->reader->arena, "%.*s-%lld.md", STR_ARG(r->lang), (long long)r->number);
		if ((has_all(t) || r->state == PUBLICATION_SHOWN) &&
		    whole_put(t, folder, name, r->file, e) < 0)
			return -1;
	}
	return 0;
}

static int
publications_put(struct take *t, struct err *e)
{
	const struct count_reader counts = {
	    archive_db(t->reader->archive), t->reader->arena, t->reader->vocab, NULL};
	struct publication_list all;

	if (publication_all(&counts, &all, e) < 0 ||
	    file_folder_make(file_join(t->reader->arena, t->root, STR("publications")), e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++)
		if (publication_put(t, &counts, &all.at[i], e) < 0)
			return -1;
	return 0;
}

/* --- All of it ------------------------------------------------------------------------------ */

static int
about_put(struct take *t, const struct archive_stamp *stamp, struct err *e)
{
	struct json *about = json_object(t->reader->arena);
	struct buf *text = buf_on(t->reader->arena);

	json_set_str(about, STR("for"), export_whom_name(t->reader->whom));
	json_set_str(about, STR("at"), stamp->at);
	if (has_all(t)) {
		json_set_str(about, STR("archive"), archive_name(t->reader->archive));
		json_set_str(about, STR("note"), t->folder->note);
		json_set_str(about, STR("by"), stamp->by);
		json_set_int(about, STR("entries"), archive_entries(t->reader->archive));
	}
	json_set(about, STR("tables"), t->tables);
	json_set(about, STR("damaged"), t->damaged);
	json_write_pretty(text, about);
	return whole_put(t, STR(""), STR("about.json"), buf_str(text), e);
}

static int
fill(struct take *t, const struct archive_stamp *stamp, struct err *e)
{
	if (file_folder_make(t->root, e) < 0 || tables_put(t, e) < 0 || import_put(t, e) < 0 ||
	    sources_put(t, e) < 0 || vocab_put(t, e) < 0 || publications_put(t, e) < 0 ||
	    whole_put(t, STR(""), STR("README.txt"), t->folder->readme, e) < 0)
		return -1;
	return about_put(t, stamp, e);
}

/* The manifest is no line of itself: its own hash stands in the log. */
static int
manifest_put(struct take *t, struct str *hash, struct err *e)
{
	struct str path = file_join(t->reader->arena, t->root, MANIFEST);

	*hash = digest_hex(t->reader->arena, buf_str(t->manifest));
	return file_write_atomic(path, t->manifest->p, t->manifest->n, 0600, e);
}

static int
log_it(const struct take *t, const struct archive_stamp *stamp, const struct export_taken *taken,
    struct err *e)
{
	struct json *body = json_object(t->reader->arena);

	json_set_str(body, STR("id"), taken->id);
	json_set_str(body, STR("for"), taken->whom);
	json_set_str(body, STR("note"), taken->note);
	json_set_int(body, STR("files"), taken->files);
	json_set_int(body, STR("rows"), taken->rows);
	json_set_int(body, STR("bytes"), taken->bytes);
	json_set_str(body, STR("manifest"), taken->manifest);
	const struct archive_part part = {
	    .op = STR("export.take"), .version = 1, .body = body, .key = STR("")};
	return archive_append(t->reader->archive, stamp, &part, 1, NULL, e);
}

static int
take(struct take *t, const struct archive_stamp *stamp, struct export_taken *out, struct err *e)
{
	char id[ARCHIVE_ID_BYTES + 1];
	struct str manifest;

	if (fill(t, stamp, e) < 0 || manifest_put(t, &manifest, e) < 0)
		return -1;
	archive_id_new('x', id);
	const struct export_taken taken = {arena_str(t->reader->arena, str_of(id)), stamp->at,
	    stamp->by, export_whom_name(t->reader->whom), t->folder->note, t->files, t->rows,
	    t->bytes, manifest, t->n_damaged};
	if (log_it(t, stamp, &taken, e) < 0 || tree_exchange(t->root, t->folder->path, e) < 0 ||
	    file_folder_close(t->folder->path, e) < 0)
		return -1;
	*out = taken;
	return 0;
}

int
export_take(const struct export_reader *reader, const struct archive_stamp *stamp,
    const struct export_folder *folder, struct export_taken *out, struct err *e)
{
	struct arena *a = reader->arena;
	struct export_folder named = *folder;
	struct err ignored;

	while (named.path.n > 1 && str_ends(named.path, STR("/")))
		named.path.n--;
	if (file_exists(named.path))
		return err_fail(e, ERR_CONFLICT, STR("export.exists"), named.path);
	if (str_has_control(named.note))
		return err_fail(e, ERR_INPUT, STR("export.note"));
	struct take t = {.reader = reader,
	    .folder = &named,
	    .root = arena_fmt(a, "%.*s.guvoh-new", STR_ARG(named.path)),
	    .manifest = buf_on(a),
	    .tables = json_array(a),
	    .damaged = json_array(a)};
	if (export_gate_open(reader, &t.gate, e) < 0 || tree_remove(t.root, e) < 0)
		return -1;
	t.digest = digest_new();
	int r = take(&t, stamp, out, e);
	file_close(t.file);
	digest_free(t.digest);
	if (r < 0 && tree_remove(t.root, &ignored) < 0)
		return -1; /* it stays beside, and the first failure is the one to tell */
	return r;
}
