/*
 * link_room: when a linkage of files goes on on the disk, and where there.
 */
#ifndef GUVOH_FACE_CLI_LINK_ROOM_H
#define GUVOH_FACE_CLI_LINK_ROOM_H

#include "face/cli/cli.h"

/* What --memory says, else a third of the memory that is free; stays as long as c->a. ERR_INPUT
 * cli.link.budget: --memory is no number from 1. */
MUST_CHECK int link_room(struct cli *c, const struct arena_lender **out, struct err *e);

#endif
