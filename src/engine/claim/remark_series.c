#include "engine/claim/remark_list.h"

#include <stdlib.h>

/* A total with the day on which it was given. */
struct given {
	int32_t claim, day;
	size_t size;
	int64_t number;
};

static bool
is_given(const struct standing *k, int32_t claim)
{
	const struct world_claim *c = &k->world.claims[claim];
	enum standing_status status = k->claims[claim].status;

	return (status == STANDING_STANDS || status == STANDING_DERIVED) && c->has_interval &&
	    c->part_of == WORLD_NONE && c->coverage == WORLD_TOTAL && c->number > 0 &&
	    c->origin != WORLD_NONE && c->class != WORLD_UNNAMED && c->scope.time.n == 0 &&
	    c->said_at.last != DATE_OPEN_END && k->world.measures[c->scope.measure].bounds;
}

static bool
is_one_voice(const struct world_claim *x, const struct world_claim *y)
{
	return x->origin == y->origin || (x->class == WORLD_STATE && y->class == WORLD_STATE);
}

/* Do the two speak of the same course of events? */
static bool
is_joined(const struct standing *k, int32_t a, int32_t b)
{
	const struct world_claim *x = &k->world.claims[a], *y = &k->world.claims[b];

	return is_one_voice(x, y) && x->scope.who == y->scope.who &&
	    reach_joined(k->ground.reach, x->scope.measure, y->scope.measure) &&
	    atoms_meet(k->ground.atoms, k->ground.regions[a], k->ground.regions[b]);
}

/* Day by day, the widest first. */
static int
in_order(const void *a, const void *b)
{
	const struct given *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->size != y->size)
		return x->size > y->size ? -1 : 1;
	if (x->number != y->number)
		return x->number > y->number ? -1 : 1;
	return (x->claim > y->claim) - (x->claim < y->claim);
}

static void
report(struct remark_list *l, struct given *all, size_t n)
{
	struct remark_draft d = remark_draft_of(REMARK_SERIES, REMARK_NO_VALUE);

	qsort(all, n, sizeof(*all), in_order);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && all[i].day == all[i - 1].day)
			continue;
		remark_claim(l, &d, all[i].claim);
		remark_term_add(l, &d, (struct remark_term){' ', all[i].number, all[i].claim});
	}
	if (d.claim_count > 1)
		remark_keep(l, &d);
}

static struct given
given_of(const struct standing *k, int32_t claim)
{
	const struct world_claim *c = &k->world.claims[claim];
	return (struct given){claim, c->said_at.last,
	    atoms_size(k->ground.atoms, k->ground.regions[claim]), c->number};
}

/* Takes first and all that is joined to it, however far, out of the open claims. */
static size_t
gather(const struct standing *k, int32_t *open, size_t *open_count, struct given *all)
{
	size_t n = 1;

	all[0] = given_of(k, open[--*open_count]);
	for (size_t i = 0; i < n; i++) {
		size_t kept = 0;
		for (size_t j = 0; j < *open_count; j++) {
			if (is_joined(k, all[i].claim, open[j]))
				all[n++] = given_of(k, open[j]);
			else
				open[kept++] = open[j];
		}
		*open_count = kept;
	}
	return n;
}

void
remark_series(struct remark_list *l)
{
	size_t most = l->k->world.claim_count, open_count = 0;
	int32_t *open = ARENA_ARRAY(l->a, int32_t, most);
	struct given *all = ARENA_ARRAY(l->a, struct given, most);

	for (size_t c = 0; c < most; c++)
		if (is_given(l->k, (int32_t)c))
			open[open_count++] = (int32_t)c;
	while (open_count > 0) {
		size_t n = gather(l->k, open, &open_count, all);
		report(l, all, n);
	}
}
