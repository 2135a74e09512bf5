#include "domain/archive/entry.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "kit/os/entropy.h"
#include "kit/seal/armor.h"

#define ID_BYTES 10    /* by chance */
#define IDS_AT_ONCE 64 /* for one call of the kernel */
#define NONCES_AT_ONCE 16
#define STAMP_TEXT_BYTES 200
#define BESIDE_BYTES (ARCHIVE_ID_BYTES + 32)

void
archive_id_new(char kind, char id[ARCHIVE_ID_BYTES + 1])
{
	archive_ids_new(kind, (char(*)[ARCHIVE_ID_BYTES + 1]) id, 1);
}

void
archive_ids_new(char kind, char (*ids)[ARCHIVE_ID_BYTES + 1], size_t n)
{
	struct buf b = BUF_INIT;
	uint8_t bits[IDS_AT_ONCE][ID_BYTES];

	for (size_t i = 0; i < n; i++) {
		size_t left = n - i, nth = i % IDS_AT_ONCE;
		if (nth == 0)
			entropy_fill(
			    bits, (left < IDS_AT_ONCE ? left : IDS_AT_ONCE) * sizeof(bits[0]));
		buf_cut(&b, 0);
		buf_putc(&b, kind);
		armor_base32(&b, bits[nth], sizeof(bits[nth]));
		memcpy(ids[i], b.p, ARCHIVE_ID_BYTES);
		ids[i][ARCHIVE_ID_BYTES] = '\0';
	}
	buf_free(&b);
}

bool
archive_id_like(struct str id)
{
	if (id.n != ARCHIVE_ID_BYTES || id.p[0] < 'a' || id.p[0] > 'z')
		return false;
	for (size_t i = 1; i < id.n; i++)
		if (!(id.p[i] >= 'a' && id.p[i] <= 'z') && !(id.p[i] >= '2' && id.p[i] <= '7'))
			return false;
	return true;
}

static bool
time_like(struct str at)
{
	static const char form[] = "dddd-dd-ddTdd:dd:ddZ";

	if (at.n != sizeof(form) - 1)
		return false;
	for (size_t i = 0; i < at.n; i++) {
		bool digit = at.p[i] >= '0' && at.p[i] <= '9';

		if (form[i] == 'd' ? !digit : at.p[i] != form[i])
			return false;
	}
	return true;
}

/* Names come from outside: they go into the log, and from there to terminals. */
static bool
name_like(struct str name)
{
	if (name.n == 0 || name.n > STAMP_TEXT_BYTES || !utf8_valid(name))
		return false;
	for (size_t at = 0; at < name.n;) {
		uint32_t c = utf8_next(name, &at);

		if (c < 0x20 || (c >= 0x7f && c < 0xa0))
			return false;
	}
	return true;
}

int
archive_stamp_check(const struct archive_stamp *stamp, struct err *e)
{
	if (!time_like(stamp->at))
		return err_fail(e, ERR_INPUT, STR("archive.stamp"), STR("at"), stamp->at);
	if (!name_like(stamp->by))
		return err_fail(e, ERR_INPUT, STR("archive.stamp"), STR("by"), stamp->by);
	if (!name_like(stamp->device))
		return err_fail(e, ERR_INPUT, STR("archive.stamp"), STR("device"), stamp->device);
	return 0;
}

/* --- Writing -------------------------------------------------------------------------------- */

static void
put_text(struct buf *out, const char *before, struct str text)
{
	struct json value = {.type = JSON_STR, .text = text};

	buf_put(out, str_of(before));
	json_write(out, &value);
}

/* What a sealed part is bound to: the entry and its place there. */
static struct str
beside(char room[BESIDE_BYTES], struct str entry, int64_t position)
{
	struct str number = str_from_int(room + ARCHIVE_ID_BYTES + 1, position);

	memcpy(room, entry.p, ARCHIVE_ID_BYTES);
	room[ARCHIVE_ID_BYTES] = '/';
	return (struct str){room, ARCHIVE_ID_BYTES + 1 + number.n};
}

/* What the parts of an entry are written with. */
struct writing {
	struct buf *out;
	struct str entry; /* its id */
	struct keys *keys;
	size_t parts; /* that no nonce was made for yet */
	uint8_t nonces[NONCES_AT_ONCE]
		      [AEAD_NONCE_BYTES]; /* each for one part, as they are needed */
	size_t nonces_left;
};

static const uint8_t *
next_nonce(struct writing *w)
{
	if (w->nonces_left == 0) {
		assert(w->parts > 0);
		w->nonces_left = w->parts < NONCES_AT_ONCE ? w->parts : NONCES_AT_ONCE;
		w->parts -= w->nonces_left;
		entropy_fill(w->nonces, w->nonces_left * sizeof(w->nonces[0]));
	}
	return w->nonces[--w->nonces_left];
}

static void
put_sealed(struct writing *w, int64_t position, const struct archive_part *part)
{
	struct buf *out = w->out;
	char room[BESIDE_BYTES];
	struct buf plain = BUF_INIT;
	struct buf box = BUF_INIT;

	json_write(&plain, part->secret);
	size_t n = AEAD_NONCE_BYTES + plain.n + AEAD_TAG_BYTES;
	uint8_t *p = (uint8_t *)buf_room(&box, n);

	memcpy(p, next_nonce(w), AEAD_NONCE_BYTES);
	aead_seal(archive_keys_aead(w->keys, part->key), p, beside(room, w->entry, position),
	    buf_str(&plain), p + AEAD_NONCE_BYTES);
	buf_put(out, STR(",\"sealed\":{\"box\":\""));
	armor_base64(out, p, n);
	put_text(out, "\",\"key\":", part->key);
	buf_putc(out, '}');
	secret_wipe(plain.p, plain.n);
	buf_free(&plain);
	buf_free(&box);
}

static int
put_part(struct writing *w, int64_t position, const struct archive_part *part, struct err *e)
{
	static const struct json empty = {.type = JSON_OBJECT};
	struct buf *out = w->out;

	buf_put(out, STR("{\"body\":"));
	json_write(out, part->body != NULL ? part->body : &empty);
	put_text(out, ",\"op\":", part->op);
	if (part->secret != NULL) {
		if (archive_keys_ready(w->keys, part->key, e) != 0)
			return -1;
		put_sealed(w, position, part);
	}
	buf_put(out, STR(",\"v\":"));
	buf_put(out, STR_INT(part->version));
	buf_putc(out, '}');
	return 0;
}

int
archive_entry_write(struct buf *out, struct str id, const struct archive_stamp *stamp,
    const struct archive_draft *draft, struct keys *keys, struct err *e)
{
	struct writing w = {.out = out, .entry = id, .keys = keys, .parts = draft->n};
	size_t from = out->n;
	int r = 0;

	put_text(out, "{\"at\":", stamp->at);
	put_text(out, ",\"by\":", stamp->by);
	put_text(out, ",\"device\":", stamp->device);
	put_text(out, ",\"id\":", id);
	buf_put(out, STR(",\"ops\":["));
	for (size_t i = 0; r == 0 && i < draft->n; i++) {
		if (i > 0)
			buf_putc(out, ',');
		r = put_part(&w, (int64_t)i, &draft->parts[i], e);
	}
	buf_fmt(out, "],\"v\":%d}", ENTRY_VERSION);
	if (r == 0 && out->n - from > ARCHIVE_ENTRY_MAX)
		r = err_fail(e, ERR_LIMIT, STR("archive.entry-large"),
		    STR_INT((int64_t)(ARCHIVE_ENTRY_MAX >> 20)));
	if (r != 0)
		buf_cut(out, from);
	return r;
}

/* --- Reading -------------------------------------------------------------------------------- */

static int
no_entry(uint64_t index, struct err *e)
{
	return err_fail(e, ERR_IO, STR("archive.entry-form"), STR_INT((int64_t)index));
}

static int
secret_read(
    struct arena *a, struct archive_op *op, struct str box, struct keys *keys, struct err *e)
{
	char room[BESIDE_BYTES];
	size_t most = box.n / 4 * 3;
	uint8_t *bytes = arena_alloc(a, most);
	struct json *value;
	size_t n;

	if (!armor_base64_read(box, bytes, most, &n) || n < AEAD_NONCE_BYTES + AEAD_TAG_BYTES)
		return no_entry((uint64_t)op->index, e);
	struct str sealed = {(const char *)bytes + AEAD_NONCE_BYTES, n - AEAD_NONCE_BYTES};
	uint8_t *plain = bytes + AEAD_NONCE_BYTES;

	if (aead_open(archive_keys_aead(keys, op->key), bytes,
		beside(room, op->entry, op->position), sealed, plain, e) != 0)
		return no_entry((uint64_t)op->index, e);
	struct str text = {(const char *)plain, sealed.n - AEAD_TAG_BYTES};
	if (json_read(a, text, &value, e) != 0 || value->type != JSON_OBJECT)
		return no_entry((uint64_t)op->index, e);
	op->secret = value;
	return 0;
}

static int
sealed_read(struct arena *a, const struct json *sealed, struct archive_op *op, struct keys *keys,
    struct err *e)
{
	struct str box;

	if (json_need_str(sealed, STR("key"), &op->key, e) != 0 ||
	    json_need_str(sealed, STR("box"), &box, e) != 0)
		return no_entry((uint64_t)op->index, e);
	switch (archive_keys_state(keys, op->key)) {
	case KEY_NONE:
		return err_fail(e, ERR_NOTFOUND, STR("archive.key-missing"), op->key);
	case KEY_DESTROYED:
		op->destroyed = true;
		return 0;
	case KEY_LIVE:
		break;
	}
	return secret_read(a, op, box, keys, e);
}

static int
op_read(struct arena *a, const struct json *item, struct archive_op *op, struct keys *keys,
    struct err *e)
{
	const struct json *sealed = json_get(item, STR("sealed"));

	if (json_need_str(item, STR("op"), &op->op, e) != 0 ||
	    json_need_int(item, STR("v"), &op->version, e) != 0 ||
	    json_need_object(item, STR("body"), &op->body, e) != 0)
		return no_entry((uint64_t)op->index, e);
	op->key = STR("");
	return sealed == NULL ? 0 : sealed_read(a, sealed, op, keys, e);
}

static int
head_read(const struct json *root, struct archive_entry *entry, struct err *e)
{
	int64_t version = 0;

	if (json_need_int(root, STR("v"), &version, e) != 0)
		return no_entry((uint64_t)entry->index, e);
	if (version > ENTRY_VERSION)
		return err_fail(e, ERR_INPUT, STR("archive.newer"), STR_INT(entry->index));
	if (json_need_str(root, STR("id"), &entry->id, e) != 0 || !archive_id_like(entry->id) ||
	    json_need_str(root, STR("at"), &entry->at, e) != 0 ||
	    json_need_str(root, STR("by"), &entry->by, e) != 0 ||
	    json_need_str(root, STR("device"), &entry->device, e) != 0)
		return no_entry((uint64_t)entry->index, e);
	return 0;
}

int
archive_entry_read(struct arena *a, uint64_t index, struct str text, struct keys *keys,
    struct archive_entry *out, struct err *e)
{
	struct archive_entry entry = {.index = (int64_t)index};
	const struct json *list;
	struct json *root;
	size_t n = 0;

	if (json_read(a, text, &root, e) != 0)
		return no_entry(index, e);
	if (head_read(root, &entry, e) != 0)
		return -1;
	if (json_need_array(root, STR("ops"), &list, e) != 0 || list->count == 0)
		return no_entry(index, e);
	struct archive_op *ops = ARENA_ARRAY(a, struct archive_op, list->count);
	for (const struct json *i = list->first; i != NULL; i = i->next, n++) {
		ops[n].entry = entry.id;
		ops[n].at = entry.at;
		ops[n].by = entry.by;
		ops[n].device = entry.device;
		ops[n].index = entry.index;
		ops[n].position = (int64_t)n;
		if (op_read(a, i, &ops[n], keys, e) != 0)
			return -1;
	}
	entry.ops = ops;
	entry.n = n;
	*out = entry;
	return 0;
}

bool
archive_entry_ours(const struct archive_part *part)
{
	return (str_eq(part->op, ENTRY_DESTROY) && part->version == ENTRY_DESTROY_VERSION) ||
	    (str_eq(part->op, ENTRY_COPY) && part->version == ENTRY_COPY_VERSION);
}

static struct str
destroys(const struct archive_op *op, struct str what)
{
	const struct json *value;

	if (!str_eq(op->op, ENTRY_DESTROY) || op->version != ENTRY_DESTROY_VERSION)
		return STR("");
	value = json_get(op->body, what);
	return value != NULL && value->type == JSON_STR ? value->text : STR("");
}

struct str
archive_entry_destroys(const struct archive_op *op)
{
	return destroys(op, STR("key"));
}

struct str
archive_entry_destroys_file(const struct archive_op *op)
{
	struct str name = destroys(op, STR("file"));
	uint8_t hash[DIGEST_BYTES];
	size_t n;

	return armor_hex_read(name, hash, sizeof(hash), &n) && n == sizeof(hash) ? name : STR("");
}
