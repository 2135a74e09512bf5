#include "kit/draw/chart.h"

#include <assert.h>
#include <math.h>

#include "base/buf.h"

#define PI 3.14159265358979323846
#define BEYOND 200 /* tenths of a pixel outside the chart that a line is still drawn to */

struct box {
	double west, south, east, north;
};

struct plane {
	double x, y; /* y grows downward */
};

static double
radians(double degrees)
{
	return degrees * PI / 180;
}

static struct box
box_of(struct chart_line line)
{
	struct box b = {
	    line.points[0].lon, line.points[0].lat, line.points[0].lon, line.points[0].lat};

	for (size_t i = 1; i < line.count; i++) {
		b.west = fmin(b.west, line.points[i].lon);
		b.east = fmax(b.east, line.points[i].lon);
		b.south = fmin(b.south, line.points[i].lat);
		b.north = fmax(b.north, line.points[i].lat);
	}
	return b;
}

/* On the cone, in radii of the earth, from the cone's tip. */
static struct plane
project(const struct chart *chart, struct chart_point point)
{
	double radius = sqrt(chart->c - 2 * chart->n * sin(radians(point.lat))) / chart->n;
	double angle = chart->n * (radians(point.lon) - chart->middle);
	struct plane there = {radius * sin(angle), radius * cos(angle)};

	return there;
}

static struct chart
cone_of(struct box b)
{
	double step = (b.north - b.south) / 6;
	double south = radians(b.south + step), north = radians(b.north - step);
	double n = (sin(south) + sin(north)) / 2;

	return (struct chart){
	    .n = n,
	    .c = cos(south) * cos(south) + 2 * n * sin(south),
	    .middle = radians((b.west + b.east) / 2),
	};
}

struct chart
chart_around(struct chart_line line, int width, int margin)
{
	assert(line.count >= 2 && width > 2 * margin);
	struct chart chart = cone_of(box_of(line));
	struct plane first = project(&chart, line.points[0]), last = first;

	for (size_t i = 1; i < line.count; i++) {
		struct plane p = project(&chart, line.points[i]);
		first = (struct plane){fmin(first.x, p.x), fmin(first.y, p.y)};
		last = (struct plane){fmax(last.x, p.x), fmax(last.y, p.y)};
	}
	assert(last.x > first.x);
	chart.scale = (width - 2 * margin) * 10 / (last.x - first.x);
	chart.left = first.x - margin * 10 / chart.scale;
	chart.top = first.y - margin * 10 / chart.scale;
	chart.width = width * 10;
	chart.height = (int)lround((last.y - first.y) * chart.scale) + 2 * margin * 10;
	return chart;
}

struct chart_place
chart_place(const struct chart *chart, struct chart_point point)
{
	struct plane p = project(chart, point);

	return (struct chart_place){
	    (int)lround((p.x - chart->left) * chart->scale),
	    (int)lround((p.y - chart->top) * chart->scale),
	};
}

static bool
is_near(const struct chart *chart, struct chart_place p)
{
	return p.x >= -BEYOND && p.y >= -BEYOND && p.x <= chart->width + BEYOND &&
	    p.y <= chart->height + BEYOND;
}

static void
move_put(struct buf *path, struct chart_place to)
{
	buf_fmt(path, "M%d %d", to.x, to.y);
}

static void
line_put(struct buf *path, struct chart_place from, struct chart_place to)
{
	int x = to.x - from.x, y = to.y - from.y;

	if (x != 0 || y != 0)
		buf_fmt(path, y < 0 ? "l%d%d" : "l%d %d", x, y);
}

struct str
chart_path(struct arena *a, const struct chart *chart, struct chart_line line, bool ring)
{
	struct buf *path = buf_on(a);
	size_t pen = 0; /* the point that the path has reached */

	for (size_t i = 1; i < line.count; i++) {
		struct chart_place from = chart_place(chart, line.points[i - 1]);
		struct chart_place to = chart_place(chart, line.points[i]);
		if (!ring && !is_near(chart, from) && !is_near(chart, to))
			continue;
		if (i == 1 || pen != i - 1)
			move_put(path, from);
		line_put(path, from, to);
		pen = i;
	}
	if (ring && path->n > 0)
		buf_putc(path, 'z');
	return buf_str(path);
}
