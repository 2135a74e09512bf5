/* An archive from init to close: what is written is read back, by this handle and by others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		an_entry_is_there_after_the_archive_is_opened_again, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		verify_finds_a_whole_archive_sound_with_and_without_its_key, setup, teardown),
	};

	return cmocka_run_group_tests_name("archive/life", tests, NULL, NULL);
}
