/*
 * chunks: long content sealed piece by piece: the STREAM construction (Hoang,
 * Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM.
 *
 * Form: 7 random bytes, then chunks of 64 KiB (the last 0 to 64 KiB; empty only
 * when there is no content) each followed by its tag. The nonce of a chunk is
 * the 7 bytes, its number (32 bits, big-endian), and 1 for the last chunk or 0.
 * So a chunk that is changed, moved, repeated, left out or added, and an end
 * that came too early or too late, are all detected. Every chunk is bound to
 * beside (what this is, and whose).
 *
 * Give each stream a key of its own (kdf over a salt of its own): 7 bytes alone
 * keep at most some thousand streams of one key apart.
 */
#ifndef GUVOH_KIT_SEAL_CHUNKS_H
#define GUVOH_KIT_SEAL_CHUNKS_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "kit/seal/aead.h"

#define CHUNKS_PLAIN_BYTES 65536
#define CHUNKS_PREFIX_BYTES 7

struct chunks; /* one stream in one direction */

/* Takes the next n bytes of the result; -1 with *e filled stops the stream. */
typedef int (*chunks_sink)(void *to, const uint8_t *bytes, size_t n, struct err *e);

/* Neither key nor beside is needed afterwards. */
struct chunks *chunks_seal_new(
    const uint8_t key[AEAD_KEY_BYTES], struct str beside, chunks_sink sink, void *to);
struct chunks *chunks_open_new(
    const uint8_t key[AEAD_KEY_BYTES], struct str beside, chunks_sink sink, void *to);

/*
 * Feeds n bytes, in pieces of any size. What reaches the sink of an opening
 * stream is proven to be chunk after chunk of the original, but only chunks_end
 * proves that this was all: act on the content after it returned 0. Failures:
 * the sink's, ERR_DENIED seal.damaged, ERR_LIMIT seal.long (over 2^32 chunks).
 * After -1 only chunks_free is allowed.
 */
MUST_CHECK int chunks_add(struct chunks *c, const void *bytes, size_t n, struct err *e);

/* No more input. After it only chunks_free is allowed. */
MUST_CHECK int chunks_end(struct chunks *c, struct err *e);

void chunks_free(struct chunks *c); /* NULL is fine; wipes */

/* Size of the sealed form of so many bytes. */
uint64_t chunks_sealed_size(uint64_t plain);

/*
 * At once, appended to out. On failure (chunks_open only) out is as it was and
 * what had been opened is wiped.
 */
void chunks_seal(
    const uint8_t key[AEAD_KEY_BYTES], struct str beside, struct str plain, struct buf *out);
MUST_CHECK int chunks_open(const uint8_t key[AEAD_KEY_BYTES], struct str beside, struct str sealed,
    struct buf *out, struct err *e);

#endif
