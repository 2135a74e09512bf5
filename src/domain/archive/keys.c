#include "domain/archive/keys.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "domain/archive/wire.h"
#include "kit/os/entropy.h"
#include "kit/seal/kdf.h"

#define MAGIC STR("guvohkey")
#define FORMAT 1
#define HEAD_BYTES 40 /* magic, format, archive id, nonce */
#define NONCE_AT 28
#define FILE_BYTES_MAX ((size_t)512 << 20)
#define FIRST_SLOTS ((size_t)64)

struct key {
	struct str id;
	enum key_state state;
};

struct keys {
	struct arena *arena;
	struct key *all; /* in the order they were made */
	size_t n, capacity;
	uint32_t *slots;     /* open addressing: 0 free, else 1 + place in all */
	size_t slot_count;   /* a power of two */
	struct secret *pool; /* AEAD_KEY_BYTES for each of all */
	struct secret *seed, *sign;
	uint8_t public[SIGN_PUBLIC_BYTES];
	struct file
	    *file; /* that these came from or went to, NULL at first: so no other has its inode */
	struct file_facts facts; /* of it */
	struct aead *aead;       /* of the key used last */
	size_t aead_of;
};

static size_t
slot_of(const struct keys *k, struct str id)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < id.n; i++)
		h = (h ^ (uint8_t)id.p[i]) * 1099511628211u;
	size_t at = (size_t)(h ^ (h >> 32)) & (k->slot_count - 1);
	while (k->slots[at] != 0 && !str_eq(k->all[k->slots[at] - 1].id, id))
		at = (at + 1) & (k->slot_count - 1);
	return at;
}

static void
slots_fill(struct keys *k)
{
	memset(k->slots, 0, k->slot_count * sizeof(*k->slots));
	for (size_t i = 0; i < k->n; i++)
		k->slots[slot_of(k, k->all[i].id)] = (uint32_t)(i + 1);
}

static uint8_t *
key_bytes(const struct keys *k, size_t i)
{
	return k->pool->p + i * AEAD_KEY_BYTES;
}

static struct keys *
keys_from_seed(struct secret *seed)
{
	struct arena *a = arena_new();
	struct keys *k = ARENA_NEW(a, struct keys);

	k->arena = a;
	k->slot_count = FIRST_SLOTS;
	k->slots = ARENA_ARRAY(a, uint32_t, k->slot_count);
	k->pool = secret_new(FIRST_SLOTS * AEAD_KEY_BYTES);
	k->seed = seed;
	k->sign = secret_new(SIGN_SECRET_BYTES);
	sign_keys(seed->p, k->public, k->sign->p);
	return k;
}

struct keys *
archive_keys_new(void)
{
	return keys_from_seed(secret_random(SIGN_SEED_BYTES));
}

void
archive_keys_free(struct keys *k)
{
	if (k == NULL)
		return;
	file_close(k->file);
	aead_free(k->aead);
	secret_free(k->pool);
	secret_free(k->seed);
	secret_free(k->sign);
	arena_free(k->arena);
}

static void
pool_grow(struct keys *k)
{
	if ((k->n + 1) * AEAD_KEY_BYTES <= k->pool->n)
		return;
	struct secret *wider = secret_new(k->pool->n * 2);
	memcpy(wider->p, k->pool->p, k->pool->n);
	secret_free(k->pool);
	k->pool = wider;
}

/* Adds an id that is not there; bytes may be NULL. */
static void
keys_put(struct keys *k, struct str id, enum key_state state, const uint8_t *bytes)
{
	pool_grow(k);
	k->all = arena_grow(k->arena, k->all, k->n, &k->capacity, sizeof(*k->all));
	k->all[k->n] = (struct key){arena_str(k->arena, id), state};
	if (bytes != NULL)
		memcpy(key_bytes(k, k->n), bytes, AEAD_KEY_BYTES);
	k->n++;
	if (k->n * 2 > k->slot_count) {
		k->slot_count *= 4;
		k->slots = ARENA_ARRAY(k->arena, uint32_t, k->slot_count);
		slots_fill(k);
	} else {
		k->slots[slot_of(k, id)] = (uint32_t)k->n;
	}
}

static bool
keys_find(const struct keys *k, struct str id, size_t *at)
{
	uint32_t slot = k->slots[slot_of(k, id)];

	if (slot == 0)
		return false;
	*at = slot - 1;
	return true;
}

enum key_state
archive_keys_state(const struct keys *k, struct str id)
{
	size_t at;

	return keys_find(k, id, &at) ? k->all[at].state : KEY_NONE;
}

static void
keys_add(struct keys *k, struct str id)
{
	assert(archive_keys_state(k, id) == KEY_NONE && id.n > 0 && id.n <= KEYS_ID_BYTES_MAX);
	keys_put(k, id, KEY_LIVE, NULL);
	entropy_fill(key_bytes(k, k->n - 1), AEAD_KEY_BYTES);
}

int
archive_keys_ready(struct keys *k, struct str id, struct err *e)
{
	if (id.n == 0 || id.n > KEYS_ID_BYTES_MAX)
		return err_fail(e, ERR_INPUT, STR("archive.key-id"), id);
	switch (archive_keys_state(k, id)) {
	case KEY_DESTROYED:
		return err_fail(e, ERR_CONFLICT, STR("archive.key-destroyed"), id);
	case KEY_NONE:
		keys_add(k, id);
		return 0;
	case KEY_LIVE:
		return 0;
	}
	return 0;
}

size_t
archive_keys_count(const struct keys *k)
{
	return k->n;
}

static void
aead_forget(struct keys *k)
{
	aead_free(k->aead);
	k->aead = NULL;
}

void
archive_keys_cut(struct keys *k, size_t n)
{
	if (n >= k->n)
		return;
	aead_forget(k);
	secret_wipe(key_bytes(k, n), (k->n - n) * AEAD_KEY_BYTES);
	k->n = n;
	slots_fill(k);
}

bool
archive_keys_destroy(struct keys *k, struct str id)
{
	size_t at;

	if (!keys_find(k, id, &at)) {
		keys_put(k, id, KEY_DESTROYED, NULL);
		secret_wipe(key_bytes(k, k->n - 1), AEAD_KEY_BYTES);
		return true;
	}
	if (k->all[at].state == KEY_DESTROYED)
		return false;
	aead_forget(k);
	secret_wipe(key_bytes(k, at), AEAD_KEY_BYTES);
	k->all[at].state = KEY_DESTROYED;
	return true;
}

int64_t
archive_keys_died(const struct keys *before, const struct keys *after)
{
	int64_t n = 0;

	for (size_t i = 0; i < before->n; i++)
		n += before->all[i].state == KEY_LIVE &&
		    archive_keys_state(after, before->all[i].id) == KEY_DESTROYED;
	return n;
}

static const uint8_t *
live_key(const struct keys *k, struct str id, size_t *at)
{
	bool found = keys_find(k, id, at);

	assert(found && k->all[*at].state == KEY_LIVE);
	return key_bytes(k, *at);
}

struct aead *
archive_keys_aead(struct keys *k, struct str id)
{
	size_t at;
	const uint8_t *bytes = live_key(k, id, &at);

	if (k->aead == NULL || k->aead_of != at) {
		uint8_t key[AEAD_KEY_BYTES];

		aead_forget(k);
		kdf_derive((struct str){(const char *)bytes, AEAD_KEY_BYTES}, STR(""),
		    STR("guvoh sealed value"), key, sizeof(key));
		k->aead = aead_new(key);
		k->aead_of = at;
		secret_wipe(key, sizeof(key));
	}
	return k->aead;
}

void
archive_keys_blob(const struct keys *k, struct str id, struct str salt, uint8_t out[AEAD_KEY_BYTES])
{
	size_t at;
	const uint8_t *bytes = live_key(k, id, &at);

	kdf_derive((struct str){(const char *)bytes, AEAD_KEY_BYTES}, salt, STR("guvoh blob"), out,
	    AEAD_KEY_BYTES);
}

const uint8_t *
archive_keys_sign(const struct keys *k)
{
	return k->sign->p;
}

const uint8_t *
archive_keys_public(const struct keys *k)
{
	return k->public;
}

static struct aead *
file_aead(const struct secret *archive_key)
{
	uint8_t key[AEAD_KEY_BYTES];

	kdf_derive(secret_str(archive_key), STR(""), STR("guvoh keys"), key, sizeof(key));
	struct aead *aead = aead_new(key);
	secret_wipe(key, sizeof(key));
	return aead;
}

/* Plain form: seed, then for each key the id's length, its state, the id and 32 bytes. */
static size_t
plain_size(const struct keys *k)
{
	size_t n = SIGN_SEED_BYTES;

	for (size_t i = 0; i < k->n; i++)
		n += 2 + k->all[i].id.n + AEAD_KEY_BYTES;
	return n;
}

static void
plain_write(const struct keys *k, uint8_t *p)
{
	memcpy(p, k->seed->p, SIGN_SEED_BYTES);
	p += SIGN_SEED_BYTES;
	for (size_t i = 0; i < k->n; i++) {
		struct str id = k->all[i].id;

		p[0] = (uint8_t)id.n;
		p[1] = k->all[i].state == KEY_LIVE;
		memcpy(p + 2, id.p, id.n);
		memcpy(p + 2 + id.n, key_bytes(k, i), AEAD_KEY_BYTES);
		p += 2 + id.n + AEAD_KEY_BYTES;
	}
}

static bool
plain_read(const uint8_t *p, size_t n, struct keys **out)
{
	if (n < SIGN_SEED_BYTES)
		return false;
	struct keys *k = keys_from_seed(secret_copy(p, SIGN_SEED_BYTES));
	size_t at = SIGN_SEED_BYTES;

	while (at + 2 <= n && at + 2 + p[at] + AEAD_KEY_BYTES <= n && p[at] > 0) {
		struct str id = {(const char *)p + at + 2, p[at]};

		keys_put(k, id, p[at + 1] != 0 ? KEY_LIVE : KEY_DESTROYED, p + at + 2 + id.n);
		at += 2 + id.n + AEAD_KEY_BYTES;
	}
	if (at != n) {
		archive_keys_free(k);
		return false;
	}
	*out = k;
	return true;
}

/* The file is what k is; it is closed with k. */
static int
keys_are_in(struct keys *k, struct file *file, struct err *e)
{
	struct file_facts facts;

	if (file_look_open(file, &facts, e) != 0)
		return -1;
	file_close(k->file);
	k->file = file;
	k->facts = facts;
	return 0;
}

static int
file_replace(const struct folder *f, const struct secret *content, struct keys *k, struct err *e)
{
	struct file *file;

	if (file_new(f->dir, &file, e) != 0)
		return archive_folder_failed(e);
	if (file_write_all(file, content->p, content->n, e) == 0 &&
	    file_keep(file, f->keys, e) == 0 && keys_are_in(k, file, e) == 0)
		return 0;
	file_close(file);
	return archive_folder_failed(e);
}

int
archive_keys_save(
    const struct folder *f, const struct secret *archive_key, struct keys *k, struct err *e)
{
	size_t n = plain_size(k);
	struct secret *room = secret_new(HEAD_BYTES + n + AEAD_TAG_BYTES);
	uint8_t *p = room->p;
	struct aead *aead = file_aead(archive_key);

	memcpy(p, MAGIC.p, MAGIC.n);
	wire_put32(p + MAGIC.n, FORMAT);
	memcpy(p + MAGIC.n + 4, f->id, FRAME_ARCHIVE_BYTES);
	entropy_fill(p + NONCE_AT, AEAD_NONCE_BYTES);
	plain_write(k, p + HEAD_BYTES);
	aead_seal(aead, p + NONCE_AT, (struct str){(const char *)p, NONCE_AT},
	    (struct str){(const char *)p + HEAD_BYTES, n}, p + HEAD_BYTES);
	int r = file_replace(f, room, k, e);
	aead_free(aead);
	secret_free(room);
	return r;
}

static bool
head_is_ours(const struct folder *f, const uint8_t *p, size_t n)
{
	return n >= HEAD_BYTES + AEAD_TAG_BYTES + SIGN_SEED_BYTES &&
	    memcmp(p, MAGIC.p, MAGIC.n) == 0 && wire_get32(p + MAGIC.n) == FORMAT &&
	    memcmp(p + MAGIC.n + 4, f->id, FRAME_ARCHIVE_BYTES) == 0;
}

static int
keys_open(const struct folder *f, const struct secret *archive_key, struct secret *room,
    struct keys **out, struct err *e)
{
	uint8_t *p = room->p;
	struct str box = {(const char *)p + HEAD_BYTES, room->n - HEAD_BYTES};
	struct aead *aead;

	if (!head_is_ours(f, p, room->n))
		return err_fail(e, ERR_IO, STR("archive.keys-damaged"));
	aead = file_aead(archive_key);
	int r = aead_open(
	    aead, p + NONCE_AT, (struct str){(const char *)p, NONCE_AT}, box, p + HEAD_BYTES, e);
	aead_free(aead);
	if (r != 0 || !plain_read(p + HEAD_BYTES, box.n - AEAD_TAG_BYTES, out))
		return err_fail(e, ERR_IO, STR("archive.keys-damaged"));
	return 0;
}

static int
keys_read(struct file *file, const struct folder *f, const struct secret *archive_key,
    struct keys **out, struct err *e)
{
	struct file_facts facts = {0};
	size_t n = 0;

	if (file_look_open(file, &facts, e) != 0)
		return -1;
	if (facts.size < HEAD_BYTES || facts.size > FILE_BYTES_MAX)
		return err_fail(e, ERR_IO, STR("archive.keys-damaged"));
	struct secret *room = secret_new((size_t)facts.size);
	int r = file_pread(file, 0, room->p, room->n, &n, e);
	if (r == 0)
		r = n < room->n ? err_fail(e, ERR_IO, STR("archive.keys-damaged"))
				: keys_open(f, archive_key, room, out, e);
	secret_free(room);
	return r;
}

int
archive_keys_load(
    const struct folder *f, const struct secret *archive_key, struct keys **out, struct err *e)
{
	struct keys *k = NULL;
	struct file *file;

	if (file_open_read(f->keys, &file, e) != 0)
		return e->code == ERR_NOTFOUND ? err_fail(e, ERR_IO, STR("archive.keys-damaged"))
					       : -1;
	if (keys_read(file, f, archive_key, &k, e) != 0 || keys_are_in(k, file, e) != 0) {
		archive_keys_free(k);
		file_close(file);
		return -1;
	}
	*out = k;
	return 0;
}

bool
archive_keys_stale(const struct folder *f, const struct keys *k)
{
	struct file_facts now;
	struct err e;

	return k->file == NULL || file_look(f->keys, &now, &e) != 0 ||
	    now.device != k->facts.device || now.inode != k->facts.inode ||
	    now.size != k->facts.size || now.modified != k->facts.modified;
}
