/* What can be thrown away (snapshot, index) and what must come back byte for byte (blobs). */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "fixture.h"
#include "domain/archive/health.h"
#include "kit/os/file.h"
#include "kit/seal/armor.h"
#include "note_sql.h"

static int
setup(void **state)
{
	struct fixture *f = malloc(sizeof(*f));

	assert_non_null(f);
	fixture_make(f, "");
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	fixture_remove(*state);
	free(*state);
	return 0;
}

static void
path_in(char out[FIXTURE_PATH_BYTES], const struct fixture *f, const char *name)
{
	snprintf(out, FIXTURE_PATH_BYTES, "%.200s/%s", f->dir, name);
}

/* Changes one bit of the file. */
static void
flip(const char *path, long at)
{
	FILE *file = fopen(path, "r+b");

	assert_non_null(file);
	assert_int_equal(fseek(file, at, at < 0 ? SEEK_END : SEEK_SET), 0);
	int byte = fgetc(file);
	assert_int_equal(fseek(file, -1, SEEK_CUR), 0);
	fputc(byte ^ 4, file);
	assert_int_equal(fclose(file), 0);
}

/* Entries that the snapshot has not seen; -1 when there is none. */
static int64_t
behind_snapshot(struct archive *a)
{
	struct arena *arena = arena_new();
	struct archive_health h;
	struct err e;

	fixture_must(archive_health(a, arena, &h, &e), &e);
	arena_free(arena);
	return h.snapshot == ARCHIVE_SNAPSHOT_FITS ? h.behind : -1;
}

/* 200 entries and a quarter of what the last one had, 5,000 at most. */
static void
a_snapshot_is_written_when_the_log_has_grown_by_a_share(void **state)
{
	struct fixture *f = *state;
	static const struct {
		int notes;
		int64_t behind;
	} steps[] = {{199, -1}, {1, 0}, {249, 249}, {1, 0}, {30000, 0}, {4999, 4999}, {1, 0}};
	struct err e;

	for (size_t i = 0; i < LENGTH(steps); i++) {
		struct archive *a = fixture_open(f);
		char prefix[16];
		snprintf(prefix, sizeof(prefix), "step%zu-", i);
		fixture_must(fixture_notes(a, prefix, steps[i].notes, &e), &e);
		archive_close(a);
		a = fixture_open(f);
		assert_int_equal(behind_snapshot(a), steps[i].behind);
		archive_close(a);
	}
}

/* An import of a large table is few entries, and long to read all the same. */
static void
a_snapshot_is_written_after_few_long_entries_too(void **state)
{
	struct fixture *f = *state;
	char snapshot[FIXTURE_PATH_BYTES];
	struct archive *a = fixture_open(f);
	struct arena *arena = arena_new();
	char *words = arena_alloc(arena, 70 << 10);
	struct err e;

	path_in(snapshot, f, "snapshot");
	memset(words, 'w', 70 << 10);
	for (int i = 0; i < 2; i++) {
		struct str id = arena_fmt(arena, "n%d", i);

		assert_false(file_exists(str_of(snapshot)));
		fixture_must(fixture_note(a, id, STR(""), (struct str){words, 70 << 10}, &e), &e);
		archive_close(a);
		a = fixture_open(f);
	}
	archive_close(a);
	assert_true(file_exists(str_of(snapshot)));
	assert_int_equal(unlink(snapshot), 0);
	archive_close(fixture_open(f));
	assert_true(file_exists(str_of(snapshot)));
	arena_free(arena);
}

/* The head of the log is changed on purpose: whoever reads the log from its beginning must notice.
 */
static void
an_archive_opens_from_its_snapshot_and_reads_only_the_tail(void **state)
{
	struct fixture *f = *state;
	char segment[FIXTURE_PATH_BYTES];
	struct archive *a = fixture_open(f);
	struct archive *b;
	struct err e;

	fixture_must(fixture_notes(a, "n", 50, &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	fixture_must(fixture_notes(a, "tail", 7, &e), &e);
	archive_close(a);
	path_in(segment, f, "log/000001.seg");
	flip(segment, 400);
	a = fixture_open(f);
	assert_int_equal(fixture_count(a), 57);
	archive_close(a);

	struct archive_index other = fixture_index;
	other.revision++;
	assert_int_equal(archive_open(&f->place, &other, &b, &e), -1);
	assert_string_equal(e.key, "archive.damaged");
}

static void
a_changed_snapshot_or_one_of_another_archive_is_made_anew(void **state)
{
	struct fixture *f = *state;
	struct fixture other;
	char snapshot[FIXTURE_PATH_BYTES], foreign[FIXTURE_PATH_BYTES];
	struct archive *a = fixture_open(f);
	struct err e;

	fixture_must(fixture_notes(a, "n", 50, &e), &e);
	path_in(snapshot, f, "snapshot");
	for (long at = 0; at < 200; at += 9) {
		fixture_must(archive_snapshot(a, &e), &e);
		flip(snapshot, at);
		struct archive *b = fixture_open(f);
		assert_int_equal(fixture_count(b), 50);
		archive_close(b);
	}
	fixture_must(archive_snapshot(a, &e), &e);
	assert_int_equal(truncate(snapshot, 5000), 0);
	struct archive *b = fixture_open(f);
	assert_int_equal(fixture_count(b), 50);
	archive_close(b);
	archive_close(a);

	fixture_make(&other, "");
	a = fixture_open(&other);
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);
	path_in(foreign, &other, "snapshot");
	fixture_remove_tree(snapshot);
	fixture_copy(foreign, snapshot);
	a = fixture_open(f);
	assert_int_equal(fixture_count(a), 50);
	archive_close(a);
	fixture_remove(&other);
}

/* --- Snapshots that lie --------------------------------------------------------------------- */

static void
a_snapshot_cut_or_changed_anywhere_is_made_anew(void **state)
{
	struct fixture *f = *state;
	char snapshot[FIXTURE_PATH_BYTES], whole[FIXTURE_PATH_BYTES];
	struct archive *a = fixture_open(f);
	struct file_facts facts;
	struct err e;

	fixture_must(fixture_notes(a, "n", 50, &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);
	path_in(snapshot, f, "snapshot");
	snprintf(whole, sizeof(whole), "%.200s/whole", f->root);
	fixture_copy(snapshot, whole);
	fixture_must(file_look(str_of(snapshot), &facts, &e), &e);
	for (long at = 0; at < (long)facts.size; at += (long)facts.size / 97) {
		for (int cut = 0; cut < 2; cut++) {
			fixture_remove_tree(snapshot);
			fixture_copy(whole, snapshot);
			if (cut)
				assert_int_equal(truncate(snapshot, at), 0);
			else
				flip(snapshot, at);
			a = fixture_open(f);
			assert_int_equal(fixture_count(a), 50);
			archive_close(a);
		}
	}
}

static void
an_older_snapshot_reads_what_came_after_it(void **state)
{
	struct fixture *f = *state;
	char snapshot[FIXTURE_PATH_BYTES], old[FIXTURE_PATH_BYTES];
	struct archive *a = fixture_open(f);
	struct err e;

	path_in(snapshot, f, "snapshot");
	snprintf(old, sizeof(old), "%.200s/old", f->root);
	fixture_must(fixture_notes(a, "n", 20, &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	fixture_copy(snapshot, old);
	fixture_must(fixture_notes(a, "m", 20, &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);
	fixture_remove_tree(snapshot);
	fixture_copy(old, snapshot);
	a = fixture_open(f);
	assert_int_equal(fixture_count(a), 40);
	archive_close(a);
}

/* The same archive and key, but another history: a copy that somebody wrote into. */
static void
a_snapshot_of_another_history_is_not_believed(void **state)
{
	struct fixture *f = *state;
	struct fixture other = *f;
	char mine[FIXTURE_PATH_BYTES], theirs[FIXTURE_PATH_BYTES];
	struct arena *arena = arena_new();
	struct archive *a = fixture_open(f);
	struct str text;
	struct err e;

	fixture_must(fixture_notes(a, "n", 5, &e), &e);
	archive_close(a);
	snprintf(other.dir, sizeof(other.dir), "%.200s/other", f->root);
	other.place.dir = str_of(other.dir);
	fixture_copy(f->dir, other.dir);
	a = fixture_open(f);
	fixture_must(fixture_note(a, STR("mine"), STR(""), STR("words"), &e), &e);
	archive_close(a);
	a = fixture_open(&other);
	fixture_must(fixture_note(a, STR("theirs"), STR(""), STR("words"), &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);
	path_in(mine, f, "snapshot");
	path_in(theirs, &other, "snapshot");
	fixture_copy(theirs, mine);
	a = fixture_open(f);
	assert_int_equal(fixture_count(a), 6);
	assert_int_equal(fixture_text(a, arena, STR("mine"), &text, NULL), 1);
	assert_int_equal(fixture_text(a, arena, STR("theirs"), &text, NULL), 0);
	archive_close(a);
	arena_free(arena);
}

/* Only who has the key can write one: "rebuild" tells, and gives the log's answer from then on. */
static void
a_snapshot_with_the_right_hash_and_wrong_rows_is_told_by_a_rebuild(void **state)
{
	struct fixture *f = *state;
	struct arena *arena = arena_new();
	struct archive *a = fixture_open(f);
	struct str table;
	bool same = true;
	struct err e;

	fixture_must(fixture_notes(a, "n", 10, &e), &e);
	fixture_must(sql_note_add(archive_db(a),
			 &(struct sql_note_add_in){.id = STR("never"),
			     .at = STR("2019-06-12T08:00:00Z"),
			     .place = STR(""),
			     .text = STR("said by nobody")},
			 &e),
	    &e);
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);
	a = fixture_open(f);
	assert_int_equal(fixture_count(a), 11);
	fixture_must(archive_rebuild(a, &same, arena, &table, &e), &e);
	assert_false(same);
	assert_true(str_eq(table, STR("note")));
	assert_int_equal(fixture_count(a), 10);
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);
	a = fixture_open(f);
	assert_int_equal(fixture_count(a), 10);
	archive_close(a);
	arena_free(arena);
}

static void
a_log_that_lost_its_end_is_found_also_by_what_the_snapshot_had_seen(void **state)
{
	struct fixture *f = *state;
	char segment[FIXTURE_PATH_BYTES];
	struct archive *a = fixture_open(f);
	struct archive_verdict v;
	struct file_facts facts;
	struct err e;

	fixture_must(fixture_note(a, STR("n1"), STR("s1"), STR("kept"), &e), &e);
	path_in(segment, f, "log/000001.seg");
	fixture_must(file_look(str_of(segment), &facts, &e), &e);
	fixture_must(fixture_note(a, STR("n2"), STR("s1"), STR("cut off"), &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);
	assert_int_equal(truncate(segment, (off_t)facts.size), 0);
	char end[FIXTURE_PATH_BYTES];
	path_in(end, f, "end");
	assert_int_equal(unlink(end), 0);
	fixture_must(archive_verify(&f->place, &v, &e), &e);
	assert_false(v.sound);
	assert_string_equal(v.damage.key, "archive.cut-back");
	assert_string_equal(v.damage.arg[0], "1");
	assert_string_equal(v.damage.arg[1], "2");
	assert_int_equal(archive_open(&f->place, &fixture_index, &a, &e), -1);
	assert_string_equal(e.key, "archive.cut-back");
}

static void
a_rebuild_gives_the_same_tables(void **state)
{
	struct fixture *f = *state;
	struct arena *arena = arena_new();
	struct archive *a = fixture_open(f);
	struct str table;
	bool same = false;
	struct err e;

	fixture_must(fixture_notes(a, "n", 300, &e), &e);
	fixture_must(fixture_note(a, STR("x"), STR("s1"), STR("tab\there \"quoted\"\n"), &e), &e);
	fixture_must(
	    archive_key_destroy(a, &fixture_stamp, STR("n-key-1"), NULL, STR("asked"), &e), &e);
	fixture_must(fixture_note(a, STR("y"), STR("s2"), STR("later"), &e), &e);
	fixture_must(archive_rebuild(a, &same, arena, &table, &e), &e);
	assert_true(same);
	assert_int_equal(fixture_count(a), 302);
	archive_close(a);
	arena_free(arena);
}

/* --- Blobs ---------------------------------------------------------------------------------- */

static int
collect(void *arg, struct str chunk, struct err *e)
{
	(void)e;
	buf_put(arg, chunk);
	return 0;
}

static void
a_file_of_any_size_comes_back_as_it_was(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	const size_t sizes[] = {0, 1, 65535, 65536, 65537, 300000};
	char path[FIXTURE_PATH_BYTES];
	char *bytes = malloc(300000);
	struct err e;

	assert_non_null(bytes);
	for (size_t i = 0; i < 300000; i++)
		bytes[i] = (char)(i * 7 / 3);
	snprintf(path, sizeof(path), "%.200s/scan.jpg", f->root);
	for (size_t i = 0; i < LENGTH(sizes); i++) {
		struct archive_blob blob, again;
		struct buf got = BUF_INIT;
		struct arena *arena = arena_new();

		fixture_must(file_write_atomic(str_of(path), bytes, sizes[i], 0600, &e), &e);
		fixture_must(archive_blob_add(a, str_of(path), STR("s1"), &blob, &e), &e);
		assert_int_equal(blob.bytes, sizes[i]);
		fixture_must(archive_blob_of(archive_blob_json(arena, &blob), &again, &e), &e);
		fixture_must(archive_blob_read(a, &again, collect, &got, &e), &e);
		assert_int_equal(got.n, sizes[i]);
		assert_memory_equal(got.p, bytes, sizes[i]);
		buf_free(&got);
		arena_free(arena);
	}
	free(bytes);
	archive_close(a);
}

/* Adds a note whose sealed part names a blob; the blob's path in out. */
static void
add_scan(const struct fixture *f, struct archive *a, char out[FIXTURE_PATH_BYTES])
{
	struct arena *arena = arena_new();
	struct buf *name = buf_on(arena);
	struct json *body = json_object(arena), *secret = json_object(arena);
	struct archive_blob blob;
	struct err e;

	fixture_must(archive_blob_put(a, STR("a scanned page"), STR("s1"), &blob, &e), &e);
	armor_hex(name, blob.name, sizeof(blob.name));
	snprintf(out, FIXTURE_PATH_BYTES, "%.150s/blobs/%s", f->dir, name->p);
	json_set_str(body, STR("id"), STR("n1"));
	json_set_str(secret, STR("text"), STR("with a scan"));
	json_set(secret, STR("blob"), archive_blob_json(arena, &blob));
	const struct archive_part part = {
	    .op = STR("note.add"), .version = 1, .body = body, .secret = secret, .key = STR("s1")};
	fixture_must(archive_append(a, &fixture_stamp, &part, 1, NULL, &e), &e);
	arena_free(arena);
}

static void
verify_names_a_blob_that_changed_or_is_missing(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct archive_place closed = {.dir = f->place.dir, .no_holder = true};
	struct archive_verdict v;
	char path[FIXTURE_PATH_BYTES];
	struct archive_blob unused;
	struct err e;

	add_scan(f, a, path);
	fixture_must(archive_blob_put(a, STR("nobody names it"), STR("s1"), &unused, &e), &e);
	archive_close(a);
	fixture_must(archive_verify(&f->place, &v, &e), &e);
	assert_true(v.sound);
	assert_int_equal(v.blobs, 2);
	assert_int_equal(v.orphans, 1);
	flip(path, 70);
	fixture_must(archive_verify(&closed, &v, &e), &e);
	assert_false(v.sound);
	assert_string_equal(v.damage.key, "archive.blob-damaged");
	assert_non_null(strstr(path, v.damage.arg[0]));
	assert_int_equal(unlink(path), 0);
	fixture_must(archive_verify(&closed, &v, &e), &e);
	assert_true(v.sound); /* without the key nobody knows that it should be there */
	fixture_must(archive_verify(&f->place, &v, &e), &e);
	assert_false(v.sound);
	assert_string_equal(v.damage.key, "archive.blob-missing");
}

static void
a_file_that_is_not_there_is_no_blob(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct archive_blob blob;
	struct err e;

	assert_int_equal(archive_blob_add(a, STR("/nowhere/at-all"), STR("s1"), &blob, &e), -1);
	assert_int_equal(e.code, ERR_NOTFOUND);
	assert_string_equal(e.key, "archive.blob-source");
	archive_close(a);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(a_snapshot_is_written_when_the_log_has_grown_by_a_share),
	    CASE(a_snapshot_is_written_after_few_long_entries_too),
	    CASE(an_archive_opens_from_its_snapshot_and_reads_only_the_tail),
	    CASE(a_changed_snapshot_or_one_of_another_archive_is_made_anew),
	    CASE(a_snapshot_cut_or_changed_anywhere_is_made_anew),
	    CASE(an_older_snapshot_reads_what_came_after_it),
	    CASE(a_snapshot_of_another_history_is_not_believed),
	    CASE(a_snapshot_with_the_right_hash_and_wrong_rows_is_told_by_a_rebuild),
	    CASE(a_log_that_lost_its_end_is_found_also_by_what_the_snapshot_had_seen),
	    CASE(a_rebuild_gives_the_same_tables),
	    CASE(a_file_of_any_size_comes_back_as_it_was),
	    CASE(verify_names_a_blob_that_changed_or_is_missing),
	    CASE(a_file_that_is_not_there_is_no_blob),
	};

	return cmocka_run_group_tests_name("archive/derived", tests, NULL, NULL);
}
