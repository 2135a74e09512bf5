/*
 * site_map: where the figures of a board lie: towns of one country, each with a disc whose area
 * is the largest number that somebody gave for it alone and a ring for its upper end. Figures
 * for several places together are on the board only.
 */
#ifndef GUVOH_FACE_SITE_SITE_MAP_H
#define GUVOH_FACE_SITE_SITE_MAP_H

#include "face/site/site_board.h"

#define SITE_MAP_LINES 3 /* beside a place: its name, today's, its number */

/* A figure said of a place or of a part of it. */
struct site_map_figure {
	struct site_voice voice;
	struct str scope, number; /* "Detained, Astana Square (Almaty), 9 June", "≥ 101" */
};

/* A line beside a place: pixels from its point. */
struct site_map_line {
	struct str class, text;
	int dx, dy;
};

struct site_map_place {
	struct str x, y;    /* "45.23%" of the map */
	int dot, low, high; /* radii in pixels; low and high are 0 where nothing bounds them */
	struct str anchor;  /* of its lines */
	struct str name;    /* of those days */
	struct site_map_line lines[SITE_MAP_LINES];
	size_t n_lines;
	const struct site_map_figure *figures;
	size_t n_figures;
};

struct site_map {
	struct str country;               /* its name */
	struct str sea, outline, borders; /* data of paths, tenths of a pixel */
	int width, height;                /* the same */
	const struct site_map_place *places;
	size_t n_places;
	struct str base; /* address of the page */
};

/*
 * The map of a board; names of today are the last ones that the vocabulary has. Returns false, *out
 * untouched, when there is no outline of the country, or no place of it has a figure of its own and
 * a point.
 */
bool site_map_of(struct arena *a, const struct count_board *board, enum lang lang, struct str base,
    struct site_map *out);

#endif
