#include "engine/estimate/poisson.h"

#include <math.h>
#include <string.h>

#include "engine/estimate/special.h"

#define STEPS 200
#define HALVINGS 30
#define SETTLED 1e-11 /* change of the deviance, of itself + 1 */
#define LOOSE 1e8     /* a variance beyond it: the coefficient is on its way to infinity */
#define DEPENDS 1e-11 /* a pivot this small of its diagonal: columns depend on each other */

bool
poisson_factor(double *m, size_t n)
{
	for (size_t j = 0; j < n; j++) {
		double *row = m + j * n, diagonal = row[j], pivot = diagonal;
		for (size_t k = 0; k < j; k++)
			pivot -= row[k] * row[k];
		if (!(pivot > DEPENDS * diagonal) || !isfinite(pivot))
			return false;
		row[j] = sqrt(pivot);
		for (size_t i = j + 1; i < n; i++) {
			double sum = m[i * n + j];
			for (size_t k = 0; k < j; k++)
				sum -= m[i * n + k] * row[k];
			m[i * n + j] = sum / row[j];
		}
	}
	return true;
}

void
poisson_solve(const double *factor, size_t n, double *b)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < i; k++)
			b[i] -= factor[i * n + k] * b[k];
		b[i] /= factor[i * n + i];
	}
	for (size_t i = n; i-- > 0;) {
		for (size_t k = i + 1; k < n; k++)
			b[i] -= factor[k * n + i] * b[k];
		b[i] /= factor[i * n + i];
	}
}

static double
set_means(const struct poisson *p, const double *coefs, double *means)
{
	double deviance = 0;

	for (size_t r = 0; r < p->rows; r++) {
		double eta = p->offset != NULL ? p->offset[r] : 0, y = p->counts[r];
		for (size_t c = 0; c < p->cols; c++)
			eta += p->design[r * p->cols + c] * coefs[c];
		means[r] = exp(eta);
		deviance += 2 * ((y > 0 ? y * (log(y) - eta) : 0) - y + means[r]);
	}
	return deviance;
}

/* Lower half of design' x diag(weights) x design. */
static void
information(const struct poisson *p, const double *weights, double *m)
{
	memset(m, 0, p->cols * p->cols * sizeof(*m));
	for (size_t r = 0; r < p->rows; r++) {
		const double *x = p->design + r * p->cols;
		for (size_t i = 0; i < p->cols; i++) {
			double wx = weights[r] * x[i];
			for (size_t j = 0; wx != 0 && j <= i; j++)
				m[i * p->cols + j] += wx * x[j];
		}
	}
}

/* One weighted regression on log(count + 0.5), from which Newton's steps start. */
static bool
first_guess(const struct poisson *p, double *weights, double *m, double *coefs)
{
	memset(coefs, 0, p->cols * sizeof(*coefs));
	for (size_t r = 0; r < p->rows; r++) {
		double offset = p->offset != NULL ? p->offset[r] : 0;
		weights[r] = p->counts[r] + 0.5;
		for (size_t c = 0; c < p->cols; c++)
			coefs[c] +=
			    p->design[r * p->cols + c] * weights[r] * (log(weights[r]) - offset);
	}
	information(p, weights, m);
	if (!poisson_factor(m, p->cols))
		return false;
	poisson_solve(m, p->cols, coefs);
	return true;
}

static void
inverse_of(const double *factor, size_t n, double *out, double *column)
{
	for (size_t j = 0; j < n; j++) {
		memset(column, 0, n * sizeof(*column));
		column[j] = 1;
		poisson_solve(factor, n, column);
		for (size_t i = 0; i < n; i++)
			out[i * n + j] = column[i];
	}
}

struct newton {
	const struct poisson *p;
	double *m, *step, *tried;
	struct poisson_fit *fit;
};

/* Moves along the step, halved until the deviance falls. False: no more is to be gained. */
static bool
move(struct newton *n)
{
	struct poisson_fit *f = n->fit;
	double scale = 1;

	for (int i = 0; i < HALVINGS; i++, scale /= 2) {
		for (size_t c = 0; c < n->p->cols; c++)
			n->tried[c] = f->coefs[c] + scale * n->step[c];
		double deviance = set_means(n->p, n->tried, f->means);
		if (!(deviance <= f->deviance + SETTLED * (fabs(f->deviance) + 1)))
			continue;
		double gain = f->deviance - deviance;
		memcpy(f->coefs, n->tried, n->p->cols * sizeof(*n->tried));
		f->deviance = deviance;
		return gain > SETTLED * (fabs(deviance) + 1);
	}
	f->deviance = set_means(n->p, f->coefs, f->means);
	return false;
}

static bool
newton_step(struct newton *n)
{
	const struct poisson *p = n->p;

	information(p, n->fit->means, n->m);
	if (!poisson_factor(n->m, p->cols))
		return false;
	memset(n->step, 0, p->cols * sizeof(*n->step));
	for (size_t r = 0; r < p->rows; r++)
		for (size_t c = 0; c < p->cols; c++)
			n->step[c] +=
			    p->design[r * p->cols + c] * (p->counts[r] - n->fit->means[r]);
	poisson_solve(n->m, p->cols, n->step);
	return true;
}

static bool
is_sound(const struct poisson *p, const struct poisson_fit *f)
{
	for (size_t c = 0; c < p->cols; c++)
		if (!isfinite(f->coefs[c]) || !(f->var[c * p->cols + c] < LOOSE))
			return false;
	return isfinite(f->deviance);
}

static double
log_likelihood(const struct poisson *p, const struct poisson_fit *f)
{
	double sum = 0;

	for (size_t r = 0; r < p->rows; r++) {
		double y = p->counts[r];
		sum += (y > 0 ? y * log(f->means[r]) : 0) - f->means[r] - special_lgamma(y + 1);
	}
	return sum;
}

bool
poisson_fit(struct arena *a, const struct poisson *p, const double *start, struct poisson_fit *out)
{
	struct poisson_fit f = {.coefs = ARENA_ARRAY(a, double, p->cols),
	    .means = ARENA_ARRAY(a, double, p->rows),
	    .var = ARENA_ARRAY(a, double, p->cols * p->cols)};
	struct newton n = {p, ARENA_ARRAY(a, double, p->cols * p->cols),
	    ARENA_ARRAY(a, double, p->cols), ARENA_ARRAY(a, double, p->cols), &f};

	if (start != NULL)
		memcpy(f.coefs, start, p->cols * sizeof(*start));
	else if (!first_guess(p, f.means, n.m, f.coefs))
		return false;
	f.deviance = set_means(p, f.coefs, f.means);
	if (!isfinite(f.deviance))
		return false;
	do {
		if (++f.steps > STEPS || !newton_step(&n))
			return false;
	} while (move(&n));
	information(p, f.means, n.m);
	if (!poisson_factor(n.m, p->cols))
		return false;
	inverse_of(n.m, p->cols, f.var, n.step);
	if (!is_sound(p, &f))
		return false;
	f.log_likelihood = log_likelihood(p, &f);
	*out = f;
	return true;
}
