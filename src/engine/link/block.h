/*
 * block: which pairs of units are worth comparing.
 * Every unit has keys (key.h). A key that few units share pairs them; keys that many share pair
 * them two and two; what is still too large is put in an order by its sounds, where neighbours are
 * paired. No key is dropped for its size alone. Besides, few units that have one sketch are paired.
 */
#ifndef GUVOH_ENGINE_LINK_BLOCK_H
#define GUVOH_ENGINE_LINK_BLOCK_H

#include "engine/link/field.h"

struct block_pair {
	uint32_t x, y; /* units; among candidates x < y */
};

/* Two units by a draw of 64 bits; they may be one. */
static inline struct block_pair
block_drawn(const struct fields *f, uint64_t draw)
{
	return (struct block_pair){(uint32_t)((draw & 0xFFFFFFFF) * f->units >> 32),
	    (uint32_t)((draw >> 32) * f->units >> 32)};
}

#define BLOCK_OPEN ((uint32_t)1 << 21) /* units whose others are at hand at the same time */

struct blocks; /* which units share keys */

/* Lies on a; the first units are open. */
struct blocks *block_all(struct arena *a, const struct fields *f);

/* Opens the BLOCK_OPEN units that x is one of, in the place of those before. */
void block_open(struct blocks *b, uint32_t x);

/* Where one thread puts the units that are paired with one. */
struct block_room {
	struct arena *a;
	uint32_t *at;
	size_t count, capacity;
	uint32_t *seen; /* slots of those that are there, a power of two of them */
	size_t n_seen;
};

/* The units behind x, which is open, that it is to be compared with, each once, in an order that
 * only content makes; for any thread. */
void block_others(const struct blocks *b, uint32_t x, struct block_room *room);

/* Says that the others of x will soon be asked for. */
void block_fetch(const struct blocks *b, uint32_t x);

/* How many others there are of some units, which are open, at most: some are counted several times.
 */
size_t block_reach(const struct blocks *b, uint32_t unit, size_t units);

/* The same of all units. */
size_t block_reach_all(const struct blocks *b);

#endif
