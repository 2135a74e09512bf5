/*
 * why: why two rows are one person or two, in words.
 */
#ifndef GUVOH_FACE_SAY_WHY_H
#define GUVOH_FACE_SAY_WHY_H

#include "engine/link/link.h"
#include "face/say/message.h"

struct why_line {
	struct str what; /* "given name, the same: serik – serik" */
	struct str says; /* "for one person, 16 times" */
	bool one;        /* it speaks for one person */
};

/* What a column of that kind holds. */
struct str why_kind(struct arena *a, enum lang lang, enum link_kind kind);

/* A weight as how many times likelier it makes one person, or different people: "74". */
struct str why_times(struct arena *a, double weight);

/* A chance in percent, "95.7", "95,7"; what rounds to a hundred is "> 99.9". */
struct str why_percent(struct arena *a, enum lang lang, double chance);

/* What all of it comes to, as a sentence about the pair of that name. */
struct str why_all(struct arena *a, enum lang lang, struct str pair, const struct link_why *why);

/* Each reason, on a; *n is how many. */
const struct why_line *why_lines(
    struct arena *a, enum lang lang, const struct link_why *why, size_t *n);

#endif
