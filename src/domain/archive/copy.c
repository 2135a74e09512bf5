#include "domain/archive/copy.h"

#include <string.h>

#include "domain/archive/blob.h"
#include "domain/archive/end.h"
#include "domain/archive/private.h"
#include "kit/seal/armor.h"

#define PIECE_BYTES 262144
#define SMALL_BYTES_MAX ((size_t)64 << 20) /* of keyslots and keys */
#define NOTE_BYTES_MAX 4096

/* --- Whose folder it is --------------------------------------------------------------------- */

static struct str
note_path(const struct copying *c)
{
	return file_join(c->arena, c->to.dir, STR("copy"));
}

/* The note says what the folder is going to be before its mark says that it is an archive. */
static int
note_write(struct copying *c, struct err *e)
{
	struct str text =
	    arena_fmt(c->arena, "guvoh copy\nof %.*s\nid %s\n", STR_ARG(c->from->name), c->id);

	return file_write_atomic(note_path(c), text.p, text.n, 0600, e);
}

static int
is_other(const struct copying *c, struct err *e)
{
	return err_fail(e, ERR_CONFLICT, STR("archive.copy-other"), c->to.dir);
}

static int
note_read(struct copying *c, struct err *e)
{
	struct str rest;

	if (file_read_all(c->arena, note_path(c), NOTE_BYTES_MAX, &rest, e) != 0)
		return e->code == ERR_NOTFOUND
		    ? err_fail(e, ERR_CONFLICT, STR("archive.exists"), c->to.dir)
		    : -1;
	struct str first = str_cut(&rest, '\n'), of = str_cut(&rest, '\n');
	struct str id = str_cut(&rest, '\n');
	if (!str_eq(first, STR("guvoh copy")) || !str_starts(of, STR("of ")) ||
	    !str_eq(str_sub(of, 3, of.n), c->from->name) || id.n != 3 + COPY_ID_BYTES ||
	    !archive_id_like(str_sub(id, 3, id.n)))
		return is_other(c, e);
	memcpy(c->id, id.p + 3, COPY_ID_BYTES + 1);
	c->id[COPY_ID_BYTES] = '\0';
	return 0;
}

/* Is the folder, or one that it lies in, the archive? */
static int
is_outside(const struct copying *c, struct err *e)
{
	struct file_facts archive, at, above;
	struct str path = file_exists(c->to.dir) ? c->to.dir : file_folder_of(c->to.dir);

	if (file_look(c->from->dir, &archive, e) != 0 || file_look(path, &at, e) != 0)
		return -1;
	for (;;) {
		if (at.device == archive.device && at.inode == archive.inode)
			return err_fail(e, ERR_INPUT, STR("archive.copy-inside"), c->to.dir);
		path = file_join(c->arena, path, STR(".."));
		if (file_look(path, &above, e) != 0)
			return -1;
		if (above.device == at.device && above.inode == at.inode)
			return 0;
		at = above;
	}
}

static int
folder_begin(struct copying *c, struct err *e)
{
	archive_id_new('k', c->id);
	if (file_folder_make(c->to.dir, e) != 0 || file_folder_close(c->to.dir, e) != 0)
		return -1;
	return note_write(c, e);
}

/* A new folder, one that a copy was begun in, or, with keep, one that holds a copy. */
static int
folder_take(struct copying *c, bool keep, struct err *e)
{
	struct str *names;
	size_t n = 0;

	if (is_outside(c, e) != 0)
		return -1;
	if (file_exists(c->to.dir) && file_folder_list(c->arena, c->to.dir, &names, &n, e) != 0)
		return -1;
	c->done->begun = !file_exists(c->to.mark);
	if (!c->done->begun && !keep)
		return err_fail(e, ERR_CONFLICT, STR("archive.exists"), c->to.dir);
	for (size_t i = 0; i < n; i++)
		if (!file_is_temporary(names[i]))
			return note_read(c, e);
	return folder_begin(c, e);
}

/* --- The log -------------------------------------------------------------------------------- */

static int
entry_pass(void *arg, uint64_t index, struct str plain, struct err *e)
{
	(void)arg;
	(void)index;
	(void)plain;
	(void)e;
	return 0;
}

static int
log_read_once(struct copying *c, struct err *e)
{
	struct log log;

	archive_log_begin(&log, c->from, c->key);
	int r = archive_log_read(&log, false, entry_pass, NULL, e);
	c->end = log.at;
	archive_log_end(&log);
	return r;
}

/* Every frame to the end decrypts and follows the one before: what is damaged is not copied.
 * Damage at the end may be somebody at work: it is looked at again with the lock, if we can. */
static int
log_end_find(struct copying *c, struct err *e)
{
	struct file *lock;
	struct err first;

	if (log_read_once(c, e) == 0)
		return 0;
	first = *e;
	if (!str_eq(str_of(e->key), STR("archive.damaged")) ||
	    archive_folder_lock(c->from, FOLDER_LOOK_MS, &lock, e) != 0) {
		*e = first;
		return -1;
	}
	int r = log_read_once(c, e);
	file_close(lock);
	return r;
}

/* What of the segment belongs to the copy: all of it, but of the last what was read. */
static int
segment_size(const struct copying *c, uint32_t number, uint64_t *size, struct err *e)
{
	struct file_facts facts;

	if (number == c->end.segment) {
		*size = c->end.offset;
		return 0;
	}
	if (file_look(archive_segment_path(c->arena, c->from, number), &facts, e) != 0)
		return -1;
	*size = facts.size;
	return 0;
}

/* Compares the first n bytes of two open files. */
static int
files_agree(struct file *a, struct file *b, uint64_t n, bool *same, struct err *e)
{
	struct buf one = BUF_INIT, two = BUF_INIT;
	size_t got = 0, other = 0;
	int r = 0;

	*same = true;
	for (uint64_t at = 0; r == 0 && *same && at < n; at += got) {
		size_t step = n - at < PIECE_BYTES ? (size_t)(n - at) : PIECE_BYTES;

		r = file_pread(a, at, buf_room(&one, PIECE_BYTES), step, &got, e);
		if (r == 0)
			r = file_pread(b, at, buf_room(&two, PIECE_BYTES), step, &other, e);
		if (r == 0)
			*same = got == step && other == step && memcmp(one.p, two.p, step) == 0;
	}
	buf_free(&one);
	buf_free(&two);
	return r;
}

/* The copy's segment must be the beginning of the archive's. */
static int
segment_compare(
    struct copying *c, struct file *ours, struct file *theirs, uint64_t size, struct err *e)
{
	uint64_t has;
	bool same = false;

	if (file_size(theirs, &has, e) != 0 ||
	    (has <= size && files_agree(ours, theirs, has, &same, e) != 0))
		return -1;
	return same ? 0 : err_fail(e, ERR_CONFLICT, STR("archive.copy-differs"), c->to.dir);
}

static int
segment_fits(struct copying *c, uint32_t number, struct err *e)
{
	struct str path = archive_segment_path(c->arena, &c->to, number);
	struct file *ours, *theirs;
	uint64_t size;

	if (!file_exists(path))
		return 0;
	if (number > c->end.segment)
		return err_fail(e, ERR_CONFLICT, STR("archive.copy-differs"), c->to.dir);
	if (segment_size(c, number, &size, e) != 0 ||
	    file_open_read(archive_segment_path(c->arena, c->from, number), &ours, e) != 0)
		return -1;
	int r = file_open_read(path, &theirs, e);
	if (r == 0) {
		r = segment_compare(c, ours, theirs, size, e);
		file_close(theirs);
	}
	file_close(ours);
	return r;
}

/* The copy holds nothing that the archive does not: else one of the two lost something. */
static int
log_fits(struct copying *c, struct err *e)
{
	for (uint32_t i = 1; i <= c->end.segment + 1; i++)
		if (segment_fits(c, i, e) != 0)
			return -1;
	return 0;
}

/* --- Files ---------------------------------------------------------------------------------- */

/* Copies the first size bytes of from into a new file; digest (NULL: none) sees them. */
static int
bytes_copy(struct copying *c, struct file *from, uint64_t size, struct file *to,
    struct digest *digest, struct err *e)
{
	struct buf piece = BUF_INIT;
	uint64_t at = 0;
	int r = 0;

	while (r == 0 && at < size) {
		size_t step = size - at < PIECE_BYTES ? (size_t)(size - at) : PIECE_BYTES;
		size_t got = 0;

		r = file_pread(from, at, buf_room(&piece, PIECE_BYTES), step, &got, e);
		if (r == 0 && got < step)
			r = err_fail(e, ERR_CONFLICT, STR("archive.log-moved"));
		if (r == 0 && digest != NULL)
			digest_add(digest, piece.p, step);
		if (r == 0)
			r = file_write_all(to, piece.p, step, e);
		at += step;
	}
	buf_free(&piece);
	if (r == 0)
		c->done->bytes += (int64_t)size;
	return r;
}

static int
segment_copy(struct copying *c, uint32_t number, struct err *e)
{
	struct str path = archive_segment_path(c->arena, &c->to, number);
	struct file_facts facts;
	struct file *from, *to;
	uint64_t size;

	if (segment_size(c, number, &size, e) != 0)
		return -1;
	if (file_look(path, &facts, e) == 0 && facts.size == size)
		return 0;
	if (file_open_read(archive_segment_path(c->arena, c->from, number), &from, e) != 0)
		return -1;
	int r = file_new(c->to.log, &to, e);
	if (r == 0) {
		r = bytes_copy(c, from, size, to, NULL, e);
		if (r == 0)
			r = file_keep(to, path, e);
		file_close(to);
	}
	file_close(from);
	return r;
}

/* A small file that is replaced as a whole, when it changed. */
static int
small_copy(struct copying *c, struct str from, struct str to, struct err *e)
{
	struct str bytes, there;

	if (file_read_all(c->arena, from, SMALL_BYTES_MAX, &bytes, e) != 0)
		return -1;
	if (file_read_all(c->arena, to, SMALL_BYTES_MAX, &there, e) == 0 && str_eq(bytes, there))
		return 0;
	c->done->bytes += (int64_t)bytes.n;
	return file_write_atomic(to, bytes.p, bytes.n, 0600, e);
}

/* --- Blobs ---------------------------------------------------------------------------------- */

static void
blob_refuse(struct copying *c, struct str name)
{
	if (c->done->damaged++ == 0)
		(void)err_fail(&c->done->damage, ERR_IO, STR("archive.blob-damaged"),
		    arena_fmt(c->arena, "blobs/%.*s", STR_ARG(name)));
}

/* One blob under a temporary name, then, when its bytes are those of its name, under that. */
static int
blob_write(struct copying *c, struct str name, const uint8_t wanted[DIGEST_BYTES],
    struct file *from, struct err *e)
{
	struct digest *digest = digest_new();
	uint8_t hash[DIGEST_BYTES];
	struct file *to;
	uint64_t size;
	int r = file_size(from, &size, e) != 0 ? -1 : file_new(c->to.blobs, &to, e);

	if (r == 0) {
		r = bytes_copy(c, from, size, to, digest, e);
		digest_end(digest, hash);
		if (r == 0 && memcmp(hash, wanted, DIGEST_BYTES) != 0) {
			blob_refuse(c, name);
		} else if (r == 0) {
			r = file_keep(to, file_join(c->arena, c->to.blobs, name), e);
			c->done->new_files++;
		}
		file_close(to);
	}
	digest_free(digest);
	return r;
}

static int
blob_copy(struct copying *c, struct str name, struct err *e)
{
	struct file_facts ours, theirs;
	uint8_t wanted[DIGEST_BYTES];
	struct file *from;
	size_t n;

	if (!armor_hex_read(name, wanted, DIGEST_BYTES, &n) || n != DIGEST_BYTES)
		return 0;
	struct str path = file_join(c->arena, c->from->blobs, name);
	if (file_look(path, &ours, e) != 0)
		return -1;
	if (file_look(file_join(c->arena, c->to.blobs, name), &theirs, e) == 0 &&
	    theirs.size == ours.size)
		return 0;
	if (file_open_read(path, &from, e) != 0)
		return -1;
	int r = blob_write(c, name, wanted, from, e);
	file_close(from);
	return r;
}

static int
blobs_copy(struct copying *c, struct err *e)
{
	struct str *names;
	size_t n;

	if (file_folder_list(c->arena, c->from->blobs, &names, &n, e) != 0)
		return e->code == ERR_NOTFOUND ? 0 : -1; /* an empty folder is easily lost */
	for (size_t i = 0; i < n; i++)
		if (blob_copy(c, names[i], e) != 0)
			return -1;
	return 0;
}

/* --- All of it ------------------------------------------------------------------------------ */

static int
files_copy(struct copying *c, struct err *e)
{
	struct file *end = NULL;

	if (file_folder_make(c->to.log, e) != 0 || file_folder_make(c->to.blobs, e) != 0 ||
	    small_copy(c, c->from->slots, c->to.slots, e) != 0 ||
	    small_copy(c, c->from->keys, c->to.keys, e) != 0 || blobs_copy(c, e) != 0)
		return -1;
	for (uint32_t i = 1; i <= c->end.segment; i++)
		if (segment_copy(c, i, e) != 0)
			return -1;
	archive_end_note(&c->to, &end, c->end.chain.index);
	file_close(end);
	return 0;
}

/* How far the copy had come, from what it remembers of itself. */
static void
entries_count(struct copying *c)
{
	int64_t had = c->done->begun ? 0 : (int64_t)archive_end_read(&c->to);

	c->done->entries = (int64_t)c->end.chain.index;
	c->done->new_entries = had < c->done->entries ? c->done->entries - had : 0;
}

static int
try_open(struct copying *c, struct err *e)
{
	uint64_t entries;

	if (archive_try(&c->to, c->key, c->index, &entries, e) != 0)
		return -1;
	return entries == c->end.chain.index ? 0
					     : archive_end_missing(entries, c->end.chain.index, e);
}

/* Those of destroyed keys were removed again when the copy was opened. */
static int
files_count(struct copying *c, struct err *e)
{
	uint8_t hash[DIGEST_BYTES];
	struct str *names;
	size_t count, n;

	if (file_folder_list(c->arena, c->to.blobs, &names, &count, e) != 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		c->done->files +=
		    armor_hex_read(names[i], hash, DIGEST_BYTES, &n) && n == DIGEST_BYTES;
	return 0;
}

static int
mark_last(struct copying *c, bool keep, struct err *e)
{
	if (c->done->begun && archive_folder_mark(&c->to, e) != 0)
		return -1;
	if (keep)
		return 0;
	return file_remove(note_path(c), e) != 0 ? -1 : file_folder_sync(c->to.dir, e);
}

/* With the lock of the copy. before: the keys of which some may turn out to be destroyed. */
static int
run_locked(struct copying *c, bool keep, struct err *e)
{
	struct keys *before, *after;

	if (log_fits(c, e) != 0)
		return -1;
	if (archive_keys_load(&c->to, c->key, &before, e) != 0 &&
	    archive_keys_load(c->from, c->key, &before, e) != 0)
		return -1;
	entries_count(c);
	int r = files_copy(c, e);
	if (r == 0)
		r = try_open(c, e);
	if (r == 0)
		r = files_count(c, e);
	if (r == 0)
		r = archive_keys_load(&c->to, c->key, &after, e);
	if (r == 0) {
		c->done->destroyed = archive_keys_died(before, after);
		archive_keys_free(after);
		r = mark_last(c, keep, e);
	}
	archive_keys_free(before);
	return r;
}

int
archive_copy_run(struct copying *c, struct str dir, bool keep, struct err *e)
{
	struct file *lock;

	archive_folder_paths(c->arena, dir, &c->to);
	memcpy(c->to.id, c->from->id, sizeof(c->to.id));
	c->to.name = c->from->name;
	if (log_end_find(c, e) != 0 || folder_take(c, keep, e) != 0 ||
	    archive_folder_lock(&c->to, FOLDER_LOOK_MS, &lock, e) != 0)
		return -1;
	archive_folder_tidy(&c->to);
	int r = run_locked(c, keep, e);
	file_close(lock);
	return r;
}
