/*
 * story: which groups and rows of a board are shown, and in which order.
 * The short form has the groups that carry the story, about 24 lines; the rule
 * stands in README.md. The long one has everything.
 */
#ifndef GUVOH_FACE_SAY_STORY_H
#define GUVOH_FACE_SAY_STORY_H

#include "domain/count/board.h"
#include "face/say/figure.h"

enum story_kind {
	STORY_CLAIM, /* one figure for this scope, as somebody said it */
	STORY_OWN,   /* an origin's own range, from several of its figures */
	STORY_FLOOR, /* what figures for other scopes of one side leave for this one */
	STORY_LOGIC, /* what follows for a belief */
};

struct story_row {
	enum story_kind kind;
	const int32_t *claims; /* one for STORY_CLAIM, else the basis; may be empty */
	size_t n_claims;
	int64_t low, high;               /* STORY_OWN; the others but STORY_CLAIM have low */
	const struct count_floor *floor; /* STORY_FLOOR, STORY_LOGIC */
};

struct story_group {
	const struct count_scope *scope;
	const struct story_row *rows;
	size_t n_rows;
};

struct story {
	const struct story_group *groups; /* in the board's order, widest last */
	size_t n_groups;
	const struct count_scope
	    *widest; /* for the headline: of everybody, with a figure if any has */
};

/* board has one scope or more; all: the long form. Lies on a, points into board. */
struct story story_of(struct arena *a, const struct count_board *board, bool all);

/* Is this very claim a member of a clash? */
bool story_clashes(const struct count_board *board, int32_t claim);

/* Does a row of figures, not of logic, show a member of a clash? */
bool story_row_clashes(const struct count_board *board, const struct story_row *row);

/* Does a row that is shown rest on a member of this clash? */
bool story_concerns(
    const struct count_board *board, const struct story *story, const struct clash *clash);

/* Figures of several origins say together what none of them said: that is logic, not a voice. */
bool story_one_voice(const struct count_board *board, const struct story_row *row);

struct figure_mark story_mark(const struct count_board *board, const struct story_row *row);

/* The ends of all marks, for an axis around them; open ends and nobody left out. */
struct story_ends {
	int64_t least, most; /* 1 and 10 when nothing has an end */
};

struct story_ends story_ends_of(const struct count_board *board, const struct story *story);

/* How many handed the figure on: its own carriers and those of the wordings that yield to it. */
int story_carriers(const struct count_board *board, int32_t claim);

/* The years of all dates of the board are one: then a headline says it once. */
bool story_one_year(const struct count_board *board);

#endif
