/*
 * tag: on which side of its place a name on a map stands, so that names do not cross.
 * Chosen for the narrowest map; on a wider one everything has more room.
 */
#ifndef GUVOH_KIT_DRAW_TAG_H
#define GUVOH_KIT_DRAW_TAG_H

#include <stddef.h>

enum tag_side { TAG_RIGHT, TAG_LEFT, TAG_BELOW, TAG_ABOVE, TAG_SIDES };

struct tag {
	double x, y;   /* of the place, pixels */
	double radius; /* of what is drawn there */
	int columns;   /* characters of its longest line */
	int lines;
	enum tag_side side; /* the answer */
};

/*
 * Chooses the sides of all tags on a map of that size, the first one first: the first side
 * that crosses nothing and is not cut, else the one that crosses the least.
 */
void tag_sides(struct tag *tags, size_t count, double width, double height);

#endif
