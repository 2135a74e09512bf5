#include "engine/claim/variant.h"

#include <assert.h>
#include <stdlib.h>

#include "engine/claim/ends.h"
#include "engine/claim/minset.h"

#define MOST_SETS 50
#define MOST_WORK 2000 /* questions */

struct near {
	int wording, carriers;
	int32_t claim;
};

static int
nearest_first(const void *a, const void *b)
{
	const struct near *x = a, *y = b;

	if (x->wording != y->wording)
		return x->wording < y->wording ? -1 : 1;
	if (x->carriers != y->carriers)
		return x->carriers < y->carriers ? -1 : 1;
	return (x->claim > y->claim) - (x->claim < y->claim);
}

static bool
is_same_number(const struct variant_ground *g, int32_t a, int32_t b)
{
	const struct world_claim *claims = g->ground->atoms->world->claims;
	int64_t x = claims[a].number, y = claims[b].number, most = x > y ? x : y;
	struct interval i = g->in_bounds[a], j = g->in_bounds[b];

	return x > 0 && y > 0 && (x > y ? x - y : y - x) <= most / 10 && i.low <= j.high &&
	    j.low <= i.high;
}

/* Detentions against persons, or what was seen against a total: two figures, not two wordings. */
static bool
counts_alike(const struct world_claim *x, const struct world_claim *y)
{
	enum world_unit a = x->scope.unit, b = y->scope.unit;
	enum world_coverage c = x->coverage, d = y->coverage;

	return (a == b || a == WORLD_UNSTATED || b == WORLD_UNSTATED) &&
	    (c == d || c == WORLD_UNKNOWN || d == WORLD_UNKNOWN);
}

static bool
is_variant(const struct variant_ground *g, int32_t a, int32_t b, bool *drift)
{
	const struct sums_ground *ground = g->ground;
	const struct atoms *t = ground->atoms;
	const struct world_claim *x = &t->world->claims[a], *y = &t->world->claims[b];
	struct region i = ground->regions[a], j = ground->regions[b];

	if (x->origin == WORLD_NONE || x->origin != y->origin || !world_said_together(x, y) ||
	    !counts_alike(x, y) || x->day_unknown != y->day_unknown ||
	    x->scope.who != y->scope.who || !str_eq(x->scope.time, y->scope.time) ||
	    (x->scope.days_of == WORLD_DECISION) != (y->scope.days_of == WORLD_DECISION) ||
	    !bits_equal(i.places, j.places, t->place_words))
		return false;
	*drift = x->scope.measure != y->scope.measure;
	if (!*drift)
		return bits_equal(i.days, j.days, t->day_words);
	return reach_related(ground->reach, x->scope.measure, y->scope.measure) &&
	    bits_meet(i.days, j.days, t->day_words) && is_same_number(g, a, b);
}

/* One figure of a pair: what it counts, in the words of the head. */
struct figure {
	int32_t claim, measure;
	bool whole; /* the head's own people, places and days */
	bool of_head;
	int32_t unknown;
};

struct pair {
	struct arena *a;
	const struct variant_ground *g;
	int32_t head, other;
	struct figure *figures;
	size_t count, unknowns;
	struct elastic_link *links;
	size_t link_count, link_capacity;
	int64_t left; /* questions that may still be asked */
};

static bool
is_same_figure(const struct pair *p, const struct figure *x, const struct figure *y)
{
	const struct sums_ground *g = p->g->ground;

	if (x->measure != y->measure || x->whole != y->whole)
		return false;
	return x->whole || sums_same_scope(g, x->claim, y->claim);
}

static void
add_figure(struct pair *p, int32_t claim, int32_t total)
{
	const struct world_claim *claims = p->g->ground->atoms->world->claims;
	struct figure f = {.claim = claim,
	    .measure = claims[claim].scope.measure,
	    .whole = claim == total || sums_same_scope(p->g->ground, claim, total),
	    .of_head = total == p->head,
	    .unknown = WORLD_NONE};

	if (claim == total)
		f.measure = claims[p->head].scope.measure;
	for (size_t i = 0; i < p->count && f.unknown == WORLD_NONE; i++)
		if (is_same_figure(p, &p->figures[i], &f))
			f.unknown = p->figures[i].unknown;
	if (f.unknown == WORLD_NONE)
		f.unknown = (int32_t)p->unknowns++;
	p->figures[p->count++] = f;
}

static void
add_figures(struct pair *p, int32_t total)
{
	const struct world *w = p->g->ground->atoms->world;

	add_figure(p, total, total);
	for (size_t c = 0; c < w->claim_count; c++)
		if (w->claims[c].part_of == total && !p->g->ground->aside[c])
			add_figure(p, (int32_t)c, total);
}

static void
add_link(struct pair *p, const int32_t *vars, const int32_t *coefs, size_t n)
{
	p->links = arena_grow(p->a, p->links, p->link_count, &p->link_capacity, sizeof(*p->links));
	p->links[p->link_count++] = (struct elastic_link){vars, coefs, n};
}

/* whole - parts = 0 */
static void
add_equation(struct pair *p, int32_t whole, const int32_t *parts, size_t n)
{
	int32_t *vars = ARENA_ARRAY(p->a, int32_t, n + 1);
	int32_t *plus = ARENA_ARRAY(p->a, int32_t, n + 1);
	int32_t *minus = ARENA_ARRAY(p->a, int32_t, n + 1);

	for (size_t i = 0; i <= n; i++) {
		vars[i] = i == 0 ? whole : parts[i - 1];
		plus[i] = i == 0 ? 1 : -1;
		minus[i] = -plus[i];
	}
	add_link(p, vars, plus, n + 1);
	add_link(p, vars, minus, n + 1);
}

static int32_t
unknown_of(struct pair *p, int32_t measure)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->figures[i].whole && p->figures[i].measure == measure)
			return p->figures[i].unknown;
	return WORLD_NONE;
}

static void
link_composition(struct pair *p, const struct world_sum *form)
{
	int32_t whole = unknown_of(p, form->whole);
	int32_t *parts = ARENA_ARRAY(p->a, int32_t, form->count);
	size_t known = 0;

	for (size_t i = 0; i < form->count; i++) {
		parts[i] = unknown_of(p, form->parts[i]);
		known += parts[i] != WORLD_NONE;
	}
	if (known == 0 || whole == WORLD_NONE)
		return;
	for (size_t i = 0; i < form->count; i++)
		if (parts[i] == WORLD_NONE)
			parts[i] = (int32_t)p->unknowns++;
	add_equation(p, whole, parts, form->count);
}

static int32_t
unknown_of_claim(const struct pair *p, int32_t claim)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->figures[i].claim == claim)
			return p->figures[i].unknown;
	assert(false);
	return WORLD_NONE;
}

static void
link_placed(struct pair *p, const struct sum *sum)
{
	int32_t *parts = ARENA_ARRAY(p->a, int32_t, sum->count);

	for (size_t i = 0; i < sum->count; i++)
		parts[i] = unknown_of_claim(p, sum->parts[i]);
	add_equation(p, unknown_of_claim(p, sum->total), parts, sum->count);
}

static void
link_measures(struct pair *p)
{
	for (size_t i = 0; i < p->count; i++) {
		for (size_t j = 0; j < p->count; j++) {
			const struct figure *low = &p->figures[i], *high = &p->figures[j];
			if (!low->whole || !high->whole || low->unknown == high->unknown ||
			    !reach_up(
				p->g->ground->reach, REACH_PERSONS, low->measure, high->measure, 0))
				continue;
			int32_t *vars = ARENA_ARRAY(p->a, int32_t, 2);
			int32_t *coefs = ARENA_ARRAY(p->a, int32_t, 2);
			vars[0] = high->unknown;
			vars[1] = low->unknown;
			coefs[0] = 1;
			coefs[1] = -1;
			add_link(p, vars, coefs, 2);
		}
	}
}

static struct pair
pair_of(struct arena *a, const struct variant_ground *g, int32_t head, int32_t other)
{
	const struct world *w = g->ground->atoms->world;
	struct pair p = {.a = a, .g = g, .head = head, .other = other, .left = MOST_WORK};

	p.figures = ARENA_ARRAY(a, struct figure, w->claim_count);
	add_figures(&p, head);
	add_figures(&p, other);
	link_measures(&p);
	for (size_t i = 0; i < w->composition_count; i++)
		link_composition(&p, &w->compositions[i]);
	for (size_t i = 0; i < g->sum_count; i++)
		if (g->sums[i].kind == SUMS_PLACED && g->sums[i].complete &&
		    (g->sums[i].total == head || g->sums[i].total == other))
			link_placed(&p, &g->sums[i]);
	return p;
}

static struct elastic_gap
pair_gap(struct arena *a, const struct pair *p, const uint64_t *active, struct ends *ends)
{
	*ends = (struct ends){.a = a};
	for (size_t i = 0; i < p->count; i++) {
		const struct figure *f = &p->figures[i];
		struct interval said = p->g->in_bounds[f->claim];
		if (!bits_has(active, i))
			continue;
		if (said.low > 0)
			ends_add(ends, i, f->claim,
			    (struct elastic_row){&f->unknown, 1, false, said.low});
		if (said.high != INTERVAL_OPEN)
			ends_add(ends, i, f->claim,
			    (struct elastic_row){&f->unknown, 1, true, said.high});
	}
	struct elastic program = {p->unknowns, ends->rows, ends->count, p->links, p->link_count};
	return elastic_least(a, &program);
}

static bool
pair_fails(void *context, const uint64_t *active, uint64_t *core)
{
	struct pair *p = context;
	struct arena *scratch = arena_new();
	struct ends ends;
	struct elastic_gap gap = pair_gap(scratch, p, active, &ends);

	p->left--;

	for (size_t w = 0; w < BITS_WORDS(p->count); w++)
		core[w] = 0;
	for (size_t i = 0; i < ends.count; i++)
		if (gap.weights[i] != 0)
			bits_add(core, ends.owners[i]);
	arena_free(scratch);
	return gap.people > 0;
}

static bool
holds_both(const struct pair *p, const uint64_t *set)
{
	bool head = false, other = false;

	for (size_t i = 0; i < p->count; i++) {
		if (!bits_has(set, i))
			continue;
		head |= p->figures[i].of_head;
		other |= !p->figures[i].of_head;
	}
	return head && other;
}

static int64_t
most_give(const struct pair *p, const uint64_t *set)
{
	const struct world_claim *claims = p->g->ground->atoms->world->claims;
	int64_t most = 0;

	for (size_t i = 0; i < p->count; i++) {
		int32_t c = p->figures[i].claim;
		int64_t give = bits_has(set, i) ? ends_give(&claims[c], p->g->in_bounds[c]) : 0;
		most = give > most ? give : most;
	}
	return most;
}

static void
compare(struct arena *a, const struct variant_ground *g, struct variant *v)
{
	struct pair p = pair_of(a, g, v->head, v->other);
	struct minset_question q = {p.count, pair_fails, &p, MOST_SETS, &p.left};
	struct minset found = minset_all(a, &q);

	for (size_t i = 0; i < found.count; i++) {
		struct ends ends;
		struct elastic_gap gap = pair_gap(a, &p, found.sets[i], &ends);
		if (!holds_both(&p, found.sets[i]) || gap.people == 0 ||
		    (v->gap != 0 && v->gap <= gap.people))
			continue;
		v->gap = gap.people;
		v->within = gap.people <= most_give(&p, found.sets[i]);
		v->terms = ends_terms(a, &ends, &gap, &v->term_count);
	}
}

static struct near *
by_nearness(struct arena *a, const struct variant_ground *g, size_t *count)
{
	const struct world *w = g->ground->atoms->world;
	struct near *near = ARENA_ARRAY(a, struct near, w->claim_count);

	*count = 0;
	for (size_t c = 0; c < w->claim_count; c++)
		if (!g->skipped[c])
			near[(*count)++] =
			    (struct near){w->claims[c].wording, w->claims[c].carriers, (int32_t)c};
	if (*count > 0)
		qsort(near, *count, sizeof(*near), nearest_first);
	return near;
}

static bool
supersedes(const struct world_claim *c, int32_t other)
{
	for (size_t i = 0; i < c->supersedes_count; i++)
		if (c->supersedes[i] == other)
			return true;
	return false;
}

struct search {
	struct arena *a;
	const struct variant_ground *g;
	const struct near *near;
	size_t n;
	bool *left;
	struct variant *found;
	size_t count, capacity;
};

/* What leaves for the i-th nearest claim. */
static void
leave_for(struct search *s, size_t i)
{
	const struct world_claim *claims = s->g->ground->atoms->world->claims;

	for (size_t j = i + 1; j < s->n && !s->left[i]; j++) {
		struct variant v = {.head = s->near[i].claim, .other = s->near[j].claim};
		if (s->left[j] || supersedes(&claims[v.other], v.head) ||
		    supersedes(&claims[v.head], v.other) ||
		    !is_variant(s->g, v.head, v.other, &v.drift))
			continue;
		s->left[j] = true;
		compare(s->a, s->g, &v);
		s->found = arena_grow(s->a, s->found, s->count, &s->capacity, sizeof(*s->found));
		s->found[s->count++] = v;
	}
}

struct variant *
variant_find(struct arena *a, const struct variant_ground *g, size_t *count)
{
	struct search s = {.a = a, .g = g};

	s.near = by_nearness(a, g, &s.n);
	s.left = ARENA_ARRAY(a, bool, s.n);
	for (size_t i = 0; i < s.n; i++)
		if (!g->superseded[s.near[i].claim])
			leave_for(&s, i);
	for (size_t i = 0; i < s.n; i++)
		if (g->superseded[s.near[i].claim])
			leave_for(&s, i);
	*count = s.count;
	return s.found;
}
