#include "engine/claim/remark_list.h"

#include <stdlib.h>

/* A figure placed inside a total. */
struct placed {
	const struct row *row;
	size_t size;
};

static int
widest_first(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->size != y->size)
		return x->size > y->size ? -1 : 1;
	if (x->row->high != y->row->high)
		return x->row->high > y->row->high ? -1 : 1;
	return (x->row->claim > y->row->claim) - (x->row->claim < y->row->claim);
}

static int
largest_first(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->row->high != y->row->high)
		return x->row->high > y->row->high ? -1 : 1;
	return (x->row->claim > y->row->claim) - (x->row->claim < y->row->claim);
}

static bool
is_inside(const struct standing *k, const struct row *r, const struct row *total)
{
	const struct world_claim *claims = k->world.claims;

	if (r->sum || r->unnamed || r->high == INTERVAL_OPEN || r->high == 0 ||
	    r->claim == total->claim || claims[r->claim].part_of == total->claim)
		return false;
	if (r->scope->who != total->scope->who || r->scope->time.n > 0 ||
	    r->decided != total->decided || (!r->events_high && total->events_high))
		return false;
	return row_reaches(k, r, total->measure, 0) &&
	    atoms_within(k->ground.atoms, r->region, total->region) &&
	    !atoms_equal(k->ground.atoms, r->region, total->region);
}

struct left {
	struct remark_list *l;
	const struct row *total;
	int64_t low;
	struct placed *chosen;
	size_t count, own_count; /* the speaker's own come first */
};

static bool
is_apart(const struct left *left, const struct row *r)
{
	for (size_t i = 0; i < left->count; i++)
		if (atoms_meet(left->l->k->ground.atoms, left->chosen[i].row->region, r->region))
			return false;
	return true;
}

/* Adds to chosen the widest figures that do not overlap: the speaker's own totals, or others'. */
static void
choose(struct left *left, bool own)
{
	const struct standing *k = left->l->k;
	int32_t origin = k->world.claims[left->total->claim].origin;
	struct placed *all = ARENA_ARRAY(left->l->a, struct placed, k->row_count);
	size_t n = 0;

	for (size_t i = 0; i < k->row_count; i++) {
		const struct row *r = &k->rows[i];
		bool is_own = k->world.claims[r->claim].origin == origin;
		if (is_own == own && (!own || r->total) && is_inside(k, r, left->total))
			all[n++] = (struct placed){r, atoms_size(k->ground.atoms, r->region)};
	}
	if (n > 0)
		qsort(all, n, sizeof(*all), widest_first);
	for (size_t i = 0; i < n; i++)
		if (is_apart(left, all[i].row))
			left->chosen[left->count++] = all[i];
}

static int64_t
sum(const struct placed *chosen, size_t from, size_t end)
{
	int64_t total = 0;
	for (size_t i = from; i < end; i++)
		total += chosen[i].row->high;
	return total;
}

static void
report(struct left *left)
{
	struct remark_list *l = left->l;
	int64_t own = sum(left->chosen, 0, left->own_count);
	int64_t value = left->low - own - sum(left->chosen, left->own_count, left->count);

	if (value <= 0)
		return;
	struct remark_draft d = remark_draft_of(REMARK_REMAINDER, value);
	int32_t one = left->own_count == 1 ? left->chosen[0].row->claim : WORLD_NONE;
	remark_claim(l, &d, left->total->claim);
	remark_term_add(l, &d, (struct remark_term){'+', left->low, left->total->claim});
	remark_term_add(l, &d, (struct remark_term){'-', own, one});
	for (size_t i = 0; i < left->count; i++) {
		const struct row *r = left->chosen[i].row;
		remark_claim(l, &d, r->claim);
		if (i >= left->own_count)
			remark_term_add(l, &d, (struct remark_term){'-', r->high, r->claim});
	}
	remark_term_add(l, &d, (struct remark_term){'=', value, WORLD_NONE});
	remark_keep_sorted(l, &d);
}

static int64_t
narrowed_low(const struct standing *k, const struct row *total)
{
	int64_t low = total->low;

	for (size_t i = 0; i < k->row_count; i++)
		if (k->rows[i].claim == total->claim && !k->rows[i].fails &&
		    k->rows[i].measure == total->measure && k->rows[i].low > low)
			low = k->rows[i].low;
	return low;
}

void
remark_remainders(struct remark_list *l)
{
	const struct standing *k = l->k;

	for (size_t i = 0; i < k->row_count; i++) {
		const struct row *r = &k->rows[i];
		if (r->sum || r->unnamed || !r->total || r->scope->time.n > 0 ||
		    k->world.claims[r->claim].part_of != WORLD_NONE ||
		    k->world.claims[r->claim].day_unknown)
			continue;
		struct left left = {.l = l, .total = r, .low = narrowed_low(k, r)};
		left.chosen = ARENA_ARRAY(l->a, struct placed, k->row_count);
		choose(&left, true);
		left.own_count = left.count;
		if (left.count == 0)
			continue;
		report(&left);
		choose(&left, false);
		if (left.count == left.own_count)
			continue;
		qsort(left.chosen + left.own_count, left.count - left.own_count,
		    sizeof(*left.chosen), largest_first);
		report(&left);
	}
}

static bool
is_number(const struct standing *k, int32_t claim)
{
	const struct world_claim *c = &k->world.claims[claim];
	return k->claims[claim].status == STANDING_STANDS && c->said.low == c->said.high;
}

/* What the same speaker said on the same day of the same people and places, under `measure`. */
static int32_t
find_out(const struct standing *k, int32_t start, int32_t measure)
{
	const struct world_claim *claims = k->world.claims, *s = &claims[start];
	const struct atoms *t = k->ground.atoms;
	int32_t best = WORLD_NONE;

	for (size_t i = 0; i < k->world.claim_count; i++) {
		const struct world_claim *c = &claims[i];
		if (c->scope.measure != measure || !is_number(k, (int32_t)i) ||
		    c->origin != s->origin || c->scope.who != s->scope.who ||
		    !world_said_together(c, s) ||
		    !bits_equal(k->ground.regions[i].places, k->ground.regions[start].places,
			t->place_words))
			continue;
		if (best != WORLD_NONE)
			return WORLD_NONE; /* which of them goes with the start is not said */
		best = (int32_t)i;
	}
	return best;
}

static void
of_start(struct remark_list *l, const struct world_sum *form, int32_t start)
{
	int64_t left = l->k->world.claims[start].said.low;
	struct remark_draft d = remark_draft_of(REMARK_BALANCE, left);

	remark_claim(l, &d, start);
	remark_term_add(l, &d, (struct remark_term){'+', left, start});
	for (size_t i = 0; i < form->count; i++) {
		int32_t out = find_out(l->k, start, form->parts[i]);
		if (out == WORLD_NONE)
			return;
		int64_t number = l->k->world.claims[out].said.low;
		left -= number;
		remark_claim(l, &d, out);
		remark_term_add(l, &d, (struct remark_term){'-', number, out});
	}
	if (left == 0)
		return;
	d.value = left;
	remark_term_add(l, &d, (struct remark_term){'=', left, WORLD_NONE});
	remark_keep_sorted(l, &d);
}

void
remark_balances(struct remark_list *l)
{
	const struct world *w = &l->k->world;

	for (size_t i = 0; i < w->balance_count; i++)
		for (size_t c = 0; c < w->claim_count; c++)
			if (w->claims[c].scope.measure == w->balances[i].whole &&
			    is_number(l->k, (int32_t)c))
				of_start(l, &w->balances[i], (int32_t)c);
}
