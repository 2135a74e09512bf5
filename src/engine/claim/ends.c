#include "engine/claim/ends.h"

#include <stdlib.h>

void
ends_add(struct ends *e, size_t owner, int32_t claim, struct elastic_row row)
{
	if (e->count == e->capacity) {
		size_t capacity = e->capacity;
		e->rows = arena_grow(e->a, e->rows, e->count, &capacity, sizeof(*e->rows));
		capacity = e->capacity;
		e->terms = arena_grow(e->a, e->terms, e->count, &capacity, sizeof(*e->terms));
		e->owners = arena_grow(e->a, e->owners, e->count, &e->capacity, sizeof(*e->owners));
	}
	e->rows[e->count] = row;
	e->terms[e->count] = (struct clash_term){claim, row.upper ? '-' : '+', row.end};
	e->owners[e->count++] = owner;
}

static int
largest_first(const void *a, const void *b)
{
	const struct clash_term *x = a, *y = b;

	if (x->sign != y->sign)
		return x->sign == '+' ? -1 : 1;
	if (x->number != y->number)
		return x->number > y->number ? -1 : 1;
	return (x->claim > y->claim) - (x->claim < y->claim);
}

struct clash_term *
ends_terms(struct arena *a, const struct ends *e, const struct elastic_gap *gap, size_t *count)
{
	struct clash_term *terms = ARENA_ARRAY(a, struct clash_term, e->count);

	*count = 0;
	for (size_t i = 0; i < e->count; i++) {
		if (gap->weights[i] == 0)
			continue;
		if (gap->weights[i] != gap->q) {
			*count = 0;
			return NULL;
		}
		terms[(*count)++] = e->terms[i];
	}
	if (*count > 0)
		qsort(terms, *count, sizeof(*terms), largest_first);
	return terms;
}

int64_t
ends_give(const struct world_claim *c, struct interval in_bounds)
{
	bool bare = c->exactness == PHRASE_ROUNDED && c->said.low == c->said.high;
	return bare && in_bounds.low == in_bounds.high ? 0 : world_tolerance(c);
}
