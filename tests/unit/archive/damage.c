/*
 * Every truncation and every changed byte of a small log: the right verdict, the
 * right place, without the key each time and with it every fourth time.
 */
#define _GNU_SOURCE
#include <errno.h>
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

#include "domain/archive/frame.h"
#include "fixture.h"
#include "kit/os/file.h"

#define ENTRIES 6
#define APPENDS 4
#define LOG_BYTES_MAX 16384

/* One archive with the appends {0} {1 2 3} {4} {5}, and where each begins. */
struct small {
	struct fixture f;
	char segment[FIXTURE_PATH_BYTES];
	uint8_t bytes[LOG_BYTES_MAX];
	size_t n;
	size_t frame[ENTRIES + 1];    /* offsets; the last is the end */
	size_t end[APPENDS + 1];      /* ends of appends; the first is that of the head */
	int64_t entries[APPENDS + 1]; /* in the log up to there */
};

/* In place: to make the file anew each time would wait for the disk each time. */
static void
write_bytes(const struct small *s, const uint8_t *bytes, size_t n)
{
	FILE *file = fopen(s->segment, "r+b");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, n, file), n);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(truncate(s->segment, (off_t)n), 0);
}

static void
find_frames(struct small *s)
{
	size_t at = FRAME_HEAD_BYTES;
	size_t appends = 0;

	s->end[appends++] = at;
	for (size_t i = 0; i < ENTRIES; i++) {
		struct frame f;
		struct str rest = {(const char *)s->bytes + at, s->n - at};

		assert_int_equal(archive_frame_look(rest, &f), FRAME_WHOLE);
		s->frame[i] = at;
		at += f.length;
		if (f.flags == FRAME_END) {
			s->entries[appends] = (int64_t)i + 1;
			s->end[appends++] = at;
		}
	}
	s->frame[ENTRIES] = at;
	assert_int_equal(appends, APPENDS + 1);
	assert_int_equal(at, s->n);
}

static int
setup(void **state)
{
	struct small *s = calloc(1, sizeof(*s));
	struct err e;

	assert_non_null(s);
	fixture_make(&s->f, "");
	struct archive *a = fixture_open(&s->f);
	fixture_must(fixture_note(a, STR("a"), STR("s1"), STR("first"), &e), &e);
	fixture_must(fixture_notes(a, "b", 3, &e), &e);
	fixture_must(fixture_note(a, STR("c"), STR("s1"), STR("second"), &e), &e);
	fixture_must(fixture_note(a, STR("d"), STR(""), STR("third"), &e), &e);
	archive_close(a);
	snprintf(s->segment, sizeof(s->segment), "%.200s/log/000001.seg", s->f.dir);

	FILE *file = fopen(s->segment, "rb");
	assert_non_null(file);
	s->n = fread(s->bytes, 1, sizeof(s->bytes), file);
	fclose(file);
	find_frames(s);
	*state = s;
	return 0;
}

static int
teardown(void **state)
{
	struct small *s = *state;

	fixture_remove(&s->f);
	free(s);
	return 0;
}

static struct archive_verdict
verify(const struct small *s, bool with_key)
{
	struct archive_place place = s->f.place;
	struct archive_verdict v;
	struct err e;

	if (!with_key)
		place.key_file = STR("");
	fixture_must(archive_verify(&place, &v, &e), &e);
	assert_int_equal(v.opened, with_key);
	return v;
}

static void
assert_place(const struct archive_verdict *v, size_t offset, size_t flipped)
{
	char want[24];

	if (v->sound)
		fail_msg("a change of byte %zu was not seen", flipped);
	snprintf(want, sizeof(want), "%zu", offset);
	if (strcmp(v->damage.arg[0], "log/000001.seg") != 0 || strcmp(v->damage.arg[1], want) != 0)
		fail_msg("byte %zu changed: damage at %s of %s, not at %zu", flipped,
		    v->damage.arg[1], v->damage.arg[0], offset);
}

/* The frame that byte i of the log lies in. */
static size_t
frame_of(const struct small *s, size_t i)
{
	size_t frame = 0;

	while (frame + 1 < ENTRIES && s->frame[frame + 1] <= i)
		frame++;
	return frame;
}

/* As if what was cut had never been acknowledged: a crash in the middle of an append. */
static void
forget_end(const struct small *s)
{
	char path[FIXTURE_PATH_BYTES + 4];

	snprintf(path, sizeof(path), "%s/end", s->f.dir);
	assert_true(unlink(path) == 0 || errno == ENOENT);
}

static void
a_log_cut_anywhere_keeps_every_whole_append(void **state)
{
	struct small *s = *state;
	size_t append = APPENDS;

	forget_end(s);
	for (size_t n = s->n; n >= FRAME_HEAD_BYTES; n--) {
		while (s->end[append] > n)
			append--;
		assert_int_equal(truncate(s->segment, (off_t)n), 0);
		for (int key = 0; key < (n % 4 == 0 ? 2 : 1); key++) {
			struct archive_verdict v = verify(s, key);

			assert_true(v.sound);
			assert_int_equal(v.entries, s->entries[append]);
			assert_int_equal(v.tail, n - s->end[append]);
		}
	}
}

static void
a_log_that_lost_what_was_acknowledged_is_refused_and_not_cut_further(void **state)
{
	struct small *s = *state;
	struct file_facts facts;
	struct archive *a;
	struct err e;

	for (size_t n = FRAME_HEAD_BYTES; n < s->n; n += 23) {
		write_bytes(s, s->bytes, n);
		for (int key = 0; key < 2; key++) {
			struct archive_verdict v = verify(s, key);
			assert_false(v.sound);
			assert_string_equal(v.damage.key, "archive.cut-back");
			assert_string_equal(v.damage.arg[1], "6");
		}
		assert_int_equal(archive_open(&s->f.place, &fixture_index, &a, &e), -1);
		assert_string_equal(e.key, "archive.cut-back");
		fixture_must(file_look(str_of(s->segment), &facts, &e), &e);
		assert_int_equal(facts.size, n);
	}
	write_bytes(s, s->bytes, s->n);
	archive_close(fixture_open(&s->f));
}

/* Lost folders and folders in place of files are findings like any other, with their place. */
static void
what_lies_in_the_wrong_form_where_the_log_should_be_is_named(void **state)
{
	const struct small *s = *state;
	char log[FIXTURE_PATH_BYTES], aside[FIXTURE_PATH_BYTES];
	struct archive_verdict v;
	struct err e;

	snprintf(log, sizeof(log), "%.200s/log", s->f.dir);
	snprintf(aside, sizeof(aside), "%.200s/aside", s->f.root);
	assert_int_equal(rename(log, aside), 0);
	fixture_must(archive_verify(&s->f.place, &v, &e), &e);
	assert_false(v.sound);
	assert_string_equal(v.damage.arg[0], "log/000001.seg");
	assert_int_equal(rename(aside, log), 0);
	assert_int_equal(rename(s->segment, aside), 0);
	assert_int_equal(mkdir(s->segment, 0700), 0);
	fixture_must(archive_verify(&s->f.place, &v, &e), &e);
	assert_false(v.sound);
	assert_string_equal(v.damage.arg[0], "log/000001.seg");
	assert_int_equal(rmdir(s->segment), 0);
	assert_int_equal(rename(aside, s->segment), 0);
}

/* Copying programs leave empty folders out: that is no loss. */
static void
an_empty_folder_of_files_that_was_not_copied_is_made_again(void **state)
{
	const struct small *s = *state;
	char blobs[FIXTURE_PATH_BYTES];
	struct archive_verdict v;
	struct archive_blob blob;
	struct err e;

	snprintf(blobs, sizeof(blobs), "%.200s/blobs", s->f.dir);
	assert_int_equal(rmdir(blobs), 0);
	fixture_must(archive_verify(&s->f.place, &v, &e), &e);
	assert_true(v.sound);
	struct archive *a = fixture_open(&s->f);
	fixture_must(archive_blob_put(a, STR("scan"), STR("s1"), &blob, &e), &e);
	archive_close(a);
}

static void
a_log_cut_in_its_head_is_damaged_at_its_beginning(void **state)
{
	struct small *s = *state;

	for (size_t n = 0; n < FRAME_HEAD_BYTES; n++) {
		write_bytes(s, s->bytes, n);
		struct archive_verdict v = verify(s, true);
		assert_place(&v, 0, n);
	}
}

static void
a_broken_off_append_is_cut_by_the_next_writer_and_by_no_reader(void **state)
{
	struct small *s = *state;
	struct file_facts facts;
	struct err e;

	for (size_t n = s->end[1] + 1; n < s->end[2]; n += 37) {
		write_bytes(s, s->bytes, n);
		forget_end(s);
		struct archive *reader = fixture_open(&s->f);
		assert_int_equal(archive_entries(reader), 1);
		archive_close(reader);
		fixture_must(file_look(str_of(s->segment), &facts, &e), &e);
		assert_int_equal(facts.size, n);

		struct archive *writer = fixture_open(&s->f);
		fixture_must(fixture_note(writer, STR("new"), STR("s9"), STR("x"), &e), &e);
		assert_int_equal(fixture_count(writer), 2);
		archive_close(writer);
		struct archive_verdict v = verify(s, true);
		assert_true(v.sound);
		assert_int_equal(v.entries, 2);
		assert_int_equal(v.tail, 0);
	}
}

static void
every_changed_byte_is_found_in_the_frame_it_lies_in(void **state)
{
	struct small *s = *state;
	uint8_t changed[LOG_BYTES_MAX];

	for (size_t i = 0; i < s->n; i++) {
		memcpy(changed, s->bytes, s->n);
		changed[i] ^= (uint8_t)(1u << (i * 5 % 8));
		size_t want = i < FRAME_HEAD_BYTES ? 0 : s->frame[frame_of(s, i)];
		write_bytes(s, changed, s->n);
		for (int key = 0; key < (i % 4 == 0 ? 2 : 1); key++) {
			struct archive_verdict v = verify(s, key);
			assert_place(&v, want, i);
		}
	}
}

static void
a_damaged_log_is_neither_opened_nor_changed(void **state)
{
	struct small *s = *state;
	uint8_t changed[LOG_BYTES_MAX];

	for (size_t i = FRAME_HEAD_BYTES; i < s->n; i += 11) {
		struct archive *a;
		struct file_facts facts;
		struct err e;

		memcpy(changed, s->bytes, s->n);
		changed[i] ^= 0x20;
		write_bytes(s, changed, s->n);
		size_t frame = frame_of(s, i);
		/* A signature is for whoever has no key: with it, the frame proves itself. */
		bool signature = s->frame[frame + 1] - i <= 64 && (frame == 0 || frame >= 3);
		int r = archive_open(&s->f.place, &fixture_index, &a, &e);
		if (r == 0)
			archive_close(a);
		if (!signature && r == 0)
			fail_msg("byte %zu changed, and the archive was opened", i);
		if (r != 0)
			assert_string_equal(e.key, "archive.damaged");
		fixture_must(file_look(str_of(s->segment), &facts, &e), &e);
		assert_int_equal(facts.size, s->n);
	}
}

static void
frames_in_another_order_or_twice_are_damage(void **state)
{
	struct small *s = *state;
	uint8_t changed[LOG_BYTES_MAX];
	size_t c = s->end[3] - s->end[2], d = s->end[4] - s->end[3];
	struct archive_verdict v;

	memcpy(changed, s->bytes, s->end[2]);
	memcpy(changed + s->end[2], s->bytes + s->end[3], d);
	memcpy(changed + s->end[2] + d, s->bytes + s->end[2], c);
	write_bytes(s, changed, s->n);
	v = verify(s, false);
	assert_place(&v, s->end[2], s->end[2]);

	memcpy(changed, s->bytes, s->n);
	memcpy(changed + s->n, s->bytes + s->end[3], d);
	write_bytes(s, changed, s->n + d);
	v = verify(s, false);
	assert_place(&v, s->n, s->n);
}

static void
a_page_that_was_never_written_is_a_broken_off_append(void **state)
{
	struct small *s = *state;
	uint8_t changed[LOG_BYTES_MAX];
	struct archive_verdict v;
	struct err e;

	/* The size of the last append reached the disk, its bytes did not. */
	memcpy(changed, s->bytes, s->end[3]);
	memset(changed + s->end[3], 0, s->n - s->end[3]);
	write_bytes(s, changed, s->n);
	forget_end(s);
	v = verify(s, true);
	assert_true(v.sound);
	assert_int_equal(v.entries, 5);
	assert_int_equal(v.tail, s->n - s->end[3]);

	struct archive *a = fixture_open(&s->f);
	fixture_must(fixture_note(a, STR("new"), STR(""), STR("x"), &e), &e);
	archive_close(a);
	v = verify(s, true);
	assert_true(v.sound);
	assert_int_equal(v.entries, 6);
	assert_int_equal(v.tail, 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(a_log_cut_anywhere_keeps_every_whole_append),
	    CASE(a_log_that_lost_what_was_acknowledged_is_refused_and_not_cut_further),
	    CASE(what_lies_in_the_wrong_form_where_the_log_should_be_is_named),
	    CASE(an_empty_folder_of_files_that_was_not_copied_is_made_again),
	    CASE(a_log_cut_in_its_head_is_damaged_at_its_beginning),
	    CASE(a_broken_off_append_is_cut_by_the_next_writer_and_by_no_reader),
	    CASE(every_changed_byte_is_found_in_the_frame_it_lies_in),
	    CASE(a_damaged_log_is_neither_opened_nor_changed),
	    CASE(frames_in_another_order_or_twice_are_damage),
	    CASE(a_page_that_was_never_written_is_a_broken_off_append),
	};

	return cmocka_run_group_tests_name("archive/damage", tests, NULL, NULL);
}
