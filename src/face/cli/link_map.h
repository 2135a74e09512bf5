/*
 * link_map: what somebody says that columns of lists hold, as COLUMN=KIND.
 */
#ifndef GUVOH_FACE_CLI_LINK_MAP_H
#define GUVOH_FACE_CLI_LINK_MAP_H

#include "engine/link/link.h"
#include "face/cli/cli.h"

/* COLUMN=KIND; *out is of every list. ERR_INPUT cli.link.kind: no such kind. */
MUST_CHECK int link_map_word(struct cli *c, struct str text, struct link_said *out, struct err *e);

/*
 * --map, COLUMN=KIND or, of one of c->args alone, FILE:COLUMN=KIND; lists are those of c->args.
 * *count is how many. Errors as link_map_word.
 */
MUST_CHECK int link_map_read(struct cli *c, const struct link_list *lists,
    const struct link_said **out, size_t *count, struct err *e);

#endif
