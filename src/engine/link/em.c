#include "engine/link/em.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/shares.h"
#include "engine/link/wording.h"

#define ROUNDS 30
#define COLLAPSE 0.5    /* share of candidates that EM may call matches */
#define NO_MATCHES 0.01 /* of a row: EM that finds fewer has found nothing */
#define DIFFER 0.15     /* of what both say, that one person may be found to differ in */
#define PIECE 8192      /* patterns that a thread takes at a time */

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
 * Do rows of one person differ in little of what both say, as they must where the estimate is of
 * any use? Where names are shared by many, EM takes namesakes for one person; where hardly anything
 * else is said, all who share two of three parts.
 */
static bool
mostly_agree(const struct fields *f, const struct shares_sums *yes)
{
	double differ = 0, both = 0;

	for (size_t i = 0; i < f->count; i++) {
		unsigned levels = f->at[i].quiet ? 0 : level_count(f->at[i].way);
		for (unsigned k = 1; k < levels; k++) {
			both += yes->at[i][k];
			differ += k + 1 == levels ? yes->at[i][k] : 0;
		}
	}
	return differ <= DIFFER * both;
}

/* One round of EM over patterns, by pieces. */
struct expecting {
	const struct fields *f;
	const struct pattern *at; /* of candidates, then of rows that say the same */
	size_t n, n_candidates;
	double prior, odds[LINK_FIELDS][LEVEL_MOST];
	struct expected {
		struct shares_sums yes;
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
		shares_add(&e->yes, k->f->count, k->at[i].levels, matches);
	}
}

/* What is a match and what is not, by all patterns; the sums of matches. */
static struct expected
em_round(struct expecting *k, const struct shares_sums *all, struct shares_sums *no)
{
	size_t pieces = share_pieces(k->n, PIECE);
	struct expected sum = {.matches = 0};

	share_out(k->f->share, pieces, piece_expect, k);
	for (size_t p = 0; p < pieces; p++) {
		shares_join(&sum.yes, &k->pieces[p].yes);
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

/* What EM learns besides the share of matches. */
enum em_way {
	EM_FREE,    /* m, and the u of candidates, who agree more than random pairs */
	EM_AMONG,   /* m, among all pairs of rows: u is of random ones */
	EM_EXPECTED /* nothing */
};

/* EM over patterns. Was it of any use? */
static bool
em_run(struct weights *w, struct expecting *k, double share, enum em_way way)
{
	const struct fields *f = k->f;
	struct weights among = *w;
	struct shares_sums all = {0};
	struct expected found = {.matches = 0};
	double total = way == EM_FREE ? 0 : field_pairs(f, f->rows) * share;

	for (size_t i = 0; i < k->n; i++) {
		total += way == EM_FREE ? k->at[i].pairs : 0;
		shares_add(&all, f->count, k->at[i].levels, k->at[i].pairs);
	}
	k->prior = log((double)f->units / (2 * total / share + 1));
	for (int round = 0; round < ROUNDS; round++) {
		struct shares_sums no = {0};
		odds_fill(w, way == EM_FREE ? &among : w, f, k->odds);
		found = em_round(k, &all, &no);
		for (size_t i = 0; i < f->count; i++) {
			unsigned levels = level_count(f->at[i].way);
			double believed[LEVEL_MOST];
			shares_believe(w, f, i, believed);
			if (way != EM_EXPECTED)
				shares_drawn(&found.yes, i, levels, believed, w->m[i]);
			shares_drawn(&no, i, levels, w->u[i], among.u[i]);
		}
		k->prior = way == EM_FREE
		    ? log((found.matches + 0.5) / (total - found.matches + 0.5))
		    : weigh_prior(f->rows, found.matches / share, total / share);
	}
	w->prior = weigh_prior(f->units, found.among / share, field_pairs(f, f->units));
	return found.matches <= COLLAPSE * total &&
	    found.matches / share >= NO_MATCHES * (double)f->units && mostly_agree(f, &found.yes);
}

void
em_learn(struct weights *w, struct levels *l, const struct fields *f,
    const struct pattern_set *patterns, double share)
{
	struct arena *a = arena_new();
	struct expecting k = expecting_new(a, l, f, patterns, share);
	bool useful = em_run(w, &k, share, EM_FREE);

	for (int way = EM_FREE + 1; !useful && way <= EM_EXPECTED; way++) {
		for (size_t i = 0; i < f->count; i++)
			shares_believe(w, f, i, w->m[i]);
		w->collapsed = way == EM_EXPECTED;
		useful = em_run(w, &k, share, (enum em_way)way);
	}
	arena_free(a);
}
