/*
 * story: which groups and rows of a board are shown, and in which order.
 * The short form has the groups that carry the story, about 24 lines; the rule
 * stands in README.md. The long one has everything.
 */
#ifndef GUVOH_FACE_SAY_STORY_H
#define GUVOH_FACE_SAY_STORY_H

#include "domain/count/board.h"

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

#endif
