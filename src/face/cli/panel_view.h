/*
 * panel_view: a panel in a terminal, and as JSON.
 */
#ifndef GUVOH_FACE_CLI_PANEL_VIEW_H
#define GUVOH_FACE_CLI_PANEL_VIEW_H

#include "domain/panel/panel.h"
#include "face/cli/cli.h"

/* Puts the panel of an event below its board, or into answer when that is not NULL. */
MUST_CHECK int panel_view(struct cli *c, const struct count_reader *reader, struct str event,
    const struct count_board *board, struct json *answer, struct err *e);

#endif
