#include "kit/draw/ticks.h"

#include "kit/draw/mark.h"

#define TICKS_MOST 64
#define DIGIT_WIDE 8 /* pixels of a digit at 12.5 px, and a bit */
#define GROUP_WIDE 4 /* of what stands between thousands */
#define APART 10     /* least between two numbers */

struct taken {
	double first[TICKS_MOST], last[TICKS_MOST]; /* pixels */
	size_t count;
};

static bool
power_of_ten(int64_t n)
{
	while (n % 10 == 0)
		n /= 10;
	return n == 1;
}

static double
width_of(int64_t n)
{
	int digits = 1;

	for (; n >= 10; n /= 10)
		digits++;
	int groups = (digits - 1) / 3;
	return digits * DIGIT_WIDE + groups * GROUP_WIDE;
}

/* Where the text of a tick begins: over the tick, moved inward at both ends. */
static double
first_of(const struct axis *axis, int64_t at, double width)
{
	double middle = axis_place(axis, at) * width, half = width_of(at) / 2;

	if (at == axis->first)
		return 0;
	if (at == axis->last)
		return width - 2 * half;
	return middle - half;
}

static bool
take(struct taken *taken, const struct axis *axis, int64_t at, double width)
{
	double first = first_of(axis, at, width), last = first + width_of(at);

	if (first < 0 || last > width || taken->count == TICKS_MOST)
		return false;
	for (size_t i = 0; i < taken->count; i++) {
		if (first < taken->last[i] + APART && last > taken->first[i] - APART)
			return false;
	}
	taken->first[taken->count] = first;
	taken->last[taken->count++] = last;
	return true;
}

/* Takes what fits at this width: powers of ten, then, where all is set, the others. */
static void
choose(const struct axis *axis, double width, bool all, struct tick *ticks, size_t count)
{
	struct taken taken = {.count = 0};

	for (size_t i = 0; i < count; i++) {
		if (power_of_ten(ticks[i].at) && (!all || !ticks[i].wide))
			ticks[i].wide = !take(&taken, axis, ticks[i].at, width);
	}
	for (size_t i = 0; all && i < count; i++) {
		if (ticks[i].wide && !take(&taken, axis, ticks[i].at, width))
			ticks[i].at = 0;
	}
}

const struct tick *
ticks_of(struct arena *a, const struct axis *axis, struct ticks_room room, size_t *count)
{
	struct tick *ticks = ARENA_ARRAY(a, struct tick, TICKS_MOST);
	size_t n = 0, kept = 0;

	for (int64_t t = axis->first; t <= axis->last && n < TICKS_MOST; t = axis_tick_after(t)) {
		enum ticks_side side = t == axis->first ? TICKS_AFTER
		    : t == axis->last                   ? TICKS_BEFORE
							: TICKS_MIDDLE;
		ticks[n++] = (struct tick){t, mark_percent(a, axis_place(axis, t)), side, true};
	}
	choose(axis, room.narrow, false, ticks, n);
	choose(axis, room.wide, true, ticks, n);
	for (size_t i = 0; i < n; i++) {
		if (ticks[i].at != 0)
			ticks[kept++] = ticks[i];
	}
	*count = kept;
	return ticks;
}
