/*
 * import_view: what became of an import, and the map it went by, as text and JSON.
 */
#ifndef GUVOH_FACE_CLI_IMPORT_VIEW_H
#define GUVOH_FACE_CLI_IMPORT_VIEW_H

#include "domain/intake/intake.h"
#include "face/cli/cli.h"

/* Everything about one import that there is to say. */
struct import_view {
	const struct csv *file;
	const struct intake_map *map;
	struct intake_form form; /* that it was guessed by */
	const struct record_table *table;
	const struct intake *made;
	const struct str *left_out; /* columns */
	size_t n_left_out;
	bool guessed, written;
};

/* The map and the columns that are left out, as text. */
void import_view_map(struct cli *c, const struct import_view *view);

/* What entities of FollowTheMoney say that has no place here, as text. */
void import_view_ftm(struct cli *c, const struct import_view *view);

/* The lines that were refused and why, as text; with all the others too, with what came of them. */
void import_view_lines(struct cli *c, const struct import_view *view, bool all);

/* All of it; every line with its verdict. */
void import_view_json(struct cli *c, const struct import_view *view);

/* The lines that were refused as they stood, each with what says why: as a table with one more
 * column, or as entities with one more member. */
struct str import_view_bad(struct cli *c, const struct import_view *view);

#endif
