/*
 * record_view: a record with what is said of it, as JSON and in a terminal.
 */
#ifndef GUVOH_FACE_CLI_RECORD_VIEW_H
#define GUVOH_FACE_CLI_RECORD_VIEW_H

#include "domain/record/record.h"
#include "face/cli/cli.h"

/* One statement with all that is known of it; labels in the language of the answer. On c->a. */
struct json *record_view_statement(
    struct cli *c, const struct vocab *vocab, const struct record_statement *statement);

/* id, key, kind, title, and properties with their values, each with who says it. On c->a. */
struct json *record_view_json(
    struct cli *c, const struct record_reader *reader, const struct record_sheet *sheet);

/* Properties as headings, each value under its own, who says it below. */
void record_view_text(
    struct cli *c, const struct record_reader *reader, const struct record_sheet *sheet);

#endif
