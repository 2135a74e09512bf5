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

/* How many bits are set: in pairs, in fours, in bytes. */
static size_t
ones(uint64_t word)
{
	word -= word >> 1 & UINT64_C(0x5555555555555555);
	word = (word & UINT64_C(0x3333333333333333)) + (word >> 2 & UINT64_C(0x3333333333333333));
	word = (word + (word >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
	return (size_t)(word * UINT64_C(0x0101010101010101) >> 56);
}

size_t
find_set_meet(const uint64_t *set, size_t words, struct str packed)
{
	size_t count = 0;

	if (is_bits(packed, words)) {
		for (size_t i = 0; i < words; i++)
			count += ones(set[i] & word_at(packed, i));
		return count;
	}
	for (size_t i = 0; i < packed.n / sizeof(uint16_t); i++)
		count += find_set_has(set, number_at(packed, i, words));
	return count;
}

size_t
find_set_or_meet(uint64_t *to, const uint64_t *set, size_t words, struct str packed)
{
	size_t count = 0;

	if (is_bits(packed, words)) {
		for (size_t i = 0; i < words; i++) {
			uint64_t word = set[i] & word_at(packed, i);
			count += ones(word);
			to[i] |= word;
		}
		return count;
	}
	for (size_t i = 0; i < packed.n / sizeof(uint16_t); i++) {
		size_t number = number_at(packed, i, words);
		if (!find_set_has(set, number))
			continue;
		find_set_add(to, number);
		count++;
	}
	return count;
}

size_t
find_set_count(const uint64_t *set, size_t words)
{
	size_t count = 0;

	for (size_t i = 0; i < words; i++)
		count += ones(set[i]);
	return count;
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
