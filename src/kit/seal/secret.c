#include "kit/seal/secret.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "kit/os/entropy.h"
#include "kit/seal/fetched.h"

static void
out_of_memory(void)
{
	fputs("guvoh: out of memory\n", stderr);
	abort();
}

struct secret *
secret_new(size_t n)
{
	/* Nothing of libsodium may run before seal_start. */
	assert(n >= 1 && fetched_sha256() != NULL);
	struct secret *s = malloc(sizeof(*s));
	uint8_t *p = sodium_malloc(n);

	if (s == NULL || p == NULL)
		out_of_memory();
	*s = (struct secret){p, n, false};
	sodium_memzero(p, n);
	secret_relock(s);
	return s;
}

struct secret *
secret_copy(const void *bytes, size_t n)
{
	struct secret *s = secret_new(n);
	memcpy(s->p, bytes, n);
	return s;
}

struct secret *
secret_random(size_t n)
{
	struct secret *s = secret_new(n);
	entropy_fill(s->p, n);
	return s;
}

void
secret_free(struct secret *s)
{
	if (s == NULL)
		return;
	sodium_free(s->p);
	free(s);
}

void
secret_free_deferred(void *s)
{
	secret_free(s);
}

struct str
secret_str(const struct secret *s)
{
	return (struct str){(const char *)s->p, s->n};
}

bool
secret_relock(struct secret *s)
{
	/* sodium_malloc locks too, but does not say whether it could. */
	s->locked = sodium_mlock(s->p, s->n) == 0;
	return s->locked;
}

bool
secret_equal(const void *a, const void *b, size_t n)
{
	return sodium_memcmp(a, b, n) == 0;
}

void
secret_wipe(void *p, size_t n)
{
	sodium_memzero(p, n);
}
