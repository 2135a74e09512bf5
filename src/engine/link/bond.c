#include "engine/link/bond.h"

#define NONE UINT32_MAX

/* One end of a pair that was said to be different: what the other end is. */
struct end {
	uint32_t other, next;
};

struct bonds {
	bool any;
	uint32_t *into;         /* of each unit: the cluster it went into, itself at first */
	uint32_t *first, *last; /* ends of each cluster */
	struct end *ends;
};

static void
end_add(struct bonds *b, uint32_t unit, uint32_t other, uint32_t number)
{
	b->ends[number] = (struct end){other, b->first[unit]};
	if (b->first[unit] == NONE)
		b->last[unit] = number;
	b->first[unit] = number;
}

struct bonds *
bond_new(struct arena *a, const struct fields *f)
{
	struct bonds *b = ARENA_NEW(a, struct bonds);

	b->any = f->n_said > 0;
	if (!b->any)
		return b;
	b->into = ARENA_ARRAY(a, uint32_t, f->units);
	b->first = ARENA_ARRAY(a, uint32_t, f->units);
	b->last = ARENA_ARRAY(a, uint32_t, f->units);
	b->ends = ARENA_ARRAY(a, struct end, f->n_said * 2);
	for (uint32_t u = 0; u < f->units; u++) {
		b->into[u] = u;
		b->first[u] = NONE;
	}
	for (uint32_t i = 0, n = 0; i < f->n_said; i++) {
		const struct field_said *s = &f->said[i];
		if (s->same)
			continue;
		end_add(b, s->x, s->y, n++);
		end_add(b, s->y, s->x, n++);
	}
	return b;
}

uint32_t
bond_cluster(struct bonds *b, uint32_t unit)
{
	while (b->into[unit] != unit) {
		b->into[unit] = b->into[b->into[unit]];
		unit = b->into[unit];
	}
	return unit;
}

static bool
has_end_in(struct bonds *b, uint32_t x, uint32_t y)
{
	for (uint32_t i = b->first[x]; i != NONE; i = b->ends[i].next)
		if (bond_cluster(b, b->ends[i].other) == y)
			return true;
	return false;
}

bool
bond_apart(struct bonds *b, uint32_t x, uint32_t y)
{
	return b->any && has_end_in(b, x, y);
}

void
bond_join(struct bonds *b, uint32_t x, uint32_t y)
{
	if (!b->any)
		return;
	b->into[y] = x;
	if (b->first[y] == NONE)
		return;
	if (b->first[x] == NONE)
		b->first[x] = b->first[y];
	else
		b->ends[b->last[x]].next = b->first[y];
	b->last[x] = b->last[y];
}
