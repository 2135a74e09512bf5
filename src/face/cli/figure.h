/*
 * figure: a figure that words were read as, as a mark of a board and as text.
 */
#ifndef GUVOH_FACE_CLI_FIGURE_H
#define GUVOH_FACE_CLI_FIGURE_H

#include "engine/claim/phrase.h"
#include "face/cli/strip.h"

struct strip_mark figure_mark(const struct phrase *phrase);

/* "450–550", "≥ 400", "5,000?"; ASCII signs when utf8 is false. On a. */
struct str figure_text(struct arena *a, const struct phrase *phrase, enum lang lang, bool utf8);

#endif
