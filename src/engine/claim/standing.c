#include "engine/claim/standing.h"

#include <assert.h>
#include <stdlib.h>

#include "engine/claim/row.h"

struct named {
	struct str id;
	int32_t claim;
};

static int
by_id(const void *a, const void *b)
{
	return str_cmp(((const struct named *)a)->id, ((const struct named *)b)->id);
}

static const int32_t *
renumber(struct arena *a, const int32_t *ours, const int32_t *claims, size_t n)
{
	int32_t *renumbered = ARENA_ARRAY(a, int32_t, n);
	for (size_t i = 0; i < n; i++)
		renumbered[i] = ours[claims[i]];
	return renumbered;
}

/* A copy of the world's claims in order of id, so that their order never matters. */
static void
put_in_order(struct arena *a, struct standing *k, const struct world *w)
{
	size_t n = w->claim_count;
	struct named *named = ARENA_ARRAY(a, struct named, n);
	struct world_claim *claims = ARENA_ARRAY(a, struct world_claim, n);
	int32_t *theirs = ARENA_ARRAY(a, int32_t, n), *ours = ARENA_ARRAY(a, int32_t, n);

	for (size_t i = 0; i < n; i++)
		named[i] = (struct named){w->claims[i].id, (int32_t)i};
	if (n > 0)
		qsort(named, n, sizeof(*named), by_id);
	for (size_t i = 0; i < n; i++) {
		theirs[i] = named[i].claim;
		ours[theirs[i]] = (int32_t)i;
	}
	for (size_t i = 0; i < n; i++) {
		struct world_claim *c = &claims[i];
		*c = w->claims[theirs[i]];
		c->part_of = c->part_of == WORLD_NONE ? WORLD_NONE : ours[c->part_of];
		c->derived_from = renumber(a, ours, c->derived_from, c->derived_count);
		c->supersedes = renumber(a, ours, c->supersedes, c->supersedes_count);
		assert(c->part_of != (int32_t)i);
	}
	k->world = *w;
	k->world.claims = claims;
	k->theirs = theirs;
	k->ours = ours;
}

static void
lay_ground(struct arena *a, struct standing *k)
{
	size_t n = k->world.claim_count;
	const struct scope **scopes = ARENA_ARRAY(a, const struct scope *, n);
	struct region *regions = ARENA_ARRAY(a, struct region, n);

	for (size_t i = 0; i < n; i++)
		scopes[i] = &k->world.claims[i].scope;
	k->ground.atoms = atoms_new(a, &k->world, scopes, n);
	for (size_t i = 0; i < n; i++)
		regions[i] = atoms_region(a, k->ground.atoms, scopes[i]);
	k->ground.regions = regions;
	k->ground.reach = reach_new(a, &k->world);
}

static enum standing_status
status_of(const struct world *w, const struct world_claim *c)
{
	if (c->derived_count > 0)
		return STANDING_DERIVED;
	if (!c->has_interval)
		return STANDING_MODAL;
	if (c->class == WORLD_UNNAMED || c->origin == WORLD_NONE)
		return STANDING_UNNAMED;
	return w->measures[c->scope.measure].bounds ? STANDING_STANDS : STANDING_APART;
}

static void
leave(struct standing *k, int32_t claim, enum standing_status status, int32_t for_claim)
{
	k->claims[claim].status = status;
	k->claims[claim].for_claim = for_claim;
}

/* A part leaves with its total. */
static void
leave_together(struct standing *k)
{
	for (size_t i = 0; i < k->world.claim_count; i++) {
		int32_t total = k->world.claims[i].part_of;
		if (total == WORLD_NONE)
			continue;
		const struct standing_claim *t = &k->claims[total];
		bool gone = t->status == STANDING_SUPERSEDED || t->status == STANDING_DERIVED ||
		    t->status == STANDING_VARIANT;
		if (gone && k->claims[i].status != STANDING_SUPERSEDED)
			leave(k, (int32_t)i, t->status, t->for_claim);
	}
}

/* A part that left before its total did, or that speaks in another voice, is none of its terms. */
static bool
is_aside(const struct standing *k, int32_t part)
{
	const struct world *w = &k->world;
	const struct world_claim *p = &w->claims[part];

	if (p->part_of == WORLD_NONE)
		return false;
	const struct world_claim *total = &w->claims[p->part_of];
	bool superseded = k->claims[part].status == STANDING_SUPERSEDED;
	bool total_too = k->claims[p->part_of].status == STANDING_SUPERSEDED;
	return (superseded && !total_too) || p->derived_count > 0 || !p->has_interval ||
	    p->origin != total->origin || p->class != total->class ||
	    w->measures[p->scope.measure].bounds != w->measures[total->scope.measure].bounds;
}

static void
set_statuses(struct arena *a, struct standing *k)
{
	const struct world *w = &k->world;

	for (size_t i = 0; i < w->claim_count; i++)
		leave(k, (int32_t)i, status_of(w, &w->claims[i]), WORLD_NONE);
	for (size_t i = 0; i < w->claim_count; i++)
		for (size_t s = 0; s < w->claims[i].supersedes_count; s++)
			leave(k, w->claims[i].supersedes[s], STANDING_SUPERSEDED, (int32_t)i);
	bool *aside = ARENA_ARRAY(a, bool, w->claim_count);
	for (size_t i = 0; i < w->claim_count; i++)
		aside[i] = is_aside(k, (int32_t)i);
	k->ground.aside = aside;
	leave_together(k);
}

static void
set_intervals(struct arena *a, struct standing *k)
{
	const struct world *w = &k->world;

	k->in_bounds = ARENA_ARRAY(a, struct interval, w->claim_count);
	for (size_t i = 0; i < w->claim_count; i++)
		k->in_bounds[i] = world_soft(&w->claims[i]);
	k->sums = sums_find(a, &k->ground, &k->sum_count);
	for (size_t s = 0; s < k->sum_count; s++) {
		const struct sum *sum = &k->sums[s];
		if (!sum->as_said)
			continue;
		k->in_bounds[sum->total] = w->claims[sum->total].said;
		for (size_t i = 0; i < sum->count; i++)
			k->in_bounds[sum->parts[i]] = w->claims[sum->parts[i]].said;
	}
	for (size_t i = 0; i < w->claim_count; i++)
		k->claims[i].in_bounds = k->in_bounds[i];
}

static void
set_variants(struct arena *a, struct standing *k)
{
	const struct world *w = &k->world;
	bool *skipped = ARENA_ARRAY(a, bool, w->claim_count);
	bool *superseded = ARENA_ARRAY(a, bool, w->claim_count);

	for (size_t i = 0; i < w->claim_count; i++) {
		enum standing_status status = k->claims[i].status;
		superseded[i] = status == STANDING_SUPERSEDED;
		skipped[i] = w->claims[i].part_of != WORLD_NONE || !w->claims[i].has_interval ||
		    w->claims[i].derived_count > 0 || status == STANDING_UNNAMED;
	}
	struct variant_ground g = {
	    &k->ground, k->sums, k->sum_count, k->in_bounds, skipped, superseded};
	k->variants = variant_find(a, &g, &k->variant_count);
	for (size_t i = 0; i < k->variant_count; i++) {
		const struct variant *v = &k->variants[i];
		if (!superseded[v->other])
			leave(k, v->other, STANDING_VARIANT, v->head);
	}
	leave_together(k);
}

struct standing *
standing_new(struct arena *a, const struct world *w)
{
	struct standing *k = ARENA_NEW(a, struct standing);

	put_in_order(a, k, w);
	lay_ground(a, k);
	k->claims = ARENA_ARRAY(a, struct standing_claim, w->claim_count);
	set_statuses(a, k);
	set_intervals(a, k);
	set_variants(a, k);
	for (size_t i = 0; i < w->claim_count; i++)
		if (k->claims[i].for_claim != WORLD_NONE)
			k->claims[i].for_claim = k->theirs[k->claims[i].for_claim];
	row_all(a, k);
	return k;
}

const struct standing_claim *
standing_of(const struct standing *k, int32_t claim)
{
	return &k->claims[k->ours[claim]];
}
