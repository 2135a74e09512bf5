#include "engine/estimate/laplace.h"

#include <math.h>
#include <string.h>

#include "engine/estimate/poisson.h"

#define STEPS 200
#define HALVINGS 25
#define SETTLED 1e-9 /* of the log of the posterior from one step to the next */

/* What is thought of log-odds before a table is looked at (docs/methods/estimation.md). */
struct prior {
	double mean, sd;
};
static const struct prior alike = {-2, 1.5}; /* of being on a list, where people are alike */
static const struct prior hidden = {-3, 1.5};
static const struct prior easier = {2, 0.8}; /* the other class over the hidden one, each list */
static const struct prior share = {0, 1};    /* of the class that is easier to list */
static const struct prior dependence = {0, 1.5}; /* the log odds ratio of a pair */

/* It counts in the log chance of patterns with all lists of its set for the class; 0: of none. */
struct parameter {
	struct prior prior;
	uint32_t sets[2];
};

/* A model at some values of its parameters. */
struct place {
	const struct loglinear_table *t;
	size_t classes, cells, count;
	struct parameter parameters[LAPLACE_PARAMETERS];
	size_t share;    /* which parameter that is, of two classes */
	double seen;     /* people */
	double unlisted; /* chance to be on no list */
	double *chances; /* by pattern; from 1 on of those who are on some list */
	double *slopes;  /* by pattern and parameter: of the log of that chance */
	double *weights; /* by pattern, of one class */
};

static void
put(struct place *p, const struct prior *prior, uint32_t of_hidden, uint32_t of_easier)
{
	p->parameters[p->count++] = (struct parameter){*prior, {of_hidden, of_easier}};
}

static struct place
start(struct arena *a, const struct loglinear_table *t, const struct laplace_model *m)
{
	struct place p = {.t = t, .classes = m->classes, .cells = (size_t)1 << t->lists};

	for (size_t j = 0; j < t->lists; j++)
		put(&p, m->classes == 1 ? &alike : &hidden, UINT32_C(1) << j, UINT32_C(1) << j);
	for (size_t j = 0; j < t->lists && m->classes == 2; j++)
		put(&p, &easier, 0, UINT32_C(1) << j);
	p.share = p.count;
	if (m->classes == 2)
		put(&p, &share, 0, 0);
	for (size_t i = 0; i < m->pairs.count; i++)
		put(&p, &dependence, m->pairs.effects[i], m->pairs.effects[i]);
	for (size_t c = 1; c < p.cells; c++)
		p.seen += t->people[c];
	p.chances = ARENA_ARRAY(a, double, p.cells);
	p.weights = ARENA_ARRAY(a, double, p.cells);
	p.slopes = ARENA_ARRAY(a, double, p.cells *p.count);
	return p;
}

static bool
counts(const struct parameter *x, size_t class, uint32_t pattern)
{
	return x->sets[class] != 0 && (pattern & x->sets[class]) == x->sets[class];
}

/* Adds the chances of a class that is so large a part of all people, and their slopes. */
static void
add_class(struct place *p, const double *at, size_t class, double part)
{
	double sum = 0, means[LAPLACE_PARAMETERS] = {0};

	for (uint32_t c = 0; c < p->cells; c++) {
		double log_weight = 0;
		for (size_t i = 0; i < p->count; i++)
			log_weight += counts(&p->parameters[i], class, c) ? at[i] : 0;
		p->weights[c] = exp(log_weight);
		sum += p->weights[c];
	}
	for (uint32_t c = 0; c < p->cells; c++)
		for (size_t i = 0; i < p->count; i++)
			means[i] += counts(&p->parameters[i], class, c) ? p->weights[c] / sum : 0;
	for (uint32_t c = 0; c < p->cells; c++) {
		double chance = part * p->weights[c] / sum, *slopes = p->slopes + c * p->count;
		p->chances[c] += chance;
		for (size_t i = 0; i < p->count; i++)
			slopes[i] += chance * (counts(&p->parameters[i], class, c) - means[i]);
		if (p->classes == 2)
			slopes[p->share] += chance * (1 - part) * (class == 1 ? 1 : -1);
	}
}

/* The log of the posterior's density there, up to a constant of the table. */
static double
move_to(struct place *p, const double *at)
{
	double height = 0, easy = p->classes == 2 ? 1 / (1 + exp(-at[p->share])) : 0;

	memset(p->chances, 0, p->cells * sizeof(*p->chances));
	memset(p->slopes, 0, p->cells * p->count * sizeof(*p->slopes));
	add_class(p, at, 0, 1 - easy);
	if (p->classes == 2)
		add_class(p, at, 1, easy);
	p->unlisted = p->chances[0];
	for (size_t c = 1; c < p->cells; c++) {
		double *slopes = p->slopes + c * p->count;
		for (size_t i = 0; i < p->count; i++)
			slopes[i] = slopes[i] / p->chances[c] + p->slopes[i] / (1 - p->unlisted);
		p->chances[c] /= 1 - p->unlisted;
		if (p->t->people[c] > 0)
			height += p->t->people[c] * log(p->chances[c]);
	}
	for (size_t i = 0; i < p->count; i++) {
		double far = (at[i] - p->parameters[i].prior.mean) / p->parameters[i].prior.sd;
		height -= far * far / 2 + log(p->parameters[i].prior.sd);
	}
	return height;
}

/* The slope of the posterior's log, and what the table and the prior inform of each parameter. */
static void
look_around(const struct place *p, const double *at, double *slope, double *information)
{
	size_t n = p->count;

	memset(information, 0, n * n * sizeof(*information));
	for (size_t i = 0; i < n; i++) {
		double variance = p->parameters[i].prior.sd * p->parameters[i].prior.sd;
		slope[i] = (p->parameters[i].prior.mean - at[i]) / variance;
		information[i * n + i] = 1 / variance;
	}
	for (size_t c = 1; c < p->cells; c++) {
		const double *slopes = p->slopes + c * n;
		for (size_t i = 0; i < n; i++) {
			double expected = p->seen * p->chances[c] * slopes[i];
			slope[i] += p->t->people[c] * slopes[i];
			for (size_t j = 0; j <= i; j++)
				information[i * n + j] += expected * slopes[j];
		}
	}
}

/* Goes along the step, or half of it, and so on, as far as that leads up. */
static double
climb(struct place *p, const double *step, double height, double *at)
{
	double next[LAPLACE_PARAMETERS], part = 1;

	for (int k = 0; k < HALVINGS; k++, part /= 2) {
		for (size_t i = 0; i < p->count; i++)
			next[i] = at[i] + part * step[i];
		double there = move_to(p, next);
		if (there > height) {
			memcpy(at, next, p->count * sizeof(*at));
			return there;
		}
	}
	move_to(p, at);
	return height;
}

struct laplace_fit
laplace_fit(
    const struct loglinear_table *t, const struct laplace_model *m, const struct laplace_fit *from)
{
	struct laplace_fit fit = {.log_evidence = (double)-INFINITY};
	struct arena *a = arena_new();
	struct place p = start(a, t, m);
	double *information = ARENA_ARRAY(a, double, p.count *p.count);
	double step[LAPLACE_PARAMETERS], gained = (double)INFINITY;

	for (size_t i = 0; i < p.count; i++)
		fit.mode[i] = p.parameters[i].prior.mean;
	if (from != NULL)
		memcpy(fit.mode, from->mode, (p.count - 1) * sizeof(*fit.mode));
	double height = move_to(&p, fit.mode);
	for (int i = 0; i < STEPS && gained > SETTLED; i++) {
		look_around(&p, fit.mode, step, information);
		if (!poisson_factor(information, p.count))
			break;
		fit.log_evidence = 0;
		for (size_t j = 0; j < p.count; j++)
			fit.log_evidence -= log(information[j * p.count + j]);
		poisson_solve(information, p.count, step);
		double higher = climb(&p, step, height, fit.mode);
		gained = higher - height;
		height = higher;
	}
	fit.log_evidence += height;
	fit.unseen = p.seen * p.unlisted / (1 - p.unlisted);
	arena_free(a);
	return fit;
}
