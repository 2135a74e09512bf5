/*
 * own: one origin's own range for a scope, the only place where a ceiling is shown.
 * Its upper end is the origin's own figure for that very scope, the sum of all
 * parts of a composition that make it up, or of its figures that divide the scope;
 * never of mere categories, nor one speaker's total minus another's floor.
 */
#ifndef GUVOH_ENGINE_CLAIM_OWN_H
#define GUVOH_ENGINE_CLAIM_OWN_H

#include "engine/claim/standing.h"

struct own {
	int32_t origin;
	struct interval range; /* both ends closed */
	const int32_t *claims; /* in order of id */
	size_t claim_count;
};

/*
 * Fills *out and returns true, or returns false, *out untouched, when the origin
 * has no closed total of its own for s. A figure in persons is no ceiling for
 * detentions or decisions: ask for it in persons.
 */
MUST_CHECK bool own_ask(struct arena *a, const struct standing *k, const struct scope *s,
    int32_t origin, struct own *out);

/* The ranges of all origins that have one, in order of origin id. */
struct own *own_all(
    struct arena *a, const struct standing *k, const struct scope *s, size_t *count);

#endif
