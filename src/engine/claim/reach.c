#include "engine/claim/reach.h"

#include <assert.h>

#define PATHS 8 /* smallest sets of assumptions kept per pair; a further one is not used */

struct paths {
	uint64_t mask[PATHS]; /* no one inside another */
	size_t count;
};

struct reach {
	size_t n;
	struct paths *up[REACH_KINDS]; /* [low * n + high] */
	int32_t *group;                /* measures joined by edges share a number */
};

static bool
add_path(struct paths *p, uint64_t mask)
{
	size_t kept = 0;

	for (size_t i = 0; i < p->count; i++)
		if ((p->mask[i] & ~mask) == 0)
			return false;
	for (size_t i = 0; i < p->count; i++)
		if ((mask & ~p->mask[i]) != 0)
			p->mask[kept++] = p->mask[i];
	p->count = kept;
	if (kept == PATHS)
		return false;
	p->mask[p->count++] = mask;
	return true;
}

static bool
edge_counts(const struct world *w, const struct world_edge *e, enum reach_kind kind)
{
	if (kind == REACH_PERSONS)
		return true;
	return e->assumption == WORLD_NONE &&
	    w->measures[e->high].counts == w->measures[e->low].counts;
}

static bool
follow(struct reach *r, enum reach_kind kind, const struct world_edge *e)
{
	uint64_t bit = e->assumption == WORLD_NONE ? 0 : UINT64_C(1) << e->assumption;
	bool changed = false;

	for (size_t from = 0; from < r->n; from++) {
		const struct paths *to_low = &r->up[kind][from * r->n + (size_t)e->low];
		struct paths *to_high = &r->up[kind][from * r->n + (size_t)e->high];
		if (to_low == to_high)
			continue;
		for (size_t i = 0; i < to_low->count; i++)
			changed |= add_path(to_high, to_low->mask[i] | bit);
	}
	return changed;
}

static void
close_paths(struct reach *r, const struct world *w, enum reach_kind kind)
{
	for (size_t m = 0; m < r->n; m++)
		add_path(&r->up[kind][m * r->n + m], 0);
	for (bool changed = true; changed;) {
		changed = false;
		for (size_t i = 0; i < w->edge_count; i++)
			if (edge_counts(w, &w->edges[i], kind))
				changed |= follow(r, kind, &w->edges[i]);
	}
}

static void
join_groups(struct reach *r, const struct world *w)
{
	for (size_t m = 0; m < r->n; m++)
		r->group[m] = (int32_t)m;
	for (size_t i = 0; i < w->edge_count; i++) {
		int32_t from = r->group[w->edges[i].low], to = r->group[w->edges[i].high];
		for (size_t m = 0; m < r->n; m++)
			if (r->group[m] == from)
				r->group[m] = to;
	}
}

struct reach *
reach_new(struct arena *a, const struct world *w)
{
	struct reach *r = ARENA_NEW(a, struct reach);

	assert(w->assumption_count <= WORLD_ASSUMPTIONS);
	r->n = w->measure_count;
	r->group = ARENA_ARRAY(a, int32_t, r->n);
	join_groups(r, w);
	for (int kind = 0; kind < REACH_KINDS; kind++) {
		r->up[kind] = ARENA_ARRAY(a, struct paths, r->n * r->n);
		close_paths(r, w, (enum reach_kind)kind);
	}
	return r;
}

bool
reach_up(const struct reach *r, enum reach_kind kind, int32_t low, int32_t high, uint64_t mask)
{
	const struct paths *p = &r->up[kind][(size_t)low * r->n + (size_t)high];

	for (size_t i = 0; i < p->count; i++)
		if ((p->mask[i] & ~mask) == 0)
			return true;
	return false;
}

bool
reach_related(const struct reach *r, int32_t a, int32_t b)
{
	return reach_up(r, REACH_PERSONS, a, b, UINT64_MAX) ||
	    reach_up(r, REACH_PERSONS, b, a, UINT64_MAX);
}

bool
reach_joined(const struct reach *r, int32_t a, int32_t b)
{
	return r->group[a] == r->group[b];
}

bool
reach_who(const struct world *w, int32_t low, int32_t high)
{
	while (low != high && low != WORLD_NONE)
		low = w->whos[low].parent;
	return low == high;
}
