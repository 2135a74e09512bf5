/*
 * find_view: what was found, as text, JSON and CSV.
 */
#ifndef GUVOH_FACE_CLI_FIND_VIEW_H
#define GUVOH_FACE_CLI_FIND_VIEW_H

#include "domain/find/find.h"
#include "domain/vocab/vocab.h"
#include "face/cli/cli.h"

struct find_view {
	struct cli *c;
	struct vocab vocab;
};

/* What was found under an id. */
struct find_hit {
	struct str kind, key; /* in JSON; of its word for people */
	struct str id, text;
	bool withdrawn;
};

/* Looks up what has the id. Errors: those of whoever keeps it. */
MUST_CHECK int find_view_hit(
    struct find_view *f, struct str id, struct find_hit *out, struct err *e);

/* Appends a line, or a row of a table, or adds it to an array. */
void find_view_text(struct cli *c, const struct find_hit *hit);
void find_view_csv(struct cli *c, const struct find_hit *hit);
void find_view_json(struct json *rows, const struct find_hit *hit);

/* How many of what was found have each value: lines of the most frequent ones, or all of them. */
void find_view_facets(struct cli *c, const struct find_answer *answer);
void find_view_facets_json(struct cli *c, struct json *to, const struct find_answer *answer);

#endif
