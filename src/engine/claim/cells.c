#include "engine/claim/cells.h"

#include <string.h>

/* A set of sets of regions, by hash. */
struct table {
	uint64_t **slots;
	size_t mask, words;
};

static struct table
table_of(struct arena *a, size_t most, size_t words)
{
	size_t size = 16;
	while (size < 2 * most)
		size *= 2;
	return (struct table){ARENA_ARRAY(a, uint64_t *, size), size - 1, words};
}

static uint64_t
hash(const uint64_t *set, size_t words)
{
	uint64_t h = UINT64_C(0x9e3779b97f4a7c15);
	for (size_t w = 0; w < words; w++) {
		h = (h ^ set[w]) * UINT64_C(0xff51afd7ed558ccd);
		h ^= h >> 32;
	}
	return h;
}

/* Is set new and not empty? Keeps it then. */
static bool
is_new(struct table *t, uint64_t *set)
{
	if (bits_none(set, t->words))
		return false;
	size_t at = hash(set, t->words) & t->mask;
	while (t->slots[at] != NULL) {
		if (bits_equal(t->slots[at], set, t->words))
			return false;
		at = (at + 1) & t->mask;
	}
	t->slots[at] = set;
	return true;
}

struct list {
	const struct region *regions;
	size_t n, words;
};

/* Which regions lie over each atom of place or of days, each such set once. */
static uint64_t **
classes(struct arena *a, const struct list *l, bool of_days, size_t atoms, size_t *count)
{
	uint64_t *all = bits_new(a, atoms * l->words);
	uint64_t **sets = ARENA_ARRAY(a, uint64_t *, atoms);
	struct table table = table_of(a, atoms, l->words);

	for (size_t r = 0; r < l->n; r++) {
		const uint64_t *members = of_days ? l->regions[r].days : l->regions[r].places;
		for (size_t i = bits_next(members, BITS_WORDS(atoms), 0);
		     i < BITS_END(BITS_WORDS(atoms));
		     i = bits_next(members, BITS_WORDS(atoms), i + 1)) {
			bits_add(all + i * l->words, r);
		}
	}
	*count = 0;
	for (size_t i = 0; i < atoms; i++)
		if (is_new(&table, all + i * l->words))
			sets[(*count)++] = all + i * l->words;
	return sets;
}

struct cells
cells_cut(struct arena *a, const struct atoms *atoms, const struct region *regions, size_t n)
{
	struct list l = {regions, n, BITS_WORDS(n)};
	size_t places, days;
	uint64_t **over_places = classes(a, &l, false, atoms->place_count, &places);
	uint64_t **over_days = classes(a, &l, true, atoms->day_count, &days);
	struct table table = table_of(a, places * days, l.words);
	struct cells cells = {ARENA_ARRAY(a, uint64_t *, places * days), 0, l.words};
	uint64_t *cell = bits_new(a, places * days * l.words);

	for (size_t i = 0; i < places; i++) {
		for (size_t j = 0; j < days; j++) {
			for (size_t w = 0; w < l.words; w++)
				cell[w] = over_places[i][w] & over_days[j][w];
			if (!is_new(&table, cell))
				continue;
			cells.over[cells.count++] = cell;
			cell += l.words;
		}
	}
	return cells;
}
