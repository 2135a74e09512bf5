#include "kit/seal/digest.h"

#include <assert.h>
#include <stdlib.h>

#include <openssl/evp.h>

#include "kit/seal/armor.h"
#include "kit/seal/fetched.h"

struct digest {
	EVP_MD_CTX *context;
};

void
digest_of(const void *bytes, size_t n, uint8_t out[DIGEST_BYTES])
{
	int done = EVP_Digest(bytes, n, out, NULL, fetched_sha256(), NULL);
	assert(done == 1);
}

static void
begin(struct digest *d)
{
	int done = EVP_DigestInit_ex2(d->context, fetched_sha256(), NULL);
	assert(done == 1);
}

struct str
digest_hex(struct arena *a, struct str bytes)
{
	uint8_t sum[DIGEST_BYTES];
	struct buf *hex = buf_on(a);

	digest_of(bytes.p, bytes.n, sum);
	armor_hex(hex, sum, sizeof(sum));
	return buf_str(hex);
}

struct digest *
digest_new(void)
{
	struct digest *d = malloc(sizeof(*d));
	EVP_MD_CTX *context = EVP_MD_CTX_new();

	if (d == NULL || context == NULL)
		abort();
	d->context = context;
	begin(d);
	return d;
}

void
digest_free(struct digest *d)
{
	if (d == NULL)
		return;
	EVP_MD_CTX_free(d->context);
	free(d);
}

void
digest_add(struct digest *d, const void *bytes, size_t n)
{
	int done = EVP_DigestUpdate(d->context, bytes, n);
	assert(done == 1);
}

void
digest_end(struct digest *d, uint8_t out[DIGEST_BYTES])
{
	int done = EVP_DigestFinal_ex(d->context, out, NULL);
	assert(done == 1);
	begin(d);
}
