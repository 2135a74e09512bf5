/* What was sealed cannot be changed unseen: messages, chunk streams; secrets are kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "kit/os/entropy.h"
#include "kit/seal/aead.h"
#include "kit/seal/chunks.h"
#include "kit/seal/seal.h"
#include "kit/seal/secret.h"

#define SEALED_CHUNK (CHUNKS_PLAIN_BYTES + AEAD_TAG_BYTES)

static const uint8_t key[AEAD_KEY_BYTES] = {1, 2, 3};
static const uint8_t other_key[AEAD_KEY_BYTES] = {1, 2, 3, 4};
static struct err e;

static struct str
slice(const void *p, size_t n)
{
	return (struct str){p, n};
}

/* ---- single messages ---- */

struct message {
	uint8_t nonce[AEAD_NONCE_BYTES], beside[13], sealed[40 + AEAD_TAG_BYTES];
};

static int
try_open(struct aead *a, const struct message *m, uint8_t *out)
{
	return aead_open(a, m->nonce, slice(m->beside, sizeof(m->beside)),
	    slice(m->sealed, sizeof(m->sealed)), out, &e);
}

static void
every_single_bit_flip_of_a_message_is_detected(void **state)
{
	(void)state;
	const uint8_t zeros[40] = {0};
	struct aead *a = aead_new(key);
	struct message m = {.nonce = {9}, .beside = "segment 12 a"};
	uint8_t out[40], plain[40];

	memset(plain, 'w', sizeof(plain));
	aead_seal(a, m.nonce, slice(m.beside, sizeof(m.beside)), slice(plain, 40), m.sealed);
	uint8_t *bytes = (uint8_t *)&m;
	for (size_t bit = 0; bit < 8 * sizeof(m); bit++) {
		bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
		memset(out, 'x', sizeof(out));
		assert_int_equal(try_open(a, &m, out), -1);
		assert_int_equal(e.code, ERR_DENIED);
		assert_string_equal(e.key, "seal.damaged");
		assert_memory_equal(out, zeros, sizeof(out));
		bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
	}
	assert_int_equal(try_open(a, &m, out), 0);
	assert_memory_equal(out, plain, sizeof(out));
	aead_free(a);
}

static void
a_shortened_message_or_another_key_is_detected(void **state)
{
	(void)state;
	struct aead *a = aead_new(key), *b = aead_new(other_key);
	const uint8_t nonce[AEAD_NONCE_BYTES] = {0};
	uint8_t sealed[8 + AEAD_TAG_BYTES], out[8 + AEAD_TAG_BYTES];

	aead_seal(a, nonce, STR(""), STR("evidence"), sealed);
	for (size_t n = 0; n < sizeof(sealed); n++)
		assert_int_equal(aead_open(a, nonce, STR(""), slice(sealed, n), out, &e), -1);
	assert_int_equal(aead_open(b, nonce, STR(""), slice(sealed, sizeof(sealed)), out, &e), -1);
	assert_int_equal(aead_open(a, nonce, STR(""), slice(sealed, sizeof(sealed)), out, &e), 0);
	aead_free(a);
	aead_free(b);
}

static void
a_message_is_sealed_and_opened_in_its_own_place(void **state)
{
	(void)state;
	struct aead *a = aead_new(key);
	const uint8_t nonce[AEAD_NONCE_BYTES] = {3};
	uint8_t room[8 + AEAD_TAG_BYTES];

	const struct str word = STR("evidence");
	memcpy(room, word.p, word.n);
	aead_seal(a, nonce, STR("b"), slice(room, 8), room);
	assert_memory_not_equal(room, "evidence", 8);
	assert_int_equal(aead_open(a, nonce, STR("b"), slice(room, sizeof(room)), room, &e), 0);
	assert_memory_equal(room, "evidence", 8);
	aead_free(a);
}

/* ---- streams ---- */

/* Bytes that no two chunks share, the same in every run. */
static void
fill(struct buf *b, size_t n)
{
	uint32_t x = 2019;

	for (size_t i = 0; i < n; i++) {
		x = x * 1664525 + 1013904223;
		buf_putc(b, (char)(x >> 24));
	}
}

static const size_t sizes[] = {0, 1, 15, 16, 17, CHUNKS_PLAIN_BYTES - 1, CHUNKS_PLAIN_BYTES,
    CHUNKS_PLAIN_BYTES + 1, (size_t)2 * CHUNKS_PLAIN_BYTES, (size_t)3 * CHUNKS_PLAIN_BYTES + 7};

static void
content_of_every_size_comes_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(sizes); i++) {
		struct buf plain = BUF_INIT, sealed = BUF_INIT, opened = BUF_INIT;
		fill(&plain, sizes[i]);
		buf_put(&opened, STR("kept"));
		chunks_seal(key, STR("blob"), buf_str(&plain), &sealed);
		assert_int_equal(sealed.n, chunks_sealed_size(sizes[i]));
		assert_int_equal(chunks_open(key, STR("blob"), buf_str(&sealed), &opened, &e), 0);
		assert_true(str_starts(buf_str(&opened), STR("kept")));
		assert_true(str_eq(str_sub(buf_str(&opened), 4, opened.n), buf_str(&plain)));
		buf_free(&plain);
		buf_free(&sealed);
		buf_free(&opened);
	}
}

static int
collect(void *to, const uint8_t *bytes, size_t n, struct err *ignored)
{
	(void)ignored;
	buf_bytes(to, bytes, n);
	return 0;
}

/* Feeds in to c in pieces of the given size. */
static int
feed(struct chunks *c, struct str in, size_t piece)
{
	int failed = 0;

	for (size_t at = 0; at < in.n && failed == 0; at += piece) {
		struct str some = str_sub(in, at, at + piece);
		failed = chunks_add(c, some.p, some.n, &e);
	}
	if (failed == 0)
		failed = chunks_end(c, &e);
	chunks_free(c);
	return failed;
}

static void
pieces_of_any_size_give_the_same_content(void **state)
{
	(void)state;
	static const size_t pieces[] = {1, 5, 4096, CHUNKS_PLAIN_BYTES, 100000};
	struct buf plain = BUF_INIT;

	fill(&plain, (size_t)2 * CHUNKS_PLAIN_BYTES + 11);
	for (size_t i = 0; i < LENGTH(pieces); i++) {
		struct buf sealed = BUF_INIT, opened = BUF_INIT;
		size_t back = pieces[LENGTH(pieces) - 1 - i];
		assert_int_equal(feed(chunks_seal_new(key, STR("b"), collect, &sealed),
				     buf_str(&plain), pieces[i]),
		    0);
		assert_int_equal(
		    feed(chunks_open_new(key, STR("b"), collect, &opened), buf_str(&sealed), back),
		    0);
		assert_true(str_eq(buf_str(&opened), buf_str(&plain)));
		buf_free(&sealed);
		buf_free(&opened);
	}
	buf_free(&plain);
}

static void
assert_refused(struct str sealed)
{
	struct buf out = BUF_INIT;

	buf_put(&out, STR("kept"));
	assert_int_equal(chunks_open(key, STR("blob"), sealed, &out, &e), -1);
	assert_string_equal(e.key, "seal.damaged");
	assert_true(str_eq(buf_str(&out), STR("kept")));
	buf_free(&out);
}

/* A stream of four chunks, the last of seven bytes. */
static struct buf
four_chunks(void)
{
	struct buf plain = BUF_INIT, sealed = BUF_INIT;

	fill(&plain, (size_t)3 * CHUNKS_PLAIN_BYTES + 7);
	chunks_seal(key, STR("blob"), buf_str(&plain), &sealed);
	buf_free(&plain);
	return sealed;
}

static struct str
chunk(const struct buf *sealed, size_t i)
{
	size_t at = CHUNKS_PREFIX_BYTES + i * SEALED_CHUNK;
	return str_sub(buf_str(sealed), at, at + SEALED_CHUNK);
}

static void
chunks_moved_repeated_or_left_out_are_detected(void **state)
{
	(void)state;
	static const struct str orders[] = {STR_INIT("1023"), STR_INIT("0213"), STR_INIT("0123 "),
	    STR_INIT("0012"), STR_INIT("00123"), STR_INIT("0113"), STR_INIT("01223"),
	    STR_INIT("023"), STR_INIT("123"), STR_INIT("013"), STR_INIT("012"), STR_INIT("01"),
	    STR_INIT("0"), STR_INIT(""), STR_INIT("3"), STR_INIT("01233"), STR_INIT("01230")};
	struct buf sealed = four_chunks();

	for (size_t i = 0; i < LENGTH(orders); i++) {
		struct buf other = BUF_INIT;
		buf_put(&other, str_sub(buf_str(&sealed), 0, CHUNKS_PREFIX_BYTES));
		for (size_t k = 0; k < orders[i].n; k++)
			if (orders[i].p[k] == ' ')
				buf_putc(&other, '\0');
			else
				buf_put(&other, chunk(&sealed, (size_t)(orders[i].p[k] - '0')));
		assert_refused(buf_str(&other));
		buf_free(&other);
	}
	buf_free(&sealed);
}

static void
a_stream_cut_anywhere_is_detected(void **state)
{
	(void)state;
	struct buf sealed = four_chunks();

	for (size_t n = 0; n < sealed.n; n += n < 64 || n + 64 > sealed.n ? 1 : 997)
		assert_refused(str_sub(buf_str(&sealed), 0, n));
	for (size_t i = 0; i <= 4; i++) {
		size_t border = CHUNKS_PREFIX_BYTES + i * SEALED_CHUNK;
		for (size_t n = border - 1; n <= border + 1 && n < sealed.n; n++)
			assert_refused(str_sub(buf_str(&sealed), 0, n));
	}
	buf_free(&sealed);
}

static void
every_single_bit_flip_of_a_short_stream_is_detected(void **state)
{
	(void)state;
	struct buf sealed = BUF_INIT;

	chunks_seal(key, STR("blob"), STR("at least 400"), &sealed);
	for (size_t bit = 0; bit < 8 * sealed.n; bit++) {
		sealed.p[bit / 8] = (char)(sealed.p[bit / 8] ^ (1 << bit % 8));
		assert_refused(buf_str(&sealed));
		sealed.p[bit / 8] = (char)(sealed.p[bit / 8] ^ (1 << bit % 8));
	}
	buf_free(&sealed);
}

static void
flips_in_every_chunk_of_a_long_stream_are_detected(void **state)
{
	(void)state;
	struct buf sealed = four_chunks();

	for (size_t at = 0; at < sealed.n; at += 4999) {
		sealed.p[at] = (char)(sealed.p[at] ^ 0x10);
		assert_refused(buf_str(&sealed));
		sealed.p[at] = (char)(sealed.p[at] ^ 0x10);
	}
	buf_free(&sealed);
}

static void
another_key_or_purpose_does_not_open_a_stream(void **state)
{
	(void)state;
	struct buf sealed = four_chunks(), out = BUF_INIT;

	assert_int_equal(chunks_open(other_key, STR("blob"), buf_str(&sealed), &out, &e), -1);
	assert_int_equal(chunks_open(key, STR("blo"), buf_str(&sealed), &out, &e), -1);
	assert_int_equal(chunks_open(key, STR("snapshot"), buf_str(&sealed), &out, &e), -1);
	assert_int_equal(out.n, 0);
	buf_free(&sealed);
	buf_free(&out);
}

/* The second of two full chunks replaced by an empty last one, made by who has the key. */
static void
an_empty_chunk_after_others_is_refused(void **state)
{
	(void)state;
	struct buf plain = BUF_INIT, sealed = BUF_INIT, forged = BUF_INIT;
	struct aead *a = aead_new(key);
	uint8_t nonce[AEAD_NONCE_BYTES] = {0}, tag[AEAD_TAG_BYTES];

	fill(&plain, CHUNKS_PLAIN_BYTES + 1);
	chunks_seal(key, STR("blob"), buf_str(&plain), &sealed);
	memcpy(nonce, sealed.p, CHUNKS_PREFIX_BYTES);
	nonce[CHUNKS_PREFIX_BYTES + 3] = 1;
	nonce[AEAD_NONCE_BYTES - 1] = 1;
	aead_seal(a, nonce, STR("blob"), STR(""), tag);
	buf_put(&forged, str_sub(buf_str(&sealed), 0, CHUNKS_PREFIX_BYTES + SEALED_CHUNK));
	buf_bytes(&forged, tag, sizeof(tag));
	assert_refused(buf_str(&forged));
	aead_free(a);
	buf_free(&plain);
	buf_free(&sealed);
	buf_free(&forged);
}

static int
refuse_the_second(void *count, const uint8_t *bytes, size_t n, struct err *why)
{
	(void)bytes;
	(void)n;
	if (++*(int *)count < 2)
		return 0;
	return err_fail(why, ERR_LIMIT, STR("os.full"), STR("x"));
}

static void
a_sink_that_fails_stops_the_stream_with_its_own_words(void **state)
{
	(void)state;
	struct buf sealed = four_chunks();
	int count = 0;

	assert_int_equal(feed(chunks_open_new(key, STR("blob"), refuse_the_second, &count),
			     buf_str(&sealed), 4096),
	    -1);
	assert_string_equal(e.key, "os.full");
	assert_int_equal(count, 2);
	buf_free(&sealed);
}

/* ---- secrets ---- */

static void
a_secret_starts_as_zeros_and_takes_what_it_is_given(void **state)
{
	(void)state;
	const uint8_t zeros[32] = {0};
	struct secret *s = secret_new(32), *copy = secret_copy("abc", 3), *r = secret_random(32);

	assert_memory_equal(s->p, zeros, 32);
	assert_true(str_eq(secret_str(copy), STR("abc")));
	assert_memory_not_equal(r->p, zeros, 32);
	assert_false(secret_equal(s->p, r->p, 32));
	memcpy(s->p, r->p, 32);
	assert_true(secret_equal(s->p, r->p, 32));
	secret_wipe(s->p, 32);
	assert_memory_equal(s->p, zeros, 32);
	secret_free(s);
	secret_free(copy);
	secret_free(r);
	secret_free(NULL);
}

static void
a_secret_goes_with_its_arena(void **state)
{
	(void)state;
	struct arena *a = arena_new();

	arena_defer(a, secret_free_deferred, secret_random(32));
	arena_free(a);
}

/* In a child that may lock nothing: 0 when the secret works all the same. */
static int
use_a_secret_without_locks(void)
{
	const struct rlimit none = {0, 0};

	if (setrlimit(RLIMIT_MEMLOCK, &none) != 0 || (geteuid() == 0 && setuid(65534) != 0))
		return 2;
	struct secret *s = secret_random(32);
	memset(s->p, 7, s->n);
#if defined(__SANITIZE_ADDRESS__) || defined(__clang__)
	bool known = true; /* sanitizers make mlock do nothing and succeed */
#else
	bool known = !s->locked && !secret_relock(s);
#endif
	bool works = s->p[31] == 7;
	secret_free(s);
	return known && works ? 0 : 1;
}

static void
a_secret_that_cannot_be_locked_says_so_and_works(void **state)
{
	(void)state;
	int status = -1;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0)
		_exit(use_a_secret_without_locks());
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static int
start(void **state)
{
	(void)state;
	return seal_start(&e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_single_bit_flip_of_a_message_is_detected),
	    cmocka_unit_test(a_shortened_message_or_another_key_is_detected),
	    cmocka_unit_test(a_message_is_sealed_and_opened_in_its_own_place),
	    cmocka_unit_test(content_of_every_size_comes_back),
	    cmocka_unit_test(pieces_of_any_size_give_the_same_content),
	    cmocka_unit_test(chunks_moved_repeated_or_left_out_are_detected),
	    cmocka_unit_test(a_stream_cut_anywhere_is_detected),
	    cmocka_unit_test(every_single_bit_flip_of_a_short_stream_is_detected),
	    cmocka_unit_test(flips_in_every_chunk_of_a_long_stream_are_detected),
	    cmocka_unit_test(another_key_or_purpose_does_not_open_a_stream),
	    cmocka_unit_test(an_empty_chunk_after_others_is_refused),
	    cmocka_unit_test(a_sink_that_fails_stops_the_stream_with_its_own_words),
	    cmocka_unit_test(a_secret_starts_as_zeros_and_takes_what_it_is_given),
	    cmocka_unit_test(a_secret_goes_with_its_arena),
	    cmocka_unit_test(a_secret_that_cannot_be_locked_says_so_and_works),
	};
	return cmocka_run_group_tests(tests, start, NULL);
}
