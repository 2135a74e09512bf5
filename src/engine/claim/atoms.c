#include "engine/claim/atoms.h"

#include <assert.h>
#include <stdlib.h>

struct named {
	struct str id;
	int32_t place;
};

static int
by_id(const void *a, const void *b)
{
	return str_cmp(((const struct named *)a)->id, ((const struct named *)b)->id);
}

static int
by_day(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

static void
name_places(struct arena *a, struct atoms *t, const struct scope *const *scopes, size_t n)
{
	const struct world *w = t->world;
	bool *is_named = ARENA_ARRAY(a, bool, w->place_count);
	struct named *named = ARENA_ARRAY(a, struct named, w->place_count);
	int32_t *places = ARENA_ARRAY(a, int32_t, w->place_count);

	for (size_t i = 0; i < n; i++)
		for (size_t p = 0; p < scopes[i]->place_count; p++)
			is_named[scopes[i]->places[p]] = true;
	for (size_t p = 0; p < w->place_count; p++)
		if (is_named[p])
			named[t->place_count++] = (struct named){w->places[p].id, (int32_t)p};
	if (t->place_count > 0)
		qsort(named, t->place_count, sizeof(*named), by_id);
	for (size_t i = 0; i < t->place_count; i++)
		places[i] = named[i].place;
	t->places = places;
}

static void
nest_places(struct arena *a, struct atoms *t)
{
	const struct world *w = t->world;
	uint64_t **inside = ARENA_ARRAY(a, uint64_t *, w->place_count);

	t->place_words = BITS_WORDS(t->place_count);
	for (size_t i = 0; i < t->place_count; i++)
		inside[t->places[i]] = bits_new(a, t->place_words);
	for (size_t i = 0; i < t->place_count; i++)
		for (int32_t p = t->places[i]; p != WORLD_NONE; p = w->places[p].parent)
			if (inside[p] != NULL)
				bits_add(inside[p], i);
	t->inside = (const uint64_t *const *)inside;
}

static void
cut_days(struct arena *a, struct atoms *t, const struct scope *const *scopes, size_t n)
{
	size_t spans = 0, cuts = 0, kept = 0;

	for (size_t i = 0; i < n; i++)
		spans += scopes[i]->span_count;
	int64_t *starts = ARENA_ARRAY(a, int64_t, 2 * spans + 1);
	for (size_t i = 0; i < n; i++) {
		for (size_t s = 0; s < scopes[i]->span_count; s++) {
			starts[cuts++] = scopes[i]->spans[s].first;
			starts[cuts++] = (int64_t)scopes[i]->spans[s].last + 1;
		}
	}
	if (cuts > 0)
		qsort(starts, cuts, sizeof(*starts), by_day);
	for (size_t i = 0; i < cuts; i++)
		if (kept == 0 || starts[kept - 1] != starts[i])
			starts[kept++] = starts[i];
	t->starts = starts;
	t->day_count = kept == 0 ? 0 : kept - 1;
	t->day_words = BITS_WORDS(t->day_count);
}

struct atoms *
atoms_new(struct arena *a, const struct world *w, const struct scope *const *scopes, size_t n)
{
	struct atoms *t = ARENA_NEW(a, struct atoms);

	t->world = w;
	name_places(a, t, scopes, n);
	nest_places(a, t);
	cut_days(a, t, scopes, n);
	return t;
}

static size_t
atom_of(const struct atoms *t, int64_t day)
{
	size_t low = 0, high = t->day_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (t->starts[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct region
atoms_region(struct arena *a, const struct atoms *t, const struct scope *s)
{
	uint64_t *places = bits_new(a, t->place_words), *days = bits_new(a, t->day_words);

	for (size_t p = 0; p < s->place_count; p++) {
		assert(t->inside[s->places[p]] != NULL);
		bits_join(places, t->inside[s->places[p]], t->place_words);
	}
	for (size_t i = 0; i < s->span_count; i++) {
		size_t end = atom_of(t, (int64_t)s->spans[i].last + 1);
		for (size_t d = atom_of(t, s->spans[i].first); d < end; d++)
			bits_add(days, d);
	}
	return (struct region){places, days};
}

bool
atoms_within(const struct atoms *t, struct region inner, struct region outer)
{
	return bits_inside(inner.places, outer.places, t->place_words) &&
	    bits_inside(inner.days, outer.days, t->day_words);
}

bool
atoms_meet(const struct atoms *t, struct region a, struct region b)
{
	return bits_meet(a.places, b.places, t->place_words) &&
	    bits_meet(a.days, b.days, t->day_words);
}

bool
atoms_equal(const struct atoms *t, struct region a, struct region b)
{
	return bits_equal(a.places, b.places, t->place_words) &&
	    bits_equal(a.days, b.days, t->day_words);
}

size_t
atoms_size(const struct atoms *t, struct region r)
{
	return bits_count(r.places, t->place_words) * bits_count(r.days, t->day_words);
}

static bool
place_within(const struct world *w, int32_t place, const struct scope *s)
{
	for (; place != WORLD_NONE; place = w->places[place].parent)
		for (size_t i = 0; i < s->place_count; i++)
			if (s->places[i] == place)
				return true;
	return false;
}

static bool
span_within(struct date_span span, const struct scope *s)
{
	for (size_t i = 0; i < s->span_count; i++)
		if (s->spans[i].first <= span.first && span.last <= s->spans[i].last)
			return true;
	return false;
}

bool
atoms_scope_within(const struct world *w, const struct scope *inner, const struct scope *outer)
{
	for (size_t i = 0; i < inner->span_count; i++)
		if (!span_within(inner->spans[i], outer))
			return false;
	for (size_t i = 0; i < inner->place_count; i++)
		if (!place_within(w, inner->places[i], outer))
			return false;
	return true;
}

bool
atoms_one_day(const struct scope *s)
{
	return s->span_count == 1 && s->spans[0].first == s->spans[0].last;
}
