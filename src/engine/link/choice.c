#include "engine/link/choice.h"

#include <stdlib.h>

#include "engine/link/hash.h"
#include "engine/link/wording.h"

#define NAME_FIELDS 3 /* of a column of whole names */

struct choice {
	size_t column, lists; /* that have it or one that meets it */
	int turn;
	double different; /* values, for each row that says one */
	uint64_t order;   /* by content */
};

static int
turn_of(enum link_kind kind)
{
	switch (kind) {
	case LINK_NAME:
	case LINK_GIVEN:
	case LINK_FAMILY:
	case LINK_PATRONYMIC:
		return 0;
	case LINK_IDENTIFIER:
	case LINK_DATE:
	case LINK_YEAR:
	case LINK_MONTH:
	case LINK_DAY:
	case LINK_EMAIL:
		return 1;
	default:
		return 2;
	}
}

static bool
is_compared(enum link_kind kind)
{
	return kind != LINK_TEXT && kind != LINK_ROW && kind != LINK_REPEAT && kind != LINK_NOTHING;
}

static size_t
lists_with(const struct table *t, size_t column)
{
	size_t n = 0;

	for (size_t i = 0; i < t->n_said; i++)
		n += t->columns[t->went[i]].meets == t->columns[column].meets;
	return n;
}

static struct choice
choice_of(const struct table *t, size_t column)
{
	const struct table_column *c = &t->columns[column];
	struct choice out = {.column = column,
	    .lists = lists_with(t, column),
	    .turn = turn_of(c->kind),
	    .different = (double)intern_count(c->texts) / (double)(c->filled + 1)};

	for (uint32_t v = 1; v <= intern_count(c->texts); v++)
		out.order += hash_pair(hash_str(intern_str(c->texts, v)), c->uses[v]);
	return out;
}

static int
most_first(const void *x, const void *y)
{
	const struct choice *a = x, *b = y;

	if (a->turn != b->turn)
		return a->turn - b->turn;
	if (a->lists != b->lists)
		return a->lists > b->lists ? -1 : 1;
	if (a->different != b->different)
		return a->different > b->different ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

const size_t *
choice_order(struct arena *a, const struct table *t)
{
	size_t *out = ARENA_ARRAY(a, size_t, t->n_columns), fields = 0;
	struct arena *own = arena_new();

	for (size_t k = 0; k < t->n_columns; k++) {
		out[k] = k;
		fields +=
		    t->columns[k].kind == LINK_NAME ? NAME_FIELDS : is_compared(t->columns[k].kind);
	}
	struct choice *at =
	    ARENA_ARRAY(own, struct choice, fields > LINK_FIELDS ? t->n_columns : 0);
	for (size_t k = 0; fields > LINK_FIELDS && k < t->n_columns; k++)
		at[k] = choice_of(t, k);
	if (fields > LINK_FIELDS)
		qsort(at, t->n_columns, sizeof(*at), most_first);
	for (size_t k = 0; fields > LINK_FIELDS && k < t->n_columns; k++)
		out[k] = at[k].column;
	arena_free(own);
	return out;
}
