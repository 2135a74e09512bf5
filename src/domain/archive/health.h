/*
 * health: what beside the log and the blobs of an archive can go wrong, for who looks
 * after it. archive_verify checks the log and the blobs themselves.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_HEALTH_H
#define GUVOH_DOMAIN_ARCHIVE_HEALTH_H

#include "domain/archive/archive.h"

enum archive_snapshot_state {
	ARCHIVE_SNAPSHOT_NONE,
	ARCHIVE_SNAPSHOT_FITS,
	ARCHIVE_SNAPSHOT_OTHER,   /* made by a program with other tables: the log is read instead */
	ARCHIVE_SNAPSHOT_DAMAGED, /* the same, but it was right once */
};

struct archive_health {
	enum archive_snapshot_state snapshot;
	int64_t behind;     /* entries that the snapshot has not seen, when it fits */
	int64_t remembered; /* entries that the file "end" knows of */
	struct str last_at; /* when the last entry was made, empty when there is none */
	struct str *strays; /* names of files in the folder that look like copies of its keys */
	size_t stray_count;
};

/* Fills *out, on arena. -1 as archive_log. */
MUST_CHECK int archive_health(
    struct archive *a, struct arena *arena, struct archive_health *out, struct err *e);

#endif
