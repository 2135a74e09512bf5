/* An archive from init to close: what is written is read back, by this handle and by others. */
#define _GNU_SOURCE
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

#include "domain/archive/folder.h"
#include "fixture.h"
#include "kit/os/file.h"

#define LONG_BATCH 80

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
an_entry_is_there_after_the_archive_is_opened_again(void **state)
{
	struct fixture *f = *state;
	struct arena *arena = arena_new();
	struct archive *a = fixture_open(f);
	struct str text;
	struct err e;

	fixture_must(fixture_note(a, STR("n1"), STR("s1"), STR("\"Алматы\", 9 июня"), &e), &e);
	assert_int_equal(fixture_text(a, arena, STR("n1"), &text, NULL), 1);
	archive_close(a);
	a = fixture_open(f);
	assert_int_equal(archive_entries(a), 1);
	assert_int_equal(fixture_text(a, arena, STR("n1"), &text, NULL), 1);
	assert_true(str_eq(text, STR("\"Алматы\", 9 июня")));
	archive_close(a);
	arena_free(arena);
}

static void
verify_finds_a_whole_archive_sound_with_and_without_its_key(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct archive_verdict v;
	struct err e;

	fixture_must(fixture_notes(a, "n", 250, &e), &e);
	fixture_must(fixture_note(a, STR("one"), STR(""), STR("in the clear"), &e), &e);
	archive_close(a);
	fixture_must(archive_verify(&f->place, &v, &e), &e);
	assert_true(v.sound);
	assert_true(v.opened);
	assert_int_equal(v.entries, 251);
	assert_int_equal(v.signatures, 2);
	assert_int_equal(v.tail, 0);

	struct archive_place closed = {.dir = f->place.dir, .no_holder = true};
	fixture_must(archive_verify(&closed, &v, &e), &e);
	assert_true(v.sound);
	assert_false(v.opened);
	assert_int_equal(v.entries, 251);
}

static uint64_t
log_size(const struct fixture *f)
{
	char path[FIXTURE_PATH_BYTES];
	struct file_facts facts;
	struct err e;

	snprintf(path, sizeof(path), "%.200s/log/000001.seg", f->dir);
	fixture_must(file_look(str_of(path), &facts, &e), &e);
	return facts.size;
}

static void
what_a_projector_refuses_is_not_written(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct err e;

	fixture_must(fixture_note(a, STR("n1"), STR("s1"), STR("kept"), &e), &e);
	uint64_t before = log_size(f);
	assert_int_equal(fixture_note(a, STR("n2"), STR("s2"), FIXTURE_REFUSED, &e), -1);
	assert_string_equal(e.key, "note.refused");
	assert_int_equal(log_size(f), before);
	assert_int_equal(fixture_count(a), 1);
	assert_int_equal(archive_entries(a), 1);
	/* A second note of the same id is refused by the table itself. */
	assert_int_equal(fixture_note(a, STR("n1"), STR("s1"), STR("again"), &e), -1);
	assert_int_equal(log_size(f), before);
	fixture_must(fixture_note(a, STR("n3"), STR("s2"), STR("kept too"), &e), &e);
	assert_int_equal(fixture_count(a), 2);
	archive_close(a);
}

static void
a_batch_with_one_refused_entry_is_refused_whole_and_says_which(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct arena *arena = arena_new();
	struct archive_part parts[3];
	struct archive_draft drafts[3];
	size_t failed = 99;
	struct err e;

	for (int i = 0; i < 3; i++) {
		struct json *body = json_object(arena);

		json_set_str(body, STR("id"), arena_fmt(arena, "n%d", i));
		json_set_str(body, STR("text"), i == 1 ? FIXTURE_REFUSED : STR("fine"));
		parts[i] = (struct archive_part){
		    .op = STR("note.add"), .version = 1, .body = body, .key = STR("")};
		drafts[i] = (struct archive_draft){&parts[i], 1};
	}
	assert_int_equal(archive_append_batch(a, &fixture_stamp, drafts, 3, &failed, &e), -1);
	assert_int_equal(failed, 1);
	assert_int_equal(fixture_count(a), 0);
	assert_int_equal(archive_entries(a), 0);
	drafts[1] = drafts[2];
	fixture_must(archive_append_batch(a, &fixture_stamp, drafts, 2, NULL, &e), &e);
	assert_int_equal(fixture_count(a), 2);
	archive_close(a);
	arena_free(arena);
}

/* So many that the index keeps no journal meanwhile. */
static void
a_long_batch_that_is_refused_at_its_end_leaves_what_was_there(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct arena *arena = arena_new();
	struct archive_part parts[LONG_BATCH];
	struct archive_draft drafts[LONG_BATCH];
	size_t failed = 0;
	const struct db *grown = archive_db(a);
	struct str table;
	bool same;
	struct err e;

	fixture_must(fixture_notes(a, "before", 70, &e), &e);
	uint64_t before = log_size(f);
	for (size_t i = 0; i < LONG_BATCH; i++) {
		struct json *body = json_object(arena);

		json_set_str(body, STR("id"), arena_fmt(arena, "n%zu", i));
		json_set_str(
		    body, STR("text"), i + 1 == LONG_BATCH ? FIXTURE_REFUSED : STR("fine"));
		parts[i] = (struct archive_part){
		    .op = STR("note.add"), .version = 1, .body = body, .key = STR("")};
		drafts[i] = (struct archive_draft){&parts[i], 1};
	}
	assert_int_equal(
	    archive_append_batch(a, &fixture_stamp, drafts, LONG_BATCH, &failed, &e), -1);
	assert_string_equal(e.key, "note.refused");
	assert_int_equal(failed, LONG_BATCH - 1);
	/* What it had written of it may lie in its pages: it is another one now. */
	assert_ptr_not_equal(archive_db(a), grown);
	assert_int_equal(log_size(f), before);
	assert_int_equal(fixture_count(a), 70);
	assert_int_equal(archive_entries(a), 70);
	fixture_must(archive_append_batch(a, &fixture_stamp, drafts, LONG_BATCH - 1, NULL, &e), &e);
	fixture_must(fixture_note(a, STR("one"), STR("s1"), STR("more"), &e), &e);
	assert_int_equal(fixture_count(a), 70 + LONG_BATCH);
	fixture_must(archive_rebuild(a, &same, arena, &table, &e), &e);
	assert_true(same);
	archive_close(a);
	arena_free(arena);
}

static void
another_handle_sees_what_was_appended(void **state)
{
	struct fixture *f = *state;
	struct archive *one = fixture_open(f);
	struct archive *two = fixture_open(f);
	struct err e;

	fixture_must(fixture_note(one, STR("n1"), STR("s1"), STR("by one"), &e), &e);
	assert_int_equal(fixture_count(two), 0);
	fixture_must(archive_refresh(two, &e), &e);
	assert_int_equal(fixture_count(two), 1);
	/* And an append reads first what it has not seen. */
	fixture_must(fixture_note(one, STR("n2"), STR("s1"), STR("by one"), &e), &e);
	fixture_must(fixture_note(two, STR("n3"), STR("s1"), STR("by two"), &e), &e);
	assert_int_equal(fixture_count(two), 3);
	fixture_must(archive_refresh(one, &e), &e);
	assert_int_equal(fixture_count(one), 3);
	archive_close(one);
	archive_close(two);
}

struct seen {
	int64_t index[8];
	size_t n;
};

static int
see(void *arg, const struct archive_entry *entry, struct err *e)
{
	struct seen *s = arg;

	(void)e;
	assert_true(str_eq(entry->by, STR("editor")));
	assert_int_equal(entry->n, 1);
	assert_true(str_eq(entry->ops[0].op, STR("note.add")));
	s->index[s->n++] = entry->index;
	return s->n == 3;
}

static void
the_log_is_told_from_either_end_and_stops_when_asked(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct seen s = {.n = 0};
	struct err e;

	fixture_must(fixture_notes(a, "n", 5, &e), &e);
	fixture_must(archive_log(a, ARCHIVE_OLDEST_FIRST, see, &s, &e), &e);
	assert_int_equal(s.n, 3);
	assert_int_equal(s.index[0], 0);
	assert_int_equal(s.index[2], 2);
	s.n = 0;
	fixture_must(archive_log(a, ARCHIVE_NEWEST_FIRST, see, &s, &e), &e);
	assert_int_equal(s.index[0], 4);
	assert_int_equal(s.index[2], 2);
	archive_close(a);
}

static void
a_new_segment_follows_a_full_one(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	size_t n = 5 << 20;
	char *text = malloc(n);
	char path[FIXTURE_PATH_BYTES];
	struct archive_verdict v;
	struct err e;

	assert_non_null(text);
	memset(text, 'x', n);
	for (int i = 0; i < 11; i++) {
		char id[8];

		snprintf(id, sizeof(id), "n%d", i);
		fixture_must(fixture_note(a, str_of(id), STR("s1"), (struct str){text, n}, &e), &e);
	}
	free(text);
	struct archive *reader = fixture_open(f);
	fixture_must(fixture_note(a, STR("last"), STR("s1"), STR("short"), &e), &e);
	fixture_must(archive_refresh(reader, &e), &e);
	assert_int_equal(fixture_count(reader), 12);
	archive_close(reader);
	archive_close(a);
	snprintf(path, sizeof(path), "%.200s/log/000002.seg", f->dir);
	assert_true(file_exists(str_of(path)));
	fixture_must(archive_verify(&f->place, &v, &e), &e);
	assert_true(v.sound);
	assert_int_equal(v.segments, 2);
	assert_int_equal(v.entries, 12);

	snprintf(path, sizeof(path), "%.200s/log/000001.seg", f->dir);
	assert_int_equal(truncate(path, 70000000 / 2), 0);
	fixture_must(archive_verify(&f->place, &v, &e), &e);
	assert_false(v.sound);
	assert_string_equal(v.damage.arg[0], "log/000001.seg");
	assert_int_equal(unlink(path), 0);
	fixture_must(archive_verify(&f->place, &v, &e), &e);
	assert_false(v.sound);
	assert_string_equal(v.damage.arg[0], "log/000001.seg");
	assert_string_equal(v.damage.arg[1], "0");
}

static void
an_op_of_a_newer_program_leaves_the_archive_readable_and_closed_to_writing(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct arena *arena = arena_new();
	struct json *body = json_object(arena);
	struct err e, why;

	json_set_str(body, STR("id"), STR("new"));
	const struct archive_part part = {
	    .op = STR("note.add"), .version = 2, .body = body, .key = STR("")};
	fixture_must(fixture_note(a, STR("old"), STR("s1"), STR("x"), &e), &e);
	fixture_must(archive_append(a, &fixture_stamp, &part, 1, NULL, &e), &e);
	archive_close(a);

	fixture_must(archive_open(&f->place, &fixture_narrow_index, &a, &e), &e);
	assert_true(archive_read_only(a, &why));
	assert_string_equal(why.key, "archive.read-only");
	assert_string_equal(why.arg[0], "note.add");
	assert_string_equal(why.arg[1], "2");
	assert_int_equal(fixture_count(a), 1);
	assert_int_equal(fixture_note(a, STR("n2"), STR("s1"), STR("x"), &e), -1);
	assert_int_equal(e.code, ERR_CONFLICT);
	archive_close(a);
	a = fixture_open(f);
	assert_int_equal(fixture_count(a), 2);
	archive_close(a);
	arena_free(arena);
}

static void
times_and_names_of_the_wrong_form_are_refused(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	const struct archive_part part = {.op = STR("note.add"), .version = 1, .key = STR("")};
	struct archive_stamp stamp = fixture_stamp;
	struct err e;

	stamp.at = STR("2019-06-12 08:00");
	assert_int_equal(archive_append(a, &stamp, &part, 1, NULL, &e), -1);
	assert_string_equal(e.key, "archive.stamp");
	stamp = fixture_stamp;
	stamp.by = STR("");
	assert_int_equal(archive_append(a, &stamp, &part, 1, NULL, &e), -1);
	assert_string_equal(e.key, "archive.stamp");
	const struct str bad[] = {STR("\xff"), STR("a\x1b[31m"), STR("a\nb"), STR("a\xc2\x9b")};
	for (size_t i = 0; i < LENGTH(bad); i++) {
		stamp = fixture_stamp;
		*(i % 2 == 0 ? &stamp.by : &stamp.device) = bad[i];
		assert_int_equal(archive_append(a, &stamp, &part, 1, NULL, &e), -1);
		assert_string_equal(e.key, "archive.stamp");
	}
	archive_close(a);
}

/* Two processes that both find an id free must not both take it. */
static void
append_at(struct archive *a, const char *id, const char *at)
{
	struct arena *arena = arena_new();
	struct json *body = json_object(arena);
	const struct archive_stamp stamp = {str_of(at), STR("editor"), STR("desk")};
	struct err e;

	json_set_str(body, STR("id"), str_of(id));
	json_set_str(body, STR("text"), STR("words"));
	const struct archive_part part = {.op = STR("note.add"), .version = 1, .body = body};
	fixture_must(archive_append(a, &stamp, &part, 1, NULL, &e), &e);
	arena_free(arena);
}

/* A computer whose battery is flat starts in 1970; one whose clock is set starts in the future. */
static void
a_clock_that_jumps_loses_nothing_and_changes_no_answer(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct arena *arena = arena_new();
	const char *const times[] = {"2019-06-12T08:00:00Z", "2099-01-01T00:00:00Z",
	    "1970-01-01T00:00:07Z", "2019-06-12T08:00:01Z"};
	struct archive_verdict v;
	struct str table;
	bool same = false;
	struct err e;

	for (size_t i = 0; i < LENGTH(times); i++) {
		char id[16];

		snprintf(id, sizeof(id), "n%zu", i);
		append_at(a, id, times[i]);
	}
	assert_int_equal(fixture_count(a), 4);
	fixture_must(archive_rebuild(a, &same, arena, &table, &e), &e);
	assert_true(same);
	fixture_must(archive_snapshot(a, &e), &e);
	archive_close(a);
	a = fixture_open(f);
	assert_int_equal(fixture_count(a), 4);
	archive_close(a);
	fixture_must(archive_verify(&f->place, &v, &e), &e);
	assert_true(v.sound);
	arena_free(arena);
}

static void
what_was_asked_while_holding_still_holds_at_the_append(void **state)
{
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct archive *other = fixture_open(f);
	struct file *lock;
	struct folder folder;
	struct arena *arena = arena_new();
	struct err e;

	archive_folder_paths(arena, f->place.dir, &folder);
	fixture_must(fixture_note(other, STR("n1"), STR("s1"), STR("words"), &e), &e);
	fixture_must(archive_hold(a, &e), &e);
	assert_int_equal(fixture_count(a), 1);
	assert_int_equal(archive_folder_lock(&folder, 0, &lock, &e), -1);
	assert_string_equal(e.key, "os.locked");
	fixture_must(fixture_note(a, STR("n2"), STR("s2"), STR("words"), &e), &e);
	fixture_must(archive_key_destroy(a, &fixture_stamp, STR("s1"), NULL, STR("asked"), &e), &e);
	fixture_must(archive_refresh(a, &e), &e);
	fixture_must(archive_snapshot(a, &e), &e);
	fixture_must(archive_hold(a, &e), &e); /* once more, by who was called meanwhile */
	archive_release(a);
	assert_int_equal(archive_folder_lock(&folder, 0, &lock, &e), -1);
	archive_release(a);
	archive_release(a);
	fixture_must(archive_folder_lock(&folder, 0, &lock, &e), &e);
	file_close(lock);
	fixture_must(fixture_note(other, STR("n3"), STR("s2"), STR("words"), &e), &e);
	fixture_must(archive_hold(a, &e), &e);
	archive_close(a); /* ends the hold too */
	fixture_must(fixture_note(other, STR("n4"), STR("s2"), STR("words"), &e), &e);
	assert_int_equal(fixture_count(other), 4);
	archive_close(other);
	arena_free(arena);
}

/* Puts a copy of one of the archive's files in its place, as somebody who restores it does. */
static void
file_put_back(const struct fixture *f, const char *name)
{
	char path[2 * FIXTURE_PATH_BYTES], copy[2 * FIXTURE_PATH_BYTES];

	snprintf(path, sizeof(path), "%s/%s", f->dir, name);
	snprintf(copy, sizeof(copy), "%s/copy", f->root);
	fixture_copy(path, copy);
	assert_int_equal(rename(copy, path), 0);
}

static void
a_handle_notices_that_its_files_were_put_back(void **state)
{
	static const char *const names[] = {"log/000001.seg", "keys", "end", "lock"};
	struct fixture *f = *state;
	struct archive *a = fixture_open(f);
	struct archive_verdict v;
	struct folder folder;
	struct arena *arena = arena_new();
	struct file *lock;
	struct err e;

	fixture_must(fixture_note(a, STR("n"), STR("s"), STR("words"), &e), &e);
	for (size_t i = 0; i < LENGTH(names); i++) {
		file_put_back(f, names[i]);
		fixture_must(
		    fixture_note(a, str_of(names[i]), str_of(names[i]), STR("words"), &e), &e);
		struct archive *other = fixture_open(f);
		assert_int_equal(fixture_count(other), i + 2);
		archive_close(other);
	}
	file_put_back(f, "lock");
	archive_folder_paths(arena, f->place.dir, &folder);
	fixture_must(archive_hold(a, &e), &e);
	assert_int_equal(archive_folder_lock(&folder, 0, &lock, &e), -1);
	archive_close(a);
	fixture_must(archive_verify(&f->place, &v, &e), &e);
	assert_true(v.sound);
	arena_free(arena);
}

static void
a_folder_that_is_no_archive_or_is_not_empty_is_refused(void **state)
{
	struct fixture *f = *state;
	struct archive_place place = {.dir = str_of(f->root), .key_file = str_of(f->key)};
	struct archive *a;
	struct archive_verdict v;
	struct err e;

	assert_int_equal(archive_open(&place, &fixture_index, &a, &e), -1);
	assert_int_equal(e.code, ERR_NOTFOUND);
	assert_string_equal(e.key, "archive.none");
	assert_int_equal(archive_verify(&place, &v, &e), -1);
	assert_string_equal(e.key, "archive.none");
	assert_int_equal(archive_init(&place, &e), -1);
	assert_string_equal(e.key, "archive.exists");
}

static void
ids_have_their_form_and_differ(void **state)
{
	char one[ARCHIVE_ID_BYTES + 1], two[ARCHIVE_ID_BYTES + 1];

	(void)state;
	archive_id_new('s', one);
	archive_id_new('s', two);
	assert_int_equal(one[0], 's');
	assert_true(archive_id_like(str_of(one)));
	assert_string_not_equal(one, two);
	assert_false(archive_id_like(STR("c10")));
	assert_false(archive_id_like(STR("s0123456789abcdef")));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(an_entry_is_there_after_the_archive_is_opened_again),
	    CASE(verify_finds_a_whole_archive_sound_with_and_without_its_key),
	    CASE(what_a_projector_refuses_is_not_written),
	    CASE(a_batch_with_one_refused_entry_is_refused_whole_and_says_which),
	    CASE(a_long_batch_that_is_refused_at_its_end_leaves_what_was_there),
	    CASE(another_handle_sees_what_was_appended),
	    CASE(the_log_is_told_from_either_end_and_stops_when_asked),
	    CASE(a_new_segment_follows_a_full_one),
	    CASE(an_op_of_a_newer_program_leaves_the_archive_readable_and_closed_to_writing),
	    CASE(times_and_names_of_the_wrong_form_are_refused),
	    CASE(a_clock_that_jumps_loses_nothing_and_changes_no_answer),
	    CASE(what_was_asked_while_holding_still_holds_at_the_append),
	    CASE(a_handle_notices_that_its_files_were_put_back),
	    CASE(a_folder_that_is_no_archive_or_is_not_empty_is_refused),
	    CASE(ids_have_their_form_and_differ),
	};

	return cmocka_run_group_tests_name("archive/life", tests, NULL, NULL);
}
