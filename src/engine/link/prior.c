#include "engine/link/prior.h"

#include <math.h>

#include "engine/link/hash.h"

#define SAMPLE 1000000 /* candidates that are looked at, about, where there are more */
#define LIGHT (-12.0)  /* log-odds from which on downwards a pair adds nothing */
#define ROUNDS 30
#define STABLE 1e-9 /* log-odds */

/* Candidates between clusters, by pieces: what they weigh besides the prior. */
struct looking {
	const struct weights *w;
	const struct fields *f;
	const struct candidates *c;
	const uint32_t *cluster;
	const struct weigh_bound *bounds;
	size_t step; /* of one unit of so many are they looked at */
	struct looked {
		struct arena *a;
		double *weights;
		size_t n, capacity;
	} * pieces;
};

static void
unit_look(
    const struct looking *k, const struct candidate_piece *piece, uint32_t u, struct looked *out)
{
	struct weigh_own own;
	uint32_t x = piece->unit + u;

	weigh_own(k->w, k->f, x, &own);
	for (size_t i = piece->first[u]; i < piece->first[u + 1]; i++) {
		const struct block_pair pair = {x, piece->others[i]};
		const struct weigh_bound *bound = &k->bounds[piece->patterns[i]];
		if (k->cluster[x] == k->cluster[pair.y] || weigh_most(bound, &own) < LIGHT)
			continue;
		out->weights =
		    arena_grow(out->a, out->weights, out->n, &out->capacity, sizeof(*out->weights));
		out->weights[out->n++] = weigh_by(k->w, k->f, bound, &pair) - k->w->prior;
	}
}

static void
piece_look(void *arg, size_t i)
{
	const struct looking *k = arg;
	const struct candidate_piece *piece = &k->c->pieces[i];
	struct looked out = {.a = arena_new()};

	for (uint32_t u = 0; u < piece->units; u++)
		if (piece->first[u] < piece->first[u + 1] &&
		    hash_mix(piece->unit + u) % k->step == 0)
			unit_look(k, piece, u, &out);
	arena_rest(piece->a);
	k->pieces[i] = out;
}

/* Pairs that are one person, if that is how likely any two are. */
static double
expected(const struct looking *k, double prior)
{
	double sum = 0;

	for (size_t p = 0; p < k->c->n_pieces; p++)
		for (size_t i = 0; i < k->pieces[p].n; i++)
			sum += 1 / (1 + exp(-k->pieces[p].weights[i] - prior));
	return sum * (double)k->step;
}

void
prior_learn(
    struct weights *w, const struct fields *f, const struct candidates *c, const struct kin *kin)
{
	struct arena *a = arena_new();
	struct looking k = {w, f, c, kin->cluster, weigh_bounds(a, w, f, c->patterns),
	    c->looked_at / SAMPLE + 1, ARENA_ARRAY(a, struct looked, c->n_pieces)};
	double possible = field_pairs(f, f->units), before = HUGE_VAL, prior = w->prior;

	share_out(f->share, c->n_pieces, piece_look, &k);
	for (int round = 0; round < ROUNDS && fabs(prior - before) > STABLE; round++) {
		before = prior;
		prior = weigh_prior(f->units, (double)kin->pairs + expected(&k, prior), possible);
	}
	w->prior = prior;
	for (size_t p = 0; p < c->n_pieces; p++)
		arena_free(k.pieces[p].a);
	arena_free(a);
}
