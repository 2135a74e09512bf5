/*
 * link_truth: a column of the lists that says who is who, kept from the linkage and held against
 * it.
 */
#ifndef GUVOH_FACE_CLI_LINK_TRUTH_H
#define GUVOH_FACE_CLI_LINK_TRUTH_H

#include "engine/link/link.h"
#include "face/cli/cli.h"

/*
 * Takes the column of --truth out of each of n lists that has it, whose cells then lie on a, and
 * fills *person, on c->a, with a number from 1 for each row of all lists; 0 where nothing stands.
 * ERR_INPUT link.column: no list has it.
 */
MUST_CHECK int link_truth_take(struct cli *c, struct arena *a, struct link_list *lists, size_t n,
    const uint32_t **person, struct err *e);

/* What the linkage is worth beside it, in words and as a part of an answer. */
void link_truth_say(struct cli *c, const struct link_result *result, const uint32_t *person);
void link_truth_json(
    struct json *answer, struct arena *a, const struct link_result *result, const uint32_t *person);

#endif
