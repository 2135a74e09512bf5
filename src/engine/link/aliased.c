#include "engine/link/aliased.h"

/* Those of field i, each from both of its values. */
static void
field_new(struct arena *a, struct aliased *l, const struct fields *f, size_t i,
    const uint64_t *keys, size_t n)
{
	uint32_t *first = ARENA_ARRAY(a, uint32_t, f->at[i].n_values + 3);

	for (size_t k = 0; k < n; k++) {
		if (level_key_field(keys[k]) != i)
			continue;
		first[level_key_low(keys[k]) + 2]++;
		first[level_key_high(keys[k]) + 2]++;
	}
	for (uint32_t v = 0; v <= f->at[i].n_values; v++)
		first[v + 2] += first[v + 1];
	l->at[i] = ARENA_ARRAY(a, uint32_t, n * 2);
	l->first[i] = first;
	for (size_t k = 0; k < n; k++) {
		if (level_key_field(keys[k]) != i)
			continue;
		l->at[i][first[level_key_low(keys[k]) + 1]++] = level_key_high(keys[k]);
		l->at[i][first[level_key_high(keys[k]) + 1]++] = level_key_low(keys[k]);
	}
}

const struct aliased *
aliased_new(struct arena *a, const struct fields *f, const uint64_t *keys, size_t n)
{
	struct aliased *l = ARENA_NEW(a, struct aliased);

	for (size_t i = 0; i < f->count; i++)
		if (f->at[i].way == FIELD_WAY_WORDS)
			field_new(a, l, f, i, keys, n);
	return l;
}
