/*
 * memvfs: database files that exist only in this process's memory, with
 * everything SQLite's WAL mode asks for, so that readers and a writer in other
 * threads never wait for each other. Nothing here ever touches a disk.
 * A file is one reserved mapping that grows in place and is left out of core
 * dumps. Connections of any thread may use one file; the locks are per handle.
 */
#ifndef GUVOH_KIT_DB_MEMVFS_H
#define GUVOH_KIT_DB_MEMVFS_H

#include "base/err.h"

#define MEMVFS_NAME "guvoh-mem" /* what sqlite3_open_v2 takes as its fourth argument */

/* Makes the VFS known to SQLite, not as its default. Once or often, from any thread. */
MUST_CHECK int memvfs_register(struct err *e);

/* Writes all n bytes to room, or returns -1 and fills e. */
typedef int memvfs_fill(void *arg, uint8_t *room, size_t n, struct err *e);

/*
 * Installs the database file name of size bytes, which fill writes straight
 * into its final place. It appears under its name only once fill has succeeded.
 *
 * ERR_CONFLICT "db.exists" when there is a file of that name, ERR_LIMIT
 * "db.memory", or what fill says; then nothing was installed.
 */
MUST_CHECK int memvfs_put(
    struct str name, size_t size, memvfs_fill *fill, void *arg, struct err *e);

/*
 * Borrows the bytes of the database file name, all of it: its write-ahead log
 * must be empty. They hold still while a read transaction that began on the
 * empty log is open (db_image sees to both), and are gone with memvfs_drop.
 *
 * ERR_NOTFOUND "db.nofile", ERR_CONFLICT "db.unsettled" when the log is not empty.
 */
MUST_CHECK int memvfs_image(struct str name, struct str *bytes, struct err *e);

/* Takes the file name, its log and its journal away; open connections keep theirs until closed. */
void memvfs_drop(struct str name);

#endif
