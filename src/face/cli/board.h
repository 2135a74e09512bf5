/*
 * board: a count board drawn in a terminal.
 * Same order and marks as the page: one log10 axis, a group a scope, widest last,
 * a row a figure with its words, then what logic says, then the clashes. Which
 * groups the short form shows: README.md.
 */
#ifndef GUVOH_FACE_CLI_BOARD_H
#define GUVOH_FACE_CLI_BOARD_H

#include "domain/count/board.h"
#include "face/say/message.h"

/* What the terminal can show, and how much of the board is wanted. */
struct board_view {
	enum lang lang;
	bool utf8, colour;
	bool all;  /* every scope, claim, floor and flag */
	int width; /* columns of the terminal, 0: 80; more than 80 are not used */
};

void board_put(struct arena *a, struct buf *out, const struct count_board *board,
    const struct board_view *view);

#endif
