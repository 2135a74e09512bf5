/*
 * file: files and folders, so that what was acknowledged survives a power cut.
 * Everything is made for its owner alone (0600, folders 0700) unless a mode is
 * given, close-on-exec, and never through a symbolic link as the last part of
 * the name of a file being written. Signals never shorten a call.
 *
 * Failures name the file and are, for every function here:
 *   ERR_NOTFOUND os.missing   no such file or folder
 *   ERR_DENIED   os.denied    the system's permissions forbid it
 *   ERR_LIMIT    os.full      disk or quota full
 *   ERR_IO       os.readonly  read-only file system
 *   ERR_INPUT    os.path      a name that is empty, too long or holds a NUL
 *   ERR_INPUT    os.kind      a folder where a file is wanted, or the reverse
 *   ERR_LIMIT    os.handles   too many open files
 *   ERR_CONFLICT os.exists    the name is taken
 *   ERR_CONFLICT os.notempty  a folder that still holds something
 *   ERR_IO       os.io        anything else; the second argument is errno
 * Each call that reaches the disk can be made to fail by fault.h.
 */
#ifndef GUVOH_KIT_OS_FILE_H
#define GUVOH_KIT_OS_FILE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct file; /* an open file; not to be shared by two threads while one of them writes */

/* ---- whole files ---- */

/*
 * Reads the file path ("/dev/stdin" works too) into *out on a, NUL-ended.
 * More than limit bytes: ERR_LIMIT os.large with name and limit. Not for
 * secrets: arenas are neither locked nor wiped.
 */
MUST_CHECK int file_read_all(
    struct arena *a, struct str path, size_t limit, struct str *out, struct err *e);

/* Reads a whole file of at most size bytes into room, *n of them: for keys in locked memory. */
MUST_CHECK int file_read_into(struct str path, void *room, size_t size, size_t *n, struct err *e);

/*
 * Makes path hold exactly n bytes: temporary name in the same folder, fsync,
 * rename, fsync of the folder. After a failure or a crash path is what it was
 * before or the new content, whole; the temporary is removed on failure. When
 * only the last fsync (the folder's) fails the new content is in place and -1
 * is returned: it may be lost in a power cut. A device or a pipe is written to, never replaced.
 * mode is that of the file, such as 0600.
 */
MUST_CHECK int file_write_atomic(
    struct str path, const void *bytes, size_t n, unsigned mode, struct err *e);

/* ---- a new file whose name is known only at its end ---- */

/*
 * Opens a new, empty temporary file (0600) in folder, which errors name meanwhile.
 * file_keep gives it its name; file_close without file_keep removes it. A crash leaves a name that
 * file_is_temporary knows; whoever holds the lock of the folder may remove it.
 */
MUST_CHECK int file_new(struct str folder, struct file **out, struct err *e);

/*
 * fsync, rename to path (replacing what was there), fsync of the folder; to a device or a pipe it
 * is written, and f stays temporary. path must lie in the folder given to file_new. f stays open
 * until file_close. After -1 f is still temporary, except when only the folder's fsync failed.
 */
MUST_CHECK int file_keep(struct file *f, struct str path, struct err *e);

/* Is name (its last part) of the form that file_new gives? */
bool file_is_temporary(struct str name);

/* ---- handles ---- */

MUST_CHECK int file_open_read(struct str path, struct file **out, struct err *e);

/* For reading, and for writing at the end; made (0600) when missing, its name made durable. */
MUST_CHECK int file_open_append(struct str path, struct file **out, struct err *e);

/* Gives the handle and its lock back. NULL is fine. Errors were seen by file_sync or not at all. */
void file_close(struct file *f);

/* Reads up to n bytes at offset at; *got < n only at the end of the file. */
MUST_CHECK int file_pread(
    struct file *f, uint64_t at, void *room, size_t n, size_t *got, struct err *e);

/*
 * Writes all n bytes at the end. After -1 any number of them may stand in the
 * file: cut it back with file_truncate.
 */
MUST_CHECK int file_write_all(struct file *f, const void *bytes, size_t n, struct err *e);

/*
 * fdatasync: content and size are on the disk when it returns 0. After -1 the
 * kernel may have dropped the pages and a second call may wrongly succeed:
 * reopen and check what is there; never acknowledge after a retry.
 */
MUST_CHECK int file_sync(struct file *f, struct err *e);

MUST_CHECK int file_truncate(struct file *f, uint64_t size, struct err *e);
MUST_CHECK int file_size(struct file *f, uint64_t *size, struct err *e);

/*
 * Takes the exclusive lock of the open file (an OFD lock: it belongs to this
 * handle, ends with it, with the process, and is not lost when another handle
 * of the same file is closed). milliseconds: 0 tries once, < 0 waits without
 * end. Not to be had: ERR_CONFLICT os.locked. The handle must be open for writing.
 */
MUST_CHECK int file_lock(struct file *f, int milliseconds, struct err *e);
void file_unlock(struct file *f);

/* ---- read-only maps ---- */

struct file_map {
	const uint8_t *p; /* never NULL */
	size_t n;
};

/*
 * The file as it is now. A map of bytes that another process cuts off ends this
 * process (SIGBUS): map only files that are never shortened (blobs, snapshots).
 */
MUST_CHECK int file_map(struct file *f, struct file_map *out, struct err *e);
void file_unmap(struct file_map *map);

/* ---- names ---- */

struct file_facts {
	uint64_t size;   /* bytes */
	uint64_t device; /* with inode: which file this name means now */
	uint64_t inode;
	uint64_t names;   /* how many it has; of an open file 0: it was removed or replaced */
	int64_t modified; /* nanoseconds since 1970 */
	unsigned others;  /* permission bits of its group and of everybody: 0 is the owner alone */
	bool folder;
};

/* What stands behind path, symbolic links followed. */
MUST_CHECK int file_look(struct str path, struct file_facts *out, struct err *e);

/* The same for an open file, whatever happened to its name. */
MUST_CHECK int file_look_open(struct file *f, struct file_facts *out, struct err *e);

/* False also when it cannot be found out. */
bool file_exists(struct str path);

/* Makes one folder (0700), durably; one that is there already is fine. */
MUST_CHECK int file_folder_make(struct str path, struct err *e);

/*
 * Takes a folder from everybody but its owner (0700). Fine where there is nothing to take: a file
 * system without modes, a folder of somebody else.
 */
MUST_CHECK int file_folder_close(struct str path, struct err *e);

/* Makes new names and removals in the folder durable. */
MUST_CHECK int file_folder_sync(struct str path, struct err *e);

/* The names in a folder but "." and "..", in byte order, on a. */
MUST_CHECK int file_folder_list(
    struct arena *a, struct str path, struct str **names, size_t *count, struct err *e);

/* Removes a file or an empty folder; the removal is durable after file_folder_sync. */
MUST_CHECK int file_remove(struct str path, struct err *e);

/* The folder that path lies in ("." for a bare name), a slice of path or a literal. */
struct str file_folder_of(struct str path);

/* The name from the root on, links followed, on a. What it names must be there. */
MUST_CHECK int file_absolute(struct arena *a, struct str path, struct str *out, struct err *e);

/* "folder/name" on a. */
struct str file_join(struct arena *a, struct str folder, struct str name);

#endif
