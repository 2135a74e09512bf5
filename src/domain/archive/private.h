/*
 * private: what the files of this room share about an open archive.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_PRIVATE_H
#define GUVOH_DOMAIN_ARCHIVE_PRIVATE_H

#include "domain/archive/archive.h"
#include "domain/archive/folder.h"
#include "domain/archive/health.h"
#include "domain/archive/keys.h"
#include "domain/archive/log.h"
#include "kit/db/db.h"

/* How much of a log was read. */
struct log_size {
	uint64_t entries, bytes;
};

struct archive {
	struct arena *arena;
	struct folder folder;
	struct secret *key;
	struct keys *keys;
	struct log log; /* its place is how far the index has read */
	const struct archive_index *index;
	struct db *db;
	struct str db_name;          /* its file in memory */
	struct log_size snapshot_at; /* in the snapshot that the index began with or left */
	uint64_t destroyed_at; /* entries up to the last destruction that was read, 0: none was */
	bool read_only;
	struct err why;    /* of read_only */
	bool keys_behind;  /* the keys file still has a key that the log says is destroyed */
	bool stale;        /* the index no longer follows the log: make it anew */
	struct file *lock; /* of appends, kept open; NULL until it is first taken */
	size_t holds;      /* begun by archive_hold and not ended by archive_release */
	bool tidied;       /* what a crash left was removed */
	size_t readers;    /* that may look at the index while it grows (readers.h) */
};

/* --- open.c --------------------------------------------------------------------------------- */

/*
 * Opens the folder as an archive from its log alone, destroys what the log says is
 * destroyed, files included, and closes it; *entries are what the log holds. The caller has its
 * lock; no mark is asked for and no snapshot written. Errors as archive_open.
 */
MUST_CHECK int archive_try(const struct folder *f, const struct secret *key,
    const struct archive_index *index, uint64_t *entries, struct err *e);

/* --- index.c: from the log to the tables ---------------------------------------------------- */

/* Makes the index anew from the whole log and takes it in place of the one there is. */
MUST_CHECK int archive_index_make(struct archive *a, bool locked, struct err *e);

/* Reads what is new in the log; locked as in archive_log_read. */
MUST_CHECK int archive_index_catch_up(struct archive *a, bool locked, struct err *e);

/* Projects one entry inside the caller's transaction. A projector's refusal is returned. */
MUST_CHECK int archive_index_project(
    struct archive *a, struct db *db, const struct archive_entry *entry, struct err *e);

/* What is made from many rows at once (archive_index.finish), before the transaction ends. */
MUST_CHECK int archive_index_finish(struct archive *a, struct db *db, struct err *e);

const struct projector *archive_index_find(
    const struct archive_index *index, struct str op, int64_t version);

/* Closes the tables and gives their memory back. */
void archive_index_drop(struct archive *a);

/* Reads the keys file again when another process replaced it. */
MUST_CHECK int archive_keys_refresh(struct archive *a, struct err *e);

/* Destroys again, in the keys file and in the snapshot, what the log says is destroyed. */
MUST_CHECK int archive_keys_settle(struct archive *a, bool locked, struct err *e);

/*
 * Removes the files of destroyed keys, durably. Needs no lock: two who remove one file agree.
 * Nobody can read what could not be removed; the next open tries again.
 */
int archive_files_settle(struct archive *a, struct err *e);

/* --- snapshot.c ----------------------------------------------------------------------------- */

/* True when the snapshot gave the index and the place in the log; false: make it from the log. */
bool archive_snapshot_load(struct archive *a);

/* True when enough was read since the last one. */
bool archive_snapshot_due(const struct archive *a);

/* Writes it; the caller holds the lock and has read to the end. */
MUST_CHECK int archive_snapshot_write(struct archive *a, struct err *e);

/* Removes it, durably; fine when there is none. */
MUST_CHECK int archive_snapshot_remove(const struct folder *f, struct err *e);

/* Entries that the snapshot had seen; false when there is none that opens. */
bool archive_snapshot_entries(const struct folder *f, const struct secret *key, uint64_t *entries);

/* Reads all of it; *entries are what it had seen, when it fits. */
enum archive_snapshot_state archive_snapshot_look(const struct archive *a, uint64_t *entries);

/* --- append.c ------------------------------------------------------------------------------- */

/*
 * Takes the lock for appends; the first time it also removes what a crash left.
 * *taken is for archive_lock_give: false while archive_hold has it.
 */
MUST_CHECK int archive_lock_take(struct archive *a, bool *taken, struct err *e);
void archive_lock_give(struct archive *a, bool taken);

#endif
