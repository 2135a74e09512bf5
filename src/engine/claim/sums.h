/*
 * sums: which parts of a claim of several numbers add up, and to what.
 * Numbers add only inside one claim: as a composition that the measures declare,
 * as scopes of one measure that do not overlap, or as categories that the speaker
 * gave of the same people.
 */
#ifndef GUVOH_ENGINE_CLAIM_SUMS_H
#define GUVOH_ENGINE_CLAIM_SUMS_H

#include "engine/claim/atoms.h"
#include "engine/claim/reach.h"

enum sums_kind {
	SUMS_COMPOSITION, /* 670 arrested + 115 fined + 172 warned = 957 punished */
	SUMS_PLACED,      /* 80 in one city + 100 in the other = 180 in both */
	SUMS_CATEGORIES,  /* 677 arrested + 305 fined + about 3,000 released, of almost 4,000 */
};

struct sum {
	enum sums_kind kind;
	int32_t total;   /* claim */
	int32_t measure; /* of the sum: the total's, or the whole of a composition */
	const int32_t *parts;
	size_t count;  /* at least 2 */
	bool complete; /* the parts leave nobody out */
	bool as_said;  /* adds up exactly, in numbers without "about" */
};

/* What is known of the claims of a world, which lie in order of id, before any of them leaves. */
struct sums_ground {
	const struct atoms *atoms; /* fine enough for all claims */
	const struct reach *reach;
	const struct region *regions; /* one per claim */
	const bool *aside;            /* per claim: a part that its total's sums leave out */
};

/* The sums of all totals, in order of the totals' ids; parts in order of id. */
struct sum *sums_find(struct arena *a, const struct sums_ground *g, size_t *count);

/* The sum of the parts' ends; high is open when one of them is. */
struct interval sums_range(const struct sum *s, const struct interval *in_bounds);

/* Does the sum reach into its total's own interval? Only asked where measure is the total's. */
bool sums_meets(const struct sum *s, const struct interval *in_bounds);

/* Do a and b speak of the same people, places, days and time, whatever the measure? */
bool sums_same_scope(const struct sums_ground *g, int32_t a, int32_t b);

#endif
