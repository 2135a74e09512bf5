#include "face/desk/desk_trail.h"

struct desk_step {
	struct str event, pair;
};

void
desk_trail_drop(struct desk_trail *t, struct str event, struct str pair)
{
	size_t kept = 0;

	for (size_t i = 0; i < t->n; i++)
		if (!str_eq(t->at[i].event, event) || !str_eq(t->at[i].pair, pair))
			t->at[kept++] = t->at[i];
	t->n = kept;
}

void
desk_trail_add(struct desk_trail *t, struct str event, struct str pair)
{
	desk_trail_drop(t, event, pair);
	if (t->a == NULL)
		t->a = arena_new();
	t->at = arena_grow(t->a, t->at, t->n, &t->room, sizeof(*t->at));
	t->at[t->n++] = (struct desk_step){arena_str(t->a, event), arena_str(t->a, pair)};
}

struct str
desk_trail_last(const struct desk_trail *t, struct str event)
{
	for (size_t i = t->n; i-- > 0;)
		if (str_eq(t->at[i].event, event))
			return t->at[i].pair;
	return STR("");
}

void
desk_trail_end(struct desk_trail *t)
{
	arena_free(t->a);
	*t = (struct desk_trail){0};
}
