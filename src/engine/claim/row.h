/*
 * row: one bound that a standing claim, or a sum of its parts, sets.
 * The inside of struct standing, for the other files of this room. Claims here lie
 * in order of id; what leaves the room is given in the caller's indices.
 */
#ifndef GUVOH_ENGINE_CLAIM_ROW_H
#define GUVOH_ENGINE_CLAIM_ROW_H

#include "engine/claim/standing.h"
#include "engine/claim/sums.h"
#include "engine/claim/variant.h"

struct row {
	int32_t claim; /* names it: the total, for a sum of its parts */
	const struct scope *scope;
	struct region region;
	int32_t measure;   /* of a composition's sum: the whole's */
	bool decided;      /* its days are days of decision */
	int32_t as_of;     /* day up to which decisions were counted, or DATE_OPEN_START */
	int64_t low, high; /* high is open when nobody knows on which day it held */
	int64_t give;      /* the softness of its words, in people */
	bool persons;      /* low is of persons, not only of events */
	bool events_high;  /* high limits events, not only persons */
	bool upper;        /* high takes part in clashes */
	bool total;        /* said as a total */
	bool sum;          /* of parts; high is open unless they are complete */
	bool fails;        /* a sum that its own total does not meet: in clashes only */
	bool unnamed;      /* constrains nothing */
};

struct standing {
	struct world world;    /* claims in order of id */
	const int32_t *theirs; /* the caller's index of each claim */
	const int32_t *ours;   /* and back */
	struct sums_ground ground;
	struct standing_claim *claims;
	struct interval *in_bounds;
	struct sum *sums;
	size_t sum_count;
	struct variant *variants;
	size_t variant_count;
	struct row *rows; /* largest low first, then narrower region, then claim */
	size_t row_count, row_words;
	const uint64_t *const *inside; /* per row: the rows whose regions lie in its own */
};

/* Fills rows and inside; the rest of k is there. */
void row_all(struct arena *a, struct standing *k);

/* Does a lower end of r in its own measure hold for `measure` as well, for persons or events? */
bool row_reaches(const struct standing *k, const struct row *r, int32_t measure, uint64_t mask);

/*
 * Decisions accumulate: is the lower end of `later`, as of a later day and inside the scope of r,
 * already above the upper end of r? Then r was overtaken, and neither is wrong for it.
 */
bool row_outgrows(const struct standing *k, const struct row *later, const struct row *r);

/* A scope's count that never adds up from its days: persons, and states over several days. */
bool row_is_persons(const struct world *w, const struct scope *s);

/* Changes n indices of claims to the caller's. */
void row_give_back(const struct standing *k, int32_t *claims, size_t n);

#endif
