/*
 * blob: a file as received, encrypted under the key of its source, named by its ciphertext.
 * What the room itself needs besides archive.h.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_BLOB_H
#define GUVOH_DOMAIN_ARCHIVE_BLOB_H

#include "domain/archive/archive.h"
#include "domain/archive/folder.h"
#include "domain/archive/keys.h"

/* Its name in hex, on a. */
struct str archive_blob_hex(struct arena *a, const uint8_t name[DIGEST_BYTES]);

struct str archive_blob_path(
    struct arena *a, const struct folder *f, const uint8_t name[DIGEST_BYTES]);

/* archive_blob_read for a key that is live; fn may be NULL: only checked. */
MUST_CHECK int archive_blob_open(const struct folder *f, const struct keys *keys,
    const struct archive_blob *blob, int (*fn)(void *arg, struct str chunk, struct err *e),
    void *arg, struct err *e);

#endif
