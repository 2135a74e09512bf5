/*
 * site_panel: how many in all, as the parts of a page: who stands on which lists, estimates side by
 * side with the documented people, what other figures would need. Nothing here is markup.
 */
#ifndef GUVOH_FACE_SITE_SITE_PANEL_H
#define GUVOH_FACE_SITE_SITE_PANEL_H

#include "face/say/panel_words.h"
#include "face/site/site_board.h"
#include "face/site/site_case.h"

struct site_dot {
	int64_t x; /* pixels */
	bool on;
};

/* People on exactly these lists: a row of an UpSet plot. */
struct site_overlap {
	struct str lists, number;
	const struct site_dot *dots; /* one for each list, in order of name */
	size_t n_dots;
	struct str bar; /* "45.23%"; of those that are told */
};

struct site_range {
	struct site_row row; /* who, number, mark, drawing */
	const struct str *doubts;
	size_t n_doubts;
};

struct site_panel {
	bool shown; /* false: of figures that are of no event */
	struct panel_words words;
	struct str meaning; /* path of the page that says what an estimate means */
	int64_t dots_width; /* pixels */
	const struct site_overlap *overlaps;
	size_t n_overlaps;
	size_t n_told;                   /* the first of them; the others are in the table alone */
	const struct site_range *ranges; /* documented, each method, the truth where it is known */
	size_t n_ranges;
	const struct site_range *without;
	size_t n_without;
	const struct site_tick *ticks; /* of ranges and without */
	size_t n_ticks;
};

/* The panel of the event that the figures of the board are of, as the public may see it. */
MUST_CHECK int site_panel_of(struct site *s, const struct count_board *board, struct site_at at,
    struct site_panel *out, struct err *e);

#endif
