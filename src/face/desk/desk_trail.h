/*
 * desk_trail: the pairs that a session has answered, so that they can be taken back one after the
 * other. Names of mentions only, and no longer than the session.
 */
#ifndef GUVOH_FACE_DESK_DESK_TRAIL_H
#define GUVOH_FACE_DESK_DESK_TRAIL_H

#include "base/arena.h"
#include "base/str.h"

struct desk_step;

/* All zero: nothing was answered. */
struct desk_trail {
	struct arena *a;
	struct desk_step *at;
	size_t n, room;
};

/* A pair of the page of an event, once more the last one if it was answered before. */
void desk_trail_add(struct desk_trail *t, struct str event, struct str pair);

/* The last pair of that page; empty: none. Lives until the trail changes. */
struct str desk_trail_last(const struct desk_trail *t, struct str event);

/* It was taken back. */
void desk_trail_drop(struct desk_trail *t, struct str event, struct str pair);

void desk_trail_end(struct desk_trail *t);

#endif
