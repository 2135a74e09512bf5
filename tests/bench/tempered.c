/*
 * Latent classes by a sampler of another kind than the engine's: a posterior of N that both agree
 * on is known. Many states, drawn from a prior, go together through rising powers of the
 * likelihood, are weighed and multiplied by it (sequential Monte Carlo; Del Moral, Doucet and Jasra
 * 2006), and between two powers each wanders by slices along one line after another (Neal 2003).
 * The model is that of latent.h without a cap: draws of N below a cap are those under it. Runs are
 * independent: their spread is the error. netherlands5_hills.csv pools four of them.
 *
 * usage: tempered FOLDER [TABLE [RUNS [STATES [CLASSES [SEED]]]]]
 */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/overlap.h"
#include "kit/os/crew.h"
#include "published.h"

#define SEED 40713
#define RUNS 4
#define STATES 1000
#define CLASSES 10
#define CLASSES_MOST 10
#define LISTS_MOST 6
#define CELLS_MOST 64
#define NONE SIZE_MAX       /* of the classes */
#define SHAPE 0.25          /* of alpha's prior, and its rate */
#define ALPHA_LEAST (-30.0) /* of the log of alpha: 1 in 2,000 of the prior lies below */
/* The prior that states are drawn from takes half the rates for small, and alpha for larger: */
#define SMALL (-3.5) /* log odds of such a rate, and their spread */
#define SPREAD 1.7
#define ROOT_2PI 2.50662827463100050
#define SHAPE_FIRST 2.0 /* of alpha */
#define RATE_FIRST 1.0
#define HELPS 2.0 /* all of it is left up to half of the likelihood, then ever less */
/* Conditional effective states of a step, of all (Zhou, Johansen and Aston 2016): */
#define KEPT 0.95
#define MULTIPLIED 0.5 /* effective states, of all, below which they are multiplied */
#define SWEEPS 2       /* between two powers; in each move the first classes of a stick, */
#define OFTEN 4        /* so many, and as a rule the largest, and of the others */
#define SELDOM 0.35    /* this part */
#define NARROW 0.1     /* first widths of slices lie between these, evenly by logarithm */
#define WIDE 6.0
#define STEPS_OUT 30
#define UNSEEN_MOST 1e15
#define CAP 20 /* unseen, in people seen */
#define HILLS 3

static const double borders[HILLS - 1] = {32000, 90000};

/* A point of the posterior. */
struct state {
	double odds[CLASSES_MOST][LISTS_MOST]; /* logs */
	double share[CLASSES_MOST];            /* logs, up to a constant */
	double log_alpha;
	double fit;  /* log of the likelihood */
	double help; /* log of how much likelier it is to the first prior */
};

/* What a run, or all of them, says of the draws below a limit. */
struct result {
	double mass[HILLS], error[HILLS];
	double log_evidence;
};

struct task {
	const struct overlap *t;
	size_t classes, states;
	uint64_t seed;
	struct result *capped, *free; /* by run */
};

/* A state that moves, and what follows from it. */
struct mover {
	const struct task *k;
	struct chance *c;
	double heat;
	struct state s;
	double rate[CLASSES_MOST][LISTS_MOST], miss[CLASSES_MOST][LISTS_MOST];
	double some[CLASSES_MOST]; /* chance to be on some list */
	double cell[CLASSES_MOST][CELLS_MOST];
	/* While one class moves, what all others come to, in parts of their largest share: */
	double largest, others_some, others_cell[CELLS_MOST];
};

/* What a slice goes along. */
enum along {
	RATE,  /* the log odds of one rate */
	SHARE, /* the log of a class's share beside all others */
	LEVEL, /* the log odds of all rates of a class up, its share down */
	ALPHA  /* log of alpha, what the breaks are in parts of it staying as it is */
};

struct line {
	enum along along;
	size_t class, list;
};

/* ---- what a state is worth ---- */

static void
work_out_rate(struct mover *m, size_t class, size_t list)
{
	double odds = exp(-m->s.odds[class][list]);

	m->rate[class][list] = 1 / (1 + odds);
	m->miss[class][list] = odds < (double)INFINITY ? odds / (1 + odds) : 1;
}

/* What follows from the rates of a class. */
static void
work_out(struct mover *m, size_t class)
{
	const struct overlap *t = m->k->t;
	const double *rate = m->rate[class], *miss = m->miss[class];
	double *cell = m->cell[class], some = 0;

	for (size_t j = 0; j < t->lists; j++)
		some += rate[j] * (1 - some);
	m->some[class] = some;
	for (size_t c = 0; c < t->cell_count; c++) {
		double p = 1;
		for (size_t j = 0; j < t->lists; j++)
			p *= (t->cells[c].on >> j & 1) != 0 ? rate[j] : miss[j];
		cell[c] = p;
	}
}

static void
work_out_all(struct mover *m, size_t class)
{
	for (size_t j = 0; j < m->k->t->lists; j++)
		work_out_rate(m, class, j);
	work_out(m, class);
}

static double
log_add(double a, double b)
{
	return fmax(a, b) + log1p(exp(-fabs(a - b)));
}

/* Logs of the sums of shares from each class on. */
static void
add_shares(const struct mover *m, double *from)
{
	size_t last = m->k->classes - 1;

	from[last] = m->s.share[last];
	for (size_t k = last; k-- > 0;)
		from[k] = log_add(m->s.share[k], from[k + 1]);
}

/* Adds up all classes but one. Shares may be multiplied by anything: the likelihood is the same. */
static void
add_others(struct mover *m, size_t class)
{
	size_t cells = m->k->t->cell_count;

	m->largest = m->s.share[0];
	m->others_some = 0;
	memset(m->others_cell, 0, sizeof(m->others_cell));
	for (size_t k = 1; k < m->k->classes; k++)
		m->largest = fmax(m->largest, m->s.share[k]);
	for (size_t k = 0; k < m->k->classes; k++) {
		double share = exp(m->s.share[k] - m->largest);
		if (k == class || share == 0)
			continue;
		m->others_some += share * m->some[k];
		for (size_t c = 0; c < cells; c++)
			m->others_cell[c] += share * m->cell[k][c];
	}
}

/* log of the likelihood of the seen, the other classes being added up; class may be none. */
static void
fit(struct mover *m, size_t class)
{
	const struct overlap *t = m->k->t;
	double share = 0, some = m->others_some, sum = 0;
	const double *cell = m->cell[0];

	if (class < m->k->classes) {
		share = exp(m->s.share[class] - m->largest);
		some += share * m->some[class];
		cell = m->cell[class];
	}
	for (size_t c = 0; c < t->cell_count; c++)
		sum += (double)t->cells[c].people * log(m->others_cell[c] + share * cell[c]);
	m->s.fit = sum - (double)t->people * log(some);
}

/* log density of log odds whose rate is uniform. */
static double
prior_of_odds(double odds)
{
	return -fabs(odds) - 2 * log1p(exp(-fabs(odds)));
}

/* log of how much likelier the first prior holds a rate than the uniform one. */
static double
help_of_odds(double odds)
{
	double z = (odds - SMALL) / SPREAD;

	return log(0.5 + 0.5 * exp(-z * z / 2 - prior_of_odds(odds)) / (SPREAD * ROOT_2PI));
}

static double
help_of_alpha(double log_alpha)
{
	return (SHAPE_FIRST - SHAPE) * log_alpha - (RATE_FIRST - SHAPE) * exp(log_alpha);
}

/* log of how much likelier the first prior holds a state, up to a constant. */
static double
help_of(const struct mover *m)
{
	double sum = help_of_alpha(m->s.log_alpha);

	for (size_t k = 0; k < m->k->classes; k++)
		for (size_t j = 0; j < m->k->t->lists; j++)
			sum += help_of_odds(m->s.odds[k][j]);
	return sum;
}

/* How much of that is left at a power of the likelihood. */
static double
helped(double heat)
{
	return fmin(1, HELPS * (1 - heat));
}

/* log density of log ratios of shares, whose Jacobian to the log odds of breaks is 1. */
static double
prior_of_shares(const struct mover *m)
{
	double from[CLASSES_MOST], sum = 0;
	size_t last = m->k->classes - 1;

	add_shares(m, from);
	for (size_t k = 0; k < last; k++)
		sum += m->s.share[k] - from[k];
	return sum + exp(m->s.log_alpha) * (m->s.share[last] - from[0]);
}

static double
worth(struct mover *m, const struct line *l)
{
	double prior = 0;

	for (size_t j = 0; j < m->k->t->lists; j++)
		if (l->along == LEVEL || (l->along == RATE && j == l->list))
			prior += prior_of_odds(m->s.odds[l->class][j]) +
			    helped(m->heat) * help_of_odds(m->s.odds[l->class][j]);
	if (l->along == SHARE || l->along == LEVEL)
		prior += prior_of_shares(m);
	if (l->along == ALPHA)
		prior += SHAPE * (m->s.log_alpha - exp(m->s.log_alpha)) +
		    helped(m->heat) * help_of_alpha(m->s.log_alpha);
	if (l->along == ALPHA)
		add_others(m, NONE);
	fit(m, l->along == ALPHA ? NONE : l->class);
	return prior + m->heat * m->s.fit;
}

/* ---- moves ---- */

/* Minus the log of what each break leaves. */
static void
breaks_of(const struct mover *m, double *breaks)
{
	double from[CLASSES_MOST];

	add_shares(m, from);
	for (size_t k = 0; k + 1 < m->k->classes; k++) {
		double taken = m->s.share[k] - from[k];
		breaks[k] = taken < -0.7 ? -log1p(-exp(taken)) : from[k] - from[k + 1];
	}
}

static void
move_alpha(struct mover *m, double by)
{
	double breaks[CLASSES_MOST], left = 0;
	size_t last = m->k->classes - 1;

	breaks_of(m, breaks);
	for (size_t k = 0; k < last; k++) {
		double broken = breaks[k] * exp(-by);
		m->s.share[k] = left + log(-expm1(-broken));
		left -= broken;
	}
	m->s.share[last] = left;
	m->s.log_alpha += by;
}

/* Moves along a line, from the state that it began with. */
static double
worth_at(struct mover *m, const struct line *l, const struct state *begun, double by)
{
	const double *odds = begun->odds[l->class];

	if (l->along == ALPHA) {
		m->s = *begun;
		move_alpha(m, by);
	}
	if (l->along == SHARE)
		m->s.share[l->class] = begun->share[l->class] + by;
	if (l->along == RATE) {
		m->s.odds[l->class][l->list] = odds[l->list] + by;
		work_out_rate(m, l->class, l->list);
		work_out(m, l->class);
	}
	if (l->along == LEVEL) {
		m->s.share[l->class] = begun->share[l->class] - by;
		for (size_t j = 0; j < m->k->t->lists; j++)
			m->s.odds[l->class][j] = odds[j] + by;
		work_out_all(m, l->class);
	}
	if (m->s.log_alpha < ALPHA_LEAST)
		return (double)-INFINITY;
	return worth(m, l);
}

/* Steps out, then shrinks what it has towards the state (Neal 2003, section 4). */
static void
slice(struct mover *m, struct line l)
{
	const struct state begun = m->s;
	double width = NARROW * pow(WIDE / NARROW, chance_unit(m->c));
	double low = -width * chance_unit(m->c), high = low + width;

	add_others(m, l.along == ALPHA ? NONE : l.class);
	double level = worth(m, &l) + log(chance_unit(m->c));
	int left = (int)(chance_unit(m->c) * STEPS_OUT), right = STEPS_OUT - 1 - left;

	for (; left > 0 && worth_at(m, &l, &begun, low) > level; left--)
		low -= width;
	for (; right > 0 && worth_at(m, &l, &begun, high) > level; right--)
		high += width;
	for (;;) {
		double by = low + (high - low) * chance_unit(m->c);
		if (worth_at(m, &l, &begun, by) > level)
			return;
		*(by < 0 ? &low : &high) = by;
		if (high - low < 1e-12) {
			worth_at(m, &l, &begun, 0);
			return;
		}
	}
}

static void
draw_alpha(struct mover *m)
{
	double from[CLASSES_MOST], help = helped(m->heat);
	double shape = SHAPE + help * (SHAPE_FIRST - SHAPE),
	       rate = SHAPE + help * (RATE_FIRST - SHAPE);
	size_t last = m->k->classes - 1;

	add_shares(m, from);
	m->s.log_alpha = fmax(ALPHA_LEAST,
	    chance_log_gamma(m->c, shape + (double)last) - log(rate + from[0] - m->s.share[last]));
}

/* Two neighbours change places, which the likelihood does not see. */
static void
exchange(struct mover *m, size_t class)
{
	const struct state begun = m->s;
	double before = prior_of_shares(m);

	m->s.share[class] = begun.share[class + 1];
	m->s.share[class + 1] = begun.share[class];
	memcpy(m->s.odds[class], begun.odds[class + 1], sizeof(begun.odds[0]));
	memcpy(m->s.odds[class + 1], begun.odds[class], sizeof(begun.odds[0]));
	if (log(chance_unit(m->c)) < prior_of_shares(m) - before) {
		work_out_all(m, class);
		work_out_all(m, class + 1);
	} else {
		m->s = begun;
	}
}

static void
sweep(struct mover *m)
{
	for (size_t k = 0; k < m->k->classes; k++) {
		if (k >= OFTEN && chance_unit(m->c) > SELDOM)
			continue;
		for (size_t j = 0; j < m->k->t->lists; j++)
			slice(m, (struct line){RATE, k, j});
		slice(m, (struct line){SHARE, k, 0});
		slice(m, (struct line){LEVEL, k, 0});
		if (k + 1 < m->k->classes)
			exchange(m, k);
	}
	draw_alpha(m);
	slice(m, (struct line){ALPHA, 0, 0});
}

static void
take_up(struct mover *m, const struct state *s)
{
	m->s = *s;
	for (size_t k = 0; k < m->k->classes; k++)
		work_out_all(m, k);
}

static double
draw_odds(struct chance *c)
{
	double rate = chance_unit(c);

	return chance_unit(c) < 0.5 ? SMALL + SPREAD * chance_normal(c) : log(rate / (1 - rate));
}

/* From the first prior. */
static void
draw_prior(struct mover *m)
{
	double breaks[CLASSES_MOST], left = 0;
	size_t last = m->k->classes - 1;

	m->s.log_alpha = fmax(ALPHA_LEAST, chance_log_gamma(m->c, SHAPE_FIRST) - log(RATE_FIRST));
	for (size_t k = 0; k <= last; k++) {
		breaks[k] = -log(chance_unit(m->c)) / exp(m->s.log_alpha);
		m->s.share[k] = k == last ? left : left + log(-expm1(-breaks[k]));
		left -= breaks[k];
		for (size_t j = 0; j < m->k->t->lists; j++)
			m->s.odds[k][j] = draw_odds(m->c);
		work_out_all(m, k);
	}
	add_others(m, NONE);
	fit(m, NONE);
	m->s.help = help_of(m);
}

/* ---- all states ---- */

struct swarm {
	size_t count;
	struct state *states, *spare;
	double *weights; /* their sum is 1 */
	double heat, log_evidence;
};

/* log of what a state gains when the power rises. */
static double
gain(const struct swarm *s, size_t i, double more)
{
	const struct state *x = &s->states[i];

	return more * x->fit + (helped(s->heat + more) - helped(s->heat)) * x->help;
}

/* Conditional effective states of a step, as a part of all; log of what the weights' sum becomes.
 */
static double
kept(const struct swarm *s, double more, double *log_sum)
{
	double sum = 0, squares = 0, top = (double)-INFINITY;

	for (size_t i = 0; i < s->count; i++)
		top = fmax(top, gain(s, i, more));
	for (size_t i = 0; i < s->count; i++) {
		double w = exp(gain(s, i, more) - top);
		sum += s->weights[i] * w;
		squares += s->weights[i] * w * w;
	}
	assert(sum > 0); /* the best gains nothing beside itself */
	*log_sum = log(sum) + top;
	return sum * sum / squares;
}

/* Raises the power as far as enough states are kept; weighs them by it. */
static void
heat_up(struct swarm *s)
{
	double low = 0, high = 1 - s->heat, log_sum;

	if (kept(s, high, &log_sum) >= KEPT)
		low = high;
	for (int i = 0; i < 60 && low < high; i++) {
		double middle = (low + high) / 2;
		*(kept(s, middle, &log_sum) >= KEPT ? &low : &high) = middle;
	}
	kept(s, low, &log_sum);
	for (size_t i = 0; i < s->count; i++)
		s->weights[i] *= exp(gain(s, i, low) - log_sum);
	s->log_evidence += log_sum;
	s->heat = low < high ? s->heat + low : 1;
}

/* Systematic resampling, once too few states have most of the weight. */
static void
multiply(struct swarm *s, struct chance *c)
{
	double squares = 0, sum = s->weights[0], each = 1 / (double)s->count;
	double at = each * chance_unit(c);
	struct state *held = s->states;

	for (size_t i = 0; i < s->count; i++)
		squares += s->weights[i] * s->weights[i];
	if (1 / squares >= MULTIPLIED * (double)s->count)
		return;
	for (size_t i = 0, from = 0; i < s->count; i++, at += each) {
		while (sum < at && from + 1 < s->count)
			sum += s->weights[++from];
		s->spare[i] = s->states[from];
	}
	for (size_t i = 0; i < s->count; i++)
		s->weights[i] = each;
	s->states = s->spare;
	s->spare = held;
}

/* N from its posterior under a state, a negative binomial, without a cap. */
static double
draw_people(struct mover *m)
{
	double n = (double)m->k->t->people, from[CLASSES_MOST];

	add_shares(m, from);
	add_others(m, NONE);
	double seen = m->others_some * exp(m->largest - from[0]);
	double mean = chance_gamma(m->c, n) * (1 - seen) / seen;

	return n + (mean < UNSEEN_MOST ? (double)chance_poisson(m->c, mean) : UNSEEN_MOST);
}

struct drawn {
	double people, weight;
};

static int
by_people(const void *a, const void *b)
{
	double x = ((const struct drawn *)a)->people, y = ((const struct drawn *)b)->people;
	return (x > y) - (x < y);
}

static struct result
sum_up(const struct drawn *all, size_t count, double limit, double log_evidence)
{
	struct result r = {.log_evidence = log_evidence};
	double whole = 0;

	for (size_t i = 0; i < count && all[i].people <= limit; i++)
		whole += all[i].weight;
	for (size_t i = 0; i < count && all[i].people <= limit; i++) {
		size_t hill = all[i].people < borders[0] ? 0 : all[i].people <= borders[1] ? 1 : 2;
		r.mass[hill] += all[i].weight / whole;
	}
	r.log_evidence += log(whole);
	return r;
}

static double
quantile(const struct drawn *all, size_t count, double level)
{
	double sum = 0;
	size_t i = 0;

	while (i + 1 < count && (sum += all[i].weight) < level)
		i++;
	return all[i].people;
}

static void
finish(struct arena *a, struct mover *m, const struct swarm *s, size_t run)
{
	struct drawn *all = ARENA_ARRAY(a, struct drawn, s->count);
	double most = (double)m->k->t->people * (1 + CAP);

	for (size_t i = 0; i < s->count; i++) {
		take_up(m, &s->states[i]);
		all[i] = (struct drawn){draw_people(m), s->weights[i]};
	}
	qsort(all, s->count, sizeof(*all), by_people);
	struct result r = sum_up(all, s->count, (double)INFINITY, s->log_evidence);
	m->k->free[run] = r;
	m->k->capped[run] = sum_up(all, s->count, most, s->log_evidence);
	printf("(run %zu: %.3f, %.3f, %.3f; N %.0f, %.0f to %.0f; log evidence %.2f)\n", run,
	    r.mass[0], r.mass[1], r.mass[2], quantile(all, s->count, 0.5),
	    quantile(all, s->count, 0.025), quantile(all, s->count, 0.975), s->log_evidence);
	fflush(stdout);
}

static void
run_one(void *arg, size_t run)
{
	const struct task *k = arg;
	struct arena *a = arena_new();
	struct chance c = chance_start(k->seed, run);
	struct mover *m = ARENA_NEW(a, struct mover);
	struct swarm s = {.count = k->states,
	    .states = ARENA_ARRAY(a, struct state, k->states),
	    .spare = ARENA_ARRAY(a, struct state, k->states),
	    .weights = ARENA_ARRAY(a, double, k->states)};

	*m = (struct mover){.k = k, .c = &c};
	for (size_t i = 0; i < s.count; i++) {
		draw_prior(m);
		s.states[i] = m->s;
		s.weights[i] = 1 / (double)s.count;
	}
	while (s.heat < 1) {
		heat_up(&s);
		multiply(&s, &c);
		m->heat = s.heat;
		for (size_t i = 0; i < s.count; i++) {
			take_up(m, &s.states[i]);
			for (int j = 0; j < SWEEPS; j++)
				sweep(m);
			m->s.help = help_of(m);
			s.states[i] = m->s;
		}
	}
	finish(a, m, &s, run);
	arena_free(a);
}

/* ---- runs ---- */

static double
weight_of(const struct result *run, double largest)
{
	return exp(run->log_evidence - largest);
}

/* Runs by their evidence, which has no bias: the mean of each mass, and its standard error. */
static struct result
pool(const struct result *runs, size_t count)
{
	struct result all = {.log_evidence = (double)-INFINITY};
	double sum = 0;

	for (size_t r = 0; r < count; r++)
		all.log_evidence = fmax(all.log_evidence, runs[r].log_evidence);
	for (size_t r = 0; r < count; r++)
		sum += weight_of(&runs[r], all.log_evidence);
	for (size_t h = 0; h < HILLS; h++) {
		double squares = 0;
		for (size_t r = 0; r < count; r++)
			all.mass[h] +=
			    weight_of(&runs[r], all.log_evidence) / sum * runs[r].mass[h];
		for (size_t r = 0; r < count; r++)
			squares += pow(weight_of(&runs[r], all.log_evidence) / sum *
				(runs[r].mass[h] - all.mass[h]),
			    2);
		all.error[h] = sqrt(squares * (double)count / (double)(count - 1));
	}
	return all;
}

/* As netherlands5_hills.csv has them. */
static void
print_result(int cap, struct result r)
{
	static const char *const spans[HILLS] = {"0,31999", "32000,90000", "90001,"};

	for (size_t h = 0; h < HILLS; h++)
		printf("%d,%s,%.3f,%.3f\n", cap, spans[h], r.mass[h], r.error[h]);
}

int
main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	struct arena *a = arena_new();
	struct overlap t = published_table(a, argv[1], argc > 2 ? argv[2] : "netherlands5");
	size_t runs = argc > 3 ? strtoul(argv[3], NULL, 10) : RUNS;
	struct task k = {&t, argc > 5 ? strtoul(argv[5], NULL, 10) : CLASSES,
	    argc > 4 ? strtoul(argv[4], NULL, 10) : STATES,
	    argc > 6 ? strtoul(argv[6], NULL, 10) : SEED, NULL, NULL};

	assert(t.lists <= LISTS_MOST && t.cell_count <= CELLS_MOST && k.classes >= 2 &&
	    k.classes <= CLASSES_MOST && runs >= 2);
	k.capped = ARENA_ARRAY(a, struct result, runs);
	k.free = ARENA_ARRAY(a, struct result, runs);
	crew_each(crew_size(), runs, run_one, &k);
	printf("cap,from,to,mass,error\n");
	print_result(CAP, pool(k.capped, runs));
	print_result(0, pool(k.free, runs));
	arena_free(a);
	return 0;
}
