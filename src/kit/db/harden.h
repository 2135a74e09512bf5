/*
 * harden: what no SQL of guvoh may do, on a connection or at build.
 * No other databases, no extensions, no clock (memvfs has none), no random
 * numbers, no string in double quotes, no schema that runs what it should not.
 */
#ifndef GUVOH_KIT_DB_HARDEN_H
#define GUVOH_KIT_DB_HARDEN_H

struct sqlite3;

/* Returns an SQLite result code. */
int harden_connection(struct sqlite3 *connection);

/* Journals can only be switched off while this is off. Returns an SQLite result code. */
int harden_journal(struct sqlite3 *connection, int on);

#endif
