/*
 * entry: the text of one entry, written from parts and read back with its sealed parts opened.
 * RFC 8785 canonical JSON:
 * {"at","by","device","id","ops":[{"body","op","sealed":{"box","key"},"v"}],"v":1}.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_ENTRY_H
#define GUVOH_DOMAIN_ARCHIVE_ENTRY_H

#include "domain/archive/archive.h"
#include "domain/archive/keys.h"

#define ENTRY_VERSION 1

/* The op by which the archive records that a key was destroyed: body {"key","why"}, and "file", the
 * name of the blob that goes with it, when there is one. */
#define ENTRY_DESTROY STR("key.destroy")
#define ENTRY_DESTROY_VERSION 1

/* The op by which it records where a copy of it is: body {"copy","destroyed","folder"}. */
#define ENTRY_COPY STR("key.copy")
#define ENTRY_COPY_VERSION 1

/* Time, person and device are of the right form: else ERR_INPUT archive.stamp. */
MUST_CHECK int archive_stamp_check(const struct archive_stamp *stamp, struct err *e);

/*
 * Appends the entry to out. Keys that parts name and keys lacks are made, in memory.
 * ERR_CONFLICT archive.key-destroyed, ERR_INPUT archive.key-id, ERR_LIMIT archive.entry-large.
 */
MUST_CHECK int archive_entry_write(struct buf *out, struct str id,
    const struct archive_stamp *stamp, const struct archive_draft *draft, struct keys *keys,
    struct err *e);

/*
 * Reads the entry onto a. A sealed part whose key was destroyed is marked so; one
 * whose key is not known at all: ERR_NOTFOUND archive.key-missing. ERR_IO
 * archive.entry-form for a text that is no entry. ERR_INPUT archive.newer for
 * an entry of a later version.
 */
MUST_CHECK int archive_entry_read(struct arena *a, uint64_t index, struct str text,
    struct keys *keys, struct archive_entry *out, struct err *e);

/* True for the ops above, which no room projects. */
bool archive_entry_ours(const struct archive_part *part);

/* The key that an op destroys, or an empty str when it is another op. */
struct str archive_entry_destroys(const struct archive_op *op);

/* The blob that goes with it (its name, 64 hex digits), or an empty str. */
struct str archive_entry_destroys_file(const struct archive_op *op);

#endif
