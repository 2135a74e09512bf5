#include "engine/link/weigh.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/hash.h"
#include "engine/link/wording.h"
#include "engine/link/together.h"

#define RANDOM_PAIRS 150000
#define EM_ROUNDS 30
#define COLLAPSE 0.5     /* share of candidates that EM may call matches */
#define NO_MATCHES 0.01  /* of a row: EM that finds fewer has found nothing */
#define PRIOR_PAIRS 20.0 /* what one believed before weighs as much as so many pairs */
#define HAVE_ANOTHER 0.1 /* rows that another of the same person stands beside, one believes */
#define PRIOR_PEOPLE                                                                               \
	20.0             /* what one believed of a value before weighs as much as so many people   \
			  */
#define LEAST_SHARE 1e-6 /* of a level among random pairs */
#define UNTOLD (-20.0)   /* of rows that say nothing of who it is: a year, a town, a sex */
#define GRID 0x1p40      /* steps from 0 to 1 */
#define LEAST_USES 0.5   /* people that a value is taken to be of at least */
#define PIECE 8192       /* random pairs, or patterns, that a thread takes at a time */

/* How often rows of one person agree so, before anything is known. */
static const double expected_words[LEVEL_MOST] = {0, .60, .06, .09, .01, .05, .05, .04,
    .10}; /* same, sound, close, alias, near, shared, elsewhere, other */
static const double expected_dates[LEVEL_MOST] = {0, .75, .08, .02, .015, .01, .005, .02, .05, .005,
    .01, .04}; /* same, slip, day, month, day of year, two digits, year alone, fits, year, near
		  year, other */
static const double expected_codes[LEVEL_MOST] = {0, .72, .08, .03, .05, .12};
static const double expected_class[LEVEL_MOST] = {0, .96, .04};

static const double *
expected_of(enum field_way way)
{
	switch (way) {
	case FIELD_WAY_WORDS:
		return expected_words;
	case FIELD_WAY_DATE:
		return expected_dates;
	case FIELD_WAY_CODE:
		return expected_codes;
	case FIELD_WAY_CLASS:
	case FIELD_WAY_NONE:
		break;
	}
	return expected_class;
}

/* The same of a field, whose values were put elsewhere only where names may have changed places. */
static void
believe(const struct weights *w, const struct field *field, double out[LEVEL_MOST])
{
	memcpy(out, expected_of(field->way), LEVEL_MOST * sizeof(*out));
	if (wording_is_part(field->kind))
		out[LEVEL_ELSEWHERE] *= w->movable;
}

static double
every_pair(const struct fields *f)
{
	return (double)f->units * ((double)f->units - 1) / 2;
}

double
weigh_prior(size_t n, double matches, double possible)
{
	double believed = fmin((double)n * HAVE_ANOTHER / fmax(possible, 1), 0.5);

	return log((matches + 0.5 + PRIOR_PAIRS * believed) /
	    (possible - matches + 0.5 + PRIOR_PAIRS * (1 - believed)));
}

/* Sums of pairs by field and level. */
struct tally {
	double at[LINK_FIELDS][LEVEL_MOST];
};

static void
tally_add(struct tally *t, size_t fields, uint64_t pattern, double weight)
{
	for (size_t i = 0; i < fields; i++)
		t->at[i][level_of(pattern, i)] += weight;
}

/* Shares of the levels where both say something, drawn towards what was believed. */
static void
shares(const struct tally *t, size_t i, unsigned levels, const double *believed, double *out)
{
	double sum = 0;

	for (unsigned k = 1; k < levels; k++)
		sum += t->at[i][k];
	for (unsigned k = 1; k < levels; k++)
		out[k] = (t->at[i][k] + PRIOR_PAIRS * believed[k]) / (sum + PRIOR_PAIRS);
}

/* Random pairs, by pieces. */
struct drawing {
	struct weights *w;
	const struct levels *l;
	const struct fields *f;
	struct drawn {
		struct tally levels;
		size_t fixed; /* pairs whose names surely have not changed places */
	} * pieces;
};

static size_t
drawn_end(const struct fields *f, size_t piece)
{
	size_t end = (piece + 1) * PIECE, all = f->units > 1 ? RANDOM_PAIRS : 0;

	return end < all ? end : all;
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
		d->pieces[piece].fixed += d->f->fixed_of_unit[p.x] && d->f->fixed_of_unit[p.y];
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
			tally_add(&d->pieces[piece].levels, d->f->count,
			    level_learned(d->l, d->w->drawn[n], p.x, p.y), 1);
	}
}

static void
tally_join(struct tally *t, const struct tally *other)
{
	for (size_t i = 0; i < LINK_FIELDS; i++)
		for (size_t k = 0; k < LEVEL_MOST; k++)
			t->at[i][k] += other->at[i][k];
}

void
weigh_random(struct weights *w, const struct levels *l, const struct fields *f)
{
	struct arena *a = arena_new();
	size_t pieces = share_pieces(RANDOM_PAIRS, PIECE);
	struct drawing d = {w, l, f, ARENA_ARRAY(a, struct drawn, pieces)};
	struct tally t = {0};

	share_out(f->share, pieces, piece_tally, &d);
	for (size_t p = 0; p < pieces; p++)
		tally_join(&t, &d.pieces[p].levels);
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

/* How common one value is taken to be where a list is too short to tell. */
static double
expected_share(const struct field *field, uint32_t v)
{
	switch (field->kind) {
	case LINK_FAMILY:
		return 0.003;
	case LINK_PATRONYMIC:
		return 0.005;
	case LINK_DATE:
	case LINK_YEAR:
		return birth_is_year(field->values[v].birth) ? 0.02 : 0.0001;
	case LINK_SEX:
		return 0.5;
	case LINK_CODE:
		return 0.0005;
	case LINK_EMAIL:
	case LINK_IDENTIFIER:
		return 0.00001;
	default:
		return 0.01;
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
		double believed = PRIOR_PEOPLE * expected_share(field, v);
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
	double believed = PRIOR_PEOPLE * expected_share(&f->at[i], v);

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

static int
by_pattern(const void *x, const void *y)
{
	const struct pattern *a = x, *b = y;

	return a->levels < b->levels ? -1 : a->levels > b->levels;
}

/* Puts the patterns of a set in their order behind each other; where they end. */
static struct pattern *
patterns_put(struct pattern *at, const struct pattern_set *s)
{
	if (s->count > 0)
		memcpy(at, s->at, s->count * sizeof(*at));
	qsort(at, s->count, sizeof(*at), by_pattern);
	return at + s->count;
}

/* The patterns of rows that say the same: units stand for them, so that no candidate is one. */
static struct pattern_set *
patterns_of_rows(struct arena *a, struct levels *l, const struct fields *f, double share)
{
	struct pattern_set *s = pattern_new(a, f);

	for (uint32_t u = 0; u < f->units; u++) {
		double rows = f->rows_of_unit[u];
		if (rows < 2)
			continue;
		uint32_t number = pattern_number(s, level_pattern(l, u, u));
		s->at[number].pairs += rows * (rows - 1) / 2 * share;
	}
	return s;
}

/* ln(m / u) of each level, with the u of candidates; 0 of what is missing. */
static void
odds_fill(const struct weights *w, const struct weights *among, const struct fields *f,
    double odds[LINK_FIELDS][LEVEL_MOST])
{
	for (size_t i = 0; i < f->count; i++) {
		odds[i][LEVEL_MISSING] = odds[i][LEVEL_SAME] = 0;
		for (unsigned k = LEVEL_SAME + f->at[i].quiet; k < level_count(f->at[i].way); k++)
			odds[i][k] = log(w->m[i][k] / among->u[i][k]);
	}
}

/*
 * Do rows of one person differ in at most a third of what both say, as they must where the estimate
 * is of any use? Where names are shared by many, EM takes namesakes for one person.
 */
static bool
mostly_agree(const struct weights *w, const struct fields *f)
{
	double differ = 0;

	for (size_t i = 0; i < f->count; i++)
		differ += w->m[i][level_count(f->at[i].way) - 1];
	return differ * 3 <= (double)f->count;
}

/* One round of EM over patterns, by pieces. */
struct expecting {
	const struct fields *f;
	const struct pattern *at; /* of candidates, then of rows that say the same */
	size_t n, n_candidates;
	double prior, odds[LINK_FIELDS][LEVEL_MOST];
	struct expected {
		struct tally yes;
		double matches, among; /* of all, and of candidates */
	} * pieces;
};

static void
piece_expect(void *arg, size_t piece)
{
	const struct expecting *k = arg;
	struct expected *e = &k->pieces[piece];
	size_t end = (piece + 1) * PIECE < k->n ? (piece + 1) * PIECE : k->n;

	*e = (struct expected){.matches = 0};
	for (size_t i = piece * PIECE; i < end; i++) {
		double sum = k->prior;
		for (size_t o = 0; o < k->f->count; o++)
			sum += k->odds[o][level_of(k->at[i].levels, o)];
		double matches = k->at[i].pairs / (1 + exp(-sum));
		e->matches += matches;
		e->among += i < k->n_candidates ? matches : 0;
		tally_add(&e->yes, k->f->count, k->at[i].levels, matches);
	}
}

/* What is a match and what is not, by all patterns; the sums of matches. */
static struct expected
em_round(struct expecting *k, const struct tally *all, struct tally *no)
{
	size_t pieces = share_pieces(k->n, PIECE);
	struct expected sum = {.matches = 0};

	share_out(k->f->share, pieces, piece_expect, k);
	for (size_t p = 0; p < pieces; p++) {
		tally_join(&sum.yes, &k->pieces[p].yes);
		sum.matches += k->pieces[p].matches;
		sum.among += k->pieces[p].among;
	}
	for (size_t i = 0; i < k->f->count; i++)
		for (size_t o = 0; o < LEVEL_MOST; o++)
			no->at[i][o] = fmax(0, all->at[i][o] - sum.yes.at[i][o]);
	return sum;
}

/* What EM goes by: patterns of the candidates, of which share are in the set, and of rows that say
 * the same. */
static struct expecting
expecting_new(struct arena *a, struct levels *l, const struct fields *f,
    const struct pattern_set *patterns, double share)
{
	const struct pattern_set *rows = patterns_of_rows(a, l, f, share);
	size_t n = patterns->count + rows->count;
	struct pattern *at = ARENA_ARRAY(a, struct pattern, n);

	patterns_put(patterns_put(at, patterns), rows);
	return (struct expecting){.f = f,
	    .at = at,
	    .n = n,
	    .n_candidates = patterns->count,
	    .pieces = ARENA_ARRAY(a, struct expected, n / PIECE + 1)};
}

/*
 * EM over patterns: the share of matches and, to be learned, m and the u of candidates, who agree
 * more than random pairs. Where m is known, pairs of rows that are no candidates count as well, and
 * u is of random pairs, so that the share alone is free. Was it of any use?
 */
static bool
em_run(struct weights *w, struct expecting *k, double share, bool learn)
{
	const struct fields *f = k->f;
	struct weights among = *w;
	struct tally all = {0};
	struct expected found = {.matches = 0};
	double total = learn ? 0 : field_pairs(f, f->rows) * share;

	for (size_t i = 0; i < k->n; i++) {
		total += learn ? k->at[i].pairs : 0;
		tally_add(&all, f->count, k->at[i].levels, k->at[i].pairs);
	}
	k->prior = log((double)f->units / (2 * total / share + 1));
	for (int round = 0; round < EM_ROUNDS; round++) {
		struct tally no = {0};
		odds_fill(w, learn ? &among : w, f, k->odds);
		found = em_round(k, &all, &no);
		for (size_t i = 0; i < f->count; i++) {
			unsigned levels = level_count(f->at[i].way);
			double believed[LEVEL_MOST];
			believe(w, &f->at[i], believed);
			if (learn)
				shares(&found.yes, i, levels, believed, w->m[i]);
			shares(&no, i, levels, w->u[i], among.u[i]);
		}
		k->prior = learn ? log((found.matches + 0.5) / (total - found.matches + 0.5))
				 : weigh_prior(f->rows, found.matches / share, total / share);
	}
	w->prior = weigh_prior(f->units, found.among / share, field_pairs(f, f->units));
	return found.matches <= COLLAPSE * total &&
	    found.matches / share >= NO_MATCHES * (double)f->units && mostly_agree(w, f);
}

static void
m_expect(struct weights *w, const struct fields *f)
{
	for (size_t i = 0; i < f->count; i++)
		believe(w, &f->at[i], w->m[i]);
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
	m_expect(w, f);
	weigh_random(w, l, f);
	u_estimate(w, f, 0);
	struct expecting k = expecting_new(own, l, f, patterns, share);
	w->collapsed = !em_run(w, &k, share, true);
	if (w->collapsed) {
		m_expect(w, f);
		em_run(w, &k, share, false);
	}
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
two_add(struct tally *t, const struct weights *w, const struct fields *f, uint64_t pattern,
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
	struct tally same = {0};
	double matches = (double)k->pairs, every = every_pair(f);

	for (size_t i = 0; i < k->looked_at; i++) {
		if (k->weights[i] < 1)
			tally_add(&same, f->count, k->patterns[i], k->weights[i]);
		else
			two_add(&same, w, f, k->patterns[i], &k->at[i]);
	}
	for (size_t i = 0; i < f->count; i++) {
		double believed[LEVEL_MOST];
		believe(w, &f->at[i], believed);
		shares(&same, i, level_count(f->at[i].way), believed, w->m[i]);
	}
	u_estimate(w, f, every > 0 ? matches / every : 0);
	w->prior = weigh_prior(f->units, matches, field_pairs(f, f->units));
	values_estimate(w, f, k->cluster, k->clusters);
	levels_weigh(w, f);
}
