#include "domain/count/scopes.h"

#include <stdlib.h>
#include <string.h>

#include "domain/count/internal.h"

bool
count_days_same(enum world_days a, enum world_days b)
{
	return (a == WORLD_DECISION) == (b == WORLD_DECISION);
}

bool
count_scope_same(const struct scope *a, const struct scope *b)
{
	if (a->measure != b->measure || a->who != b->who || a->place_count != b->place_count ||
	    a->span_count != b->span_count || !str_eq(a->time, b->time) ||
	    (a->unit == WORLD_PERSONS) != (b->unit == WORLD_PERSONS) ||
	    !count_days_same(a->days_of, b->days_of))
		return false;
	for (size_t i = 0; i < a->place_count; i++)
		if (a->places[i] != b->places[i])
			return false;
	for (size_t i = 0; i < a->span_count; i++)
		if (a->spans[i].first != b->spans[i].first || a->spans[i].last != b->spans[i].last)
			return false;
	return true;
}

struct scope
count_scope_plain(struct arena *a, const struct vocab *vocab, struct scope scope)
{
	int32_t *places = ARENA_ARRAY(a, int32_t, scope.place_count);

	for (size_t i = 0; i < scope.place_count; i++) {
		struct str id = vocab->places[scope.places[i]].id;
		size_t at = i;
		for (; at > 0 && str_cmp(vocab->places[places[at - 1]].id, id) > 0; at--)
			places[at] = places[at - 1];
		places[at] = scope.places[i];
	}
	scope.places = places;
	if (vocab->measures[scope.measure].additive.n == 0)
		scope.unit = WORLD_PERSONS;
	else if (scope.unit != WORLD_PERSONS)
		scope.unit = WORLD_ADDITIVE;
	return scope;
}

static struct str
places_text(const struct count_scopes *list, const struct scope *scope)
{
	struct buf *text = buf_on(list->arena);

	for (size_t i = 0; i < scope->place_count; i++) {
		if (i > 0)
			buf_putc(text, '+');
		buf_put(text, list->vocab->places[scope->places[i]].id);
	}
	return buf_str(text);
}

static struct str
days_text(const struct count_scopes *list, const struct scope *scope)
{
	struct buf *text = buf_on(list->arena);
	const struct date_set set = {scope->spans, scope->span_count, false, false};

	date_write(text, &set);
	return buf_str(text);
}

size_t
count_scopes_find(const struct count_scopes *list, struct scope scope)
{
	size_t i = 0;

	scope = count_scope_plain(list->arena, list->vocab, scope);
	while (i < list->count && !count_scope_same(&list->at[i].scope, &scope))
		i++;
	return i;
}

size_t
count_scopes_add(struct count_scopes *list, struct scope scope)
{
	size_t found = count_scopes_find(list, scope);

	if (found < list->count)
		return found;
	scope = count_scope_plain(list->arena, list->vocab, scope);
	list->at =
	    arena_grow(list->arena, list->at, list->count, &list->capacity, sizeof(*list->at));
	list->at[list->count] = (struct count_scope){
	    .scope = scope,
	    .unit = scope.unit == WORLD_PERSONS ? STR("persons")
						: list->vocab->measures[scope.measure].additive,
	    .place = places_text(list, &scope),
	    .days = days_text(list, &scope),
	};
	return list->count++;
}

static void
add_wholes(struct count_scopes *list, const struct world *w, struct scope scope)
{
	int32_t part = scope.measure;

	for (size_t i = 0; i < w->composition_count; i++)
		for (size_t k = 0; k < w->compositions[i].count; k++)
			if (w->compositions[i].parts[k] == part) {
				scope.measure = w->compositions[i].whole;
				count_scopes_add(list, scope);
			}
}

/* The measures that nothing lies above, reached from the scope's own upwards; a day of a decision
 * is none of a detention. */
static void
add_tops(struct count_scopes *list, const struct world *w, struct scope scope, size_t steps)
{
	bool top = true;

	for (size_t i = 0; steps > 0 && i < w->edge_count; i++) {
		struct scope above = scope;
		above.measure = w->edges[i].high;
		bool is_like =
		    w->measures[above.measure].counts == w->measures[scope.measure].counts;
		if (w->edges[i].low != scope.measure ||
		    (!is_like && scope.days_of == WORLD_DECISION))
			continue;
		top = false;
		if (!is_like)
			above.unit = WORLD_ADDITIVE;
		add_tops(list, w, above, steps - 1);
	}
	if (top)
		count_scopes_add(list, scope);
}

static bool
several_days(const struct scope *scope)
{
	return scope->span_count > 1 || scope->spans[0].first != scope->spans[0].last;
}

static void
add_persons(struct count_scopes *list, const struct standing *standing, struct scope scope)
{
	size_t n_own;

	scope.unit = WORLD_PERSONS;
	own_all(list->arena, standing, &scope, &n_own);
	if (n_own > 0)
		count_scopes_add(list, scope);
}

/* A place of a union for which nothing follows is worth a row: nobody gave a number. */
static void
add_silent_places(struct count_scopes *list, const struct standing *standing, struct scope scope)
{
	const struct floor_belief all = {FLOOR_ALL, WORLD_NONE};
	const int32_t *places = scope.places;
	size_t n = scope.place_count;

	for (size_t i = 0; n > 1 && i < n; i++) {
		scope.places = &places[i];
		scope.place_count = 1;
		struct floor floor = floor_ask(list->arena, standing, &scope, all, 0);
		if (floor.basis_count == 0)
			count_scopes_add(list, scope);
	}
}

static bool
is_top(const struct world *w, int32_t measure)
{
	for (size_t i = 0; i < w->edge_count; i++)
		if (w->edges[i].low == measure)
			return false;
	return w->measures[measure].bounds && w->measures[measure].counts == WORLD_DETENTIONS;
}

void
count_scopes_of_world(
    struct count_scopes *list, const struct world *w, const struct standing *standing)
{
	for (size_t i = 0; i < w->claim_count; i++) {
		enum standing_status status = standing_of(standing, (int32_t)i)->status;
		struct scope scope = w->claims[i].scope;
		count_scopes_add(list, scope);
		if (status != STANDING_STANDS)
			continue;
		if (w->claims[i].part_of != WORLD_NONE)
			add_wholes(list, w, scope);
		add_tops(list, w, scope, w->measure_count);
	}
	size_t given = list->count;
	for (size_t i = 0; i < given; i++) {
		struct scope scope = list->at[i].scope;
		if (scope.unit == WORLD_ADDITIVE && several_days(&scope))
			add_persons(list, standing, scope);
		if (is_top(w, scope.measure) && scope.time.n == 0 &&
		    w->whos[scope.who].parent == WORLD_NONE)
			add_silent_places(list, standing, scope);
	}
}

/* Which places the scopes name. */
static const bool *
named_in(const struct count_scopes *list)
{
	bool *named = ARENA_ARRAY(list->arena, bool, list->vocab->n_places);

	for (size_t i = 0; i < list->count; i++)
		for (size_t k = 0; k < list->at[i].scope.place_count; k++)
			named[list->at[i].scope.places[k]] = true;
	return named;
}

/* How wide a place is: of the places that are named here, those that lie in it. Not of all there
 * are: the order of a board is not to change when the vocabulary learns more villages. */
static size_t
width_of(const struct vocab *vocab, const bool *named, const struct scope *scope)
{
	size_t width = 0;

	for (size_t p = 0; p < vocab->n_places; p++)
		for (size_t i = 0; named[p] && i < scope->place_count; i++)
			width += vocab_place_in(vocab, p, (size_t)scope->places[i]);
	return width;
}

static int64_t
days_in(const struct scope *scope)
{
	int64_t days = 0;

	for (size_t i = 0; i < scope->span_count; i++)
		days += (int64_t)scope->spans[i].last - scope->spans[i].first + 1;
	return days;
}

enum { RANKS = 9 };

struct rank {
	int64_t by[RANKS]; /* the first that differs decides */
	const struct count_scope *scope;
};

static struct rank
rank_of(const struct vocab *vocab, const bool *named, const struct count_scope *scope)
{
	const struct scope *s = &scope->scope;

	return (struct rank){
	    {s->who, (int64_t)width_of(vocab, named, s), days_in(s), s->spans[0].first,
		s->places[0], -s->measure, s->days_of == WORLD_DECISION, -(int64_t)s->unit,
		(int64_t)s->time.n},
	    scope};
}

static int
by_rank(const void *pa, const void *pb)
{
	const struct rank *a = pa, *b = pb;

	for (size_t i = 0; i < RANKS; i++)
		if (a->by[i] != b->by[i])
			return a->by[i] < b->by[i] ? -1 : 1;
	int order = str_cmp(a->scope->place, b->scope->place);
	if (order == 0)
		order = str_cmp(a->scope->days, b->scope->days);
	return order != 0 ? order : str_cmp(a->scope->scope.time, b->scope->scope.time);
}

void
count_scopes_sort(struct count_scopes *list)
{
	struct rank *ranks = ARENA_ARRAY(list->arena, struct rank, list->count);
	struct count_scope *sorted = ARENA_ARRAY(list->arena, struct count_scope, list->count);

	const bool *named = named_in(list);

	for (size_t i = 0; i < list->count; i++)
		ranks[i] = rank_of(list->vocab, named, &list->at[i]);
	if (list->count > 1)
		qsort(ranks, list->count, sizeof(*ranks), by_rank);
	for (size_t i = 0; i < list->count; i++)
		sorted[i] = *ranks[i].scope;
	list->at = sorted;
}
