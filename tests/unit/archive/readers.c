/* Threads that read an index while its archive moves on. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "domain/archive/readers.h"
#include "fixture.h"
#include "note_sql.h"

#define THREADS 4
#define APPENDS 15

struct work {
	struct archive_readers *readers;
	atomic_bool end;
	atomic_size_t looks;
};

static int64_t
notes_in(struct db *db)
{
	struct sql_note_count_row row = {0};
	struct arena *a = arena_new();
	struct err e;
	int found = sql_note_count_one(db, a, &row, &e);

	assert_int_equal(found, 1);
	arena_free(a);
	return row.n;
}

/* What a thread sees only grows, and what it kept is made anew when the index has moved on. */
static void *
look(void *arg)
{
	struct work *w = arg;
	int64_t seen = 0;

	while (!atomic_load(&w->end)) {
		struct archive_reader *reader;
		struct err e;
		fixture_must(archive_reader_take(w->readers, &reader, &e), &e);
		int64_t now = notes_in(reader->db);
		int64_t *kept = reader->kept;
		if (kept == NULL) {
			kept = ARENA_NEW(reader->a, int64_t);
			*kept = now;
			reader->kept = kept;
		}
		if (now < seen || *kept != now)
			abort();
		seen = now;
		archive_reader_give(w->readers, reader);
		atomic_fetch_add(&w->looks, 1);
	}
	return NULL;
}

static void
readers_see_what_another_handle_appended(void **state)
{
	struct fixture f;
	struct work w = {0};
	pthread_t threads[THREADS];
	struct err e;

	(void)state;
	fixture_make(&f, "");
	struct archive *reads = fixture_open(&f), *writes = fixture_open(&f);
	w.readers = archive_readers_new(reads, THREADS - 1);
	int64_t head = archive_readers_head(w.readers);
	for (size_t i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, look, &w), 0);
	for (int i = 0; i < APPENDS; i++) {
		char name[24];
		fixture_must(
		    fixture_note(writes, str_from_int(name, i), STR(""), STR("x"), &e), &e);
		fixture_must(archive_readers_refresh(w.readers, &e), &e);
		assert_true(archive_readers_head(w.readers) > head);
		head = archive_readers_head(w.readers);
	}
	fixture_must(archive_readers_refresh(w.readers, &e), &e);
	assert_int_equal(archive_readers_head(w.readers), head);
	atomic_store(&w.end, true);
	for (size_t i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	assert_true(atomic_load(&w.looks) > 0);
	assert_int_equal(fixture_count(reads), APPENDS);
	archive_readers_free(w.readers);
	archive_close(reads);
	archive_close(writes);
	fixture_remove(&f);
}

static void
a_destroyed_key_is_gone_for_every_reader(void **state)
{
	struct fixture f;
	struct archive_reader *reader;
	struct err e;

	(void)state;
	fixture_make(&f, "");
	struct archive *reads = fixture_open(&f), *writes = fixture_open(&f);
	fixture_must(fixture_note(writes, STR("n1"), STR("s1"), STR("secret"), &e), &e);
	struct archive_readers *readers = archive_readers_new(reads, 1);
	fixture_must(archive_readers_refresh(readers, &e), &e);
	int64_t head = archive_readers_head(readers);
	fixture_must(
	    archive_key_destroy(writes, &fixture_stamp, STR("s1"), NULL, STR("asked"), &e), &e);
	fixture_must(archive_readers_refresh(readers, &e), &e);
	assert_true(archive_readers_head(readers) > head);
	fixture_must(archive_reader_take(readers, &reader, &e), &e);
	assert_null(reader->kept);
	archive_reader_give(readers, reader);
	archive_readers_free(readers);
	archive_close(reads);
	archive_close(writes);
	fixture_remove(&f);
}

static int
note(struct archive *archive, void *arg, struct err *e)
{
	int *n = arg;
	char name[24];

	return fixture_note(archive, str_from_int(name, (*n)++), STR(""), STR("x"), e);
}

static void
what_is_appended_while_they_read_is_seen_by_all(void **state)
{
	struct fixture f;
	struct work w = {0};
	pthread_t threads[THREADS];
	struct err e;
	int n = 0;

	(void)state;
	fixture_make(&f, "");
	struct archive *archive = fixture_open(&f);
	w.readers = archive_readers_new(archive, THREADS - 1);
	for (size_t i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, look, &w), 0);
	while (n < APPENDS) {
		int64_t head = archive_readers_head(w.readers);
		fixture_must(archive_readers_write(w.readers, note, &n, &e), &e);
		assert_true(archive_readers_head(w.readers) > head);
		assert_int_equal(archive_readers_entries(w.readers), archive_entries(archive));
	}
	atomic_store(&w.end, true);
	for (size_t i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	assert_int_equal(fixture_count(archive), APPENDS);
	archive_readers_free(w.readers);
	archive_close(archive);
	fixture_remove(&f);
}

static void
nothing_is_appended_while_another_process_writes(void **state)
{
	struct fixture f;
	struct err e;
	int n = 0;

	(void)state;
	fixture_make(&f, "");
	struct archive *archive = fixture_open(&f), *other = fixture_open(&f);
	struct archive_readers *readers = archive_readers_new(archive, 1);
	fixture_must(archive_hold(other, &e), &e);
	assert_int_equal(archive_readers_write(readers, note, &n, &e), -1);
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_int_equal(n, 0);
	archive_release(other);
	fixture_must(archive_readers_write(readers, note, &n, &e), &e);
	archive_readers_free(readers);
	archive_close(archive);
	archive_close(other);
	fixture_remove(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(readers_see_what_another_handle_appended),
	    cmocka_unit_test(a_destroyed_key_is_gone_for_every_reader),
	    cmocka_unit_test(what_is_appended_while_they_read_is_seen_by_all),
	    cmocka_unit_test(nothing_is_appended_while_another_process_writes),
	};

	return cmocka_run_group_tests_name("archive/readers", tests, NULL, NULL);
}
