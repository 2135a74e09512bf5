/*
 * figure: a figure somebody gave as a mark of a board and as text, the same in a terminal and on a
 * page.
 */
#ifndef GUVOH_FACE_SAY_FIGURE_H
#define GUVOH_FACE_SAY_FIGURE_H

#include "base/arena.h"
#include "base/buf.h"
#include "engine/claim/phrase.h"
#include "kit/lang/lang.h"

enum figure_kind {
	FIGURE_EXACT,    /* at low */
	FIGURE_ABOUT,    /* low to high, tick at number */
	FIGURE_NEARLY,   /* low to high */
	FIGURE_AT_LEAST, /* from low to the edge */
	FIGURE_UP_TO,    /* from the edge to high */
	FIGURE_WORD,     /* low to high, from a word alone */
	FIGURE_MODAL,    /* "may reach" number */
	FIGURE_LOGIC,    /* what follows: from low to the edge */
};

struct figure_mark {
	enum figure_kind kind;
	int64_t low, high, number; /* people, >= 0; those that the kind names */
};

struct figure_mark figure_mark_of(const struct phrase *phrase);

/*
 * Appends the numbers of mark as they stand beside it: "450–550", "≥ 400", "5,000?";
 * ASCII signs when utf8 is false.
 */
void figure_mark_put(struct buf *out, const struct figure_mark *mark, enum lang lang, bool utf8);

/* The same of what words were read as. On a. */
struct str figure_text(struct arena *a, const struct phrase *phrase, enum lang lang, bool utf8);

#endif
