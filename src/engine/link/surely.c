#include "engine/link/surely.h"

#define NONE 0
#define SEVERAL UINT32_MAX /* by what people said; it contradicts nothing any more */

struct surely {
	uint32_t *of[LINK_FIELDS]; /* value of each cluster */
	size_t n;
};

/* The value of a unit in that field if it is sure. */
static uint32_t
fact_of(const struct field *field, uint32_t unit)
{
	uint32_t v = field->of_unit[unit];

	return v != 0 && field->values[v].sure ? v : NONE;
}

struct surely *
surely_new(struct arena *a, const struct fields *f)
{
	struct surely *s = ARENA_NEW(a, struct surely);

	for (size_t i = 0; i < f->count; i++) {
		if (f->at[i].kind != LINK_IDENTIFIER)
			continue;
		uint32_t *of = ARENA_ARRAY(a, uint32_t, f->units);
		for (uint32_t u = 0; u < f->units; u++)
			of[u] = fact_of(&f->at[i], u);
		s->of[s->n++] = of;
	}
	return s;
}

static bool
differ(uint32_t x, uint32_t y)
{
	return x != NONE && y != NONE && x != y && x != SEVERAL && y != SEVERAL;
}

bool
surely_two(const struct surely *s, uint32_t x, uint32_t y)
{
	bool two = false;

	for (size_t i = 0; i < s->n; i++)
		two = two || differ(s->of[i][x], s->of[i][y]);
	return two;
}

void
surely_join(struct surely *s, uint32_t x, uint32_t y)
{
	for (size_t i = 0; i < s->n; i++) {
		uint32_t *of = s->of[i];
		if (of[x] != NONE && of[y] != NONE && of[x] != of[y])
			of[x] = SEVERAL;
		else if (of[x] == NONE)
			of[x] = of[y];
	}
}

bool
surely_two_units(const struct fields *f, uint32_t x, uint32_t y)
{
	bool two = false;

	for (size_t i = 0; i < f->count; i++)
		two = two ||
		    (f->at[i].kind == LINK_IDENTIFIER &&
			differ(fact_of(&f->at[i], x), fact_of(&f->at[i], y)));
	return two;
}
