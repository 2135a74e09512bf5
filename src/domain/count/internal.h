/*
 * internal: what the files of domain/count share and no other room sees.
 */
#ifndef GUVOH_DOMAIN_COUNT_INTERNAL_H
#define GUVOH_DOMAIN_COUNT_INTERNAL_H

#include "domain/count/board.h"
#include "domain/count/claim.h"
#include "domain/source/source.h"

#define COUNT_NONE SIZE_MAX

/* The claims by id and by key; made once where many are asked for. */
struct count_ids {
	struct count_claims claims;
	const size_t *slots; /* open addressing: 0 free, else 1 + place in claims */
	size_t mask;
};

/* On a. */
struct count_ids count_ids_of(struct arena *a, struct count_claims claims);

/* Index of the first claim with that id or key, or COUNT_NONE. */
size_t count_claim_at(const struct count_ids *ids, struct str id);

/*
 * Reads "almaty+nur-sultan". ERR_INPUT claim.place (the id), claim.place_nested
 * (both ids), claim.needs ("place").
 */
MUST_CHECK int count_places_read(struct arena *a, const struct vocab *vocab, struct str text,
    const size_t **places, size_t *n_places, struct err *e);

/*
 * Fills in and resolves all columns but the words, whose reading is known
 * (an entry keeps it). Errors as count_claim_check; *claim is spoilt on failure.
 */
MUST_CHECK int count_claim_resolve(
    struct arena *a, const struct vocab *vocab, struct count_claim *claim, struct err *e);

/*
 * The op that keeps a claim, on a: in the clear part of an entry, or sealed under
 * the key of its source (empty: none). passage may be NULL.
 */
struct archive_part count_entry_part(struct arena *a, const struct count_claim *claim,
    struct str source, const struct source_passage *passage);

/* ERR_INPUT claim.event when it is empty or cannot be an id. */
MUST_CHECK int count_event_check(struct str event, struct err *e);

/* Column of that name, or COUNT_NONE. */
size_t count_column_of(struct str name);

/* Its name. */
struct str count_column_name(size_t column);

/* The claims and the vocabulary as the engine takes them, index by index, on a. */
struct world count_world(struct arena *a, const struct vocab *vocab, struct count_claims claims);

/* The scope a claim was said for. */
struct scope count_scope_of(struct arena *a, const struct count_claim *claim);

/* "taking", "assembly" or "decision". */
enum world_days count_days_of(struct str day_of);

#endif
