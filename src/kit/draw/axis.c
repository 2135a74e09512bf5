#include "kit/draw/axis.h"

#include <assert.h>
#include <math.h>

#define AXIS_MOST INT64_C(1000000000000000) /* beyond every figure; powers of ten stay exact */

static int64_t
tick_below(int64_t n)
{
	static const int64_t steps[] = {5, 2, 1};
	int64_t power = 1;

	while (power <= n / 10 && power < AXIS_MOST)
		power *= 10;
	for (size_t i = 0; i < LENGTH(steps); i++) {
		if (steps[i] * power <= n)
			return steps[i] * power;
	}
	return 1;
}

int64_t
axis_tick_after(int64_t tick)
{
	int64_t power = 1;

	while (power <= tick / 10)
		power *= 10;
	if (tick / power == 1)
		return 2 * power;
	return tick / power == 2 ? 5 * power : 10 * power;
}

struct axis
axis_around(int64_t least, int64_t most)
{
	assert(least >= 0 && least <= most);
	if (most > AXIS_MOST)
		most = AXIS_MOST;
	if (least > most)
		least = most;
	struct axis axis = {tick_below(least > 0 ? least : 1), 0};
	axis.last = axis_tick_after(axis.first);
	while (axis.last < most)
		axis.last = axis_tick_after(axis.last);
	return axis;
}

double
axis_place(const struct axis *axis, int64_t n)
{
	if (n <= axis->first)
		return 0;
	if (n >= axis->last)
		return 1;
	return log10((double)n / (double)axis->first) /
	    log10((double)axis->last / (double)axis->first);
}
