#include "engine/claim/own.h"

#include <stdlib.h>
#include <string.h>

#include "engine/claim/floor.h"
#include "engine/claim/row.h"

#define MOST_STEPS 20000 /* of the search for figures that divide a scope */
#define MOST_ROWS 64

struct division {
	const struct standing *k;
	const struct atoms *atoms;
	const struct row *rows[MOST_ROWS];
	struct region regions[MOST_ROWS];
	size_t count;
	size_t size; /* of the scope, in pairs of atoms */
	size_t steps;
	size_t chosen[MOST_ROWS], depth;
	size_t best[MOST_ROWS], best_depth;
	int64_t best_high; /* INTERVAL_OPEN: none found */
};

/* By a later figure of the same origin. */
static bool
is_overtaken(const struct standing *k, const struct row *r, int32_t origin)
{
	for (size_t i = 0; i < k->row_count; i++)
		if (k->world.claims[k->rows[i].claim].origin == origin &&
		    row_outgrows(k, &k->rows[i], r))
			return true;
	return false;
}

static bool
is_own_figure(const struct standing *k, const struct row *r, const struct scope *s, int32_t origin)
{
	if (r->unnamed || r->fails || !r->total || r->high == INTERVAL_OPEN ||
	    k->world.claims[r->claim].origin != origin || r->measure != s->measure ||
	    r->scope->who != s->who || !str_eq(r->scope->time, s->time) ||
	    r->decided != (s->days_of == WORLD_DECISION))
		return false;
	if (!r->events_high && !row_is_persons(&k->world, s))
		return false;
	if (!atoms_scope_within(&k->world, r->scope, s) || is_overtaken(k, r, origin))
		return false;
	return (s->time.n == 0 && !r->sum) || atoms_scope_within(&k->world, s, r->scope);
}

/* The lowest figure for the very scope comes first, whatever else there is no room for. */
static void
find_figures(struct division *d, const struct scope *s, int32_t origin)
{
	const struct standing *k = d->k;
	const struct row *exact = NULL;

	for (size_t i = 0; i < k->row_count; i++) {
		const struct row *r = &k->rows[i];
		if (is_own_figure(k, r, s, origin) && atoms_scope_within(&k->world, s, r->scope) &&
		    (exact == NULL || r->high < exact->high))
			exact = r;
	}
	if (exact != NULL)
		d->rows[d->count++] = exact;
	for (size_t i = 0; i < k->row_count && d->count < MOST_ROWS; i++)
		if (&k->rows[i] != exact && is_own_figure(k, &k->rows[i], s, origin))
			d->rows[d->count++] = &k->rows[i];
}

static void
lay_atoms(struct arena *a, struct division *d, const struct scope *s)
{
	const struct scope *scopes[MOST_ROWS + 1];

	for (size_t i = 0; i < d->count; i++)
		scopes[i] = d->rows[i]->scope;
	scopes[d->count] = s;
	d->atoms = atoms_new(a, &d->k->world, scopes, d->count + 1);
	for (size_t i = 0; i < d->count; i++)
		d->regions[i] = atoms_region(a, d->atoms, scopes[i]);
	d->size = atoms_size(d->atoms, atoms_region(a, d->atoms, s));
}

static bool
is_apart(const struct division *d, size_t row)
{
	for (size_t i = 0; i < d->depth; i++)
		if (atoms_meet(d->atoms, d->regions[d->chosen[i]], d->regions[row]))
			return false;
	return true;
}

/* Tries all sets of disjoint figures, in order, that fill the scope. */
static void
divide(struct division *d, size_t from, size_t filled, int64_t high)
{
	if (filled == d->size && high < d->best_high) {
		d->best_high = high;
		d->best_depth = d->depth;
		memcpy(d->best, d->chosen, d->depth * sizeof(*d->best));
	}
	for (size_t i = from; i < d->count && filled < d->size; i++) {
		if (d->steps++ > MOST_STEPS || high + d->rows[i]->high >= d->best_high)
			continue;
		if (!is_apart(d, i))
			continue;
		d->chosen[d->depth++] = i;
		divide(d, i + 1, filled + atoms_size(d->atoms, d->regions[i]),
		    high + d->rows[i]->high);
		d->depth--;
	}
}

static int64_t
low_of_figures(const struct division *d, bool persons)
{
	int64_t low = 0;

	for (size_t i = 0; i < d->best_depth; i++) {
		int64_t figure = d->rows[d->best[i]]->low;
		if (persons)
			low = figure > low ? figure : low;
		else
			low += figure;
	}
	return low;
}

static int
by_number(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
	return (x > y) - (x < y);
}

static void
name_claims(struct arena *a, const struct division *d, const struct floor *low, struct own *own)
{
	size_t most = low->basis_count + d->best_depth, kept = 0;
	int32_t *claims = ARENA_ARRAY(a, int32_t, most);

	for (size_t i = 0; i < low->basis_count; i++)
		claims[i] = d->k->ours[low->basis[i]];
	for (size_t i = 0; i < d->best_depth; i++)
		claims[low->basis_count + i] = d->rows[d->best[i]]->claim;
	if (most > 0)
		qsort(claims, most, sizeof(*claims), by_number);
	for (size_t i = 0; i < most; i++)
		if (kept == 0 || claims[kept - 1] != claims[i])
			claims[kept++] = claims[i];
	row_give_back(d->k, claims, kept);
	own->claims = claims;
	own->claim_count = kept;
}

bool
own_ask(struct arena *a, const struct standing *k, const struct scope *s, int32_t origin,
    struct own *out)
{
	struct division d = {.k = k, .best_high = INTERVAL_OPEN};

	find_figures(&d, s, origin);
	if (d.count == 0)
		return false;
	lay_atoms(a, &d, s);
	divide(&d, 0, 0, 0);
	if (d.best_high == INTERVAL_OPEN)
		return false;
	struct floor low = floor_ask(a, k, s, (struct floor_belief){FLOOR_ONLY, origin}, 0);
	if (low.low > d.best_high) {
		/* The origin contradicts itself, which is a clash: its figures stay as it gave
		 * them. */
		low = (struct floor){.low = low_of_figures(&d, row_is_persons(&k->world, s))};
	}
	struct own own = {.origin = origin, .range = {low.low, d.best_high}};
	name_claims(a, &d, &low, &own);
	*out = own;
	return true;
}

struct named {
	struct str id;
	int32_t origin;
};

static int
by_id(const void *a, const void *b)
{
	return str_cmp(((const struct named *)a)->id, ((const struct named *)b)->id);
}

struct own *
own_all(struct arena *a, const struct standing *k, const struct scope *s, size_t *count)
{
	size_t n = k->world.origin_count;
	struct named *named = ARENA_ARRAY(a, struct named, n);
	struct own *all = ARENA_ARRAY(a, struct own, n);

	for (size_t i = 0; i < n; i++)
		named[i] = (struct named){k->world.origins[i], (int32_t)i};
	if (n > 0)
		qsort(named, n, sizeof(*named), by_id);
	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (own_ask(a, k, s, named[i].origin, &all[*count]))
			(*count)++;
	return all;
}
