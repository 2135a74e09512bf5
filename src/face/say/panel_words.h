/*
 * panel_words: a panel in sentences: a terminal and a page say the same of it.
 */
#ifndef GUVOH_FACE_SAY_PANEL_WORDS_H
#define GUVOH_FACE_SAY_PANEL_WORDS_H

#include "domain/panel/panel.h"
#include "face/say/board_words.h"

/* What a method says. */
struct panel_line {
	struct str name;   /* "Log-linear", with its form */
	struct str range;  /* "1,640-1,810", or that it was refused */
	bool given, bound; /* bound: at least low, whatever high is */
	bool open;         /* there is no high: at least low */
	int64_t low, high, point;
	const struct str *doubts;
	size_t n_doubts;
};

/* How many stand on exactly these lists. */
struct panel_overlap {
	struct str lists; /* "court, police" */
	uint32_t set;
	struct str number; /* "33", or why it is not told */
	int64_t people;    /* 0: not told */
};

struct panel_words {
	struct str who;  /* "Documented by name on 5 lists: 1,213 people (1,191 to 1,273)." */
	struct str none; /* why there is no estimate; empty when there is one */
	const struct panel_overlap *overlaps; /* most people first, those not told last */
	size_t n_overlaps;
	const struct panel_line *methods;
	size_t n_methods;
	struct str range; /* over the methods that hold, or that none is given */
	const struct str *doubts;
	size_t n_doubts;
	const struct panel_line *without; /* name: the list that was left out */
	size_t n_without;
	const struct str *needs; /* what other figures would need */
	size_t n_needs;
	struct str truth; /* empty: not known */
	struct str kept;  /* when it was estimated, and that the lists have changed since */
	const struct str *assumptions;
	size_t n_assumptions;
};

/* A doubt beside an estimate, a sentence on a. */
struct str panel_words_doubt(struct arena *a, enum lang lang, const struct estimate_doubt *d);

/* "Documented by name on 5 lists: 1,213 people (1,191 to 1,273)."; of w no board is read. */
struct str panel_words_who(const struct board_words *w, const struct person_count *n);

/* When it was estimated and whether that is of before, or why it was not; of w no board is read. */
struct str panel_words_state(const struct board_words *w, const struct panel *p);

/* On w->a; w->board is that of the panel. */
struct panel_words panel_words_of(const struct board_words *w, const struct panel *p);

#endif
