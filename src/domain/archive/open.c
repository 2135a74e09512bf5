#include <assert.h>
#include <string.h>

#include "domain/archive/end.h"
#include "domain/archive/holder.h"
#include "domain/archive/keyslot.h"
#include "domain/archive/private.h"
#include "kit/db/memvfs.h"
#include "kit/os/entropy.h"
#include "kit/seal/armor.h"
#include "kit/seal/seal.h"

/* --- A new archive -------------------------------------------------------------------------- */

static int
folder_is_free(struct arena *a, struct str dir, struct err *e)
{
	struct str *names;
	size_t n;

	if (!file_exists(dir))
		return 0;
	if (file_folder_list(a, dir, &names, &n, e) != 0)
		return -1;
	return n == 0 ? 0 : err_fail(e, ERR_CONFLICT, STR("archive.exists"), dir);
}

/* Whoever takes the folder must not get the key with it. */
static int
key_is_elsewhere(const struct archive_place *place, struct err *e)
{
	struct file_facts archive, key;

	if (place->key_file.n == 0)
		return 0;
	if (file_look(place->dir, &archive, e) != 0 ||
	    file_look(file_folder_of(place->key_file), &key, e) != 0)
		return -1;
	if (archive.device == key.device && archive.inode == key.inode)
		return err_fail(e, ERR_INPUT, STR("archive.key-inside"), place->key_file);
	return 0;
}

/* The mark comes last: a folder without one is no archive. */
static int
files_make(
    const struct archive_place *place, const struct folder *f, bool *made_file, struct err *e)
{
	struct secret *key = secret_random(KEYSLOT_KEY_BYTES);
	struct keys *keys = archive_keys_new();
	int r = key_is_elsewhere(place, e);

	if (r == 0)
		r = file_folder_close(f->dir, e);
	if (r == 0)
		r = archive_keyslot_make(place, f, key, made_file, e);
	if (r == 0)
		r = archive_keys_save(f, key, keys, e);
	if (r == 0)
		r = file_folder_make(f->log, e);
	if (r == 0)
		r = file_folder_make(f->blobs, e);
	if (r == 0)
		r = archive_log_make(f, archive_keys_public(keys), e);
	if (r == 0)
		r = archive_folder_mark(f, e);
	archive_keys_free(keys);
	secret_free(key);
	return r == 0 ? 0 : archive_folder_failed(e);
}

static void
files_unmake(struct arena *a, const struct folder *f, bool folder_too)
{
	const struct str all[] = {
	    f->mark, archive_segment_path(a, f, 1), f->log, f->blobs, f->keys, f->slots, f->dir};
	size_t n = folder_too ? LENGTH(all) : LENGTH(all) - 1;
	struct err e;

	for (size_t i = 0; i < n; i++)
		if (file_exists(all[i]) && file_remove(all[i], &e) != 0)
			continue;
}

int
archive_init(const struct archive_place *place, struct err *e)
{
	struct arena *a = arena_new();
	bool was_there = file_exists(place->dir);
	bool made_file = false;
	struct err ignored;
	struct folder f;
	int r = seal_start(e);

	archive_folder_paths(a, place->dir, &f);
	if (r == 0)
		r = folder_is_free(a, place->dir, e);
	if (r == 0) {
		entropy_fill(f.id, sizeof(f.id));
		r = file_folder_make(place->dir, e);
		if (r == 0)
			r = files_make(place, &f, &made_file, e);
		if (r != 0)
			files_unmake(a, &f, !was_there);
		if (r != 0 && made_file && file_remove(place->key_file, &ignored) != 0)
			r = -1; /* what went wrong first is what counts */
	}
	arena_free(a);
	return r;
}

/* --- Open and close ------------------------------------------------------------------------- */

static void
handle_free(struct archive *a)
{
	file_close(a->lock); /* ends a hold too */
	archive_index_drop(a);
	archive_log_end(&a->log);
	archive_keys_free(a->keys);
	secret_free(a->key);
	arena_free(a->arena);
}

/* Damage at the end may be another process at work: look again with the lock, if we can. */
static int
make_patiently(struct archive *a, struct err *e)
{
	struct file *lock;
	struct err first;

	if (archive_index_make(a, false, e) == 0)
		return 0;
	first = *e;
	if (!str_eq(str_of(e->key), STR("archive.damaged")) ||
	    archive_folder_lock(&a->folder, FOLDER_LOOK_MS, &lock, e) != 0) {
		*e = first;
		return -1;
	}
	int r = archive_index_make(a, false, e);
	file_close(lock);
	return r;
}

/* From the log alone. What a snapshot that fits no longer had seen must be there, whatever it
 * holds. */
static int
make_from_log(struct archive *a, struct err *e)
{
	uint64_t seen = 0;
	bool remembered = archive_snapshot_entries(&a->folder, a->key, &seen);

	if (make_patiently(a, e) != 0)
		return -1;
	if (remembered && a->log.at.chain.index < seen)
		return archive_end_missing(a->log.at.chain.index, seen, e);
	return 0;
}

static int
handle_fill(struct archive *a, const struct archive_place *place, struct err *e)
{
	struct err ignored;

	if (archive_folder_read(a->arena, place->dir, &a->folder, e) != 0 ||
	    archive_keyslot_open(place, &a->folder, &a->key, e) != 0 ||
	    archive_keys_load(&a->folder, a->key, &a->keys, e) != 0)
		return -1;
	archive_log_begin(&a->log, &a->folder, a->key);
	int r =
	    archive_snapshot_load(a) ? archive_index_catch_up(a, false, e) : make_from_log(a, e);
	if (r != 0 || archive_keys_settle(a, false, e) != 0)
		return -1;
	(void)archive_files_settle(a, &ignored);
	return 0;
}

static struct archive *
handle_new(const struct archive_index *index)
{
	struct arena *arena = arena_new();
	struct archive *a = ARENA_NEW(arena, struct archive);

	a->arena = arena;
	a->index = index;
	a->db_name = STR("");
	return a;
}

int
archive_try(const struct folder *f, const struct secret *key, const struct archive_index *index,
    uint64_t *entries, struct err *e)
{
	if (memvfs_register(e) != 0)
		return -1;
	struct archive *a = handle_new(index);

	a->folder = *f;
	a->key = secret_copy(key->p, key->n);
	int r = archive_keys_load(&a->folder, a->key, &a->keys, e);
	if (r == 0) {
		archive_log_begin(&a->log, &a->folder, a->key);
		r = archive_index_make(a, true, e);
	}
	if (r == 0)
		r = archive_keys_settle(a, true, e);
	if (r == 0)
		r = archive_files_settle(a, e);
	if (r == 0)
		*entries = a->log.at.chain.index;
	handle_free(a);
	return r;
}

int
archive_open(const struct archive_place *place, const struct archive_index *index,
    struct archive **out, struct err *e)
{
	if (seal_start(e) != 0 || memvfs_register(e) != 0)
		return -1;
	struct archive *a = handle_new(index);

	if (handle_fill(a, place, e) != 0) {
		handle_free(a);
		return -1;
	}
	*out = a;
	return 0;
}

void
archive_close(struct archive *a)
{
	struct err ignored;

	if (a == NULL)
		return;
	if (!a->read_only && !a->stale && archive_snapshot_due(a) &&
	    archive_snapshot(a, &ignored) != 0)
		a->snapshot_at = (struct log_size){0}; /* the next open reads the log instead */
	handle_free(a);
}

struct db *
archive_db(struct archive *a)
{
	return a->db;
}

struct str
archive_name(const struct archive *a)
{
	return a->folder.name;
}

int64_t
archive_entries(const struct archive *a)
{
	return (int64_t)a->log.at.chain.index;
}

bool
archive_read_only(const struct archive *a, struct err *why)
{
	if (a->read_only && why != NULL)
		*why = a->why;
	return a->read_only;
}

int
archive_refresh(struct archive *a, struct err *e)
{
	struct file *lock;
	struct err first;

	if (archive_index_catch_up(a, false, e) != 0) {
		first = *e;
		if (a->holds > 0 ||
		    archive_folder_lock(&a->folder, FOLDER_LOOK_MS, &lock, e) != 0) {
			*e = first;
			return -1;
		}
		int r = archive_index_catch_up(a, false, e);

		file_close(lock);
		if (r != 0)
			return -1;
	}
	return a->keys_behind ? archive_keys_settle(a, false, e) : 0;
}

int
archive_name_at(const struct archive_place *place, struct arena *a, struct str *out, struct err *e)
{
	struct folder f;

	if (archive_folder_read(a, place->dir, &f, e) != 0)
		return -1;
	*out = f.name;
	return 0;
}

/* --- The key held for a while --------------------------------------------------------------- */

int
archive_unlock(const struct archive_place *place, int64_t idle_seconds, struct err *e)
{
	struct arena *a = arena_new();
	struct secret *key = NULL;
	struct folder f;
	int r = seal_start(e);

	if (r == 0)
		r = archive_folder_read(a, place->dir, &f, e);
	if (r == 0)
		r = archive_keyslot_open(place, &f, &key, e);
	if (r == 0) {
		struct secret *held = secret_new(KEYSLOT_KEY_BYTES);

		if (!archive_holder_ask(&f, held))
			r = archive_holder_start(&f, key, idle_seconds, e);
		secret_free(held);
	}
	secret_free(key);
	arena_free(a);
	return r;
}

int
archive_lock(const struct archive_place *place, bool *was_held, struct err *e)
{
	struct arena *a = arena_new();
	struct folder f;
	int r = seal_start(e);

	if (r == 0)
		r = archive_folder_read(a, place->dir, &f, e);
	bool held = false;
	if (r == 0)
		r = archive_holder_end(&f, &held, e);
	if (r == 0 && was_held != NULL)
		*was_held = held;
	arena_free(a);
	return r;
}
