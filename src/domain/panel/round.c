#include <math.h>

#include "domain/panel/internal.h"

#define DIGITS 2 /* enough to say "five-fold" */

/* To so many digits; 0: to 1, 2 or 5 and noughts, whichever is nearest by its logarithm. */
static double
rounded(double v, int digits)
{
	static const double steps[] = {1, 2, 5, 10};
	double unit = v > 0 ? pow(10, floor(log10(v))) : 1, step = unit * pow(10, 1 - digits);
	size_t i = 0;

	if (!(v > 0))
		return 0;
	if (digits > 0)
		return round(v / step) * step;
	while (i + 1 < LENGTH(steps) && v * v > steps[i] * steps[i + 1] * unit * unit)
		i++;
	return steps[i] * unit;
}

/* The odds ratio at which two lists of these sizes with so many on both make so many people. */
static double
ratio_at(double first, double second, double both, double people)
{
	return (people - (first + second - both)) * both / ((first - both) * (second - both));
}

static bool
is_near(double x, double y)
{
	return fabs(x - y) <= 1e-9 * fmax(fabs(x), fabs(y));
}

/* Would what is told of the k-th be the same if so many were on both lists? */
static bool
is_same(const struct panel_needs *n, size_t k, double both, int digits)
{
	const struct panel_need *need = &n->at[k];
	double first = (double)n->first, second = (double)n->second;
	double low = ratio_at(first, second, both, (double)n->said[k].low);
	double high = ratio_at(first, second, both, (double)n->said[k].high);
	bool same_low = is_near(rounded(low, digits), rounded(need->low, digits));
	bool same_high = is_near(rounded(high, digits), rounded(need->high, digits));

	if (need->about == PANEL_SOME)
		return same_low;
	return (high >= 0) == need->possible && same_high &&
	    (need->about == PANEL_MORE || same_low);
}

static bool
is_all_same(const struct panel_needs *n, double both, int digits)
{
	bool same = true;

	for (size_t k = 0; same && k < n->count; k++)
		same = is_same(n, k, both, digits);
	return same;
}

/* Do all together leave room enough for how many are on both lists? */
static bool
is_wide(const struct panel_needs *n, int digits)
{
	int64_t least = 0, most = -1;

	for (int64_t both = 1; both < n->first && both < n->second; both++) {
		if (!is_all_same(n, (double)both, digits))
			continue;
		least = most < 0 ? both : least;
		most = both;
	}
	return most - least >= PANEL_ROOM;
}

/* Keeps those that together still leave room, in their order. */
static void
keep_wide(struct panel_needs *n)
{
	size_t all = n->count;

	n->count = 0;
	for (size_t k = 0; k < all; k++) {
		n->at[n->count] = n->at[k];
		n->said[n->count++] = n->said[k];
		n->count -= !is_wide(n, 0);
	}
}

void
panel_needs_round(struct panel_needs *n, bool is_public)
{
	int digits = DIGITS;

	while (is_public && digits > 0 && !is_wide(n, digits))
		digits--;
	if (digits == 0)
		keep_wide(n);
	for (size_t k = 0; k < n->count; k++) {
		n->at[k].low = rounded(n->at[k].low, digits);
		n->at[k].high = rounded(n->at[k].high, digits);
	}
}
