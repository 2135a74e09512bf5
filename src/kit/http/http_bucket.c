#include "kit/http/http_bucket.h"

#include <arpa/inet.h>
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "kit/os/entropy.h"
#include "kit/seal/digest.h"
#include "kit/seal/secret.h"

#define SETS 1024 /* a power of two */
#define WAYS 8    /* buckets that a key can lie in */
#define KEY_BYTES 32
#define DAY_SECONDS ((int64_t)86400)
#define V4_PREFIX 3 /* bytes */
#define V6_PREFIX 6

/* One that was never used, or is full again, has no key. */
struct bucket {
	uint64_t key;
	int64_t at; /* when tokens were counted */
	unsigned tokens;
};

struct http_buckets {
	uint8_t secret[KEY_BYTES];
	int64_t day; /* of secret */
	unsigned most, seconds;
	struct bucket at[SETS][WAYS];
};

struct http_buckets *
http_buckets_new(unsigned most, unsigned seconds)
{
	struct http_buckets *b = calloc(1, sizeof *b);

	assert(most > 0 && seconds > 0);
	if (b == NULL)
		abort();
	b->day = -1;
	b->most = most;
	b->seconds = seconds;
	return b;
}

void
http_buckets_free(struct http_buckets *b)
{
	if (b == NULL)
		return;
	secret_wipe(b, sizeof *b);
	free(b);
}

/* Another day: nothing that was known of yesterday's keys can be found again. */
static void
day_begin(struct http_buckets *b, int64_t now)
{
	if (b->day == now / DAY_SECONDS)
		return;
	b->day = now / DAY_SECONDS;
	entropy_fill(b->secret, sizeof b->secret);
	memset(b->at, 0, sizeof b->at);
}

static uint64_t
hashed(const struct http_buckets *b, struct str key)
{
	struct digest *d = digest_new();
	uint8_t digest[DIGEST_BYTES];
	uint64_t hash;

	digest_add(d, b->secret, sizeof b->secret);
	digest_add(d, key.p, key.n);
	digest_end(d, digest);
	digest_free(d);
	memcpy(&hash, digest, sizeof hash);
	return hash | 1;
}

/* Tokens that the bucket has now. */
static unsigned
filled(const struct http_buckets *b, struct bucket *one, int64_t now)
{
	int64_t since = one->key == 0 ? 0 : now - one->at;
	int64_t more = since > 0 ? since / b->seconds : 0;

	if (one->key == 0 || more >= b->most - one->tokens) {
		one->tokens = b->most;
		one->at = now;
	} else {
		one->tokens += (unsigned)more;
		one->at += more * b->seconds;
	}
	return one->tokens;
}

/* The bucket of a key; a new one takes the place of the one that is fullest. */
static struct bucket *
bucket_of(struct http_buckets *b, uint64_t key, int64_t now)
{
	struct bucket *set = b->at[(key >> 1) % SETS], *fullest = &set[0];

	for (size_t i = 0; i < WAYS; i++) {
		if (set[i].key == key)
			return &set[i];
		if (filled(b, &set[i], now) > filled(b, fullest, now))
			fullest = &set[i];
	}
	*fullest = (struct bucket){.key = key, .at = now, .tokens = b->most};
	return fullest;
}

bool
http_bucket_take(struct http_buckets *b, struct str key, int64_t now)
{
	day_begin(b, now);
	struct bucket *one = bucket_of(b, hashed(b, key), now);
	if (filled(b, one, now) == 0)
		return false;
	one->tokens--;
	return true;
}

/* What follows the last comma: what is before it anybody can have written. */
static struct str
last_of(struct str list)
{
	struct str last = list;

	for (struct str rest = list; rest.n > 0;)
		last = str_cut(&rest, ',');
	return str_trim(last);
}

struct str
http_bucket_from(struct arena *a, struct str forwarded)
{
	struct str text = arena_str(a, last_of(forwarded));
	struct buf *out = buf_on(a);
	uint8_t address[16];
	size_t n = 0;

	if (inet_pton(AF_INET, text.p, address) == 1)
		n = V4_PREFIX;
	else if (inet_pton(AF_INET6, text.p, address) == 1)
		n = V6_PREFIX;
	for (size_t i = 0; i < n; i++)
		buf_fmt(out, "%02x", address[i]);
	return buf_str(out);
}
