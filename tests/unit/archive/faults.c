/* Each call to the system fails once, or from then on, or the process ends there: nothing
 * acknowledged is lost. */
#define _GNU_SOURCE
#include <errno.h>
#include <setjmp.h>
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

#include "fixture.h"
#include "kit/os/fault.h"
#include "kit/os/file.h"

#define CALLS_MAX 500 /* more means that the loop does not end */

static int
setup_on(void **state, const char *base)
{
	struct fixture *f = malloc(sizeof(*f));

	assert_non_null(f);
	fixture_make(f, base);
	*state = f;
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
	fixture_remove(*state);
	free(*state);
	return 0;
}

/* Opened anew it holds at least what was acknowledged, and no half of anything. */
static int64_t
count_anew(const struct fixture *f)
{
	struct archive *a = fixture_open(f);
	struct archive_verdict v;
	struct err e;
	int64_t n = fixture_count(a);

	archive_close(a);
	fixture_must(archive_verify(&f->place, &v, &e), &e);
	if (!v.sound)
		fail_msg("%s %s %s", v.damage.key, v.damage.arg[0], v.damage.arg[1]);
	return n;
}

/* A note under a key of its own and two more in one append: 0 when all were acknowledged. */
static int
write_some(struct archive *a, unsigned round, int64_t *acknowledged)
{
	char id[32], key[32];
	struct err e;

	snprintf(id, sizeof(id), "one-%u", round);
	snprintf(key, sizeof(key), "key-%u", round);
	int r = fixture_note(a, str_of(id), str_of(key), STR("words"), &e);
	*acknowledged += r == 0;
	if (r == 0) {
		snprintf(id, sizeof(id), "two-%u", round);
		r = fixture_notes(a, id, 2, &e);
		*acknowledged += r == 0 ? 2 : 0;
	}
	if (r != 0 && e.code == ERR_BUG)
		fail_msg("a bug: %s", e.key);
	return r;
}

static void
fail_each_call(const struct fixture *f, enum fault_way way, int error)
{
	int64_t known = count_anew(f);
	bool reached = true;

	for (unsigned n = 1; reached; n++) {
		struct archive *a = fixture_open(f);
		int64_t acknowledged = 0;

		assert_true(n < CALLS_MAX);
		fault_arm(way, n, error);
		int r = write_some(a, (unsigned)(way * 200 + error) * 1000 + n, &acknowledged);
		reached = fault_disarm();
		assert_true(r == 0 || reached);
		int64_t here = fixture_count(a);
		archive_close(a);
		int64_t now = count_anew(f);
		/* What failed in its very last step may be there all the same, whole. */
		assert_in_range(now - known - acknowledged, 0, reached ? 2 : 0);
		assert_true(here == known + acknowledged || way != FAULT_ONCE);
		known = now;
	}
}

static void
a_call_that_fails_once_leaves_a_whole_archive(void **state)
{
	fail_each_call(*state, FAULT_ONCE, EIO);
	fail_each_call(*state, FAULT_ONCE, ENOSPC);
}

static void
a_disk_that_fails_from_some_call_on_leaves_a_whole_archive(void **state)
{
	fail_each_call(*state, FAULT_FROM, EIO);
}

static void
a_disk_that_fills_up_in_the_middle_of_a_write_leaves_a_whole_archive(void **state)
{
	fail_each_call(*state, FAULT_HALF, ENOSPC);
}

static void
a_handle_goes_on_after_a_full_disk_has_room_again(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	bool reached = true;
	int64_t written = 0;
	struct err e;

	for (unsigned n = 1; reached; n++) {
		char id[32];

		assert_true(n < CALLS_MAX);
		snprintf(id, sizeof(id), "n-%u", n);
		fault_arm(FAULT_ONCE, n, ENOSPC);
		int r = fixture_note(a, str_of(id), STR("s1"), STR("words"), &e);
		reached = fault_disarm();
		if (r != 0)
			assert_int_equal(e.code == ERR_BUG, 0);
		if (r != 0) /* the handle itself must be able to go on */
			fixture_must(fixture_note(a, str_of(id), STR("s1"), STR("words"), &e), &e);
		written++;
		assert_int_equal(fixture_count(a), written);
	}
	archive_close(a);
	assert_int_equal(count_anew(f), written);
}

/* Runs write_some in a process that ends before its n-th call; how much it acknowledged. */
static bool
die_at(const struct fixture *f, enum fault_way way, unsigned n, int64_t *acknowledged)
{
	int pipes[2], status;
	char byte;

	assert_int_equal(pipe(pipes), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct archive *a = fixture_open(f);
		char id[32];
		struct err e;

		fault_arm(way, n, EIO);
		for (unsigned i = 0; i < 3; i++) {
			snprintf(id, sizeof(id), "w%d-%u-%u", (int)way, n, i);
			if (fixture_note(a, str_of(id), str_of(id), STR("words"), &e) == 0 &&
			    write(pipes[1], "+", 1) != 1)
				_exit(1);
		}
		archive_close(a);
		_exit(0);
	}
	close(pipes[1]);
	*acknowledged = 0;
	while (read(pipes[0], &byte, 1) == 1)
		++*acknowledged;
	close(pipes[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status) == FAULT_EXIT_STATUS;
}

static void
a_process_that_dies_at_any_call_loses_nothing_acknowledged(void **state)
{
	struct fixture *f = *state;
	const enum fault_way ways[] = {FAULT_EXIT, FAULT_TORN};
	int64_t known = 0;

	for (size_t i = 0; i < LENGTH(ways); i++) {
		bool died = true;

		for (unsigned n = 1; died; n++) {
			int64_t acknowledged;

			assert_true(n < CALLS_MAX);
			died = die_at(f, ways[i], n, &acknowledged);
			int64_t now = count_anew(f);
			assert_in_range(now - known - acknowledged, 0, died);
			known = now;
		}
	}
}

/* --- Blobs, snapshots, destructions --------------------------------------------------------- */

static const enum fault_way failing[] = {FAULT_ONCE, FAULT_FROM, FAULT_HALF};
static const enum fault_way dying[] = {FAULT_EXIT, FAULT_TORN};

static int
same(void *arg, struct str chunk, struct err *e)
{
	(void)e;
	return str_eq(chunk, *(const struct str *)arg) ? 0 : -1;
}

static void
a_file_whose_add_fails_at_any_call_is_there_as_a_whole_or_not_at_all(void **state)
{
	struct fixture *f = *state;
	struct str content = STR("a scanned page");

	for (size_t i = 0; i < LENGTH(failing); i++) {
		bool reached = true;

		for (unsigned n = 1; reached; n++) {
			struct archive *a = fixture_open(f);
			struct archive_blob blob;
			char key[32];
			struct err e;

			assert_true(n < CALLS_MAX);
			snprintf(key, sizeof(key), "s%u-%u", (unsigned)i, n % 3);
			fault_arm(failing[i], n, ENOSPC);
			int r = archive_blob_put(a, content, str_of(key), &blob, &e);
			reached = fault_disarm();
			assert_true(r == 0 || reached);
			if (r != 0)
				fixture_must(
				    archive_blob_put(a, content, str_of(key), &blob, &e), &e);
			fixture_must(archive_blob_read(a, &blob, same, &content, &e), &e);
			archive_close(a);
			count_anew(f);
		}
	}
}

static void
a_file_that_cannot_be_read_is_an_error_and_never_other_bytes(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct str content = STR("a scanned page");
	struct archive_blob blob;
	bool reached = true;
	struct err e;

	fixture_must(archive_blob_put(a, content, STR("s1"), &blob, &e), &e);
	for (unsigned n = 1; reached; n++) {
		fault_arm(FAULT_ONCE, n, EIO);
		int r = archive_blob_read(a, &blob, same, &content, &e);
		reached = fault_disarm();
		assert_true(r == 0 || reached);
	}
	archive_close(a);
}

static void
a_snapshot_that_fails_at_any_call_leaves_the_one_there_was(void **state)
{
	struct fixture *f = *state;
	struct err e;

	for (size_t i = 0; i < LENGTH(failing); i++) {
		bool reached = true;

		for (unsigned n = 1; reached; n++) {
			struct archive *a = fixture_open(f);
			char id[32];

			assert_true(n < CALLS_MAX);
			snprintf(id, sizeof(id), "n%u-%u", (unsigned)i, n);
			fixture_must(fixture_note(a, str_of(id), STR("s1"), STR("words"), &e), &e);
			int64_t known = fixture_count(a);
			fault_arm(failing[i], n, EIO);
			int r = archive_snapshot(a, &e);
			reached = fault_disarm();
			assert_true(r == 0 || reached);
			archive_close(a);
			assert_int_equal(count_anew(f), known);
		}
	}
}

/* Every call of an open: it says what failed, or opens the whole. */
static void
an_open_that_fails_at_any_call_shows_all_or_nothing(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	bool reached = true;
	struct err e;

	fixture_must(fixture_notes(a, "n", 30, &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	fixture_must(fixture_notes(a, "m", 3, &e), &e);
	archive_close(a);
	for (unsigned n = 1; reached; n++) {
		assert_true(n < CALLS_MAX);
		fault_arm(FAULT_ONCE, n, EIO);
		int r = archive_open(&f->place, &fixture_index, &a, &e);
		reached = fault_disarm();
		if (r == 0) {
			assert_int_equal(fixture_count(a), 33);
			archive_close(a);
		} else {
			assert_true(reached && e.code != ERR_BUG);
		}
	}
	assert_int_equal(count_anew(f), 33);
}

static int64_t
files_now(const struct fixture *f)
{
	struct archive_verdict v;
	struct err e;

	fixture_must(archive_verify(&f->place, &v, &e), &e);
	return v.blobs;
}

/* What the archive says of the key when it is opened anew: destroyed once it was acknowledged. */
static void
check_destroyed(const struct fixture *f, struct str key, bool acknowledged, int64_t files_before)
{
	struct arena *arena = arena_new();
	struct archive *a = fixture_open(f);
	bool destroyed = false, gone = archive_key_destroyed(a, key);
	struct str text;

	assert_int_equal(fixture_text(a, arena, key, &text, &destroyed), 1);
	assert_int_equal(destroyed, gone);
	assert_int_equal(text.n == 0, gone);
	assert_true(gone || !acknowledged);
	archive_close(a);
	arena_free(arena);
	assert_int_equal(files_now(f) - files_before, !gone);
	count_anew(f);
}

/* A note and a file under a key of their own, a snapshot that shows it, and the key's destruction.
 */
static int
destroy_one(const struct fixture *f, enum fault_way way, unsigned n, struct str key, bool *reached)
{
	struct archive *a = fixture_open(f);
	struct archive_blob blob;
	struct err e;

	fixture_must(fixture_note(a, key, key, STR("words"), &e), &e);
	fixture_must(archive_blob_put(a, STR("a scan"), key, &blob, &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	fault_arm(way, n, EIO);
	int r = archive_key_destroy(a, &fixture_stamp, key, &blob, STR("asked"), &e);
	*reached = fault_disarm();
	archive_close(a);
	return r;
}

static void
a_destruction_that_fails_at_any_call_is_whole_or_has_not_begun(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < LENGTH(failing); i++) {
		bool reached = true;

		for (unsigned n = 1; reached; n++) {
			char key[32];

			assert_true(n < CALLS_MAX);
			snprintf(key, sizeof(key), "k%u-%u", (unsigned)i, n);
			int64_t files = files_now(f);
			int r = destroy_one(f, failing[i], n, str_of(key), &reached);
			check_destroyed(f, str_of(key), r == 0, files);
		}
	}
}

static void
a_destruction_killed_at_any_call_is_whole_or_has_not_begun(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < LENGTH(dying); i++) {
		int status = FAULT_EXIT_STATUS;

		for (unsigned n = 1; status == FAULT_EXIT_STATUS; n++) {
			bool reached;
			char key[32];

			assert_true(n < CALLS_MAX);
			snprintf(key, sizeof(key), "d%u-%u", (unsigned)i, n);
			int64_t files = files_now(f);
			pid_t child = fork();
			assert_true(child >= 0);
			if (child == 0)
				_exit(destroy_one(f, dying[i], n, str_of(key), &reached) != 0);
			assert_int_equal(waitpid(child, &status, 0), child);
			assert_true(WIFEXITED(status));
			status = WEXITSTATUS(status);
			check_destroyed(f, str_of(key), status == 0, files);
		}
		assert_int_equal(status, 0);
	}
}

/* An init that fails leaves the folder free for the next. */
static void
an_init_that_fails_can_be_repeated(void **state)
{
	struct fixture *f = *state;
	char dir[FIXTURE_PATH_BYTES], key[FIXTURE_PATH_BYTES];
	bool reached = true;
	struct err e;

	for (unsigned n = 1; reached; n++) {
		assert_true(n < CALLS_MAX);
		snprintf(dir, sizeof(dir), "%.200s/again", f->root);
		snprintf(key, sizeof(key), "%.200s/again.key", f->root);
		struct archive_place place = {.dir = str_of(dir), .key_file = str_of(key)};
		fault_arm(FAULT_ONCE, n, ENOSPC);
		int r = archive_init(&place, &e);
		reached = fault_disarm();
		if (r != 0)
			fixture_must(archive_init(&place, &e), &e);
		fixture_remove_tree(dir);
		fixture_remove_tree(key);
	}
}

static void
a_disk_of_one_megabyte_fills_up_with_a_clear_error_and_stays_whole(void **state)
{
	struct fixture *f = *state;
	struct fixture small;
	char disk[FIXTURE_PATH_BYTES];
	struct archive_blob blob;
	struct err e;
	int r = 0;

	snprintf(disk, sizeof(disk), "%.200s/disk", f->root);
	fixture_must(file_folder_make(str_of(disk), &e), &e);
	if (mount("tmpfs", disk, "tmpfs", 0, "size=1m") != 0) {
		print_message("skipped: no small disk can be mounted here (%s)\n", strerror(errno));
		skip();
	}
	fixture_make(&small, disk);
	struct archive *a = fixture_open(&small);
	int64_t written = 0;
	while (r == 0 && written < 10000) {
		char id[32];

		snprintf(id, sizeof(id), "n%d", (int)written);
		r = fixture_note(a, str_of(id), STR("s1"), STR("words and more words"), &e);
		written += r == 0;
	}
	assert_int_equal(r, -1);
	assert_int_equal(e.code, ERR_IO);
	assert_string_equal(e.key, "archive.full");
	assert_int_equal(fixture_count(a), written);
	char *big = calloc(1, 1 << 20);
	assert_non_null(big);
	assert_int_equal(archive_blob_put(a, (struct str){big, 1 << 20}, STR("s1"), &blob, &e), -1);
	assert_string_equal(e.key, "archive.full");
	free(big);
	assert_int_equal(archive_snapshot(a, &e), -1);
	assert_string_equal(e.key, "archive.full");
	archive_close(a);
	assert_int_equal(count_anew(&small), written);
	assert_int_equal(umount(disk), 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
#define LOOP(name) cmocka_unit_test_setup_teardown(name, setup_in_memory, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    LOOP(a_call_that_fails_once_leaves_a_whole_archive),
	    LOOP(a_disk_that_fails_from_some_call_on_leaves_a_whole_archive),
	    LOOP(a_disk_that_fills_up_in_the_middle_of_a_write_leaves_a_whole_archive),
	    LOOP(a_handle_goes_on_after_a_full_disk_has_room_again),
	    LOOP(a_process_that_dies_at_any_call_loses_nothing_acknowledged),
	    LOOP(a_file_whose_add_fails_at_any_call_is_there_as_a_whole_or_not_at_all),
	    LOOP(a_file_that_cannot_be_read_is_an_error_and_never_other_bytes),
	    LOOP(a_snapshot_that_fails_at_any_call_leaves_the_one_there_was),
	    LOOP(an_open_that_fails_at_any_call_shows_all_or_nothing),
	    LOOP(a_destruction_that_fails_at_any_call_is_whole_or_has_not_begun),
	    LOOP(a_destruction_killed_at_any_call_is_whole_or_has_not_begun),
	    LOOP(an_init_that_fails_can_be_repeated),
	    CASE(a_disk_of_one_megabyte_fills_up_with_a_clear_error_and_stays_whole),
	};

	return cmocka_run_group_tests_name("archive/faults", tests, NULL, NULL);
}
