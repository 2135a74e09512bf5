/*
 * decomposable: all graphs of lists that fall apart into cliques (chordal graphs).
 * 8 on three lists, 61 on four, 822 on five, 18,154 on six, 617,675 on seven
 * (sequence A058862 of the OEIS).
 */
#ifndef GUVOH_ENGINE_ESTIMATE_DECOMPOSABLE_H
#define GUVOH_ENGINE_ESTIMATE_DECOMPOSABLE_H

#include "base/arena.h"

#define DECOMPOSABLE_LISTS 7

/*
 * A graph as the product of its cliques' margins over that of its separators',
 * each once for every time it divides; sets of lists as bits.
 */
struct decomposable {
	uint32_t edges; /* bit i: edge i of decomposable_edge */
	uint8_t cliques[DECOMPOSABLE_LISTS], separators[DECOMPOSABLE_LISTS]; /* none empty */
	uint8_t clique_count, separator_count;
};

struct decomposables {
	const struct decomposable *at; /* in order of edges: the complete graph last */
	size_t count;
};

/* All on `lists` lists, 2 <= lists <= DECOMPOSABLE_LISTS; on a. */
struct decomposables decomposable_all(struct arena *a, size_t lists);

/* The two ends of edge i. */
void decomposable_edge(size_t lists, size_t i, size_t *first, size_t *second);

#endif
