#include "kit/seal/sign.h"

#include <assert.h>

#include <sodium.h>

#include "kit/seal/fetched.h"

void
sign_keys(const uint8_t seed[SIGN_SEED_BYTES], uint8_t public[SIGN_PUBLIC_BYTES],
    uint8_t secret[SIGN_SECRET_BYTES])
{
	assert(fetched_sha256() != NULL);
	crypto_sign_seed_keypair(public, secret, seed);
}

void
sign_make(const uint8_t secret[SIGN_SECRET_BYTES], struct str message, uint8_t out[SIGN_BYTES])
{
	assert(fetched_sha256() != NULL);
	crypto_sign_detached(out, NULL, (const uint8_t *)message.p, message.n, secret);
}

bool
sign_check(const uint8_t public[SIGN_PUBLIC_BYTES], struct str message,
    const uint8_t signature[SIGN_BYTES])
{
	assert(fetched_sha256() != NULL);
	return crypto_sign_verify_detached(
		   signature, (const uint8_t *)message.p, message.n, public) == 0;
}
