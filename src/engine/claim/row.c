#include "engine/claim/row.h"

#include <stdlib.h>

#include "engine/claim/ends.h"

bool
row_is_persons(const struct world *w, const struct scope *s)
{
	return s->unit == WORLD_PERSONS ||
	    (w->measures[s->measure].counts == WORLD_STATES && !atoms_one_day(s));
}

bool
row_reaches(const struct standing *k, const struct row *r, int32_t measure, uint64_t mask)
{
	enum reach_kind kind = r->persons && !r->decided ? REACH_PERSONS : REACH_EVENTS;
	return reach_up(k->ground.reach, kind, r->measure, measure, mask);
}

bool
row_outgrows(const struct standing *k, const struct row *later, const struct row *r)
{
	if (r->as_of == DATE_OPEN_START || later->as_of <= r->as_of || later->low <= r->high ||
	    later->unnamed || later->fails || later->decided != r->decided ||
	    (!r->events_high && !later->persons))
		return false;
	return (r->scope->time.n == 0 || str_eq(later->scope->time, r->scope->time)) &&
	    reach_who(&k->world, later->scope->who, r->scope->who) &&
	    atoms_within(k->ground.atoms, later->region, r->region) &&
	    row_reaches(k, later, r->measure, 0);
}

void
row_give_back(const struct standing *k, int32_t *claims, size_t n)
{
	for (size_t i = 0; i < n; i++)
		claims[i] = k->theirs[claims[i]];
}

static bool
takes_part(const struct standing *k, int32_t claim)
{
	enum standing_status status = k->claims[claim].status;
	return status == STANDING_STANDS || status == STANDING_UNNAMED;
}

static int32_t
counted_up_to(const struct standing *k, int32_t claim, int32_t measure)
{
	bool decisions = k->world.measures[measure].counts == WORLD_DECISIONS;
	return decisions ? k->world.claims[claim].as_of : DATE_OPEN_START;
}

static struct row
of_claim(const struct standing *k, int32_t claim)
{
	const struct world_claim *c = &k->world.claims[claim];
	struct interval ends = k->in_bounds[claim];
	int64_t high = c->day_unknown ? INTERVAL_OPEN : ends.high;
	bool persons = row_is_persons(&k->world, &c->scope);

	return (struct row){
	    .claim = claim,
	    .scope = &c->scope,
	    .region = k->ground.regions[claim],
	    .measure = c->scope.measure,
	    .decided = c->scope.days_of == WORLD_DECISION,
	    .as_of = counted_up_to(k, claim, c->scope.measure),
	    .low = ends.low,
	    .high = high,
	    .give = ends_give(c, ends),
	    .persons = persons || (c->scope.unit == WORLD_UNSTATED && atoms_one_day(&c->scope)),
	    .events_high = !persons,
	    .upper = high != INTERVAL_OPEN && c->coverage != WORLD_SEEN,
	    .total = c->coverage == WORLD_TOTAL,
	    .unnamed = k->claims[claim].status == STANDING_UNNAMED,
	};
}

/*
 * Categories without a declared composition may overlap in a way that nothing tells:
 * they add only up to a total that the speaker closed himself.
 */
static bool
adds(const struct standing *k, const struct sum *s)
{
	struct interval total = k->in_bounds[s->total];

	if (s->kind == SUMS_PLACED || !takes_part(k, s->total))
		return false;
	if (s->kind == SUMS_COMPOSITION)
		return true;
	return total.high != INTERVAL_OPEN && sums_meets(s, k->in_bounds);
}

static bool
fails(const struct standing *k, const struct sum *s)
{
	struct interval range = sums_range(s, k->in_bounds), total = k->in_bounds[s->total];

	if (s->measure != k->world.claims[s->total].scope.measure)
		return false;
	return range.low > total.high || (s->complete && range.high < total.low);
}

static struct row
of_sum(const struct standing *k, const struct sum *s)
{
	struct row r = of_claim(k, s->total);
	struct interval range = sums_range(s, k->in_bounds);

	r.measure = s->measure;
	r.as_of = counted_up_to(k, s->total, s->measure);
	r.low = range.low;
	bool closed = s->complete && !k->world.claims[s->total].day_unknown;
	r.high = closed ? range.high : INTERVAL_OPEN;
	r.persons = r.events_high = r.sum = true;
	r.fails = fails(k, s);
	for (size_t i = 0; i < s->count; i++) {
		struct row part = of_claim(k, s->parts[i]);
		r.give = part.give > r.give ? part.give : r.give;
		r.persons = r.persons && part.persons;
		r.events_high = r.events_high && part.events_high;
		r.total = r.total && part.total;
		r.decided = r.decided || part.decided;
		r.upper = r.upper && part.upper;
	}
	r.upper = r.upper && r.high != INTERVAL_OPEN;
	return r;
}

static void
collect(struct arena *a, struct standing *k)
{
	k->rows = ARENA_ARRAY(a, struct row, k->world.claim_count + k->sum_count);
	for (size_t c = 0; c < k->world.claim_count; c++)
		if (takes_part(k, (int32_t)c))
			k->rows[k->row_count++] = of_claim(k, (int32_t)c);
	for (size_t s = 0; s < k->sum_count; s++)
		if (adds(k, &k->sums[s]))
			k->rows[k->row_count++] = of_sum(k, &k->sums[s]);
}

static void
mark_outgrown(struct standing *k)
{
	for (size_t i = 0; i < k->row_count; i++)
		for (size_t j = 0; j < k->row_count && k->rows[i].upper; j++)
			k->rows[i].upper = !row_outgrows(k, &k->rows[j], &k->rows[i]);
}

struct sortable {
	struct row row;
	size_t size, at;
};

static int
in_row_order(const void *a, const void *b)
{
	const struct sortable *x = a, *y = b;

	if (x->row.low != y->row.low)
		return x->row.low > y->row.low ? -1 : 1;
	if (x->size != y->size)
		return x->size < y->size ? -1 : 1;
	if (x->row.claim != y->row.claim)
		return x->row.claim < y->row.claim ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static void
sort(struct arena *a, struct standing *k)
{
	struct sortable *rows = ARENA_ARRAY(a, struct sortable, k->row_count);

	for (size_t i = 0; i < k->row_count; i++)
		rows[i] = (struct sortable){
		    k->rows[i], atoms_size(k->ground.atoms, k->rows[i].region), i};
	if (k->row_count > 0)
		qsort(rows, k->row_count, sizeof(*rows), in_row_order);
	for (size_t i = 0; i < k->row_count; i++)
		k->rows[i] = rows[i].row;
}

void
row_all(struct arena *a, struct standing *k)
{
	collect(a, k);
	mark_outgrown(k);
	sort(a, k);
	k->row_words = BITS_WORDS(k->row_count);
	uint64_t **inside = ARENA_ARRAY(a, uint64_t *, k->row_count);
	for (size_t i = 0; i < k->row_count; i++) {
		inside[i] = bits_new(a, k->row_words);
		for (size_t j = 0; j < k->row_count; j++)
			if (atoms_within(k->ground.atoms, k->rows[j].region, k->rows[i].region))
				bits_add(inside[i], j);
	}
	k->inside = (const uint64_t *const *)inside;
}
