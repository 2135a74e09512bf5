#include <string.h>

#include "domain/archive/private.h"
#include "domain/archive/wire.h"
#include "kit/db/memvfs.h"
#include "kit/os/entropy.h"
#include "kit/os/machine.h"
#include "kit/seal/chunks.h"
#include "kit/seal/kdf.h"

/* A new snapshot is due when so much was read since the last one: a share of what that had, so that
 * a small archive starts from one too and a growing one is not written again and again. */
#define LEAST_ENTRIES 200
#define MOST_ENTRIES 5000
#define LEAST_BYTES (128 << 10) /* an entry may be a table of thousands of rows */
#define MOST_BYTES (4 << 20)
#define SHARE 4
#define SPARE (64 << 20) /* bytes free on the disk beside it: they are for what is recorded */

#define MAGIC STR("guvohsnp")
#define FORMAT 1

/* In the clear: what it is, whose, the salt of its key, the size of the image. */
enum head_at {
	HEAD_FORMAT = 8,
	HEAD_ARCHIVE = 12,
	HEAD_SALT = 28,
	HEAD_SIZE = 60,
	HEAD_BYTES = 68,
};

/* Sealed, before the image: what made it, and how far it had read. */
enum mark_at {
	MARK_INDEX = 0,
	MARK_SEGMENT = 32,
	MARK_OFFSET = 36,
	MARK_LAST = 44,
	MARK_ENTRIES = 52,
	MARK_PREVIOUS = 60,
	MARK_BYTES = 92,
};

/* One number for all that decides what the tables hold: schemas, projectors, revision. */
static void
index_digest(const struct archive_index *index, uint8_t out[DIGEST_BYTES])
{
	struct digest *d = digest_new();
	uint8_t number[8];

	wire_put64(number, db_schema_hash(index->rooms, index->room_count));
	digest_add(d, number, sizeof(number));
	wire_put64(number, (uint64_t)index->revision);
	digest_add(d, number, sizeof(number));
	for (size_t i = 0; i < index->n; i++) {
		wire_put64(number, (uint64_t)index->projectors[i].version);
		digest_add(d, number, sizeof(number));
		digest_add(d, index->projectors[i].op.p, index->projectors[i].op.n);
		digest_add(d, "", 1);
	}
	digest_end(d, out);
	digest_free(d);
}

static void
mark_write(const struct archive *a, uint8_t out[MARK_BYTES])
{
	const struct log_place *at = &a->log.at;

	index_digest(a->index, out + MARK_INDEX);
	wire_put32(out + MARK_SEGMENT, at->segment);
	wire_put64(out + MARK_OFFSET, at->offset);
	wire_put64(out + MARK_LAST, at->last);
	wire_put64(out + MARK_ENTRIES, at->chain.index);
	memcpy(out + MARK_PREVIOUS, at->chain.previous, DIGEST_BYTES);
}

static void
mark_read(const uint8_t mark[MARK_BYTES], struct log_place *out)
{
	out->segment = wire_get32(mark + MARK_SEGMENT);
	out->offset = wire_get64(mark + MARK_OFFSET);
	out->last = wire_get64(mark + MARK_LAST);
	out->chain.index = wire_get64(mark + MARK_ENTRIES);
	memcpy(out->chain.previous, mark + MARK_PREVIOUS, DIGEST_BYTES);
}

static struct log_size
size_at(const struct log_place *place)
{
	uint64_t before = place->segment > 0 ? place->segment - 1 : 0;

	return (struct log_size){
	    place->chain.index, before * ARCHIVE_SEGMENT_BYTES + place->offset};
}

static bool
is_much(uint64_t now, uint64_t then, uint64_t least, uint64_t most)
{
	uint64_t due = least + then / SHARE;

	return now >= then + (due < most ? due : most);
}

bool
archive_snapshot_due(const struct archive *a)
{
	struct log_size now = size_at(&a->log.at), then = a->snapshot_at;
	struct err ignored;
	uint64_t room;

	if (!is_much(now.entries, then.entries, LEAST_ENTRIES, MOST_ENTRIES) &&
	    !is_much(now.bytes, then.bytes, LEAST_BYTES, MOST_BYTES))
		return false;
	return machine_space(a->folder.dir, &room, &ignored) == 0 && room > SPARE + now.bytes;
}

static void
stream_key(const struct secret *key, const uint8_t *head, uint8_t out[AEAD_KEY_BYTES])
{
	kdf_derive(secret_str(key), (struct str){(const char *)head + HEAD_SALT, 32},
	    STR("guvoh snapshot"), out, AEAD_KEY_BYTES);
}

/* --- Writing -------------------------------------------------------------------------------- */

static int
to_file(void *to, const uint8_t *bytes, size_t n, struct err *e)
{
	return file_write_all(to, bytes, n, e);
}

static int
stream_write(const struct archive *a, struct file *file, struct str image, struct err *e)
{
	uint8_t head[HEAD_BYTES];
	uint8_t mark[MARK_BYTES];
	uint8_t key[AEAD_KEY_BYTES];

	memcpy(head, MAGIC.p, MAGIC.n);
	wire_put32(head + HEAD_FORMAT, FORMAT);
	memcpy(head + HEAD_ARCHIVE, a->folder.id, FRAME_ARCHIVE_BYTES);
	entropy_fill(head + HEAD_SALT, 32);
	wire_put64(head + HEAD_SIZE, image.n);
	mark_write(a, mark);
	stream_key(a->key, head, key);

	struct chunks *c =
	    chunks_seal_new(key, (struct str){(const char *)head, HEAD_BYTES}, to_file, file);
	int r = file_write_all(file, head, sizeof(head), e);
	if (r == 0)
		r = chunks_add(c, mark, sizeof(mark), e);
	if (r == 0)
		r = chunks_add(c, image.p, image.n, e);
	if (r == 0)
		r = chunks_end(c, e);
	chunks_free(c);
	secret_wipe(key, sizeof(key));
	return r;
}

int
archive_snapshot_write(struct archive *a, struct err *e)
{
	struct file *file;
	struct str image;

	if (file_new(a->folder.dir, &file, e) != 0)
		return archive_folder_failed(e);
	int r = db_image_begin(a->db, &image, e);
	if (r == 0) {
		r = stream_write(a, file, image, e);
		db_image_end(a->db);
	}
	if (r == 0)
		r = file_keep(file, a->folder.snapshot, e);
	file_close(file);
	if (r != 0)
		return archive_folder_failed(e);
	a->snapshot_at = size_at(&a->log.at);
	return 0;
}

int
archive_snapshot_remove(const struct folder *f, struct err *e)
{
	if (!file_exists(f->snapshot))
		return 0;
	if (file_remove(f->snapshot, e) != 0)
		return -1;
	return file_folder_sync(f->dir, e);
}

int
archive_snapshot(struct archive *a, struct err *e)
{
	bool taken;

	if (archive_lock_take(a, &taken, e) != 0)
		return -1;
	int r = archive_index_catch_up(a, true, e);
	if (r == 0)
		r = archive_snapshot_write(a, e);
	archive_lock_give(a, taken);
	return r;
}

/* --- Loading -------------------------------------------------------------------------------- */

struct loading {
	const struct secret *key;
	const uint8_t *want; /* index digest, NULL: any */
	struct str file;     /* all of it */
	uint8_t mark[MARK_BYTES];
	size_t marked; /* bytes of mark that came */
	bool all;      /* without room: the image is read and forgotten */
	uint8_t *room; /* NULL: only the mark is wanted */
	size_t n, filled;
};

static int
no_use(struct err *e)
{
	return err_fail(e, ERR_CONFLICT, STR("archive.snapshot"));
}

static int
from_stream(void *to, const uint8_t *bytes, size_t n, struct err *e)
{
	struct loading *l = to;
	size_t mark = MARK_BYTES - l->marked < n ? MARK_BYTES - l->marked : n;

	memcpy(l->mark + l->marked, bytes, mark);
	l->marked += mark;
	if (l->marked < MARK_BYTES)
		return 0;
	if (mark > 0 && l->want != NULL && memcmp(l->mark, l->want, DIGEST_BYTES) != 0)
		return no_use(e);
	if (l->room == NULL)
		return l->all ? 0 : no_use(e);
	if (n - mark > l->n - l->filled)
		return no_use(e);
	memcpy(l->room + l->filled, bytes + mark, n - mark);
	l->filled += n - mark;
	return 0;
}

static int
stream_read(struct loading *l, struct err *e)
{
	uint8_t key[AEAD_KEY_BYTES];
	struct chunks *c;

	stream_key(l->key, (const uint8_t *)l->file.p, key);
	c = chunks_open_new(key, str_sub(l->file, 0, HEAD_BYTES), from_stream, l);
	int r = chunks_add(c, l->file.p + HEAD_BYTES, l->file.n - HEAD_BYTES, e);
	if (r == 0)
		r = chunks_end(c, e);
	chunks_free(c);
	secret_wipe(key, sizeof(key));
	return r;
}

static int
image_fill(void *arg, uint8_t *room, size_t n, struct err *e)
{
	struct loading *l = arg;

	l->room = room;
	l->n = n;
	if (stream_read(l, e) != 0)
		return -1;
	return l->filled == n ? 0 : no_use(e);
}

static bool
head_is_ours(const struct folder *f, struct str file, uint64_t *size)
{
	const uint8_t *p = (const uint8_t *)file.p;

	if (file.n < HEAD_BYTES || !str_starts(file, MAGIC) ||
	    wire_get32(p + HEAD_FORMAT) != FORMAT ||
	    memcmp(p + HEAD_ARCHIVE, f->id, FRAME_ARCHIVE_BYTES) != 0)
		return false;
	*size = wire_get64(p + HEAD_SIZE);
	return *size < file.n;
}

static bool
index_take(struct archive *a, struct loading *l, uint64_t size)
{
	char id[ARCHIVE_ID_BYTES + 1];
	struct log_place place;
	struct err e;

	archive_id_new('m', id);
	if (memvfs_put(str_of(id), (size_t)size, image_fill, l, &e) != 0)
		return false;
	a->db_name = arena_str(a->arena, str_of(id));
	mark_read(l->mark, &place);
	if (db_open(a->db_name, DB_WRITE, &a->db, &e) != 0 ||
	    archive_log_seek(&a->log, &place, &e) != 0) {
		archive_index_drop(a);
		return false;
	}
	a->snapshot_at = size_at(&place);
	return true;
}

bool
archive_snapshot_load(struct archive *a)
{
	uint8_t want[DIGEST_BYTES];
	struct loading l = {.key = a->key, .want = want};
	struct file *file;
	struct file_map map;
	uint64_t size;
	struct err e;
	bool taken = false;

	index_digest(a->index, want);
	if (memvfs_register(&e) != 0 || file_open_read(a->folder.snapshot, &file, &e) != 0)
		return false;
	if (file_map(file, &map, &e) == 0) {
		l.file = (struct str){(const char *)map.p, map.n};
		taken = head_is_ours(&a->folder, l.file, &size) && index_take(a, &l, size);
		file_unmap(&map);
	}
	file_close(file);
	return taken;
}

bool
archive_snapshot_entries(const struct folder *f, const struct secret *key, uint64_t *entries)
{
	struct loading l = {.key = key};
	struct log_place place;
	struct file *file;
	struct file_map map;
	uint64_t size;
	struct err e;

	if (file_open_read(f->snapshot, &file, &e) != 0)
		return false;
	if (file_map(file, &map, &e) == 0) {
		l.file = (struct str){(const char *)map.p, map.n};
		if (head_is_ours(f, l.file, &size) && stream_read(&l, &e) != 0 &&
		    l.marked == MARK_BYTES) {
			mark_read(l.mark, &place);
			*entries = place.chain.index;
		}
		file_unmap(&map);
	}
	file_close(file);
	return l.marked == MARK_BYTES;
}

static enum archive_snapshot_state
snapshot_judge(const struct archive *a, struct str file, uint64_t *entries)
{
	uint8_t want[DIGEST_BYTES];
	struct loading l = {.key = a->key, .file = file, .all = true};
	struct log_place place;
	uint64_t size;
	struct err e;

	if (!head_is_ours(&a->folder, file, &size) || stream_read(&l, &e) != 0 ||
	    l.marked < MARK_BYTES)
		return ARCHIVE_SNAPSHOT_DAMAGED;
	index_digest(a->index, want);
	if (memcmp(want, l.mark, DIGEST_BYTES) != 0)
		return ARCHIVE_SNAPSHOT_OTHER;
	mark_read(l.mark, &place);
	*entries = place.chain.index;
	return ARCHIVE_SNAPSHOT_FITS;
}

enum archive_snapshot_state
archive_snapshot_look(const struct archive *a, uint64_t *entries)
{
	enum archive_snapshot_state state = ARCHIVE_SNAPSHOT_DAMAGED;
	struct file *file;
	struct file_map map;
	struct err e;

	if (file_open_read(a->folder.snapshot, &file, &e) != 0)
		return e.code == ERR_NOTFOUND ? ARCHIVE_SNAPSHOT_NONE : state;
	if (file_map(file, &map, &e) == 0) {
		state = snapshot_judge(a, (struct str){(const char *)map.p, map.n}, entries);
		file_unmap(&map);
	}
	file_close(file);
	return state;
}
