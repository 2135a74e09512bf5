#include "engine/link/nearby.h"

#include <stdlib.h>

#include "engine/link/hash.h"

#define SLOTS_FIRST ((size_t)1 << 10)
#define KEY_BITS ((UINT64_C(1) << NEARBY_LEVEL) - 1)

struct nearby {
	struct arena *a;
	uint64_t *slots; /* n of them, a power of two; 0: free */
	size_t n, count;
};

struct nearby *
nearby_new(struct arena *a)
{
	struct nearby *s = ARENA_NEW(a, struct nearby);

	*s = (struct nearby){a, ARENA_ARRAY(a, uint64_t, SLOTS_FIRST), SLOTS_FIRST, 0};
	return s;
}

/* A key with its level. */
static void
key_put(struct nearby *s, uint64_t key)
{
	size_t at = hash_mix(key & KEY_BITS) & (s->n - 1);

	while (s->slots[at] != 0 && s->slots[at] != key)
		at = (at + 1) & (s->n - 1);
	s->count += s->slots[at] == 0;
	s->slots[at] = key;
	if (s->count * 2 < s->n)
		return;
	struct nearby wide = {s->a, ARENA_ARRAY(s->a, uint64_t, s->n * 2), s->n * 2, 0};
	for (size_t i = 0; i < s->n; i++) {
		if (s->slots[i] != 0)
			key_put(&wide, s->slots[i]);
	}
	*s = wide;
}

void
nearby_add(struct nearby *s, uint64_t key, unsigned level)
{
	key_put(s, key | (uint64_t)level << NEARBY_LEVEL);
}

void
nearby_join(struct nearby *s, const struct nearby *other)
{
	for (size_t i = 0; i < other->n; i++) {
		if (other->slots[i] != 0)
			key_put(s, other->slots[i]);
	}
}

static int
by_key(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x & KEY_BITS, b = *(const uint64_t *)y & KEY_BITS;

	return a < b ? -1 : a > b;
}

struct nearby_keys
nearby_keys(struct arena *a, const struct nearby *s)
{
	struct nearby_keys out = {ARENA_ARRAY(a, uint64_t, s->count), 0};

	for (size_t i = 0; i < s->n; i++) {
		if (s->slots[i] != 0)
			out.at[out.count++] = s->slots[i];
	}
	qsort(out.at, out.count, sizeof(*out.at), by_key);
	return out;
}
