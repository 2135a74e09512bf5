/* A copy is whole whenever one looks, holds no key that was destroyed, and gives the archive back.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "domain/archive/backup.h"
#include "fixture.h"
#include "kit/os/fault.h"
#include "kit/os/file.h"
#include "kit/seal/armor.h"

#define CALLS_MAX 500 /* more means that the loop does not end */

struct copies {
	struct fixture f;
	char to[FIXTURE_PATH_BYTES];    /* a copy */
	char again[FIXTURE_PATH_BYTES]; /* what is made from it */
	struct archive_place at_copy, at_again;
};

static int
setup_on(void **state, const char *base)
{
	struct copies *c = calloc(1, sizeof(*c));

	assert_non_null(c);
	fixture_make(&c->f, base);
	snprintf(c->to, sizeof(c->to), "%.200s/copy", c->f.root);
	snprintf(c->again, sizeof(c->again), "%.200s/again", c->f.root);
	c->at_copy = c->at_again = c->f.place;
	c->at_copy.dir = str_of(c->to);
	c->at_again.dir = str_of(c->again);
	*state = c;
	return 0;
}

static int
setup(void **state)
{
	return setup_on(state, "");
}

/* For loops over every call: what fails there is made to, and need not wait for a real disk. */
static int
setup_in_memory(void **state)
{
	return setup_on(state, access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "");
}

static int
teardown(void **state)
{
	struct copies *c = *state;

	fixture_remove(&c->f);
	free(c);
	return 0;
}

static int
back_up(const struct copies *c, struct archive *a, struct archive_copied *out, struct err *e)
{
	return archive_backup(a, &fixture_stamp, str_of(c->to), c->f.place.key_file, out, e);
}

static void
must_back_up(const struct copies *c, struct archive *a, struct archive_copied *out)
{
	struct err e;

	fixture_must(back_up(c, a, out, &e), &e);
}

/* The archive at place is sound; how many entries it has. */
static int64_t
sound_entries(const struct archive_place *place)
{
	struct archive_verdict v;
	struct err e;

	fixture_must(archive_verify(place, &v, &e), &e);
	if (!v.sound)
		fail_msg("%s %s %s", v.damage.key, v.damage.arg[0], v.damage.arg[1]);
	return v.entries;
}

static void
path_in(char out[FIXTURE_PATH_BYTES], const char *dir, const char *name)
{
	snprintf(out, FIXTURE_PATH_BYTES, "%.150s/%.100s", dir, name);
}

static void
flip(const char *path, long at)
{
	FILE *file = fopen(path, "r+b");

	assert_non_null(file);
	assert_int_equal(fseek(file, at, SEEK_SET), 0);
	int byte = fgetc(file);
	assert_int_equal(fseek(file, at, SEEK_SET), 0);
	fputc(byte ^ 1, file);
	assert_int_equal(fclose(file), 0);
}

static void
put_scan(struct archive *a, const char *content, char name[2 * ARCHIVE_HASH_BYTES + 1])
{
	struct archive_blob blob;
	struct buf hex = BUF_INIT;
	struct err e;

	fixture_must(archive_blob_put(a, str_of(content), STR("s1"), &blob, &e), &e);
	armor_hex(&hex, blob.name, sizeof(blob.name));
	memcpy(name, hex.p, 2 * ARCHIVE_HASH_BYTES + 1);
	buf_free(&hex);
}

/* --- Growing -------------------------------------------------------------------------------- */

static void
a_copy_grows_by_what_is_new_and_is_an_archive_itself(void **state)
{
	struct copies *c = *state;
	struct archive *a = fixture_open(&c->f);
	struct archive_copied done;
	char name[2 * ARCHIVE_HASH_BYTES + 1];
	struct err e;

	fixture_must(fixture_notes(a, "n", 50, &e), &e);
	put_scan(a, "a scanned page", name);
	must_back_up(c, a, &done);
	assert_true(done.begun && done.noted);
	assert_int_equal(done.new_entries, 50);
	assert_int_equal(done.new_files, 1);
	assert_int_equal(sound_entries(&c->at_copy), 50);

	fixture_must(fixture_notes(a, "m", 7, &e), &e);
	must_back_up(c, a, &done);
	assert_false(done.begun);
	assert_int_equal(done.new_entries, 8); /* the note of the first copy among them */
	assert_int_equal(done.new_files, 0);
	assert_int_equal(done.files, 1);
	assert_int_equal(sound_entries(&c->at_copy), 58);

	must_back_up(c, a, &done);
	assert_int_equal(done.new_entries, 0);
	assert_int_equal(done.bytes, 0);
	assert_int_equal(archive_entries(a), 58);
	archive_close(a);
}

static void
an_archive_of_several_segments_is_copied_and_restored(void **state)
{
	struct copies *c = *state;
	struct archive *a = fixture_open(&c->f);
	struct arena *arena = arena_new();
	char *words = arena_alloc(arena, 7 << 20);
	struct archive_copied done;
	struct err e;

	memset(words, 'w', 7 << 20);
	for (int i = 0; i < 11; i++) {
		if (i == 9)
			must_back_up(c, a, &done);
		fixture_must(fixture_note(a, arena_fmt(arena, "n%d", i), STR(""),
				 (struct str){words, 7 << 20}, &e),
		    &e);
	}
	must_back_up(c, a, &done);
	archive_close(a);
	assert_int_equal(sound_entries(&c->at_copy), 12);
	fixture_must(archive_restore(&c->at_copy, &fixture_index, str_of(c->again), &done, &e), &e);
	assert_int_equal(done.entries, 12);
	assert_int_equal(sound_entries(&c->at_again), 12);
	arena_free(arena);
}

static void
write_until_killed(const struct fixture *f)
{
	struct archive *a = fixture_open(f);
	struct archive_blob blob;
	char id[32];
	struct err e;

	for (unsigned i = 0;; i++) {
		snprintf(id, sizeof(id), "w%u", i);
		fixture_must(archive_blob_put(a, STR("a scan"), str_of(id), &blob, &e), &e);
		fixture_must(fixture_note(a, str_of(id), str_of(id), STR("words"), &e), &e);
		fixture_must(fixture_notes(a, id, 5, &e), &e);
	}
}

/* No lock of the archive is held: what the log holds has its keys and blobs on the disk. */
static void
a_copy_of_an_archive_that_is_written_to_is_whole(void **state)
{
	struct copies *c = *state;
	struct archive *a = fixture_open(&c->f);
	struct archive_copied done;
	int64_t had = -1, status;
	pid_t writer = fork();

	assert_true(writer >= 0);
	if (writer == 0)
		write_until_killed(&c->f);
	for (int i = 0; i < 8; i++) {
		must_back_up(c, a, &done);
		assert_int_equal(sound_entries(&c->at_copy), done.entries);
		assert_true(done.entries >= had);
		had = done.entries;
	}
	assert_int_equal(kill(writer, SIGKILL), 0);
	status = waitpid(writer, NULL, 0);
	assert_int_equal(status, writer);
	assert_true(had > 0);
	archive_close(a);
}

/* --- Keys that were destroyed --------------------------------------------------------------- */

static void
a_destruction_reaches_the_copy_and_older_copies_are_listed(void **state)
{
	struct copies *c = *state;
	struct archive *a = fixture_open(&c->f);
	struct arena *arena = arena_new();
	struct archive_copied done;
	struct archive_copy *all;
	char other[FIXTURE_PATH_BYTES];
	size_t n;
	struct err e;

	snprintf(other, sizeof(other), "%.200s/other", c->f.root);
	fixture_must(fixture_note(a, STR("n1"), STR("s1"), STR("kept"), &e), &e);
	fixture_must(fixture_note(a, STR("n2"), STR("s2"), STR("gone"), &e), &e);
	must_back_up(c, a, &done);
	fixture_must(archive_backup(a, &fixture_stamp, str_of(other), STR(""), &done, &e), &e);
	fixture_must(archive_key_destroy(a, &fixture_stamp, STR("s2"), NULL, STR("asked"), &e), &e);
	fixture_must(archive_copies(a, arena, &all, &n, &e), &e);
	assert_int_equal(n, 2);
	assert_true(all[0].old && all[1].old);

	must_back_up(c, a, &done);
	assert_int_equal(done.destroyed, 1);
	fixture_must(archive_copies(a, arena, &all, &n, &e), &e);
	assert_int_equal(n, 2);
	assert_true(all[0].old != all[1].old);
	assert_string_equal(all[all[0].old ? 0 : 1].folder.p, other);
	archive_close(a);

	struct fixture copy = c->f;
	struct str text;
	bool destroyed = false;
	copy.place.dir = str_of(c->to);
	a = fixture_open(&copy);
	assert_int_equal(fixture_text(a, arena, STR("n2"), &text, &destroyed), 1);
	assert_true(destroyed);
	archive_close(a);
	arena_free(arena);
}

/* A copy whose keys are from before the destruction that its own log tells of. */
static void
a_restore_destroys_again_what_the_log_says_is_destroyed(void **state)
{
	struct copies *c = *state;
	struct archive *a = fixture_open(&c->f);
	struct archive_copied done;
	char keys[FIXTURE_PATH_BYTES], old[FIXTURE_PATH_BYTES];
	struct err e;

	fixture_must(fixture_note(a, STR("n1"), STR("s1"), STR("gone"), &e), &e);
	must_back_up(c, a, &done);
	path_in(keys, c->to, "keys");
	path_in(old, c->f.root, "keys-of-then");
	fixture_copy(keys, old);
	fixture_must(archive_key_destroy(a, &fixture_stamp, STR("s1"), NULL, STR("asked"), &e), &e);
	must_back_up(c, a, &done);
	archive_close(a);
	fixture_remove_tree(keys);
	fixture_copy(old, keys);
	fixture_must(archive_restore(&c->at_copy, &fixture_index, str_of(c->again), &done, &e), &e);
	assert_int_equal(done.destroyed, 1);

	struct fixture again = c->f;
	again.place.dir = str_of(c->again);
	a = fixture_open(&again);
	assert_true(archive_key_destroyed(a, STR("s1")));
	archive_close(a);
	assert_int_equal(sound_entries(&c->at_again), 3);
}

/* --- What is refused ------------------------------------------------------------------------ */

static void
refused(const struct copies *c, struct archive *a, const char *key)
{
	struct archive_copied done;
	struct err e;

	assert_int_equal(back_up(c, a, &done, &e), -1);
	assert_string_equal(e.key, key);
}

static void
a_folder_that_is_no_copy_of_this_archive_is_left_alone(void **state)
{
	struct copies *c = *state;
	struct archive *a = fixture_open(&c->f);
	struct archive_copied done;
	struct fixture other;
	struct err e;

	fixture_must(file_folder_make(str_of(c->to), &e), &e);
	char stranger[FIXTURE_PATH_BYTES];
	path_in(stranger, c->to, "letter.txt");
	fixture_must(file_write_atomic(str_of(stranger), "x", 1, 0600, &e), &e);
	refused(c, a, "archive.exists");
	fixture_remove_tree(c->to);

	fixture_make(&other, "");
	struct archive *b = fixture_open(&other);
	must_back_up(c, b, &done);
	archive_close(b);
	fixture_remove(&other);
	refused(c, a, "archive.copy-other");

	path_in(c->to, c->f.dir, "inside");
	refused(c, a, "archive.copy-inside");
	path_in(c->to, c->f.root, "");
	refused(c, a, "archive.key-inside");
	archive_close(a);
}

/* Somebody wrote into the copy, or the archive lost its end: neither writes over the other. */
static void
a_copy_that_holds_more_than_the_archive_is_left_alone(void **state)
{
	struct copies *c = *state;
	struct archive *a = fixture_open(&c->f);
	struct archive_copied done;
	struct fixture copy = c->f;
	struct err e;

	fixture_must(fixture_note(a, STR("n1"), STR("s1"), STR("words"), &e), &e);
	must_back_up(c, a, &done);
	copy.place.dir = str_of(c->to);
	struct archive *b = fixture_open(&copy);
	fixture_must(fixture_note(b, STR("n2"), STR("s1"), STR("in the copy"), &e), &e);
	archive_close(b);
	refused(c, a, "archive.copy-differs");
	fixture_must(fixture_note(a, STR("n3"), STR("s1"), STR("in the archive"), &e), &e);
	refused(c, a, "archive.copy-differs");
	archive_close(a);
	assert_int_equal(sound_entries(&c->at_copy), 2);
}

static void
damage_is_not_copied_over_what_is_whole(void **state)
{
	struct copies *c = *state;
	struct archive *a = fixture_open(&c->f);
	struct archive_copied done;
	char name[2 * ARCHIVE_HASH_BYTES + 1], path[FIXTURE_PATH_BYTES];
	struct err e;

	fixture_must(fixture_notes(a, "n", 20, &e), &e);
	must_back_up(c, a, &done);
	put_scan(a, "a page that a disk spoilt", name);
	snprintf(path, sizeof(path), "%.150s/blobs/%s", c->f.dir, name);
	flip(path, 70);
	must_back_up(c, a, &done);
	assert_int_equal(done.damaged, 1);
	assert_non_null(strstr(path, done.damage.arg[0]));
	assert_int_equal(done.new_files, 0);

	fixture_must(fixture_notes(a, "m", 20, &e), &e);
	path_in(path, c->f.dir, "log/000001.seg");
	flip(path, 5000);
	refused(c, a, "archive.damaged");
	archive_close(a);
	assert_int_equal(sound_entries(&c->at_copy), 21);
}

/* --- Broken off ----------------------------------------------------------------------------- */

/* There is no archive in the folder, or one that is sound; its entries. */
static int64_t
whole_or_none(const struct copies *c)
{
	struct archive_verdict v;
	struct err e = {0};

	if (archive_verify(&c->at_copy, &v, &e) == 0 && v.sound)
		return v.entries;
	assert_string_equal(e.key, "archive.none");
	return 0;
}

/* Some entries more, and a backup of them that fails at its n-th call. */
static bool
fail_at(const struct copies *c, struct archive *a, enum fault_way way, unsigned n)
{
	struct archive_copied done;
	char prefix[32];
	struct err e;

	snprintf(prefix, sizeof(prefix), "w%d-%u", (int)way, n);
	fixture_must(fixture_notes(a, prefix, 3, &e), &e);
	fault_arm(way, n, way == FAULT_HALF ? ENOSPC : EIO);
	int r = back_up(c, a, &done, &e);
	bool reached = fault_disarm();
	assert_true(r == 0 || reached);
	assert_true(r == 0 || e.code != ERR_BUG);
	return reached;
}

static void
a_backup_that_fails_at_any_call_leaves_no_half_of_a_copy(void **state)
{
	struct copies *c = *state;
	const enum fault_way ways[] = {FAULT_ONCE, FAULT_FROM, FAULT_HALF};

	for (size_t i = 0; i < LENGTH(ways); i++) {
		bool reached = true;
		int64_t had = whole_or_none(c);

		for (unsigned n = 1; reached; n++) {
			struct archive *a = fixture_open(&c->f);

			assert_true(n < CALLS_MAX);
			reached = fail_at(c, a, ways[i], n);
			archive_close(a);
			int64_t has = whole_or_none(c);
			assert_true(has >= had);
			had = has;
		}
		struct archive_copied done;
		struct archive *a = fixture_open(&c->f);
		must_back_up(c, a, &done);
		assert_int_equal(whole_or_none(c), done.entries);
		archive_close(a);
	}
}

static bool
die_at(const struct copies *c, enum fault_way way, unsigned n)
{
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		struct archive *a = fixture_open(&c->f);

		(void)fail_at(c, a, way, n);
		archive_close(a);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status) == FAULT_EXIT_STATUS;
}

static void
a_backup_killed_at_any_call_leaves_no_half_of_a_copy(void **state)
{
	struct copies *c = *state;
	const enum fault_way ways[] = {FAULT_EXIT, FAULT_TORN};

	for (size_t i = 0; i < LENGTH(ways); i++) {
		int64_t had = whole_or_none(c);
		bool died = true;

		for (unsigned n = 1; died; n++) {
			assert_true(n < CALLS_MAX);
			died = die_at(c, ways[i], n);
			int64_t has = whole_or_none(c);
			assert_true(has >= had);
			had = has;
		}
		assert_true(had > 0);
		fixture_remove_tree(i == 0 ? c->to : c->again);
	}
}

static void
a_restore_that_fails_at_any_call_goes_on_the_next_time(void **state)
{
	struct copies *c = *state;
	struct archive *a = fixture_open(&c->f);
	struct archive_copied done;
	char mark[FIXTURE_PATH_BYTES];
	bool reached = true;
	struct err e;

	path_in(mark, c->again, "archive");
	fixture_must(fixture_notes(a, "n", 9, &e), &e);
	must_back_up(c, a, &done);
	archive_close(a);
	for (unsigned n = 1; reached; n++) {
		assert_true(n < CALLS_MAX);
		fault_arm(FAULT_ONCE, n, ENOSPC);
		int r = archive_restore(&c->at_copy, &fixture_index, str_of(c->again), &done, &e);
		reached = fault_disarm();
		if (r != 0 && !file_exists(str_of(mark)))
			fixture_must(archive_restore(
					 &c->at_copy, &fixture_index, str_of(c->again), &done, &e),
			    &e);
		assert_int_equal(sound_entries(&c->at_again), 9);
		fixture_remove_tree(c->again);
	}
}

/* The disk that fails is the one to be copied from. */
static void
a_disk_that_can_only_be_read_is_copied_and_restored_from(void **state)
{
	struct copies *c = *state;
	struct fixture small;
	struct archive_copied done;
	char disk[FIXTURE_PATH_BYTES];
	struct err e;

	snprintf(disk, sizeof(disk), "%.200s/disk", c->f.root);
	fixture_must(file_folder_make(str_of(disk), &e), &e);
	if (mount("tmpfs", disk, "tmpfs", 0, "size=4m") != 0) {
		print_message("skipped: no disk can be mounted here (%s)\n", strerror(errno));
		skip();
	}
	fixture_make(&small, disk);
	struct archive *a = fixture_open(&small);
	fixture_must(fixture_notes(a, "n", 5, &e), &e);
	archive_close(a);
	assert_int_equal(mount("tmpfs", disk, "tmpfs", MS_REMOUNT | MS_RDONLY, "size=4m"), 0);

	a = fixture_open(&small);
	assert_int_equal(fixture_count(a), 5);
	assert_int_equal(fixture_note(a, STR("x"), STR(""), STR("words"), &e), -1);
	assert_string_equal(e.key, "os.readonly");
	must_back_up(c, a, &done);
	assert_false(done.noted);
	assert_int_equal(done.entries, 5);
	archive_close(a);
	fixture_must(
	    archive_restore(&small.place, &fixture_index, str_of(c->again), &done, &e), &e);
	assert_int_equal(done.entries, 5);
	assert_int_equal(umount(disk), 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
#define LOOP(name) cmocka_unit_test_setup_teardown(name, setup_in_memory, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(a_copy_grows_by_what_is_new_and_is_an_archive_itself),
	    CASE(an_archive_of_several_segments_is_copied_and_restored),
	    LOOP(a_copy_of_an_archive_that_is_written_to_is_whole),
	    CASE(a_destruction_reaches_the_copy_and_older_copies_are_listed),
	    CASE(a_restore_destroys_again_what_the_log_says_is_destroyed),
	    CASE(a_folder_that_is_no_copy_of_this_archive_is_left_alone),
	    CASE(a_copy_that_holds_more_than_the_archive_is_left_alone),
	    CASE(damage_is_not_copied_over_what_is_whole),
	    LOOP(a_backup_that_fails_at_any_call_leaves_no_half_of_a_copy),
	    LOOP(a_backup_killed_at_any_call_leaves_no_half_of_a_copy),
	    LOOP(a_restore_that_fails_at_any_call_goes_on_the_next_time),
	    CASE(a_disk_that_can_only_be_read_is_copied_and_restored_from),
	};

	return cmocka_run_group_tests_name("archive/backup", tests, NULL, NULL);
}
