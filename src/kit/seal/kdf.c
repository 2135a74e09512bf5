#include "kit/seal/kdf.h"

#include <assert.h>
#include <stdlib.h>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include "kit/seal/fetched.h"

static OSSL_PARAM
octets(const char *name, struct str s)
{
	/* The library's type is not const, but it only reads. */
	const union {
		const char *given;
		void *wanted;
	} p = {s.p};
	return OSSL_PARAM_construct_octet_string(name, p.wanted, s.n);
}

void
kdf_derive(struct str key, struct str salt, struct str info, uint8_t *out, size_t n)
{
	char digest[] = "SHA2-256";
	EVP_KDF_CTX *c = EVP_KDF_CTX_new(fetched_hkdf());
	OSSL_PARAM params[5], *next = params;

	assert(key.n >= 1 && n >= 1 && n <= KDF_MOST_BYTES);
	if (c == NULL)
		abort();
	*next++ = OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0);
	*next++ = octets(OSSL_KDF_PARAM_KEY, key);
	if (salt.n > 0)
		*next++ = octets(OSSL_KDF_PARAM_SALT, salt);
	if (info.n > 0)
		*next++ = octets(OSSL_KDF_PARAM_INFO, info);
	*next = OSSL_PARAM_construct_end();
	int done = EVP_KDF_derive(c, out, n, params);
	assert(done == 1);
	EVP_KDF_CTX_free(c);
}
