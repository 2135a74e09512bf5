/*
 * holder: a process that keeps an archive's key in locked memory for a while.
 * It listens on a socket that only the same user reaches, named after the
 * archive's id; every use starts its clock again.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_HOLDER_H
#define GUVOH_DOMAIN_ARCHIVE_HOLDER_H

#include "domain/archive/folder.h"
#include "kit/seal/secret.h"

/* True when one is running and gave the key into out (KEYSLOT_KEY_BYTES). */
bool archive_holder_ask(const struct folder *f, struct secret *out);

/*
 * Leaves one behind that keeps key for idle_seconds after its last use. Returns
 * in the caller only. ERR_IO archive.holder when it cannot be started.
 */
MUST_CHECK int archive_holder_start(
    const struct folder *f, struct secret *key, int64_t idle_seconds, struct err *e);

/*
 * Ends it; *was_held is false when none was running. ERR_IO archive.holder-silent
 * when one may be running that cannot be reached: the key may still be there.
 */
MUST_CHECK int archive_holder_end(const struct folder *f, bool *was_held, struct err *e);

#endif
