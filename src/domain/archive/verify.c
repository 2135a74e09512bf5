#include <stdlib.h>
#include <string.h>

#include "domain/archive/blob.h"
#include "domain/archive/end.h"
#include "domain/archive/entry.h"
#include "domain/archive/keyslot.h"
#include "domain/archive/private.h"
#include "kit/seal/armor.h"
#include "kit/seal/seal.h"

#define SEGMENT_BYTES_MAX (ARCHIVE_SEGMENT_BYTES + LOG_BATCH_BYTES + (1 << 20))

/* One look at everything. key and keys are NULL when the key is not at hand. */
struct checking {
	const struct folder *f;
	struct secret *key;
	struct keys *keys;
	struct archive_verdict *v;
	struct arena *arena;
	struct frame_chain chain;
	struct archive_blob *named; /* blobs that entries name */
	size_t named_n, named_capacity;
};

/* The segment being looked at. */
struct segment {
	struct str name; /* "log/000001.seg" */
	struct str bytes;
	struct frame_head head;
	struct aead *aead;
	size_t at;        /* next append */
	size_t last;      /* last frame before it, 0: the head */
	bool last_of_log; /* no segment follows */
};

static bool
note(struct checking *c, const struct err *damage)
{
	if (c->v->sound)
		c->v->damage = *damage;
	c->v->sound = false;
	return false;
}

static bool
note_place(struct checking *c, struct str name, uint64_t offset, uint64_t index)
{
	struct err e;

	(void)err_fail(&e, ERR_IO, STR("archive.damaged"), name, STR_INT((int64_t)offset),
	    STR_INT((int64_t)index));
	return note(c, &e);
}

/* --- Entries -------------------------------------------------------------------------------- */

static void
name_blob(struct checking *c, const struct json *value)
{
	struct archive_blob blob;
	struct err ignored;

	if (archive_blob_of(value, &blob, &ignored) != 0)
		return;
	blob.key = arena_str(c->arena, blob.key);
	c->named =
	    arena_grow(c->arena, c->named, c->named_n, &c->named_capacity, sizeof(*c->named));
	c->named[c->named_n++] = blob;
}

static void
name_blobs(struct checking *c, const struct json *object)
{
	const struct json *one = json_get(object, STR("blob"));
	const struct json *many = json_get(object, STR("blobs"));

	if (one != NULL)
		name_blob(c, one);
	if (many != NULL && many->type == JSON_ARRAY)
		for (const struct json *i = many->first; i != NULL; i = i->next)
			name_blob(c, i);
}

static bool
is_canonical(struct arena *a, struct str text)
{
	struct json *root;
	struct buf again = BUF_INIT;
	struct err ignored;
	bool same = json_read(a, text, &root, &ignored) == 0;

	if (same)
		json_write(&again, root);
	same = same && str_eq(buf_str(&again), text);
	buf_free(&again);
	return same;
}

static int
entry_read(struct checking *c, struct arena *a, uint64_t index, struct str text,
    struct archive_entry *out, struct err *e)
{
	struct keys *now;

	if (archive_entry_read(a, index, text, c->keys, out, e) == 0)
		return 0;
	if (e->code != ERR_NOTFOUND || !archive_keys_stale(c->f, c->keys) ||
	    archive_keys_load(c->f, c->key, &now, e) != 0)
		return -1;
	archive_keys_free(c->keys);
	c->keys = now;
	return archive_entry_read(a, index, text, c->keys, out, e);
}

static bool
entry_check(
    struct checking *c, const struct segment *s, size_t at, const struct frame *f, struct str text)
{
	struct arena *a = arena_new();
	struct archive_entry entry;
	struct err e;
	bool right = entry_read(c, a, f->index, text, &entry, &e) == 0;

	if (!right && e.code == ERR_NOTFOUND)
		(void)note(c, &e);
	else if (!right || !is_canonical(a, text))
		right = note_place(c, s->name, at, f->index);
	for (size_t i = 0; right && i < entry.n; i++) {
		c->v->unread += entry.ops[i].destroyed;
		name_blobs(c, entry.ops[i].body);
		if (entry.ops[i].secret != NULL)
			name_blobs(c, entry.ops[i].secret);
	}
	arena_free(a);
	return right;
}

static bool
frame_opens(struct checking *c, struct segment *s, size_t at, const struct frame *f)
{
	struct buf plain = BUF_INIT;
	struct err e;
	bool right = archive_frame_open(f, s->aead, &plain, &e) == 0
	    ? entry_check(c, s, at, f, buf_str(&plain))
	    : note_place(c, s->name, at, f->index);

	secret_wipe(plain.p, plain.n);
	buf_free(&plain);
	return right;
}

/* --- Segments ------------------------------------------------------------------------------- */

static bool
append_check(struct checking *c, struct segment *s, const struct frame_span *span)
{
	struct str bytes = str_sub(s->bytes, 0, s->at + span->bytes);
	size_t at = s->at;
	struct frame f = {0};

	for (size_t i = 0; i < span->frames; i++, at += f.length) {
		if (archive_frame_look(str_sub(bytes, at, bytes.n), &f) != FRAME_WHOLE)
			return note_place(c, s->name, at, c->chain.index + i);
		if (c->keys != NULL && !frame_opens(c, s, at, &f))
			return false;
		s->last = at;
	}
	if (!archive_frame_signed(&f, s->head.public))
		return note_place(c, s->name, s->last, f.index);
	c->v->signatures++;
	c->v->entries += (int64_t)span->frames;
	return true;
}

static bool
is_torn(const struct checking *c, const struct segment *s, struct str rest,
    const struct frame_where *where, const struct frame_span *span)
{
	struct frame f;
	size_t at = 0;

	if (!archive_span_torn(rest, &c->chain, where, span))
		return false;
	for (size_t i = 0; i < span->frames; i++, at += f.length)
		if (archive_frame_look(str_sub(rest, at, rest.n), &f) != FRAME_WHOLE)
			return true;
	return !archive_frame_signed(&f, s->head.public);
}

static bool
appends_check(struct checking *c, struct segment *s)
{
	for (;;) {
		struct str rest = str_sub(s->bytes, s->at, s->bytes.n);
		struct frame_where where = {
		    .offset = s->at, .public = s->head.public, .last = s->last_of_log};
		struct frame_span span;
		enum frame_found found = archive_span_next(rest, &c->chain, &where, &span);

		if (found == FRAME_FOUND_NOTHING)
			return true;
		if (found == FRAME_FOUND_DAMAGE)
			return note_place(
			    c, s->name, span.before ? s->last : s->at + span.at, span.index);
		if (found == FRAME_FOUND_TORN || is_torn(c, s, rest, &where, &span)) {
			c->v->tail = (int64_t)rest.n;
			return true;
		}
		if (!append_check(c, s, &span))
			return false;
		s->at += span.bytes;
		c->chain = span.after;
	}
}

static bool
head_check(struct checking *c, struct segment *s, uint32_t number)
{
	const struct frame_head *h = &s->head;

	return archive_head_read(s->bytes, &s->head) && h->number == number &&
	    memcmp(h->archive, c->f->id, sizeof(h->archive)) == 0 && h->first == c->chain.index &&
	    memcmp(h->previous, c->chain.previous, DIGEST_BYTES) == 0 &&
	    (c->keys == NULL ||
		memcmp(h->public, archive_keys_public(c->keys), SIGN_PUBLIC_BYTES) == 0);
}

/* Is there nothing at the name, or something else than what should be there? */
static bool
is_absent(const struct err *e)
{
	return e->code == ERR_NOTFOUND || str_eq(str_of(e->key), STR("os.kind"));
}

/* Returns 0, damaged or not; -1 when the file cannot be read. */
static int
segment_check(struct checking *c, uint32_t number, bool last_of_log, struct err *e)
{
	struct arena *a = arena_new();
	struct segment s = {.name = archive_segment_name(c->arena, number),
	    .at = FRAME_HEAD_BYTES,
	    .last_of_log = last_of_log};
	int r =
	    file_read_all(a, archive_segment_path(a, c->f, number), SEGMENT_BYTES_MAX, &s.bytes, e);

	if (r != 0 && (is_absent(e) || e->code == ERR_LIMIT)) {
		(void)note_place(c, s.name, 0, c->chain.index);
		r = 0;
	} else if (r == 0 && !head_check(c, &s, number)) {
		(void)note_place(c, s.name, 0, c->chain.index);
	} else if (r == 0) {
		c->v->segments++;
		digest_of(s.bytes.p, FRAME_HEAD_BYTES, c->chain.previous);
		s.aead = c->key == NULL ? NULL : archive_segment_key(c->f, c->key, number);
		(void)appends_check(c, &s);
		aead_free(s.aead);
	}
	arena_free(a);
	return r;
}

/* The highest number of a segment in the folder. */
static int
segments_find(struct checking *c, uint32_t *last, struct err *e)
{
	struct str *names;
	size_t n;

	*last = 1;
	if (file_folder_list(c->arena, c->f->log, &names, &n, e) != 0)
		return is_absent(e) ? 0 : -1; /* the first segment will be missed */
	for (size_t i = 0; i < n; i++) {
		int64_t number;

		if (names[i].n == 10 && str_ends(names[i], STR(".seg")) &&
		    str_to_int(str_sub(names[i], 0, 6), &number) && number > *last)
			*last = (uint32_t)number;
	}
	return 0;
}

static int
log_check(struct checking *c, struct err *e)
{
	uint64_t snapshot = 0, acknowledged = archive_end_read(c->f);
	uint32_t last;

	if (c->key != NULL && archive_snapshot_entries(c->f, c->key, &snapshot) &&
	    snapshot > acknowledged)
		acknowledged = snapshot;

	if (segments_find(c, &last, e) != 0)
		return -1;
	for (uint32_t i = 1; i <= last && c->v->sound; i++)
		if (segment_check(c, i, i == last, e) != 0)
			return -1;
	if (c->v->sound && acknowledged > c->chain.index) {
		(void)archive_end_missing(c->chain.index, acknowledged, e);
		(void)note(c, e);
	}
	return 0;
}

/* --- Blobs ---------------------------------------------------------------------------------- */

static int
by_name(const void *a, const void *b)
{
	return memcmp(((const struct archive_blob *)a)->name,
	    ((const struct archive_blob *)b)->name, DIGEST_BYTES);
}

static void
note_blob(struct checking *c, struct str name)
{
	struct err e;

	(void)err_fail(&e, ERR_IO, STR("archive.blob-damaged"),
	    arena_fmt(c->arena, "blobs/%.*s", STR_ARG(name)));
	(void)note(c, &e);
}

static int
file_digest(struct str path, uint8_t out[DIGEST_BYTES], struct err *e)
{
	struct file *file;
	struct file_map map;

	if (file_open_read(path, &file, e) != 0)
		return -1;
	int r = file_map(file, &map, e);
	if (r == 0) {
		digest_of(map.p, map.n, out);
		file_unmap(&map);
	}
	file_close(file);
	return r;
}

static int
stored_check(struct checking *c, struct str name, struct err *e)
{
	struct archive_blob wanted = {0};
	uint8_t hash[DIGEST_BYTES];
	size_t n;

	if (!armor_hex_read(name, wanted.name, DIGEST_BYTES, &n) || n != DIGEST_BYTES) {
		if (!file_is_temporary(name))
			note_blob(c, name);
		return 0;
	}
	if (file_digest(archive_blob_path(c->arena, c->f, wanted.name), hash, e) != 0)
		return -1;
	if (memcmp(hash, wanted.name, DIGEST_BYTES) != 0)
		note_blob(c, name);
	c->v->blobs++;
	if (c->keys != NULL &&
	    (c->named_n == 0 ||
		bsearch(&wanted, c->named, c->named_n, sizeof(wanted), by_name) == NULL))
		c->v->orphans++;
	return 0;
}

static void
named_check(struct checking *c, const struct archive_blob *blob)
{
	struct err e;

	if (archive_keys_state(c->keys, blob->key) != KEY_LIVE)
		c->v->unread++;
	else if (archive_blob_open(c->f, c->keys, blob, NULL, NULL, &e) != 0)
		(void)note(c, &e);
}

static int
blobs_check(struct checking *c, struct err *e)
{
	struct str *names;
	size_t n;

	if (file_folder_list(c->arena, c->f->blobs, &names, &n, e) != 0) {
		if (e->code != ERR_NOTFOUND)
			return -1;
		n = 0; /* an empty folder is easily lost; blobs that entries name are looked for */
	}
	if (c->named_n > 0)
		qsort(c->named, c->named_n, sizeof(*c->named), by_name);
	for (size_t i = 0; i < n; i++)
		if (stored_check(c, names[i], e) != 0)
			return -1;
	for (size_t i = 0; c->keys != NULL && i < c->named_n; i++)
		named_check(c, &c->named[i]);
	return 0;
}

/* --- All of it ------------------------------------------------------------------------------ */

/* A file that should open the key and is damaged is a finding; a key that does not fit is not. */
static int
key_open(struct checking *c, const struct archive_place *place, struct err *e)
{
	if (archive_keyslot_open(place, c->f, &c->key, e) == 0 &&
	    archive_keys_load(c->f, c->key, &c->keys, e) == 0) {
		c->v->opened = true;
		return 0;
	}
	secret_free(c->key);
	c->key = NULL;
	if (e->code == ERR_IO) {
		(void)note(c, e);
		return 0;
	}
	return str_eq(str_of(e->key), STR("archive.no-key")) ? 0 : -1;
}

/* before: what opening the key found. */
static int
look(struct checking *c, const struct archive_verdict *before, struct err *e)
{
	struct archive_verdict *v = c->v;

	*v = *before;
	c->arena = arena_new();
	c->chain = (struct frame_chain){0};
	c->named = NULL;
	c->named_n = c->named_capacity = 0;
	int r = log_check(c, e);
	if (r == 0)
		r = blobs_check(c, e);
	arena_free(c->arena);
	return r;
}

/* Somebody may be writing: what is still wrong with the lock held is wrong. */
static int
look_twice(struct checking *c, struct err *e)
{
	struct archive_verdict before = *c->v;
	struct file *lock;
	struct err ignored;
	int r = look(c, &before, e);

	if (r != 0 || c->v->sound ||
	    archive_folder_lock(c->f, FOLDER_LOOK_MS, &lock, &ignored) != 0)
		return r;
	r = look(c, &before, e);
	file_close(lock);
	return r;
}

int
archive_verify(const struct archive_place *place, struct archive_verdict *verdict, struct err *e)
{
	struct arena *a = arena_new();
	struct archive_verdict v = {.sound = true};
	struct folder f;
	struct checking c = {.f = &f, .v = &v};
	int r = seal_start(e);

	if (r == 0)
		r = archive_folder_read(a, place->dir, &f, e);
	if (r == 0)
		r = key_open(&c, place, e);
	if (r == 0)
		r = look_twice(&c, e);
	if (r == 0)
		*verdict = v;
	archive_keys_free(c.keys);
	secret_free(c.key);
	arena_free(a);
	return r;
}
