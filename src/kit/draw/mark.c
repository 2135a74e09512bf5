#include "kit/draw/mark.h"

#include <math.h>

#define LETTER 7.6      /* pixels of a character of a label: bold, 13 px */
#define GAP 10          /* between a mark and its label */
#define DOT_HALF 6      /* of a dot */
#define OUTSIDE_WIDE 31 /* what a dot outside the axis takes, with its break */
#define FAR 0.75        /* marks beyond it have their label at the left */
#define PART_LETTER 7.0 /* of a part's number, 11.5 px */
#define PART_APART 6    /* least between two of them */
#define PART_LINE 13    /* pixels of a line of them */
#define LANES_MOST 4

/* A mark's ends as places from 0 to 1, and as pixels of the narrowest strip. */
struct extent {
	double first, last;
};

struct str
mark_percent(struct arena *a, double place)
{
	long hundredths = lround(place * 10000);

	return arena_fmt(a, "%ld.%02ld%%", hundredths / 100, hundredths % 100);
}

static struct extent
extent_of(const struct axis *axis, const struct mark_figure *f)
{
	double low = axis_place(axis, f->low), high = axis_place(axis, f->high);

	switch (f->shape) {
	case MARK_DOT:
	case MARK_OUTSIDE:
		return (struct extent){low, low};
	case MARK_BAR:
	case MARK_HATCH:
		return (struct extent){low, high};
	case MARK_FROM:
	case MARK_BRACKET:
		return (struct extent){low, 1};
	case MARK_TO:
		return (struct extent){0, high};
	case MARK_DASH:
		low = axis_place(axis, f->number);
		return (struct extent){low, low};
	}
	return (struct extent){low, high};
}

/* Above the line, from the stop on where there is room, else back from it. */
static struct mark_text
label_above(struct arena *a, const struct mark_figure *f, struct extent e)
{
	double stop = f->shape == MARK_TO ? e.last : e.first;
	bool end = stop * MARK_NARROW + f->label * LETTER > MARK_NARROW;

	return (struct mark_text){mark_percent(a, stop), 0, 10, end};
}

/* Does a part stand on the last stretch, of that many pixels, before this place? */
static bool
part_before(const struct axis *axis, const struct mark_figure *f, double place, double wide)
{
	for (size_t i = 0; i < f->n_parts; i++) {
		double part = axis_place(axis, f->parts[i]);
		if (part <= place && part * MARK_NARROW >= place * MARK_NARROW - wide - GAP)
			return true;
	}
	return false;
}

/* Right of the mark; left of it when it lies far right, or ends at the edge. */
static bool
label_beside(struct arena *a, const struct axis *axis, const struct mark_figure *f, struct extent e,
    struct mark_text *out)
{
	int apart = GAP + DOT_HALF / 2;
	double wide = f->label * LETTER + apart;
	bool left = e.first * MARK_NARROW >= wide && !part_before(axis, f, e.first, wide);
	bool right = (1 - e.last) * MARK_NARROW >= wide;
	bool dot = f->shape == MARK_DOT || f->shape == MARK_DASH;
	int gap = dot ? apart : GAP, dx = f->shape == MARK_OUTSIDE ? OUTSIDE_WIDE : gap;

	if (!left && !right)
		return false;
	if (right && (e.last <= FAR || !left))
		*out = (struct mark_text){mark_percent(a, e.last), dx, 0, false};
	else
		*out = (struct mark_text){mark_percent(a, e.first), -gap, 0, true};
	return true;
}

/* Numbers of parts in lines below each other, each in the first where it crosses no other. */
static void
parts_place(struct arena *a, const struct axis *axis, const struct mark_figure *f, struct mark *m)
{
	struct mark_part *parts = ARENA_ARRAY(a, struct mark_part, f->n_parts);
	double ends[LANES_MOST] = {-PART_APART, -PART_APART, -PART_APART, -PART_APART};
	int deepest = 0;

	for (size_t i = 0; i < f->n_parts; i++) {
		double place = axis_place(axis, f->parts[i]);
		double half = 2.5 * PART_LETTER, middle = place * MARK_NARROW;
		int lane = 0;
		while (lane + 1 < LANES_MOST && middle - half < ends[lane] + PART_APART)
			lane++;
		ends[lane] = middle + half;
		deepest = lane > deepest ? lane : deepest;
		parts[i] = (struct mark_part){mark_percent(a, place),
		    m->middle + PART_LINE * lane + 18, middle + half > MARK_NARROW};
	}
	m->parts = parts;
	m->n_parts = f->n_parts;
	if (f->n_parts > 0)
		m->height = m->middle + PART_LINE * deepest + 22;
}

struct mark
mark_of(struct arena *a, const struct axis *axis, const struct mark_figure *figure)
{
	struct extent e = extent_of(axis, figure);
	struct mark m = {
	    .shape = figure->shape,
	    .ticked = figure->shape == MARK_BAR && figure->number > figure->low &&
		figure->number < figure->high,
	    .from = mark_percent(a, e.first),
	    .to = mark_percent(a, e.last),
	    .width = mark_percent(a, e.last - e.first),
	    .at = mark_percent(a, axis_place(axis, figure->number)),
	    .middle = MARK_HEIGHT / 2,
	    .height = MARK_HEIGHT,
	};

	if (!label_beside(a, axis, figure, e, &m.label)) {
		m.label = label_above(a, figure, e);
		m.middle = MARK_HEIGHT - 8;
	} else {
		m.label.y = m.middle + 5;
	}
	m.top = m.middle - 6;
	parts_place(a, axis, figure, &m);
	return m;
}
