/*
 * kdf: keys from a key, HKDF-SHA256 (RFC 5869).
 * For input that is already random; a passphrase goes through passphrase.h.
 */
#ifndef GUVOH_KIT_SEAL_KDF_H
#define GUVOH_KIT_SEAL_KDF_H

#include "base/str.h"

#define KDF_MOST_BYTES 8160 /* 255 digests */

/*
 * Fills n bytes, 1 to KDF_MOST_BYTES. salt: public and random, or empty. info
 * says what the key is for ("guvoh segment 1" and such): different words,
 * unrelated keys. key.n >= 1.
 */
void kdf_derive(struct str key, struct str salt, struct str info, uint8_t *out, size_t n);

#endif
