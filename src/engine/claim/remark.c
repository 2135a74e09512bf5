#include "engine/claim/remark.h"

#include <stdlib.h>

#include "engine/claim/bits.h"
#include "engine/claim/reach.h"
#include "engine/claim/remark_list.h"

struct str
remark_name(enum remark_kind kind)
{
	static const struct str names[REMARK_KINDS] = {
#define X(NAME, name, meaning) STR_INIT(name),
#include "engine/claim/remark.def"
#undef X
	};
	return names[kind];
}

struct remark_draft
remark_draft_of(enum remark_kind kind, int64_t value)
{
	return (struct remark_draft){.kind = kind, .value = value};
}

void
remark_claim(struct remark_list *l, struct remark_draft *d, int32_t claim)
{
	int32_t total = l->k->world.claims[claim].part_of;
	int32_t name = total == WORLD_NONE ? claim : total;

	for (size_t i = 0; i < d->claim_count; i++)
		if (d->claims[i] == name)
			return;
	d->claims =
	    arena_grow(l->a, d->claims, d->claim_count, &d->claim_capacity, sizeof(*d->claims));
	d->claims[d->claim_count++] = name;
}

void
remark_term_add(struct remark_list *l, struct remark_draft *d, struct remark_term term)
{
	d->terms = arena_grow(l->a, d->terms, d->term_count, &d->term_capacity, sizeof(*d->terms));
	d->terms[d->term_count++] = term;
}

void
remark_keep(struct remark_list *l, const struct remark_draft *d)
{
	l->drafts = arena_grow(l->a, l->drafts, l->count, &l->capacity, sizeof(*l->drafts));
	l->drafts[l->count++] = *d;
}

static int
by_number(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	return (x > y) - (x < y);
}

void
remark_keep_sorted(struct remark_list *l, const struct remark_draft *d)
{
	if (d->claim_count > 0)
		qsort(d->claims, d->claim_count, sizeof(*d->claims), by_number);
	remark_keep(l, d);
}

static void
add_terms(struct remark_list *l, struct remark_draft *d, const struct clash_term *terms, size_t n)
{
	for (size_t i = 0; i < n; i++)
		remark_term_add(
		    l, d, (struct remark_term){terms[i].sign, terms[i].number, terms[i].claim});
	if (n > 0)
		remark_term_add(l, d, (struct remark_term){'=', d->value, WORLD_NONE});
}

static void
of_variants(struct remark_list *l)
{
	for (size_t i = 0; i < l->k->variant_count; i++) {
		const struct variant *v = &l->k->variants[i];
		struct remark_draft drift = remark_draft_of(REMARK_MEASURE_DRIFT, REMARK_NO_VALUE);
		struct remark_draft gap = remark_draft_of(
		    v->within ? REMARK_SAME_WITHIN_WORDING : REMARK_ORIGIN_DISAGREES, v->gap);
		remark_claim(l, &drift, v->head);
		remark_claim(l, &drift, v->other);
		remark_claim(l, &gap, v->head);
		remark_claim(l, &gap, v->other);
		add_terms(l, &gap, v->terms, v->term_count);
		if (v->drift)
			remark_keep_sorted(l, &drift);
		if (v->gap > 0)
			remark_keep_sorted(l, &gap);
	}
}

static void
of_wording(struct remark_list *l, const struct clashes *found)
{
	for (size_t i = 0; i < found->within_count; i++) {
		const struct clash *c = &found->within[i];
		struct remark_draft d = remark_draft_of(REMARK_SAME_WITHIN_WORDING, c->gap);
		struct clash_term *terms = ARENA_ARRAY(l->a, struct clash_term, c->term_count);
		for (size_t j = 0; j < c->claim_count; j++)
			remark_claim(l, &d, l->k->ours[c->claims[j]]);
		for (size_t j = 0; j < c->term_count; j++) {
			terms[j] = c->terms[j];
			terms[j].claim = l->k->ours[terms[j].claim];
		}
		add_terms(l, &d, terms, c->term_count);
		remark_keep_sorted(l, &d);
	}
}

static void
of_modal(struct remark_list *l)
{
	for (size_t c = 0; c < l->k->world.claim_count; c++) {
		const struct world_claim *claim = &l->k->world.claims[c];
		struct remark_draft d = remark_draft_of(REMARK_MODAL, REMARK_NO_VALUE);
		if (claim->has_interval || l->k->claims[c].status == STANDING_SUPERSEDED)
			continue;
		remark_claim(l, &d, (int32_t)c);
		if (claim->number > 0)
			remark_term_add(
			    l, &d, (struct remark_term){' ', claim->number, (int32_t)c});
		remark_keep(l, &d);
	}
}

static void
keep_weaker(struct remark_list *l, const struct row *r, const struct row *lists)
{
	struct remark_draft d = remark_draft_of(REMARK_UNDER_DOCUMENTED, lists->low - r->low);

	remark_claim(l, &d, r->claim);
	remark_claim(l, &d, lists->claim);
	remark_term_add(l, &d, (struct remark_term){' ', r->low, r->claim});
	remark_term_add(l, &d, (struct remark_term){'/', lists->low, lists->claim});
	remark_keep_sorted(l, &d);
}

/* An open figure below what lists document, for a scope that holds theirs: it clashes with nothing.
 */
static void
of_documented(struct remark_list *l)
{
	const struct standing *k = l->k;

	for (size_t d = 0; d < k->row_count; d++) {
		const struct row *lists = &k->rows[d];
		if (!k->world.claims[lists->claim].documented)
			continue;
		for (size_t i = 0; i < k->row_count; i++) {
			const struct row *r = &k->rows[i];
			bool weaker = i != d && r->total && !r->sum && !r->unnamed &&
			    k->world.claims[r->claim].said.high == INTERVAL_OPEN &&
			    r->decided == lists->decided && bits_has(k->inside[i], d) &&
			    reach_who(&k->world, lists->scope->who, r->scope->who) &&
			    row_reaches(k, lists, r->measure, 0) && r->low < lists->low;
			if (weaker)
				keep_weaker(l, r, lists);
		}
	}
}

static int
in_order(const void *a, const void *b)
{
	const struct remark_draft *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	for (size_t i = 0; i < x->claim_count && i < y->claim_count; i++)
		if (x->claims[i] != y->claims[i])
			return x->claims[i] < y->claims[i] ? -1 : 1;
	if (x->claim_count != y->claim_count)
		return x->claim_count < y->claim_count ? -1 : 1;
	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	return (x->term_count > y->term_count) - (x->term_count < y->term_count);
}

static struct remark
finished(const struct remark_list *l, struct remark_draft *d)
{
	row_give_back(l->k, d->claims, d->claim_count);
	for (size_t i = 0; i < d->term_count; i++)
		if (d->terms[i].claim != WORLD_NONE)
			d->terms[i].claim = l->k->theirs[d->terms[i].claim];
	return (struct remark){
	    d->kind, d->claims, d->claim_count, d->value, d->terms, d->term_count};
}

struct remark *
remark_all(struct arena *a, const struct standing *k, const struct clashes *found, size_t *count)
{
	struct remark_list l = {.a = a, .k = k};

	remark_sums(&l);
	of_variants(&l);
	remark_series(&l);
	remark_remainders(&l);
	remark_balances(&l);
	of_wording(&l, found);
	of_documented(&l);
	of_modal(&l);
	if (l.count > 0)
		qsort(l.drafts, l.count, sizeof(*l.drafts), in_order);
	struct remark *all = ARENA_ARRAY(a, struct remark, l.count);
	for (size_t i = 0; i < l.count; i++)
		all[i] = finished(&l, &l.drafts[i]);
	*count = l.count;
	return all;
}
