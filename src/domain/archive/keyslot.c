#include "domain/archive/keyslot.h"

#include <string.h>

#include "base/buf.h"
#include "domain/archive/holder.h"
#include "kit/os/entropy.h"
#include "kit/seal/aead.h"
#include "kit/seal/armor.h"
#include "kit/seal/kdf.h"
#include "kit/seal/passphrase.h"

#define SLOTS_BYTES_MAX 65536
#define FILE_BYTES_MAX 4096
#define PASSPHRASE_BYTES_MAX 1024
#define PASSPHRASE_BYTES_LEAST 8
#define BOX_BYTES (AEAD_NONCE_BYTES + KEYSLOT_KEY_BYTES + AEAD_TAG_BYTES)
#define KEY_FILE_COMMENT                                                                           \
	"# guvoh key file: whoever has it opens the archive. Keep a copy elsewhere.\n"

struct slot {
	bool by_file; /* else by passphrase */
	struct passphrase_cost cost;
	uint8_t salt[PASSPHRASE_SALT_BYTES];
	uint8_t box[BOX_BYTES];
};

/* Key file: a comment, then 64 hex digits. Reads the last line that is no comment. */
static bool
key_file_parse(struct str text, uint8_t out[KEYSLOT_KEY_BYTES])
{
	bool found = false;
	size_t n = 0;

	while (text.n > 0) {
		struct str line = str_trim(str_cut(&text, '\n'));

		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (found || !armor_hex_read(line, out, KEYSLOT_KEY_BYTES, &n) ||
		    n != KEYSLOT_KEY_BYTES)
			return false;
		found = true;
	}
	return found;
}

static int
key_file_read(struct str path, struct secret *out, struct err *e)
{
	struct secret *text = secret_new(FILE_BYTES_MAX);
	size_t n;
	int r = file_read_into(path, text->p, text->n, &n, e);

	if (r == 0 && !key_file_parse((struct str){(const char *)text->p, n}, out->p))
		r = err_fail(e, ERR_INPUT, STR("archive.key-file"), path);
	else if (r != 0 && e->code == ERR_NOTFOUND)
		r = err_fail(e, ERR_DENIED, STR("archive.no-key-file"), path);
	secret_free(text);
	return r;
}

static int
key_file_make(struct str path, struct secret *out, struct err *e)
{
	static const char digits[] = "0123456789abcdef";
	size_t comment = sizeof(KEY_FILE_COMMENT) - 1;
	struct secret *text = secret_new(comment + (size_t)KEYSLOT_KEY_BYTES * 2 + 1);

	entropy_fill(out->p, KEYSLOT_KEY_BYTES);
	memcpy(text->p, KEY_FILE_COMMENT, comment);
	for (size_t i = 0; i < KEYSLOT_KEY_BYTES; i++) {
		text->p[comment + 2 * i] = (uint8_t)digits[out->p[i] >> 4];
		text->p[comment + 2 * i + 1] = (uint8_t)digits[out->p[i] & 15];
	}
	text->p[text->n - 1] = '\n';
	int r = file_write_atomic(path, text->p, text->n, 0600, e);
	secret_free(text);
	return r == 0 ? 0 : archive_folder_failed(e);
}

/* What a slot's key encrypts is bound to this archive and to the kind of slot. */
static struct str
slot_beside(const struct folder *f)
{
	return (struct str){(const char *)f->id, FRAME_ARCHIVE_BYTES};
}

static struct aead *
slot_aead(const struct slot *slot, const struct secret *key)
{
	uint8_t derived[AEAD_KEY_BYTES];

	kdf_derive(secret_str(key), STR(""),
	    slot->by_file ? STR("guvoh keyslot file") : STR("guvoh keyslot passphrase"), derived,
	    sizeof(derived));
	struct aead *aead = aead_new(derived);
	secret_wipe(derived, sizeof(derived));
	return aead;
}

static bool
slot_open(const struct folder *f, const struct slot *slot, const struct secret *key,
    struct secret *archive_key)
{
	struct aead *aead = slot_aead(slot, key);
	struct str box = {(const char *)slot->box + AEAD_NONCE_BYTES, BOX_BYTES - AEAD_NONCE_BYTES};
	struct err e;
	int r = aead_open(aead, slot->box, slot_beside(f), box, archive_key->p, &e);

	aead_free(aead);
	return r == 0;
}

static void
slot_seal(const struct folder *f, struct slot *slot, const struct secret *key,
    const struct secret *archive_key)
{
	struct aead *aead = slot_aead(slot, key);

	entropy_fill(slot->box, AEAD_NONCE_BYTES);
	aead_seal(
	    aead, slot->box, slot_beside(f), secret_str(archive_key), slot->box + AEAD_NONCE_BYTES);
	aead_free(aead);
}

/*
 * Lines: "file BOX" or "passphrase argon2id PASSES KIBIBYTES SALT BOX", in hex.
 */
static void
slot_write(struct buf *b, const struct slot *slot)
{
	if (slot->by_file) {
		buf_put(b, STR("file "));
	} else {
		buf_fmt(b, "passphrase argon2id %u %u ", (unsigned)slot->cost.passes,
		    (unsigned)slot->cost.kibibytes);
		armor_hex(b, slot->salt, sizeof(slot->salt));
		buf_putc(b, ' ');
	}
	armor_hex(b, slot->box, sizeof(slot->box));
	buf_putc(b, '\n');
}

static bool
number_read(struct str text, uint32_t *out)
{
	int64_t v;

	if (!str_to_int(text, &v) || v < 0 || v > UINT32_MAX)
		return false;
	*out = (uint32_t)v;
	return true;
}

static bool
slot_read(struct str line, struct slot *out)
{
	struct str kind = str_cut(&line, ' ');
	size_t n;

	*out = (struct slot){.by_file = str_eq(kind, STR("file"))};
	if (!out->by_file) {
		if (!str_eq(kind, STR("passphrase")) ||
		    !str_eq(str_cut(&line, ' '), STR("argon2id")) ||
		    !number_read(str_cut(&line, ' '), &out->cost.passes) ||
		    !number_read(str_cut(&line, ' '), &out->cost.kibibytes))
			return false;
		if (!armor_hex_read(str_cut(&line, ' '), out->salt, sizeof(out->salt), &n) ||
		    n != sizeof(out->salt))
			return false;
	}
	return armor_hex_read(line, out->box, sizeof(out->box), &n) && n == sizeof(out->box);
}

static int
passphrase_ask(const struct archive_place *place, struct secret *room, size_t *n, struct err *e)
{
	if (place->ask == NULL)
		return err_fail(e, ERR_DENIED, STR("archive.no-key"), place->dir);
	return place->ask(place->ask_arg, (char *)room->p, room->n, n, e);
}

static int
passphrase_new(
    const struct archive_place *place, struct slot *slot, struct secret *key, struct err *e)
{
	struct secret *words = secret_new(PASSPHRASE_BYTES_MAX);
	size_t n;
	int r = passphrase_ask(place, words, &n, e);

	if (r == 0 && n < PASSPHRASE_BYTES_LEAST)
		r = err_fail(
		    e, ERR_INPUT, STR("archive.passphrase-short"), STR_INT(PASSPHRASE_BYTES_LEAST));
	slot->cost = PASSPHRASE_COST;
	entropy_fill(slot->salt, sizeof(slot->salt));
	if (r == 0)
		r = passphrase_key(
		    (struct str){(const char *)words->p, n}, slot->salt, slot->cost, key->p, e);
	secret_free(words);
	return r;
}

static int
file_new_key(const struct archive_place *place, struct secret *key, bool *made_file, struct err *e)
{
	if (file_exists(place->key_file))
		return key_file_read(place->key_file, key, e);
	if (key_file_make(place->key_file, key, e) != 0)
		return -1;
	*made_file = true;
	return 0;
}

int
archive_keyslot_make(const struct archive_place *place, const struct folder *f,
    const struct secret *archive_key, bool *made_file, struct err *e)
{
	struct slot slot = {.by_file = place->key_file.n > 0};
	struct secret *key = secret_new(KEYSLOT_KEY_BYTES);
	int r = slot.by_file ? file_new_key(place, key, made_file, e)
			     : passphrase_new(place, &slot, key, e);

	if (r == 0) {
		struct buf text = BUF_INIT;

		slot_seal(f, &slot, key, archive_key);
		slot_write(&text, &slot);
		r = file_write_atomic(f->slots, text.p, text.n, 0600, e);
		if (r != 0)
			r = archive_folder_failed(e);
		buf_free(&text);
	}
	secret_free(key);
	return r;
}

/* Tries one way on each slot of its kind; *fits says whether one opened. */
struct attempt {
	const struct folder *f;
	struct str slots; /* text of the file */
	bool by_file;
	const struct secret *given; /* key file's key */
	struct str words;           /* passphrase */
	struct secret *archive_key;
	bool fits;
};

static int
slot_try(struct attempt *t, const struct slot *slot, struct err *e)
{
	struct secret *made;
	int r;

	if (t->by_file) {
		t->fits = slot_open(t->f, slot, t->given, t->archive_key);
		return 0;
	}
	made = secret_new(KEYSLOT_KEY_BYTES);
	r = passphrase_key(t->words, slot->salt, slot->cost, made->p, e);
	if (r == 0)
		t->fits = slot_open(t->f, slot, made, t->archive_key);
	secret_free(made);
	return r;
}

static int
slots_try(struct attempt *t, struct err *e)
{
	struct str rest = t->slots;

	while (rest.n > 0 && !t->fits) {
		struct slot slot;

		if (!slot_read(str_cut(&rest, '\n'), &slot))
			return err_fail(e, ERR_IO, STR("archive.keyslots"));
		if (slot.by_file == t->by_file && slot_try(t, &slot, e) != 0)
			return -1;
	}
	return 0;
}

static int
open_by_file(const struct archive_place *place, struct attempt *t, struct err *e)
{
	struct secret *key = secret_new(KEYSLOT_KEY_BYTES);
	int r = key_file_read(place->key_file, key, e);

	t->by_file = true;
	t->given = key;
	if (r == 0)
		r = slots_try(t, e);
	if (r == 0 && !t->fits)
		r = err_fail(e, ERR_DENIED, STR("archive.key-file-wrong"), place->key_file);
	secret_free(key);
	return r;
}

/* A passphrase is asked for only where one can open something. */
static int
passphrase_useful(const struct archive_place *place, struct str slots, struct err *e)
{
	while (slots.n > 0) {
		struct slot slot;

		if (!slot_read(str_cut(&slots, '\n'), &slot))
			return err_fail(e, ERR_IO, STR("archive.keyslots"));
		if (!slot.by_file)
			return 0;
	}
	return err_fail(e, ERR_DENIED, STR("archive.no-key"), place->dir);
}

static int
open_by_passphrase(const struct archive_place *place, struct attempt *t, struct err *e)
{
	struct secret *words = secret_new(PASSPHRASE_BYTES_MAX);
	size_t n = 0;
	int r = passphrase_useful(place, t->slots, e);

	if (r == 0)
		r = passphrase_ask(place, words, &n, e);
	t->words = (struct str){(const char *)words->p, n};
	if (r == 0)
		r = slots_try(t, e);
	if (r == 0 && !t->fits)
		r = err_fail(e, ERR_DENIED, STR("archive.passphrase"));
	secret_free(words);
	return r;
}

static int
slots_text(struct arena *a, const struct folder *f, struct str *out, struct err *e)
{
	int r = file_read_all(a, f->slots, SLOTS_BYTES_MAX, out, e);

	if (r == 0 ? out->n == 0 : e->code == ERR_NOTFOUND)
		return err_fail(e, ERR_IO, STR("archive.keyslots"));
	return r;
}

int
archive_keyslot_open(const struct archive_place *place, const struct folder *f,
    struct secret **archive_key, struct err *e)
{
	struct secret *key = secret_new(KEYSLOT_KEY_BYTES);
	struct arena *a = arena_new();
	struct attempt t = {.f = f, .archive_key = key};
	int r = 0;

	if (place->key_file.n > 0 || place->no_holder || !archive_holder_ask(f, key)) {
		r = slots_text(a, f, &t.slots, e);
		if (r == 0)
			r = place->key_file.n > 0 ? open_by_file(place, &t, e)
						  : open_by_passphrase(place, &t, e);
	}
	arena_free(a);
	if (r == 0)
		*archive_key = key;
	else
		secret_free(key);
	return r;
}
