/*
 * site_board: a count board as the parts of a page: each text in the reader's language, each
 * mark placed, each figure with the address of its own page. templates/board.html and
 * board.svg write it; nothing here is markup.
 */
#ifndef GUVOH_FACE_SITE_SITE_BOARD_H
#define GUVOH_FACE_SITE_SITE_BOARD_H

#include "domain/count/board.h"
#include "kit/draw/mark.h"
#include "kit/draw/ticks.h"
#include "kit/lang/lang.h"
#include "kit/tpl/html.h"

/* A run of words; claim is the id of the figure whose page it leads to, or empty. */
struct site_words {
	struct str text, claim;
};

/* A sentence in which the ids of figures lead to them. */
struct site_prose {
	const struct site_words *runs;
	size_t n_runs;
};

struct site_tick {
	struct str x, anchor; /* "45.23%", "middle" */
	int64_t at;
	bool wide; /* only where there is room */
};

/* A part of a sum: an open dot with its number below. */
struct site_part {
	struct mark_part place;
	int64_t number;
	struct str what; /* "Fined" */
};

/* A figure that a row or a sum rests on: whose it is and what was said. */
struct site_voice {
	struct str claim, who, words, words_lang;
};

struct site_row {
	struct str class;               /* state, defenders, media, unnamed, other, logic */
	struct str who, when, note;     /* may be empty but who */
	const struct site_voice *basis; /* the figure it shows, or those that it rests on */
	size_t n_basis;
	struct str number;    /* "450–550", as it stands beside its mark */
	struct str kind;      /* the mark in a word: "about", "at least" */
	struct str low, high; /* plain digits; an end that nothing bounds is empty */
	struct mark mark;
	struct html drawing; /* of the mark with its texts */
	const struct site_part *parts;
	size_t n_parts;
	bool faded, clashes;
};

struct site_group {
	struct str heading;
	const struct site_row *rows;
	size_t n_rows;
	struct str nothing; /* why there is no row, or no bound; may be empty */
};

/* A line of a sum that does not come out. */
struct site_term {
	struct str sign; /* of a line but the first: "−" */
	int64_t number;
	struct str claim, who;
};

/* Figures that cannot all be true: how far apart, the sum that shows it, ways out. */
struct site_clash {
	struct site_prose gap;
	const struct site_term *terms; /* none where gap says all */
	size_t n_terms;
	int64_t left;             /* what they come to */
	struct site_prose beyond; /* a step on the way, may be empty */
	const struct site_prose *ways;
	size_t n_ways;
};

struct site_board {
	enum lang lang;
	struct str place, days; /* of the widest scope, with the year */
	struct html hatches; /* patterns that drawings refer to: once on a page, where it is seen */
	const struct site_tick *ticks;
	size_t n_ticks;
	const struct site_group *groups; /* widest last */
	size_t n_groups;
	const struct site_clash *clashes;
	size_t n_clashes;
	const struct site_prose *flags;
	size_t n_flags;
	size_t n_more;   /* scopes that the board leaves out */
	bool capped;     /* there may be more clashes */
	struct str base; /* address of the page: "/en/june-2019/" */
};

/*
 * The board of a case with its story (face/say/story.h), or with all of it. board has a scope
 * or more and lives as long as the result, which lies on a. base is kept.
 */
struct site_board site_board_of(
    struct arena *a, const struct count_board *board, enum lang lang, struct str base, bool all);

/* The same rows as a table: scope, who, when, words, lang, low, high, figures. On a. */
struct str site_board_csv(struct arena *a, const struct count_board *board, enum lang lang);

/* The ticks of an axis, for a strip of any width. On a. */
const struct site_tick *site_ticks_of(struct arena *a, const struct axis *axis, size_t *count);

#endif
