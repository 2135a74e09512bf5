#include <math.h>

#include "domain/person/internal.h"
#include "kit/lp/lp.h"

/*
 * Which cells of a table of persons are hidden. A cell under PERSON_CELL is; so are others, until
 * what is left, with all sums that are known, leaves each small cell at least WIDE people of room.
 * Known: the total, how many stand on each list (hence, with how many lists each is counted, all of
 * them together), how many on a number of lists where that is shown, and that a cell which is there
 * holds somebody. Cell suppression as in Willenborg and de Waal,
 * Elements of Statistical Disclosure Control (2001), chapter 8.
 */
#define WIDE 4
#define NEARLY 1e-6 /* by which an answer may miss a whole number */

struct table {
	struct arena *a;
	struct person_cell *cells;
	size_t n;
	const struct person_cell *by_lists; /* NULL: the cells are these themselves */
	size_t n_lists;
};

/* How often a cell counts in the sum of that number: the total; then of cells by number of lists
 * the sizes of all lists, of others each list and each number of lists. */
static int32_t
weight(const struct table *t, size_t sum, uint32_t set)
{
	if (sum == 0)
		return 1;
	if (t->by_lists == NULL)
		return (int32_t)set;
	if (sum <= t->n_lists)
		return set >> (sum - 1) & 1;
	return person_set_size(set) == sum - t->n_lists;
}

/* How many sums are known. */
static size_t
sums(const struct table *t)
{
	return t->by_lists == NULL ? 2 : 1 + 2 * t->n_lists;
}

static bool
is_known(const struct table *t, size_t sum)
{
	return t->by_lists == NULL || sum <= t->n_lists ||
	    !t->by_lists[sum - t->n_lists - 1].hidden;
}

/* The hidden cells of a sum as two rows of a program: at least and at most what is left of it. */
static size_t
rows_put(const struct table *t, size_t sum, const int32_t *var_of, struct lp_row *rows)
{
	int32_t *vars = ARENA_ARRAY(t->a, int32_t, t->n), *coefs = ARENA_ARRAY(t->a, int32_t, t->n);
	size_t count = 0;
	int64_t left = 0;

	for (size_t i = 0; i < t->n; i++) {
		int32_t times = weight(t, sum, t->cells[i].set);
		if (!t->cells[i].hidden || times == 0)
			continue;
		vars[count] = var_of[i];
		coefs[count++] = times;
		/* Somebody is in it: that much is seen. */
		left += times * ((int64_t)t->cells[i].people - 1);
	}
	if (count == 0)
		return 0;
	rows[0] = (struct lp_row){vars, coefs, count, LP_AT_LEAST, left};
	rows[1] = (struct lp_row){vars, coefs, count, LP_AT_MOST, left};
	return 2;
}

/* The most, or by sign -1 the least, that a cell may hold by all that is known. */
static double
end_of(const struct table *t, struct lp *p, int32_t var, int32_t sign)
{
	int32_t *cost = ARENA_ARRAY(t->a, int32_t, p->vars);
	double *x = ARENA_ARRAY(t->a, double, p->vars);

	cost[var] = -sign;
	p->cost = cost;
	for (enum lp_way way = LP_DUAL; way < LP_WAYS; way++)
		if (lp_least(p, way, x, NULL) == LP_SOLVED)
			return x[var];
	return 0; /* not known to be safe: as good as no room */
}

/* Does every small cell have room enough? */
static bool
is_safe(const struct table *t)
{
	int32_t *var_of = ARENA_ARRAY(t->a, int32_t, t->n);
	struct lp_row *rows = ARENA_ARRAY(t->a, struct lp_row, 2 * sums(t));
	struct lp p = {.rows = rows};

	for (size_t i = 0; i < t->n; i++)
		if (t->cells[i].hidden)
			var_of[i] = (int32_t)p.vars++;
	for (size_t s = 0; s < sums(t); s++)
		if (is_known(t, s))
			p.row_count += rows_put(t, s, var_of, rows + p.row_count);
	for (size_t i = 0; i < t->n; i++) {
		if (!t->cells[i].hidden || t->cells[i].people >= PERSON_CELL)
			continue;
		double most = floor(end_of(t, &p, var_of[i], 1) + NEARLY);
		if (most - ceil(end_of(t, &p, var_of[i], -1) - NEARLY) < WIDE)
			return false;
	}
	return true;
}

/* Hides the smallest cell that is shown; false when none is. */
static bool
hide_next(struct table *t)
{
	struct person_cell *least = NULL;

	for (size_t i = 0; i < t->n; i++) {
		struct person_cell *c = &t->cells[i];
		if (!c->hidden && c->people > 0 && (least == NULL || c->people < least->people))
			least = c;
	}
	if (least != NULL)
		least->hidden = true;
	return least != NULL;
}

static void
hide(struct table *t)
{
	for (size_t i = 0; i < t->n; i++)
		t->cells[i].hidden = t->cells[i].people > 0 && t->cells[i].people < PERSON_CELL;
	while (!is_safe(t) && hide_next(t))
		continue;
}

void
person_cells_hide(struct arena *a, struct person_count *count)
{
	struct table by_lists = {
	    .a = a, .cells = count->by_lists, .n = count->n_lists, .n_lists = 0};
	struct table cells = {.a = a,
	    .cells = count->cells,
	    .n = count->n_cells,
	    .by_lists = count->by_lists,
	    .n_lists = count->n_lists};

	hide(&by_lists);
	hide(&cells);
	count->hidden = count->persons < PERSON_CELL;
}
