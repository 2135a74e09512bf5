/*
 * candidate: the pairs of units that are compared, and what their rows say beside each other.
 * They are found and looked at some units at a time. Of the first few millions all are kept until
 * weights are known; from then on only what may come to something.
 */
#ifndef GUVOH_ENGINE_LINK_CANDIDATE_H
#define GUVOH_ENGINE_LINK_CANDIDATE_H

#include "engine/link/block.h"
#include "engine/link/nearby.h"
#include "engine/link/pattern.h"
#include "engine/link/weigh.h"

/* The pairs whose first unit is one of some that follow each other. */
struct candidate_piece {
	uint32_t unit, units;    /* the first of these units, and how many */
	size_t *first;           /* pair of each of them, and where the last ends */
	uint32_t *others;        /* the second unit of each pair */
	uint32_t *patterns;      /* by number */
	struct learned *learned; /* pairs whose pattern aliases changed */
	size_t n_learned;
	struct arena *a;
};

struct candidates {
	struct candidate_piece *pieces;
	size_t n_pieces;
	struct pattern_set *patterns;
	struct nearby *near; /* values near each other that candidates have, until all are made */
	size_t looked_at;    /* pairs */
	double share;        /* of all pairs, that are counted in patterns */
	size_t n_made;       /* pieces */
	bool settled;        /* for whoever drops the last of them */
	const struct levels *l;
	const struct fields *f;
	struct blocks *blocks; /* until all are made */
	struct arena *own;     /* of blocks and near */
};

/* Finds and looks at the first candidates, or all; lies on a, as the others will. */
struct candidates *candidate_first(struct arena *a, const struct levels *l, const struct fields *f);

/* Was there no room lent for all of them, so that some were not made? */
bool candidate_refused(const struct candidates *c);

/* Finds and looks at the others, and lets go of all that weigh less than least. Gives the values
 * near each other that any had; on a. */
struct nearby_keys candidate_rest(
    struct candidates *c, struct arena *a, const struct weights *w, double least);

/* Lets go of those that weigh less. */
void candidate_drop(const struct candidates *c, const struct weights *w, double least);

/* Takes over what aliases make of the patterns. */
void candidate_learn(struct candidates *c);

#endif
