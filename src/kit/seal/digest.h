/*
 * digest: SHA-256 (FIPS 180-4), at once or piece by piece.
 */
#ifndef GUVOH_KIT_SEAL_DIGEST_H
#define GUVOH_KIT_SEAL_DIGEST_H

#include "base/arena.h"
#include "base/str.h"

#define DIGEST_BYTES 32

struct digest; /* one running digest; one thread at a time */

/* out may lie inside the bytes. */
void digest_of(const void *bytes, size_t n, uint8_t out[DIGEST_BYTES]);

/* The digest of bytes as 64 hexadecimal digits, on a. */
struct str digest_hex(struct arena *a, struct str bytes);

struct digest *digest_new(void);
void digest_free(struct digest *d); /* NULL is fine; wipes */

void digest_add(struct digest *d, const void *bytes, size_t n);

/* The digest of all that was added; d then starts anew. */
void digest_end(struct digest *d, uint8_t out[DIGEST_BYTES]);

#endif
