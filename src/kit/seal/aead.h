/*
 * aead: AES-256-GCM (NIST SP 800-38D): short messages, hidden and bound to
 * what stands beside them. One object per key; its schedule is made once.
 *
 * A nonce must never come twice under one key, or both messages and the
 * authentication key fall. Take 12 random bytes (entropy_fill) for each message
 * and at most 2^32 messages under one key. A counter or an index is not enough
 * where a torn write is cut off and its place written anew: the disk may keep both.
 * GCM does not commit to its key: derive keys with kdf, never let a stranger choose one.
 */
#ifndef GUVOH_KIT_SEAL_AEAD_H
#define GUVOH_KIT_SEAL_AEAD_H

#include "base/err.h"
#include "base/str.h"

#define AEAD_KEY_BYTES 32
#define AEAD_NONCE_BYTES 12
#define AEAD_TAG_BYTES 16

struct aead; /* one thread at a time */

/* key may be freed afterwards. */
struct aead *aead_new(const uint8_t key[AEAD_KEY_BYTES]);
void aead_free(struct aead *a); /* NULL is fine; wipes */

/*
 * Writes plain.n bytes of ciphertext and the tag to out (plain.n +
 * AEAD_TAG_BYTES bytes). beside is authenticated, not hidden. out may be where
 * plain is, no other overlap. plain.n and beside.n < 2^31.
 */
void aead_seal(struct aead *a, const uint8_t nonce[AEAD_NONCE_BYTES], struct str beside,
    struct str plain, uint8_t *out);

/*
 * The reverse: sealed is ciphertext and tag, out takes sealed.n - AEAD_TAG_BYTES
 * bytes and may be where sealed is. Anything changed, or another key, nonce or
 * beside: ERR_DENIED seal.damaged, and out holds zeros, never unproven text.
 */
MUST_CHECK int aead_open(struct aead *a, const uint8_t nonce[AEAD_NONCE_BYTES], struct str beside,
    struct str sealed, uint8_t *out, struct err *e);

#endif
