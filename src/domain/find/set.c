#include "domain/find/set.h"

#include <assert.h>
#include <string.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "packed sets have their least byte first"
#endif

static bool
is_bits(struct str packed, size_t words)
{
	return packed.n == words * sizeof(uint64_t);
}

static uint64_t
word_at(struct str packed, size_t i)
{
	uint64_t word;

	memcpy(&word, packed.p + i * sizeof(word), sizeof(word));
	return word;
}

/* The i-th number of a list, which a damaged index cannot make too large. */
static size_t
number_at(struct str packed, size_t i, size_t words)
{
	uint16_t number;

	memcpy(&number, packed.p + i * sizeof(number), sizeof(number));
	return number & (words * 64 - 1);
}

void
find_set_or(uint64_t *set, size_t words, struct str packed)
{
	if (is_bits(packed, words)) {
		for (size_t i = 0; i < words; i++)
			set[i] |= word_at(packed, i);
		return;
	}
	for (size_t i = 0; i < packed.n / sizeof(uint16_t); i++)
		find_set_add(set, number_at(packed, i, words));
}

/* --- Counting: two words at a time, which every machine of today can do ----------------------- */

typedef uint64_t pair __attribute__((vector_size(16)));

#define PAIR_WORDS (sizeof(pair) / sizeof(uint64_t))
#define GROUP 4 /* pairs that are added up before any is counted */
#define FULL 31 /* groups whose ones by byte, 8 at most each, a byte can hold */
#define OVER (PAIR_WORDS * GROUP)

static pair
pair_at(const void *from, size_t i)
{
	pair two;

	memcpy(&two, (const char *)from + i * sizeof(uint64_t), sizeof(two));
	return two;
}

/* How many bits are set in each byte: in pairs, in fours, in bytes. */
static pair
ones_by_byte(pair two)
{
	two -= two >> 1 & UINT64_C(0x5555555555555555);
	two = (two & UINT64_C(0x3333333333333333)) + (two >> 2 & UINT64_C(0x3333333333333333));
	return (two + (two >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
}

static size_t
sum_of_bytes(pair two)
{
	size_t sum = 0;

	for (size_t i = 0; i < PAIR_WORDS; i++) {
		uint64_t word = two[i], mask = UINT64_C(0x00ff00ff00ff00ff);
		word = (word & mask) + (word >> 8 & mask);
		sum += (size_t)(word * UINT64_C(0x0001000100010001) >> 48);
	}
	return sum;
}

/* Adds two bits to a third one, in each place: low is the sum, what is returned is carried. */
static pair
carried(pair *low, pair a, pair b)
{
	pair either = *low ^ a, carry = (*low & a) | (either & b);

	*low = either ^ b;
	return carry;
}

/* The words of both sets, or of one where there is no other, which are also taken into to. */
static inline pair
met_at(const uint64_t *set, const char *packed, uint64_t *to, size_t i)
{
	pair met = pair_at(set, i);

	if (packed != NULL)
		met &= pair_at(packed, i);
	if (to != NULL) {
		pair taken = pair_at(to, i) | met;
		memcpy(to + i, &taken, sizeof(taken));
	}
	return met;
}

/*
 * Counts what is met. Bits are added up in place before they are counted, after Harley and Seal
 * (Warren, Hacker's Delight, 5-1).
 */
static inline size_t
count_met(const uint64_t *set, const char *packed, uint64_t *to, size_t words)
{
	pair once = {0}, twice = {0}, bytes = {0};
	size_t count = 0, i = 0;

	for (size_t groups = 0; i + OVER <= words; i += OVER) {
		pair low = carried(
		    &once, met_at(set, packed, to, i), met_at(set, packed, to, i + PAIR_WORDS));
		pair high = carried(&once, met_at(set, packed, to, i + 2 * PAIR_WORDS),
		    met_at(set, packed, to, i + 3 * PAIR_WORDS));
		bytes += ones_by_byte(carried(&twice, low, high));
		if (++groups % FULL == 0) {
			count += GROUP * sum_of_bytes(bytes);
			bytes = (pair){0};
		}
	}
	count += GROUP * sum_of_bytes(bytes) + 2 * sum_of_bytes(ones_by_byte(twice)) +
	    sum_of_bytes(ones_by_byte(once));
	for (; i < words; i += PAIR_WORDS)
		count += sum_of_bytes(ones_by_byte(met_at(set, packed, to, i)));
	return count;
}

size_t
find_set_meet(const uint64_t *set, size_t words, struct str packed)
{
	size_t count = 0;

	if (is_bits(packed, words))
		return count_met(set, packed.p, NULL, words);
	for (size_t i = 0; i < packed.n / sizeof(uint16_t); i++)
		count += find_set_has(set, number_at(packed, i, words));
	return count;
}

bool
find_set_meets(const uint64_t *set, size_t words, struct str packed)
{
	if (is_bits(packed, words)) {
		for (size_t i = 0; i < words; i++)
			if ((set[i] & word_at(packed, i)) != 0)
				return true;
		return false;
	}
	for (size_t i = 0; i < packed.n / sizeof(uint16_t); i++)
		if (find_set_has(set, number_at(packed, i, words)))
			return true;
	return false;
}

size_t
find_set_or_meet(uint64_t *to, const uint64_t *set, size_t words, struct str packed)
{
	size_t count = 0;

	if (is_bits(packed, words))
		return count_met(set, packed.p, to, words);
	/* Without a branch: whether a number is met is as good as chance. */
	for (size_t i = 0; i < packed.n / sizeof(uint16_t); i++) {
		size_t number = number_at(packed, i, words);
		uint64_t bit = set[number / 64] & UINT64_C(1) << (number % 64);
		to[number / 64] |= bit;
		count += bit != 0;
	}
	return count;
}

size_t
find_set_count(const uint64_t *set, size_t words)
{
	return count_met(set, NULL, NULL, words);
}

struct str
find_set_pack(struct arena *a, const uint64_t *set, size_t words)
{
	size_t count = find_set_count(set, words);

	if (count * sizeof(uint16_t) >= words * sizeof(uint64_t)) {
		char *bits = arena_alloc(a, words * sizeof(uint64_t));
		memcpy(bits, set, words * sizeof(uint64_t));
		return (struct str){bits, words * sizeof(uint64_t)};
	}
	uint16_t *numbers = ARENA_ARRAY(a, uint16_t, count);
	size_t at = 0;
	for (size_t i = 0; i < words; i++)
		for (uint64_t word = set[i]; word != 0; word &= word - 1)
			numbers[at++] = (uint16_t)(i * 64 + (size_t)__builtin_ctzll(word));
	return (struct str){(const char *)numbers, count * sizeof(*numbers)};
}

struct str
find_set_pack_list(struct arena *a, const uint16_t *numbers, size_t count, size_t words)
{
	uint64_t set[FIND_SET_WORDS(FIND_SET_MOST)];

	assert(words <= LENGTH(set));
	if (count * sizeof(uint16_t) < words * sizeof(uint64_t))
		return (struct str){(const char *)numbers, count * sizeof(*numbers)};
	memset(set, 0, words * sizeof(*set));
	for (size_t i = 0; i < count; i++)
		find_set_add(set, numbers[i]);
	return find_set_pack(a, set, words);
}

int32_t
find_set_below(const uint64_t *set, int32_t from)
{
	if (from <= 0)
		return -1;
	size_t i = (size_t)(from - 1) / 64;
	uint64_t word = set[i] & (~UINT64_C(0) >> (63 - (size_t)(from - 1) % 64));
	while (word == 0 && i > 0)
		word = set[--i];
	return word == 0 ? -1 : (int32_t)(i * 64) + 63 - __builtin_clzll(word);
}
