#include <assert.h>
#include <string.h>

#include "domain/archive/blob.h"
#include "domain/archive/entry.h"
#include "domain/archive/private.h"

#define OPS_PER_ARENA 64 /* about: an entry that is begun is read to its end */
#define BULK_ENTRIES 64  /* so many in one append are worth an index without a journal */

/* The handle from last time, unless its file was taken away: then others lock another. */
static int
lock_wait(struct archive *a, struct err *e)
{
	struct file_facts facts;

	if (a->lock != NULL && file_lock(a->lock, FOLDER_PATIENCE_MS, e) != 0)
		return -1;
	if (a->lock != NULL && file_look_open(a->lock, &facts, e) == 0 && facts.names > 0)
		return 0;
	file_close(a->lock);
	a->lock = NULL;
	return archive_folder_lock(&a->folder, FOLDER_PATIENCE_MS, &a->lock, e);
}

int
archive_lock_take(struct archive *a, bool *taken, struct err *e)
{
	*taken = false;
	if (a->holds > 0)
		return 0;
	if (lock_wait(a, e) != 0)
		return -1;
	if (!a->tidied)
		archive_folder_tidy(&a->folder);
	a->tidied = true;
	*taken = true;
	return 0;
}

void
archive_lock_give(struct archive *a, bool taken)
{
	if (taken)
		file_unlock(a->lock);
}

int
archive_hold(struct archive *a, struct err *e)
{
	bool taken;

	if (archive_lock_take(a, &taken, e) != 0)
		return -1;
	if (taken && archive_index_catch_up(a, true, e) != 0) {
		archive_lock_give(a, taken);
		return -1;
	}
	a->holds++;
	return 0;
}

void
archive_release(struct archive *a)
{
	if (a->holds == 0)
		return;
	a->holds--;
	archive_lock_give(a, a->holds == 0);
}

/* What an append is made of, from its check to its end. */
struct appending {
	struct archive *a;
	const struct archive_stamp *stamp;
	archive_draw_fn draw;
	void *arg;
	size_t n;
	size_t at;        /* the draft being worked on */
	struct buf plain; /* its entry */
	struct log_batch batch;
	char id[ARCHIVE_ID_BYTES + 1]; /* of the last one written */
};

static int
parts_check(const struct appending *w, const struct archive_draft *draft, struct err *e)
{
	for (size_t i = 0; i < draft->n; i++) {
		const struct archive_part *part = &draft->parts[i];
		if (!archive_entry_ours(part) &&
		    archive_index_find(w->a->index, part->op, part->version) == NULL)
			return err_fail(e, ERR_BUG, STR("archive.unknown-op"), part->op);
	}
	return 0;
}

/* Writes the text of one entry, projects it from that text, as a rebuild will, and seals it. */
static int
draft_project(
    struct appending *w, struct arena *scratch, const struct archive_draft *draft, struct err *e)
{
	struct archive *a = w->a;
	struct archive_entry entry;
	bool last = w->at + 1 == w->n;

	if (parts_check(w, draft, e) != 0)
		return -1;
	archive_id_new('e', w->id);
	buf_cut(&w->plain, 0);
	if (archive_entry_write(&w->plain, str_of(w->id), w->stamp, draft, a->keys, e) != 0 ||
	    archive_entry_read(
		scratch, w->batch.chain.index, buf_str(&w->plain), a->keys, &entry, e) != 0 ||
	    archive_index_project(a, a->db, &entry, e) != 0)
		return -1;
	return archive_log_add(
	    &a->log, &w->batch, buf_str(&w->plain), last ? archive_keys_sign(a->keys) : NULL, e);
}

static int
drafts_project(struct appending *w, struct err *e)
{
	struct arena *scratch = arena_new();
	size_t ops = 0;
	int r = 0;

	for (w->at = 0; r == 0 && w->at < w->n; w->at++) {
		if (ops >= OPS_PER_ARENA) {
			arena_free(scratch);
			scratch = arena_new();
			ops = 0;
		}
		struct archive_draft draft = w->draw(w->arg, scratch, w->at);
		ops += draft.n;
		r = draft_project(w, scratch, &draft, e);
	}
	if (r != 0)
		w->at--;
	arena_free(scratch);
	return r;
}

/* Projects, then keeps the keys, then writes: nothing is on the disk before the first said yes. */
static int
write_projected(struct appending *w, struct err *e)
{
	struct archive *a = w->a;
	size_t keys = archive_keys_count(a->keys);

	if (drafts_project(w, e) != 0 || archive_index_finish(a, a->db, e) != 0) {
		archive_keys_cut(a->keys, keys);
		return -1;
	}
	if (archive_keys_count(a->keys) > keys &&
	    archive_keys_save(&a->folder, a->key, a->keys, e) != 0) {
		archive_keys_cut(a->keys, keys);
		return -1;
	}
	return archive_log_write(&a->log, &w->batch, e);
}

/* Of many entries the index keeps no journal, where nobody else looks at it: that takes a third of
 * the memory, and there is the log to make it anew from when they are refused after all. */
static void
bulk_begin(struct appending *w)
{
	struct archive *a = w->a;
	struct err ignored;

	if (w->n >= BULK_ENTRIES && a->readers == 0 && db_bulk_begin(a->db, &ignored) != 0)
		a->stale = true;
}

/* What was written, or what was there before: the log says which. */
static void
bulk_end(struct archive *a)
{
	struct err ignored;

	if (a->stale || (db_bulk(a->db) && db_bulk_end(a->db, &ignored) != 0)) {
		a->stale = true;
		if (archive_index_make(a, true, &ignored) != 0)
			return; /* the next one to ask tries again */
	}
}

static int
write_transaction(struct appending *w, struct err *e)
{
	struct archive *a = w->a;
	struct err ignored;

	if (db_begin(a->db, e) != 0)
		return -1;
	if (write_projected(w, e) != 0) {
		db_rollback(a->db);
		return -1;
	}
	if (db_commit(a->db, &ignored) != 0) {
		db_rollback(a->db);
		a->stale = true;
	}
	return 0;
}

static int
write_all(struct appending *w, struct err *e)
{
	struct archive *a = w->a;

	if (a->read_only) {
		*e = a->why;
		return -1;
	}
	if (archive_keys_refresh(a, e) != 0 ||
	    archive_log_batch(
		&a->log, archive_keys_sign(a->keys) + SIGN_SEED_BYTES, &w->batch, e) != 0)
		return -1;
	bulk_begin(w);
	int r = write_transaction(w, e);
	archive_log_batch_free(&w->batch);
	bulk_end(a);
	return r;
}

static int
append(struct appending *w, struct err *e)
{
	struct archive *a = w->a;
	bool taken;

	w->plain = (struct buf)BUF_INIT;
	if (archive_stamp_check(w->stamp, e) != 0 || archive_lock_take(a, &taken, e) != 0)
		return -1;
	int r = archive_index_catch_up(a, true, e);
	if (r == 0)
		r = write_all(w, e);
	archive_lock_give(a, taken);
	secret_wipe(w->plain.p, w->plain.n);
	buf_free(&w->plain);
	return r;
}

/* Drafts that are there already. */
static struct archive_draft
draw_ready(void *arg, struct arena *a, size_t nth)
{
	const struct archive_draft *drafts = arg;

	(void)a;
	return drafts[nth];
}

int
archive_append(struct archive *a, const struct archive_stamp *stamp,
    const struct archive_part *parts, size_t n, char id[ARCHIVE_ID_BYTES + 1], struct err *e)
{
	struct archive_draft draft = {.parts = parts, .n = n};
	struct appending w = {.a = a, .stamp = stamp, .draw = draw_ready, .arg = &draft, .n = 1};

	assert(n > 0);
	if (append(&w, e) != 0)
		return -1;
	if (id != NULL)
		memcpy(id, w.id, sizeof(w.id));
	return 0;
}

static int
append_many(struct appending *w, struct err *e)
{
	if (w->n == 0)
		return 0;
	if (w->n > ARCHIVE_BATCH_MAX)
		return err_fail(
		    e, ERR_LIMIT, STR("archive.batch-long"), STR_INT(ARCHIVE_BATCH_MAX));
	return append(w, e);
}

int
archive_append_batch(struct archive *a, const struct archive_stamp *stamp,
    const struct archive_draft *drafts, size_t n, size_t *failed, struct err *e)
{
	struct arena *own = arena_new();
	struct archive_draft *copy = ARENA_ARRAY(own, struct archive_draft, n);
	struct appending w = {
	    .a = a, .stamp = stamp, .draw = draw_ready, .arg = copy, .n = n, .at = n};

	for (size_t i = 0; i < n; i++)
		copy[i] = drafts[i];
	int r = append_many(&w, e);
	if (r != 0 && failed != NULL)
		*failed = w.at;
	arena_free(own);
	return r;
}

int
archive_append_drawn(struct archive *a, const struct archive_stamp *stamp, archive_draw_fn draw,
    void *arg, size_t n, struct err *e)
{
	struct appending w = {.a = a, .stamp = stamp, .draw = draw, .arg = arg, .n = n, .at = n};

	return append_many(&w, e);
}

/* --- Keys ----------------------------------------------------------------------------------- */

/* The entry is on the disk: from here on every open destroys the key again. */
static int
key_wipe(struct archive *a, struct str key, struct err *e)
{
	bool taken;

	if (archive_lock_take(a, &taken, e) != 0)
		return -1;
	a->stale = true;
	int r = archive_keys_refresh(a, e);
	if (r == 0 && archive_keys_destroy(a->keys, key))
		r = archive_keys_save(&a->folder, a->key, a->keys, e);
	if (r == 0)
		r = archive_snapshot_remove(&a->folder, e);
	if (r == 0)
		r = archive_index_make(a, true, e);
	if (r == 0)
		a->snapshot_at = (struct log_size){0};
	archive_lock_give(a, taken);
	return r == 0 ? archive_files_settle(a, e) : -1;
}

int
archive_key_destroy(struct archive *a, const struct archive_stamp *stamp, struct str key,
    const struct archive_blob *blob, struct str why, struct err *e)
{
	if (archive_refresh(a, e) != 0 || archive_keys_refresh(a, e) != 0)
		return -1;
	switch (archive_keys_state(a->keys, key)) {
	case KEY_NONE:
		return err_fail(e, ERR_NOTFOUND, STR("archive.no-such-key"), key);
	case KEY_DESTROYED:
		return 0;
	case KEY_LIVE:
		break;
	}
	struct arena *arena = arena_new();
	struct json *body = json_object(arena);

	json_set_str(body, STR("key"), key);
	json_set_str(body, STR("why"), why);
	if (blob != NULL)
		json_set_str(body, STR("file"), archive_blob_hex(arena, blob->name));
	const struct archive_part part = {
	    .op = ENTRY_DESTROY, .version = ENTRY_DESTROY_VERSION, .body = body};
	int r = archive_append(a, stamp, &part, 1, NULL, e);
	arena_free(arena);
	return r == 0 ? key_wipe(a, key, e) : -1;
}

bool
archive_key_destroyed(const struct archive *a, struct str key)
{
	return archive_keys_state(a->keys, key) == KEY_DESTROYED;
}
