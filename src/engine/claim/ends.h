/*
 * ends: the lower and upper ends of claims as rows of an elastic program, and what
 * is left of them when they cannot all hold.
 */
#ifndef GUVOH_ENGINE_CLAIM_ENDS_H
#define GUVOH_ENGINE_CLAIM_ENDS_H

#include "engine/claim/clash.h"
#include "engine/claim/elastic.h"

struct ends {
	struct arena *a;
	struct elastic_row *rows;
	struct clash_term *terms; /* per row: its claim, sign and end */
	size_t *owners;           /* per row: the element it belongs to */
	size_t count, capacity;
};

/* Adds a row. vars is borrowed. */
void ends_add(struct ends *e, size_t owner, int32_t claim, struct elastic_row row);

/*
 * The ends that make up a proved gap, largest first and '+' before '-'; *count is
 * 0 when one of them counts other than once.
 */
struct clash_term *ends_terms(
    struct arena *a, const struct ends *e, const struct elastic_gap *gap, size_t *count);

/* By how much the ends of c can give, in people: nothing where they stay as said in an exact sum.
 */
int64_t ends_give(const struct world_claim *c, struct interval in_bounds);

#endif
