/*
 * mark: one figure on a log10 axis as shapes whose places are per cent of the width.
 * Text beside it keeps its size at any width: where it stands is chosen for the narrowest
 * strip, so that it is never cut and never lies over a line. Templates write the markup.
 */
#ifndef GUVOH_KIT_DRAW_MARK_H
#define GUVOH_KIT_DRAW_MARK_H

#include "base/arena.h"
#include "kit/draw/axis.h"

#define MARK_NARROW 272 /* pixels of the narrowest strip: a page 320 wide less its margins */
#define MARK_HEIGHT 28  /* pixels of a strip without parts */

enum mark_shape {
	MARK_DOT,     /* at low */
	MARK_OUTSIDE, /* at low, which lies left of the first tick */
	MARK_BAR,     /* low to high, a tick at number unless that is 0 */
	MARK_FROM,    /* from low to the right edge, open */
	MARK_TO,      /* from the left edge, open, to high */
	MARK_HATCH,   /* low to high, from a word alone */
	MARK_DASH,    /* about number, which may be reached */
	MARK_BRACKET, /* what follows: from low to the right edge, open */
};

struct mark_figure {
	enum mark_shape shape;
	int64_t low, high, number;
	int label;            /* characters of the text beside it */
	const int64_t *parts; /* of a sum, each below its own place */
	size_t n_parts;
};

struct mark_text {
	struct str x; /* "45.23%" */
	int dx, y;    /* pixels */
	bool end;     /* it ends at x + dx, else begins there */
};

struct mark_part {
	struct str x;
	int y; /* of the baseline of its number; no two numbers cross */
	bool end;
};

struct mark {
	enum mark_shape shape;
	bool ticked;                    /* a bar with a tick */
	struct str from, to, width, at; /* "45.23%"; those that the shape uses */
	int top, middle, height;        /* pixels; middle is that of its line */
	struct mark_text label;
	const struct mark_part *parts; /* as given */
	size_t n_parts;
};

/* Places a figure on the axis. Texts lie on a. */
struct mark mark_of(struct arena *a, const struct axis *axis, const struct mark_figure *figure);

/* A place from 0 to 1 as "45.23%". */
struct str mark_percent(struct arena *a, double place);

#endif
