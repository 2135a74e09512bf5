/*
 * backup: copies of an archive's folder, and an archive made from one.
 * A copy is an archive itself: it opens with the same key, and "verify" checks it.
 * It grows: what it holds already is compared, never written over, and at every
 * moment it is whole, as of the last backup or of this one. Why this form:
 * docs/decisions/backup.md.
 */
#ifndef GUVOH_DOMAIN_ARCHIVE_BACKUP_H
#define GUVOH_DOMAIN_ARCHIVE_BACKUP_H

#include "domain/archive/archive.h"

/* What one run did. */
struct archive_copied {
	bool begun; /* there was no whole copy in the folder before */
	bool noted; /* the archive knows of the copy; after a restore always false */
	int64_t entries, new_entries; /* in the copy; of them new */
	int64_t files, new_files;     /* blobs in the copy; of them new */
	int64_t bytes;                /* written */
	int64_t destroyed;            /* keys that were live in what was there, and no longer are */
	int64_t damaged;              /* blobs that do not fit their names: not copied */
	struct err damage;            /* the first of them */
};

/*
 * Brings the copy in the folder to up to the end of the archive's log, then opens
 * the copy: its log is read from the first entry to the last, and keys that it says are
 * destroyed are destroyed there. The first time the folder must not exist or be
 * empty; it is no archive (archive.none) until it is whole. The archive keeps an entry
 * of where copies are, written when a folder is new or a key was destroyed since.
 *
 * Returns 0 and fills *out; or -1 with ERR_CONFLICT archive.exists (not empty),
 * archive.copy-other (a copy of another archive), archive.copy-differs (the copy holds
 * what the archive does not), os.locked, ERR_INPUT archive.copy-inside (the folder lies
 * in the archive) or archive.key-inside (the key file lies in the folder), or as archive_open.
 */
MUST_CHECK int archive_backup(struct archive *a, const struct archive_stamp *stamp, struct str to,
    struct str key_file, struct archive_copied *out, struct err *e);

/*
 * Makes an archive in the folder to, which must not exist or be empty, from the copy
 * at from, which is not changed. Keys that its log says are destroyed are destroyed
 * again, whatever its file of keys holds. A restore that was broken off goes on.
 * Errors as archive_backup and archive_open.
 */
MUST_CHECK int archive_restore(const struct archive_place *from, const struct archive_index *index,
    struct str to, struct archive_copied *out, struct err *e);

/* A folder that a copy was made in. */
struct archive_copy {
	struct str id, folder; /* the folder as an absolute name */
	struct str at;         /* when it was noted last */
	bool old;              /* keys were destroyed since: its file of keys may still hold them */
};

/* Those the archive knows of, on arena, oldest note first. */
MUST_CHECK int archive_copies(
    struct archive *a, struct arena *arena, struct archive_copy **out, size_t *n, struct err *e);

#endif
