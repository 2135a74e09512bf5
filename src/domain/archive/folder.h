/*
 * folder: the names of an archive's files, its id, and the lock that writers take.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_FOLDER_H
#define GUVOH_DOMAIN_ARCHIVE_FOLDER_H

#include "base/arena.h"
#include "base/err.h"
#include "domain/archive/frame.h"
#include "kit/os/file.h"

#define FOLDER_FORMAT 1

struct folder {
	struct str dir;
	struct str log, blobs; /* folders in it */
	/* files in it; mark says what the folder is, end how many entries it has had */
	struct str mark, slots, keys, snapshot, lock, end;
	uint8_t id[FRAME_ARCHIVE_BYTES];
	struct str name; /* id in base32 */
};

/* Fills all but id and name; the paths lie on a. */
void archive_folder_paths(struct arena *a, struct str dir, struct folder *out);

/*
 * Reads the mark: ERR_NOTFOUND archive.none when there is none, ERR_INPUT
 * archive.format for a newer one, ERR_IO archive.mark for one that cannot be read.
 */
MUST_CHECK int archive_folder_read(
    struct arena *a, struct str dir, struct folder *out, struct err *e);

/* Writes the mark of f->id: from here on it is an archive. */
MUST_CHECK int archive_folder_mark(const struct folder *f, struct err *e);

/* How long to wait for the lock: the one who holds it may be stopped, or somebody's video be large.
 */
#define FOLDER_PATIENCE_MS 60000
#define FOLDER_LOOK_MS 5000 /* where a look without it is worth something too */

/* Takes the lock for appends; file_close gives it back. ERR_CONFLICT os.locked after milliseconds.
 */
MUST_CHECK int archive_folder_lock(
    const struct folder *f, int milliseconds, struct file **lock, struct err *e);

/* Removes what a crash left half written. The caller holds the lock. */
void archive_folder_tidy(const struct folder *f);

/* The path of a segment, and its name for people ("log/000001.seg"). */
struct str archive_segment_path(struct arena *a, const struct folder *f, uint32_t number);
struct str archive_segment_name(struct arena *a, uint32_t number);

/* A disk that was full becomes ERR_IO archive.full; anything else stays as it is. Returns -1. */
int archive_folder_failed(struct err *e);

#endif
