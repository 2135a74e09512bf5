/*
 * desk_person: somebody asked about, and a person with all mentions and why they are together.
 */
#ifndef GUVOH_FACE_DESK_DESK_PERSON_H
#define GUVOH_FACE_DESK_DESK_PERSON_H

#include "face/desk/desk_review.h"

/* A mention that may be who is asked for. */
struct desk_hit {
	struct str chance; /* in percent */
	struct str person; /* id; empty: nobody yet */
	struct desk_mention mention;
	struct desk_why why;
};

struct desk_person {
	struct str who, born; /* asked for; who is empty: nobody */
	const struct desk_hit *hits;
	size_t n_hits;
	size_t more, unlikely; /* not shown: as likely as a hit must be, and less */
	struct str together;   /* of the unlikely, in percent */
	bool none;             /* nobody is like who is asked for */
	struct str id;         /* of the person that is shown; else empty */
	const struct desk_mention *mentions;
	size_t n_mentions;
	const struct desk_why *whys; /* why they are together */
	size_t n_whys;
	bool stale;         /* who is who is of before: lists or verdicts have changed since */
	struct str problem; /* in words; else empty */
};

#endif
