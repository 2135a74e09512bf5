#include "kit/seal/chunks.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

#include "kit/os/entropy.h"

#define SEALED_BYTES (CHUNKS_PLAIN_BYTES + AEAD_TAG_BYTES)

struct chunks {
	struct aead *aead;
	chunks_sink sink;
	void *to;
	char *beside;
	size_t beside_n;
	uint64_t number;     /* of the next chunk */
	size_t prefix, held; /* bytes there are of nonce's prefix, of chunk */
	size_t whole;        /* bytes of a full chunk on the way in */
	bool sealing;
	uint8_t nonce[AEAD_NONCE_BYTES];
	uint8_t chunk[SEALED_BYTES];
};

static struct chunks *
stream_new(const uint8_t key[AEAD_KEY_BYTES], struct str beside, chunks_sink sink, void *to)
{
	struct chunks *c = calloc(1, sizeof(*c));
	char *copy = malloc(beside.n + 1);

	if (c == NULL || copy == NULL)
		abort();
	memcpy(copy, beside.p, beside.n);
	c->aead = aead_new(key);
	c->sink = sink;
	c->to = to;
	c->beside = copy;
	c->beside_n = beside.n;
	return c;
}

struct chunks *
chunks_seal_new(const uint8_t key[AEAD_KEY_BYTES], struct str beside, chunks_sink sink, void *to)
{
	struct chunks *c = stream_new(key, beside, sink, to);

	c->sealing = true;
	c->whole = CHUNKS_PLAIN_BYTES;
	entropy_fill(c->nonce, CHUNKS_PREFIX_BYTES);
	return c;
}

struct chunks *
chunks_open_new(const uint8_t key[AEAD_KEY_BYTES], struct str beside, chunks_sink sink, void *to)
{
	struct chunks *c = stream_new(key, beside, sink, to);

	c->whole = SEALED_BYTES;
	return c;
}

void
chunks_free(struct chunks *c)
{
	if (c == NULL)
		return;
	aead_free(c->aead);
	free(c->beside);
	OPENSSL_cleanse(c, sizeof(*c));
	free(c);
}

static void
number_nonce(struct chunks *c, bool last)
{
	for (int i = 0; i < 4; i++)
		c->nonce[CHUNKS_PREFIX_BYTES + i] = (uint8_t)(c->number >> (24 - 8 * i));
	c->nonce[AEAD_NONCE_BYTES - 1] = last;
}

static int
pass_sealed(struct chunks *c, struct err *e)
{
	struct str plain = {(const char *)c->chunk, c->held};

	/* The prefix goes out with the first chunk, so that making a stream cannot fail. */
	if (c->number == 0 && c->sink(c->to, c->nonce, CHUNKS_PREFIX_BYTES, e) != 0)
		return -1;
	aead_seal(c->aead, c->nonce, (struct str){c->beside, c->beside_n}, plain, c->chunk);
	return c->sink(c->to, c->chunk, c->held + AEAD_TAG_BYTES, e);
}

static int
pass_opened(struct chunks *c, struct err *e)
{
	struct str sealed = {(const char *)c->chunk, c->held};
	struct str beside = {c->beside, c->beside_n};

	/* An empty chunk is an end only of nothing: else two forms would mean one content. */
	if (c->held < AEAD_TAG_BYTES || (c->held == AEAD_TAG_BYTES && c->number > 0))
		return err_fail(e, ERR_DENIED, STR("seal.damaged"));
	if (aead_open(c->aead, c->nonce, beside, sealed, c->chunk, e) != 0)
		return -1;
	return c->sink(c->to, c->chunk, c->held - AEAD_TAG_BYTES, e);
}

static int
pass_chunk(struct chunks *c, bool last, struct err *e)
{
	if (c->number > UINT32_MAX)
		return err_fail(e, ERR_LIMIT, STR("seal.long"));
	number_nonce(c, last);
	int failed = c->sealing ? pass_sealed(c, e) : pass_opened(c, e);
	c->number++;
	c->held = 0;
	return failed;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

int
chunks_add(struct chunks *c, const void *bytes, size_t n, struct err *e)
{
	const uint8_t *p = bytes;

	if (!c->sealing && c->prefix < CHUNKS_PREFIX_BYTES) {
		size_t some = least(n, CHUNKS_PREFIX_BYTES - c->prefix);
		memcpy(c->nonce + c->prefix, p, some);
		c->prefix += some;
		p += some;
		n -= some;
	}
	while (n > 0) {
		/* A full chunk waits for one more byte: without it, it is the last. */
		if (c->held == c->whole && pass_chunk(c, false, e) != 0)
			return -1;
		size_t some = least(n, c->whole - c->held);
		memcpy(c->chunk + c->held, p, some);
		c->held += some;
		p += some;
		n -= some;
	}
	return 0;
}

int
chunks_end(struct chunks *c, struct err *e)
{
	return pass_chunk(c, true, e);
}

uint64_t
chunks_sealed_size(uint64_t plain)
{
	uint64_t count = plain == 0 ? 1 : (plain - 1) / CHUNKS_PLAIN_BYTES + 1;
	return CHUNKS_PREFIX_BYTES + plain + count * AEAD_TAG_BYTES;
}

static int
append(void *to, const uint8_t *bytes, size_t n, struct err *e)
{
	(void)e;
	buf_bytes(to, bytes, n);
	return 0;
}

static int
run(struct chunks *c, struct str in, struct err *e)
{
	int failed = chunks_add(c, in.p, in.n, e);
	if (failed == 0)
		failed = chunks_end(c, e);
	chunks_free(c);
	return failed;
}

void
chunks_seal(const uint8_t key[AEAD_KEY_BYTES], struct str beside, struct str plain, struct buf *out)
{
	struct err e;

	buf_room(out, (size_t)chunks_sealed_size(plain.n));
	int failed = run(chunks_seal_new(key, beside, append, out), plain, &e);
	assert(failed == 0);
}

int
chunks_open(const uint8_t key[AEAD_KEY_BYTES], struct str beside, struct str sealed,
    struct buf *out, struct err *e)
{
	size_t before = out->n;

	/* All of it at once: growing would leave opened text behind in memory given back. */
	buf_room(out, sealed.n);
	if (run(chunks_open_new(key, beside, append, out), sealed, e) == 0)
		return 0;
	OPENSSL_cleanse(out->p + before, out->n - before);
	buf_cut(out, before);
	return -1;
}
