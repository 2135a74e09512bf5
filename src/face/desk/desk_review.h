/*
 * desk_review: two mentions side by side, and an answer by a key: one person, different people, or
 * one cannot tell.
 */
#ifndef GUVOH_FACE_DESK_DESK_REVIEW_H
#define GUVOH_FACE_DESK_DESK_REVIEW_H

#include "domain/person/person.h"
#include "face/desk/desk_page.h"
#include "face/say/why.h"

struct desk_cell {
	struct str column, text;
};

/* A mention: what its list calls each cell that says something. */
struct desk_mention {
	struct str name;
	const struct desk_cell *cells;
	size_t n;
};

/* What speaks for one person and against it. */
struct desk_why {
	struct str all; /* what the reasons come to */
	const struct why_line *lines;
	size_t n_lines;
};

/* Of a pair of that name, on the page's arena. */
struct desk_why desk_why_from(
    const struct desk_ask *ask, struct str name, const struct link_why *why);

/* On a. */
struct desk_mention desk_mention_from(struct arena *a, const struct person_seen *seen);

struct desk_event {
	struct str id, href;
};

struct desk_review {
	const struct desk_event *events; /* that have lists */
	size_t n_events;
	struct str event; /* whose pairs are asked; empty: of all lists */
	bool any;         /* there is a pair */
	struct str pair;  /* "lawyers:12,court:7" */
	struct desk_mention first, second;
	struct desk_why why;
	bool joined;
	struct str last;    /* the pair that was answered last and not taken back; may be empty */
	struct str problem; /* in words; else empty */
};

#endif
