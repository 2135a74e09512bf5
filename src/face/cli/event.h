/*
 * event: which case a figure or a table of figures belongs to when nobody says.
 */
#ifndef GUVOH_FACE_CLI_EVENT_H
#define GUVOH_FACE_CLI_EVENT_H

#include "face/cli/cli.h"

/*
 * The value of --event; else the archive's only event. Neither: ERR_INPUT
 * cli.event.which (their names) or cli.option.needs when there is none yet.
 */
MUST_CHECK int event_given(struct cli *c, struct str *out, struct err *e);

/*
 * The value of --event; else the name of the file without its ending, or of its
 * folder when the file is called claims.csv: june-2019/claims.csv is june-2019.
 */
struct str event_of_file(const struct cli *c, struct str path);

#endif
