/*
 * keyslot: from a passphrase, a key file or an unlocked key to the archive key.
 * A slot is a line of the file keyslots: how to make a key, and the archive key
 * encrypted under it.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_KEYSLOT_H
#define GUVOH_DOMAIN_ARCHIVE_KEYSLOT_H

#include "domain/archive/archive.h"
#include "domain/archive/folder.h"
#include "kit/seal/secret.h"

#define KEYSLOT_KEY_BYTES 32

/*
 * Writes the file keyslots with one slot for archive_key: by place->key_file,
 * which is made when it is missing, else by a passphrase. *made_file (false at
 * first) becomes true when the key file was made.
 */
MUST_CHECK int archive_keyslot_make(const struct archive_place *place, const struct folder *f,
    const struct secret *archive_key, bool *made_file, struct err *e);

/* The archive key by key file, holder or passphrase, in this order; errors as archive_open. */
MUST_CHECK int archive_keyslot_open(const struct archive_place *place, const struct folder *f,
    struct secret **archive_key, struct err *e);

#endif
