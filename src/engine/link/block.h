/*
 * block: which pairs of units are worth comparing.
 * Every unit has keys: whole values, words, their skeletons and beginnings, parts of dates, heads
 * of codes. A key that few units share pairs them; keys that many share pair them two and two; what
 * is still too large is put in an order by its sounds, where neighbours are paired. Nothing is
 * dropped for its size alone.
 */
#ifndef GUVOH_ENGINE_LINK_BLOCK_H
#define GUVOH_ENGINE_LINK_BLOCK_H

#include "engine/link/field.h"

struct block_pair {
	uint32_t x, y; /* units; among candidates x < y */
};

struct block_pairs {
	struct block_pair *at;
	size_t count;
};

/* Two units by a draw of 64 bits; they may be one. */
static inline struct block_pair
block_drawn(const struct fields *f, uint64_t draw)
{
	return (struct block_pair){(uint32_t)((draw & 0xFFFFFFFF) * f->units >> 32),
	    (uint32_t)((draw >> 32) * f->units >> 32)};
}

/* Each pair once, by x and then in an order that only content makes. */
struct block_pairs block_all(struct arena *a, const struct fields *f);

#endif
