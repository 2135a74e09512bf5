#include "engine/estimate/logit.h"

#include <math.h>
#include <string.h>

#include "engine/estimate/poisson.h"

#define STEPS 100
#define HALVINGS 30
#define SETTLED 1e-10   /* rise of the likelihood, of itself + 1 */
#define ONES_RIDGE 1e-4 /* of the column of ones: where an outcome never happens */
#define CHANCE_LEAST 1e-12

/* Gradient and information at the coefficients, in the room. */
struct slope {
	double *gradient, *information, *tried;
};

size_t
logit_room(size_t columns)
{
	size_t n = 2 * columns;
	return n * n + 2 * n;
}

void
logit_chances(const double *coefs, size_t columns, const struct covariate_person *person,
    double out[LOGIT_OUTCOMES])
{
	double eta[LOGIT_OUTCOMES] = {0, 0, 0}, largest, sum = 0;

	for (uint32_t t = 0; t < person->term_count; t++) {
		const struct covariate_term *term = &person->terms[t];
		eta[0] += coefs[term->column] * term->value;
		eta[1] += coefs[columns + term->column] * term->value;
	}
	largest = fmax(0, fmax(eta[0], eta[1]));
	for (int k = 0; k < LOGIT_OUTCOMES; k++)
		sum += out[k] = exp(eta[k] - largest);
	for (int k = 0; k < LOGIT_OUTCOMES; k++)
		out[k] = fmax(out[k] / sum, CHANCE_LEAST);
}

static double
ridge_of(const struct logit *m, size_t coef)
{
	return coef % m->columns == 0 ? ONES_RIDGE : m->ridge;
}

/* Logarithm of the likelihood, less what the ridge takes off. */
static double
likelihood(const struct logit *m, const double *coefs)
{
	double sum = 0, p[LOGIT_OUTCOMES];

	for (size_t i = 0; i < m->count; i++) {
		const struct logit_case *c = &m->cases[i];
		if (c->part == m->without)
			continue;
		logit_chances(coefs, m->columns, c->person, p);
		sum += log(p[c->outcome]);
	}
	for (size_t k = 0; k < 2 * m->columns; k++)
		sum -= ridge_of(m, k) * coefs[k] * coefs[k] / 2;
	return sum;
}

/* Adds one case; of the information only the lower half, as the factor reads it. */
static void
add_case(const struct logit *m, const double *coefs, const struct logit_case *c, struct slope *s)
{
	const struct covariate_person *who = c->person;
	size_t d = m->columns, n = 2 * d;
	double p[LOGIT_OUTCOMES];

	logit_chances(coefs, d, who, p);
	double off[2] = {(c->outcome == 0) - p[0], (c->outcome == 1) - p[1]};
	double own[2] = {p[0] * (1 - p[0]), p[1] * (1 - p[1])}, shared = -p[0] * p[1];
	for (uint32_t i = 0; i < who->term_count; i++) {
		size_t row = who->terms[i].column;
		double x = who->terms[i].value;
		s->gradient[row] += off[0] * x;
		s->gradient[d + row] += off[1] * x;
		for (uint32_t j = 0; j < who->term_count; j++) {
			size_t col = who->terms[j].column;
			double xx = x * who->terms[j].value;
			s->information[(d + row) * n + col] += shared * xx;
			if (col > row)
				continue;
			s->information[row * n + col] += own[0] * xx;
			s->information[(d + row) * n + d + col] += own[1] * xx;
		}
	}
}

/* Sets the gradient to the step of Newton; false when the information has no factor. */
static bool
find_step(const struct logit *m, const double *coefs, struct slope *s)
{
	size_t n = 2 * m->columns;

	memset(s->gradient, 0, n * sizeof(*s->gradient));
	memset(s->information, 0, n * n * sizeof(*s->information));
	for (size_t i = 0; i < m->count; i++)
		if (m->cases[i].part != m->without)
			add_case(m, coefs, &m->cases[i], s);
	for (size_t k = 0; k < n; k++) {
		s->gradient[k] -= ridge_of(m, k) * coefs[k];
		s->information[k * n + k] += ridge_of(m, k);
	}
	if (!poisson_factor(s->information, n))
		return false;
	poisson_solve(s->information, n, s->gradient);
	return true;
}

/* Goes as far along the step as the likelihood rises. Returns by how much. */
static double
take_step(const struct logit *m, double *coefs, double now, struct slope *s)
{
	size_t n = 2 * m->columns;
	double length = 1;

	for (int half = 0; half < HALVINGS; half++, length /= 2) {
		for (size_t k = 0; k < n; k++)
			s->tried[k] = coefs[k] + length * s->gradient[k];
		double then = likelihood(m, s->tried);
		if (then > now) {
			memcpy(coefs, s->tried, n * sizeof(*coefs));
			return then - now;
		}
	}
	return 0;
}

bool
logit_fit(const struct logit *m, double *coefs, double *room)
{
	size_t n = 2 * m->columns;
	struct slope s = {.information = room, .gradient = room + n * n, .tried = room + n * n + n};
	double now = likelihood(m, coefs);

	for (int step = 0; step < STEPS; step++) {
		if (!find_step(m, coefs, &s))
			return false;
		double rise = take_step(m, coefs, now, &s);
		now += rise;
		if (rise <= SETTLED * (fabs(now) + 1))
			return true;
	}
	return false;
}
