/*
 * asked: what pairs of units say that clusters asked for, from round to round.
 * Blocking missed these pairs, so that no candidate knows of them. Only so many are remembered;
 * what is forgotten is compared again.
 */
#ifndef GUVOH_ENGINE_LINK_ASKED_H
#define GUVOH_ENGINE_LINK_ASKED_H

#include "engine/link/candidate.h"

#define ASKED_NONE UINT32_MAX

/* A pair that was compared, and what its rows say as they stand (level_plain). */
struct asked_pair {
	struct block_pair pair; /* the smaller number first */
	uint64_t plain;
};

struct asked;

/* An empty one, on a; the numbers of patterns are those of the set. */
struct asked *asked_new(struct arena *a, const struct fields *f, struct pattern_set *patterns);

/* The number of the plain pattern of a pair, the smaller unit first, or ASKED_NONE; for any thread
 * while nothing is taken. */
uint32_t asked_find(const struct asked *m, uint32_t x, uint32_t y);

/* Remembers n pairs of which none is known yet; one that comes twice is kept twice. */
void asked_take(struct asked *m, const struct asked_pair *pairs, size_t n);

#endif
