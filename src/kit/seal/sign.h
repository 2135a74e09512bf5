/*
 * sign: Ed25519 signatures (RFC 8032). The same message and key give the same
 * signature. openssl pkeyutl -verify -rawin checks them too.
 */
#ifndef GUVOH_KIT_SEAL_SIGN_H
#define GUVOH_KIT_SEAL_SIGN_H

#include "base/str.h"

#define SIGN_SEED_BYTES 32
#define SIGN_PUBLIC_BYTES 32
#define SIGN_SECRET_BYTES 64 /* seed and public key, as libsodium keeps them */
#define SIGN_BYTES 64

/* A key pair from a seed of 32 random bytes; secret is the caller's locked memory. */
void sign_keys(const uint8_t seed[SIGN_SEED_BYTES], uint8_t public[SIGN_PUBLIC_BYTES],
    uint8_t secret[SIGN_SECRET_BYTES]);

void sign_make(
    const uint8_t secret[SIGN_SECRET_BYTES], struct str message, uint8_t out[SIGN_BYTES]);

/* False also for keys of small order and encodings that are not the canonical ones. */
MUST_CHECK bool sign_check(const uint8_t public[SIGN_PUBLIC_BYTES], struct str message,
    const uint8_t signature[SIGN_BYTES]);

#endif
