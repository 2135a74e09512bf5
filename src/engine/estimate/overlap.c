#include "engine/estimate/overlap.h"

#include <stdlib.h>

static int
by_pattern(const void *a, const void *b)
{
	uint32_t x = ((const struct overlap_cell *)a)->on, y = ((const struct overlap_cell *)b)->on;
	return (x > y) - (x < y);
}

/* Sorts, adds up equal patterns and leaves out the empty ones. Returns how many are left. */
static size_t
gather(struct overlap_cell *cells, size_t count)
{
	size_t kept = 0;

	qsort(cells, count, sizeof(*cells), by_pattern);
	for (size_t i = 0; i < count; i++) {
		if (cells[i].on == 0 || cells[i].people == 0)
			continue;
		if (kept > 0 && cells[kept - 1].on == cells[i].on)
			cells[kept - 1].people += cells[i].people;
		else
			cells[kept++] = cells[i];
	}
	return kept;
}

static bool
is_same(const struct overlap_cell *cells, size_t count, size_t i, size_t j)
{
	for (size_t c = 0; c < count; c++)
		if ((cells[c].on >> i & 1) != (cells[c].on >> j & 1))
			return false;
	return true;
}

/* The first list with exactly the people of list i, or i itself. */
static size_t
same_before(const struct overlap_cell *cells, size_t count, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (is_same(cells, count, i, j))
			return j;
	return i;
}

/* Each pattern over the lists that are kept, renumbered. */
static uint32_t
squeeze(uint32_t on, uint32_t kept, size_t lists)
{
	uint32_t out = 0;
	int at = 0;

	for (size_t j = 0; j < lists; j++)
		if ((kept >> j & 1) != 0)
			out |= (on >> j & 1) << at++;
	return out;
}

static uint32_t
choose(struct arena *a, struct overlap *t, const struct overlap_cell *cells, size_t count)
{
	struct overlap_dropped *dropped = ARENA_ARRAY(a, struct overlap_dropped, t->lists);
	uint32_t kept = 0, used = 0;

	for (size_t c = 0; c < count; c++)
		used |= cells[c].on;
	for (size_t i = 0; i < t->lists; i++) {
		size_t twin = same_before(cells, count, i);
		struct overlap_dropped *d = &dropped[t->dropped_count];
		if ((used >> i & 1) == 0)
			*d = (struct overlap_dropped){t->names[i], STR("")};
		else if (twin != i)
			*d = (struct overlap_dropped){t->names[i], t->names[twin]};
		else
			kept |= UINT32_C(1) << i;
		t->dropped_count += (kept >> i & 1) == 0;
	}
	t->dropped = dropped;
	return kept;
}

struct overlap
overlap_of(struct arena *a, const struct str *names, size_t lists, const struct overlap_cell *cells,
    size_t count)
{
	struct overlap_cell *own = ARENA_ARRAY(a, struct overlap_cell, count);
	struct str *kept_names = ARENA_ARRAY(a, struct str, lists);
	struct overlap t = {.names = names, .lists = lists};
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		own[i] = cells[i];
	count = gather(own, count);
	uint32_t kept = choose(a, &t, own, count);
	for (size_t j = 0; j < lists; j++)
		if ((kept >> j & 1) != 0)
			kept_names[n++] = names[j];
	for (size_t i = 0; i < count; i++) {
		own[i].on = squeeze(own[i].on, kept, lists);
		t.people += own[i].people;
	}
	t.cell_count = gather(own, count);
	t.cells = own;
	t.names = kept_names;
	t.lists = n;
	return t;
}

int64_t
overlap_on_all(const struct overlap *t, uint32_t lists)
{
	int64_t n = 0;

	for (size_t i = 0; i < t->cell_count; i++)
		n += (t->cells[i].on & lists) == lists ? t->cells[i].people : 0;
	return n;
}

int64_t
overlap_on_exactly(const struct overlap *t, size_t k)
{
	int64_t n = 0;

	for (size_t i = 0; i < t->cell_count; i++)
		n += (size_t)__builtin_popcount(t->cells[i].on) == k ? t->cells[i].people : 0;
	return n;
}

int64_t
overlap_with(const struct overlap *t, uint32_t pattern)
{
	for (size_t i = 0; i < t->cell_count; i++)
		if (t->cells[i].on == pattern)
			return t->cells[i].people;
	return 0;
}

struct overlap
overlap_without(struct arena *a, const struct overlap *t, size_t list)
{
	struct overlap_cell *cells = ARENA_ARRAY(a, struct overlap_cell, t->cell_count);
	struct str *names = ARENA_ARRAY(a, struct str, t->lists);
	uint32_t others = ~(UINT32_C(1) << list);
	size_t n = 0;

	for (size_t j = 0; j < t->lists; j++)
		if (j != list)
			names[n++] = t->names[j];
	for (size_t i = 0; i < t->cell_count; i++) {
		cells[i].on = squeeze(t->cells[i].on, others, t->lists);
		cells[i].people = t->cells[i].people;
	}
	return overlap_of(a, names, n, cells, t->cell_count);
}

/* Where name goes among count sorted ones; the later ones move up. */
static size_t
insert(struct str *names, size_t count, struct str name)
{
	size_t at = count;

	for (; at > 0 && str_cmp(names[at - 1], name) > 0; at--)
		names[at] = names[at - 1];
	names[at] = name;
	return at;
}

struct overlap
overlap_merged(struct arena *a, const struct overlap *t, size_t i, size_t j)
{
	struct overlap_cell *cells = ARENA_ARRAY(a, struct overlap_cell, t->cell_count);
	struct str *names = ARENA_ARRAY(a, struct str, t->lists);
	uint32_t both = UINT32_C(1) << i | UINT32_C(1) << j;
	size_t n = 0;

	for (size_t l = 0; l < t->lists; l++)
		if ((both >> l & 1) == 0)
			names[n++] = t->names[l];
	size_t at =
	    insert(names, n, arena_fmt(a, "%.*s+%.*s", STR_ARG(t->names[i]), STR_ARG(t->names[j])));
	for (size_t c = 0; c < t->cell_count; c++) {
		uint32_t others = squeeze(t->cells[c].on, ~both, t->lists), below = (1u << at) - 1;
		cells[c].on = (others & below) | (others & ~below) << 1;
		cells[c].on |= (t->cells[c].on & both) != 0 ? UINT32_C(1) << at : 0;
		cells[c].people = t->cells[c].people;
	}
	return overlap_of(a, names, n + 1, cells, t->cell_count);
}

static double
nearness(const struct overlap *t, size_t i, size_t j, bool alike)
{
	uint32_t first = UINT32_C(1) << i, second = UINT32_C(1) << j;
	double both = (double)overlap_on_all(t, first | second);
	double sum = (double)(overlap_on_all(t, first) + overlap_on_all(t, second));

	return alike ? both / (sum - both) : -sum;
}

struct overlap
overlap_fewer(struct arena *a, const struct overlap *t, size_t lists, bool alike)
{
	struct overlap fewer = *t;

	while (fewer.lists > lists) {
		size_t first = 0, second = 1;
		for (size_t i = 0; i < fewer.lists; i++) {
			for (size_t j = i + 1; j < fewer.lists; j++) {
				if (nearness(&fewer, i, j, alike) <=
				    nearness(&fewer, first, second, alike))
					continue;
				first = i;
				second = j;
			}
		}
		fewer = overlap_merged(a, &fewer, first, second);
	}
	return fewer;
}
