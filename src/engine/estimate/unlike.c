#include "engine/estimate/unlike.h"

#include <math.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/family.h"

#define STARTS 6
#define STEPS 3000
#define SETTLED 1e-6   /* of the log-likelihood from one step to the next */
#define BURN 50        /* steps before it is asked whether they have settled */
#define THRESHOLD 0.02 /* of the stepwise choice of pairs */

/* What was fixed on made-up worlds before scoring on others (docs/methods/estimation.md). */
#define CLASSES_AHEAD 3.5 /* plus one a list: by how much two classes must gain more than pairs */
#define DARROCH_LEAST 0.1 /* gain of Darroch's term over lists alone */
#define PEOPLE_MORE 1.05  /* two classes over one */
#define DARROCH_ALONE                                                                              \
	3.0 /* gain of Darroch's term beyond the best pair, which is enough by itself */

struct classes {
	size_t count, lists;
	double share[2], rate[2][LOGLINEAR_LISTS];
	double seen; /* chance to be on some list */
	double log_likelihood;
};

/* Chance of a class and a pattern. */
static double
chance_of(const struct classes *m, size_t k, uint32_t pattern)
{
	double p = m->share[k];

	for (size_t j = 0; j < m->lists; j++)
		p *= (pattern >> j & 1) != 0 ? m->rate[k][j] : 1 - m->rate[k][j];
	return p;
}

/* One step of EM; the unseen are filled in by their mean. */
static void
step(struct classes *m, const struct loglinear_table *t)
{
	double people[2] = {0}, on[2][LOGLINEAR_LISTS] = {{0}}, n = 0, all = 0;

	m->seen = 1 - chance_of(m, 0, 0) - (m->count > 1 ? chance_of(m, 1, 0) : 0);
	m->log_likelihood = 0;
	for (uint32_t c = 1; c < UINT32_C(1) << m->lists; c++) {
		double by_class[2] = {chance_of(m, 0, c), m->count > 1 ? chance_of(m, 1, c) : 0};
		double sum = by_class[0] + by_class[1];
		if (t->people[c] == 0)
			continue;
		n += t->people[c];
		m->log_likelihood += t->people[c] * log(sum / m->seen);
		for (size_t k = 0; k < m->count; k++) {
			people[k] += t->people[c] * by_class[k] / sum;
			for (size_t j = 0; j < m->lists; j++)
				on[k][j] += (c >> j & 1) * t->people[c] * by_class[k] / sum;
		}
	}
	for (size_t k = 0; k < m->count; k++) {
		people[k] += n / m->seen * chance_of(m, k, 0);
		all += people[k];
	}
	for (size_t k = 0; k < m->count; k++) {
		m->share[k] = people[k] / all;
		for (size_t j = 0; j < m->lists; j++)
			m->rate[k][j] = people[k] > 0 ? on[k][j] / people[k] : 0;
	}
}

/* The largest log-likelihood from several starts, and the people in all that go with it. */
static double
fit_classes(const struct loglinear_table *t, size_t count, double *people)
{
	struct chance c = chance_start(0, count);
	double best = (double)-INFINITY, n = 0;

	for (uint32_t p = 1; p < UINT32_C(1) << t->lists; p++)
		n += t->people[p];
	for (int start = 0; start < STARTS; start++) {
		struct classes m = {.count = count, .lists = t->lists};
		double before = (double)-INFINITY;
		for (size_t k = 0; k < count; k++) {
			m.share[k] = 1 / (double)count;
			for (size_t j = 0; j < t->lists; j++)
				m.rate[k][j] = (k == 0 ? 0.05 : 0.3) * (0.5 + chance_unit(&c));
		}
		for (int i = 0; i < STEPS; i++) {
			step(&m, t);
			if (i > BURN && m.log_likelihood - before < SETTLED)
				break;
			before = m.log_likelihood;
		}
		if (m.log_likelihood > best) {
			best = m.log_likelihood;
			*people = n / m.seen;
		}
	}
	return best;
}

struct unlike
unlike_ask(struct arena *a, const struct loglinear_table *t)
{
	struct loglinear_model none = {0}, pairs;
	struct loglinear_fit alone, chosen;
	struct unlike u = {0};
	double one = 0;

	if (!loglinear_fit(a, t, &none, &alone) ||
	    !loglinear_stepwise(a, t, THRESHOLD, &pairs, &chosen))
		return u;
	u.pairs_gain = 2 * (chosen.log_likelihood - alone.log_likelihood);
	double base = fit_classes(t, 1, &one);
	u.classes_gain = 2 * (fit_classes(t, 2, &u.people) - base);
	bool ahead = u.classes_gain > u.pairs_gain + (double)t->lists + CLASSES_AHEAD;
	u.found = (ahead && u.people > PEOPLE_MORE * one &&
		      family_unlike_gain(a, t, 0) > DARROCH_LEAST) ||
	    family_unlike_gain(a, t, 1) > DARROCH_ALONE;
	return u;
}
