/*
 * bits: sets of small indices as words. All sets of one kind have the same length.
 */
#ifndef GUVOH_ENGINE_CLAIM_BITS_H
#define GUVOH_ENGINE_CLAIM_BITS_H

#include "base/arena.h"

#define BITS_WORDS(n) (((size_t)(n) + 63) / 64)

/* What bits_next gives when there is no further member. */
#define BITS_END(words) ((words)*64)

static inline uint64_t *
bits_new(struct arena *a, size_t words)
{
	return arena_calloc(a, words, sizeof(uint64_t));
}

static inline void
bits_add(uint64_t *set, size_t i)
{
	set[i / 64] |= UINT64_C(1) << i % 64;
}

static inline void
bits_drop(uint64_t *set, size_t i)
{
	set[i / 64] &= ~(UINT64_C(1) << i % 64);
}

static inline bool
bits_has(const uint64_t *set, size_t i)
{
	return set[i / 64] >> i % 64 & 1;
}

static inline void
bits_copy(uint64_t *to, const uint64_t *from, size_t words)
{
	for (size_t w = 0; w < words; w++)
		to[w] = from[w];
}

static inline void
bits_join(uint64_t *to, const uint64_t *from, size_t words)
{
	for (size_t w = 0; w < words; w++)
		to[w] |= from[w];
}

static inline void
bits_less(uint64_t *to, const uint64_t *from, size_t words)
{
	for (size_t w = 0; w < words; w++)
		to[w] &= ~from[w];
}

/* Is every member of inner in outer? */
static inline bool
bits_inside(const uint64_t *inner, const uint64_t *outer, size_t words)
{
	for (size_t w = 0; w < words; w++)
		if ((inner[w] & ~outer[w]) != 0)
			return false;
	return true;
}

/* The same for the members that lie in which. */
static inline bool
bits_inside_of(const uint64_t *inner, const uint64_t *outer, const uint64_t *which, size_t words)
{
	for (size_t w = 0; w < words; w++)
		if ((inner[w] & which[w] & ~outer[w]) != 0)
			return false;
	return true;
}

static inline bool
bits_meet(const uint64_t *a, const uint64_t *b, size_t words)
{
	for (size_t w = 0; w < words; w++)
		if ((a[w] & b[w]) != 0)
			return true;
	return false;
}

static inline bool
bits_equal(const uint64_t *a, const uint64_t *b, size_t words)
{
	for (size_t w = 0; w < words; w++)
		if (a[w] != b[w])
			return false;
	return true;
}

static inline bool
bits_none(const uint64_t *set, size_t words)
{
	for (size_t w = 0; w < words; w++)
		if (set[w] != 0)
			return false;
	return true;
}

static inline size_t
bits_count(const uint64_t *set, size_t words)
{
	size_t n = 0;
	for (size_t w = 0; w < words; w++)
		n += (size_t)__builtin_popcountll(set[w]);
	return n;
}

/* The first member from `from` upwards, or BITS_END. */
static inline size_t
bits_next(const uint64_t *set, size_t words, size_t from)
{
	size_t w = from / 64;
	if (w >= words)
		return BITS_END(words);
	uint64_t word = set[w] & ~UINT64_C(0) << from % 64;
	while (word == 0) {
		if (++w == words)
			return BITS_END(words);
		word = set[w];
	}
	return w * 64 + (size_t)__builtin_ctzll(word);
}

#endif
