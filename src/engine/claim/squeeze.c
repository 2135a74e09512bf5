#include "engine/claim/squeeze.h"

#include <assert.h>
#include <string.h>

bool
squeeze_may(const struct standing *k, const struct row *low, const struct row *high)
{
	if (low->low == 0 || !high->upper || low->decided != high->decided ||
	    (!high->events_high && !low->persons))
		return false;
	return atoms_meet(k->ground.atoms, low->region, high->region) &&
	    (high->scope->time.n == 0 || str_eq(low->scope->time, high->scope->time)) &&
	    reach_who(&k->world, low->scope->who, high->scope->who) &&
	    row_reaches(k, low, high->measure, UINT64_MAX);
}

struct squeeze *
squeeze_new(struct arena *a, const struct standing *k, const struct row **rows, size_t count)
{
	struct squeeze *s = ARENA_NEW(a, struct squeeze);
	struct region *regions = ARENA_ARRAY(a, struct region, count);

	*s = (struct squeeze){k, rows, count, BITS_WORDS(count), NULL, NULL, 0};
	for (size_t i = 0; i < count; i++)
		regions[i] = rows[i]->region;
	struct cells cells = cells_cut(a, k->ground.atoms, regions, count);
	s->cell_words = BITS_WORDS(cells.count);
	s->may = ARENA_ARRAY(a, uint64_t *, count);
	s->cells = ARENA_ARRAY(a, uint64_t *, count);
	for (size_t i = 0; i < count; i++) {
		s->may[i] = bits_new(a, s->words);
		s->cells[i] = bits_new(a, s->cell_words);
		for (size_t j = 0; j < count; j++)
			if (squeeze_may(k, rows[i], rows[j]))
				bits_add(s->may[i], j);
		for (size_t c = 0; c < cells.count; c++)
			if (bits_has(cells.over[c], i))
				bits_add(s->cells[i], c);
	}
	return s;
}

/* What is left to solve: lower ends, upper ends, and which holds down which. */
struct rest {
	struct arena *a;
	const struct squeeze *s;
	uint64_t mask;
	uint64_t *lowers, *uppers;
	uint64_t **held; /* per lower end: the upper ends that hold it down */
};

static void
start(struct rest *r, const uint64_t *active)
{
	const struct squeeze *s = r->s;

	r->lowers = bits_new(r->a, s->words);
	r->uppers = bits_new(r->a, s->words);
	r->held = ARENA_ARRAY(r->a, uint64_t *, s->count);
	for (size_t i = bits_next(active, s->words, 0); i < BITS_END(s->words);
	     i = bits_next(active, s->words, i + 1)) {
		if (s->rows[i]->upper)
			bits_add(r->uppers, i);
		if (s->rows[i]->low == 0)
			continue;
		bits_add(r->lowers, i);
		r->held[i] = bits_new(r->a, s->words);
		for (size_t j = bits_next(s->may[i], s->words, 0); j < BITS_END(s->words);
		     j = bits_next(s->may[i], s->words, j + 1)) {
			if (bits_has(active, j) &&
			    row_reaches(s->k, s->rows[i], s->rows[j]->measure, r->mask))
				bits_add(r->held[i], j);
		}
	}
}

/* A lower end with a cell that nothing holds down is always met. */
static bool
drop_free_lowers(struct rest *r)
{
	const struct squeeze *s = r->s;
	uint64_t *covered = bits_new(r->a, s->cell_words);
	bool dropped = false;

	for (size_t i = bits_next(r->lowers, s->words, 0); i < BITS_END(s->words);
	     i = bits_next(r->lowers, s->words, i + 1)) {
		memset(covered, 0, s->cell_words * sizeof(*covered));
		for (size_t j = bits_next(r->held[i], s->words, 0); j < BITS_END(s->words);
		     j = bits_next(r->held[i], s->words, j + 1)) {
			if (bits_has(r->uppers, j))
				bits_join(covered, s->cells[j], s->cell_words);
		}
		if (bits_inside(s->cells[i], covered, s->cell_words))
			continue;
		bits_drop(r->lowers, i);
		dropped = true;
	}
	return dropped;
}

/* An upper end that all lower ends below it together do not reach holds nothing down. */
static bool
drop_roomy_uppers(struct rest *r)
{
	const struct squeeze *s = r->s;
	bool dropped = false;

	for (size_t j = bits_next(r->uppers, s->words, 0); j < BITS_END(s->words);
	     j = bits_next(r->uppers, s->words, j + 1)) {
		int64_t asked = 0;
		for (size_t i = bits_next(r->lowers, s->words, 0); i < BITS_END(s->words);
		     i = bits_next(r->lowers, s->words, i + 1)) {
			if (bits_has(r->held[i], j))
				asked += s->rows[i]->low;
		}
		if (asked > s->rows[j]->high)
			continue;
		bits_drop(r->uppers, j);
		dropped = true;
	}
	return dropped;
}

static bool
implies_lower(const struct rest *r, size_t i, size_t other)
{
	const struct squeeze *s = r->s;
	const struct row *x = s->rows[i], *y = s->rows[other];

	if (x->low < y->low || x->decided != y->decided || (y->persons && !x->persons) ||
	    !bits_inside(s->cells[i], s->cells[other], s->cell_words))
		return false;
	return (y->scope->time.n == 0 || str_eq(x->scope->time, y->scope->time)) &&
	    reach_who(&s->k->world, x->scope->who, y->scope->who) &&
	    row_reaches(s->k, x, y->measure, r->mask);
}

static bool
is_same_layer(const struct row *x, const struct row *y)
{
	return x->measure == y->measure && x->scope->who == y->scope->who &&
	    x->decided == y->decided && str_eq(x->scope->time, y->scope->time);
}

static bool
implies_upper(const struct rest *r, size_t j, size_t other)
{
	const struct squeeze *s = r->s;
	const struct row *x = s->rows[j], *y = s->rows[other];

	return x->high <= y->high && is_same_layer(x, y) && x->events_high == y->events_high &&
	    bits_inside(s->cells[other], s->cells[j], s->cell_words);
}

static void
drop_implied(struct rest *r, uint64_t *ends, bool (*implies)(const struct rest *, size_t, size_t))
{
	for (size_t i = bits_next(ends, r->s->words, 0); i < BITS_END(r->s->words);
	     i = bits_next(ends, r->s->words, i + 1)) {
		for (size_t j = bits_next(ends, r->s->words, 0); j < BITS_END(r->s->words);
		     j = bits_next(ends, r->s->words, j + 1)) {
			if (i == j || !implies(r, j, i) || (i < j && implies(r, i, j)))
				continue;
			bits_drop(ends, i);
			break;
		}
	}
}

struct profile {
	const uint64_t *layers;
	int32_t *unknowns; /* per cell, or -1 */
};

/* The elastic program being written. */
struct writer {
	struct rest *r;
	struct cells cells; /* of the rows that are left */
	size_t *local;      /* per row: its index among the regions of cells */
	size_t *layer;      /* per upper end of events: its layer */
	size_t layer_count;
	int32_t **x;      /* per layer and cell: its unknown, or -1 */
	int32_t *persons; /* per upper end of persons: the unknown it limits */
	struct profile *profiles;
	size_t profile_count;
	struct elastic program;
	struct elastic_link *links;
	size_t link_capacity;
	struct ends ends;
};

/*
 * Whoever is in a cell may as well be in another one that has all its lower ends
 * and none but its upper ends: the first is needless.
 */
static void
drop_cells(struct writer *w, size_t n)
{
	const struct squeeze *s = w->r->s;
	uint64_t *lowers = bits_new(w->r->a, w->cells.words);
	uint64_t *uppers = bits_new(w->r->a, w->cells.words);
	uint64_t **over = w->cells.over;
	size_t words = w->cells.words, kept = 0;

	assert(n <= words * 64);
	for (size_t i = 0; i < s->count; i++) {
		if (bits_has(w->r->lowers, i))
			bits_add(lowers, w->local[i]);
		if (bits_has(w->r->uppers, i))
			bits_add(uppers, w->local[i]);
	}
	for (size_t c = 0; c < w->cells.count; c++)
		for (size_t d = 0; d < w->cells.count && over[c] != NULL; d++)
			if (d != c && over[d] != NULL &&
			    bits_inside_of(over[c], over[d], lowers, words) &&
			    bits_inside_of(over[d], over[c], uppers, words))
				over[c] = NULL;
	for (size_t c = 0; c < w->cells.count; c++)
		if (over[c] != NULL)
			over[kept++] = over[c];
	w->cells.count = kept;
}

static void
cut(struct writer *w)
{
	const struct squeeze *s = w->r->s;
	struct region *regions = ARENA_ARRAY(w->r->a, struct region, s->count);
	size_t n = 0;

	w->local = ARENA_ARRAY(w->r->a, size_t, s->count);
	for (size_t i = 0; i < s->count; i++) {
		if (!bits_has(w->r->lowers, i) && !bits_has(w->r->uppers, i))
			continue;
		w->local[i] = n;
		regions[n++] = s->rows[i]->region;
	}
	w->cells = cells_cut(w->r->a, s->k->ground.atoms, regions, n);
	drop_cells(w, n);
}

static bool
holds_cell(const struct writer *w, size_t row, size_t cell)
{
	return bits_has(w->cells.over[cell], w->local[row]);
}

static void
find_layers(struct writer *w)
{
	const struct squeeze *s = w->r->s;
	const struct row **first = ARENA_ARRAY(w->r->a, const struct row *, s->count);

	w->layer = ARENA_ARRAY(w->r->a, size_t, s->count);
	w->x = ARENA_ARRAY(w->r->a, int32_t *, s->count);
	for (size_t j = bits_next(w->r->uppers, s->words, 0); j < BITS_END(s->words);
	     j = bits_next(w->r->uppers, s->words, j + 1)) {
		size_t l = 0;
		if (!s->rows[j]->events_high)
			continue;
		while (l < w->layer_count && !is_same_layer(first[l], s->rows[j]))
			l++;
		if (l == w->layer_count) {
			first[w->layer_count++] = s->rows[j];
			w->x[l] = ARENA_ARRAY(w->r->a, int32_t, w->cells.count);
			for (size_t c = 0; c < w->cells.count; c++)
				w->x[l][c] = -1;
		}
		w->layer[j] = l;
		for (size_t c = 0; c < w->cells.count; c++)
			if (holds_cell(w, j, c) && w->x[l][c] < 0)
				w->x[l][c] = (int32_t)w->program.vars++;
	}
}

static void
write_uppers(struct writer *w)
{
	const struct squeeze *s = w->r->s;

	w->persons = ARENA_ARRAY(w->r->a, int32_t, s->count);
	for (size_t j = bits_next(w->r->uppers, s->words, 0); j < BITS_END(s->words);
	     j = bits_next(w->r->uppers, s->words, j + 1)) {
		const struct row *row = s->rows[j];
		int32_t *vars = ARENA_ARRAY(w->r->a, int32_t, w->cells.count + 1);
		size_t n = 0;
		if (row->events_high) {
			for (size_t c = 0; c < w->cells.count; c++)
				if (holds_cell(w, j, c))
					vars[n++] = w->x[w->layer[j]][c];
		} else {
			w->persons[j] = (int32_t)w->program.vars++;
			vars[n++] = w->persons[j];
		}
		ends_add(&w->ends, j, row->claim, (struct elastic_row){vars, n, true, row->high});
	}
}

/* Which layers hold the lower end down; false when upper ends of persons do so as well. */
static bool
layers_over(const struct writer *w, size_t i, uint64_t *layers)
{
	bool events = true;

	memset(layers, 0, BITS_WORDS(w->layer_count) * sizeof(*layers));
	for (size_t j = bits_next(w->r->held[i], w->r->s->words, 0); j < BITS_END(w->r->s->words);
	     j = bits_next(w->r->held[i], w->r->s->words, j + 1)) {
		if (!bits_has(w->r->uppers, j))
			continue;
		if (w->r->s->rows[j]->events_high)
			bits_add(layers, w->layer[j]);
		else
			events = false;
	}
	return events;
}

static void
add_link(struct writer *w, const int32_t *vars, const int32_t *coefs, size_t n)
{
	w->links = arena_grow(
	    w->r->a, w->links, w->program.link_count, &w->link_capacity, sizeof(*w->links));
	w->links[w->program.link_count++] = (struct elastic_link){vars, coefs, n};
}

/* high - sum of lows >= 0 */
static void
hold_down(struct writer *w, int32_t high, const int32_t *lows, size_t n)
{
	int32_t *vars = ARENA_ARRAY(w->r->a, int32_t, n + 1);
	int32_t *coefs = ARENA_ARRAY(w->r->a, int32_t, n + 1);

	vars[0] = high;
	coefs[0] = 1;
	for (size_t i = 0; i < n; i++) {
		vars[i + 1] = lows[i];
		coefs[i + 1] = -1;
	}
	add_link(w, vars, coefs, n + 1);
}

/* Makes the unknown of cell c, at most that of each layer. */
static int32_t
unknown_under(struct writer *w, const uint64_t *layers, size_t c)
{
	int32_t unknown = (int32_t)w->program.vars++;

	for (size_t l = bits_next(layers, BITS_WORDS(w->layer_count), 0);
	     l < BITS_END(BITS_WORDS(w->layer_count));
	     l = bits_next(layers, BITS_WORDS(w->layer_count), l + 1)) {
		if (w->x[l][c] >= 0)
			hold_down(w, w->x[l][c], &unknown, 1);
	}
	return unknown;
}

/* Unknowns shared by all lower ends that the same layers, and no upper ends of persons, hold down.
 */
static int32_t *
shared_unknowns(struct writer *w, const uint64_t *layers)
{
	size_t words = BITS_WORDS(w->layer_count);

	for (size_t p = 0; p < w->profile_count; p++)
		if (bits_equal(w->profiles[p].layers, layers, words))
			return w->profiles[p].unknowns;
	struct profile *p = &w->profiles[w->profile_count++];
	uint64_t *kept = bits_new(w->r->a, words);
	bits_copy(kept, layers, words);
	p->layers = kept;
	p->unknowns = ARENA_ARRAY(w->r->a, int32_t, w->cells.count);
	for (size_t c = 0; c < w->cells.count; c++)
		p->unknowns[c] =
		    bits_count(layers, words) == 1 ? w->x[bits_next(layers, words, 0)][c] : -1;
	return p->unknowns;
}

static int32_t *
own_unknowns(struct writer *w)
{
	int32_t *own = ARENA_ARRAY(w->r->a, int32_t, w->cells.count);
	for (size_t c = 0; c < w->cells.count; c++)
		own[c] = -1;
	return own;
}

/* The lower end's people in the region of each upper end of persons are at most its unknown. */
static void
hold_down_persons(struct writer *w, size_t i, const int32_t *own)
{
	int32_t *within = ARENA_ARRAY(w->r->a, int32_t, w->cells.count);

	for (size_t j = bits_next(w->r->held[i], w->r->s->words, 0); j < BITS_END(w->r->s->words);
	     j = bits_next(w->r->held[i], w->r->s->words, j + 1)) {
		size_t n = 0;
		if (!bits_has(w->r->uppers, j) || w->r->s->rows[j]->events_high)
			continue;
		for (size_t c = 0; c < w->cells.count; c++)
			if (own[c] >= 0 && holds_cell(w, j, c))
				within[n++] = own[c];
		hold_down(w, w->persons[j], within, n);
	}
}

static void
write_lowers(struct writer *w)
{
	const struct squeeze *s = w->r->s;
	uint64_t *layers = bits_new(w->r->a, BITS_WORDS(w->layer_count));

	w->profiles = ARENA_ARRAY(w->r->a, struct profile, s->count);
	for (size_t i = bits_next(w->r->lowers, s->words, 0); i < BITS_END(s->words);
	     i = bits_next(w->r->lowers, s->words, i + 1)) {
		int32_t *vars = ARENA_ARRAY(w->r->a, int32_t, w->cells.count);
		bool events = layers_over(w, i, layers);
		int32_t *unknowns = events ? shared_unknowns(w, layers) : own_unknowns(w);
		size_t n = 0;
		for (size_t c = 0; c < w->cells.count; c++) {
			if (!holds_cell(w, i, c))
				continue;
			if (unknowns[c] < 0)
				unknowns[c] = unknown_under(w, layers, c);
			vars[n++] = unknowns[c];
		}
		if (!events)
			hold_down_persons(w, i, unknowns);
		ends_add(&w->ends, i, s->rows[i]->claim,
		    (struct elastic_row){vars, n, false, s->rows[i]->low});
	}
}

static void
drop_needless(struct rest *r)
{
	for (bool dropped = true; dropped;) {
		dropped = drop_free_lowers(r);
		dropped |= drop_roomy_uppers(r);
	}
}

size_t
squeeze_tight(struct arena *a, const struct squeeze *s, uint64_t mask, const struct row **rows)
{
	struct rest r = {.a = a, .s = s, .mask = mask};
	uint64_t *active = bits_new(a, s->words);
	size_t n = 0;

	for (size_t i = 0; i < s->count; i++)
		bits_add(active, i);
	start(&r, active);
	drop_needless(&r);
	for (size_t i = 0; i < s->count; i++)
		if (bits_has(r.lowers, i) || bits_has(r.uppers, i))
			rows[n++] = s->rows[i];
	return n;
}

struct squeeze_answer
squeeze_ask(struct arena *a, const struct squeeze *s, const uint64_t *active, uint64_t mask)
{
	struct rest r = {.a = a, .s = s, .mask = mask};
	struct writer w = {.r = &r, .ends = {.a = a}};

	start(&r, active);
	drop_implied(&r, r.lowers, implies_lower);
	drop_implied(&r, r.uppers, implies_upper);
	drop_needless(&r);
	if (bits_none(r.lowers, s->words))
		return (struct squeeze_answer){w.ends, {true, 0, NULL, 1}, 1};
	cut(&w);
	find_layers(&w);
	write_uppers(&w);
	write_lowers(&w);
	w.program.links = w.links;
	w.program.rows = w.ends.rows;
	w.program.row_count = w.ends.count;
	return (struct squeeze_answer){w.ends, elastic_least(a, &w.program),
	    (int64_t)(w.program.row_count + w.program.link_count)};
}
