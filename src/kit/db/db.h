/*
 * db: a connection to an in-memory index, its transactions and its named
 * statements. The statements come from schema/queries/<room>.sql; tools/sqlgen
 * writes typed functions for them that call what stands at the end of this
 * file. See README.md for an example. One connection serves one thread at a
 * time; open one for each thread.
 */
#ifndef GUVOH_KIT_DB_DB_H
#define GUVOH_KIT_DB_DB_H

#include "base/arena.h"
#include "base/err.h"

struct db;

enum db_mode { DB_READ, DB_WRITE };

/*
 * Opens the file name of the in-memory VFS (memvfs.h); DB_WRITE makes it, in WAL
 * mode, when there is none. ERR_NOTFOUND "db.nofile" when there is none to read.
 * No ATTACH, no extensions, no random(), no clock, double quotes are names only.
 */
MUST_CHECK int db_open(struct str name, enum db_mode mode, struct db **out, struct err *e);

/* Every cursor must have ended; an open transaction is rolled back. NULL is fine. */
void db_close(struct db *db);

/* Runs the statements of a schema. In a transaction of the caller's, or each by itself. */
MUST_CHECK int db_schema(struct db *db, struct str text, struct err *e);

/*
 * Begins a transaction: on a DB_WRITE connection with the write lock taken (waits up
 * to 10 s for another writer, then ERR_CONFLICT "db.busy"), on a DB_READ
 * connection as one unchanging view of the index. They do not nest.
 */
MUST_CHECK int db_begin(struct db *db, struct err *e);

/* After a failure the transaction is still open: roll it back. */
MUST_CHECK int db_commit(struct db *db, struct err *e);

/* Fine without a transaction, so that one exit can serve every failure. Cursors end first. */
void db_rollback(struct db *db);

/* Row id of the last INSERT, rows changed by the last write, on this connection. */
int64_t db_last_id(const struct db *db);
int64_t db_changes(const struct db *db);

/*
 * Bulk mode, for much that is written at once where nobody else looks: no journal, hence no
 * way back. A db_rollback in it spoils the file, and db_bulk_end then fails with
 * ERR_BUG "db.spoilt": close it and drop the file. One that others have open cannot begin it.
 */
MUST_CHECK int db_bulk_begin(struct db *db, struct err *e);
MUST_CHECK int db_bulk_end(struct db *db, struct err *e); /* back to WAL */

/* Is it in bulk mode? A text index is then filled once, at the end. */
bool db_bulk(const struct db *db);

/*
 * Borrows the whole database file for a snapshot: moves the log into it, then
 * holds a read transaction under which it cannot change, while others go on
 * writing to the log. db_image_end ends that transaction and the loan.
 * ERR_CONFLICT "db.unsettled" when the log stayed in use for a second: try later.
 */
MUST_CHECK int db_image_begin(struct db *db, struct str *bytes, struct err *e);
void db_image_end(struct db *db);

/*
 * What sqlgen writes about a room: its schema, tables and statements.
 */
enum db_type { DB_INT, DB_TEXT, DB_BLOB };

struct db_field {
	const char *name;
	enum db_type type;
	bool nullable;
	size_t at;      /* offset in the struct, of an int64_t or a struct str */
	size_t null_at; /* offset of its bool, if nullable */
};

struct db_room;

struct db_statement {
	const struct db_room *room;
	const char *name;
	const char *sql;
	const struct db_field *in, *out;
	size_t in_count, out_count;
	size_t row_size; /* bytes of the row struct, 0 when it gives no rows */
};

struct db_table {
	const char *name;
	const char *dump;  /* SELECT of all columns ordered by primary key; NULL for full text */
	const char *check; /* full-text integrity check; NULL for others */
};

struct db_room {
	const char *name;
	struct str schema;    /* the text of schema/<room>.sql */
	uint64_t schema_hash; /* FNV-1a of it */
	const struct db_table *tables;
	size_t table_count;
	const struct db_statement *statements;
	size_t statement_count;
};

/* One number for the schemas of all rooms, in order: a snapshot with another one is rebuilt. */
uint64_t db_schema_hash(const struct db_room *const *rooms, size_t count);

/* Checks the whole file and every full-text table of the rooms. ERR_IO "db.damaged". */
MUST_CHECK int db_check(
    struct db *db, const struct db_room *const *rooms, size_t count, struct err *e);

/* Receives one line of a dump, '\n' included. */
typedef void db_sink(void *arg, struct str line);

/*
 * Writes "the same dump": for each declared table in order its name, then a line for
 * each row in the order of the primary key, values separated by tabs: null, 12,
 * "text" with \\ \" \n \t and \xNN, xHEX for bytes.
 */
MUST_CHECK int db_dump(struct db *db, const struct db_room *const *rooms, size_t count,
    db_sink *sink, void *arg, struct err *e);

/*
 * The engine under the generated functions; not called by hand. in points to
 * the statement's input struct, row to its row struct.
 */
struct sqlite3_stmt;

struct db_cursor {
	struct db *db;
	const struct db_statement *what;
	struct sqlite3_stmt *stmt; /* NULL: ended */
};

struct db_rows {
	void *at;
	size_t count;
};

/* Runs a statement that gives no rows. */
MUST_CHECK int db_run(
    struct db *db, const struct db_statement *what, const void *in, struct err *e);

/* On failure the cursor has ended. Input text must live until the cursor ends. */
MUST_CHECK int db_start(struct db_cursor *c, struct db *db, const struct db_statement *what,
    const void *in, struct err *e);

/*
 * Returns 1 and fills *row (NULL: nobody reads it), whose text is valid until the next step; 0 when
 * there are no more; -1. After 0 and -1 the cursor has ended.
 */
MUST_CHECK int db_step(struct db_cursor *c, void *row, struct err *e);

/* Moves the texts of a row that db_step has just filled to a, where they outlive the next step. */
void db_keep(const struct db_cursor *c, struct arena *a, void *row);

/* Needed only when leaving before step gave 0 or -1; fine at any time after start. */
void db_end(struct db_cursor *c);

/* At most one row, its text copied to a: 1, 0 when there is none, -1 (ERR_BUG when there are two).
 */
MUST_CHECK int db_one(struct db *db, const struct db_statement *what, const void *in,
    struct arena *a, void *row, struct err *e);

/* All rows, on a. */
MUST_CHECK int db_all(struct db *db, const struct db_statement *what, const void *in,
    struct arena *a, struct db_rows *out, struct err *e);

#endif
