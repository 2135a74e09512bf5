/*
 * pair_view: two mentions side by side, and what speaks for one person and against it.
 */
#ifndef GUVOH_FACE_CLI_PAIR_VIEW_H
#define GUVOH_FACE_CLI_PAIR_VIEW_H

#include "domain/person/person.h"
#include "face/cli/cli.h"

/* "lawyers:2,court:4", on c->a. */
struct str pair_view_name(struct cli *c, const struct person_pair *pair);

/* The name of a mention, and what its row says. */
void pair_view_mention(struct cli *c, const struct person_seen *seen);

/* Cells of a mention with the names of their columns, as an array of that name. */
void pair_view_cells_json(struct json *o, struct str name, const struct person_seen *seen);

/* What speaks for one person and against it, and what somebody said. */
void pair_view_why(struct cli *c, const struct person_pair *pair);

/* Both, what was said of them, and each reason. */
void pair_view_put(struct cli *c, const struct person_pair *pair);
void pair_view_json(struct cli *c, struct json *row, const struct person_pair *pair);

#endif
