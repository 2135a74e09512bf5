#include "engine/link/weigh.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/em.h"
#include "engine/link/hash.h"
#include "engine/link/shares.h"
#include "engine/link/together.h"
#include "engine/link/wording.h"

#define RANDOM_PAIRS 150000
#define HAVE_ANOTHER 0.1  /* rows that another of the same person stands beside, one believes */
#define PRIOR_PEOPLE 20.0 /* what one believed of a value weighs as much as so many people */
#define LEAST_SHARE 1e-6  /* of a level among random pairs */
#define UNTOLD (-20.0)    /* of rows that say nothing of who it is: a year, a town, a sex */
#define GRID 0x1p40       /* steps from 0 to 1 */
#define LEAST_USES 0.5    /* people that a value is taken to be of at least */
#define PIECE 8192        /* random pairs that a thread takes at a time */

static double
every_pair(const struct fields *f)
{
	return (double)f->units * ((double)f->units - 1) / 2;
}

double
weigh_prior(size_t n, double matches, double possible)
{
	double believed = fmin((double)n * HAVE_ANOTHER / fmax(possible, 1), 0.5);

	return log((matches + 0.5 + SHARES_BELIEVED * believed) /
	    (possible - matches + 0.5 + SHARES_BELIEVED * (1 - believed)));
}

/* Random pairs, by pieces. */
struct drawing {
	struct weights *w;
	const struct levels *l;
	const struct fields *f;
	struct drawn {
		struct shares_sums levels;
		size_t fixed; /* pairs whose names surely have not changed places; */
		size_t both[LINK_FIELDS], initial[LINK_FIELDS]; /* who say a field, and of whom one
								   says an initial */
	} * pieces;
};

static size_t
drawn_end(const struct fields *f, size_t piece)
{
	size_t end = (piece + 1) * PIECE, all = f->units > 1 ? RANDOM_PAIRS : 0;

	return end < all ? end : all;
}

static bool
is_initial(const struct field *field, uint32_t v)
{
	return wording_is_part(field->kind) && field->values[v].sound.n == 1;
}

static void
pair_count(const struct fields *f, const struct block_pair *p, struct drawn *out)
{
	out->fixed += f->fixed_of_unit[p->x] && f->fixed_of_unit[p->y];
	for (size_t i = 0; i < f->count; i++) {
		uint32_t x = f->at[i].of_unit[p->x], y = f->at[i].of_unit[p->y];
		out->both[i] += x != 0 && y != 0;
		out->initial[i] +=
		    x != 0 && y != 0 && is_initial(&f->at[i], x) != is_initial(&f->at[i], y);
	}
}

static void
piece_draw(void *arg, size_t piece)
{
	const struct drawing *d = arg;
	struct arena *a = arena_new();
	struct block_pair *pairs = ARENA_ARRAY(a, struct block_pair, PIECE);
	size_t first = piece * PIECE, end = drawn_end(d->f, piece);

	for (size_t n = first; n < end; n++) {
		struct block_pair p = pairs[n - first] = block_drawn(d->f, hash_mix(n));
		pair_count(d->f, &p, &d->pieces[piece]);
	}
	if (first < end)
		level_look(d->l, pairs, end - first, d->w->drawn + first);
	arena_free(a);
}

static void
piece_tally(void *arg, size_t piece)
{
	const struct drawing *d = arg;

	for (size_t n = piece * PIECE; n < drawn_end(d->f, piece); n++) {
		struct block_pair p = block_drawn(d->f, hash_mix(n));
		if (p.x != p.y)
			shares_add(&d->pieces[piece].levels, d->f->count,
			    level_learned(d->l, d->w->drawn[n], p.x, p.y), 1);
	}
}

void
weigh_random(struct weights *w, const struct levels *l, const struct fields *f)
{
	struct arena *a = arena_new();
	size_t pieces = share_pieces(RANDOM_PAIRS, PIECE);
	struct drawing d = {w, l, f, ARENA_ARRAY(a, struct drawn, pieces)};
	struct shares_sums t = {0};

	share_out(f->share, pieces, piece_tally, &d);
	for (size_t p = 0; p < pieces; p++)
		shares_join(&t, &d.pieces[p].levels);
	memcpy(w->random, t.at, sizeof(t.at));
	arena_free(a);
}

static void
random_draw(struct arena *a, struct weights *w, const struct levels *l, const struct fields *f)
{
	struct arena *own = arena_new();
	size_t pieces = share_pieces(RANDOM_PAIRS, PIECE), fixed = 0;
	struct drawing d = {w, l, f, ARENA_ARRAY(own, struct drawn, pieces)};

	w->drawn = ARENA_ARRAY(a, uint64_t, RANDOM_PAIRS);
	share_out(f->share, pieces, piece_draw, &d);
	for (size_t p = 0; p < pieces; p++)
		fixed += d.pieces[p].fixed;
	w->movable = 1 - (double)fixed / RANDOM_PAIRS;
	for (size_t i = 0; i < f->count; i++) {
		size_t both = 0, initial = 0;
		for (size_t p = 0; p < pieces; p++) {
			both += d.pieces[p].both[i];
			initial += d.pieces[p].initial[i];
		}
		w->initial[i] = both > 0 ? (double)initial / (double)both : 0;
	}
	arena_free(own);
}

static void
u_estimate(struct weights *w, const struct fields *f, double matches)
{
	for (size_t i = 0; i < f->count; i++) {
		unsigned levels = level_count(f->at[i].way);
		double sum = 0, left = 0;
		for (unsigned k = 1; k < levels; k++)
			sum += w->random[i][k];
		for (unsigned k = 1; k < levels; k++) {
			double seen = w->random[i][k] - matches * sum * w->m[i][k];
			w->u[i][k] = seen > 0.5 ? seen : 0.5;
			left += w->u[i][k];
		}
		for (unsigned k = 1; k < levels; k++) {
			w->u[i][k] /= left;
			if (w->u[i][k] < LEAST_SHARE)
				w->u[i][k] = LEAST_SHARE;
		}
	}
}

struct valuing {
	struct weights *w;
	const struct fields *f;
	const uint32_t *cluster;
	size_t clusters;
};

/* Equal values of field i by how common they are among people: a cluster counts once, shared out
 * among its units. */
static void
field_estimate(void *arg, size_t i)
{
	const struct valuing *k = arg;
	const struct field *field = &k->f->at[i];
	struct arena *a = arena_new();
	double *uses = k->w->of_value[i], total = 0;
	uint32_t *said = ARENA_ARRAY(a, uint32_t, k->clusters);

	memset(uses, 0, (field->n_values + 1) * sizeof(*uses));
	for (size_t u = 0; u < k->f->units; u++)
		said[k->cluster[u]] += field->of_unit[u] != 0;
	for (size_t u = 0; u < k->f->units; u++) {
		if (field->of_unit[u] != 0)
			uses[field->of_unit[u]] += 1 / (double)said[k->cluster[u]];
	}
	for (size_t c = 0; c < k->clusters; c++)
		total += said[c] > 0;
	for (uint32_t v = 1; v <= field->n_values; v++) {
		double seen = uses[v] < LEAST_USES ? LEAST_USES : uses[v];
		double believed = PRIOR_PEOPLE * shares_value(field, v);
		uses[v] = field->quiet ? 0 : log((total + PRIOR_PEOPLE) / (seen + believed));
	}
	arena_free(a);
}

static void
values_estimate(struct weights *w, const struct fields *f, const uint32_t *cluster, size_t n)
{
	struct valuing k = {w, f, cluster, n};

	share_out(f->share, f->count, field_estimate, &k);
}

/* Neighbouring levels of which the lower would weigh more are taken together until none does (Ayer
 * and others 1955). */
static void
levels_pool(const double *m, const double *u, const bool *apart, unsigned levels, double *weights)
{
	double pooled_m[LEVEL_MOST], pooled_u[LEVEL_MOST];
	unsigned first[LEVEL_MOST], n = 0;

	for (unsigned k = 1; k < levels; k++) {
		if (apart[k]) {
			weights[k] = log(m[k] / u[k]);
			continue;
		}
		pooled_m[n] = m[k];
		pooled_u[n] = u[k];
		first[n++] = k;
		while (n > 1 &&
		    pooled_m[n - 1] * pooled_u[n - 2] > pooled_m[n - 2] * pooled_u[n - 1]) {
			n--;
			pooled_m[n - 1] += pooled_m[n];
			pooled_u[n - 1] += pooled_u[n];
		}
	}
	for (unsigned i = 0; i < n; i++)
		for (unsigned k = first[i]; k < (i + 1 < n ? first[i + 1] : levels); k++)
			if (!apart[k])
				weights[k] = log(pooled_m[i] / pooled_u[i]);
}

static void
levels_weigh(struct weights *w, const struct fields *f)
{
	for (size_t i = 0; i < f->count; i++) {
		bool words = f->at[i].way == FIELD_WAY_WORDS;
		bool dates = f->at[i].way == FIELD_WAY_DATE;
		bool apart[LEVEL_MOST] = {
		    [LEVEL_ALIAS] = words, [LEVEL_SHARED] = words, [LEVEL_ELSEWHERE] = words};
		for (int k = BIRTH_DAY; k <= BIRTH_TWO_DIGITS; k++)
			apart[k + 1] |= dates;
		levels_pool(w->m[i], w->u[i], apart, level_count(f->at[i].way), w->of_level[i]);
		w->of_level[i][LEVEL_SAME] = f->at[i].quiet ? 0 : log(w->m[i][LEVEL_SAME]);
	}
}

double
weigh_common(const struct weights *w, const struct fields *f, size_t i, uint32_t v, double people,
    double all)
{
	double believed = PRIOR_PEOPLE * shares_value(&f->at[i], v);

	if (f->at[i].quiet)
		return 0;
	return w->of_level[i][LEVEL_SAME] + log((all + PRIOR_PEOPLE) / (people + believed));
}

double
weigh_so_near(const struct weights *w, size_t i, unsigned level, double u_x, double u_y)
{
	double u = (u_x + u_y) / 2;

	return log(w->m[i][level] / (u < w->least ? w->least : u));
}

/* The same of two values: how many people say something as near to them. */
static double
near_weight(const struct weights *w, size_t i, unsigned level, uint32_t x, uint32_t y)
{
	const double *near = w->near[i] + (level - LEVEL_SOUND);

	return weigh_so_near(
	    w, i, level, near[(size_t)x * NEAR_LEVELS], near[(size_t)y * NEAR_LEVELS]);
}

double
weigh_field(const struct weights *w, const struct fields *f, size_t i, uint64_t pattern,
    const struct block_pair *pair)
{
	unsigned level = level_of(pattern, i);
	const uint32_t *of_unit = f->at[i].of_unit;

	if (level == LEVEL_SAME)
		return w->of_level[i][level] + w->of_value[i][of_unit[pair->x]];
	if (w->near[i] != NULL && level >= LEVEL_SOUND && level < LEVEL_SOUND + NEAR_LEVELS)
		return near_weight(w, i, level, of_unit[pair->x], of_unit[pair->y]);
	return w->of_level[i][level];
}

/* How common a value is, on a grid so coarse that sums are exact: values are numbered as rows come,
 * which must not show. */
static double
share_of(const struct weights *w, size_t i, uint32_t v)
{
	return nearbyint(exp(-w->of_value[i][v]) * GRID) / GRID;
}

static void
near_add(const struct weights *w, size_t i, unsigned level, uint64_t key)
{
	uint32_t x = level_key_low(key), y = level_key_high(key);

	w->near[i][(size_t)x * NEAR_LEVELS + level - LEVEL_SOUND] += share_of(w, i, y);
	w->near[i][(size_t)y * NEAR_LEVELS + level - LEVEL_SOUND] += share_of(w, i, x);
}

/* What the values of field i that are near to each weigh at most: u is at least half of what is
 * counted for one of two. */
static void
near_bound(struct weights *w, size_t i, uint32_t n_values)
{
	for (size_t v = 1; v <= n_values; v++) {
		for (size_t k = 0; k < NEAR_LEVELS; k++) {
			double least = fmax(w->least, w->near[i][v * NEAR_LEVELS + k] / 2);
			w->near_most[i][v * NEAR_LEVELS + k] =
			    log(w->m[i][LEVEL_SOUND + k] / least);
		}
	}
}

/* Does a level of field i weigh by the values? */
static bool
by_values(const struct weights *w, size_t i, unsigned level)
{
	return level == LEVEL_SAME ||
	    (w->near[i] != NULL && level >= LEVEL_SOUND && level < LEVEL_SOUND + NEAR_LEVELS);
}

double
weigh_untold(const struct weights *w, const struct fields *f, uint64_t levels)
{
	uint32_t told = 0;

	for (size_t i = 0; i < f->count; i++)
		told |= (uint32_t)(level_of(levels, i) != LEVEL_MISSING) << i;
	return w->telling != 0 && (told & w->telling) == 0 ? UNTOLD : 0;
}

struct weigh_bound
weigh_bound(const struct weights *w, const struct fields *f, uint64_t levels)
{
	struct weigh_bound b = {.levels = levels, .base = w->prior};

	for (size_t i = 0; i < f->count; i++) {
		unsigned level = level_of(levels, i);
		if (by_values(w, i, level))
			b.own |= UINT32_C(1) << i;
		else
			b.base += w->of_level[i][level];
	}
	b.base += weigh_untold(w, f, levels);
	if (w->together != NULL) {
		b.base -= w->together[together_agree(f, levels)];
		b.named = namesake_both(w->namesakes, levels);
	}
	return b;
}

double
weigh_by(const struct weights *w, const struct fields *f, const struct weigh_bound *bound,
    const struct block_pair *pair)
{
	double sum = bound->base;

	for (uint32_t left = bound->own; left != 0; left &= left - 1)
		sum += weigh_field(w, f, (size_t)__builtin_ctz(left), bound->levels, pair);
	return bound->named != 0 ? sum - namesake_gain(w, f, bound->levels, pair->x) : sum;
}

double
weigh_pair(const struct weights *w, const struct fields *f, uint64_t pattern,
    const struct block_pair *pair)
{
	const struct weigh_bound bound = weigh_bound(w, f, pattern);

	return weigh_by(w, f, &bound, pair);
}

const struct weigh_bound *
weigh_bounds(struct arena *a, const struct weights *w, const struct fields *f,
    const struct pattern_set *patterns)
{
	struct weigh_bound *out = ARENA_ARRAY(a, struct weigh_bound, patterns->count);

	for (size_t i = 0; i < patterns->count; i++)
		out[i] = weigh_bound(w, f, patterns->at[i].levels);
	return out;
}

void
weigh_own(const struct weights *w, const struct fields *f, uint32_t x, struct weigh_own *out)
{
	uint64_t all_same = 0;

	for (size_t i = 0; i < f->count; i++) {
		uint32_t v = f->at[i].of_unit[x];
		out->at[i][LEVEL_SAME] = w->of_level[i][LEVEL_SAME] + w->of_value[i][v];
		if (w->near[i] != NULL)
			memcpy(&out->at[i][LEVEL_SOUND], w->near_most[i] + (size_t)v * NEAR_LEVELS,
			    NEAR_LEVELS * sizeof(double));
		all_same |= (uint64_t)LEVEL_SAME << (4 * i);
	}
	out->namesakes = w->together == NULL ? 0 : namesake_gain(w, f, all_same, x);
}

void
weigh_near(struct weights *w, struct levels *l, const struct fields *f,
    const struct nearby_keys *near, const struct nearby_keys *aliases)
{
	w->least = 1;
	for (size_t i = 0; i < f->count; i++) {
		if (w->near[i] == NULL)
			continue;
		memset(
		    w->near[i], 0, ((size_t)f->at[i].n_values + 1) * NEAR_LEVELS * sizeof(double));
		for (uint32_t v = 1; v <= f->at[i].n_values; v++)
			w->least = fmin(w->least, exp(-w->of_value[i][v]));
	}
	for (size_t n = 0; n < near->count + aliases->count; n++) {
		bool other = n >= near->count;
		uint64_t key = other ? aliases->at[n - near->count] : near->at[n];
		unsigned kept = (unsigned)(key >> NEARBY_LEVEL);
		key &= (UINT64_C(1) << NEARBY_LEVEL) - 1;
		unsigned level = other ? level_values(l, key) : level_taken(l, key, kept);
		if (other == (level == LEVEL_ALIAS))
			near_add(w, key >> 56, level, key);
	}
	for (size_t i = 0; i < f->count; i++)
		if (w->near[i] != NULL)
			near_bound(w, i, f->at[i].n_values);
}

static void
near_new(struct arena *a, struct weights *w, size_t i, size_t values)
{
	w->near[i] = ARENA_ARRAY(a, double, values *NEAR_LEVELS);
	w->near_most[i] = ARENA_ARRAY(a, double, values *NEAR_LEVELS);
}

/* Names and numbers of people, if there are names at all. */
static uint32_t
telling(const struct fields *f)
{
	uint32_t names = 0, numbers = 0;

	for (size_t i = 0; i < f->count; i++) {
		enum link_kind kind = f->at[i].kind;
		bool number = kind == LINK_IDENTIFIER || kind == LINK_CODE || kind == LINK_EMAIL;
		names |= (uint32_t)wording_is_part(kind) << i;
		numbers |= (uint32_t)number << i;
	}
	return names != 0 ? names | numbers : 0;
}

struct weights *
weigh_first(struct arena *a, struct levels *l, const struct fields *f,
    const struct pattern_set *patterns, double share)
{
	struct weights *w = ARENA_NEW(a, struct weights);
	struct arena *own = arena_new();

	for (size_t i = 0; i < f->count; i++) {
		size_t values = f->at[i].n_values + 1;
		w->of_value[i] = ARENA_ARRAY(a, double, values);
		if (f->at[i].way == FIELD_WAY_WORDS)
			near_new(a, w, i, values);
	}
	w->telling = telling(f);
	random_draw(a, w, l, f);
	for (size_t i = 0; i < f->count; i++)
		shares_believe(w, f, i, w->m[i]);
	weigh_random(w, l, f);
	u_estimate(w, f, 0);
	em_learn(w, l, f, patterns, share);
	uint32_t *alone = ARENA_ARRAY(own, uint32_t, f->units);
	for (size_t u = 0; u < f->units; u++)
		alone[u] = (uint32_t)u;
	values_estimate(w, f, alone, f->units);
	levels_weigh(w, f);
	arena_free(own);
	return w;
}

/*
 * A cluster of two, whose pair was joined for what it says: each field counts as far as the others
 * show one person, or it would be taken to agree more often than it does.
 */
static void
two_add(struct shares_sums *t, const struct weights *w, const struct fields *f, uint64_t pattern,
    const struct block_pair *pair)
{
	double odds = weigh_pair(w, f, pattern, pair);

	for (size_t i = 0; i < f->count; i++) {
		double others = odds - weigh_field(w, f, i, pattern, pair);
		t->at[i][level_of(pattern, i)] += 1 / (1 + exp(-others));
	}
}

void
weigh_again(struct weights *w, const struct fields *f, const struct kin *k)
{
	struct shares_sums same = {0};
	double matches = (double)k->pairs, every = every_pair(f);

	for (size_t i = 0; i < k->looked_at; i++) {
		if (k->weights[i] < 1)
			shares_add(&same, f->count, k->patterns[i], k->weights[i]);
		else
			two_add(&same, w, f, k->patterns[i], &k->at[i]);
	}
	for (size_t i = 0; i < f->count; i++) {
		double believed[LEVEL_MOST];
		shares_believe(w, f, i, believed);
		shares_drawn(&same, i, level_count(f->at[i].way), believed, w->m[i]);
	}
	u_estimate(w, f, every > 0 ? matches / every : 0);
	w->prior = weigh_prior(f->units, matches, field_pairs(f, f->units));
	values_estimate(w, f, k->cluster, k->clusters);
	levels_weigh(w, f);
}
