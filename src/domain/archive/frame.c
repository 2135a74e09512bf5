#include "domain/archive/frame.h"

#include <assert.h>
#include <string.h>

#include "domain/archive/archive.h"
#include "domain/archive/wire.h"
#include "kit/os/entropy.h"
#include "kit/seal/secret.h"

#define MAGIC STR("guvohseg")
#define SIGN_LABEL "guvoh log frame\n"
#define SIGN_LABEL_BYTES (sizeof(SIGN_LABEL) - 1)
#define LENGTH_MAX (FRAME_LEAST_BYTES + ARCHIVE_ENTRY_MAX + SIGN_BYTES)

enum head_at {
	HEAD_FORMAT = 8,
	HEAD_ARCHIVE = 12,
	HEAD_NUMBER = 28,
	HEAD_FIRST = 32,
	HEAD_PREVIOUS = 40,
	HEAD_PUBLIC = 72,
};

enum clear_at {
	CLEAR_LENGTH = 0,
	CLEAR_FLAGS = 4,
	CLEAR_INDEX = 8,
	CLEAR_PREVIOUS = 16,
	CLEAR_COMMITMENT = 48,
	CLEAR_NONCE = 80,
};

static const uint8_t *
bytes_at(struct str s, size_t at)
{
	return (const uint8_t *)s.p + at;
}

static struct str
str_from(struct str s, size_t at)
{
	return str_sub(s, at, s.n);
}

void
archive_head_write(const struct frame_head *head, uint8_t out[FRAME_HEAD_BYTES])
{
	memcpy(out, MAGIC.p, MAGIC.n);
	wire_put32(out + HEAD_FORMAT, FRAME_FORMAT);
	memcpy(out + HEAD_ARCHIVE, head->archive, FRAME_ARCHIVE_BYTES);
	wire_put32(out + HEAD_NUMBER, head->number);
	wire_put64(out + HEAD_FIRST, head->first);
	memcpy(out + HEAD_PREVIOUS, head->previous, DIGEST_BYTES);
	memcpy(out + HEAD_PUBLIC, head->public, SIGN_PUBLIC_BYTES);
}

bool
archive_head_read(struct str bytes, struct frame_head *out)
{
	const uint8_t *p = bytes_at(bytes, 0);

	if (bytes.n < FRAME_HEAD_BYTES || !str_starts(bytes, MAGIC) ||
	    wire_get32(p + HEAD_FORMAT) != FRAME_FORMAT)
		return false;
	memcpy(out->archive, p + HEAD_ARCHIVE, FRAME_ARCHIVE_BYTES);
	out->number = wire_get32(p + HEAD_NUMBER);
	out->first = wire_get64(p + HEAD_FIRST);
	memcpy(out->previous, p + HEAD_PREVIOUS, DIGEST_BYTES);
	memcpy(out->public, p + HEAD_PUBLIC, SIGN_PUBLIC_BYTES);
	return true;
}

static bool
form_is_right(uint32_t length, uint32_t flags)
{
	size_t least = FRAME_LEAST_BYTES + (flags == FRAME_END ? SIGN_BYTES : 0);

	return (flags & ~FRAME_END) == 0 && length >= least && length <= LENGTH_MAX;
}

static void
frame_fill(struct frame *f, const uint8_t *p, uint32_t length, uint32_t flags)
{
	size_t tail = flags == FRAME_END ? SIGN_BYTES : 0;

	f->length = length;
	f->flags = flags;
	f->index = wire_get64(p + CLEAR_INDEX);
	f->previous = p + CLEAR_PREVIOUS;
	f->commitment = p + CLEAR_COMMITMENT;
	f->nonce = p + CLEAR_NONCE;
	f->clear = (struct str){(const char *)p, FRAME_CLEAR_BYTES};
	f->box =
	    (struct str){(const char *)p + FRAME_CLEAR_BYTES, length - FRAME_CLEAR_BYTES - tail};
	f->signature = tail != 0 ? p + length - tail : NULL;
}

enum frame_look
archive_frame_look(struct str bytes, struct frame *out)
{
	const uint8_t *p = bytes_at(bytes, 0);

	if (bytes.n < CLEAR_INDEX)
		return FRAME_SHORT;
	uint32_t length = wire_get32(p + CLEAR_LENGTH);
	uint32_t flags = wire_get32(p + CLEAR_FLAGS);

	if (!form_is_right(length, flags))
		return FRAME_NONE;
	if (length > bytes.n)
		return FRAME_SHORT;
	frame_fill(out, p, length, flags);
	return FRAME_WHOLE;
}

void
archive_frame_hash(const struct frame *f, uint8_t out[DIGEST_BYTES])
{
	digest_of(f->clear.p, f->clear.n + f->box.n, out);
}

static void
sign_text(const uint8_t hash[DIGEST_BYTES], uint8_t out[SIGN_LABEL_BYTES + DIGEST_BYTES])
{
	memcpy(out, SIGN_LABEL, SIGN_LABEL_BYTES);
	memcpy(out + SIGN_LABEL_BYTES, hash, DIGEST_BYTES);
}

static bool
hash_signed(const uint8_t hash[DIGEST_BYTES], const uint8_t *signature, const uint8_t *public)
{
	uint8_t text[SIGN_LABEL_BYTES + DIGEST_BYTES];

	sign_text(hash, text);
	return sign_check(public, (struct str){(const char *)text, sizeof(text)}, signature);
}

bool
archive_frame_signed(const struct frame *f, const uint8_t public[SIGN_PUBLIC_BYTES])
{
	uint8_t hash[DIGEST_BYTES];

	if (f->signature == NULL)
		return false;
	archive_frame_hash(f, hash);
	return hash_signed(hash, f->signature, public);
}

static void
frame_sign(uint8_t *frame, size_t unsigned_bytes, const uint8_t *sign_secret, const uint8_t *hash)
{
	uint8_t text[SIGN_LABEL_BYTES + DIGEST_BYTES];

	sign_text(hash, text);
	sign_make(
	    sign_secret, (struct str){(const char *)text, sizeof(text)}, frame + unsigned_bytes);
}

void
archive_frame_write(struct buf *out, struct aead *key, struct frame_chain *chain, struct str plain,
    const uint8_t *sign_secret)
{
	size_t hashed = FRAME_LEAST_BYTES + plain.n;
	size_t length = hashed + (sign_secret != NULL ? SIGN_BYTES : 0);
	uint8_t *p = (uint8_t *)buf_room(out, length);
	uint8_t *text = p + FRAME_CLEAR_BYTES;

	assert(plain.n <= ARCHIVE_ENTRY_MAX);
	/* The salt stands behind the nonce: one call of the kernel fills both. */
	entropy_fill(p + CLEAR_NONCE, AEAD_NONCE_BYTES + FRAME_SALT_BYTES);
	memcpy(text + FRAME_SALT_BYTES, plain.p, plain.n);
	wire_put32(p + CLEAR_LENGTH, (uint32_t)length);
	wire_put32(p + CLEAR_FLAGS, sign_secret != NULL ? FRAME_END : 0);
	wire_put64(p + CLEAR_INDEX, chain->index);
	memcpy(p + CLEAR_PREVIOUS, chain->previous, DIGEST_BYTES);
	digest_of(text, FRAME_SALT_BYTES + plain.n, p + CLEAR_COMMITMENT);
	aead_seal(key, p + CLEAR_NONCE, (struct str){(char *)p, FRAME_CLEAR_BYTES},
	    (struct str){(char *)text, FRAME_SALT_BYTES + plain.n}, text);
	digest_of(p, hashed, chain->previous);
	chain->index++;
	if (sign_secret != NULL)
		frame_sign(p, hashed, sign_secret, chain->previous);
	buf_added(out, length);
}

int
archive_frame_open(const struct frame *f, struct aead *key, struct buf *out, struct err *e)
{
	size_t n = f->box.n - AEAD_TAG_BYTES;
	uint8_t *text = (uint8_t *)buf_room(out, n);
	uint8_t commitment[DIGEST_BYTES];

	if (aead_open(key, f->nonce, f->clear, f->box, text, e) != 0)
		return -1;
	digest_of(text, n, commitment);
	if (memcmp(commitment, f->commitment, DIGEST_BYTES) != 0) {
		secret_wipe(text, n);
		return err_fail(e, ERR_DENIED, STR("seal.damaged"));
	}
	memmove(text, text + FRAME_SALT_BYTES, n - FRAME_SALT_BYTES);
	buf_added(out, n - FRAME_SALT_BYTES);
	return 0;
}

/* Follows chained frames up to one with FRAME_END; how far it came is in *span. */
struct walk {
	struct frame_chain chain; /* what the frame at `at` has to say */
	size_t at;                /* the frame that stopped the walk, or the end of the append */
	size_t last;              /* the frame before it, at itself when there is none */
	size_t frames;
	enum {
		WALK_END,   /* a whole append */
		WALK_OUT,   /* the bytes end after a whole frame */
		WALK_SHORT, /* the bytes end inside a frame that began well */
		WALK_FORM,  /* no frame, or one of another index */
		WALK_CHAIN, /* it names another frame before it */
	} stop;
};

/* Does as much of a frame's beginning as there is say what it has to? */
static bool
begins_well(struct str bytes, const struct frame_chain *chain)
{
	uint8_t index[8];
	size_t n = bytes.n < CLEAR_COMMITMENT ? bytes.n : CLEAR_COMMITMENT;

	wire_put64(index, chain->index);
	for (size_t i = CLEAR_INDEX; i < n; i++) {
		uint8_t want = i < CLEAR_PREVIOUS ? index[i - CLEAR_INDEX]
						  : chain->previous[i - CLEAR_PREVIOUS];
		if (*bytes_at(bytes, i) != want)
			return false;
	}
	return true;
}

static void
walk(struct str rest, size_t from, const struct frame_chain *chain, struct walk *w)
{
	struct frame f;

	*w = (struct walk){.chain = *chain, .at = from, .last = from};
	for (;;) {
		struct str here = str_from(rest, w->at);
		enum frame_look look = here.n == 0 ? FRAME_SHORT : archive_frame_look(here, &f);

		w->stop = here.n == 0 ? WALK_OUT : WALK_FORM;
		if (look == FRAME_SHORT && here.n > 0 && begins_well(here, &w->chain))
			w->stop = WALK_SHORT;
		if (look != FRAME_WHOLE || f.index != w->chain.index)
			return;
		w->stop = WALK_CHAIN;
		if (memcmp(f.previous, w->chain.previous, DIGEST_BYTES) != 0)
			return;
		archive_frame_hash(&f, w->chain.previous);
		w->chain.index++;
		w->frames++;
		w->last = w->at;
		w->at += f.length;
		w->stop = WALK_END;
		if (f.flags == FRAME_END)
			return;
	}
}

/* The hash of the frame in bytes, all of them but a signature, as if its beginning said so. */
static void
repaired_hash(struct str bytes, uint32_t flags, uint8_t out[DIGEST_BYTES])
{
	size_t hashed = bytes.n - (flags == FRAME_END ? SIGN_BYTES : 0);
	uint8_t repaired[CLEAR_INDEX];

	wire_put32(repaired + CLEAR_LENGTH, (uint32_t)bytes.n);
	wire_put32(repaired + CLEAR_FLAGS, flags);
	struct digest *d = digest_new();
	digest_add(d, repaired, sizeof(repaired));
	digest_add(d, bytes.p + CLEAR_INDEX, hashed - CLEAR_INDEX);
	digest_end(d, out);
	digest_free(d);
}

/*
 * Would the bytes from at to their end be a signed frame if its length and flags
 * said so? Then a whole append stands there whose first eight bytes changed.
 */
static bool
was_signed(struct str rest, size_t at, const uint8_t *public)
{
	struct str here = str_from(rest, at);
	uint8_t hash[DIGEST_BYTES];

	if (here.n > LENGTH_MAX || !form_is_right((uint32_t)here.n, FRAME_END))
		return false;
	repaired_hash(here, FRAME_END, hash);
	return hash_signed(hash, bytes_at(here, here.n - SIGN_BYTES), public);
}

/* Did the frame at at, which was not the last of its append, have another length, by the frame
 * behind it? */
static bool
had_other_length(struct str rest, size_t at, uint64_t index)
{
	for (size_t i = at + FRAME_LEAST_BYTES; i + FRAME_LEAST_BYTES <= rest.n; i++) {
		const uint8_t *p = bytes_at(rest, i);
		uint8_t hash[DIGEST_BYTES];
		struct frame f;

		if (wire_get64(p + CLEAR_INDEX) != index + 1 ||
		    archive_frame_look(str_from(rest, i), &f) != FRAME_WHOLE)
			continue;
		repaired_hash(str_sub(rest, at, i), 0, hash);
		if (memcmp(f.previous, hash, DIGEST_BYTES) == 0)
			return true;
	}
	return false;
}

/* Is there a whole frame with FRAME_END and an index above this one behind at? It was synced last.
 */
static bool
end_follows(struct str rest, size_t at, uint64_t index)
{
	for (size_t i = at + 1; i + FRAME_LEAST_BYTES + SIGN_BYTES <= rest.n; i++) {
		const uint8_t *p = bytes_at(rest, i);
		uint64_t found = p[CLEAR_FLAGS] == FRAME_END ? wire_get64(p + CLEAR_INDEX) : 0;
		struct frame f;

		if (found > index && found - index <= ARCHIVE_BATCH_MAX &&
		    archive_frame_look(str_from(rest, i), &f) == FRAME_WHOLE &&
		    f.flags == FRAME_END)
			return true;
	}
	return false;
}

/* Does a page of the file, or the part of one that lies in rest, hold nothing but zeros? */
static bool
page_is_missing(struct str rest, uint64_t offset)
{
	size_t at = 0;

	while (at < rest.n) {
		size_t page = FRAME_PAGE_BYTES - (size_t)((offset + at) % FRAME_PAGE_BYTES);
		size_t end = page < rest.n - at ? at + page : rest.n;
		size_t i = at;

		while (i < end && rest.p[i] == 0)
			i++;
		if (i == end && end - at >= 16)
			return true;
		at = end;
	}
	return false;
}

/* Is the append that the walk went through right by itself: chained, and signed at its end? */
static bool
append_is_right(struct str rest, const struct walk *w, const uint8_t *public)
{
	struct frame end;

	return w->stop == WALK_END &&
	    archive_frame_look(str_from(rest, w->last), &end) == FRAME_WHOLE &&
	    archive_frame_signed(&end, public);
}

/*
 * The frame at w->at names another frame before it than the one that stands there:
 * which of the two changed? What ended an earlier append was proven when it was
 * read; else the frame whose append is right by itself did not change. Where only
 * one append follows the head of a segment, nothing tells them apart: the head.
 */
static bool
blame_is_before(struct str rest, const struct walk *w, const struct frame_where *where)
{
	struct frame f;
	struct walk behind;
	struct frame_chain own;

	if ((w->frames == 0 && where->offset != FRAME_HEAD_BYTES) ||
	    archive_frame_look(str_from(rest, w->at), &f) != FRAME_WHOLE)
		return false;
	own.index = f.index;
	memcpy(own.previous, f.previous, DIGEST_BYTES);
	walk(rest, w->at, &own, &behind);
	if (behind.stop != WALK_END)
		return false;
	if (append_is_right(rest, &behind, where->public))
		return true;
	if (archive_frame_look(str_from(rest, behind.at), &f) == FRAME_WHOLE)
		return memcmp(f.previous, behind.chain.previous, DIGEST_BYTES) == 0;
	return w->frames == 0;
}

static enum frame_found
span_damage(
    struct str rest, const struct walk *w, const struct frame_where *where, struct frame_span *out)
{
	out->at = w->at;
	out->index = w->chain.index;
	if (w->frames > 0 &&
	    (w->stop == WALK_OUT ||
		(w->stop == WALK_FORM && had_other_length(rest, w->last, w->chain.index - 1)))) {
		out->at = w->last;
		out->index--;
	}
	if (w->stop == WALK_CHAIN && blame_is_before(rest, w, where)) {
		out->before = w->frames == 0;
		out->at = w->last;
		out->index -= out->index > 0 ? 1 : 0;
	}
	return FRAME_FOUND_DAMAGE;
}

enum frame_found
archive_span_next(struct str rest, const struct frame_chain *chain, const struct frame_where *where,
    struct frame_span *out)
{
	struct walk w;

	*out = (struct frame_span){.after = *chain};
	if (rest.n == 0)
		return FRAME_FOUND_NOTHING;
	walk(rest, 0, chain, &w);
	out->bytes = w.at;
	out->frames = w.frames;
	out->after = w.chain;
	if (w.stop == WALK_END)
		return FRAME_FOUND_APPEND;

	bool broken_off =
	    w.stop == WALK_OUT || w.stop == WALK_SHORT || page_is_missing(rest, where->offset);
	size_t suspect = w.stop == WALK_OUT ? w.last : w.at;

	if (where->last && broken_off && !was_signed(rest, suspect, where->public) &&
	    !end_follows(rest, w.at, w.chain.index))
		return FRAME_FOUND_TORN;
	return span_damage(rest, &w, where, out);
}

bool
archive_span_torn(struct str rest, const struct frame_chain *chain, const struct frame_where *where,
    const struct frame_span *span)
{
	return where->last && span->bytes == rest.n && page_is_missing(rest, where->offset) &&
	    !end_follows(rest, span->bytes, chain->index);
}
