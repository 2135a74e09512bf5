/*
 * shape: what the cells of a column of one list look like, where other lists have a column of that
 * name: a whole name here and a given name there, days of birth and days of detention.
 */
#ifndef GUVOH_ENGINE_LINK_SHAPE_H
#define GUVOH_ENGINE_LINK_SHAPE_H

#include "engine/link/link.h"

enum shape {
	SHAPE_ANY,
	SHAPE_WHOLE, /* two to four words */
	SHAPE_ONE,   /* one word */
	SHAPE_DAYS,  /* days of a few years */
	SHAPE_LIVES  /* days of many years */
};

enum shape shape_of(const struct link_list *list, size_t column);

/* Does a column of one shape hold something else than one of the other? */
bool shape_differs(enum shape x, enum shape y);

#endif
