/*
 * word_diff: what is different between two wordings of a passage, word by word.
 */
#ifndef GUVOH_FACE_SAY_WORD_DIFF_H
#define GUVOH_FACE_SAY_WORD_DIFF_H

#include "base/arena.h"
#include "base/str.h"

enum word_diff_kind { WORD_DIFF_SAME, WORD_DIFF_GONE, WORD_DIFF_COME };

struct word_diff {
	enum word_diff_kind kind;
	struct str text; /* words with the blanks behind them, of one of the wordings */
};

/*
 * The pieces in order: those that are SAME or GONE make before, those that are SAME or
 * COME make after. No two neighbours are of one kind, and what goes stands before what comes for
 * it. Of more than 1,000 words it says that all are different. Returns how many; they lie on a.
 */
size_t word_diff_of(
    struct arena *a, struct str before, struct str after, const struct word_diff **out);

#endif
