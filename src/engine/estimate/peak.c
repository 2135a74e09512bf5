#include "engine/estimate/peak.h"

#include <math.h>
#include <stdbool.h>

#include "engine/estimate/special.h"

#define STRIDE 4    /* factor by which the peak is looked for from the far end */
#define NEAR 0.5    /* people: near enough to it */
#define NEARER 1e-9 /* of the unseen: near enough, where they are many */

double
peak_value(const struct peak_terms *f, double unseen)
{
	double sum = f->slope * unseen;

	for (size_t i = 0; i < f->plus_count; i++)
		sum += special_lgamma(f->plus[i] + unseen);
	for (size_t i = 0; i < f->minus_count; i++)
		sum -= special_lgamma(f->minus[i] + unseen);
	return sum;
}

/* Does f rise there? Products instead of sums of logs: they cost a tenth. */
static bool
rises(const struct peak_terms *f, double growth, double unseen)
{
	double up = growth, down = 1, at = unseen - 0.5;

	for (size_t i = 0; i < f->plus_count; i++) {
		up *= f->plus[i] + at;
		if (i < f->minus_count)
			down *= f->minus[i] + at;
	}
	for (size_t i = f->plus_count; i < f->minus_count; i++)
		down *= f->minus[i] + at;
	return up > down;
}

/* Minus the second derivative. */
static double
bend(const struct peak_terms *f, double unseen)
{
	double sum = 0, at = unseen - 0.5;

	for (size_t i = 0; i < f->plus_count; i++)
		sum -= 1 / (f->plus[i] + at);
	for (size_t i = 0; i < f->minus_count; i++)
		sum += 1 / (f->minus[i] + at);
	return sum;
}

struct peak
peak_find(const struct peak_terms *f, double first, double last)
{
	double growth = exp(f->slope), least = fmax(first, 1), low = fmax(last, least), high = low;
	struct peak p = {.at = first, .width = (double)INFINITY};

	while (low > least && !rises(f, growth, low)) {
		high = low;
		low = fmax(low / STRIDE, least);
	}
	if (rises(f, growth, low)) {
		while (high - low > fmax(NEAR, NEARER * high)) {
			double middle = (low + high) / 2;
			if (rises(f, growth, middle))
				low = middle;
			else
				high = middle;
		}
		p.at = low;
		double bent = bend(f, low);
		p.width = bent > 0 ? 1 / sqrt(bent) : (double)INFINITY;
	}
	return p;
}
