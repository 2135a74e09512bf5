/*
 * chart: places of the earth on a page, in the equal-area projection of Albers.
 * Formulas for the sphere: Snyder, Map projections: a working manual, USGS Professional
 * Paper 1395 (1987), 14-1 to 14-6. Areas compare; the size is a fit to what is shown.
 */
#ifndef GUVOH_KIT_DRAW_CHART_H
#define GUVOH_KIT_DRAW_CHART_H

#include "base/arena.h"
#include "base/str.h"

struct chart_point {
	double lon, lat; /* degrees east and north */
};

struct chart_line {
	const struct chart_point *points;
	size_t count;
};

/* A projection and its fit; width and height are tenths of a pixel. */
struct chart {
	double n, c, middle; /* of the projection; radians */
	double scale, left, top;
	int width, height;
};

struct chart_place {
	int x, y; /* tenths of a pixel from the left and from the top */
};

/*
 * A chart on which the line, of two points or more, fills width pixels but for a margin on
 * each side. Its standard parallels stand a sixth of the line's height inside of its ends.
 */
struct chart chart_around(struct chart_line line, int width, int margin);

struct chart_place chart_place(const struct chart *chart, struct chart_point point);

/*
 * The line as the data of an SVG path, in tenths of a pixel: "M120 80l5-3z". An open one is
 * cut to the parts that are seen, and may be empty; a ring keeps its form. On a.
 */
struct str chart_path(
    struct arena *a, const struct chart *chart, struct chart_line line, bool ring);

#endif
