/*
 * link_search: whom each row of one more list asks for, among the rows of the lists of guvoh link.
 */
#ifndef GUVOH_FACE_CLI_LINK_SEARCH_H
#define GUVOH_FACE_CLI_LINK_SEARCH_H

#include "engine/link/link.h"
#include "face/cli/cli.h"
#include "face/cli/link_lists.h"

/* ERR_INPUT cli.link.search_nothing: the list that asks has no column to compare. */
MUST_CHECK int link_search_check(struct cli *c, const struct link_result *result, struct err *e);

/* Says at most n rows of lists, which c->args name, for each row of the list after them. */
void link_search_say(
    struct cli *c, const struct link_lists *lists, const struct link_result *result, size_t n);

#endif
