#include "engine/estimate/family.h"

#include <math.h>

#include "engine/estimate/poisson.h"
#include "engine/estimate/special.h"

#define COLUMNS (1 + LOGLINEAR_LISTS + LOGLINEAR_LISTS + LOGLINEAR_EFFECTS)
#define HALF_CHI 1.920729410347062 /* half of the 95 % point of chi-squared with 1 degree */
#define GOLDEN 0.6180339887498949
#define HALVINGS 60
#define DOUBLINGS 40

/* A design under construction: cells by pattern from `first` on. */
struct building {
	const struct loglinear_table *t;
	const struct family_model *m;
	uint32_t first;       /* 1, or 0 where the unseen have a cell */
	size_t cols, chao_at; /* column of the first such term that is left */
	uint32_t chao_terms[LOGLINEAR_LISTS];
	size_t chao_count;
};

static double
unlike_term(enum family_unlike unlike, double k)
{
	switch (unlike) {
	case FAMILY_POISSON:
		return exp2(k) - 1;
	case FAMILY_DARROCH:
		return k * k / 2;
	case FAMILY_GAMMA:
		return log(3.5) - log(3.5 + k);
	default:
		return 0;
	}
}

/* Fills one row of the design; out may be NULL to count the columns. */
static size_t
put_row(const struct building *b, uint32_t pattern, double *out)
{
	double row[COLUMNS], k = __builtin_popcount(pattern);
	size_t n = 0;

	row[n++] = 1;
	if (b->m->by_list)
		for (size_t j = 0; j < b->t->lists; j++)
			row[n++] = pattern >> j & 1;
	else
		row[n++] = k;
	if (b->m->unlike == FAMILY_CHAO)
		for (size_t i = 0; i < b->chao_count; i++)
			row[n++] = fmax(0, k - b->chao_terms[i]);
	else if (b->m->unlike != FAMILY_ALIKE)
		row[n++] = unlike_term(b->m->unlike, k);
	for (size_t i = 0; i < b->m->pairs.count; i++) {
		uint32_t pair = b->m->pairs.effects[i];
		row[n++] = (pattern & pair) == pair;
	}
	for (size_t i = 0; i < n && out != NULL; i++)
		out[i] = row[i];
	return n;
}

/* The most lists that anybody is on. */
static uint32_t
most_lists(const struct loglinear_table *t)
{
	uint32_t most = 0;

	for (uint32_t c = 1; c < UINT32_C(1) << t->lists; c++)
		if (t->people[c] > 0 && (uint32_t)__builtin_popcount(c) > most)
			most = (uint32_t)__builtin_popcount(c);
	return most;
}

/* A term of Chao that nobody reaches would fall without end, so it is not put in. */
static void
start(struct building *b, const struct loglinear_table *t, const struct family_model *m,
    uint32_t first)
{
	*b = (struct building){.t = t, .m = m, .first = first};
	if (m->unlike == FAMILY_CHAO)
		for (uint32_t k = 2; k < most_lists(t); k++)
			b->chao_terms[b->chao_count++] = k;
	b->chao_at = 1 + (m->by_list ? t->lists : 1);
}

static bool
fit_once(struct arena *a, struct building *b, double unseen, struct poisson_fit *out)
{
	uint32_t end = UINT32_C(1) << b->t->lists;
	size_t rows = end - b->first;
	double *counts = ARENA_ARRAY(a, double, rows);

	b->cols = put_row(b, 0, NULL);
	double *design = ARENA_ARRAY(a, double, rows * b->cols);
	for (uint32_t c = b->first; c < end; c++) {
		counts[c - b->first] = c == 0 ? unseen : b->t->people[c];
		put_row(b, c, design + (c - b->first) * b->cols);
	}
	return poisson_fit(a, &(struct poisson){rows, b->cols, design, counts, NULL}, NULL, out);
}

/* Takes out the most negative term of Chao. False: none is. */
static bool
take_out(struct building *b, const struct poisson_fit *f)
{
	size_t worst = 0;

	for (size_t i = 1; i < b->chao_count; i++)
		if (f->coefs[b->chao_at + i] < f->coefs[b->chao_at + worst])
			worst = i;
	if (b->chao_count == 0 || f->coefs[b->chao_at + worst] >= 0)
		return false;
	b->chao_count--;
	for (size_t i = worst; i < b->chao_count; i++)
		b->chao_terms[i] = b->chao_terms[i + 1];
	return true;
}

static bool
fit_model(struct arena *a, struct building *b, double unseen, struct poisson_fit *out)
{
	do {
		if (!fit_once(a, b, unseen, out))
			return false;
	} while (take_out(b, out));
	return true;
}

bool
family_fit(struct arena *a, const struct loglinear_table *t, const struct family_model *m,
    struct family_fit *out)
{
	struct building b;
	struct poisson_fit f;
	double n = 0;

	start(&b, t, m, 1);
	if (!fit_model(a, &b, 0, &f))
		return false;
	for (uint32_t c = 1; c < UINT32_C(1) << t->lists; c++)
		n += t->people[c];
	double u = exp(f.coefs[0]), used = (double)b.cols;
	*out = (struct family_fit){u, sqrt(u + u * u * f.var[0]), f.log_likelihood,
	    2 * used - 2 * f.log_likelihood, log(n) * used - 2 * f.log_likelihood};
	return true;
}

struct str
family_name(struct arena *a, const struct family_model *m)
{
	static const char *const ends[FAMILY_UNLIKES] = {
	    "", "-chao", "-poisson", "-darroch", "-gamma"};
	const char *list = m->by_list ? "t" : m->unlike == FAMILY_ALIKE ? "0" : "";

	return arena_fmt(a, "m%s%s%s", list, m->unlike == FAMILY_ALIKE ? "" : "h", ends[m->unlike]);
}

/* ---- profile likelihood ---- */

struct profile {
	struct arena *a;
	const struct loglinear_table *t;
	const struct family_model *m;
	double seen;
};

/* log of the multinomial likelihood at that many unseen, up to a constant; -INFINITY: no fit. */
static double
height(const struct profile *p, double unseen)
{
	struct arena *a = arena_new();
	struct building b;
	struct poisson_fit f;
	double all = p->seen + unseen, result = (double)-INFINITY;

	start(&b, p->t, p->m, 0);
	if (fit_model(a, &b, unseen, &f)) {
		result = special_lgamma(all + 1) - all * log(all) - f.deviance / 2;
		if (unseen > 0)
			result += unseen * log(unseen) - special_lgamma(unseen + 1);
	}
	arena_free(a);
	return result;
}

/* Where the likelihood is largest in [low, high]: golden section on the log of the unseen. */
static double
top_between(const struct profile *p, double low, double high)
{
	double left = log(low), right = log(high), width = right - left;
	double x = right - GOLDEN * width, y = left + GOLDEN * width;
	double at_x = height(p, exp(x)), at_y = height(p, exp(y));

	while (right - left > 1e-6) {
		if (at_x > at_y) {
			right = y;
			y = x;
			at_y = at_x;
			x = right - GOLDEN * (right - left);
			at_x = height(p, exp(x));
		} else {
			left = x;
			x = y;
			at_x = at_y;
			y = left + GOLDEN * (right - left);
			at_y = height(p, exp(y));
		}
	}
	return exp(0.5 * (left + right));
}

/* Where the likelihood comes down to the wanted height between inside and outside. */
static double
crossing(const struct profile *p, double inside, double outside, double wanted)
{
	for (int i = 0; i < HALVINGS && fabs(outside - inside) > 1e-7 * outside; i++) {
		double middle = 0.5 * (inside + outside);
		if (height(p, middle) > wanted)
			inside = middle;
		else
			outside = middle;
	}
	return 0.5 * (inside + outside);
}

bool
family_profile(struct arena *a, const struct loglinear_table *t, const struct family_model *m,
    double *low, double *high)
{
	struct profile p = {a, t, m, 0};
	struct family_fit f;

	if (!family_fit(a, t, m, &f))
		return false;
	for (uint32_t c = 1; c < UINT32_C(1) << t->lists; c++)
		p.seen += t->people[c];
	double top = top_between(&p, f.unseen / 2, f.unseen * 2);
	double wanted = height(&p, top) - HALF_CHI, below = top, above = top;
	for (int i = 0; i < DOUBLINGS && height(&p, above) > wanted; i++)
		above *= 2;
	for (int i = 0; i < DOUBLINGS && below > 0.5 && height(&p, below) > wanted; i++)
		below /= 2;
	if (height(&p, above) > wanted)
		return false;
	*high = p.seen + crossing(&p, top, above, wanted);
	*low = p.seen + (height(&p, below) > wanted ? 0 : crossing(&p, top, below, wanted));
	return true;
}

/* ---- all models of pairs ---- */

static void
choose_pairs(size_t lists, uint32_t chosen, struct loglinear_model *out)
{
	int at = 0;

	out->count = 0;
	for (size_t i = 0; i < lists; i++)
		for (size_t j = i + 1; j < lists; j++)
			if ((chosen >> at++ & 1) != 0)
				out->effects[out->count++] = UINT32_C(1) << i | UINT32_C(1) << j;
}

bool
family_search(const struct loglinear_table *t, struct family_model *model, struct family_fit *out)
{
	bool found = false;

	for (uint32_t set = 0; set < UINT32_C(1) << t->lists * (t->lists - 1) / 2; set++) {
		struct family_model m = {.by_list = true};
		struct arena *own = arena_new();
		struct family_fit f;
		choose_pairs(t->lists, set, &m.pairs);
		if (loglinear_check(own, t, &m.pairs) == LOGLINEAR_FITS &&
		    family_fit(own, t, &m, &f) && (!found || f.bic < out->bic)) {
			*model = m;
			*out = f;
			found = true;
		}
		arena_free(own);
	}
	return found;
}
