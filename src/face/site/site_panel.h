/*
 * site_panel: how many in all, as the parts of a page: who stands on which lists, estimates side by
 * side with the documented people, what other figures would need. Nothing here is markup.
 */
#ifndef GUVOH_FACE_SITE_SITE_PANEL_H
#define GUVOH_FACE_SITE_SITE_PANEL_H

#include "face/say/panel_words.h"
#include "face/site/site.h"
#include "face/site/site_board.h"

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
	struct panel_words words;
	struct str meaning; /* address of the page that says what an estimate means */
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

/* Whose panel it is, and for whom. */
struct site_panel_ask {
	struct str event;
	const struct count_board *board; /* the viewer's */
	struct viewer viewer;
	enum lang lang;
	struct str meaning; /* address of the page that says what an estimate means */
};

/* The panel of an event as the viewer may see it. */
MUST_CHECK int site_panel_of(
    struct site *s, const struct site_panel_ask *ask, struct site_panel *out, struct err *e);

#endif
