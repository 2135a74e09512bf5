/*
 * table: the columns of all lists, one after the other, with every text once.
 * A column of one list and a column of another are one where their names are the same (folded),
 * unless somebody said, or their shapes show, that they hold different things.
 */
#ifndef GUVOH_ENGINE_LINK_TABLE_H
#define GUVOH_ENGINE_LINK_TABLE_H

#include "engine/link/intern.h"
#include "engine/link/link.h"

struct table_column {
	struct arena *a; /* of what is read of it */
	struct str name; /* in the first list that has it */
	uint32_t named;  /* the same of columns with one name */
	bool unlike;     /* it holds something else than others of its name */
	enum link_kind kind;
	bool kind_is_said;    /* by somebody */
	size_t meets;         /* columns that have the same here are one field (meet.h) */
	struct intern *texts; /* trimmed; what says that nothing is known is left out */
	uint32_t *of_row;     /* 0: empty */
	uint32_t *uses;       /* rows of each text */
	size_t filled;        /* rows that are not empty, */
	size_t longest;       /* of one list at most */
};

struct wording;

struct table {
	struct arena *a;
	struct wording *wording; /* what its texts become (wording.h); NULL: nothing was read */
	struct table_column *columns;
	size_t n_columns, rows;
	bool single;    /* no list has two rows, so that what all say may be one person's */
	uint8_t *parts; /* of each column, then of each other: is it part of that (guess.h)? */
	const uint32_t *list_of_row;
	const struct link_list *lists;
	size_t n_lists;
	struct link_column *said; /* of each list's columns, where it went */
	size_t *went;             /* the column of each of said */
	size_t n_said;
};

/* Did somebody say it of the column of that name of that list? */
bool table_is_said(const struct link_said *said, size_t list, struct str name);

/* Lies on a; borrows the names of columns. */
struct table *table_new(struct arena *a, const struct link_question *q);

#endif
