/*
 * anchor: finds a passage of a text again after the text was changed.
 * The diff of both texts carries it first; where that has no answer its words are
 * looked for with what stood around them. What stays unclear is said to be lost:
 * a place is never guessed. How it decides: docs/methods/anchoring.md.
 */
#ifndef GUVOH_ENGINE_ANCHOR_ANCHOR_H
#define GUVOH_ENGINE_ANCHOR_ANCHOR_H

#include "base/arena.h"
#include "base/str.h"

/* In characters (code points), end exclusive; W3C TextPositionSelector. */
struct anchor_span {
	size_t start, end;
};

enum anchor_state {
	ANCHOR_SAME,    /* the same words, where the diff has them */
	ANCHOR_CHANGED, /* other words in its place */
	ANCHOR_MOVED,   /* the same words elsewhere, among what stood around them */
	ANCHOR_GONE,    /* it was taken out */
	ANCHOR_LOST,    /* it cannot be said where it is */
};

struct anchor {
	enum anchor_state state;
	struct anchor_span span; /* in the new text; empty when GONE or LOST */
};

/*
 * Where passage of before is in after. Blanks at its ends are left out. A passage that is
 * empty, only blanks or not in before is lost. Time grows with the lengths of the texts and
 * the size of what differs.
 */
struct anchor anchor_find(struct str before, struct str after, struct anchor_span passage);

#endif
