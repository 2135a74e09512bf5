/*
 * fetched: the OpenSSL algorithms of this room, fetched once by seal_start.
 * For the files of kit/seal: a fetch per call costs more than the digest of a frame.
 */
#ifndef GUVOH_KIT_SEAL_FETCHED_H
#define GUVOH_KIT_SEAL_FETCHED_H

#include <stdbool.h>

#include <openssl/types.h>

/* Fetches them; false when the library lacks one. */
bool fetched_start(void);

/* Never NULL; they assert that seal_start was called. */
const EVP_MD *fetched_sha256(void);
const EVP_CIPHER *fetched_aes256_gcm(void);
EVP_KDF *fetched_hkdf(void);

#endif
