/*
 * site_act: what was done to somebody, as a page tells it: who was involved, stage by stage
 * with the rights at each, remedies. What nobody speaks of is said to be unknown.
 */
#ifndef GUVOH_FACE_SITE_SITE_ACT_H
#define GUVOH_FACE_SITE_SITE_ACT_H

#include "face/site/site_fact.h"

struct site_step {
	struct str what;
	struct str when, where; /* empty where they are those of the act */
	struct str who;         /* in whose hands */
	bool undated;           /* nobody says when */
	const struct str *notes;
	size_t n_notes;
	struct site_facts details, rights; /* rights that somebody speaks of */
};

struct site_steps {
	struct str heading;
	const struct site_step *at;
	size_t count;
};

struct site_act {
	struct str id, name;
	struct str line; /* "Detention, June 2019, Astana Square (Almaty)" */
	const struct str *descriptions;
	size_t n_descriptions;
	struct site_steps involved, stages, remedies;
	struct str silence; /* rights that nobody speaks of at any stage */
	struct site_facts facts;
	const struct str *voices; /* who says all this */
	size_t n_voices;
};

/* Lies on a and points into act. */
struct site_act site_act_of(
    struct arena *a, const struct vocab *vocab, const struct advocacy_act *act, enum lang lang);

#endif
