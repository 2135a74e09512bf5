/*
 * pieces: two texts as characters, and as words and signs that are numbered alike.
 * A word is a run of letters and digits; any other character but a blank is a
 * piece of its own, a line end too; other blanks are no pieces.
 */
#ifndef GUVOH_ENGINE_ANCHOR_PIECES_H
#define GUVOH_ENGINE_ANCHOR_PIECES_H

#include "base/arena.h"
#include "base/str.h"

struct pieces_piece {
	size_t start, end; /* in characters, end exclusive */
};

struct pieces {
	const uint32_t *points; /* the characters */
	size_t length;
	const struct pieces_piece *at;
	const uint32_t *kinds; /* the same number for the same piece, in both texts */
	size_t count;
};

/* Cuts both texts; returns how many different pieces there are. On a. */
uint32_t pieces_cut(
    struct arena *a, struct str before, struct str after, struct pieces *x, struct pieces *y);

/* True when characters [start, start + n) of one text are those of the other from there on. */
bool pieces_same(
    const struct pieces *x, size_t start, const struct pieces *y, size_t there, size_t n);

/* True when a word goes on from character at - 1 to character at. */
bool pieces_inside_word(const struct pieces *text, size_t at);

#endif
