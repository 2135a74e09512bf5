/*
 * variant: two wordings of one figure by one origin, which leaves, and whether
 * both can be right.
 */
#ifndef GUVOH_ENGINE_CLAIM_VARIANT_H
#define GUVOH_ENGINE_CLAIM_VARIANT_H

#include "engine/claim/clash.h"
#include "engine/claim/sums.h"

struct variant {
	int32_t head;                   /* the nearer to the speaker */
	int32_t other;                  /* leaves */
	bool drift;                     /* the same number under another measure */
	int64_t gap;                    /* by how much they disagree; 0: both can be right */
	bool within;                    /* the softness of one of them explains the gap */
	const struct clash_term *terms; /* of the gap; none when ends count more than once */
	size_t term_count;
};

/* What standing knows when variants are looked for. */
struct variant_ground {
	const struct sums_ground *ground;
	const struct sum *sums;
	size_t sum_count;
	const struct interval *in_bounds; /* per claim */
	const bool *skipped;              /* per claim: derived, modal, unnamed or a part */
	const bool *superseded;           /* per claim */
};

/*
 * All pairs, each claim leaving once: for one that stands where there is such a
 * one, else for a superseded one that is nearer to the speaker.
 */
struct variant *variant_find(struct arena *a, const struct variant_ground *g, size_t *count);

#endif
