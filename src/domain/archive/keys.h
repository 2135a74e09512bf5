/*
 * keys: the keys of sources and private persons, and the replica's signing key.
 * They lie in one file beside the log, encrypted under the archive key and
 * replaced as a whole. A key that was destroyed leaves its id, so that it is
 * never made anew under the same name.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_KEYS_H
#define GUVOH_DOMAIN_ARCHIVE_KEYS_H

#include "base/err.h"
#include "domain/archive/folder.h"
#include "kit/seal/aead.h"
#include "kit/seal/secret.h"
#include "kit/seal/sign.h"

#define KEYS_ID_BYTES_MAX 64

struct keys;

enum key_state {
	KEY_NONE,
	KEY_LIVE,
	KEY_DESTROYED,
};

/* With a new signing key and no others. */
struct keys *archive_keys_new(void);
void archive_keys_free(struct keys *k); /* NULL is fine; wipes */

/*
 * ERR_IO archive.keys-damaged when the file is missing, changed or of another
 * archive key.
 */
MUST_CHECK int archive_keys_load(
    const struct folder *f, const struct secret *archive_key, struct keys **out, struct err *e);

/* Replaces the file; k then is what lies there. */
MUST_CHECK int archive_keys_save(
    const struct folder *f, const struct secret *archive_key, struct keys *k, struct err *e);

/* True when the file is not the one that k was loaded from or saved to. */
bool archive_keys_stale(const struct folder *f, const struct keys *k);

enum key_state archive_keys_state(const struct keys *k, struct str id);

/*
 * Makes a random key for an id that has none, in memory. ERR_CONFLICT
 * archive.key-destroyed, ERR_INPUT archive.key-id.
 */
MUST_CHECK int archive_keys_ready(struct keys *k, struct str id, struct err *e);

/* How many ids there are; cut forgets the newest beyond n, which were never saved. */
size_t archive_keys_count(const struct keys *k);
void archive_keys_cut(struct keys *k, size_t n);

/* Wipes the key in memory, also of an id that has none yet. False when it was destroyed before. */
bool archive_keys_destroy(struct keys *k, struct str id);

/* How many keys are live in before and destroyed in after. */
int64_t archive_keys_died(const struct keys *before, const struct keys *after);

/* What encrypts the sealed parts under id, which must be live; valid until the next call. */
struct aead *archive_keys_aead(struct keys *k, struct str id);

/* A key of its own for a blob under id, which must be live. */
void archive_keys_blob(
    const struct keys *k, struct str id, struct str salt, uint8_t out[AEAD_KEY_BYTES]);

const uint8_t *archive_keys_sign(const struct keys *k);   /* SIGN_SECRET_BYTES */
const uint8_t *archive_keys_public(const struct keys *k); /* SIGN_PUBLIC_BYTES */

#endif
