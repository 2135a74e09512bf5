#include "kit/draw/tag.h"

#define LETTER 7.6 /* pixels of a character, bold, 13 px */
#define LINE 16    /* pixels */
#define APART 5    /* between a name and its place */

struct box {
	double left, top, right, bottom;
};

static struct box
box_of(const struct tag *t, enum tag_side side)
{
	double wide = t->columns * LETTER, high = t->lines * LINE, off = t->radius + APART;

	switch (side) {
	case TAG_RIGHT:
		return (struct box){
		    t->x + off, t->y - high / 2, t->x + off + wide, t->y + high / 2};
	case TAG_LEFT:
		return (struct box){
		    t->x - off - wide, t->y - high / 2, t->x - off, t->y + high / 2};
	case TAG_BELOW:
		return (struct box){
		    t->x - wide / 2, t->y + off, t->x + wide / 2, t->y + off + high};
	default:
		return (struct box){
		    t->x - wide / 2, t->y - off - high, t->x + wide / 2, t->y - off};
	}
}

static struct box
disc_of(const struct tag *t)
{
	return (struct box){t->x - t->radius, t->y - t->radius, t->x + t->radius, t->y + t->radius};
}

static int
crosses(struct box a, struct box b)
{
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/* What the tag would cross on this side: places, names before it, the edge of the map. */
static int
crossings(const struct tag *tags, size_t count, size_t at, enum tag_side side, struct box map)
{
	struct box own = box_of(&tags[at], side);
	int n = own.left < map.left || own.right > map.right || own.top < map.top ||
	    own.bottom > map.bottom;

	for (size_t i = 0; i < count; i++) {
		if (i != at)
			n += crosses(own, disc_of(&tags[i]));
		if (i < at)
			n += crosses(own, box_of(&tags[i], tags[i].side));
	}
	return n;
}

void
tag_sides(struct tag *tags, size_t count, double width, double height)
{
	struct box map = {0, 0, width, height};

	for (size_t i = 0; i < count; i++) {
		int least = -1;
		for (int side = 0; side < TAG_SIDES; side++) {
			int n = crossings(tags, count, i, (enum tag_side)side, map);
			if (least >= 0 && n >= least)
				continue;
			least = n;
			tags[i].side = (enum tag_side)side;
		}
	}
}
