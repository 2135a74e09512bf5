/*
 * estimate_view: an answer of engine/estimate as text and as JSON.
 */
#ifndef GUVOH_FACE_CLI_ESTIMATE_VIEW_H
#define GUVOH_FACE_CLI_ESTIMATE_VIEW_H

#include "engine/estimate/answer.h"
#include "face/cli/cli.h"

/* One stratum, or everything. */
struct estimate_view {
	const struct answer_ask *ask;
	const struct answer *answer;
	struct str name; /* of the stratum; empty: everything */
};

/*
 * {n, lists, estimates, headline, warnings}. A number of people is an integer where it
 * is whole and a decimal text elsewhere; nothing that is not finite is given.
 */
struct json *estimate_view_json(struct cli *c, const struct estimate_view *view);

/* Appends the same for people to c->out. */
void estimate_view_put(struct cli *c, const struct estimate_view *view);

#endif
