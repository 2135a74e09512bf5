#include "kit/seal/aead.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "kit/seal/fetched.h"

struct aead {
	EVP_CIPHER_CTX *seal, *open; /* keyed once; each message sets its nonce only */
};

static EVP_CIPHER_CTX *
context_new(const uint8_t key[AEAD_KEY_BYTES], int sealing)
{
	EVP_CIPHER_CTX *c = EVP_CIPHER_CTX_new();

	if (c == NULL)
		abort();
	int done = EVP_CipherInit_ex2(c, fetched_aes256_gcm(), key, NULL, sealing, NULL);
	assert(done == 1);
	return c;
}

struct aead *
aead_new(const uint8_t key[AEAD_KEY_BYTES])
{
	struct aead *a = malloc(sizeof(*a));

	if (a == NULL)
		abort();
	a->seal = context_new(key, 1);
	a->open = context_new(key, 0);
	return a;
}

void
aead_free(struct aead *a)
{
	if (a == NULL)
		return;
	EVP_CIPHER_CTX_free(a->seal);
	EVP_CIPHER_CTX_free(a->open);
	free(a);
}

static const uint8_t *
bytes(struct str s)
{
	return (const uint8_t *)s.p;
}

/* The nonce, what stands beside, and the text; the tag comes before or after. */
static int
run(EVP_CIPHER_CTX *c, const uint8_t *nonce, struct str beside, struct str text, uint8_t *out)
{
	int n = 0;

	assert(beside.n < INT_MAX && text.n < INT_MAX);
	int done = EVP_CipherInit_ex2(c, NULL, NULL, nonce, -1, NULL);
	if (done == 1 && beside.n > 0)
		done = EVP_CipherUpdate(c, NULL, &n, bytes(beside), (int)beside.n);
	if (done == 1 && text.n > 0)
		done = EVP_CipherUpdate(c, out, &n, bytes(text), (int)text.n);
	return done;
}

void
aead_seal(struct aead *a, const uint8_t nonce[AEAD_NONCE_BYTES], struct str beside,
    struct str plain, uint8_t *out)
{
	int n;
	int done = run(a->seal, nonce, beside, plain, out);

	if (done == 1)
		done = EVP_CipherFinal_ex(a->seal, out + plain.n, &n);
	if (done == 1)
		done = EVP_CIPHER_CTX_ctrl(
		    a->seal, EVP_CTRL_AEAD_GET_TAG, AEAD_TAG_BYTES, out + plain.n);
	assert(done == 1);
}

int
aead_open(struct aead *a, const uint8_t nonce[AEAD_NONCE_BYTES], struct str beside,
    struct str sealed, uint8_t *out, struct err *e)
{
	uint8_t tag[AEAD_TAG_BYTES], rest[AEAD_TAG_BYTES];
	int n;

	if (sealed.n < AEAD_TAG_BYTES)
		return err_fail(e, ERR_DENIED, STR("seal.damaged"));
	struct str text = str_sub(sealed, 0, sealed.n - AEAD_TAG_BYTES);
	for (size_t i = 0; i < AEAD_TAG_BYTES; i++)
		tag[i] = bytes(sealed)[text.n + i];
	int done = run(a->open, nonce, beside, text, out);
	if (done == 1)
		done = EVP_CIPHER_CTX_ctrl(a->open, EVP_CTRL_AEAD_SET_TAG, AEAD_TAG_BYTES, tag);
	assert(done == 1);
	if (EVP_CipherFinal_ex(a->open, rest, &n) == 1)
		return 0;
	OPENSSL_cleanse(out, text.n);
	return err_fail(e, ERR_DENIED, STR("seal.damaged"));
}
