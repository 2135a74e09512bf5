/*
 * site_figure: the page of one figure: somebody's words, or a bound with the words it
 * rests on, and how to cite it.
 */
#ifndef GUVOH_FACE_SITE_SITE_FIGURE_H
#define GUVOH_FACE_SITE_SITE_FIGURE_H

#include "face/site/site_cite.h"
#include "face/site/site_said.h"

struct site_figure {
	const struct site_page *page;
	struct str back, title; /* the publication's address and title */
	struct site_behind behind;
	struct site_cite cite;
};

/* A figure that a revision printed and that stands no more: what may still be said of it. */
struct site_gone {
	struct str back, title, id, number;
	struct str edition, day; /* address and day of the revision */
	int64_t revision;
};

#endif
