#include "engine/claim/elastic.h"

#include "base/str.h"
#include "kit/lp/lp.h"

static const int64_t denominators[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 60, 840};

static struct lp_row
soft_row(struct arena *a, const struct elastic *e, size_t i)
{
	const struct elastic_row *row = &e->rows[i];
	int32_t *vars = ARENA_ARRAY(a, int32_t, row->count + 1);
	int32_t *coefs = ARENA_ARRAY(a, int32_t, row->count + 1);

	for (size_t v = 0; v < row->count; v++) {
		vars[v] = row->vars[v];
		coefs[v] = 1;
	}
	vars[row->count] = (int32_t)(e->vars + i);
	coefs[row->count] = row->upper ? -1 : 1;
	return (struct lp_row){
	    vars, coefs, row->count + 1, row->upper ? LP_AT_MOST : LP_AT_LEAST, row->end};
}

static struct lp
program(struct arena *a, const struct elastic *e)
{
	size_t vars = e->vars + e->row_count;
	int32_t *cost = ARENA_ARRAY(a, int32_t, vars);
	struct lp_row *rows = ARENA_ARRAY(a, struct lp_row, e->row_count + e->link_count);

	for (size_t i = 0; i < e->row_count; i++) {
		cost[e->vars + i] = 1;
		rows[i] = soft_row(a, e, i);
	}
	for (size_t i = 0; i < e->link_count; i++) {
		const struct elastic_link *link = &e->links[i];
		rows[e->row_count + i] =
		    (struct lp_row){link->vars, link->coefs, link->count, LP_AT_LEAST, 0};
	}
	return (struct lp){vars, cost, rows, e->row_count + e->link_count};
}

/* Numerator of the total violation at v / q, or -1 when v breaks a hard row. */
static int64_t
violation(const struct elastic *e, const int64_t *v, int64_t q)
{
	int64_t total = 0;

	for (size_t i = 0; i < e->vars; i++)
		if (v[i] < 0)
			return -1;
	for (size_t i = 0; i < e->link_count; i++) {
		int64_t sum = 0;
		for (size_t k = 0; k < e->links[i].count; k++)
			sum += e->links[i].coefs[k] * v[e->links[i].vars[k]];
		if (sum < 0)
			return -1;
	}
	for (size_t i = 0; i < e->row_count; i++) {
		const struct elastic_row *row = &e->rows[i];
		int64_t sum = 0;
		for (size_t k = 0; k < row->count; k++)
			sum += v[row->vars[k]];
		int64_t missed = row->upper ? sum - q * row->end : q * row->end - sum;
		total += missed > 0 ? missed : 0;
	}
	return total;
}

/* Numerator of what the duals y / q prove, or -1 when they prove nothing. */
static int64_t
proof(struct arena *a, const struct elastic *e, const int64_t *y, int64_t q)
{
	int64_t *load = ARENA_ARRAY(a, int64_t, e->vars), total = 0;

	for (size_t i = 0; i < e->row_count; i++) {
		const struct elastic_row *row = &e->rows[i];
		int64_t weight = row->upper ? -y[i] : y[i];
		if (weight < 0 || weight > q)
			return -1;
		total += y[i] * row->end;
		for (size_t k = 0; k < row->count; k++)
			load[row->vars[k]] += y[i];
	}
	for (size_t i = 0; i < e->link_count; i++) {
		int64_t weight = y[e->row_count + i];
		if (weight < 0)
			return -1;
		for (size_t k = 0; k < e->links[i].count; k++)
			load[e->links[i].vars[k]] += weight * e->links[i].coefs[k];
	}
	for (size_t i = 0; i < e->vars; i++)
		if (load[i] > 0)
			return -1;
	return total;
}

static int64_t
round_up(int64_t numerator, int64_t q)
{
	return (numerator + q - 1) / q;
}

static int64_t
least_violation(const struct elastic *e, const double *x, int64_t *whole)
{
	for (size_t i = 0; i < LENGTH(denominators); i++) {
		if (!lp_snap(x, e->vars, denominators[i], whole))
			continue;
		int64_t missed = violation(e, whole, denominators[i]);
		if (missed >= 0)
			return round_up(missed, denominators[i]);
	}
	return -1;
}

static bool
prove(struct arena *a, const struct elastic *e, const double *x, const double *y,
    struct elastic_gap *gap)
{
	size_t rows = e->row_count + e->link_count;
	int64_t *whole = ARENA_ARRAY(a, int64_t, rows > e->vars ? rows : e->vars);
	int64_t least = least_violation(e, x, whole);

	if (least == 0) {
		*gap = (struct elastic_gap){true, 0, ARENA_ARRAY(a, int64_t, e->row_count), 1};
		return true;
	}
	for (size_t i = 0; least > 0 && i < LENGTH(denominators); i++) {
		int64_t q = denominators[i];
		if (!lp_snap(y, rows, q, whole))
			continue;
		int64_t proved = proof(a, e, whole, q);
		if (proved <= 0 || round_up(proved, q) != least)
			continue;
		for (size_t r = 0; r < e->row_count; r++)
			whole[r] = e->rows[r].upper ? -whole[r] : whole[r];
		*gap = (struct elastic_gap){true, least, whole, q};
		return true;
	}
	return false;
}

struct elastic_gap
elastic_least(struct arena *a, const struct elastic *e)
{
	struct lp p = program(a, e);
	double *x = ARENA_ARRAY(a, double, p.vars);
	double *y = ARENA_ARRAY(a, double, p.row_count);
	struct elastic_gap gap = {false, 0, NULL, 1};

	for (int way = 0; way < LP_WAYS; way++)
		if (lp_least(&p, (enum lp_way)way, x, y) == LP_SOLVED && prove(a, e, x, y, &gap))
			break;
	if (!gap.proved)
		gap.weights = ARENA_ARRAY(a, int64_t, e->row_count);
	return gap;
}
