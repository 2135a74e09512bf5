/*
 * stale_view: that the people who are shown are those of before.
 */
#ifndef GUVOH_FACE_CLI_STALE_VIEW_H
#define GUVOH_FACE_CLI_STALE_VIEW_H

#include "face/cli/cli.h"

/*
 * Says whether what the people of an event rest on has changed since they were linked, or those of
 * any event when it is empty: as "stale" of an answer, or, when that is NULL, as a note. Errors as
 * person_stale.
 */
MUST_CHECK int stale_view(struct cli *c, struct str event, struct json *answer, struct err *e);

#endif
