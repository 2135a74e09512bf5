/*
 * standing: which claims stand, once superseded, derived and variant ones have left,
 * and what each of those bounds. Made once per world; floors, own ranges, clashes
 * and remarks are asked of it.
 */
#ifndef GUVOH_ENGINE_CLAIM_STANDING_H
#define GUVOH_ENGINE_CLAIM_STANDING_H

#include "base/arena.h"
#include "engine/claim/world.h"

enum standing_status {
	STANDING_STANDS,
	STANDING_SUPERSEDED,
	STANDING_DERIVED,
	STANDING_VARIANT, /* a wording of `for_claim` further from the speaker */
	STANDING_MODAL,
	STANDING_UNNAMED, /* class unnamed, or origin not known */
	STANDING_APART,   /* its measure bounds nothing */
};

struct standing_claim {
	enum standing_status status;
	int32_t for_claim; /* what it yields to (superseding, nearer variant), or WORLD_NONE */
	struct interval in_bounds; /* softened; as said in a sum that adds up exactly */
};

struct standing;

/* w and its arrays must live as long as the result. At most WORLD_ASSUMPTIONS assumptions. */
struct standing *standing_new(struct arena *a, const struct world *w);

const struct standing_claim *standing_of(const struct standing *k, int32_t claim);

#endif
