/*
 * floor: the least that a scope must hold if what one believes is true.
 * The value of a covering program under the lower ends of the believed claims
 * that lie inside the scope, rounded up; no upper end takes part. Every floor is
 * proved in exact integers; one that cannot be proved is given lower, never higher.
 */
#ifndef GUVOH_ENGINE_CLAIM_FLOOR_H
#define GUVOH_ENGINE_CLAIM_FLOOR_H

#include "engine/claim/standing.h"

enum floor_whom {
	FLOOR_ALL,
	FLOOR_STATE,
	FLOOR_OTHERS,  /* neither state nor unnamed */
	FLOOR_WITHOUT, /* all but one origin */
	FLOOR_ONLY,    /* one origin's totals alone */
};

struct floor_belief {
	enum floor_whom whom;
	int32_t origin; /* FLOOR_WITHOUT and FLOOR_ONLY */
};

struct floor {
	int64_t low;          /* people; 0 with an empty basis: nobody gave a number */
	const int32_t *basis; /* claims, in order of id; a total stands for a sum of its parts */
	size_t basis_count;
	uint64_t assumes;        /* assumptions it needs, of those asked for */
	const int32_t *inferred; /* claims of the basis whose days are inferred */
	size_t inferred_count;
};

/*
 * The floor of scope s for one belief, with the assumptions of the mask switched
 * on. Ask with 0 and with each single bit; print the second when it is higher.
 * The basis is what is left after deletion in order of claim id.
 */
struct floor floor_ask(struct arena *a, const struct standing *k, const struct scope *s,
    struct floor_belief belief, uint64_t assumptions);

#endif
