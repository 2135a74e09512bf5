#include "base/names.h"

#include <stdint.h>

#define FEW 64 /* slots to begin with; a power of two */

/* FNV-1a. */
static uint64_t
hash_of(struct str name)
{
	uint64_t hash = 0xcbf29ce484222325;

	for (size_t i = 0; i < name.n; i++)
		hash = (hash ^ (unsigned char)name.p[i]) * 0x100000001b3;
	return hash;
}

/* Where the name is, or would be. */
static size_t *
slot_of(const struct names *names, struct str name)
{
	size_t at = hash_of(name) & names->mask;

	while (names->slots[at] != 0 && !str_eq(names->all[names->slots[at] - 1].name, name))
		at = (at + 1) & names->mask;
	return &names->slots[at];
}

static void
grow(struct arena *a, struct names *names)
{
	size_t slots = names->slots == NULL ? FEW : (names->mask + 1) * 2;

	names->slots = ARENA_ARRAY(a, size_t, slots);
	names->mask = slots - 1;
	for (size_t i = 0; i < names->count; i++)
		*slot_of(names, names->all[i].name) = i + 1;
}

void
names_add(struct arena *a, struct names *names, struct str name, size_t number)
{
	if (names->slots == NULL || names->count * 2 > names->mask)
		grow(a, names);
	size_t *slot = slot_of(names, name);
	names->all = arena_grow(a, names->all, names->count, &names->capacity, sizeof(*names->all));
	names->all[names->count++] = (struct named){name, number, *slot};
	*slot = names->count;
}

const struct named *
names_last(const struct names *names, struct str name)
{
	size_t last = names->slots == NULL ? 0 : *slot_of(names, name);

	return last == 0 ? NULL : &names->all[last - 1];
}

const struct named *
names_before(const struct names *names, const struct named *named)
{
	return named->before == 0 ? NULL : &names->all[named->before - 1];
}
