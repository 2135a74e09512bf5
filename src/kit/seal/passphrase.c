#include "kit/seal/passphrase.h"

#include <assert.h>

#include <sodium.h>

#include "kit/seal/fetched.h"

int
passphrase_key(struct str words, const uint8_t salt[PASSPHRASE_SALT_BYTES],
    struct passphrase_cost cost, uint8_t key[PASSPHRASE_KEY_BYTES], struct err *e)
{
	assert(fetched_sha256() != NULL);
	if (cost.passes < 1 || cost.passes > PASSPHRASE_MOST_PASSES ||
	    cost.kibibytes < PASSPHRASE_LEAST_KIBIBYTES ||
	    cost.kibibytes > PASSPHRASE_MOST_KIBIBYTES)
		return err_fail(
		    e, ERR_INPUT, STR("seal.cost"), STR_INT(cost.passes), STR_INT(cost.kibibytes));
	if (crypto_pwhash(key, PASSPHRASE_KEY_BYTES, words.p, words.n, salt, cost.passes,
		(size_t)cost.kibibytes * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
		return err_fail(
		    e, ERR_LIMIT, STR("seal.memory"), STR_INT(cost.kibibytes / 1024 + 1));
	return 0;
}
