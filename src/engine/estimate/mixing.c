#include "engine/estimate/mixing.h"

#include <math.h>
#include <stdlib.h>

#include "engine/estimate/special.h"

struct placed {
	double value;
	size_t place;
};

static int
by_value(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

static struct placed *
sorted(struct arena *a, const double *values, size_t count)
{
	struct placed *all = ARENA_ARRAY(a, struct placed, count);

	for (size_t i = 0; i < count; i++)
		all[i] = (struct placed){values[i], i};
	qsort(all, count, sizeof(*all), by_value);
	return all;
}

/* Each value by the normal quantile of its rank; equal ones share their mean rank. */
static double *
normal_scores(struct arena *a, const double *values, size_t count)
{
	struct placed *all = sorted(a, values, count);
	double *scores = ARENA_ARRAY(a, double, count);

	for (size_t i = 0, end; i < count; i = end) {
		for (end = i + 1; end < count && all[end].value == all[i].value; end++)
			continue;
		double rank = ((double)i + 1 + (double)end) / 2;
		double score = special_normal_quantile((rank - 0.375) / ((double)count + 0.25));
		for (size_t k = i; k < end; k++)
			scores[all[k].place] = score;
	}
	return scores;
}

static double
mean_of(const double *values, size_t count)
{
	double sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += values[i];
	return sum / (double)count;
}

static double
variance_of(const double *values, size_t count)
{
	double mean = mean_of(values, count), sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += (values[i] - mean) * (values[i] - mean);
	return sum / (double)(count - 1);
}

/* Between and within halves of chains. */
struct spread {
	double within, all; /* variances: mean within a half; of everything */
};

static struct spread
spread_of(struct arena *a, const double *values, size_t halves, size_t length)
{
	double *means = ARENA_ARRAY(a, double, halves), n = (double)length;
	struct spread s = {0, 0};

	for (size_t h = 0; h < halves; h++) {
		means[h] = mean_of(values + h * length, length);
		s.within += variance_of(values + h * length, length) / (double)halves;
	}
	s.all = (n - 1) / n * s.within + variance_of(means, halves);
	return s;
}

static double
rhat_of(struct arena *a, const double *values, size_t halves, size_t length)
{
	struct spread s = spread_of(a, values, halves, length);

	if (s.within <= 0)
		return s.all > 0 ? (double)INFINITY : 1;
	return fmax(1, sqrt(s.all / s.within));
}

/* Halves of chains one after another; an odd draw in the middle is left out. */
static double *
in_halves(struct arena *a, const double *draws, size_t chains, size_t length)
{
	size_t half = length / 2;
	double *out = ARENA_ARRAY(a, double, 2 * chains * half);

	for (size_t c = 0; c < chains; c++) {
		for (size_t i = 0; i < half; i++) {
			out[2 * c * half + i] = draws[c * length + i];
			out[(2 * c + 1) * half + i] = draws[(c + 1) * length - half + i];
		}
	}
	return out;
}

double
mixing_rhat(struct arena *a, const double *draws, size_t chains, size_t length)
{
	size_t half = length / 2, count = 2 * chains * half;
	double *values = in_halves(a, draws, chains, length);
	double *folded = ARENA_ARRAY(a, double, count);
	struct placed *all = sorted(a, values, count);
	double median = (all[(count - 1) / 2].value + all[count / 2].value) / 2;

	for (size_t i = 0; i < count; i++)
		folded[i] = fabs(values[i] - median);
	return fmax(rhat_of(a, normal_scores(a, values, count), 2 * chains, half),
	    rhat_of(a, normal_scores(a, folded, count), 2 * chains, half));
}

static double
autocovariance(const double *values, size_t halves, size_t length, size_t lag)
{
	double sum = 0;

	for (size_t h = 0; h < halves; h++) {
		const double *own = values + h * length;
		double mean = mean_of(own, length);
		for (size_t i = 0; i + lag < length; i++)
			sum += (own[i] - mean) * (own[i + lag] - mean);
	}
	return sum / (double)halves / (double)length;
}

/* Sums autocorrelations in pairs while they are positive, never rising (Geyer 1992). */
double
mixing_ess(struct arena *a, const double *draws, size_t chains, size_t length)
{
	size_t half = length / 2, halves = 2 * chains, count = halves * half;
	double *values = normal_scores(a, in_halves(a, draws, chains, length), count);
	struct spread s = spread_of(a, values, halves, half);
	double tau = -1, last = (double)INFINITY, all = (double)count;

	if (s.within <= 0)
		return 1;
	for (size_t lag = 0; lag + 1 < half; lag += 2) {
		double pair = 2;
		for (size_t l = lag; l < lag + 2; l++)
			pair -= (s.within - autocovariance(values, halves, half, l)) / s.all;
		if (lag > 0 && pair <= 0)
			break;
		pair = fmin(pair, last);
		last = pair;
		tau += 2 * pair;
	}
	return fmin(all, fmax(1, all / fmax(tau, 1 / log10(all))));
}
