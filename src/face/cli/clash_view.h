/*
 * clash_view: what was said of mentions that cannot all be, as notes.
 */
#ifndef GUVOH_FACE_CLI_CLASH_VIEW_H
#define GUVOH_FACE_CLI_CLASH_VIEW_H

#include "face/cli/cli.h"

/* Those of the lists of an event, or of all lists when event is empty. Errors as person_clashes. */
MUST_CHECK int clash_view_note(struct cli *c, struct str event, struct err *e);

#endif
