/*
 * peak: where a graph weighs most, and how wide it is there, without a grid.
 * The log weight of a graph of lists, seen as a function of the unseen, is a sum of
 * log gammas (docs/methods/estimation.md); of many people its peak is far narrower than the steps
 * of any grid that reaches everywhere.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_PEAK_H
#define GUVOH_ENGINE_ESTIMATE_PEAK_H

#include <stddef.h>

#define PEAK_TERMS 16

/* f(m) = sum of lgamma(plus + m) - sum of lgamma(minus + m) + slope m */
struct peak_terms {
	double plus[PEAK_TERMS], minus[PEAK_TERMS]; /* above 0 */
	size_t plus_count, minus_count;
	double slope;
};

struct peak {
	double at;    /* unseen */
	double width; /* standard deviation of a normal curve as bent as f is there, or infinite */
};

double peak_value(const struct peak_terms *f, double unseen);

/*
 * The outermost peak between first and last, both >= 0, first < last; first itself when f only
 * falls. Digamma is taken for log(x - 1/2), which is near enough to find a place.
 */
struct peak peak_find(const struct peak_terms *f, double first, double last);

#endif
