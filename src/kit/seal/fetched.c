#include "kit/seal/fetched.h"

#include <assert.h>
#include <stddef.h>

#include <openssl/evp.h>
#include <openssl/kdf.h>

/* Written once, before any thread; never freed: they live as long as the process. */
static struct {
	EVP_MD *sha256;
	EVP_CIPHER *aes256_gcm;
	EVP_KDF *hkdf;
} fetched;

bool
fetched_start(void)
{
	if (fetched.sha256 == NULL)
		fetched.sha256 = EVP_MD_fetch(NULL, "SHA2-256", NULL);
	if (fetched.aes256_gcm == NULL)
		fetched.aes256_gcm = EVP_CIPHER_fetch(NULL, "AES-256-GCM", NULL);
	if (fetched.hkdf == NULL)
		fetched.hkdf = EVP_KDF_fetch(NULL, "HKDF", NULL);
	return fetched.sha256 != NULL && fetched.aes256_gcm != NULL && fetched.hkdf != NULL;
}

const EVP_MD *
fetched_sha256(void)
{
	assert(fetched.sha256 != NULL);
	return fetched.sha256;
}

const EVP_CIPHER *
fetched_aes256_gcm(void)
{
	assert(fetched.aes256_gcm != NULL);
	return fetched.aes256_gcm;
}

EVP_KDF *
fetched_hkdf(void)
{
	assert(fetched.hkdf != NULL);
	return fetched.hkdf;
}
