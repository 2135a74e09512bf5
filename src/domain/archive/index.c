#include <assert.h>
#include <string.h>

#include "domain/archive/archive_sql.h"
#include "domain/archive/entry.h"
#include "domain/archive/private.h"
#include "kit/db/memvfs.h"

#define ENTRIES_PER_ARENA 64

const struct projector *
archive_index_find(const struct archive_index *index, struct str op, int64_t version)
{
	for (size_t i = 0; i < index->n; i++)
		if (index->projectors[i].version == version && str_eq(index->projectors[i].op, op))
			return &index->projectors[i];
	return NULL;
}

static void
turn_read_only(struct archive *a, const struct archive_op *op)
{
	if (a->read_only)
		return;
	a->read_only = true;
	(void)err_fail(
	    &a->why, ERR_CONFLICT, STR("archive.read-only"), op->op, STR_INT(op->version));
}

static int
project_copy(struct db *db, const struct archive_op *op, struct err *e)
{
	struct str copy, folder;
	int64_t destroyed;

	if (json_need_str(op->body, STR("copy"), &copy, e) != 0 ||
	    json_need_str(op->body, STR("folder"), &folder, e) != 0 ||
	    json_need_int(op->body, STR("destroyed"), &destroyed, e) != 0)
		return -1;
	return sql_key_copy_put(db,
	    &(struct sql_key_copy_put_in){.copy = copy,
		.at = op->at,
		.entry = op->entry,
		.folder = folder,
		.destroyed = destroyed},
	    e);
}

static int
project_destroy(struct db *db, const struct archive_op *op, struct str key, struct err *e)
{
	struct str file = archive_entry_destroys_file(op);

	if (file.n > 0 && sql_destroyed_file_add(db, file, e) != 0)
		return -1;
	return sql_destroyed_key_add(db, key, op->entry, e);
}

static int
project_op(struct archive *a, struct db *db, const struct archive_op *op, struct err *e)
{
	struct str destroyed = archive_entry_destroys(op);
	const struct projector *p = archive_index_find(a->index, op->op, op->version);

	if (destroyed.n > 0)
		return project_destroy(db, op, destroyed, e);
	if (str_eq(op->op, ENTRY_COPY) && op->version == ENTRY_COPY_VERSION)
		return project_copy(db, op, e);
	if (p != NULL)
		return p->fn(db, op, e);
	turn_read_only(a, op);
	return 0;
}

int
archive_index_project(
    struct archive *a, struct db *db, const struct archive_entry *entry, struct err *e)
{
	for (size_t i = 0; i < entry->n; i++)
		if (project_op(a, db, &entry->ops[i], e) != 0)
			return -1;
	return 0;
}

int
archive_index_finish(struct archive *a, struct db *db, struct err *e)
{
	return a->index->finish == NULL ? 0 : a->index->finish(db, e);
}

/* One run through the log, or a part of it. */
struct replay {
	struct archive *a;
	struct db *db;
	struct arena *arena; /* of the last few entries */
	size_t on_arena;
	bool whole; /* from the first entry, into empty tables */
	bool again; /* a key turned out to be destroyed: what was projected shows too much */
};

static void
see_destroyed(struct replay *r, const struct archive_entry *entry)
{
	struct archive *a = r->a;

	for (size_t i = 0; i < entry->n; i++) {
		struct str key = archive_entry_destroys(&entry->ops[i]);

		if (key.n == 0)
			continue;
		bool live = archive_keys_state(a->keys, key) == KEY_LIVE;

		a->destroyed_at = (uint64_t)entry->index + 1;
		if (archive_keys_destroy(a->keys, key))
			a->keys_behind = true;
		r->again = r->again || live || !r->whole;
	}
}

static int
entry_open(
    struct replay *r, uint64_t index, struct str plain, struct archive_entry *out, struct err *e)
{
	struct archive *a = r->a;

	if (archive_entry_read(r->arena, index, plain, a->keys, out, e) == 0)
		return 0;
	if (e->code != ERR_NOTFOUND || !archive_keys_stale(&a->folder, a->keys))
		return -1;
	if (archive_keys_refresh(a, e) != 0)
		return -1;
	return archive_entry_read(r->arena, index, plain, a->keys, out, e);
}

static int
replay_entry(void *arg, uint64_t index, struct str plain, struct err *e)
{
	struct replay *r = arg;
	struct archive_entry entry;

	if (r->on_arena++ % ENTRIES_PER_ARENA == 0) {
		arena_free(r->arena);
		r->arena = arena_new();
	}
	if (entry_open(r, index, plain, &entry, e) != 0) {
		if (e->code != ERR_INPUT || !str_eq(str_of(e->key), STR("archive.newer")))
			return -1;
		r->a->read_only = true;
		r->a->why = *e;
		return 0;
	}
	see_destroyed(r, &entry);
	return archive_index_project(r->a, r->db, &entry, e);
}

static int
replay_run(struct replay *r, struct log *log, bool locked, struct err *e)
{
	int result;

	if (db_begin(r->db, e) != 0)
		return -1;
	result = archive_log_read(log, locked, replay_entry, r, e);
	if (result == 0 && !r->again && !r->whole)
		result = archive_index_finish(r->a, r->db, e);
	if (result == 0 && !r->again)
		result = db_commit(r->db, e);
	if (result != 0 || r->again)
		db_rollback(r->db);
	arena_free(r->arena);
	r->arena = NULL;
	return result;
}

/* --- Anew ----------------------------------------------------------------------------------- */

static int
tables_make(const struct archive_index *index, struct db *db, struct err *e)
{
	for (size_t i = 0; i < index->room_count; i++)
		if (db_schema(db, index->rooms[i]->schema, e) != 0)
			return -1;
	return 0;
}

static int
finish_whole(struct archive *a, struct db *db, struct err *e)
{
	if (db_begin(db, e) != 0)
		return -1;
	if (archive_index_finish(a, db, e) == 0 && db_commit(db, e) == 0)
		return 0;
	db_rollback(db);
	return -1;
}

/* Fills new tables of the name from the log. *again: once more, with what it taught about keys. */
static int
fill(struct archive *a, struct log *log, struct db *db, bool locked, bool *again, struct err *e)
{
	struct replay r = {.a = a, .db = db, .whole = true};

	if (db_bulk_begin(db, e) != 0 || tables_make(a->index, db, e) != 0)
		return -1;
	if (replay_run(&r, log, locked, e) != 0)
		return -1;
	*again = r.again;
	if (r.again)
		return 0;
	return finish_whole(a, db, e) != 0 ? -1 : db_bulk_end(db, e);
}

void
archive_index_drop(struct archive *a)
{
	db_close(a->db);
	a->db = NULL;
	if (a->db_name.n > 0)
		memvfs_drop(a->db_name);
	a->db_name = STR("");
}

static int
make_once(struct archive *a, bool locked, bool *again, struct err *e)
{
	char id[ARCHIVE_ID_BYTES + 1];
	struct db *db = NULL;
	struct log log;

	archive_id_new('m', id);
	archive_log_begin(&log, &a->folder, a->key);
	int r = db_open(str_of(id), DB_WRITE, &db, e);
	if (r == 0)
		r = fill(a, &log, db, locked, again, e);
	if (r == 0 && !*again) {
		archive_index_drop(a);
		archive_log_end(&a->log);
		a->db = db;
		a->db_name = arena_str(a->arena, str_of(id));
		a->log = log;
		a->stale = false;
		return 0;
	}
	db_close(db);
	memvfs_drop(str_of(id));
	archive_log_end(&log);
	return r;
}

int
archive_index_make(struct archive *a, bool locked, struct err *e)
{
	bool again = false;
	int r;

	do
		r = make_once(a, locked, &again, e);
	while (r == 0 && again);
	return r;
}

/* --- The tail ------------------------------------------------------------------------------- */

/* May the log be right and the index have seen what was taken back? */
static bool
log_was_cut(const struct err *e)
{
	return str_eq(str_of(e->key), STR("archive.log-moved")) ||
	    str_eq(str_of(e->key), STR("archive.damaged"));
}

int
archive_index_catch_up(struct archive *a, bool locked, struct err *e)
{
	struct log_place before = a->log.at;
	struct replay r = {.a = a, .db = a->db};

	if (a->stale)
		return archive_index_make(a, locked, e);
	if (!archive_log_grew(&a->log))
		return 0;
	if (replay_run(&r, &a->log, locked, e) == 0 && !r.again)
		return 0;
	bool anew = r.again || log_was_cut(e);
	struct err ignored;

	a->stale = r.again || archive_log_seek(&a->log, &before, &ignored) != 0;
	return anew ? archive_index_make(a, locked, e) : -1;
}

/* --- Keys ----------------------------------------------------------------------------------- */

int
archive_keys_refresh(struct archive *a, struct err *e)
{
	struct keys *now;

	if (!archive_keys_stale(&a->folder, a->keys))
		return 0;
	if (archive_keys_load(&a->folder, a->key, &now, e) != 0)
		return -1;
	archive_keys_free(a->keys);
	a->keys = now;
	return 0;
}

/* Destroys in memory what destroyed_key lists; *live says whether any was alive. */
static int
destroy_listed(struct archive *a, bool *live, struct err *e)
{
	struct sql_destroyed_key_list q;
	int more;

	if (sql_destroyed_key_list_start(&q, a->db, e) != 0)
		return -1;
	while ((more = sql_destroyed_key_list_step(&q, e)) > 0)
		if (archive_keys_state(a->keys, q.row.key) == KEY_LIVE) {
			(void)archive_keys_destroy(a->keys, q.row.key);
			*live = true;
		}
	return more;
}

/* Was the snapshot made before what was destroyed, or can nobody tell? */
static bool
snapshot_shows_destroyed(const struct archive *a)
{
	uint64_t entries;

	if (a->destroyed_at == 0 || !file_exists(a->folder.snapshot))
		return false;
	return !archive_snapshot_entries(&a->folder, a->key, &entries) || entries < a->destroyed_at;
}

static int
snapshot_forget(struct archive *a, struct err *e)
{
	if (archive_snapshot_remove(&a->folder, e) != 0)
		return -1;
	a->snapshot_at = (struct log_size){0};
	return 0;
}

static int
settle_locked(struct archive *a, struct err *e)
{
	struct keys *now;
	bool live = false;

	if (archive_keys_load(&a->folder, a->key, &now, e) != 0)
		return -1;
	archive_keys_free(a->keys);
	a->keys = now;
	if (destroy_listed(a, &live, e) != 0)
		return -1;
	if (live && archive_keys_save(&a->folder, a->key, a->keys, e) != 0)
		return -1;
	if ((live || snapshot_shows_destroyed(a)) && snapshot_forget(a, e) != 0)
		return -1;
	a->keys_behind = false;
	return 0;
}

/* The files of destroyed keys that are there all the same, on arena. */
static int
files_left(struct archive *a, struct arena *arena, struct str **out, size_t *n, struct err *e)
{
	struct sql_destroyed_file_list q;
	struct str *all = NULL;
	size_t count = 0, capacity = 0;
	int more;

	if (sql_destroyed_file_list_start(&q, a->db, e) != 0)
		return -1;
	while ((more = sql_destroyed_file_list_step(&q, e)) > 0) {
		struct str path = file_join(arena, a->folder.blobs, q.row.name);

		if (!file_exists(path))
			continue;
		all = arena_grow(arena, all, count, &capacity, sizeof(*all));
		all[count++] = path;
	}
	*out = all;
	*n = count;
	return more;
}

int
archive_files_settle(struct archive *a, struct err *e)
{
	struct arena *arena = arena_new();
	struct str *left;
	size_t n = 0;
	int r = files_left(a, arena, &left, &n, e);

	for (size_t i = 0; r == 0 && i < n; i++)
		if (file_remove(left[i], e) != 0 && e->code != ERR_NOTFOUND)
			r = -1;
	if (r == 0 && n > 0)
		r = file_folder_sync(a->folder.blobs, e);
	arena_free(arena);
	return r;
}

int
archive_keys_settle(struct archive *a, bool locked, struct err *e)
{
	bool live = false;
	bool taken = false;
	int r;

	if (destroy_listed(a, &live, e) != 0)
		return -1;
	if (!live && !a->keys_behind && !snapshot_shows_destroyed(a))
		return 0;
	if (!locked && archive_lock_take(a, &taken, e) != 0)
		return -1;
	r = settle_locked(a, e);
	archive_lock_give(a, taken);
	return r;
}
