#include "kit/db/db.h"

#include <assert.h>
#include <sqlite3.h>
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "kit/db/harden.h"
#include "kit/db/memvfs.h"

#define BUSY_MILLISECONDS 10000
/* KiB of pages that are kept to be written to: where much is written they lie here and there. */
#define BULK_CACHE "PRAGMA cache_size = -32768"
#define USUAL_CACHE "PRAGMA cache_size = -2000"
#define IMAGE_TRIES 20
#define IMAGE_MILLISECONDS 50 /* for each try */

struct cache {
	const struct db_room *room;
	sqlite3_stmt **idle; /* prepared and not in a cursor, or NULL; by number of statement */
};

struct db {
	struct arena *a;
	sqlite3 *connection;
	struct str name;
	enum db_mode mode;
	struct cache *caches;
	size_t cache_count, cache_capacity;
	size_t cursors;               /* not ended */
	sqlite3_stmt *begin, *commit; /* NULL until first asked for */
	bool bulk, spoilt;
};

static const struct {
	int result;
	enum err_code code;
	const char *key;
} failures[] = {
    {SQLITE_CONSTRAINT, ERR_CONFLICT, "db.constraint"},
    {SQLITE_BUSY, ERR_CONFLICT, "db.busy"},
    {SQLITE_LOCKED, ERR_CONFLICT, "db.busy"},
    {SQLITE_NOMEM, ERR_LIMIT, "db.memory"},
    {SQLITE_FULL, ERR_LIMIT, "db.memory"},
    {SQLITE_TOOBIG, ERR_LIMIT, "db.memory"},
    {SQLITE_CORRUPT, ERR_IO, "db.damaged"},
    {SQLITE_NOTADB, ERR_IO, "db.damaged"},
    {SQLITE_IOERR, ERR_IO, "db.damaged"},
};

/* Names what failed and SQLite's extended result code; its message could hold what is kept. */
static int
fail(struct db *db, int rc, const char *what, struct err *e)
{
	int extended = sqlite3_extended_errcode(db->connection);
	if ((extended & 0xff) != (rc & 0xff))
		extended = rc;
	for (size_t i = 0; i < LENGTH(failures); i++)
		if (failures[i].result == (rc & 0xff))
			return err_fail(e, failures[i].code, str_of(failures[i].key), str_of(what),
			    STR_INT(extended));
	return err_fail(e, ERR_BUG, STR("db.bug"), str_of(what), STR_INT(extended));
}

static int
run(struct db *db, const char *sql, const char *what, struct err *e)
{
	int rc = sqlite3_exec(db->connection, sql, NULL, NULL, NULL);
	return rc == SQLITE_OK ? 0 : fail(db, rc, what, e);
}

/* The same with a statement that is asked for again and again. */
static int
rerun(struct db *db, sqlite3_stmt **q, const char *sql, const char *what, struct err *e)
{
	int rc = SQLITE_OK;

	if (*q == NULL)
		rc =
		    sqlite3_prepare_v3(db->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, q, NULL);
	if (rc == SQLITE_OK) {
		(void)sqlite3_step(*q);
		rc = sqlite3_reset(*q);
	}
	return rc == SQLITE_OK ? 0 : fail(db, rc, what, e);
}

static int
journal(struct db *db, const char *sql, const char *mode, struct err *e)
{
	sqlite3_stmt *q = NULL;
	int rc = sqlite3_prepare_v2(db->connection, sql, -1, &q, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(q);
	bool agreed =
	    rc == SQLITE_ROW && strcmp((const char *)sqlite3_column_text(q, 0), mode) == 0;
	sqlite3_finalize(q);
	if (agreed)
		return 0;
	return fail(db, rc == SQLITE_ROW ? SQLITE_BUSY : rc, "journal_mode", e);
}

static int
set_up(struct db *db, struct err *e)
{
	int rc = harden_connection(db->connection);
	if (rc == SQLITE_OK)
		rc = sqlite3_extended_result_codes(db->connection, 1);
	if (rc == SQLITE_OK)
		rc = sqlite3_busy_timeout(db->connection, BUSY_MILLISECONDS);
	if (rc != SQLITE_OK)
		return fail(db, rc, "open", e);
	/* The index is derived: nothing has to survive this process, so nothing is synced. Its
	   images are authenticated, so no cells are checked: with mapped pages that would be at
	   each look. */
	if (run(db,
		"PRAGMA temp_store = MEMORY; PRAGMA synchronous = OFF;"
		" PRAGMA mmap_size = 2147418112",
		"open", e) != 0)
		return -1;
	return db->mode == DB_READ ? 0 : journal(db, "PRAGMA journal_mode = WAL", "wal", e);
}

int
db_open(struct str name, enum db_mode mode, struct db **out, struct err *e)
{
	if (memvfs_register(e) != 0)
		return -1;
	struct arena *a = arena_new();
	struct db *db = ARENA_NEW(a, struct db);
	*db = (struct db){.a = a, .name = arena_str(a, name), .mode = mode};
	int flags =
	    mode == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
	int rc =
	    sqlite3_open_v2(db->name.p, &db->connection, flags | SQLITE_OPEN_NOMUTEX, MEMVFS_NAME);
	int failed;
	if (rc == SQLITE_CANTOPEN)
		failed = err_fail(e, ERR_NOTFOUND, STR("db.nofile"), name);
	else if (rc != SQLITE_OK)
		failed = fail(db, rc, "open", e);
	else
		failed = set_up(db, e);
	if (failed != 0) {
		db_close(db);
		return -1;
	}
	*out = db;
	return 0;
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	assert(db->cursors == 0);
	for (size_t i = 0; i < db->cache_count; i++)
		for (size_t j = 0; j < db->caches[i].room->statement_count; j++)
			sqlite3_finalize(db->caches[i].idle[j]);
	sqlite3_finalize(db->begin);
	sqlite3_finalize(db->commit);
	int rc = sqlite3_close(db->connection);
	assert(rc == SQLITE_OK);
	(void)rc;
	arena_free(db->a);
}

int
db_schema(struct db *db, struct str text, struct err *e)
{
	struct buf sql = BUF_INIT;
	buf_put(&sql, text);
	int failed = run(db, sql.p, "schema", e);
	buf_free(&sql);
	return failed;
}

int
db_begin(struct db *db, struct err *e)
{
	return rerun(db, &db->begin, db->mode == DB_READ ? "BEGIN" : "BEGIN IMMEDIATE", "begin", e);
}

int
db_commit(struct db *db, struct err *e)
{
	return rerun(db, &db->commit, "COMMIT", "commit", e);
}

void
db_rollback(struct db *db)
{
	if (sqlite3_get_autocommit(db->connection))
		return;
	db->spoilt = db->spoilt || db->bulk;
	/* In memory, with no cursor open, nothing is left that could keep it from ending. */
	assert(db->cursors == 0);
	(void)sqlite3_exec(db->connection, "ROLLBACK", NULL, NULL, NULL);
}

int64_t
db_last_id(const struct db *db)
{
	return sqlite3_last_insert_rowid(db->connection);
}

int64_t
db_changes(const struct db *db)
{
	return sqlite3_changes64(db->connection);
}

int
db_bulk_begin(struct db *db, struct err *e)
{
	assert(!db->bulk && db->mode == DB_WRITE);
	if (harden_journal(db->connection, 0) != SQLITE_OK)
		return fail(db, SQLITE_ERROR, "bulk", e);
	int failed = journal(db, "PRAGMA journal_mode = DELETE", "delete", e);
	if (failed == 0)
		failed = journal(db, "PRAGMA journal_mode = OFF", "off", e);
	if (failed == 0)
		failed = run(db, BULK_CACHE, "bulk", e);
	if (harden_journal(db->connection, 1) != SQLITE_OK)
		return fail(db, SQLITE_ERROR, "bulk", e);
	db->bulk = failed == 0;
	return failed;
}

int
db_bulk_end(struct db *db, struct err *e)
{
	assert(db->bulk);
	if (db->spoilt)
		return err_fail(e, ERR_BUG, STR("db.spoilt"));
	if (run(db, USUAL_CACHE, "bulk", e) != 0 ||
	    journal(db, "PRAGMA journal_mode = WAL", "wal", e) != 0)
		return -1;
	db->bulk = false;
	return 0;
}

bool
db_bulk(const struct db *db)
{
	return db->bulk;
}

/*
 * A reader that begins when the whole log has been moved into the file needs no
 * log, and until it ends nobody may move more into the file. If the log is still
 * empty once the reader has begun, that was so.
 */
static int
image_try(struct db *db, struct str *bytes, struct err *e)
{
	(void)sqlite3_busy_timeout(db->connection, IMAGE_MILLISECONDS);
	int rc = sqlite3_wal_checkpoint_v2(
	    db->connection, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	(void)sqlite3_busy_timeout(db->connection, BUSY_MILLISECONDS);
	if (rc != SQLITE_OK && (rc & 0xff) != SQLITE_BUSY)
		return fail(db, rc, "checkpoint", e);
	if (run(db, "BEGIN; PRAGMA schema_version", "image", e) != 0)
		return -1;
	if (memvfs_image(db->name, bytes, e) == 0)
		return 0;
	db_rollback(db);
	return -1;
}

int
db_image_begin(struct db *db, struct str *bytes, struct err *e)
{
	assert(db->mode == DB_WRITE && sqlite3_get_autocommit(db->connection));
	struct err last;
	int failed = -1;
	for (int i = 0; failed != 0 && i < IMAGE_TRIES; i++) {
		failed = image_try(db, bytes, &last);
		if (failed != 0 && last.code != ERR_CONFLICT)
			break;
	}
	if (failed != 0)
		*e = last;
	return failed;
}

void
db_image_end(struct db *db)
{
	db_rollback(db);
}

uint64_t
db_schema_hash(const struct db_room *const *rooms, size_t count)
{
	uint64_t hash = 0xcbf29ce484222325U;
	for (size_t i = 0; i < count; i++)
		for (int byte = 0; byte < 8; byte++)
			hash = (hash ^ ((rooms[i]->schema_hash >> (8 * byte)) & 0xff)) *
			    0x100000001b3U;
	return hash;
}

/*
 * Statements.
 */
static sqlite3_stmt **
cache_slot(struct db *db, const struct db_statement *what)
{
	size_t number = (size_t)(what - what->room->statements), i = 0;
	while (i < db->cache_count && db->caches[i].room != what->room)
		i++;
	if (i == db->cache_count) {
		db->caches = arena_grow(
		    db->a, db->caches, db->cache_count, &db->cache_capacity, sizeof *db->caches);
		db->caches[db->cache_count++] = (struct cache){
		    what->room, ARENA_ARRAY(db->a, sqlite3_stmt *, what->room->statement_count)};
	}
	return &db->caches[i].idle[number];
}

/* Takes the statement out of the cache, so that one already running is not disturbed. */
static int
take(struct db *db, const struct db_statement *what, sqlite3_stmt **out, struct err *e)
{
	sqlite3_stmt **slot = cache_slot(db, what);
	if (*slot == NULL) {
		int rc = sqlite3_prepare_v3(
		    db->connection, what->sql, -1, SQLITE_PREPARE_PERSISTENT, slot, NULL);
		if (rc != SQLITE_OK)
			return fail(db, rc, what->name, e);
	}
	*out = *slot;
	*slot = NULL;
	return 0;
}

static void
give_back(struct db *db, const struct db_statement *what, sqlite3_stmt *q)
{
	sqlite3_stmt **slot = cache_slot(db, what);
	(void)sqlite3_reset(q); /* repeats the failure that step has already told */
	if (*slot == NULL)
		*slot = q;
	else
		(void)sqlite3_finalize(q);
}

static int
bind(sqlite3_stmt *q, int parameter, const struct db_field *f, const char *in)
{
	if (f->nullable && *(const bool *)(in + f->null_at))
		return sqlite3_bind_null(q, parameter);
	if (f->type == DB_INT) {
		int64_t number;
		memcpy(&number, in + f->at, sizeof number);
		return sqlite3_bind_int64(q, parameter, number);
	}
	struct str bytes;
	memcpy(&bytes, in + f->at, sizeof bytes);
	assert(bytes.p != NULL);
	if (f->type == DB_BLOB)
		return sqlite3_bind_blob64(q, parameter, bytes.p, bytes.n, SQLITE_STATIC);
	return sqlite3_bind_text64(q, parameter, bytes.p, bytes.n, SQLITE_STATIC, SQLITE_UTF8);
}

int
db_start(struct db_cursor *c, struct db *db, const struct db_statement *what, const void *in,
    struct err *e)
{
	*c = (struct db_cursor){.db = db, .what = what};
	sqlite3_stmt *q = NULL;
	if (take(db, what, &q, e) != 0)
		return -1;
	for (size_t i = 0; i < what->in_count; i++) {
		int rc = bind(q, (int)i + 1, &what->in[i], in);
		if (rc != SQLITE_OK) {
			give_back(db, what, q);
			return fail(db, rc, what->name, e);
		}
	}
	c->stmt = q;
	db->cursors++;
	return 0;
}

void
db_end(struct db_cursor *c)
{
	if (c->stmt == NULL)
		return;
	give_back(c->db, c->what, c->stmt);
	c->stmt = NULL;
	c->db->cursors--;
}

static const int column_types[] = {
    [DB_INT] = SQLITE_INTEGER, [DB_TEXT] = SQLITE_TEXT, [DB_BLOB] = SQLITE_BLOB};

static bool
column_none(const struct db_field *f, char *row)
{
	static const struct str nothing = STR_INIT("");

	if (f->type == DB_INT)
		memset(row + f->at, 0, sizeof(int64_t));
	else
		memcpy(row + f->at, &nothing, sizeof nothing);
	return true;
}

/* Whether the column has its declared type. A null comes as 0 or the empty str beside its flag. */
static bool
column_read(sqlite3_stmt *q, int i, const struct db_field *f, char *row)
{
	int type = sqlite3_column_type(q, i);

	if (type != column_types[f->type] && !(f->nullable && type == SQLITE_NULL))
		return false;
	if (f->nullable)
		*(bool *)(row + f->null_at) = type == SQLITE_NULL;
	if (type == SQLITE_NULL)
		return column_none(f, row);
	if (f->type == DB_INT) {
		int64_t number = sqlite3_column_int64(q, i);
		memcpy(row + f->at, &number, sizeof number);
		return true;
	}
	struct str bytes = {sqlite3_column_blob(q, i), (size_t)sqlite3_column_bytes(q, i)};
	if (bytes.p == NULL)
		bytes = STR("");
	memcpy(row + f->at, &bytes, sizeof bytes);
	return true;
}

int
db_step(struct db_cursor *c, void *row, struct err *e)
{
	assert(c->stmt != NULL);
	int rc = sqlite3_step(c->stmt);
	if (rc == SQLITE_DONE) {
		db_end(c);
		return 0;
	}
	if (rc != SQLITE_ROW) {
		int failed = fail(c->db, rc, c->what->name, e);
		db_end(c);
		return failed;
	}
	for (size_t i = 0; row != NULL && i < c->what->out_count; i++)
		if (!column_read(c->stmt, (int)i, &c->what->out[i], row)) {
			db_end(c);
			return err_fail(e, ERR_BUG, STR("db.type"), str_of(c->what->name),
			    str_of(c->what->out[i].name));
		}
	return 1;
}

int
db_run(struct db *db, const struct db_statement *what, const void *in, struct err *e)
{
	struct db_cursor c;
	if (db_start(&c, db, what, in, e) != 0)
		return -1;
	int more = db_step(&c, NULL, e);
	assert(more <= 0);
	return more;
}

/* The texts of a row, one behind the other, each NUL-ended; a page reads thousands of rows. */
static void
row_keep(const struct db_statement *what, struct arena *a, char *row)
{
	struct str bytes;
	size_t n = 0;

	for (size_t i = 0; i < what->out_count; i++)
		if (what->out[i].type != DB_INT) {
			memcpy(&bytes, row + what->out[i].at, sizeof bytes);
			n += bytes.n + 1;
		}
	if (n == 0)
		return;
	char *at = ARENA_ARRAY(a, char, n);
	for (size_t i = 0; i < what->out_count; i++)
		if (what->out[i].type != DB_INT) {
			memcpy(&bytes, row + what->out[i].at, sizeof bytes);
			memcpy(at, bytes.p, bytes.n);
			bytes.p = at;
			at += bytes.n + 1; /* memory of an arena is cleared */
			memcpy(row + what->out[i].at, &bytes, sizeof bytes);
		}
}

void
db_keep(const struct db_cursor *c, struct arena *a, void *row)
{
	row_keep(c->what, a, row);
}

/* A row before anybody knows whether it is kept: most questions are asked many times and have few
 * answers. */
struct row {
	_Alignas(max_align_t) char bytes[1024];
};

static char *
row_of(struct row *row, const struct db_statement *what)
{
	assert(what->row_size <= sizeof row->bytes);
	memset(row->bytes, 0, what->row_size);
	return row->bytes;
}

/* Room for one more; a single row takes no more than itself. */
static void *
rows_grow(struct arena *a, const struct db_rows *rows, size_t *capacity, size_t size)
{
	if (*capacity > 0)
		return arena_grow(a, rows->at, rows->count, capacity, size);
	*capacity = 1;
	return arena_alloc(a, size);
}

int
db_all(struct db *db, const struct db_statement *what, const void *in, struct arena *a,
    struct db_rows *out, struct err *e)
{
	struct db_cursor c;
	struct db_rows rows = {0};
	struct row row;
	size_t capacity = 0;
	int more;
	if (db_start(&c, db, what, in, e) != 0)
		return -1;
	while ((more = db_step(&c, row_of(&row, what), e)) > 0) {
		rows.at = rows_grow(a, &rows, &capacity, what->row_size);
		row_keep(what, a, row.bytes);
		memcpy((char *)rows.at + rows.count++ * what->row_size, row.bytes, what->row_size);
	}
	if (more == 0)
		*out = rows;
	return more;
}

int
db_one(struct db *db, const struct db_statement *what, const void *in, struct arena *a, void *row,
    struct err *e)
{
	struct db_cursor c;
	struct row first;
	if (db_start(&c, db, what, in, e) != 0)
		return -1;
	int found = db_step(&c, row_of(&first, what), e);
	if (found != 1)
		return found;
	row_keep(what, a, first.bytes);
	int more = db_step(&c, NULL, e);
	if (more < 0)
		return -1;
	if (more > 0) {
		db_end(&c);
		return err_fail(e, ERR_BUG, STR("db.rows"), str_of(what->name));
	}
	memcpy(row, first.bytes, what->row_size);
	return 1;
}

/*
 * Checks and dumps.
 */
static int
check_file(struct db *db, struct err *e)
{
	sqlite3_stmt *q = NULL;
	int rc = sqlite3_prepare_v2(db->connection, "PRAGMA integrity_check(1)", -1, &q, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(q);
	bool well = rc == SQLITE_ROW && strcmp((const char *)sqlite3_column_text(q, 0), "ok") == 0;
	sqlite3_finalize(q);
	if (well)
		return 0;
	return fail(db, rc == SQLITE_ROW ? SQLITE_CORRUPT : rc, "integrity_check", e);
}

int
db_check(struct db *db, const struct db_room *const *rooms, size_t count, struct err *e)
{
	if (check_file(db, e) != 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < rooms[i]->table_count; j++) {
			const struct db_table *t = &rooms[i]->tables[j];
			if (t->check != NULL && run(db, t->check, t->name, e) != 0)
				return -1;
		}
	return 0;
}

static void
put_text(struct buf *line, const unsigned char *p, int n)
{
	buf_putc(line, '"');
	for (int i = 0; i < n; i++)
		if (p[i] == '"' || p[i] == '\\')
			buf_fmt(line, "\\%c", p[i]);
		else if (p[i] == '\n' || p[i] == '\t')
			buf_put(line, p[i] == '\n' ? STR("\\n") : STR("\\t"));
		else if (p[i] < ' ' || p[i] == 0x7f)
			buf_fmt(line, "\\x%02x", p[i]);
		else
			buf_putc(line, (char)p[i]);
	buf_putc(line, '"');
}

static void
put_value(struct buf *line, sqlite3_stmt *q, int i)
{
	switch (sqlite3_column_type(q, i)) {
	case SQLITE_NULL:
		buf_put(line, STR("null"));
		break;
	case SQLITE_INTEGER:
		buf_fmt(line, "%lld", (long long)sqlite3_column_int64(q, i));
		break;
	case SQLITE_TEXT:
		put_text(line, sqlite3_column_text(q, i), sqlite3_column_bytes(q, i));
		break;
	case SQLITE_BLOB: {
		const unsigned char *p = sqlite3_column_blob(q, i);
		buf_putc(line, 'x');
		for (int j = 0; j < sqlite3_column_bytes(q, i); j++)
			buf_fmt(line, "%02X", p[j]);
		break;
	}
	default:
		assert(false); /* STRICT tables of ours hold no floating point */
	}
}

static int
dump_table(struct db *db, const struct db_table *t, db_sink *sink, void *arg, struct err *e)
{
	sqlite3_stmt *q = NULL;
	struct buf line = BUF_INIT;
	int rc = sqlite3_prepare_v2(db->connection, t->dump, -1, &q, NULL);
	if (rc == SQLITE_OK) {
		buf_fmt(&line, "%s\n", t->name);
		sink(arg, buf_str(&line));
	}
	while (rc == SQLITE_OK && (rc = sqlite3_step(q)) == SQLITE_ROW) {
		buf_cut(&line, 0);
		for (int i = 0; i < sqlite3_column_count(q); i++) {
			if (i > 0)
				buf_putc(&line, '\t');
			put_value(&line, q, i);
		}
		buf_putc(&line, '\n');
		sink(arg, buf_str(&line));
		rc = SQLITE_OK;
	}
	int failed = rc == SQLITE_DONE ? 0 : fail(db, rc, t->name, e);
	sqlite3_finalize(q);
	buf_free(&line);
	return failed;
}

int
db_dump(struct db *db, const struct db_room *const *rooms, size_t count, db_sink *sink, void *arg,
    struct err *e)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < rooms[i]->table_count; j++) {
			const struct db_table *t = &rooms[i]->tables[j];
			if (t->dump != NULL && dump_table(db, t, sink, arg, e) != 0)
				return -1;
		}
	return 0;
}
