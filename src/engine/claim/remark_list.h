/*
 * remark_list: remarks being collected, in the room's own indices of claims.
 */
#ifndef GUVOH_ENGINE_CLAIM_REMARK_LIST_H
#define GUVOH_ENGINE_CLAIM_REMARK_LIST_H

#include "engine/claim/remark.h"
#include "engine/claim/row.h"

struct remark_draft {
	enum remark_kind kind;
	int64_t value;
	int32_t *claims;
	size_t claim_count, claim_capacity;
	struct remark_term *terms;
	size_t term_count, term_capacity;
};

struct remark_list {
	struct arena *a;
	const struct standing *k;
	struct remark_draft *drafts;
	size_t count, capacity;
};

/* A draft on the list's arena, on no list yet. */
struct remark_draft remark_draft_of(enum remark_kind kind, int64_t value);

/* Names the claim's total once; adds a term. */
void remark_claim(struct remark_list *l, struct remark_draft *d, int32_t claim);
void remark_term_add(struct remark_list *l, struct remark_draft *d, struct remark_term term);

/* Keeps d with its claims as they are, or in order of id. */
void remark_keep(struct remark_list *l, const struct remark_draft *d);
void remark_keep_sorted(struct remark_list *l, const struct remark_draft *d);

/* What each file looks for. */
void remark_sums(struct remark_list *l);
void remark_remainders(struct remark_list *l);
void remark_balances(struct remark_list *l);
void remark_series(struct remark_list *l);

#endif
