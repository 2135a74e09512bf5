#include "engine/claim/sums.h"

struct finder {
	struct arena *a;
	const struct sums_ground *g;
	const struct world *world;
	struct sum *sums;
	size_t count, capacity;
};

bool
sums_same_scope(const struct sums_ground *g, int32_t a, int32_t b)
{
	const struct world_claim *x = &g->atoms->world->claims[a];
	const struct world_claim *y = &g->atoms->world->claims[b];

	return x->scope.who == y->scope.who && str_eq(x->scope.time, y->scope.time) &&
	    x->day_unknown == y->day_unknown && atoms_equal(g->atoms, g->regions[a], g->regions[b]);
}

struct interval
sums_range(const struct sum *s, const struct interval *in_bounds)
{
	struct interval range = {0, 0};

	for (size_t i = 0; i < s->count; i++) {
		struct interval part = in_bounds[s->parts[i]];
		range.low += part.low;
		if (part.high == INTERVAL_OPEN || range.high == INTERVAL_OPEN)
			range.high = INTERVAL_OPEN;
		else
			range.high += part.high;
	}
	return range;
}

bool
sums_meets(const struct sum *s, const struct interval *in_bounds)
{
	struct interval parts = sums_range(s, in_bounds), total = in_bounds[s->total];
	return parts.low <= total.high && total.low <= parts.high;
}

static bool
is_plain_number(const struct world_claim *c)
{
	return c->has_interval && c->said.low == c->said.high && c->said.low == c->number &&
	    (c->exactness == PHRASE_EXACT || c->exactness == PHRASE_ROUNDED);
}

static bool
adds_up_as_said(const struct finder *f, const struct sum *s)
{
	const struct world_claim *total = &f->world->claims[s->total];
	int64_t added = 0;

	if (total->scope.measure != s->measure || !is_plain_number(total))
		return false;
	for (size_t i = 0; i < s->count; i++) {
		if (!is_plain_number(&f->world->claims[s->parts[i]]))
			return false;
		added += f->world->claims[s->parts[i]].number;
	}
	return added == total->number;
}

static void
keep(struct finder *f, struct sum sum)
{
	if (sum.count < 2)
		return;
	sum.as_said = adds_up_as_said(f, &sum);
	f->sums = arena_grow(f->a, f->sums, f->count, &f->capacity, sizeof(*f->sums));
	f->sums[f->count++] = sum;
}

static bool
has_measure(const struct finder *f, const int32_t *parts, size_t n, int32_t measure)
{
	for (size_t i = 0; i < n; i++)
		if (f->world->claims[parts[i]].scope.measure == measure)
			return true;
	return false;
}

static bool
is_term(const struct world_sum *sum, int32_t measure)
{
	for (size_t i = 0; i < sum->count; i++)
		if (sum->parts[i] == measure)
			return true;
	return false;
}

static void
composition(
    struct finder *f, int32_t total, const int32_t *parts, size_t n, const struct world_sum *form)
{
	int32_t *terms = ARENA_ARRAY(f->a, int32_t, n);
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		int32_t measure = f->world->claims[parts[i]].scope.measure;
		if (is_term(form, measure) && !has_measure(f, terms, count, measure) &&
		    sums_same_scope(f->g, total, parts[i]))
			terms[count++] = parts[i];
	}
	keep(f,
	    (struct sum){
		SUMS_COMPOSITION, total, form->whole, terms, count, count == form->count, false});
}

/* Do the parts' regions together make up the total's? They are known not to overlap. */
static bool
fills(const struct finder *f, int32_t total, const int32_t *parts, size_t n)
{
	const struct world_claim *claims = f->world->claims;
	size_t size = 0;

	for (size_t i = 0; i < n; i++) {
		if (claims[parts[i]].day_unknown != claims[total].day_unknown)
			return false;
		size += atoms_size(f->g->atoms, f->g->regions[parts[i]]);
	}
	return size == atoms_size(f->g->atoms, f->g->regions[total]);
}

static bool
is_apart(const struct finder *f, const int32_t *terms, size_t n, int32_t part)
{
	for (size_t i = 0; i < n; i++)
		if (atoms_meet(f->g->atoms, f->g->regions[terms[i]], f->g->regions[part]))
			return false;
	return true;
}

static void
placed(struct finder *f, int32_t total, const int32_t *parts, size_t n)
{
	const struct scope *whole = &f->world->claims[total].scope;
	int32_t *terms = ARENA_ARRAY(f->a, int32_t, n);
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		const struct scope *part = &f->world->claims[parts[i]].scope;
		if (part->measure != whole->measure || part->who != whole->who ||
		    !str_eq(part->time, whole->time) ||
		    !atoms_within(f->g->atoms, f->g->regions[parts[i]], f->g->regions[total]))
			continue;
		if (!is_apart(f, terms, count, parts[i]))
			return; /* which of them add is not said */
		terms[count++] = parts[i];
	}
	keep(f,
	    (struct sum){SUMS_PLACED, total, whole->measure, terms, count,
		fills(f, total, terms, count), false});
}

static bool
is_counted_by_another(const struct finder *f, const int32_t *parts, size_t n, size_t part)
{
	int32_t measure = f->world->claims[parts[part]].scope.measure;

	for (size_t i = 0; i < n; i++) {
		int32_t other = f->world->claims[parts[i]].scope.measure;
		if (i != part &&
		    (other == measure ? i < part : reach_related(f->g->reach, measure, other)))
			return true;
	}
	return false;
}

/* Categories: none of them bounds another, and no declared composition says better. */
static void
categories(struct finder *f, int32_t total, const int32_t *parts, size_t n)
{
	int32_t whole = f->world->claims[total].scope.measure;
	int32_t *terms = ARENA_ARRAY(f->a, int32_t, n);
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if (f->world->claims[parts[i]].scope.measure != whole &&
		    sums_same_scope(f->g, total, parts[i]))
			terms[count++] = parts[i];
	for (size_t i = 0; i < count; i++)
		if (is_counted_by_another(f, terms, count, i))
			return;
	for (size_t i = 0; i < f->world->composition_count; i++) {
		const struct world_sum *form = &f->world->compositions[i];
		bool says_better = form->whole == whole;
		for (size_t t = 0; t < count && says_better; t++)
			says_better = is_term(form, f->world->claims[terms[t]].scope.measure);
		if (says_better)
			return;
	}
	struct sum sum = {SUMS_CATEGORIES, total, whole, terms, count, false, false};
	keep(f, sum);
}

static void
sums_of_total(struct finder *f, int32_t total, const int32_t *parts, size_t n)
{
	for (size_t i = 0; i < f->world->composition_count; i++)
		composition(f, total, parts, n, &f->world->compositions[i]);
	placed(f, total, parts, n);
	categories(f, total, parts, n);
}

struct sum *
sums_find(struct arena *a, const struct sums_ground *g, size_t *count)
{
	const struct world *w = g->atoms->world;
	struct finder f = {.a = a, .g = g, .world = w};
	size_t *capacity = ARENA_ARRAY(a, size_t, w->claim_count);
	size_t *n = ARENA_ARRAY(a, size_t, w->claim_count);
	int32_t **parts = ARENA_ARRAY(a, int32_t *, w->claim_count);

	for (size_t c = 0; c < w->claim_count; c++) {
		int32_t total = w->claims[c].part_of;
		if (total == WORLD_NONE || !w->claims[c].has_interval || g->aside[c])
			continue;
		parts[total] =
		    arena_grow(a, parts[total], n[total], &capacity[total], sizeof(*parts[total]));
		parts[total][n[total]++] = (int32_t)c;
	}
	for (size_t c = 0; c < w->claim_count; c++)
		if (n[c] >= 2)
			sums_of_total(&f, (int32_t)c, parts[c], n[c]);
	*count = f.count;
	return f.sums;
}
