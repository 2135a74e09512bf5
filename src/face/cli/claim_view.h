/*
 * claim_view: all that is known of a claim, as JSON.
 */
#ifndef GUVOH_FACE_CLI_CLAIM_VIEW_H
#define GUVOH_FACE_CLI_CLAIM_VIEW_H

#include "base/json.h"
#include "domain/count/claim.h"

/*
 * The columns that hold something, as given; then reads_as {low, high, exactness,
 * modal}, key, event, withdrawn, why, passage {start, end} where it is anchored. On a.
 */
struct json *claim_view_json(struct arena *a, const struct count_claim *claim);

/* {low, high, exactness} with null for an open end; modal when the words are modal. On a. */
struct json *claim_view_reading(struct arena *a, const struct phrase *phrase);

#endif
