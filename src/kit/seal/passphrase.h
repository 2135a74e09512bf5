/*
 * passphrase: a key from words a person remembers, Argon2id (RFC 9106), one lane.
 * The cost and the salt stand in the clear beside what the key opens.
 */
#ifndef GUVOH_KIT_SEAL_PASSPHRASE_H
#define GUVOH_KIT_SEAL_PASSPHRASE_H

#include "base/err.h"
#include "base/str.h"

#define PASSPHRASE_KEY_BYTES 32
#define PASSPHRASE_SALT_BYTES 16

struct passphrase_cost {
	uint32_t passes;
	uint32_t kibibytes;
};

/* About half a second; tests may use less, never what an archive is made with. */
#define PASSPHRASE_COST ((struct passphrase_cost){3, 256 * 1024})

/* What is accepted: a damaged or hostile cost must not eat the machine. */
#define PASSPHRASE_MOST_PASSES 64
#define PASSPHRASE_LEAST_KIBIBYTES 8
#define PASSPHRASE_MOST_KIBIBYTES (4 * 1024 * 1024)

/*
 * Fills key (locked memory of the caller). words are bytes as typed: a face that
 * wants "é" to be one thing normalises them first.
 * ERR_INPUT seal.cost: passes or memory outside the limits above.
 * ERR_LIMIT seal.memory (mebibytes): the system does not give so much memory.
 */
MUST_CHECK int passphrase_key(struct str words, const uint8_t salt[PASSPHRASE_SALT_BYTES],
    struct passphrase_cost cost, uint8_t key[PASSPHRASE_KEY_BYTES], struct err *e);

#endif
