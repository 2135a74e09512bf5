#include "engine/link/nearby.h"

#include <stdlib.h>
#include <string.h>

#include "engine/link/hash.h"

#define SLOTS_FIRST ((size_t)1 << 16)

struct pair_set {
	struct arena *a;
	uint64_t *slots;
	size_t n, count;
};

static void
pair_set_add(struct pair_set *s, uint64_t key)
{
	if (s->count * 2 >= s->n) {
		uint64_t *old = s->slots;
		size_t n = s->n;
		s->n = n * 2;
		s->slots = ARENA_ARRAY(s->a, uint64_t, s->n);
		s->count = 0;
		for (size_t i = 0; i < n; i++) {
			if (old[i] != 0)
				pair_set_add(s, old[i]);
		}
	}
	size_t at = hash_mix(key) & (s->n - 1);
	while (s->slots[at] != 0 && s->slots[at] != key)
		at = (at + 1) & (s->n - 1);
	s->count += s->slots[at] == 0;
	s->slots[at] = key;
}

static int
by_number(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return a < b ? -1 : a > b;
}

/* The keys of a set in order, on a. */
static struct nearby_keys
keys_of(struct arena *a, const struct pair_set *s)
{
	struct nearby_keys out = {ARENA_ARRAY(a, uint64_t, s->count), 0};

	for (size_t i = 0; i < s->n; i++) {
		if (s->slots[i] != 0)
			out.at[out.count++] = s->slots[i];
	}
	qsort(out.at, out.count, sizeof(*out.at), by_number);
	return out;
}

struct nearby_keys
nearby_find(struct arena *a, const struct fields *f, const struct block_pairs *pairs,
    const uint64_t *patterns)
{
	struct arena *own = arena_new();
	struct pair_set seen = {own, ARENA_ARRAY(own, uint64_t, SLOTS_FIRST), SLOTS_FIRST, 0};

	for (size_t n = 0; n < pairs->count; n++) {
		for (size_t i = 0; i < f->count; i++) {
			unsigned level = level_of(patterns[n], i);
			if (f->at[i].way == FIELD_WAY_WORDS && level >= LEVEL_SOUND &&
			    level < LEVEL_SOUND + NEAR_LEVELS)
				pair_set_add(&seen,
				    level_key(i, f->at[i].of_unit[pairs->at[n].x],
					f->at[i].of_unit[pairs->at[n].y]));
		}
	}
	struct nearby_keys out = keys_of(a, &seen);
	arena_free(own);
	return out;
}
