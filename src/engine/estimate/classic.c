#include "engine/estimate/classic.h"

#include <math.h>

#include "engine/estimate/chance.h"

#define FEW_DOUBLES 5     /* on exactly two lists: fewer make Chao's bound unsteady */
#define LOW_COVERAGE 0.55 /* of sample coverage: below it two steps, else the solved equation */
#define DRAWS 1000        /* of an interval */
#define FAR_BEYOND 1e15   /* people: more are not drawn anew */

struct estimate
classic_chapman(struct arena *a, const struct overlap *t, size_t i, size_t j)
{
	struct estimate x = estimate_start(ESTIMATE_CHAPMAN, estimate_pair(a, t, i, j));
	uint32_t first = UINT32_C(1) << i, second = UINT32_C(1) << j;
	double n1 = (double)overlap_on_all(t, first), n2 = (double)overlap_on_all(t, second);
	double m = (double)overlap_on_all(t, first | second);

	if (m == 0)
		estimate_doubt(a, &x, ESTIMATE_GATE_PAIR_APART, x.form, STR(""));
	x.point = (n1 + 1) * (n2 + 1) / (m + 1) - 1;
	estimate_lognormal(a, &x, n1 + n2 - m,
	    (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) * (m + 1) * (m + 2)));
	return x;
}

double
classic_odds(const struct overlap *t, size_t i, size_t j, double ratio)
{
	uint32_t first = UINT32_C(1) << i, second = UINT32_C(1) << j;
	double n1 = (double)overlap_on_all(t, first), n2 = (double)overlap_on_all(t, second);
	double m = (double)overlap_on_all(t, first | second);

	return m == 0 ? ESTIMATE_NO_NUMBER : n1 + n2 - m + ratio * (n1 - m) * (n2 - m) / m;
}

double
classic_odds_needed(const struct overlap *t, size_t i, size_t j, double people)
{
	uint32_t first = UINT32_C(1) << i, second = UINT32_C(1) << j;
	double m = (double)overlap_on_all(t, first | second);
	double a = (double)overlap_on_all(t, first) - m, b = (double)overlap_on_all(t, second) - m;

	return m == 0 || a * b == 0 ? ESTIMATE_NO_NUMBER : (people - a - b - m) * m / (a * b);
}

/*
 * Variance of an estimator's total: everybody, the unseen too, is drawn anew many
 * times. The stream is fixed, so that the same table gives the same interval.
 */
static double
drawn_variance(struct arena *a, const struct overlap *t, double point,
    double (*total)(const struct overlap *drawn))
{
	size_t cells = t->cell_count;
	double *weights = ARENA_ARRAY(a, double, cells + 1), mean = 0, squares = 0;
	int64_t *people = ARENA_ARRAY(a, int64_t, cells + 1), everybody = (int64_t)llround(point);
	struct overlap_cell *drawn = ARENA_ARRAY(a, struct overlap_cell, cells);
	struct overlap anew = *t;
	struct chance chance = chance_start(0, 0);

	anew.cells = drawn;
	for (size_t c = 0; c < cells; c++)
		weights[c] = (double)t->cells[c].people;
	weights[cells] = point - (double)t->people;
	for (int draw = 1; draw <= DRAWS; draw++) {
		chance_share(&chance, everybody, weights, cells + 1, people);
		for (size_t c = 0; c < cells; c++)
			drawn[c] = (struct overlap_cell){t->cells[c].on, people[c]};
		anew.people = everybody - people[cells];
		double v = total(&anew), from_mean = v - mean;
		mean += from_mean / draw;
		squares += from_mean * (v - mean);
	}
	return squares / (DRAWS - 1);
}

static void
interval_by_draws(struct arena *a, const struct overlap *t, struct estimate *x,
    double (*total)(const struct overlap *drawn))
{
	if (!(x->point >= (double)t->people) || !(x->point < FAR_BEYOND))
		return;
	estimate_lognormal(a, x, (double)t->people, drawn_variance(a, t, x->point, total));
	estimate_note(a, &x->settings, STR("draws"), estimate_number(a, DRAWS));
}

/* ---- Chao's bound ---- */

static double
chao_lists(const struct overlap *t)
{
	double sum = 0, squares = 0, f2 = (double)overlap_on_exactly(t, 2);

	for (size_t j = 0; j < t->lists; j++) {
		double alone = (double)overlap_with(t, UINT32_C(1) << j);
		sum += alone;
		squares += alone * alone;
	}
	return (double)t->people + (sum * sum - squares) / 2 / (f2 < FEW_DOUBLES ? f2 + 1 : f2);
}

static void
chao_plain(struct arena *a, const struct overlap *t, bool corrected, struct estimate *x)
{
	double f1 = (double)overlap_on_exactly(t, 1), f2 = (double)overlap_on_exactly(t, 2);
	double r = f2 > 0 ? f1 / f2 : 0, n = (double)t->people;

	x->point = n + (corrected || f2 == 0 ? f1 * (f1 - 1) / (2 * (f2 + 1)) : f1 * r / 2);
	estimate_lognormal(a, x, n, f2 * (r * r * r * r / 4 + r * r * r + r * r / 2));
}

struct estimate
classic_chao(struct arena *a, const struct overlap *t, enum classic_chao form)
{
	static const struct str names[] = {
	    STR_INIT("lists"), STR_INIT("plain"), STR_INIT("corrected")};
	struct estimate x = estimate_start(ESTIMATE_CHAO, names[form]);
	int64_t doubles = overlap_on_exactly(t, 2);

	if (overlap_on_exactly(t, 1) == t->people) {
		estimate_doubt(a, &x, ESTIMATE_GATE_NO_FIT, names[form], STR(""));
		return x;
	}
	if (form == CLASSIC_CHAO_LISTS) {
		x.point = chao_lists(t);
		interval_by_draws(a, t, &x, chao_lists);
	} else {
		chao_plain(a, t, form == CLASSIC_CHAO_CORRECTED, &x);
	}
	if (doubles < FEW_DOUBLES)
		estimate_doubt(
		    a, &x, ESTIMATE_GATE_FEW_DOUBLES, estimate_number(a, (double)doubles), STR(""));
	return x;
}

/* ---- sample coverage ---- */

/* What the pairs of three lists add to D / C, as slope x N + start. */
struct adjustment {
	double slope, start;
};

static struct adjustment
adjustment_of(const struct overlap *t, double coverage)
{
	struct adjustment sum = {0, 0};

	for (uint32_t left = 0; left < 3; left++) {
		uint32_t third = UINT32_C(1) << left, pair = 7 & ~third, first = pair & -pair;
		uint32_t second = pair & ~first;
		double weight = (double)(overlap_with(t, first) + overlap_with(t, second) +
		    2 * overlap_with(t, pair));
		double both = (double)overlap_on_all(t, pair);
		double product =
		    (double)overlap_on_all(t, first) * (double)overlap_on_all(t, second);
		sum.slope += weight * both / product / (3 * coverage);
		sum.start -= weight / (3 * coverage);
	}
	return sum;
}

struct coverage {
	double share, independent, one_step, two_steps, solved; /* share: of everybody seen */
	bool steady; /* solved is to be taken, else two_steps */
};

static struct coverage
coverage_of(const struct overlap *t)
{
	struct coverage c = {.share = 1};
	double alone = 0;

	for (uint32_t j = 0; j < 3; j++) {
		double z = (double)overlap_with(t, UINT32_C(1) << j);
		alone += z / 3;
		c.share -= z / (double)overlap_on_all(t, UINT32_C(1) << j) / 3;
	}
	struct adjustment adds = adjustment_of(t, c.share);
	c.independent = ((double)t->people - alone) / c.share;
	c.one_step = c.independent * (1 + adds.slope) + adds.start;
	c.two_steps = c.independent + adds.slope * c.one_step + adds.start;
	c.solved = (c.independent + adds.start) / (1 - adds.slope);
	c.steady = c.share >= LOW_COVERAGE && adds.slope < 1;
	return c;
}

static double
coverage_total(const struct overlap *t)
{
	struct coverage c = coverage_of(t);
	return c.steady ? c.solved : c.two_steps;
}

struct estimate
classic_coverage(struct arena *a, const struct overlap *t)
{
	struct estimate x = estimate_start(ESTIMATE_COVERAGE, STR(""));

	if (t->lists != 3) {
		estimate_doubt(a, &x, ESTIMATE_GATE_WRONG_LISTS,
		    estimate_number(a, (double)t->lists), STR("3"));
		return x;
	}
	struct coverage c = coverage_of(t);
	if (overlap_on_exactly(t, 1) == t->people || !(c.share > 0)) {
		estimate_doubt(a, &x, ESTIMATE_GATE_NO_FIT, STR("coverage"), STR(""));
		return x;
	}
	x.form = c.steady ? STR("solved") : STR("two-steps");
	x.point = coverage_total(t);
	estimate_note(a, &x.details, STR("coverage"), estimate_number(a, c.share));
	estimate_note(a, &x.details, STR("independent"), estimate_number(a, c.independent));
	estimate_note(a, &x.details, STR("one_step"), estimate_number(a, c.one_step));
	estimate_note(a, &x.details, STR("two_steps"), estimate_number(a, c.two_steps));
	estimate_note(a, &x.details, STR("solved"), estimate_number(a, c.solved));
	interval_by_draws(a, t, &x, coverage_total);
	return x;
}
