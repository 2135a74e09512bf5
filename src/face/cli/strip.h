/*
 * strip: one row of a board in a terminal: a figure's mark and its number on a log10 axis.
 * Marks follow the page's: exact is a dot, about a bar with a tick, nearly a bar,
 * at least and up to a line with an arrowhead, only a word a hatched band, "may
 * reach" a dashed line. A mark is never narrower than its sign, so ends are read
 * from the number beside it, which is never cut. It stands beside the mark; inside it, with a blank
 * on both sides, where a line or a wide bar leaves no room.
 */
#ifndef GUVOH_FACE_CLI_STRIP_H
#define GUVOH_FACE_CLI_STRIP_H

#include "base/buf.h"
#include "face/say/figure.h"
#include "kit/draw/axis.h"

#define STRIP_COLUMNS_LEAST 32
#define STRIP_COLUMNS_MOST 200

/* The scale of a board: the ticks 1-2-5 around all its numbers. */
struct strip_axis {
	struct axis scale;
	size_t columns;
};

/* least and most, 0 <= least <= most, are the ends of what is shown; an open end is not one. */
struct strip_axis strip_axis_around(int64_t least, int64_t most, size_t columns);

/* Column of n, 0 to columns - 1; what lies outside the axis is at its edge. */
size_t strip_column(const struct strip_axis *axis, int64_t n);

/* Appends the ticks' numbers, each centred over its place, as many as there is room for. */
void strip_ticks_put(struct buf *out, const struct strip_axis *axis, enum lang lang);

/* Appends one row of exactly axis->columns columns. utf8 false: ASCII marks and signs. */
void strip_mark_put(struct buf *out, const struct strip_axis *axis, const struct figure_mark *mark,
    enum lang lang, bool utf8);

#endif
