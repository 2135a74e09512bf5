/* The in-memory VFS as SQLite sees it, with threads. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "kit/db/memvfs.h"

#define ROUNDS 40
#define ROWS 100

static sqlite3 *
opened(const char *name)
{
	sqlite3 *db = NULL;
	struct err e;
	assert_int_equal(memvfs_register(&e), 0);
	assert_int_equal(
	    sqlite3_open_v2(name, &db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, MEMVFS_NAME),
	    SQLITE_OK);
	assert_int_equal(sqlite3_busy_timeout(db, 20000), SQLITE_OK);
	return db;
}

/* The first column of the first row, -1 when it fails. */
static int64_t
number(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q = NULL;
	int64_t n = -1;
	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW)
		n = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return n;
}

static void
assert_text(sqlite3 *db, const char *sql, const char *wanted)
{
	sqlite3_stmt *q = NULL;
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &q, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	assert_string_equal((const char *)sqlite3_column_text(q, 0), wanted);
	sqlite3_finalize(q);
}

static void
run(sqlite3 *db, const char *sql)
{
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
}

static void
closed(sqlite3 *db, const char *name)
{
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	memvfs_drop(str_of(name));
}

static void
wal_is_granted_and_what_it_left_is_read_by_the_next_connection(void **state)
{
	(void)state;
	sqlite3 *one = opened("wal"), *two = opened("wal");
	assert_text(one, "PRAGMA journal_mode = wal", "wal");
	run(one, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT); INSERT INTO t VALUES (1, 'x')");
	assert_int_equal(number(two, "SELECT count(*) FROM t"), 1);
	run(two, "INSERT INTO t VALUES (2, 'y')");
	assert_int_equal(number(one, "SELECT count(*) FROM t"), 2);
	assert_int_equal(number(one, "PRAGMA wal_checkpoint(TRUNCATE)"), 0);
	assert_int_equal(sqlite3_close(one), SQLITE_OK);
	assert_int_equal(sqlite3_close(two), SQLITE_OK);
	one = opened("wal");
	assert_text(one, "PRAGMA journal_mode", "wal");
	assert_int_equal(number(one, "SELECT count(*) FROM t"), 2);
	closed(one, "wal");
}

static void
files_of_other_names_and_dropped_ones_are_apart(void **state)
{
	(void)state;
	sqlite3 *one = opened("one"), *two = opened("two");
	run(one, "PRAGMA journal_mode = wal; CREATE TABLE t (a)");
	assert_int_equal(number(two, "SELECT count(*) FROM sqlite_schema"), 0);
	memvfs_drop(STR("one"));
	assert_int_equal(number(one, "SELECT count(*) FROM sqlite_schema"), 1);
	sqlite3 *again = opened("one");
	assert_int_equal(number(again, "SELECT count(*) FROM sqlite_schema"), 0);
	closed(one, "one");
	closed(again, "one");
	closed(two, "two");
}

static void
without_wal_a_rollback_journal_and_temporary_tables_work_too(void **state)
{
	(void)state;
	sqlite3 *db = opened("journal");
	run(db,
	    "PRAGMA journal_mode = delete; PRAGMA cache_size = 5; PRAGMA temp_store = file;"
	    "CREATE TABLE t (a); BEGIN;"
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
	    " INSERT INTO t SELECT hex(zeroblob(200)) FROM n; ROLLBACK");
	assert_int_equal(number(db, "SELECT count(*) FROM t"), 0);
	run(db,
	    "CREATE TEMP TABLE u AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
	    " SELECT i + 1 FROM n WHERE i < 20000) SELECT i, hex(zeroblob(100)) AS h FROM n");
	assert_int_equal(
	    number(db, "SELECT count(*) FROM (SELECT * FROM u ORDER BY h, -i)"), 20000);
	assert_text(db, "PRAGMA integrity_check", "ok");
	closed(db, "journal");
}

static void
a_database_grows_past_a_hundred_megabytes_and_shrinks(void **state)
{
	(void)state;
	sqlite3 *db = opened("large"), *reader = opened("large");
	struct str bytes;
	struct err e;
	run(db,
	    "PRAGMA journal_mode = wal; PRAGMA auto_vacuum = full; PRAGMA mmap_size = 2147418112;"
	    "CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB);"
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 110)"
	    " INSERT INTO t SELECT i, zeroblob(1000000 + i) FROM n");
	run(reader, "PRAGMA mmap_size = 2147418112");
	assert_int_equal(
	    number(reader, "SELECT sum(length(b)) FROM t"), 110 * 1000000 + 110 * 111 / 2);
	assert_int_equal(number(db, "PRAGMA wal_checkpoint(TRUNCATE)"), 0);
	assert_int_equal(memvfs_image(STR("large"), &bytes, &e), 0);
	assert_true(bytes.n > 110 * 1000000);
	assert_true(str_starts(bytes, STR("SQLite format 3")));
	assert_int_equal(
	    number(reader, "SELECT sum(length(b)) FROM t"), 110 * 1000000 + 110 * 111 / 2);
	assert_text(db, "PRAGMA integrity_check", "ok");
	run(db, "DELETE FROM t WHERE a > 1");
	assert_int_equal(memvfs_image(STR("large"), &bytes, &e), -1);
	assert_string_equal(e.key, "db.unsettled");
	assert_int_equal(number(reader, "SELECT sum(length(b)) FROM t"), 1000001);
	assert_int_equal(number(db, "PRAGMA wal_checkpoint(TRUNCATE)"), 0);
	assert_int_equal(number(reader, "SELECT sum(length(b)) FROM t"), 1000001);
	assert_int_equal(sqlite3_close(reader), SQLITE_OK);
	closed(db, "large");
	assert_int_equal(memvfs_image(STR("large"), &bytes, &e), -1);
	assert_string_equal(e.key, "db.nofile");
}

/* One writer and two readers that wait for each other's progress, never for time. */
struct race {
	pthread_mutex_t mutex;
	pthread_cond_t moved;
	int reads[2]; /* finished, by reader */
	bool over, failed;
};

struct reader {
	struct race *race;
	int number;
};

static void *
read_on(void *arg)
{
	struct reader *r = arg;
	struct race *race = r->race;
	sqlite3 *db = opened("race");
	bool over = false;
	while (!over) {
		/* Whole transactions only: each gives ROWS rows whose b sums to nothing. */
		int64_t rows = number(db, "SELECT count(*) % 100 + abs(sum(b)) FROM t");
		pthread_mutex_lock(&race->mutex);
		race->reads[r->number]++;
		race->failed = race->failed || rows != 0;
		over = race->over || race->failed;
		pthread_cond_broadcast(&race->moved);
		pthread_mutex_unlock(&race->mutex);
	}
	sqlite3_close(db);
	return NULL;
}

/* Returns once both readers have finished a read that began after this call. */
static bool
readers_move(struct race *race)
{
	pthread_mutex_lock(&race->mutex);
	int first = race->reads[0] + 2, second = race->reads[1] + 2;
	while (!race->failed && (race->reads[0] < first || race->reads[1] < second))
		pthread_cond_wait(&race->moved, &race->mutex);
	bool failed = race->failed;
	pthread_mutex_unlock(&race->mutex);
	return !failed;
}

static bool
write_on(struct race *race, sqlite3 *db)
{
	sqlite3_stmt *insert = NULL;
	bool good =
	    sqlite3_prepare_v2(db, "INSERT INTO t (b) VALUES (?)", -1, &insert, NULL) == SQLITE_OK;
	for (int round = 0; good && round < ROUNDS; round++) {
		good = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;
		for (int i = 0; good && i < ROWS; i++) {
			sqlite3_bind_int(insert, 1, i % 2 == 0 ? i : 1 - i);
			good = sqlite3_step(insert) == SQLITE_DONE;
			sqlite3_reset(insert);
			if (i == ROWS / 2)
				good = good && readers_move(race);
		}
		good = good && sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
	}
	sqlite3_finalize(insert);
	return good;
}

static void
two_readers_move_while_a_writer_is_in_the_middle_of_a_transaction(void **state)
{
	(void)state;
	struct race race = {
	    PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, {0, 0}, false, false};
	struct reader readers[2] = {{&race, 0}, {&race, 1}};
	pthread_t threads[2];
	sqlite3 *db = opened("race");
	assert_text(db, "PRAGMA journal_mode = wal", "wal");
	run(db,
	    "PRAGMA wal_autocheckpoint = 20; CREATE TABLE t (a INTEGER PRIMARY KEY, b INTEGER);"
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
	    " INSERT INTO t SELECT i, 0 FROM n");
	for (int i = 0; i < 2; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, read_on, &readers[i]), 0);
	bool good = write_on(&race, db);
	pthread_mutex_lock(&race.mutex);
	race.over = true;
	pthread_mutex_unlock(&race.mutex);
	for (int i = 0; i < 2; i++)
		pthread_join(threads[i], NULL);
	assert_true(good && !race.failed);
	assert_true(race.reads[0] >= ROUNDS && race.reads[1] >= ROUNDS);
	assert_int_equal(number(db, "SELECT count(*) FROM t"), (ROUNDS + 1) * ROWS);
	assert_text(db, "PRAGMA integrity_check", "ok");
	closed(db, "race");
}

static void *
insert_many(void *arg)
{
	sqlite3 *db = opened("writers");
	int *failed = arg;
	for (int i = 0; i < 200; i++)
		*failed +=
		    sqlite3_exec(db, "INSERT INTO t (b) VALUES (1)", NULL, NULL, NULL) != SQLITE_OK;
	sqlite3_close(db);
	return NULL;
}

static void
two_writers_take_turns_and_lose_nothing(void **state)
{
	(void)state;
	pthread_t threads[2];
	int failed[2] = {0, 0};
	sqlite3 *db = opened("writers");
	run(db, "PRAGMA journal_mode = wal; CREATE TABLE t (a INTEGER PRIMARY KEY, b INTEGER)");
	for (int i = 0; i < 2; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, insert_many, &failed[i]), 0);
	for (int i = 0; i < 2; i++)
		pthread_join(threads[i], NULL);
	assert_int_equal(failed[0] + failed[1], 0);
	assert_int_equal(number(db, "SELECT count(*) FROM t"), 400);
	assert_text(db, "PRAGMA integrity_check", "ok");
	closed(db, "writers");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(wal_is_granted_and_what_it_left_is_read_by_the_next_connection),
	    cmocka_unit_test(files_of_other_names_and_dropped_ones_are_apart),
	    cmocka_unit_test(without_wal_a_rollback_journal_and_temporary_tables_work_too),
	    cmocka_unit_test(a_database_grows_past_a_hundred_megabytes_and_shrinks),
	    cmocka_unit_test(two_readers_move_while_a_writer_is_in_the_middle_of_a_transaction),
	    cmocka_unit_test(two_writers_take_turns_and_lose_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
