/*
 * readers: several threads that read one archive's index, while its handle is with one thread at
 * a time, which brings it up to date or appends. A reader is taken, asked, and given back
 * before long: the index is only touched when all have been given back.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_READERS_H
#define GUVOH_DOMAIN_ARCHIVE_READERS_H

#include "domain/archive/archive.h"

struct archive_readers;

struct archive_reader {
	struct db *db;   /* reads only */
	struct arena *a; /* ends when the index has moved on */
	void *kept;      /* what its user made on a; NULL when it must be made */
};

/* many readers at once, 1 or more. The archive stays the caller's, and outlives them. */
struct archive_readers *archive_readers_new(struct archive *archive, size_t many);

/* Every reader has been given back. NULL is fine. */
void archive_readers_free(struct archive_readers *r);

/* Any thread; waits while all are taken. Errors as db_open. */
MUST_CHECK int archive_reader_take(
    struct archive_readers *r, struct archive_reader **out, struct err *e);
void archive_reader_give(struct archive_readers *r, struct archive_reader *reader);

/*
 * Reads what others appended, in the archive's own thread, as archive_refresh. When there
 * was something, every reader begins anew.
 */
MUST_CHECK int archive_readers_refresh(struct archive_readers *r, struct err *e);

/*
 * Calls write with the archive while nobody reads, from any thread, one at a time: it may append.
 * Then every reader begins anew, as after a refresh. Returns what write returned; or -1 with
 * ERR_CONFLICT os.locked when another process has been writing for a while: nobody who
 * reads waits for that.
 */
MUST_CHECK int archive_readers_write(struct archive_readers *r,
    int (*write)(struct archive *archive, void *arg, struct err *e), void *arg, struct err *e);

/* Entries of the log that the index has read. Any thread. */
int64_t archive_readers_entries(struct archive_readers *r);

/* A number that is another one as soon as the index has moved on. Any thread. */
int64_t archive_readers_head(struct archive_readers *r);

#endif
