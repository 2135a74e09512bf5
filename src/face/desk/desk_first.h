/*
 * desk_first: the first page: what is published and what keeps it from being so, and what
 * the archive holds.
 */
#ifndef GUVOH_FACE_DESK_DESK_FIRST_H
#define GUVOH_FACE_DESK_DESK_FIRST_H

#include "domain/count/claim.h"

/* A text that readers see, in one language. */
struct desk_shown {
	struct str lang, title, at;
	int64_t revision;
};

struct desk_publication {
	struct str slug, event;
	const struct desk_shown *shown;
	size_t n_shown;
	const struct str *problems; /* sentences: why the gate refuses it */
	size_t n_problems;
};

/* A case. */
struct desk_case {
	struct str id;
	int64_t claims;
	struct str documented; /* how many people its lists name, or why not; empty: none */
	bool stale;            /* lists or verdicts have changed since they were linked */
	struct str estimate;   /* what became of those whom no list has; may be empty */
};

struct desk_first {
	const struct desk_publication *publications;
	size_t n_publications;
	const struct desk_case *events;
	size_t n_events;
	size_t reports, danger;       /* that wait; those that speak of danger */
	size_t sources, open_sources; /* open: the public may see them */
	int64_t entries;              /* of the log */
};

#endif
