/*
 * reach: which measure's figures are bounded by which, and under which assumptions.
 */
#ifndef GUVOH_ENGINE_CLAIM_REACH_H
#define GUVOH_ENGINE_CLAIM_REACH_H

#include "base/arena.h"
#include "engine/claim/world.h"

/* Persons cross every edge; counts of events only stay in their kind, without assumptions. */
enum reach_kind {
	REACH_EVENTS,
	REACH_PERSONS,
	REACH_KINDS,
};

struct reach;

struct reach *reach_new(struct arena *a, const struct world *w);

/* Do figures of low never exceed those of high when the assumptions of mask hold? */
bool reach_up(
    const struct reach *r, enum reach_kind kind, int32_t low, int32_t high, uint64_t mask);

/* Does one of the two bound the other, under whatever assumptions? */
bool reach_related(const struct reach *r, int32_t a, int32_t b);

/* Is there a way between the two along edges in either direction? */
bool reach_joined(const struct reach *r, int32_t a, int32_t b);

/* Is low the same group as high or inside it? */
bool reach_who(const struct world *w, int32_t low, int32_t high);

#endif
