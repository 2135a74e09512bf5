#include "engine/claim/floor.h"

#include <string.h>

#include "engine/claim/cover.h"

struct question {
	struct arena *a;
	const struct standing *k;
	const struct scope *scope;
	bool adds; /* over places and days; else the largest row counts */
};

static bool
is_believed(const struct standing *k, const struct row *r, struct floor_belief belief)
{
	const struct world_claim *c = &k->world.claims[r->claim];

	if (r->unnamed)
		return false;
	switch (belief.whom) {
	case FLOOR_ALL:
		return true;
	case FLOOR_STATE:
		return c->class == WORLD_STATE;
	case FLOOR_OTHERS:
		return c->class != WORLD_STATE;
	case FLOOR_WITHOUT:
		return c->origin != belief.origin;
	case FLOOR_ONLY:
		return c->origin == belief.origin && r->total;
	}
	return false;
}

/* Whatever the assumptions. */
static bool
speaks_of(const struct question *q, const struct row *r)
{
	const struct scope *s = q->scope;

	if (r->low == 0 || r->fails || r->decided != (s->days_of == WORLD_DECISION) ||
	    (s->time.n > 0 && !str_eq(s->time, r->scope->time)))
		return false;
	if (row_is_persons(&q->k->world, s) && !r->persons)
		return false;
	return reach_who(&q->k->world, r->scope->who, s->who) &&
	    row_reaches(q->k, r, s->measure, UINT64_MAX) &&
	    atoms_scope_within(&q->k->world, r->scope, s);
}

static void
reaching(const struct question *q, const uint64_t *all, uint64_t mask, uint64_t *rows)
{
	memset(rows, 0, q->k->row_words * sizeof(*rows));
	for (size_t i = bits_next(all, q->k->row_words, 0); i < BITS_END(q->k->row_words);
	     i = bits_next(all, q->k->row_words, i + 1)) {
		if (row_reaches(q->k, &q->k->rows[i], q->scope->measure, mask))
			bits_add(rows, i);
	}
}

static int64_t
least(const struct question *q, const uint64_t *rows, uint64_t *support)
{
	if (q->adds)
		return cover_least(q->k, rows, support);
	size_t first = bits_next(rows, q->k->row_words, 0); /* rows lie largest first */
	memset(support, 0, q->k->row_words * sizeof(*support));
	if (first >= q->k->row_count)
		return 0;
	bits_add(support, first);
	return q->k->rows[first].low;
}

/* Takes away every assumption that the floor does without. */
static uint64_t
needed(const struct question *q, uint64_t *rows, uint64_t *support, int64_t low, uint64_t mask)
{
	size_t words = q->k->row_words;
	uint64_t *fewer = bits_new(q->a, words), *proof = bits_new(q->a, words);

	for (size_t i = 0; i < q->k->world.assumption_count; i++) {
		uint64_t bit = UINT64_C(1) << i;
		if ((mask & bit) == 0)
			continue;
		reaching(q, rows, mask & ~bit, fewer);
		if (bits_inside(support, fewer, words))
			bits_copy(proof, support, words);
		else if (least(q, fewer, proof) < low)
			continue;
		mask &= ~bit;
		bits_copy(rows, fewer, words);
		bits_copy(support, proof, words);
	}
	return mask;
}

/* The rows of k that claim c names, as far as they are in rows. */
static bool
rows_of(const struct standing *k, const uint64_t *rows, int32_t c, uint64_t *of_claim)
{
	memset(of_claim, 0, k->row_words * sizeof(*of_claim));
	for (size_t i = bits_next(rows, k->row_words, 0); i < BITS_END(k->row_words);
	     i = bits_next(rows, k->row_words, i + 1)) {
		if (k->rows[i].claim == c)
			bits_add(of_claim, i);
	}
	return !bits_none(of_claim, k->row_words);
}

/* Takes away, in order of id, every claim that the floor does without. */
static void
take_away(const struct question *q, uint64_t *rows, uint64_t *support, int64_t low)
{
	size_t words = q->k->row_words;
	uint64_t *fewer = bits_new(q->a, words), *proof = bits_new(q->a, words);
	uint64_t *of_claim = bits_new(q->a, words);
	bool *is_named = ARENA_ARRAY(q->a, bool, q->k->world.claim_count);

	for (size_t i = bits_next(rows, words, 0); i < BITS_END(words);
	     i = bits_next(rows, words, i + 1)) {
		is_named[q->k->rows[i].claim] = true;
	}
	for (size_t c = 0; c < q->k->world.claim_count; c++) {
		if (!is_named[c] || !rows_of(q->k, rows, (int32_t)c, of_claim))
			continue;
		bits_copy(fewer, rows, words);
		bits_less(fewer, of_claim, words);
		if (bits_meet(of_claim, support, words)) {
			if (least(q, fewer, proof) < low)
				continue;
			bits_copy(support, proof, words);
		}
		bits_copy(rows, fewer, words);
	}
}

/* Several parts of one total are named by it; a part alone by itself. */
static int32_t
named_by(const struct standing *k, const bool *kept, int32_t claim)
{
	int32_t whole = k->world.claims[claim].part_of;

	for (size_t i = 0; whole != WORLD_NONE && i < k->world.claim_count; i++)
		if (kept[i] && (int32_t)i != claim &&
		    ((int32_t)i == whole || k->world.claims[i].part_of == whole))
			return whole;
	return claim;
}

static void
name_basis(const struct question *q, const uint64_t *rows, struct floor *f)
{
	const struct standing *k = q->k;
	int32_t *basis = ARENA_ARRAY(q->a, int32_t, k->world.claim_count);
	int32_t *inferred = ARENA_ARRAY(q->a, int32_t, k->world.claim_count);
	uint64_t *of_claim = bits_new(q->a, k->row_words);
	bool *kept = ARENA_ARRAY(q->a, bool, k->world.claim_count);
	bool *named = ARENA_ARRAY(q->a, bool, k->world.claim_count);

	for (size_t c = 0; c < k->world.claim_count; c++)
		kept[c] = rows_of(k, rows, (int32_t)c, of_claim);
	for (size_t c = 0; c < k->world.claim_count; c++)
		if (kept[c])
			named[named_by(k, kept, (int32_t)c)] = true;
	for (size_t c = 0; c < k->world.claim_count; c++) {
		if (named[c])
			basis[f->basis_count++] = (int32_t)c;
		if (kept[c] && k->world.claims[c].days_inferred)
			inferred[f->inferred_count++] = (int32_t)c;
	}
	row_give_back(k, basis, f->basis_count);
	row_give_back(k, inferred, f->inferred_count);
	f->basis = basis;
	f->inferred = inferred;
}

struct floor
floor_ask(struct arena *a, const struct standing *k, const struct scope *s,
    struct floor_belief belief, uint64_t assumptions)
{
	struct question q = {a, k, s, !row_is_persons(&k->world, s) && s->time.n == 0};
	uint64_t *all = bits_new(a, k->row_words), *rows = bits_new(a, k->row_words);
	uint64_t *support = bits_new(a, k->row_words);
	struct floor f = {.basis = NULL};

	for (size_t i = 0; i < k->row_count; i++)
		if (is_believed(k, &k->rows[i], belief) && speaks_of(&q, &k->rows[i]))
			bits_add(all, i);
	reaching(&q, all, assumptions, rows);
	f.low = least(&q, rows, support);
	f.assumes = needed(&q, rows, support, f.low, assumptions);
	take_away(&q, rows, support, f.low);
	name_basis(&q, rows, &f);
	return f;
}
