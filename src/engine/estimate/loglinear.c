#include "engine/estimate/loglinear.h"

#include <math.h>
#include <string.h>

#include "engine/estimate/poisson.h"
#include "engine/estimate/special.h"
#include "kit/lp/lp.h"

#define PRIME UINT64_C(2147483647) /* ranks are taken over this field */
#define CHI 3.841458820694124      /* 95 % point of chi-squared with 1 degree */
#define DOUBLINGS 12
#define HALVINGS 50
#define COLUMNS (1 + LOGLINEAR_LISTS + LOGLINEAR_EFFECTS)

/* What is left of a model when empty overlaps are taken out. */
struct reduced {
	size_t cells, cols;
	uint32_t patterns[LOGLINEAR_CELLS]; /* of the cells */
	uint32_t effects[COLUMNS];          /* of the columns; 0 is b0 */
	uint32_t empty;                     /* bit i: effect i of the model is */
};

void
loglinear_fill(const struct overlap *t, struct loglinear_table *out)
{
	*out = (struct loglinear_table){.lists = t->lists};
	for (size_t i = 0; i < t->cell_count; i++)
		out->people[t->cells[i].on] = (double)t->cells[i].people;
}

static double
on_all(const struct loglinear_table *t, const double *values, uint32_t lists)
{
	double sum = 0;

	for (uint32_t c = 1; c < UINT32_C(1) << t->lists; c++)
		sum += (c & lists) == lists ? values[c] : 0;
	return sum;
}

static bool
is_held_at_zero(const struct loglinear_model *m, uint32_t empty, uint32_t pattern)
{
	for (size_t i = 0; i < m->count; i++)
		if ((empty >> i & 1) != 0 && (pattern & m->effects[i]) == m->effects[i])
			return true;
	return false;
}

static void
reduce(const struct loglinear_table *t, const struct loglinear_model *m, struct reduced *out)
{
	out->cells = out->cols = 0;
	out->empty = 0;
	out->effects[out->cols++] = 0;
	for (size_t j = 0; j < t->lists; j++)
		out->effects[out->cols++] = UINT32_C(1) << j;
	for (size_t i = 0; i < m->count; i++) {
		if (on_all(t, t->people, m->effects[i]) > 0)
			out->effects[out->cols++] = m->effects[i];
		else
			out->empty |= UINT32_C(1) << i;
	}
	for (uint32_t c = 1; c < UINT32_C(1) << t->lists; c++)
		if (!is_held_at_zero(m, out->empty, c))
			out->patterns[out->cells++] = c;
}

static bool
has_effect(const struct reduced *r, size_t cell, size_t col)
{
	return (r->patterns[cell] & r->effects[col]) == r->effects[col];
}

/* ---- can it be fitted? ---- */

static uint64_t
inverse_of(uint64_t v)
{
	uint64_t result = 1;

	for (uint64_t power = PRIME - 2; power > 0; power >>= 1, v = v * v % PRIME)
		if ((power & 1) != 0)
			result = result * v % PRIME;
	return result;
}

/* Takes the pivot row out of another one, both of width columns from `from` on. */
static void
clear_row(uint64_t *row, const uint64_t *pivot, size_t from, size_t width)
{
	uint64_t factor = row[from] * inverse_of(pivot[from]) % PRIME;

	for (size_t k = from; factor != 0 && k < width; k++)
		row[k] = (row[k] + (PRIME - factor) * pivot[k]) % PRIME;
}

/* Are the columns independent over the cells with people, or over all cells of r? */
static bool
is_full_rank(struct arena *a, const struct loglinear_table *t, const struct reduced *r, bool seen)
{
	uint64_t *m = ARENA_ARRAY(a, uint64_t, r->cells * r->cols);
	size_t rows = 0, rank = 0;

	for (size_t c = 0; c < r->cells; c++) {
		if (seen && t->people[r->patterns[c]] == 0)
			continue;
		for (size_t k = 0; k < r->cols; k++)
			m[rows * r->cols + k] = has_effect(r, c, k);
		rows++;
	}
	for (size_t k = 0; k < r->cols; k++) {
		size_t at = rank;
		while (at < rows && m[at * r->cols + k] == 0)
			at++;
		if (at == rows)
			return false;
		for (size_t i = 0; i < r->cols && at != rank; i++) {
			uint64_t held = m[at * r->cols + i];
			m[at * r->cols + i] = m[rank * r->cols + i];
			m[rank * r->cols + i] = held;
		}
		for (size_t i = rank + 1; i < rows; i++)
			clear_row(m + i * r->cols, m + rank * r->cols, k, r->cols);
		rank++;
	}
	return true;
}

/*
 * The program: a direction d, as the difference of two halves, along which no cell
 * with people moves and no other falls, or rises by more than 1; the sum of the
 * rises is made large. Nothing rises: the likelihood has a largest value.
 */
struct program {
	int32_t *vars, *coefs, *cost;
	struct lp_row *rows;
	size_t used, row_count;
};

static void
add_cell(struct program *p, const struct reduced *r, size_t cell, bool seen)
{
	int32_t *vars = p->vars + p->used, *coefs = p->coefs + p->used;
	size_t n = 0;

	for (size_t k = 0; k < r->cols; k++) {
		if (!has_effect(r, cell, k))
			continue;
		for (int32_t half = 0; half < 2; half++) {
			vars[n] = (int32_t)(2 * k) + half;
			coefs[n++] = 1 - 2 * half;
			p->cost[2 * k + (size_t)half] += seen ? 0 : 2 * half - 1;
		}
	}
	p->used += n;
	p->rows[p->row_count++] = (struct lp_row){vars, coefs, n, LP_AT_LEAST, 0};
	p->rows[p->row_count++] = (struct lp_row){vars, coefs, n, LP_AT_MOST, seen ? 0 : 1};
}

static bool
is_finite(struct arena *a, const struct loglinear_table *t, const struct reduced *r)
{
	size_t vars = 2 * r->cols, most = r->cells * vars;
	struct program p = {ARENA_ARRAY(a, int32_t, most), ARENA_ARRAY(a, int32_t, most),
	    ARENA_ARRAY(a, int32_t, vars), ARENA_ARRAY(a, struct lp_row, 2 * r->cells), 0, 0};
	double *x = ARENA_ARRAY(a, double, vars), rise = 0;

	for (size_t c = 0; c < r->cells; c++)
		add_cell(&p, r, c, t->people[r->patterns[c]] > 0);
	const struct lp lp = {vars, p.cost, p.rows, p.row_count};
	if (lp_least(&lp, LP_DUAL, x, NULL) != LP_SOLVED &&
	    lp_least(&lp, LP_PRIMAL, x, NULL) != LP_SOLVED)
		return false;
	for (size_t v = 0; v < vars; v++)
		rise -= p.cost[v] * x[v];
	return rise < 0.5;
}

static enum loglinear_lack
lack_of(struct arena *a, const struct loglinear_table *t, const struct reduced *r)
{
	if (is_full_rank(a, t, r, true))
		return LOGLINEAR_FITS;
	unsigned lack = is_finite(a, t, r) ? 0 : LOGLINEAR_NOT_FINITE;
	if (!is_full_rank(a, t, r, false))
		lack |= LOGLINEAR_NOT_IDENTIFIED;
	return (enum loglinear_lack)lack;
}

enum loglinear_lack
loglinear_check(struct arena *a, const struct loglinear_table *t, const struct loglinear_model *m)
{
	struct reduced r;

	reduce(t, m, &r);
	return lack_of(a, t, &r);
}

/* ---- fitting ---- */

static bool
fit_reduced(struct arena *a, const struct loglinear_table *t, const struct reduced *r,
    struct loglinear_fit *out)
{
	double *design = ARENA_ARRAY(a, double, r->cells * r->cols);
	double *counts = ARENA_ARRAY(a, double, r->cells), n = 0;
	struct poisson_fit f;

	for (size_t c = 0; c < r->cells; c++) {
		counts[c] = t->people[r->patterns[c]];
		n += counts[c];
		for (size_t k = 0; k < r->cols; k++)
			design[c * r->cols + k] = has_effect(r, c, k);
	}
	const struct poisson p = {r->cells, r->cols, design, counts, NULL};
	if (!poisson_fit(a, &p, NULL, &f))
		return false;
	double used = (double)r->cols + __builtin_popcount(r->empty);
	*out = (struct loglinear_fit){.unseen = exp(f.coefs[0]),
	    .var_b0 = f.var[0],
	    .log_likelihood = f.log_likelihood,
	    .aic = 2 * used - 2 * f.log_likelihood,
	    .bic = log(n) * used - 2 * f.log_likelihood,
	    .means = ARENA_ARRAY(a, double, (size_t)1 << t->lists),
	    .empty = r->empty};
	for (size_t c = 0; c < r->cells; c++)
		out->means[r->patterns[c]] = f.means[c];
	return true;
}

bool
loglinear_fit(struct arena *a, const struct loglinear_table *t, const struct loglinear_model *m,
    struct loglinear_fit *out)
{
	struct reduced r;

	reduce(t, m, &r);
	return lack_of(a, t, &r) == LOGLINEAR_FITS && fit_reduced(a, t, &r, out);
}

/* ---- profile of b0 ---- */

/* A model whose b0 is held: the other columns alone, and an offset. */
struct held {
	struct poisson rest;
	double *offset;
	double most; /* deviance up to which b0 is in the interval */
};

static bool
is_inside(const struct held *h, double b0)
{
	struct arena *a = arena_new();
	struct poisson_fit f;

	for (size_t c = 0; c < h->rest.rows; c++)
		h->offset[c] = b0;
	bool inside = poisson_fit(a, &h->rest, NULL, &f) && f.deviance <= h->most;
	arena_free(a);
	return inside;
}

/* The end of the interval between b0 at its top and the first step outside. */
static bool
find_end(const struct held *h, double top, double step, double *end)
{
	double inside = top, outside = top + step;

	for (int i = 0; i < DOUBLINGS && is_inside(h, outside); i++) {
		inside = outside;
		outside += step *= 2;
	}
	if (is_inside(h, outside))
		return false;
	for (int i = 0; i < HALVINGS; i++) {
		double middle = 0.5 * (inside + outside);
		if (is_inside(h, middle))
			inside = middle;
		else
			outside = middle;
	}
	*end = exp(inside);
	return true;
}

bool
loglinear_profile(struct arena *a, const struct loglinear_table *t, const struct loglinear_model *m,
    double *low, double *high)
{
	struct reduced r;
	struct poisson_fit f;
	struct loglinear_fit fit;

	reduce(t, m, &r);
	if (lack_of(a, t, &r) != LOGLINEAR_FITS || !fit_reduced(a, t, &r, &fit))
		return false;
	double *design = ARENA_ARRAY(a, double, r.cells *r.cols);
	double *counts = ARENA_ARRAY(a, double, r.cells);
	struct held h = {.offset = ARENA_ARRAY(a, double, r.cells)};
	for (size_t c = 0; c < r.cells; c++) {
		counts[c] = t->people[r.patterns[c]];
		h.offset[c] = log(fit.unseen);
		for (size_t k = 1; k < r.cols; k++)
			design[c * (r.cols - 1) + k - 1] = has_effect(&r, c, k);
	}
	h.rest = (struct poisson){r.cells, r.cols - 1, design, counts, h.offset};
	if (!poisson_fit(a, &h.rest, NULL, &f))
		return false;
	h.most = f.deviance + CHI;
	double step = sqrt(fit.var_b0);
	return find_end(&h, log(fit.unseen), -step, low) &&
	    find_end(&h, log(fit.unseen), step, high);
}

/* ---- step by step ---- */

struct candidate {
	uint32_t pair;
	double log_chance;
	double distance; /* |observed - mean|^2 / mean */
};

static bool
goes_before(const struct candidate *x, const struct candidate *y)
{
	double close = 1e-9 * (1 + fabs(x->log_chance));

	if (fabs(x->log_chance - y->log_chance) > close)
		return x->log_chance < y->log_chance;
	if (fabs(x->distance - y->distance) > 1e-9 * (1 + x->distance))
		return x->distance > y->distance;
	return x->pair < y->pair;
}

bool
loglinear_has(const struct loglinear_model *m, uint32_t effect)
{
	for (size_t i = 0; i < m->count; i++)
		if (m->effects[i] == effect)
			return true;
	return false;
}

static struct candidate
candidate_of(const struct loglinear_table *t, const struct loglinear_fit *f, uint32_t pair)
{
	double seen = on_all(t, t->people, pair), mean = on_all(t, f->means, pair);
	struct candidate c = {pair, 0, 0};

	if (!(mean > 0))
		return c;
	double below = special_poisson_below(seen, mean), above = special_poisson_above(seen, mean);
	c.log_chance = below < above ? below : above;
	c.distance = (seen - mean) * (seen - mean) / mean;
	return c;
}

/* Pairs that are not in the model, least likely overlap first. */
static size_t
rank_candidates(const struct loglinear_table *t, const struct loglinear_model *m,
    const struct loglinear_fit *f, struct candidate *out)
{
	size_t n = 0;

	for (size_t i = 0; i < t->lists; i++) {
		for (size_t j = i + 1; j < t->lists; j++) {
			uint32_t pair = UINT32_C(1) << i | UINT32_C(1) << j;
			if (loglinear_has(m, pair))
				continue;
			struct candidate c = candidate_of(t, f, pair);
			size_t at = n++;
			for (; at > 0 && goes_before(&c, &out[at - 1]); at--)
				out[at] = out[at - 1];
			out[at] = c;
		}
	}
	return n;
}

static bool
add_pair(struct arena *a, const struct loglinear_table *t, double threshold,
    struct loglinear_model *m, struct loglinear_fit *f)
{
	struct candidate candidates[LOGLINEAR_EFFECTS];
	size_t n = rank_candidates(t, m, f, candidates);

	for (size_t i = 0; i < n && candidates[i].log_chance < log(threshold); i++) {
		m->effects[m->count++] = candidates[i].pair;
		if (loglinear_fit(a, t, m, f))
			return true;
		m->count--;
	}
	return false;
}

bool
loglinear_stepwise(struct arena *a, const struct loglinear_table *t, double threshold,
    struct loglinear_model *model, struct loglinear_fit *fit)
{
	model->count = 0;
	if (!loglinear_fit(a, t, model, fit))
		return false;
	while (model->count < t->lists * (t->lists - 1) / 2)
		if (!add_pair(a, t, threshold, model, fit))
			break;
	return true;
}

/* ---- words ---- */

struct str
loglinear_effect_text(struct arena *a, const struct overlap *t, uint32_t effect)
{
	struct str text = STR("");

	for (size_t j = 0; j < t->lists; j++)
		if ((effect >> j & 1) != 0)
			text = arena_fmt(a, "%.*s%s%.*s", STR_ARG(text), text.n > 0 ? ":" : "",
			    STR_ARG(t->names[j]));
	return text;
}

struct str
loglinear_model_text(struct arena *a, const struct overlap *t, const struct loglinear_model *m)
{
	struct str text = STR("");

	for (size_t i = 0; i < m->count; i++)
		text = arena_fmt(a, "%.*s%s%.*s", STR_ARG(text), i > 0 ? "," : "",
		    STR_ARG(loglinear_effect_text(a, t, m->effects[i])));
	return m->count == 0 ? STR("independence") : text;
}

static bool
read_pair(const struct overlap *t, struct str text, uint32_t *out)
{
	struct str first = str_cut(&text, ':');

	*out = 0;
	for (size_t j = 0; j < t->lists; j++)
		if (str_eq(t->names[j], first) || str_eq(t->names[j], text))
			*out |= UINT32_C(1) << j;
	return __builtin_popcount(*out) == 2;
}

static void
all_pairs(const struct overlap *t, struct loglinear_model *out)
{
	for (size_t i = 0; i < t->lists; i++)
		for (size_t j = i + 1; j < t->lists; j++)
			out->effects[out->count++] = UINT32_C(1) << i | UINT32_C(1) << j;
}

int
loglinear_model_read(
    const struct overlap *t, struct str text, struct loglinear_model *out, struct err *e)
{
	struct loglinear_model m = {0};
	uint32_t pair;

	if (str_eq(text, STR("pairs")))
		all_pairs(t, &m);
	else if (!str_eq(text, STR("independence")))
		while (text.n > 0) {
			struct str part = str_cut(&text, ',');
			if (!read_pair(t, part, &pair) || loglinear_has(&m, pair))
				return err_fail(e, ERR_INPUT, STR("estimate.model"), part);
			m.effects[m.count++] = pair;
		}
	*out = m;
	return 0;
}
