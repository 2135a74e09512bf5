#include "engine/link/together.h"

#include <math.h>
#include <string.h>

#include "engine/link/hash.h"
#include "engine/link/weigh.h"

#define DRAWS 30000 /* pairs that share a value of a field */
#define RANDOM_PIECES 4
#define RANDOM_DRAWS ((size_t)DRAWS * RANDOM_PIECES)
#define DRAWS_APART 77      /* other random pairs than those that u is estimated from */
#define BELIEVED 10.0       /* pairs that independence weighs as much as */
#define SURELY_APART (-6.0) /* log-odds of pairs that are taken to be different people */

struct counts {
	double both[LINK_FIELDS][LINK_FIELDS]; /* pairs where both fields are said and agree */
	double said[LINK_FIELDS][LINK_FIELDS]; /* pairs where both are said and the first agrees */
	double agree[LINK_FIELDS], all[LINK_FIELDS];
	double draws[LINK_FIELDS][LINK_FIELDS],
	    worth[LINK_FIELDS]; /* how many pairs a draw stands for */
};

/* Pairs that are drawn once: their plain patterns. */
struct together {
	uint64_t *random;
	uint64_t *sharing[LINK_FIELDS];
	struct grouping *by_value;
};

struct grouping {
	uint32_t *units; /* by value or by cluster, one after the other */
	size_t *first;
};

static struct grouping
grouped(struct arena *a, const uint32_t *of_unit, size_t units, size_t groups)
{
	struct grouping g = {ARENA_ARRAY(a, uint32_t, units), ARENA_ARRAY(a, size_t, groups + 2)};

	for (size_t u = 0; u < units; u++)
		g.first[of_unit[u] + 2]++;
	for (size_t c = 0; c < groups; c++)
		g.first[c + 2] += g.first[c + 1];
	for (size_t u = 0; u < units; u++)
		g.units[g.first[of_unit[u] + 1]++] = (uint32_t)u;
	return g;
}

static bool
agrees(enum field_way way, unsigned level)
{
	unsigned last = way == FIELD_WAY_WORDS ? LEVEL_ALIAS
	    : way == FIELD_WAY_CLASS           ? LEVEL_SAME
					       : LEVEL_SAME + 1;

	return level != LEVEL_MISSING && level <= last;
}

uint32_t
together_agree(const struct fields *f, uint64_t pattern)
{
	uint32_t set = 0;

	for (size_t i = 0; i < f->count; i++)
		if (!f->at[i].quiet)
			set |= (uint32_t)agrees(f->at[i].way, level_of(pattern, i)) << i;
	return set;
}

static void
pair_count(struct counts *c, const struct fields *f, uint64_t pattern, double weight)
{
	uint32_t set = together_agree(f, pattern);

	for (size_t i = 0; i < f->count; i++) {
		if (level_of(pattern, i) == LEVEL_MISSING)
			continue;
		c->all[i] += weight;
		c->agree[i] += (set >> i & 1) != 0 ? weight : 0;
		for (size_t k = 0; k < f->count && (set >> i & 1) != 0; k++) {
			if (level_of(pattern, k) == LEVEL_MISSING)
				continue;
			c->said[i][k] += weight;
			c->both[i][k] += (set >> k & 1) != 0 ? weight : 0;
		}
	}
}

/* What each field says of the pair. */
static double
evidence(const struct weights *w, const struct fields *f, uint64_t pattern,
    const struct block_pair *pair, double by_field[LINK_FIELDS])
{
	double sum = w->prior;

	for (size_t i = 0; i < f->count; i++)
		sum += by_field[i] = weigh_field(w, f, i, pattern, pair);
	return sum;
}

/* The n-th pair of units that share a value of field i, and how many share it. */
struct sharing {
	uint32_t x, y;
	size_t many; /* 0: it is no pair */
};

static struct sharing
sharing_pair(const struct fields *f, const struct grouping *g, size_t i, size_t n)
{
	uint64_t draw = hash_pair(n, i);
	uint32_t x = (uint32_t)((draw & 0xFFFFFFFF) * f->units >> 32), v = f->at[i].of_unit[x];
	size_t many = g->first[v + 1] - g->first[v];
	uint32_t y = g->units[g->first[v] + (size_t)((draw >> 32) * many >> 32)];

	return (struct sharing){x, y, v == 0 || x == y ? 0 : many};
}

/*
 * Pairs that share a value of field i and are different people, as their list says or all fields
 * but one show: how often that one agrees all the same.
 */
static void
sharing_count(struct counts *c, const struct together *t, const struct levels *l,
    const struct fields *f, size_t i, const struct weights *w)
{
	const struct grouping *g = &t->by_value[i];
	double pairs = 0;

	for (uint32_t v = 1; v <= f->at[i].n_values; v++) {
		double many = (double)(g->first[v + 1] - g->first[v]);
		pairs += many * (many - 1) / 2;
	}
	c->worth[i] = pairs < DRAWS ? pairs / DRAWS : 1;
	for (size_t n = 0; n < DRAWS; n++) {
		struct sharing s = sharing_pair(f, g, i, n);
		if (s.many == 0)
			continue;
		const struct block_pair pair = {s.x, s.y};
		double by_field[LINK_FIELDS], others = (double)(s.many - 1);
		uint64_t pattern = level_learned(l, t->sharing[i][n], s.x, s.y);
		uint32_t set = together_agree(f, pattern);
		double sum = evidence(w, f, pattern, &pair, by_field);
		bool apart = (f->sole_of_unit[s.x] & f->sole_of_unit[s.y]) != 0;
		for (size_t k = 0; k < f->count; k++) {
			if (level_of(pattern, k) == LEVEL_MISSING ||
			    (!apart && sum - by_field[k] > SURELY_APART))
				continue;
			c->draws[i][k]++;
			c->said[i][k] += others;
			c->both[i][k] += (set >> k & 1) != 0 ? others : 0;
		}
	}
}

static void
random_count(struct counts *c, const struct together *t, const struct levels *l,
    const struct fields *f, const uint32_t *cluster)
{
	for (size_t n = 0; n < RANDOM_DRAWS; n++) {
		struct block_pair p = block_drawn(f, hash_mix(n + DRAWS_APART));
		if (cluster[p.x] == cluster[p.y])
			continue;
		uint64_t pattern = level_learned(l, t->random[n], p.x, p.y);
		uint32_t set = together_agree(f, pattern);
		for (size_t k = 0; k < f->count; k++) {
			c->all[k] += level_of(pattern, k) != LEVEL_MISSING;
			c->agree[k] += (set >> k & 1) != 0;
		}
	}
}

struct drawing {
	struct together *t;
	const struct levels *l;
	const struct fields *f;
};

/* Looks at the pairs that share a value of field i; behind the last field, at pieces of the random
 * ones. */
static void
draws_look(void *arg, size_t i)
{
	const struct drawing *k = arg;
	struct arena *a = arena_new();
	bool random = i >= k->f->count;
	size_t first = random ? (i - k->f->count) * DRAWS : 0;
	struct block_pair *pairs = ARENA_ARRAY(a, struct block_pair, DRAWS);

	for (size_t d = 0; d < DRAWS; d++) {
		if (random) {
			pairs[d] = block_drawn(k->f, hash_mix(first + d + DRAWS_APART));
		} else {
			struct sharing s = sharing_pair(k->f, &k->t->by_value[i], i, d);
			pairs[d] = (struct block_pair){s.x, s.y};
		}
	}
	level_look(k->l, pairs, DRAWS, random ? k->t->random + first : k->t->sharing[i]);
	arena_free(a);
}

struct together *
together_new(struct arena *a, const struct levels *l, const struct fields *f)
{
	struct together *t = ARENA_NEW(a, struct together);
	struct drawing k = {t, l, f};

	t->random = ARENA_ARRAY(a, uint64_t, RANDOM_DRAWS);
	t->by_value = ARENA_ARRAY(a, struct grouping, f->count);
	for (size_t i = 0; i < f->count; i++) {
		t->by_value[i] = grouped(a, f->at[i].of_unit, f->units, f->at[i].n_values + 1);
		t->sharing[i] = ARENA_ARRAY(a, uint64_t, DRAWS);
	}
	share_out(f->share, f->count + RANDOM_PIECES, draws_look, &k);
	return t;
}

static void
kin_count(struct counts *c, const struct fields *f, const struct kin *k)
{
	for (size_t i = 0; i < k->looked_at; i++)
		pair_count(c, f, k->patterns[i], k->weights[i]);
}

/* ln of how much likelier k agrees where i does, drawn towards 0. n is how many pairs said it. */
static double
lift(const struct counts *c, size_t i, size_t k, double n)
{
	double alone = (c->agree[k] + 0.5) / (c->all[k] + 1);
	double share = c->said[i][k] > 0 ? c->both[i][k] / c->said[i][k] : alone;

	return log((share * n + BELIEVED * alone) / (n + BELIEVED) / alone);
}

/* What is counted in one round. */
struct counting {
	struct counts apart, one;
	const struct together *t;
	const struct levels *l;
	const struct fields *f;
	const struct weights *w;
	const struct kin *kin;
};

/* One field's pairs, or behind the last field the random ones and those of clusters: each has
 * numbers of its own to count in. */
static void
part_count(void *arg, size_t i)
{
	struct counting *k = arg;

	if (i < k->f->count)
		sharing_count(&k->apart, k->t, k->l, k->f, i, k->w);
	else if (i == k->f->count)
		random_count(&k->apart, k->t, k->l, k->f, k->kin->cluster);
	else
		kin_count(&k->one, k->f, k->kin);
}

double *
together_learn(struct arena *a, const struct together *t, const struct levels *l,
    const struct fields *f, const struct weights *w, const struct kin *kin)
{
	struct counting *k = ARENA_NEW(a, struct counting);
	const struct counts *apart = &k->apart;
	double *out = ARENA_ARRAY(a, double, (size_t)1 << f->count);
	double less[LINK_FIELDS][LINK_FIELDS];

	k->t = t;
	k->l = l;
	k->f = f;
	k->w = w;
	k->kin = kin;
	share_out(f->share, f->count + 2, part_count, k);
	for (size_t i = 0; i < f->count; i++) {
		for (size_t o = 0; o < f->count; o++) {
			double many = apart->said[i][o] / DRAWS, back = apart->said[o][i] / DRAWS;
			double u = (lift(apart, i, o, many > 1 ? many : 1) +
				       lift(apart, o, i, back > 1 ? back : 1)) /
			    2;
			double m = lift(&k->one, i, o, 1);
			less[i][o] = fmax(0, u - fmax(0, m));
		}
	}
	for (uint32_t set = 1; set < (uint32_t)1 << f->count; set++) {
		size_t high = 31 - (size_t)__builtin_clz(set);
		double most = 0;
		for (size_t o = 0; o < high; o++)
			if ((set >> o & 1) != 0)
				most = fmax(most, less[high][o]);
		out[set] = out[set & ~((uint32_t)1 << high)] + most;
	}
	return out;
}
