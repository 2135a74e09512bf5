/*
 * edit: how alike two short byte strings are.
 * Bit-parallel: positions of a letter are the bits of a word. Jaro 1989 and Winkler 1990; Hyyrö
 * 2003 for the optimal string alignment distance (an edit, or two neighbours that change places,
 * costs 1).
 */
#ifndef GUVOH_ENGINE_LINK_EDIT_H
#define GUVOH_ENGINE_LINK_EDIT_H

#include "base/str.h"

#define EDIT_BYTES 64 /* longer strings are cut */

/* Scratch for one thread: all zero between calls. */
struct edit_room {
	uint64_t masks[256];
};

/* Jaro-Winkler with prefix scale 0.1 over at most 4 bytes, 0 to 1, the same whichever comes first.
 * Two empty strings are alike: 1. */
double edit_jaro_winkler(struct edit_room *room, struct str x, struct str y);

/* What Winkler adds to Jaro's likeness for a beginning of prefix bytes, at most 4, in common. */
static inline double
edit_winkler(double jaro, size_t prefix)
{
	return jaro > 0.7 ? jaro + (double)prefix * 0.1 * (1 - jaro) : jaro;
}

/* Optimal string alignment distance. */
size_t edit_osa(struct edit_room *room, struct str x, struct str y);

#endif
