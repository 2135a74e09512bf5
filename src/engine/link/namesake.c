#include "engine/link/namesake.h"

#include <math.h>
#include <string.h>

#include "engine/link/hash.h"
#include "engine/link/weigh.h"

#define BELIEVED 1.0 /* expected people that what the parts say weighs as much as */
#define NAMED (UINT64_C(1) << 63)

struct borne {
	uint64_t key; /* both values and NAMED; 0: free */
	double people;
};

struct namesakes {
	size_t given, family; /* fields */
	struct borne *at;
	size_t slots;  /* a power of two */
	double people; /* who say both */
};

static struct borne *
borne_slot(const struct namesakes *n, uint32_t given, uint32_t family)
{
	uint64_t key = NAMED | (uint64_t)given << 28 | family;
	size_t at = hash_mix(key) & (n->slots - 1);

	while (n->at[at].key != 0 && n->at[at].key != key)
		at = (at + 1) & (n->slots - 1);
	return &n->at[at];
}

/* The first field of a kind, or how many there are. */
static size_t
field_of(const struct fields *f, enum link_kind kind)
{
	size_t i = 0;

	while (i < f->count && f->at[i].kind != kind)
		i++;
	return i;
}

static bool
says_both(const struct namesakes *n, const struct fields *f, size_t u)
{
	return f->at[n->given].of_unit[u] != 0 && f->at[n->family].of_unit[u] != 0;
}

struct namesakes *
namesake_new(struct arena *a, const struct fields *f)
{
	struct namesakes *n = ARENA_NEW(a, struct namesakes);

	n->given = field_of(f, LINK_GIVEN);
	n->family = field_of(f, LINK_FAMILY);
	if (n->given == f->count || n->family == f->count)
		return NULL;
	for (n->slots = 16; n->slots < f->units * 2;)
		n->slots *= 2;
	n->at = ARENA_ARRAY(a, struct borne, n->slots);
	return n;
}

void
namesake_count(
    struct namesakes *n, const struct fields *f, const uint32_t *cluster, size_t n_clusters)
{
	if (n == NULL)
		return;
	struct arena *a = arena_new();
	uint32_t *said = ARENA_ARRAY(a, uint32_t, n_clusters);

	n->people = 0;
	memset(n->at, 0, n->slots * sizeof(*n->at));
	for (size_t u = 0; u < f->units; u++)
		said[cluster[u]] += says_both(n, f, u);
	for (size_t u = 0; u < f->units; u++) {
		if (!says_both(n, f, u))
			continue;
		uint32_t given = f->at[n->given].of_unit[u], family = f->at[n->family].of_unit[u];
		struct borne *b = borne_slot(n, given, family);
		b->key = NAMED | (uint64_t)given << 28 | family;
		b->people += 1 / (double)said[cluster[u]];
	}
	for (size_t c = 0; c < n_clusters; c++)
		n->people += said[c] > 0;
	arena_free(a);
}

bool
namesake_both(const struct namesakes *n, uint64_t pattern)
{
	return n != NULL && level_of(pattern, n->given) == LEVEL_SAME &&
	    level_of(pattern, n->family) == LEVEL_SAME;
}

/* One of the people of that name is whom the pair is about: the others are compared. */
double
namesake_gain(const struct weights *w, const struct fields *f, uint64_t pattern, uint32_t x)
{
	const struct namesakes *n = w->namesakes;

	if (!namesake_both(n, pattern))
		return 0;
	uint32_t given = f->at[n->given].of_unit[x], family = f->at[n->family].of_unit[x];
	uint32_t both = UINT32_C(1) << n->given | UINT32_C(1) << n->family;
	double share =
	    w->together[both] - w->of_value[n->given][given] - w->of_value[n->family][family];
	double expected = n->people * exp(share);
	double others = fmax(0, borne_slot(n, given, family)->people - 1);

	return log((BELIEVED + others) / (BELIEVED + expected));
}
