#include "engine/link/asked.h"

#include <string.h>

#define PAIRS_MOST ((size_t)1 << 20)
#define FEW 16 /* a sixteenth more is not worth putting all in order anew */

struct known {
	struct block_pair pair;
	uint32_t pattern;
};

struct asked {
	const struct fields *f;
	struct pattern_set *patterns;
	struct arena *a; /* of what follows */
	uint32_t *first; /* pair of each first unit, and where the last ends; NULL: there is none */
	uint32_t *others, *numbers;
};

static void
asked_free(void *arg)
{
	struct asked *m = arg;

	arena_free(m->a);
}

struct asked *
asked_new(struct arena *a, const struct fields *f, struct pattern_set *patterns)
{
	struct asked *m = ARENA_NEW(a, struct asked);

	*m = (struct asked){f, patterns, NULL, NULL, NULL, NULL};
	arena_defer(a, asked_free, m);
	return m;
}

uint32_t
asked_find(const struct asked *m, uint32_t x, uint32_t y)
{
	if (m->first == NULL)
		return ASKED_NONE;
	uint32_t low = m->first[x], end = m->first[x + 1], high = end;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (m->others[middle] < y)
			low = middle + 1;
		else
			high = middle;
	}
	return low < end && m->others[low] == y ? m->numbers[low] : ASKED_NONE;
}

static size_t
count_of(const struct asked *m)
{
	return m->first == NULL ? 0 : m->first[m->f->units];
}

/* What is known and what is new, as far as there is room. */
static struct known *
both(
    struct arena *a, const struct asked *m, const struct asked_pair *pairs, size_t n, size_t *count)
{
	size_t old = count_of(m), room = PAIRS_MOST - old, at = 0;
	struct known *out = ARENA_ARRAY(a, struct known, old + (n < room ? n : room));

	for (uint32_t u = 0; u < m->f->units && old > 0; u++)
		for (; at < m->first[u + 1]; at++)
			out[at] = (struct known){{u, m->others[at]}, m->numbers[at]};
	for (size_t i = 0; i < n && at < PAIRS_MOST; i++)
		out[at++] =
		    (struct known){pairs[i].pair, pattern_number(m->patterns, pairs[i].plain)};
	*count = at;
	return out;
}

/* Where the pairs of each unit begin, by their second or first one, and where the last ends. */
static uint32_t *
places(struct arena *a, const struct known *k, size_t n, bool second, size_t units)
{
	uint32_t *at = ARENA_ARRAY(a, uint32_t, units + 1);

	for (size_t i = 0; i < n; i++)
		at[(second ? k[i].pair.y : k[i].pair.x) + 1]++;
	for (size_t u = 0; u < units; u++)
		at[u + 1] += at[u];
	return at;
}

void
asked_take(struct asked *m, const struct asked_pair *pairs, size_t n)
{
	if (n == 0 || n * FEW < count_of(m) || count_of(m) == PAIRS_MOST)
		return;
	struct arena *own = arena_new(), *a = arena_new();
	size_t units = m->f->units, count;
	const struct known *k = both(own, m, pairs, n, &count);
	struct known *by_other = ARENA_ARRAY(own, struct known, count);
	uint32_t *at = places(own, k, count, true, units);

	for (size_t i = 0; i < count; i++)
		by_other[at[k[i].pair.y]++] = k[i];
	at = places(own, k, count, false, units);
	arena_free(m->a);
	m->a = a;
	m->first = ARENA_ARRAY(a, uint32_t, units + 1);
	memcpy(m->first, at, (units + 1) * sizeof(*at));
	m->others = ARENA_ARRAY(a, uint32_t, count);
	m->numbers = ARENA_ARRAY(a, uint32_t, count);
	for (size_t i = 0; i < count; i++) {
		uint32_t place = at[by_other[i].pair.x]++;
		m->others[place] = by_other[i].pair.y;
		m->numbers[place] = by_other[i].pattern;
	}
	arena_free(own);
}
