#include "engine/estimate/chance.h"

#include <math.h>

#include "engine/estimate/special.h"

#define LARGE 10 /* a mean from which rejection beats inversion */

static uint64_t
splitmix(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

struct chance
chance_start(uint64_t seed, uint64_t stream)
{
	struct chance c;
	uint64_t state = seed, other = stream ^ UINT64_C(0xd1b54a32d192ed03);

	for (int i = 0; i < 4; i++)
		c.s[i] = splitmix(&state) ^ splitmix(&other);
	c.spare = (double)NAN;
	return c;
}

static uint64_t
turn(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

uint64_t
chance_bits(struct chance *c)
{
	uint64_t result = turn(c->s[0] + c->s[3], 23) + c->s[0], t = c->s[1] << 17;

	c->s[2] ^= c->s[0];
	c->s[3] ^= c->s[1];
	c->s[1] ^= c->s[2];
	c->s[0] ^= c->s[3];
	c->s[2] ^= t;
	c->s[3] = turn(c->s[3], 45);
	return result;
}

double
chance_unit(struct chance *c)
{
	return ((double)(chance_bits(c) >> 12) + 0.5) * 0x1p-52;
}

double
chance_normal(struct chance *c)
{
	double x, y, r, spare = c->spare;

	c->spare = (double)NAN;
	if (!isnan(spare))
		return spare;
	do {
		x = 2 * chance_unit(c) - 1;
		y = 2 * chance_unit(c) - 1;
		r = x * x + y * y;
	} while (r >= 1 || r == 0);
	double scale = sqrt(-2 * log(r) / r);
	c->spare = y * scale;
	return x * scale;
}

double
chance_gamma(struct chance *c, double shape)
{
	double d = shape - 1.0 / 3, k = 1 / sqrt(9 * d);

	for (;;) {
		double x = chance_normal(c), v = 1 + k * x, x2 = x * x;
		if (v <= 0)
			continue;
		v = v * v * v;
		double u = chance_unit(c);
		if (u < 1 - 0.0331 * x2 * x2 || log(u) < 0.5 * x2 + d - d * v + d * log(v))
			return d * v;
	}
}

double
chance_log_gamma(struct chance *c, double shape)
{
	if (shape < 1)
		return log(chance_gamma(c, shape + 1)) + log(chance_unit(c)) / shape;
	return log(chance_gamma(c, shape));
}

double
chance_beta(struct chance *c, double a, double b, double *rest)
{
	if (a == 1 && b == 1) {
		double u = chance_unit(c);
		*rest = 1 - u;
		return u;
	}
	double g = chance_gamma(c, a), h = chance_gamma(c, b);
	*rest = h / (g + h);
	return g / (g + h);
}

/* Adds up chances from 0 on; n p < LARGE, p <= 0.5. */
static int64_t
binomial_inversion(struct chance *c, int64_t n, double p)
{
	double odds = p / (1 - p), u = chance_unit(c);
	int64_t k = 0;

	if (u <= 1 - (double)n * p) /* (1 - p)^n is no less */
		return 0;
	double f = exp((double)n * log1p(-p));
	while (u > f && k < n) {
		u -= f;
		k++;
		f *= odds * ((double)(n - k) + 1) / (double)k;
	}
	return k;
}

static double
log_binomial(double n, double k, double log_odds)
{
	return k * log_odds - special_lgamma(k + 1) - special_lgamma(n - k + 1);
}

static int64_t
binomial_rejection(struct chance *c, int64_t n, double p)
{
	double size = (double)n, sd = sqrt(size * p * (1 - p)), b = 1.15 + 2.53 * sd;
	double a = -0.0873 + 0.0248 * b + 0.01 * p, centre = size * p + 0.5;
	double alpha = (2.83 + 5.1 / b) * sd, quick = 0.92 - 4.2 / b;

	for (;;) {
		double u = chance_unit(c) - 0.5, v = chance_unit(c), us = 0.5 - fabs(u);
		double k = floor((2 * a / us + b) * u + centre);
		if (k < 0 || k > size)
			continue;
		if (us >= 0.07 && v <= quick)
			return (int64_t)k;
		double log_odds = log(p / (1 - p)), mode = floor((size + 1) * p);
		v = log(v * alpha / (a / (us * us) + b));
		if (v <= log_binomial(size, k, log_odds) - log_binomial(size, mode, log_odds))
			return (int64_t)k;
	}
}

int64_t
chance_binomial(struct chance *c, int64_t n, double p)
{
	if (n == 0 || !(p > 0))
		return 0;
	if (p >= 1)
		return n;
	if (p > 0.5)
		return n - chance_binomial(c, n, 1 - p);
	return (double)n * p < LARGE ? binomial_inversion(c, n, p) : binomial_rejection(c, n, p);
}

static int64_t
poisson_inversion(struct chance *c, double mean)
{
	double f = exp(-mean), u = chance_unit(c);
	int64_t k = 0;

	while (u > f && k < 1000) {
		u -= f;
		k++;
		f *= mean / (double)k;
	}
	return k;
}

int64_t
chance_poisson(struct chance *c, double mean)
{
	double b = 0.931 + 2.53 * sqrt(mean), a = -0.059 + 0.02483 * b;
	double alpha = 1.1239 + 1.1328 / (b - 3.4), quick = 0.9277 - 3.6224 / (b - 2);

	if (mean < LARGE)
		return poisson_inversion(c, mean);
	for (;;) {
		double u = chance_unit(c) - 0.5, v = chance_unit(c), us = 0.5 - fabs(u);
		double k = floor((2 * a / us + b) * u + mean + 0.43);
		if (us >= 0.07 && v <= quick)
			return (int64_t)k;
		if (k < 0 || (us < 0.013 && v > us))
			continue;
		if (log(v) + log(alpha) - log(a / (us * us) + b) <=
		    k * log(mean) - mean - special_lgamma(k + 1))
			return (int64_t)k;
	}
}

void
chance_share(struct chance *c, int64_t n, const double *weights, size_t count, int64_t *out)
{
	double left = 0;

	for (size_t i = 0; i < count; i++)
		left += weights[i];
	for (size_t i = 0; i < count; i++) {
		out[i] = i + 1 == count ? n : chance_binomial(c, n, weights[i] / left);
		n -= out[i];
		left -= weights[i];
	}
}
