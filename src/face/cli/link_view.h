/*
 * link_view: why two rows are one person or two, in words.
 */
#ifndef GUVOH_FACE_CLI_LINK_VIEW_H
#define GUVOH_FACE_CLI_LINK_VIEW_H

#include "engine/link/link.h"
#include "face/cli/cli.h"
#include "face/say/why.h"

/* A weight as programs read it. */
struct str link_view_decimal(struct arena *a, double weight);

/* A sentence about the pair, and a line for each reason. */
void link_view_why(struct cli *c, struct str pair, const struct link_why *why);
void link_view_why_json(struct json *pair, struct arena *a, const struct link_why *why);

/* What is to be said of a column of dates: rows that are none, and numbers of days. */
void link_view_remarks(struct cli *c, const struct link_column *column);
void link_view_remarks_json(struct json *to, const struct link_column *column);

#endif
