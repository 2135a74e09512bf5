/*
 * remark: what arithmetic shows beside bounds and clashes (the flags of a board).
 * The kinds are the rows of remark.def. A remark has no words: its terms are
 * enough to print "3,682 - 769 = 2,913".
 */
#ifndef GUVOH_ENGINE_CLAIM_REMARK_H
#define GUVOH_ENGINE_CLAIM_REMARK_H

#include "engine/claim/clash.h"

enum remark_kind {
#define X(NAME, name, meaning) REMARK_##NAME,
#include "engine/claim/remark.def"
#undef X
	REMARK_KINDS
};

#define REMARK_NO_VALUE INT64_MIN

struct remark_term {
	char sign; /* '+' or '-'; '=' what they come to; '/' what that is held against; ' ' alone */
	int64_t number; /* people */
	int32_t claim;  /* may be a part; WORLD_NONE: several claims, or computed */
};

struct remark {
	enum remark_kind kind;
	const int32_t *claims; /* totals, in order of id; of a series in order of days */
	size_t claim_count;
	int64_t value; /* people, or REMARK_NO_VALUE */
	const struct remark_term *terms;
	size_t term_count;
};

/* In order of kind, then of claims. found: the clashes of the same k. */
struct remark *remark_all(
    struct arena *a, const struct standing *k, const struct clashes *found, size_t *count);

struct str remark_name(enum remark_kind kind);

#endif
