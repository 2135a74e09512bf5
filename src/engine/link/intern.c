#include "engine/link/intern.h"

#include <string.h>

#include "engine/link/hash.h"

struct interned {
	struct str text;
	uint64_t hash;
};

struct intern {
	struct arena *a;
	struct interned *at; /* at[0] is the empty text */
	size_t count, capacity;
	uint32_t *slots; /* a power of two of them, 0: free */
	size_t n_slots;
};

struct intern *
intern_new(struct arena *a)
{
	struct intern *t = ARENA_NEW(a, struct intern);

	t->a = a;
	t->at = arena_grow(a, t->at, 0, &t->capacity, sizeof(*t->at));
	t->at[0] = (struct interned){STR(""), 0};
	t->count = 1;
	t->n_slots = 64;
	t->slots = ARENA_ARRAY(a, uint32_t, t->n_slots);
	return t;
}

static void
slots_grow(struct intern *t)
{
	t->n_slots *= 2;
	t->slots = ARENA_ARRAY(t->a, uint32_t, t->n_slots);
	for (size_t i = 1; i < t->count; i++) {
		size_t slot = t->at[i].hash & (t->n_slots - 1);
		while (t->slots[slot] != 0)
			slot = (slot + 1) & (t->n_slots - 1);
		t->slots[slot] = (uint32_t)i;
	}
}

uint32_t
intern_text(struct intern *t, struct str text)
{
	if (text.n == 0)
		return 0;
	uint64_t hash = hash_str(text);
	size_t slot = hash & (t->n_slots - 1);
	for (; t->slots[slot] != 0; slot = (slot + 1) & (t->n_slots - 1)) {
		const struct interned *known = &t->at[t->slots[slot]];
		if (known->hash == hash && str_eq(known->text, text))
			return t->slots[slot];
	}
	t->at = arena_grow(t->a, t->at, t->count, &t->capacity, sizeof(*t->at));
	t->at[t->count] = (struct interned){arena_str(t->a, text), hash};
	t->slots[slot] = (uint32_t)t->count++;
	if (t->count * 2 > t->n_slots)
		slots_grow(t);
	return (uint32_t)(t->count - 1);
}

uint32_t
intern_count(const struct intern *t)
{
	return (uint32_t)(t->count - 1);
}

struct str
intern_str(const struct intern *t, uint32_t number)
{
	return t->at[number].text;
}

uint64_t
intern_hash(const struct intern *t, uint32_t number)
{
	return t->at[number].hash;
}
