#include "engine/estimate/pool.h"

#include <math.h>
#include <string.h>

#include "engine/estimate/chance.h"
#include "engine/estimate/special.h"

#define NO_UNSEEN 0.1 /* people: what stands for none, so that there is a log */

/* So many values, in order of size, thinned to ESTIMATE_DRAWS. */
static const double *
thin(struct arena *a, double *all, size_t count)
{
	double *out = ARENA_ARRAY(a, double, ESTIMATE_DRAWS);

	special_sort(all, count);
	for (size_t i = 0; i < ESTIMATE_DRAWS; i++)
		out[i] = special_sample_quantile(all, count, ((double)i + 0.5) / ESTIMATE_DRAWS);
	return out;
}

const double *
pool_join(struct arena *a, const double *const *parts, size_t count)
{
	double *all = ARENA_ARRAY(a, double, count *ESTIMATE_DRAWS);

	for (size_t p = 0; p < count; p++)
		memcpy(all + p * ESTIMATE_DRAWS, parts[p], ESTIMATE_DRAWS * sizeof(*all));
	return thin(a, all, count * ESTIMATE_DRAWS);
}

const double *
pool_add(struct arena *a, const double *const *parts, size_t count, uint64_t seed)
{
	double *sum = ARENA_ARRAY(a, double, ESTIMATE_DRAWS);
	double *part = ARENA_ARRAY(a, double, ESTIMATE_DRAWS);

	for (size_t p = 0; p < count; p++) {
		struct chance c = chance_start(seed, p);
		memcpy(part, parts[p], ESTIMATE_DRAWS * sizeof(*part));
		for (size_t i = ESTIMATE_DRAWS; i-- > 0;) {
			size_t j = (size_t)(chance_unit(&c) * (double)(i + 1));
			sum[i] += part[j];
			part[j] = part[i];
		}
	}
	return thin(a, sum, ESTIMATE_DRAWS);
}

/* ---- verdata's rule ---- */

static double
unseen_of(const struct pool_part *p, size_t draw)
{
	return fmax(0, p->draws[draw] - p->people);
}

static double
mean_log(const struct pool_part *p)
{
	double sum = 0;

	for (size_t i = 0; i < p->count; i++) {
		double unseen = unseen_of(p, i);
		sum += log(unseen > 0 ? unseen : NO_UNSEEN);
	}
	return sum / (double)p->count;
}

static double
variance_log(const struct pool_part *p)
{
	double mean = mean_log(p), sum = 0;

	for (size_t i = 0; i < p->count; i++) {
		double unseen = unseen_of(p, i);
		double from = log(unseen > 0 ? unseen : NO_UNSEEN) - mean;
		sum += from * from;
	}
	return sum / (double)(p->count - 1);
}

struct pool_total
pool_total_variance(const struct pool_part *parts, size_t count)
{
	double m = (double)count, seen = 0, unseen = 0, log_unseen = 0;
	struct pool_total t = {0};

	for (size_t p = 0; p < count; p++) {
		double mean = 0;
		for (size_t i = 0; i < parts[p].count; i++)
			mean += unseen_of(&parts[p], i) / (double)parts[p].count;
		seen += parts[p].people / m;
		unseen += mean / m;
		log_unseen += mean_log(&parts[p]) / m;
		t.within += variance_log(&parts[p]) / m;
	}
	for (size_t p = 0; p < count; p++) {
		double from = mean_log(&parts[p]) - log_unseen;
		t.between += from * from / (m - 1);
	}
	double part = t.within / ((m + 1) * t.between);
	t.df = t.between > 0 ? (m - 1) * (1 + part) * (1 + part) : 1e6;
	double half =
	    special_t_quantile(0.975, fmin(t.df, 1e6)) * sqrt(t.within + (m + 1) / m * t.between);
	t.point = round(seen) + round(unseen);
	t.low = round(seen) + round(exp(log_unseen - half));
	t.high = round(seen) + round(exp(log_unseen + half));
	return t;
}
