/*
 * clash: the smallest sets of claims and assumptions that cannot all be true.
 * Take any member away and the rest fits. Upper ends take part here unless the
 * figure is only what was seen. A gap that the softness of one member explains
 * is no clash; it is kept as `within`.
 */
#ifndef GUVOH_ENGINE_CLAIM_CLASH_H
#define GUVOH_ENGINE_CLAIM_CLASH_H

#include "engine/claim/standing.h"

#define CLASH_MOST 100 /* per connected part of the world */

/* One end that takes part: sum of +low and -high is the gap. */
struct clash_term {
	int32_t claim; /* the row's own claim: the part, where a part decides */
	char sign;     /* '+' a lower end, '-' an upper end */
	int64_t number;
};

struct clash {
	const int32_t *claims; /* in order of id; the total's, unless a part alone decides */
	size_t claim_count;
	uint64_t assumes;
	int64_t gap; /* people: the least by which these must give way together */
	const struct clash_term
	    *terms; /* largest first, '+' before '-'; none when ends count more than once */
	size_t term_count;
};

struct clashes {
	const struct clash *real; /* in order of their claims */
	size_t real_count;
	const struct clash *within; /* same-within-wording, unnamed claims included */
	size_t within_count;
	bool capped;           /* there may be more */
	const int32_t *totals; /* per claim: the claim it is part of, or itself */
};

struct clashes clash_find(struct arena *a, const struct standing *k);

/*
 * Does a member of a real clash, its total or another part of it stand among these
 * claims? Then what rests on them is disputed.
 */
bool clash_touches(const struct clashes *all, const int32_t *claims, size_t count);

#endif
