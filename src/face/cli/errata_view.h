/*
 * errata_view: a reader's report as lines of a terminal and as JSON.
 */
#ifndef GUVOH_FACE_CLI_ERRATA_VIEW_H
#define GUVOH_FACE_CLI_ERRATA_VIEW_H

#include "domain/errata/errata.h"
#include "face/cli/cli.h"

/* One line of the queue: code, kind, place, state, count, words and wording. */
void errata_view_line(struct cli *c, const struct errata_report *report);

/* What the reader wants changed: "[-gone-]" and "{+come+}" among what stays; the words when no
 * other wording is suggested. */
struct str errata_view_diff(struct cli *c, const struct errata_report *report);

struct json *errata_view_json(struct cli *c, const struct errata_report *report);

#endif
