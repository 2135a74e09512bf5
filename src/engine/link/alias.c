#include "engine/link/alias.h"

#include <stdlib.h>
#include <string.h>

#define CLUSTERS_LEAST 3 /* that hold both values */
#define LIFT_LEAST 20    /* times as many as chance would give */
#define VALUES_MOST 12   /* of a field that are looked at in one cluster */

/* What clusters say of the values of one field. */
struct finding {
	struct arena *a;
	uint64_t *keys; /* a key for each cluster that holds a pair of values */
	size_t n, capacity;
	uint32_t *holders; /* clusters that hold a value */
};

struct learning {
	const struct fields *f;
	const struct kin *k;
	struct finding *fields;
};

static void
cluster_learn(struct finding *s, const struct fields *f, size_t i, const uint32_t *units, size_t n)
{
	const struct field *field = &f->at[i];
	uint32_t values[VALUES_MOST];
	size_t count = 0;

	for (size_t k = 0; k < n && count < VALUES_MOST; k++) {
		uint32_t v = field->of_unit[units[k]];
		size_t at = 0;
		while (at < count && values[at] != v)
			at++;
		if (v != 0 && at == count)
			values[count++] = v;
	}
	for (size_t x = 0; x < count; x++) {
		s->holders[values[x]]++;
		for (size_t y = x + 1; y < count; y++) {
			s->keys = arena_grow(s->a, s->keys, s->n, &s->capacity, sizeof(*s->keys));
			s->keys[s->n++] = level_key(i, values[x], values[y]);
		}
	}
}

static int
by_key(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return a < b ? -1 : a > b;
}

/* Are clusters that hold both more than chance would have it, of all clusters? */
static bool
is_alias(const struct finding *s, uint64_t key, size_t both, size_t all)
{
	double x = s->holders[level_key_low(key)], y = s->holders[level_key_high(key)];

	return both >= CLUSTERS_LEAST && (double)both * (double)all >= LIFT_LEAST * x * y;
}

/* Keeps the keys of aliases, each once. */
static void
aliases_choose(struct finding *s, size_t all)
{
	size_t kept = 0;

	if (s->n > 0)
		qsort(s->keys, s->n, sizeof(*s->keys), by_key);
	for (size_t first = 0, end; first < s->n; first = end) {
		for (end = first + 1; end < s->n && s->keys[end] == s->keys[first];)
			end++;
		if (is_alias(s, s->keys[first], end - first, all))
			s->keys[kept++] = s->keys[first];
	}
	s->n = kept;
}

static void
field_learn(void *arg, size_t i)
{
	const struct learning *l = arg;
	const struct kin *k = l->k;
	struct finding s = {.a = arena_new()};

	if (l->f->at[i].way == FIELD_WAY_WORDS) {
		s.holders = ARENA_ARRAY(s.a, uint32_t, l->f->at[i].n_values + 1);
		for (size_t c = 0; c < k->clusters; c++)
			cluster_learn(
			    &s, l->f, i, k->units + k->first[c], k->first[c + 1] - k->first[c]);
		aliases_choose(&s, k->clusters);
	}
	l->fields[i] = s;
}

struct nearby_keys
alias_learn(struct arena *a, struct levels *l, const struct fields *f, const struct kin *k)
{
	struct arena *own = arena_new();
	struct learning s = {f, k, ARENA_ARRAY(own, struct finding, f->count)};
	size_t n = 0;

	share_out(f->share, f->count, field_learn, &s);
	for (size_t i = 0; i < f->count; i++)
		n += s.fields[i].n;
	struct nearby_keys out = {ARENA_ARRAY(a, uint64_t, n), 0};
	for (size_t i = 0; i < f->count; i++) {
		const struct finding *found = &s.fields[i];
		if (found->n > 0)
			memcpy(out.at + out.count, found->keys, found->n * sizeof(*out.at));
		out.count += found->n;
		arena_free(found->a);
	}
	level_aliases(l, a, out.at, out.count);
	arena_free(own);
	return out;
}
