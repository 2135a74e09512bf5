#include "engine/link/deal.h"

#include <string.h>

#define BITS 8 /* by which numbers are dealt out at a time */
#define HEAPS (1U << BITS)
#define FEW 32        /* numbers that are sorted by putting each in its place */
#define NEAR_BY 16384 /* numbers, and as many of room, that the nearest memory holds */

static void
numbers_insert(uint64_t *at, size_t n, unsigned low)
{
	for (size_t i = 1; i < n; i++) {
		uint64_t number = at[i];
		size_t k = i;
		for (; k > 0 && number >> low < at[k - 1] >> low; k--)
			at[k] = at[k - 1];
		at[k] = number;
	}
}

/* Deals numbers out to room by BITS bits from shift on; end[h] is where heap h ends. */
static void
numbers_deal(const uint64_t *at, uint64_t *room, size_t n, unsigned shift, uint32_t end[HEAPS + 1])
{
	memset(end, 0, (HEAPS + 1) * sizeof(*end));
	for (size_t i = 0; i < n; i++)
		end[(at[i] >> shift & (HEAPS - 1)) + 1]++;
	for (size_t h = 0; h < HEAPS; h++)
		end[h + 1] += end[h];
	for (size_t i = 0; i < n; i++)
		room[end[at[i] >> shift & (HEAPS - 1)]++] = at[i];
}

/* By the last bits first, from low up to high. Gives where they end up: at, or room. */
static uint64_t *
numbers_by_last(uint64_t *at, uint64_t *room, size_t n, unsigned low, unsigned high)
{
	uint32_t end[HEAPS + 1];

	for (unsigned shift = low; shift < high; shift += BITS) {
		uint64_t *dealt = room;
		numbers_deal(at, room, n, shift, end);
		room = at;
		at = dealt;
	}
	return at;
}

/* The bits from low on in which numbers differ: where the highest ends; low when there is none. */
static unsigned
differ_end(const uint64_t *at, size_t n, unsigned low)
{
	uint64_t differ = 0;

	for (size_t i = 1; i < n; i++)
		differ |= at[i] ^ at[0];
	differ = differ >> low << low;
	return differ == 0 ? low : 64 - (unsigned)__builtin_clzll(differ);
}

/* Sorts at, so that the numbers end up in to, which is at or room. */
static void
numbers_sort(uint64_t *at, uint64_t *room, size_t n, unsigned low, uint64_t *to)
{
	uint64_t *dealt = at;
	unsigned high = differ_end(at, n, low);

	if (n > NEAR_BY && high > low + BITS) {
		uint32_t end[HEAPS + 1];
		numbers_deal(at, room, n, high - BITS, end);
		for (size_t h = 0, first = 0; h < HEAPS; first = end[h++])
			numbers_sort(room + first, at + first, end[h] - first, low,
			    to == at ? at + first : room + first);
		return;
	}
	if (n <= FEW)
		numbers_insert(at, n, low);
	else
		dealt = numbers_by_last(at, room, n, low, high);
	if (dealt != to && n > 0)
		memcpy(to, dealt, n * sizeof(*to));
}

void
deal_numbers(uint64_t *at, uint64_t *room, size_t n, unsigned low)
{
	numbers_sort(at, room, n, low, at);
}
