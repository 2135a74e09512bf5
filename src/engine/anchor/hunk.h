/*
 * hunk: carries a passage into what replaced it, where the diff pairs words around it only.
 */
#ifndef GUVOH_ENGINE_ANCHOR_HUNK_H
#define GUVOH_ENGINE_ANCHOR_HUNK_H

#include "engine/anchor/anchor.h"
#include "engine/anchor/pieces.h"

enum hunk_answer {
	HUNK_SURE,    /* both ends lie between the same words as before */
	HUNK_LIKELY,  /* an end lies inside what was rewritten: compare the words */
	HUNK_UNCLEAR, /* too much was rewritten to say */
	HUNK_GONE,    /* nothing stands between the words around it */
};

/* Both texts, and for each piece of x what align_find gave; scratch goes on a. */
struct hunk_texts {
	struct arena *a;
	const struct pieces *x, *y;
	const size_t *match;
};

/*
 * words begins and ends in pieces of x. Fills *here with its place in y when SURE or
 * LIKELY.
 */
enum hunk_answer hunk_carry(
    const struct hunk_texts *c, struct anchor_span words, struct anchor_span *here);

#endif
