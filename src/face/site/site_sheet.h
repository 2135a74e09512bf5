/*
 * site_sheet: a count board as one drawing of fixed width, for who takes it along: the same
 * rows and marks as on the page, with labels broken into lines. templates/board.svg writes it.
 */
#ifndef GUVOH_FACE_SITE_SITE_SHEET_H
#define GUVOH_FACE_SITE_SITE_SHEET_H

#include "face/site/site_board.h"

#define SITE_SHEET_WIDE 1080 /* pixels */

/* A line of text; class is one of the drawing's own style sheet. */
struct site_line {
	int y;
	struct str class, text;
};

struct site_strip {
	int y;
	const struct site_row *row;
};

/* The bar at the edge of a row that clashes. */
struct site_edge {
	int y, height;
};

struct site_sheet {
	const struct site_board *board;
	int height, axis; /* axis: where the ticks stand */
	const struct site_line *lines;
	size_t n_lines;
	const struct site_strip *strips;
	size_t n_strips;
	const int *rules; /* hairlines */
	size_t n_rules;
	const struct site_edge *edges;
	size_t n_edges;
};

/* Lies on a and points into board. */
struct site_sheet site_sheet_of(struct arena *a, const struct site_board *board);

#endif
