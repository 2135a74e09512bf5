#include <string.h>

#include "domain/archive/blob.h"
#include "domain/archive/entry.h"
#include "domain/archive/private.h"
#include "domain/archive/wire.h"
#include "kit/os/entropy.h"
#include "kit/seal/armor.h"
#include "kit/seal/chunks.h"

#define MAGIC STR("guvohblb")
#define FORMAT 1
#define PIECE_BYTES 262144

/* In the clear, and bound to every chunk: what it is, whose, the salt of its key. */
enum head_at {
	HEAD_FORMAT = 8,
	HEAD_ARCHIVE = 12,
	HEAD_SALT = 28,
	HEAD_BYTES = 60,
};

struct str
archive_blob_hex(struct arena *a, const uint8_t hash[DIGEST_BYTES])
{
	struct buf *b = buf_on(a);

	armor_hex(b, hash, DIGEST_BYTES);
	return buf_str(b);
}

struct str
archive_blob_path(struct arena *a, const struct folder *f, const uint8_t name[DIGEST_BYTES])
{
	return file_join(a, f->blobs, archive_blob_hex(a, name));
}

/* --- Adding --------------------------------------------------------------------------------- */

/* Where the content comes from: a file, or memory. */
struct origin {
	struct file *file; /* NULL: bytes */
	struct str bytes;
	uint64_t at;
};

static int
origin_read(struct origin *o, struct buf *piece, struct err *e)
{
	size_t got = 0;

	buf_cut(piece, 0);
	if (o->file == NULL) {
		struct str next = str_sub(o->bytes, (size_t)o->at, (size_t)o->at + PIECE_BYTES);

		buf_put(piece, next);
		o->at += next.n;
		return 0;
	}
	if (file_pread(o->file, o->at, buf_room(piece, PIECE_BYTES), PIECE_BYTES, &got, e) != 0)
		return -1;
	buf_added(piece, got);
	o->at += got;
	return 0;
}

/* The encrypted form on its way to the disk. */
struct target {
	struct file *file;
	struct digest *digest;
};

static int
to_target(void *to, const uint8_t *bytes, size_t n, struct err *e)
{
	struct target *t = to;

	digest_add(t->digest, bytes, n);
	return file_write_all(t->file, bytes, n, e);
}

static int
content_write(struct origin *from, struct chunks *c, struct archive_blob *out, struct err *e)
{
	struct digest *content = digest_new();
	struct buf piece = BUF_INIT;
	int r;

	do {
		r = origin_read(from, &piece, e);
		if (r == 0 && piece.n > 0)
			r = chunks_add(c, piece.p, piece.n, e);
		if (r == 0)
			digest_add(content, piece.p, piece.n);
	} while (r == 0 && piece.n > 0);
	digest_end(content, out->content);
	digest_free(content);
	secret_wipe(piece.p, piece.n);
	buf_free(&piece);
	out->bytes = (int64_t)from->at;
	return r == 0 ? chunks_end(c, e) : -1;
}

static int
blob_write(struct archive *a, struct origin *from, struct file *file, struct archive_blob *out,
    struct err *e)
{
	struct target t = {.file = file, .digest = digest_new()};
	uint8_t head[HEAD_BYTES];
	uint8_t key[AEAD_KEY_BYTES];
	struct str beside = {(const char *)head, HEAD_BYTES};

	memcpy(head, MAGIC.p, MAGIC.n);
	wire_put32(head + HEAD_FORMAT, FORMAT);
	memcpy(head + HEAD_ARCHIVE, a->folder.id, FRAME_ARCHIVE_BYTES);
	entropy_fill(head + HEAD_SALT, HEAD_BYTES - HEAD_SALT);
	archive_keys_blob(a->keys, out->key, str_sub(beside, HEAD_SALT, HEAD_BYTES), key);
	struct chunks *c = chunks_seal_new(key, beside, to_target, &t);
	int r = to_target(&t, head, sizeof(head), e);
	if (r == 0)
		r = content_write(from, c, out, e);
	digest_end(t.digest, out->name);
	digest_free(t.digest);
	chunks_free(c);
	secret_wipe(key, sizeof(key));
	return r;
}

/* The key is on the disk before the blob has its name. */
static int
blob_keep(struct archive *a, struct file *file, const struct archive_blob *blob, bool new_key,
    struct err *e)
{
	struct arena *arena = arena_new();
	int r = new_key ? archive_keys_save(&a->folder, a->key, a->keys, e) : 0;

	if (r == 0)
		r = file_keep(file, archive_blob_path(arena, &a->folder, blob->name), e);
	arena_free(arena);
	return r;
}

static int
add_locked(struct archive *a, struct origin *from, struct archive_blob *out, struct err *e)
{
	struct archive_blob blob = *out;
	struct file *file;
	size_t keys;

	if (archive_keys_refresh(a, e) != 0)
		return -1;
	keys = archive_keys_count(a->keys);
	if (archive_keys_ready(a->keys, blob.key, e) != 0)
		return -1;
	bool new_key = archive_keys_count(a->keys) > keys;
	int r = file_folder_make(a->folder.blobs, e);
	if (r == 0)
		r = file_new(a->folder.blobs, &file, e);
	if (r == 0) {
		r = blob_write(a, from, file, &blob, e);
		if (r == 0)
			r = blob_keep(a, file, &blob, new_key, e);
		file_close(file);
	}
	if (r != 0) {
		archive_keys_cut(a->keys, keys);
		return archive_folder_failed(e);
	}
	*out = blob;
	return 0;
}

static int
add(struct archive *a, struct origin *from, struct str key, struct archive_blob *out, struct err *e)
{
	struct archive_blob blob = {.key = key};
	bool taken;

	if (a->read_only) {
		*e = a->why;
		return -1;
	}
	if (archive_lock_take(a, &taken, e) != 0)
		return -1;
	int r = add_locked(a, from, &blob, e);
	archive_lock_give(a, taken);
	if (r == 0)
		*out = blob;
	return r;
}

int
archive_blob_put(
    struct archive *a, struct str content, struct str key, struct archive_blob *out, struct err *e)
{
	struct origin from = {.bytes = content};

	return add(a, &from, key, out, e);
}

int
archive_blob_add(
    struct archive *a, struct str path, struct str key, struct archive_blob *out, struct err *e)
{
	struct origin from = {.bytes = STR("")};

	if (file_open_read(path, &from.file, e) != 0)
		return e->code == ERR_NOTFOUND
		    ? err_fail(e, ERR_NOTFOUND, STR("archive.blob-source"), path)
		    : -1;
	int r = add(a, &from, key, out, e);
	file_close(from.file);
	return r;
}

/* --- Reading -------------------------------------------------------------------------------- */

/* The content on its way out. */
struct opening {
	struct digest *digest;
	int64_t bytes;
	int (*fn)(void *arg, struct str chunk, struct err *e);
	void *arg;
};

static int
from_chunks(void *to, const uint8_t *bytes, size_t n, struct err *e)
{
	struct opening *o = to;

	digest_add(o->digest, bytes, n);
	o->bytes += (int64_t)n;
	return o->fn == NULL ? 0 : o->fn(o->arg, (struct str){(const char *)bytes, n}, e);
}

static int
changed(struct arena *a, const struct archive_blob *blob, struct err *e)
{
	return err_fail(e, ERR_IO, STR("archive.blob-damaged"),
	    arena_fmt(a, "blobs/%.*s", STR_ARG(archive_blob_hex(a, blob->name))));
}

static int
sealed_open(const struct folder *f, const struct keys *keys, const struct archive_blob *blob,
    struct str file, struct opening *o, struct err *e)
{
	struct arena *arena = arena_new();
	const uint8_t *p = (const uint8_t *)file.p;
	uint8_t key[AEAD_KEY_BYTES];
	uint8_t hash[DIGEST_BYTES];
	int r = -1;

	if (file.n < HEAD_BYTES || !str_starts(file, MAGIC) ||
	    wire_get32(p + HEAD_FORMAT) != FORMAT ||
	    memcmp(p + HEAD_ARCHIVE, f->id, FRAME_ARCHIVE_BYTES) != 0) {
		(void)changed(arena, blob, e);
	} else {
		struct str head = str_sub(file, 0, HEAD_BYTES);

		archive_keys_blob(keys, blob->key, str_sub(head, HEAD_SALT, HEAD_BYTES), key);
		struct chunks *c = chunks_open_new(key, head, from_chunks, o);
		r = chunks_add(c, file.p + HEAD_BYTES, file.n - HEAD_BYTES, e);
		if (r == 0)
			r = chunks_end(c, e);
		chunks_free(c);
		secret_wipe(key, sizeof(key));
		if (r != 0 && str_eq(str_of(e->key), STR("seal.damaged")))
			r = changed(arena, blob, e);
	}
	digest_end(o->digest, hash);
	if (r == 0 && (o->bytes != blob->bytes || memcmp(hash, blob->content, DIGEST_BYTES) != 0))
		r = changed(arena, blob, e);
	arena_free(arena);
	return r;
}

static int
blob_map(struct arena *arena, const struct folder *f, const struct archive_blob *blob,
    struct file **file, struct file_map *map, struct err *e)
{
	if (file_open_read(archive_blob_path(arena, f, blob->name), file, e) != 0)
		return e->code == ERR_NOTFOUND
		    ? err_fail(e, ERR_NOTFOUND, STR("archive.blob-missing"),
			  archive_blob_hex(arena, blob->name))
		    : -1;
	if (file_map(*file, map, e) == 0)
		return 0;
	file_close(*file);
	return -1;
}

int
archive_blob_open(const struct folder *f, const struct keys *keys, const struct archive_blob *blob,
    int (*fn)(void *arg, struct str chunk, struct err *e), void *arg, struct err *e)
{
	struct arena *arena = arena_new();
	struct opening o = {.fn = fn, .arg = arg};
	struct file *file;
	struct file_map map;
	int r = blob_map(arena, f, blob, &file, &map, e);

	if (r == 0) {
		o.digest = digest_new();
		r = sealed_open(f, keys, blob, (struct str){(const char *)map.p, map.n}, &o, e);
		digest_free(o.digest);
		file_unmap(&map);
		file_close(file);
	}
	arena_free(arena);
	return r;
}

int
archive_blob_read(struct archive *a, const struct archive_blob *blob,
    int (*fn)(void *arg, struct str chunk, struct err *e), void *arg, struct err *e)
{
	if (archive_keys_refresh(a, e) != 0)
		return -1;
	switch (archive_keys_state(a->keys, blob->key)) {
	case KEY_DESTROYED:
		return err_fail(e, ERR_DENIED, STR("archive.key-destroyed"), blob->key);
	case KEY_NONE:
		return err_fail(e, ERR_NOTFOUND, STR("archive.key-missing"), blob->key);
	case KEY_LIVE:
		break;
	}
	return archive_blob_open(&a->folder, a->keys, blob, fn, arg, e);
}

/* --- In an op ------------------------------------------------------------------------------- */

struct json *
archive_blob_json(struct arena *a, const struct archive_blob *blob)
{
	struct json *o = json_object(a);

	json_set_int(o, STR("bytes"), blob->bytes);
	json_set_str(o, STR("content"), archive_blob_hex(a, blob->content));
	json_set_str(o, STR("key"), blob->key);
	json_set_str(o, STR("name"), archive_blob_hex(a, blob->name));
	return o;
}

static bool
hash_read(struct str text, uint8_t out[DIGEST_BYTES])
{
	size_t n;

	return armor_hex_read(text, out, DIGEST_BYTES, &n) && n == DIGEST_BYTES;
}

int
archive_blob_of(const struct json *value, struct archive_blob *out, struct err *e)
{
	struct archive_blob blob;
	struct str content, name;

	if (json_need_int(value, STR("bytes"), &blob.bytes, e) != 0 ||
	    json_need_str(value, STR("content"), &content, e) != 0 ||
	    json_need_str(value, STR("key"), &blob.key, e) != 0 ||
	    json_need_str(value, STR("name"), &name, e) != 0 || blob.bytes < 0 ||
	    !hash_read(content, blob.content) || !hash_read(name, blob.name))
		return err_fail(e, ERR_INPUT, STR("archive.blob-form"));
	*out = blob;
	return 0;
}
