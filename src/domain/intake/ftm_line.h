/*
 * ftm_line: one line of FollowTheMoney as an entity: an id, a schema and properties, each with
 * texts (followthemoney.tech, docs/docs/index.md: entities, streams). base/json reads our own
 * dialect; here keys have capitals, and what else stands beside the three is passed over.
 */
#ifndef GUVOH_DOMAIN_INTAKE_FTM_LINE_H
#define GUVOH_DOMAIN_INTAKE_FTM_LINE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define FTM_LINE_DEPTH 32 /* arrays and objects inside each other */

struct ftm_value {
	struct str property, text;
};

struct ftm_line {
	struct str id, schema;
	const struct ftm_value *values; /* in the order of the line */
	size_t count;
};

/*
 * Reads a line; texts lie on a or in text, which must be UTF-8. ERR_INPUT intake.ftm_line when it
 * is no JSON, or lacks one of the three.
 */
MUST_CHECK int intake_ftm_line(
    struct arena *a, struct str text, struct ftm_line *out, struct err *e);

#endif
