#include "engine/claim/cover.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/claim/cells.h"
#include "kit/lp/lp.h"

/* A value is kept as a multiple of 1 / UNIT; every denominator tried divides it. */
#define UNIT INT64_C(2520)
static const int64_t denominators[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 2520};
#define FINE INT64_C(1048576) /* where none fits: duals cut off to multiples of 1 / FINE */

struct problem {
	struct arena *a;
	const struct standing *k;
	size_t *rows; /* index of each row in k, largest low first */
	size_t row_count, words;
	uint64_t **cells; /* the rows over each cell */
	size_t cell_count;
};

static int64_t
low_of(const struct problem *p, size_t row)
{
	return p->k->rows[p->rows[row]].low;
}

/* Rows above i in order that lie inside it ask at least as much of fewer cells. */
static bool
is_needless(const struct standing *k, const uint64_t *rows, size_t i)
{
	size_t whole = i / 64;

	for (size_t w = 0; w < whole; w++)
		if ((rows[w] & k->inside[i][w]) != 0)
			return true;
	uint64_t before = (UINT64_C(1) << i % 64) - 1;
	return (rows[whole] & k->inside[i][whole] & before) != 0;
}

static void
choose_rows(struct problem *p, const uint64_t *rows)
{
	p->rows = ARENA_ARRAY(p->a, size_t, p->k->row_count);
	for (size_t i = bits_next(rows, p->k->row_words, 0); i < BITS_END(p->k->row_words);
	     i = bits_next(rows, p->k->row_words, i + 1)) {
		if (p->k->rows[i].low > 0 && !is_needless(p->k, rows, i))
			p->rows[p->row_count++] = i;
	}
	p->words = BITS_WORDS(p->row_count);
}

static void
cut_cells(struct problem *p)
{
	struct region *regions = ARENA_ARRAY(p->a, struct region, p->row_count);

	for (size_t r = 0; r < p->row_count; r++)
		regions[r] = p->k->rows[p->rows[r]].region;
	struct cells cells = cells_cut(p->a, p->k->ground.atoms, regions, p->row_count);
	p->cells = cells.over;
	p->cell_count = cells.count;
}

/* A cell whose rows all lie over another one as well is never needed. */
static void
drop_cells(struct problem *p)
{
	size_t kept = 0;

	for (size_t i = 0; i < p->cell_count; i++) {
		bool needed = true;
		for (size_t j = 0; j < p->cell_count && needed; j++)
			needed = j == i || p->cells[j] == NULL ||
			    !bits_inside(p->cells[i], p->cells[j], p->words) ||
			    (j > i && bits_equal(p->cells[i], p->cells[j], p->words));
		if (!needed)
			p->cells[i] = NULL;
	}
	for (size_t i = 0; i < p->cell_count; i++)
		if (p->cells[i] != NULL)
			p->cells[kept++] = p->cells[i];
	p->cell_count = kept;
}

struct part {
	const struct problem *p;
	const size_t *rows; /* of the problem */
	size_t row_count;
	const size_t *cells;
	size_t cell_count;
};

static struct lp
program(struct arena *a, const struct part *part)
{
	int32_t *ones = ARENA_ARRAY(a, int32_t, part->cell_count);
	struct lp_row *rows = ARENA_ARRAY(a, struct lp_row, part->row_count);

	for (size_t c = 0; c < part->cell_count; c++)
		ones[c] = 1;
	for (size_t r = 0; r < part->row_count; r++) {
		int32_t *vars = ARENA_ARRAY(a, int32_t, part->cell_count);
		size_t n = 0;
		for (size_t c = 0; c < part->cell_count; c++)
			if (bits_has(part->p->cells[part->cells[c]], part->rows[r]))
				vars[n++] = (int32_t)c;
		rows[r] =
		    (struct lp_row){vars, ones, n, LP_AT_LEAST, low_of(part->p, part->rows[r])};
	}
	return (struct lp){part->cell_count, ones, rows, part->row_count};
}

/* The total of cells x / q, times UNIT; -1 when a row has not its fill. */
static int64_t
filled(const struct lp *p, const int64_t *x, int64_t q)
{
	int64_t total = 0;

	for (size_t r = 0; r < p->row_count; r++) {
		int64_t sum = 0;
		for (size_t i = 0; i < p->rows[r].count; i++)
			sum += x[p->rows[r].vars[i]];
		if (sum < q * p->rows[r].rhs)
			return -1;
	}
	for (size_t v = 0; v < p->vars; v++) {
		if (x[v] < 0)
			return -1;
		total += x[v];
	}
	return total * (UNIT / q);
}

/* What the duals y / q prove, times UNIT, rounded down; -1 when they prove nothing. */
static int64_t
proved(struct arena *a, const struct lp *p, const int64_t *y, int64_t q)
{
	int64_t *load = ARENA_ARRAY(a, int64_t, p->vars), whole = 0, rest = 0;

	for (size_t r = 0; r < p->row_count; r++) {
		if (y[r] < 0)
			return -1;
		for (size_t i = 0; i < p->rows[r].count; i++)
			load[p->rows[r].vars[i]] += y[r];
		whole += p->rows[r].rhs / q * y[r];
		rest += p->rows[r].rhs % q * y[r];
	}
	for (size_t v = 0; v < p->vars; v++)
		if (load[v] > q)
			return -1;
	return (whole + rest / q) * UNIT + rest % q * UNIT / q;
}

static int64_t
best_total(const struct lp *p, const double *x, int64_t *whole)
{
	for (size_t i = 0; i < LENGTH(denominators); i++) {
		if (!lp_snap(x, p->vars, denominators[i], whole))
			continue;
		int64_t total = filled(p, whole, denominators[i]);
		if (total >= 0)
			return total;
	}
	return -1;
}

/* Duals cut off so far that rounding cannot have made them too large. */
static void
cut_off(const struct lp *p, const double *y, int64_t *whole)
{
	for (size_t r = 0; r < p->row_count; r++) {
		double cut = y[r] * (double)FINE - 1;
		whole[r] = cut > 0 && cut <= (double)FINE ? (int64_t)cut : 0;
	}
}

/* Writes duals that prove something and returns their denominator. */
static int64_t
best_proof(struct arena *a, const struct lp *p, const double *y, int64_t *whole)
{
	for (size_t i = 0; i < LENGTH(denominators); i++)
		if (lp_snap(y, p->row_count, denominators[i], whole) &&
		    proved(a, p, whole, denominators[i]) >= 0)
			return denominators[i];
	cut_off(p, y, whole);
	return FINE;
}

static int64_t
ceiling(int64_t value)
{
	return (value + UNIT - 1) / UNIT;
}

/* Moves the weight of row r, and of all rows that share cells with it however far, to one. */
static void
take_joined(struct arena *a, const struct lp *p, size_t r, int64_t *y, int64_t *one)
{
	bool *is_over = ARENA_ARRAY(a, bool, p->vars);
	bool grown = true;

	memset(one, 0, p->row_count * sizeof(*one));
	for (size_t next = r; grown; next = 0) {
		grown = false;
		for (size_t i = next; i < p->row_count; i++) {
			bool joined = i == r;
			for (size_t v = 0; v < p->rows[i].count && !joined; v++)
				joined = is_over[p->rows[i].vars[v]];
			if (!joined || y[i] == 0)
				continue;
			one[i] = y[i];
			y[i] = 0;
			for (size_t v = 0; v < p->rows[i].count; v++)
				is_over[p->rows[i].vars[v]] = true;
			grown = true;
		}
	}
}

/* The people that y / q prove. Rows that share no cell are about different people, all whole. */
static int64_t
people(struct arena *a, const struct lp *p, const int64_t *y, int64_t q)
{
	int64_t *rest = ARENA_ARRAY(a, int64_t, p->row_count);
	int64_t *one = ARENA_ARRAY(a, int64_t, p->row_count);
	int64_t together = ceiling(proved(a, p, y, q)), apart = 0;

	if (q == 1)
		return together;
	memcpy(rest, y, p->row_count * sizeof(*rest));
	for (size_t r = 0; r < p->row_count; r++) {
		if (rest[r] == 0)
			continue;
		take_joined(a, p, r, rest, one);
		apart += ceiling(proved(a, p, one, q));
	}
	return apart > together ? apart : together;
}

/* The largest single row proves itself. */
static int64_t
largest_row(const struct lp *p, int64_t *whole)
{
	size_t best = 0;

	for (size_t r = 0; r < p->row_count; r++) {
		whole[r] = 0;
		best = p->rows[r].rhs > p->rows[best].rhs ? r : best;
	}
	whole[best] = 1;
	return p->rows[best].rhs;
}

/* Returns the people that are proved; weights becomes non-zero for the rows that prove them. */
static int64_t
solve(struct arena *a, const struct lp *p, int64_t *weights)
{
	double *x = ARENA_ARRAY(a, double, p->vars), *y = ARENA_ARRAY(a, double, p->row_count);
	size_t n = p->vars > p->row_count ? p->vars : p->row_count;
	int64_t *whole = ARENA_ARRAY(a, int64_t, n), best = largest_row(p, weights);

	for (int way = 0; way < LP_WAYS; way++) {
		if (lp_least(p, (enum lp_way)way, x, y) != LP_SOLVED)
			continue;
		int64_t total = best_total(p, x, whole);
		int64_t q = best_proof(a, p, y, whole), value = people(a, p, whole, q);
		if (value > best) {
			best = value;
			memcpy(weights, whole, p->row_count * sizeof(*weights));
		}
		if (total >= 0 && ceiling(total) <= value)
			break;
	}
	return best;
}

static int64_t
solve_part(const struct part *part, uint64_t *support)
{
	const struct problem *p = part->p;

	if (part->row_count == 1) {
		bits_add(support, p->rows[part->rows[0]]);
		return low_of(p, part->rows[0]);
	}
	struct lp program_of_part = program(p->a, part);
	int64_t *weights = ARENA_ARRAY(p->a, int64_t, part->row_count);
	int64_t value = solve(p->a, &program_of_part, weights);
	for (size_t r = 0; r < part->row_count; r++)
		if (weights[r] != 0)
			bits_add(support, p->rows[part->rows[r]]);
	return value;
}

/* Grows rows, which holds one row, by all rows that share a cell with one of them. */
static void
join(const struct problem *p, uint64_t *rows)
{
	for (bool grown = true; grown;) {
		grown = false;
		for (size_t c = 0; c < p->cell_count; c++) {
			if (!bits_meet(p->cells[c], rows, p->words) ||
			    bits_inside(p->cells[c], rows, p->words))
				continue;
			bits_join(rows, p->cells[c], p->words);
			grown = true;
		}
	}
}

static int64_t
solve_parts(const struct problem *p, uint64_t *support)
{
	uint64_t *done = bits_new(p->a, p->words), *rows = bits_new(p->a, p->words);
	size_t *members = ARENA_ARRAY(p->a, size_t, p->row_count);
	size_t *cells = ARENA_ARRAY(p->a, size_t, p->cell_count);
	int64_t total = 0;

	for (size_t r = 0; r < p->row_count; r++) {
		struct part part = {.p = p, .rows = members, .cells = cells};
		if (bits_has(done, r))
			continue;
		memset(rows, 0, p->words * sizeof(*rows));
		bits_add(rows, r);
		join(p, rows);
		for (size_t i = bits_next(rows, p->words, 0); i < BITS_END(p->words);
		     i = bits_next(rows, p->words, i + 1)) {
			members[part.row_count++] = i;
		}
		for (size_t c = 0; c < p->cell_count; c++)
			if (bits_meet(p->cells[c], rows, p->words))
				cells[part.cell_count++] = c;
		bits_join(done, rows, p->words);
		total += solve_part(&part, support);
	}
	return total;
}

int64_t
cover_least(const struct standing *k, const uint64_t *rows, uint64_t *support)
{
	struct arena *scratch = arena_new();
	struct problem p = {.a = scratch, .k = k};

	memset(support, 0, k->row_words * sizeof(*support));
	choose_rows(&p, rows);
	cut_cells(&p);
	drop_cells(&p);
	int64_t low = solve_parts(&p, support);
	arena_free(scratch);
	return low;
}
