/*
 * ticks: which numbers stand at an axis, so that none is cut or crosses its neighbour.
 */
#ifndef GUVOH_KIT_DRAW_TICKS_H
#define GUVOH_KIT_DRAW_TICKS_H

#include "base/arena.h"
#include "kit/draw/axis.h"

enum ticks_side {
	TICKS_AFTER,  /* its text begins at the tick */
	TICKS_MIDDLE, /* it stands over it */
	TICKS_BEFORE, /* it ends there */
};

struct tick {
	int64_t at;
	struct str x; /* "45.23%" of the width */
	enum ticks_side side;
	bool wide; /* only where there is room: a narrow axis leaves it out */
};

/* How wide the axis is drawn at least, and from where on there is room for more: pixels. */
struct ticks_room {
	int narrow, wide;
};

/*
 * The ticks of an axis from left to right: powers of ten first, then 1-2-5 where they fit
 * beside those. Both ends lie inside the axis. On a; *count is set.
 */
const struct tick *ticks_of(
    struct arena *a, const struct axis *axis, struct ticks_room room, size_t *count);

#endif
