/*
 * name_like: how alike two names are, and why.
 * Sounds are compared by an edit distance in which sounds that wander from one spelling to the next
 * cost less (name_drift.def); parts meet by the assignment that fits best. "Compatible" says that
 * the two can be one person's names, never that they are one person. Formulas:
 * docs/methods/names.md.
 */
#ifndef GUVOH_KIT_LANG_NAME_LIKE_H
#define GUVOH_KIT_LANG_NAME_LIKE_H

#include "kit/lang/name.h"

#define NAME_LIKE_COMPATIBLE 0.8 /* a score from here on, without a part that differs */

/* X(name, word for programs) */
#define NAME_LIKE_WAYS(X)                                                                          \
	X(SAME, "same")                                                                            \
	X(SOUND, "same-sound")                                                                     \
	X(STEM, "same-stem")                                                                       \
	X(CLOSE, "close")                                                                          \
	X(INITIAL, "initial")                                                                      \
	X(DIFFERENT, "different")                                                                  \
	X(MISSING, "missing")

enum name_like_way {
#define X(name, word) NAME_LIKE_##name,
	NAME_LIKE_WAYS(X)
#undef X
};

struct name_like_reason {
	enum name_like_way way;
	enum name_role
	    role; /* of the part of the first name, or of the second where the first lacks it */
	struct str first, second; /* as written; empty where it is missing */
	double likeness;          /* 0 to 1 */
};

struct name_like {
	double score; /* 0 to 1 */
	bool compatible;
	const struct name_like_reason *reasons;
	size_t count;
};

/* The word for programs. */
struct str name_like_word(enum name_like_way way);

/* How alike two names are; reasons lie on a. A name without parts is like nothing: 0. */
struct name_like name_like(struct arena *a, const struct name *x, const struct name *y);

/* Likeness of two sounds, 0 to 1; 1 only when they are equal. Longer ones than 48 bytes are cut. */
double name_like_sounds(struct str x, struct str y);

#endif
