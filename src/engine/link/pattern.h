/*
 * pattern: which patterns of levels occur among pairs, each once, with how many pairs have it.
 * A pair is then the number of its pattern, and what hangs on the pattern alone is worked out once.
 */
#ifndef GUVOH_ENGINE_LINK_PATTERN_H
#define GUVOH_ENGINE_LINK_PATTERN_H

#include "engine/link/level.h"

struct pattern {
	uint64_t levels; /* four bits a field */
	double pairs;
	uint32_t near; /* fields, as bits, whose values are near each other and not the same */
	uint32_t far;  /* fields of words, as bits, which an alias would bring closer */
};

struct pattern_set {
	struct pattern *at; /* in the order of first sight */
	size_t count, capacity;
	uint32_t *slots; /* a power of two of numbers and 1; 0: free */
	size_t n_slots;
	uint32_t words; /* fields of words, as bits */
	struct arena *a;
};

/* An empty set, which grows on a. */
struct pattern_set *pattern_new(struct arena *a, const struct fields *f);

/* The number of a pattern, which is added when it is new. */
uint32_t pattern_number(struct pattern_set *s, uint64_t levels);

#endif
