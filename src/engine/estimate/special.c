#include "engine/estimate/special.h"

#include <math.h>
#include <stdlib.h>

#define HALF_LOG_2PI 0.91893853320467274178
#define STEPS 10000  /* most terms of a series or fraction */
#define ENOUGH 1e-15 /* a term this much smaller than the sum ends it */
#define TINY 1e-300  /* what stands for 0 in a continued fraction */
#define HALVINGS 200

double
special_lgamma(double x)
{
	double product = 1;

	while (x < 10) {
		product *= x;
		x += 1;
	}
	double r = 1 / x, r2 = r * r;
	double tail =
	    r * (1.0 / 12 + r2 * (-1.0 / 360 + r2 * (1.0 / 1260 + r2 * (-1.0 / 1680 + r2 / 1188))));
	double log_product = product == 1 ? 0 : log(product);
	return (x - 0.5) * log(x) - x + HALF_LOG_2PI + tail - log_product;
}

/* log of the lower incomplete gamma ratio by its series, good for x < a + 1 (DLMF 8.11.4). */
static double
lower_series(double a, double x)
{
	double term = 1 / a, sum = term;

	for (int i = 1; i < STEPS && term > sum * ENOUGH; i++) {
		term *= x / (a + i);
		sum += term;
	}
	return a * log(x) - x - special_lgamma(a) + log(sum);
}

/* log of the upper one by its continued fraction, good for x >= a + 1 (DLMF 8.9.2, Lentz). */
static double
upper_fraction(double a, double x)
{
	double b = x + 1 - a, c = 1 / TINY, d = 1 / b, h = d;

	for (int i = 1; i < STEPS; i++) {
		double an = -i * (i - a);
		b += 2;
		d = an * d + b;
		d = 1 / (fabs(d) < TINY ? TINY : d);
		c = b + an / c;
		c = fabs(c) < TINY ? TINY : c;
		h *= d * c;
		if (fabs(d * c - 1) < ENOUGH)
			break;
	}
	return a * log(x) - x - special_lgamma(a) + log(h);
}

static double
log_one_minus_exp(double v)
{
	return v > -0.6931 ? log(-expm1(v)) : log1p(-exp(v));
}

static double
lower(double a, double x)
{
	return x < a + 1 ? lower_series(a, x) : log_one_minus_exp(upper_fraction(a, x));
}

static double
upper(double a, double x)
{
	return x < a + 1 ? log_one_minus_exp(lower_series(a, x)) : upper_fraction(a, x);
}

double
special_poisson_below(double k, double mean)
{
	return upper(k + 1, mean);
}

double
special_poisson_above(double k, double mean)
{
	return k < 1 ? 0 : lower(k, mean);
}

double
special_normal(double z)
{
	return 0.5 * erfc(-z / sqrt(2.0));
}

/* The p at which a rising function of z in [low, high] is reached. */
static double
inverse(double (*f)(double z, double extra), double extra, double p, double low, double high)
{
	for (int i = 0; i < HALVINGS && low < high; i++) {
		double middle = 0.5 * (low + high);
		if (middle <= low || middle >= high)
			break;
		if (f(middle, extra) < p)
			low = middle;
		else
			high = middle;
	}
	return 0.5 * (low + high);
}

static double
normal_only(double z, double unused)
{
	(void)unused;
	return special_normal(z);
}

double
special_normal_quantile(double p)
{
	return p < 0.5 ? -inverse(normal_only, 0, 1 - p, 0, 40) : inverse(normal_only, 0, p, 0, 40);
}

/* The continued fraction of the incomplete beta function (DLMF 8.17.22, Lentz). */
static double
beta_fraction(double a, double b, double x)
{
	double c = 1, d = 1 - (a + b) * x / (a + 1), h;

	d = 1 / (fabs(d) < TINY ? TINY : d);
	h = d;
	for (int i = 1; i < STEPS; i++) {
		double m = i, even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / (1 + even * d);
		c = 1 + even / c;
		h *= d * c;
		d = 1 / (1 + odd * d);
		c = 1 + odd / c;
		h *= d * c;
		if (fabs(d * c - 1) < ENOUGH)
			break;
	}
	return h;
}

double
special_beta_log(double a, double b, double x)
{
	if (x >= 1)
		return 0;
	double front = special_lgamma(a + b) - special_lgamma(a) - special_lgamma(b) + a * log(x) +
	    b * log1p(-x);
	if (x < (a + 1) / (a + b + 2))
		return front + log(beta_fraction(a, b, x) / a);
	return log_one_minus_exp(front + log(beta_fraction(b, a, 1 - x) / b));
}

static double
t_below(double t, double df)
{
	return t <= 0 ? 0.5 : 1 - 0.5 * exp(special_beta_log(df / 2, 0.5, df / (df + t * t)));
}

double
special_t_quantile(double p, double df)
{
	return inverse(t_below, df, p, 0, 1e6);
}

double
special_log_add(double a, double b)
{
	double high = a > b ? a : b, low = a > b ? b : a;
	return isinf(low) ? high : high + log1p(exp(low - high));
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

void
special_sort(double *at, size_t n)
{
	qsort(at, n, sizeof(*at), by_size);
}

double
special_sample_quantile(const double *sorted, size_t n, double p)
{
	double at = (double)n * p + (p + 1) / 3, whole = floor(at);

	if (whole < 1)
		return sorted[0];
	if (whole >= (double)n)
		return sorted[n - 1];
	size_t i = (size_t)whole;
	return sorted[i - 1] + (at - whole) * (sorted[i] - sorted[i - 1]);
}
