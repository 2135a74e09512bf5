/*
 * link_samples: partitions of linked rows drawn by chance, as tables of who is on which list.
 * What is not sure in the linkage is carried into an estimate by estimating from each table (guvoh
 * estimate).
 */
#ifndef GUVOH_FACE_CLI_LINK_SAMPLES_H
#define GUVOH_FACE_CLI_LINK_SAMPLES_H

#include "engine/link/link.h"
#include "face/cli/cli.h"

#define LINK_SAMPLES 100
#define LINK_SAMPLES_LISTS 20 /* most lists of a table */

/* How many people the middle 95 of 100 partitions have, from least to most. */
struct link_samples_range {
	size_t least, most;
};

/* FOLDER/sample-001.csv for 1, on a. */
struct str link_samples_path(struct arena *a, struct str folder, size_t number);

/*
 * Writes FOLDER/sample-001.csv and so on, made when missing: a column for each list of c->args, 1
 * where a person stands in it, and count. Errors as kit/os/file.h; ERR_LIMIT cli.link.lists: too
 * many lists.
 */
MUST_CHECK int link_samples_write(struct cli *c, struct str folder, const struct link_list *lists,
    const struct link_result *result, struct link_samples_range *out, struct err *e);

#endif
