/*
 * set: numbers below a size, as bits to reckon with and packed as they are kept.
 * Sizes are 128, 1024, 8192 and 65536. Packed, a set is a list of its numbers in order,
 * 16 bits each, while that is shorter than a bit for each number, else the bits. The length tells
 * which, and two packed sets are the same bytes when they are the same numbers.
 */
#ifndef GUVOH_DOMAIN_FIND_SET_H
#define GUVOH_DOMAIN_FIND_SET_H

#include "base/arena.h"
#include "base/str.h"

#define FIND_SET_LEAST 128
#define FIND_SET_MOST 65536
#define FIND_SET_STEP 8                            /* from one size to the next */
#define FIND_SET_WORDS(size) ((size_t)(size) / 64) /* of 64 bits */

/* Takes the numbers of packed into set, of so many words. */
void find_set_or(uint64_t *set, size_t words, struct str packed);

/* How many numbers of packed are in set. */
size_t find_set_meet(const uint64_t *set, size_t words, struct str packed);

/* Is any number of packed in set? */
bool find_set_meets(const uint64_t *set, size_t words, struct str packed);

/* Takes those that are in set into to, and says how many they are. */
size_t find_set_or_meet(uint64_t *to, const uint64_t *set, size_t words, struct str packed);

size_t find_set_count(const uint64_t *set, size_t words);

/* The set packed, on a; or a list of count numbers in order, each once. */
struct str find_set_pack(struct arena *a, const uint64_t *set, size_t words);
struct str find_set_pack_list(struct arena *a, const uint16_t *numbers, size_t count, size_t words);

/* The largest number in set below from, or -1. */
int32_t find_set_below(const uint64_t *set, int32_t from);

static inline bool
find_set_has(const uint64_t *set, size_t number)
{
	return (set[number / 64] >> (number % 64) & 1) != 0;
}

static inline void
find_set_drop(uint64_t *set, size_t number)
{
	set[number / 64] &= ~(UINT64_C(1) << (number % 64));
}

static inline void
find_set_add(uint64_t *set, size_t number)
{
	set[number / 64] |= UINT64_C(1) << (number % 64);
}

#endif
