/*
 * axis: a log10 scale with ticks at 1, 2 and 5, for numbers of people of any size.
 */
#ifndef GUVOH_KIT_DRAW_AXIS_H
#define GUVOH_KIT_DRAW_AXIS_H

#include "base/str.h"

/* From one tick to another: 1 <= first < last. */
struct axis {
	int64_t first, last;
};

/*
 * The ticks around all that is shown: the last one at or below least, the first one at or
 * above most. 0 <= least <= most; an open end is not one of them.
 */
struct axis axis_around(int64_t least, int64_t most);

/* The tick after a tick: 1, 2, 5, 10, 20 ... */
int64_t axis_tick_after(int64_t tick);

/* Where n lies, 0 at the first tick, 1 at the last; what is outside lies at its edge. */
double axis_place(const struct axis *axis, int64_t n);

#endif
