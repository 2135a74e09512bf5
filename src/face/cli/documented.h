/*
 * documented: how many people the lists of an event document, beside what others said of it.
 */
#ifndef GUVOH_FACE_CLI_DOCUMENTED_H
#define GUVOH_FACE_CLI_DOCUMENTED_H

#include "face/cli/cli.h"

/*
 * Says it in a line under the board of an event, or as a member of answer when that is not NULL;
 * nothing when the event has no lists, or nobody linked them. everybody: as the public is told.
 */
MUST_CHECK int documented_put(
    struct cli *c, struct str event, bool everybody, struct json *answer, struct err *e);

#endif
