/* Who opens an archive, what lies readable on the disk, and what is left of a destroyed key. */
#define _GNU_SOURCE
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "fixture.h"
#include "kit/os/file.h"
#include "kit/seal/armor.h"

#define WORDS "orange lantern"

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

/* --- Opening -------------------------------------------------------------------------------- */

struct asked {
	const char *words;
	int times;
};

static int
answer(void *arg, char *room, size_t capacity, size_t *n, struct err *e)
{
	struct asked *asked = arg;

	(void)e;
	assert_true(strlen(asked->words) < capacity);
	memcpy(room, asked->words, strlen(asked->words));
	*n = strlen(asked->words);
	asked->times++;
	return 0;
}

static void
a_passphrase_opens_once_and_an_unlocked_archive_asks_nobody(void **state)
{
	struct fixture *f = *state;
	char dir[FIXTURE_PATH_BYTES];
	struct asked asked = {.words = "korkem tau"};
	struct archive_place place = {.ask = answer, .ask_arg = &asked};
	struct archive *a;
	bool held;
	struct err e;

	setenv("XDG_RUNTIME_DIR", f->root, 1);
	snprintf(dir, sizeof(dir), "%.200s/by-words", f->root);
	place.dir = str_of(dir);
	fixture_must(archive_init(&place, &e), &e);
	fixture_must(archive_unlock(&place, 60, &e), &e);
	assert_int_equal(asked.times, 2);

	asked.words = "wrong words";
	fixture_must(archive_open(&place, &fixture_index, &a, &e), &e);
	archive_close(a);
	assert_int_equal(asked.times, 2);
	fixture_must(archive_lock(&place, &held, &e), &e);
	assert_true(held);
	fixture_must(archive_lock(&place, &held, &e), &e);
	assert_false(held);
	assert_int_equal(archive_open(&place, &fixture_index, &a, &e), -1);
	assert_int_equal(asked.times, 3);
	assert_int_equal(e.code, ERR_DENIED);
	assert_string_equal(e.key, "archive.passphrase");
	place.ask = NULL;
	assert_int_equal(archive_open(&place, &fixture_index, &a, &e), -1);
	assert_string_equal(e.key, "archive.no-key");
}

static void
a_key_that_nobody_used_for_long_enough_is_forgotten(void **state)
{
	struct fixture *f = *state;
	struct archive_place place = {.dir = f->place.dir};
	struct archive *a;
	bool held = true;
	struct err e;

	setenv("XDG_RUNTIME_DIR", f->root, 1);
	fixture_must(archive_unlock(&f->place, 0, &e), &e);
	assert_int_equal(archive_open(&place, &fixture_index, &a, &e), -1);
	assert_string_equal(e.key, "archive.no-key");
	fixture_must(archive_lock(&place, &held, &e), &e);
	assert_false(held);
}

/* Else somebody leaves the room believing that the key was forgotten. */
static void
a_key_whose_keeper_cannot_be_reached_is_not_called_forgotten(void **state)
{
	struct fixture *f = *state;
	char sockets[FIXTURE_PATH_BYTES];
	bool held = false;
	struct err e;

	setenv("XDG_RUNTIME_DIR", f->root, 1);
	snprintf(sockets, sizeof(sockets), "%.200s/guvoh", f->root);
	fixture_must(archive_unlock(&f->place, 60, &e), &e);
	assert_int_equal(chmod(sockets, 0755), 0);
	assert_int_equal(archive_lock(&f->place, &held, &e), -1);
	assert_string_equal(e.key, "archive.holder-silent");
	assert_int_equal(chmod(sockets, 0700), 0);
	fixture_must(archive_lock(&f->place, &held, &e), &e);
	assert_true(held);
}

static void
nobody_is_asked_for_a_passphrase_where_only_a_key_file_opens(void **state)
{
	struct fixture *f = *state;
	struct asked asked = {.words = "korkem tau"};
	struct archive_place place = {
	    .dir = f->place.dir, .ask = answer, .ask_arg = &asked, .no_holder = true};
	struct archive_verdict v;
	struct archive *a;
	struct err e;

	assert_int_equal(archive_open(&place, &fixture_index, &a, &e), -1);
	assert_int_equal(e.code, ERR_DENIED);
	assert_string_equal(e.key, "archive.no-key");
	fixture_must(archive_verify(&place, &v, &e), &e);
	assert_true(v.sound);
	assert_false(v.opened);
	assert_int_equal(asked.times, 0);
}

static void
a_short_passphrase_makes_no_archive_and_leaves_nothing(void **state)
{
	struct fixture *f = *state;
	char dir[FIXTURE_PATH_BYTES];
	struct asked asked = {.words = "1234567"};
	struct archive_place place = {.ask = answer, .ask_arg = &asked};
	struct err e;

	snprintf(dir, sizeof(dir), "%.200s/short", f->root);
	place.dir = str_of(dir);
	assert_int_equal(archive_init(&place, &e), -1);
	assert_string_equal(e.key, "archive.passphrase-short");
	assert_false(file_exists(place.dir));
}

static void
another_key_file_and_one_that_is_none_do_not_open(void **state)
{
	struct fixture *f = *state;
	struct archive_place place = f->place;
	char path[FIXTURE_PATH_BYTES];
	struct archive *a;
	struct stat facts;
	struct err e;

	assert_int_equal(stat(f->key, &facts), 0);
	assert_int_equal(facts.st_mode & 0777, 0600);
	snprintf(path, sizeof(path), "%.200s/other", f->root);
	place.key_file = str_of(path);
	assert_int_equal(archive_open(&place, &fixture_index, &a, &e), -1);
	assert_string_equal(e.key, "archive.no-key-file");
	fixture_must(file_write_atomic(place.key_file, "# hello\n00\n", 11, 0600, &e), &e);
	assert_int_equal(archive_open(&place, &fixture_index, &a, &e), -1);
	assert_string_equal(e.key, "archive.key-file");
	char digits[65];
	memset(digits, 'a', 64);
	digits[64] = '\n';
	fixture_must(file_write_atomic(place.key_file, digits, 65, 0600, &e), &e);
	assert_int_equal(archive_open(&place, &fixture_index, &a, &e), -1);
	assert_int_equal(e.code, ERR_DENIED);
	assert_string_equal(e.key, "archive.key-file-wrong");
}

static void
missing_or_damaged_key_files_of_the_archive_are_named(void **state)
{
	struct fixture *f = *state;
	char path[FIXTURE_PATH_BYTES], aside[FIXTURE_PATH_BYTES];
	struct archive *a;
	struct archive_verdict v;
	struct err e;

	path_in(path, f, "keys");
	snprintf(aside, sizeof(aside), "%.200s/aside", f->root);
	assert_int_equal(rename(path, aside), 0);
	assert_int_equal(archive_open(&f->place, &fixture_index, &a, &e), -1);
	assert_string_equal(e.key, "archive.keys-damaged");
	fixture_must(archive_verify(&f->place, &v, &e), &e);
	assert_false(v.sound);
	assert_false(v.opened);
	assert_string_equal(v.damage.key, "archive.keys-damaged");
	assert_int_equal(rename(aside, path), 0);

	path_in(path, f, "keyslots");
	assert_int_equal(truncate(path, 40), 0);
	assert_int_equal(archive_open(&f->place, &fixture_index, &a, &e), -1);
	assert_string_equal(e.key, "archive.keyslots");
	assert_int_equal(truncate(path, 0), 0);
	assert_int_equal(archive_open(&f->place, &fixture_index, &a, &e), -1);
	assert_string_equal(e.key, "archive.keyslots");
}

static void
a_key_in_the_archive_it_opens_is_refused_and_nothing_is_left(void **state)
{
	struct fixture *f = *state;
	char dir[FIXTURE_PATH_BYTES], key[FIXTURE_PATH_BYTES];
	struct archive_place place = {.no_holder = true};
	struct err e;

	snprintf(dir, sizeof(dir), "%.200s/other", f->root);
	snprintf(key, sizeof(key), "%.100s/other/../other/key", f->root);
	place.dir = str_of(dir);
	place.key_file = str_of(key);
	assert_int_equal(archive_init(&place, &e), -1);
	assert_string_equal(e.key, "archive.key-inside");
	assert_false(file_exists(str_of(dir)));
}

static void
a_folder_that_was_there_is_taken_from_everybody_else(void **state)
{
	struct fixture *f = *state;
	char dir[FIXTURE_PATH_BYTES];
	struct archive_place place = {.key_file = str_of(f->key)};
	struct stat facts;
	struct err e;

	snprintf(dir, sizeof(dir), "%.200s/other", f->root);
	place.dir = str_of(dir);
	assert_int_equal(mkdir(dir, 0755), 0);
	fixture_must(archive_init(&place, &e), &e);
	assert_int_equal(stat(dir, &facts), 0);
	assert_int_equal(facts.st_mode & 0777, 0700);
}

/* --- On the disk ---------------------------------------------------------------------------- */

static void
assert_absent(struct str file, struct str needle)
{
	assert_true(needle.n > 4);
	if (str_search(file, needle) != file.n)
		fail_msg("a word of the archive is readable on the disk");
}

/* None of the forms that the words can take may stand in any file below path. */
static size_t
assert_unreadable(struct arena *arena, const char *path, const struct str *needles, size_t n)
{
	struct str *names;
	size_t count, files = 0;
	struct err e;

	fixture_must(file_folder_list(arena, str_of(path), &names, &count, &e), &e);
	for (size_t i = 0; i < count; i++) {
		struct str one = file_join(arena, str_of(path), names[i]);
		struct file_facts facts;
		struct str text;

		for (size_t k = 0; k < n; k++)
			assert_absent(names[i], needles[k]);
		fixture_must(file_look(one, &facts, &e), &e);
		if (facts.folder) {
			files += assert_unreadable(arena, one.p, needles, n);
			continue;
		}
		fixture_must(file_read_all(arena, one, 1 << 28, &text, &e), &e);
		for (size_t k = 0; k < n; k++)
			assert_absent(text, needles[k]);
		files++;
	}
	return files;
}

static struct str
as_base64(struct arena *a, struct str s, size_t skip)
{
	struct buf *b = buf_on(a);

	armor_base64(b, s.p + skip, (s.n - skip) / 3 * 3);
	return buf_str(b);
}

static struct str
as_hex(struct arena *a, struct str s)
{
	struct buf *b = buf_on(a);

	armor_hex(b, s.p, s.n);
	return buf_str(b);
}

static void
nothing_that_was_written_is_readable_in_the_folder(void **state)
{
	struct fixture *f = *state;
	struct arena *arena = arena_new();
	struct archive *a = fixture_open(f);
	struct archive_blob blob;
	struct str words = STR(WORDS);
	struct str needles[] = {words, as_base64(arena, words, 0), as_base64(arena, words, 1),
	    as_base64(arena, words, 2), as_hex(arena, words), STR("note.add"), STR("secret-source"),
	    STR("editor"), STR("2019-06-12")};
	struct err e;

	fixture_must(fixture_note(a, STR("n1"), STR("secret-source"), words, &e), &e);
	fixture_must(fixture_note(a, words, STR(""), words, &e), &e);
	fixture_must(archive_blob_put(a, words, STR("secret-source"), &blob, &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);
	assert_true(assert_unreadable(arena, f->dir, needles, LENGTH(needles)) >= 7);
	arena_free(arena);
}

/* --- Destroyed keys ------------------------------------------------------------------------- */

static void
what_a_destroyed_key_sealed_is_gone_for_every_handle_and_process(void **state)
{
	struct fixture *f = *state;
	struct arena *arena = arena_new();
	struct archive *a = fixture_open(f);
	struct archive *other = fixture_open(f);
	struct archive_blob blob;
	char snapshot[FIXTURE_PATH_BYTES];
	struct str text;
	bool destroyed;
	struct err e;

	fixture_must(fixture_note(a, STR("n1"), STR("s1"), STR("her name"), &e), &e);
	fixture_must(fixture_note(a, STR("n2"), STR("s2"), STR("his name"), &e), &e);
	fixture_must(archive_blob_put(a, STR("scan"), STR("s1"), &blob, &e), &e);
	fixture_must(archive_refresh(other, &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	path_in(snapshot, f, "snapshot");
	assert_true(file_exists(str_of(snapshot)));

	fixture_must(
	    archive_key_destroy(a, &fixture_stamp, STR("s1"), NULL, STR("asked for"), &e), &e);
	assert_false(file_exists(str_of(snapshot)));
	assert_true(archive_key_destroyed(a, STR("s1")));
	fixture_must(archive_refresh(other, &e), &e);
	struct archive *third = fixture_open(f);
	struct archive *all[] = {a, other, third};
	for (size_t i = 0; i < LENGTH(all); i++) {
		assert_int_equal(fixture_text(all[i], arena, STR("n1"), &text, &destroyed), 1);
		assert_true(destroyed);
		assert_int_equal(text.n, 0);
		assert_int_equal(fixture_text(all[i], arena, STR("n2"), &text, &destroyed), 1);
		assert_false(destroyed);
		assert_true(str_eq(text, STR("his name")));
		assert_int_equal(archive_blob_read(all[i], &blob, NULL, NULL, &e), -1);
		assert_string_equal(e.key, "archive.key-destroyed");
		assert_int_equal(fixture_note(all[i], STR("n3"), STR("s1"), STR("x"), &e), -1);
		assert_string_equal(e.key, "archive.key-destroyed");
	}
	fixture_must(archive_key_destroy(a, &fixture_stamp, STR("s1"), NULL, STR("again"), &e), &e);
	assert_int_equal(archive_entries(a), 3);
	assert_int_equal(
	    archive_key_destroy(a, &fixture_stamp, STR("s7"), NULL, STR("none"), &e), -1);
	assert_string_equal(e.key, "archive.no-such-key");
	for (size_t i = 0; i < LENGTH(all); i++)
		archive_close(all[i]);
	arena_free(arena);
}

static void
keys_from_a_backup_are_destroyed_again_on_open(void **state)
{
	struct fixture *f = *state;
	struct arena *arena = arena_new();
	char keys[FIXTURE_PATH_BYTES], backup[FIXTURE_PATH_BYTES];
	struct archive *a = fixture_open(f);
	struct archive_verdict v;
	struct str text;
	bool destroyed;
	struct err e;

	fixture_must(fixture_note(a, STR("n1"), STR("s1"), STR("her name"), &e), &e);
	path_in(keys, f, "keys");
	snprintf(backup, sizeof(backup), "%.200s/keys-of-then", f->root);
	fixture_copy(keys, backup);
	fixture_must(
	    archive_key_destroy(a, &fixture_stamp, STR("s1"), NULL, STR("asked for"), &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);

	for (int i = 0; i < 2; i++) { /* from the log, then from the snapshot */
		assert_int_equal(rename(backup, keys), 0);
		fixture_copy(keys, backup);
		a = fixture_open(f);
		assert_int_equal(fixture_text(a, arena, STR("n1"), &text, &destroyed), 1);
		assert_true(destroyed);
		if (i == 0)
			fixture_must(archive_snapshot(a, &e), &e);
		archive_close(a);
		fixture_must(archive_verify(&f->place, &v, &e), &e);
		assert_true(v.sound);
		assert_int_equal(v.unread, 1);
	}
	arena_free(arena);
}

static void
a_snapshot_from_before_a_destruction_is_not_believed_and_goes(void **state)
{
	struct fixture *f = *state;
	struct arena *arena = arena_new();
	char snapshot[FIXTURE_PATH_BYTES], backup[FIXTURE_PATH_BYTES];
	struct archive *a = fixture_open(f);
	struct str text;
	bool destroyed;
	struct err e;

	fixture_must(fixture_note(a, STR("n1"), STR("s1"), STR("her name"), &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	path_in(snapshot, f, "snapshot");
	snprintf(backup, sizeof(backup), "%.200s/snapshot-of-then", f->root);
	fixture_copy(snapshot, backup);
	fixture_must(
	    archive_key_destroy(a, &fixture_stamp, STR("s1"), NULL, STR("asked for"), &e), &e);
	archive_close(a);
	assert_int_equal(rename(backup, snapshot), 0);
	a = fixture_open(f);
	assert_int_equal(fixture_text(a, arena, STR("n1"), &text, &destroyed), 1);
	assert_true(destroyed);
	assert_int_equal(text.n, 0);
	assert_false(file_exists(str_of(snapshot))); /* it holds what was destroyed */
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);
	archive_close(fixture_open(f));
	assert_true(file_exists(str_of(snapshot)));
	arena_free(arena);
}

static int
same(void *arg, struct str chunk, struct err *e)
{
	(void)arg;
	(void)e;
	return str_eq(chunk, STR("another")) ? 0 : -1;
}

/* With the key gone nobody can read it; the entry removes it wherever the two meet again. */
static void
the_file_of_a_destroyed_key_is_removed_and_again_when_it_comes_back(void **state)
{
	struct fixture *f = *state;
	char blobs[FIXTURE_PATH_BYTES], then[FIXTURE_PATH_BYTES];
	struct archive *a = fixture_open(f);
	struct archive_blob gone, kept;
	struct archive_verdict v;
	struct err e;

	fixture_must(archive_blob_put(a, STR("a scan"), STR("s1"), &gone, &e), &e);
	fixture_must(archive_blob_put(a, STR("another"), STR("s2"), &kept, &e), &e);
	path_in(blobs, f, "blobs");
	snprintf(then, sizeof(then), "%.200s/blobs-of-then", f->root);
	fixture_copy(blobs, then);
	fixture_must(
	    archive_key_destroy(a, &fixture_stamp, STR("s1"), &gone, STR("asked for"), &e), &e);
	archive_close(a);
	for (int i = 0; i < 2; i++) {
		fixture_must(archive_verify(&f->place, &v, &e), &e);
		assert_true(v.sound);
		assert_int_equal(v.blobs, 1);
		fixture_remove_tree(blobs);
		fixture_copy(then, blobs);
		a = fixture_open(f);
		fixture_must(archive_blob_read(a, &kept, same, NULL, &e), &e);
		archive_close(a);
	}
}

/* One written by another program, which this one cannot use, may hold it as well. */
static void
a_snapshot_of_another_program_goes_with_what_was_destroyed(void **state)
{
	struct fixture *f = *state;
	char snapshot[FIXTURE_PATH_BYTES], backup[FIXTURE_PATH_BYTES];
	struct archive *a = fixture_open(f);
	struct err e;

	fixture_must(fixture_note(a, STR("n1"), STR("s1"), STR("her name"), &e), &e);
	archive_close(a);
	fixture_must(archive_open(&f->place, &fixture_narrow_index, &a, &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);
	path_in(snapshot, f, "snapshot");
	snprintf(backup, sizeof(backup), "%.200s/snapshot-of-then", f->root);
	fixture_copy(snapshot, backup);
	a = fixture_open(f);
	fixture_must(
	    archive_key_destroy(a, &fixture_stamp, STR("s1"), NULL, STR("asked for"), &e), &e);
	archive_close(a);
	assert_int_equal(rename(backup, snapshot), 0);
	archive_close(fixture_open(f));
	assert_false(file_exists(str_of(snapshot)));
}

static void
a_text_that_needs_two_keys_is_read_with_both_halves_only(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str text = STR("жанар торговала яблоками"), one, other, again, joined;
	struct err e;

	archive_split(a, text, &one, &other);
	assert_false(str_eq(one, other));
	assert_int_equal(archive_join(a, one, other, &joined, &e), 0);
	assert_true(str_eq(joined, text));
	assert_int_equal(archive_join(a, other, one, &joined, &e), 0);
	assert_true(str_eq(joined, text));
	archive_split(a, text, &again, &other);
	assert_false(str_eq(one, again));
	assert_int_equal(archive_join(a, one, STR("AAAA"), &joined, &e), -1);
	assert_string_equal(e.key, "archive.halves");
	assert_int_equal(archive_join(a, one, STR("no base64"), &joined, &e), -1);
	archive_split(a, STR(""), &one, &other);
	assert_int_equal(archive_join(a, one, other, &joined, &e), 0);
	assert_int_equal(joined.n, 0);
	arena_free(a);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(a_passphrase_opens_once_and_an_unlocked_archive_asks_nobody),
	    CASE(a_key_that_nobody_used_for_long_enough_is_forgotten),
	    CASE(a_key_whose_keeper_cannot_be_reached_is_not_called_forgotten),
	    CASE(nobody_is_asked_for_a_passphrase_where_only_a_key_file_opens),
	    CASE(a_short_passphrase_makes_no_archive_and_leaves_nothing),
	    CASE(another_key_file_and_one_that_is_none_do_not_open),
	    CASE(missing_or_damaged_key_files_of_the_archive_are_named),
	    CASE(a_key_in_the_archive_it_opens_is_refused_and_nothing_is_left),
	    CASE(a_folder_that_was_there_is_taken_from_everybody_else),
	    CASE(nothing_that_was_written_is_readable_in_the_folder),
	    CASE(what_a_destroyed_key_sealed_is_gone_for_every_handle_and_process),
	    CASE(keys_from_a_backup_are_destroyed_again_on_open),
	    CASE(a_snapshot_from_before_a_destruction_is_not_believed_and_goes),
	    CASE(the_file_of_a_destroyed_key_is_removed_and_again_when_it_comes_back),
	    CASE(a_snapshot_of_another_program_goes_with_what_was_destroyed),
	    cmocka_unit_test(a_text_that_needs_two_keys_is_read_with_both_halves_only),
	};

	return cmocka_run_group_tests_name("archive/keys", tests, NULL, NULL);
}
