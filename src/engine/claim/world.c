#include "engine/claim/world.h"

static bool
is_bare(const struct world_claim *c)
{
	return c->has_interval && c->exactness == PHRASE_ROUNDED && c->said.low == c->said.high;
}

static int64_t
half_place(int64_t number)
{
	int64_t place = 1;
	while (number != 0 && number % 10 == 0) {
		number /= 10;
		place *= 10;
	}
	return place / 2;
}

struct interval
world_soft(const struct world_claim *c)
{
	if (!c->has_interval)
		return (struct interval){0, INTERVAL_OPEN};
	if (!is_bare(c))
		return c->said;
	int64_t n = c->said.low, half = half_place(n), tenth = n / 10;
	int64_t give = half < tenth ? half : tenth;
	return give == 0 ? c->said : (struct interval){n - give, n + give - 1};
}

int64_t
world_tolerance(const struct world_claim *c)
{
	if (!c->has_interval || c->number == 0 || c->exactness == PHRASE_BOUND)
		return 0;
	struct interval soft = world_soft(c);
	int64_t below = c->number - soft.low, above = 0;

	if (is_bare(c))
		above = below; /* the upper end is excluded: 500 is [450, 550) */
	else if (soft.high != INTERVAL_OPEN)
		above = soft.high - c->number;
	int64_t most = below > above ? below : above;
	return most > 0 ? most : 0;
}

bool
world_said_together(const struct world_claim *x, const struct world_claim *y)
{
	return x->said_at.first == y->said_at.first && x->said_at.last == y->said_at.last &&
	    x->said_at.first != DATE_OPEN_START && x->said_at.last != DATE_OPEN_END;
}
