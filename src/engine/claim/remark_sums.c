#include "engine/claim/remark_list.h"

/* How far two intervals are apart; 0 where they meet. */
static int64_t
distance(struct interval a, struct interval b)
{
	if (a.low > b.high)
		return a.low - b.high;
	if (b.low > a.high)
		return b.low - a.high;
	return 0;
}

/* "670 + 115 + 172 = 957", or "677 + 305 + 3,000 = 3,982 / 4,000"; nothing without numbers. */
static void
spell(struct remark_list *l, struct remark_draft *d, const int32_t *parts, size_t n, int32_t total)
{
	const struct world_claim *claims = l->k->world.claims;
	int64_t added = 0, said = claims[total].number;
	bool all = said > 0;

	for (size_t i = 0; i < n; i++)
		all = all && claims[parts[i]].number > 0;
	if (!all)
		return;
	for (size_t i = 0; i < n; i++) {
		added += claims[parts[i]].number;
		remark_term_add(l, d, (struct remark_term){'+', claims[parts[i]].number, parts[i]});
	}
	remark_term_add(l, d, (struct remark_term){'=', added, added == said ? total : WORLD_NONE});
	if (added != said)
		remark_term_add(l, d, (struct remark_term){'/', said, total});
}

static void
of_sum(struct remark_list *l, const struct sum *s)
{
	const struct standing *k = l->k;
	struct interval range = sums_range(s, k->in_bounds), total = k->in_bounds[s->total];
	int64_t apart = distance(range, total);

	if (!k->world.claims[s->total].has_interval ||
	    s->measure != k->world.claims[s->total].scope.measure ||
	    k->claims[s->total].status == STANDING_SUPERSEDED)
		return;
	bool whole = s->complete || s->as_said || s->kind == SUMS_CATEGORIES;
	bool too_many = range.low > total.high && s->kind != SUMS_CATEGORIES;
	bool too_few = s->complete && range.high < total.low;
	if (!(whole && apart == 0) && !too_many && !too_few)
		return;
	struct remark_draft d = apart == 0 ? remark_draft_of(REMARK_SUM_HOLDS, REMARK_NO_VALUE)
					   : remark_draft_of(REMARK_SUM_FAILS, apart);
	remark_claim(l, &d, s->total);
	spell(l, &d, s->parts, s->count, s->total);
	remark_keep(l, &d);
}

/* Do the claims that c was derived from divide its scope? */
static bool
divide(const struct standing *k, const struct world_claim *c, struct region region)
{
	const struct atoms *t = k->ground.atoms;
	size_t size = 0;

	for (size_t i = 0; i < c->derived_count; i++) {
		const struct scope *s = &k->world.claims[c->derived_from[i]].scope;
		struct region r = k->ground.regions[c->derived_from[i]];
		if (k->world.claims[c->derived_from[i]].day_unknown != c->day_unknown ||
		    s->measure != c->scope.measure || s->who != c->scope.who ||
		    !str_eq(s->time, c->scope.time) || !atoms_within(t, r, region))
			return false;
		for (size_t j = 0; j < i; j++)
			if (atoms_meet(t, r, k->ground.regions[c->derived_from[j]]))
				return false;
		size += atoms_size(t, r);
	}
	return c->derived_count >= 2 && size == atoms_size(t, region);
}

static void
of_derived(struct remark_list *l, int32_t claim)
{
	const struct standing *k = l->k;
	const struct world_claim *c = &k->world.claims[claim];

	if (!c->has_interval || k->claims[claim].status != STANDING_DERIVED ||
	    !divide(k, c, k->ground.regions[claim]))
		return;
	struct sum sum = {.parts = c->derived_from, .count = c->derived_count};
	int64_t apart = distance(sums_range(&sum, k->in_bounds), k->in_bounds[claim]);
	struct remark_draft d = apart == 0 ? remark_draft_of(REMARK_SUM_HOLDS, REMARK_NO_VALUE)
					   : remark_draft_of(REMARK_SUM_FAILS, apart);
	remark_claim(l, &d, claim);
	for (size_t i = 0; i < c->derived_count; i++)
		remark_claim(l, &d, c->derived_from[i]);
	spell(l, &d, c->derived_from, c->derived_count, claim);
	remark_keep_sorted(l, &d);
}

/* Does part q of total `other` give the same figure as part p of total `head`? */
static bool
is_same_part(const struct standing *k, int32_t p, int32_t head, int32_t q, int32_t other)
{
	const struct world_claim *claims = k->world.claims;
	bool whole = sums_same_scope(&k->ground, p, head) &&
	    claims[p].scope.measure != claims[head].scope.measure;

	if (claims[p].scope.measure != claims[q].scope.measure)
		return false;
	return whole ? sums_same_scope(&k->ground, q, other) : sums_same_scope(&k->ground, p, q);
}

/* The standing sum with one part as the variant has it: 617 + 115 + 172 = 904 / 957. */
static void
of_variant_part(struct remark_list *l, const struct variant *v, const struct sum *s, int32_t q)
{
	const struct standing *k = l->k;
	int32_t *parts = ARENA_ARRAY(l->a, int32_t, s->count);
	bool replaced = false;

	for (size_t i = 0; i < s->count; i++) {
		bool same = !replaced && is_same_part(k, s->parts[i], v->head, q, v->other);
		parts[i] = same ? q : s->parts[i];
		replaced |= same;
	}
	if (!replaced)
		return;
	struct sum sum = *s;
	sum.parts = parts;
	int64_t apart = distance(sums_range(&sum, k->in_bounds), k->in_bounds[v->head]);
	if (apart == 0)
		return;
	struct remark_draft d = remark_draft_of(REMARK_SUM_FAILS, apart);
	remark_claim(l, &d, v->head);
	remark_claim(l, &d, v->other);
	spell(l, &d, parts, s->count, v->head);
	remark_keep_sorted(l, &d);
}

static void
of_variant(struct remark_list *l, const struct variant *v)
{
	const struct standing *k = l->k;

	for (size_t i = 0; i < k->sum_count; i++) {
		const struct sum *s = &k->sums[i];
		if (s->total != v->head || (!s->complete && !s->as_said) ||
		    s->measure != k->world.claims[v->head].scope.measure ||
		    !sums_meets(s, k->in_bounds))
			continue;
		for (size_t c = 0; c < k->world.claim_count; c++)
			if (k->world.claims[c].part_of == v->other && !k->ground.aside[c])
				of_variant_part(l, v, s, (int32_t)c);
	}
}

static void
of_part(struct remark_list *l, int32_t part)
{
	const struct standing *k = l->k;
	const struct world_claim *p = &k->world.claims[part];
	enum standing_status status = k->claims[part].status;

	if (p->part_of == WORLD_NONE || k->ground.aside[part] || status == STANDING_SUPERSEDED ||
	    status == STANDING_DERIVED)
		return;
	const struct world_claim *whole = &k->world.claims[p->part_of];
	int64_t low = k->in_bounds[part].low, high = k->in_bounds[p->part_of].high;
	bool events_of_persons =
	    p->scope.unit == WORLD_ADDITIVE && row_is_persons(&k->world, &whole->scope);
	if (!whole->has_interval || low <= high || events_of_persons)
		return;
	struct remark_draft d = remark_draft_of(REMARK_PART_EXCEEDS_WHOLE, low - high);
	remark_claim(l, &d, part);
	remark_term_add(l, &d, (struct remark_term){'+', low, part});
	remark_term_add(l, &d, (struct remark_term){'-', high, p->part_of});
	remark_term_add(l, &d, (struct remark_term){'=', low - high, WORLD_NONE});
	remark_keep(l, &d);
}

void
remark_sums(struct remark_list *l)
{
	for (size_t i = 0; i < l->k->sum_count; i++)
		of_sum(l, &l->k->sums[i]);
	for (size_t i = 0; i < l->k->variant_count; i++)
		of_variant(l, &l->k->variants[i]);
	for (size_t c = 0; c < l->k->world.claim_count; c++) {
		of_derived(l, (int32_t)c);
		of_part(l, (int32_t)c);
	}
}
