#include "engine/estimate/decomposable.h"

#include <string.h>

/* Who is joined to whom, as bits. */
struct joined {
	size_t lists;
	uint8_t to[DECOMPOSABLE_LISTS];
};

void
decomposable_edge(size_t lists, size_t i, size_t *first, size_t *second)
{
	*first = 0;
	while (i >= lists - 1 - *first) {
		i -= lists - 1 - *first;
		(*first)++;
	}
	*second = *first + 1 + i;
}

static bool
is_clique(const struct joined *g, unsigned set)
{
	for (unsigned rest = set; rest != 0; rest &= rest - 1) {
		unsigned v = (unsigned)__builtin_ctz(rest);
		if ((set & ~g->to[v] & ~(1u << v)) != 0)
			return false;
	}
	return true;
}

/* Takes one value out of a list of count values. */
static bool
strike(uint8_t *values, uint8_t *count, unsigned value)
{
	for (uint8_t i = 0; i < *count; i++) {
		if (values[i] == value) {
			values[i] = values[--*count];
			return true;
		}
	}
	return false;
}

static void
divide(struct decomposable *d, unsigned clique, unsigned separator)
{
	if (!strike(d->separators, &d->separator_count, clique))
		d->cliques[d->clique_count++] = (uint8_t)clique;
	if (separator != 0 && !strike(d->cliques, &d->clique_count, separator))
		d->separators[d->separator_count++] = (uint8_t)separator;
}

/*
 * Takes away vertices whose neighbours are all joined, one after another; a graph
 * is chordal when that takes all of them (Fulkerson and Gross 1965). What a vertex and its
 * neighbours are, over what the neighbours are, is its factor.
 */
static bool
take_apart(const struct joined *g, struct decomposable *d)
{
	unsigned left = (1u << g->lists) - 1;

	d->clique_count = d->separator_count = 0;
	while (left != 0) {
		unsigned v = 0;
		while (v < g->lists && ((left >> v & 1) == 0 || !is_clique(g, g->to[v] & left)))
			v++;
		if (v == g->lists)
			return false;
		unsigned neighbours = g->to[v] & left;
		divide(d, neighbours | 1u << v, neighbours);
		left &= ~(1u << v);
	}
	return true;
}

struct decomposables
decomposable_all(struct arena *a, size_t lists)
{
	size_t ends[DECOMPOSABLE_LISTS * DECOMPOSABLE_LISTS][2], edges = lists * (lists - 1) / 2;
	struct decomposable *all = NULL;
	size_t count = 0, capacity = 0;

	for (size_t i = 0; i < edges; i++)
		decomposable_edge(lists, i, &ends[i][0], &ends[i][1]);
	for (uint32_t set = 0; set < UINT32_C(1) << edges; set++) {
		struct joined g = {.lists = lists};
		struct decomposable d = {.edges = set};
		for (uint32_t rest = set; rest != 0; rest &= rest - 1) {
			size_t *end = ends[__builtin_ctz(rest)];
			g.to[end[0]] |= (uint8_t)(1u << end[1]);
			g.to[end[1]] |= (uint8_t)(1u << end[0]);
		}
		if (!take_apart(&g, &d))
			continue;
		all = arena_grow(a, all, count, &capacity, sizeof(*all));
		all[count++] = d;
	}
	return (struct decomposables){all, count};
}
