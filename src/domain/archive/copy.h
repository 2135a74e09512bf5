/*
 * copy: the files of one archive's folder into another, in an order in which the
 * other is whole at every moment: keys, then blobs, then segments, each put in
 * its place by a rename; a folder that is new gets its mark last.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_COPY_H
#define GUVOH_DOMAIN_ARCHIVE_COPY_H

#include "domain/archive/backup.h"
#include "domain/archive/keys.h"
#include "domain/archive/log.h"

#define COPY_ID_BYTES ARCHIVE_ID_BYTES

struct copying {
	struct arena *arena;
	const struct folder *from;
	struct folder to; /* archive_copy_run fills it from dir */
	const struct secret *key;
	const struct archive_index *index;
	struct log_place end;       /* of the log: what is written behind it later is left out */
	char id[COPY_ID_BYTES + 1]; /* of the copy */
	struct archive_copied *done;
};

/*
 * Copies and opens the result; keep: the folder stays a copy, else it becomes an archive
 * like any other. The folder from is only read. Errors as archive_backup.
 */
MUST_CHECK int archive_copy_run(struct copying *c, struct str dir, bool keep, struct err *e);

#endif
