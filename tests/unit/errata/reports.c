/* Readers' reports: what is taken in, what is refused, what the archive knows then. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/errata/errata_sql.h"
#include "press.h"

static int
try(const struct errata_note *note, struct errata_added *out, struct err *e)
{
	const struct count_writer w = press_writer();

	return errata_add(&w, note, &press_page, out, e);
}

static struct errata_added
added(const char *words, enum errata_kind kind)
{
	struct errata_note note = press_note(words, kind);
	struct errata_added out;
	struct err e;

	press_must(try(&note, &out, &e), &e);
	return out;
}

static void
a_report_has_a_code_that_says_its_state_and_nothing_else(void **state)
{
	(void)state;
	const struct errata_added one = added("polise", ERRATA_SPELLING);
	const struct count_reader r = press_reader();
	struct str said;
	struct err e;

	assert_true(archive_id_like(one.code));
	assert_false(one.again || one.rings);
	press_must(errata_state(&r, one.code, &said, &e), &e);
	assert_string_equal(said.p, "new");
	assert_int_equal(errata_state(&r, str_sub(one.code, 0, 16), &said, &e), -1);
	assert_string_equal(e.key, "errata.none");
	assert_int_equal(errata_state(&r, STR(""), &said, &e), -1);
	assert_int_equal(e.code, ERR_NOTFOUND);
}

static void
words_that_do_not_stand_there_are_refused(void **state)
{
	(void)state;
	struct errata_note good = press_note("polise", ERRATA_SPELLING), note;
	struct errata_added out;
	struct err e;

	note = good;
	note.start++;
	note.end++;
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "errata.moved");
	note = good;
	note.end = SIZE_MAX;
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "errata.moved");
	note = good;
	note.start = note.end;
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "errata.moved");
	note = good;
	note.number = 2;
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "publication.no_revision");
	note = good;
	note.slug = STR("may-2013");
	assert_int_equal(try(&note, &out, &e), -1);
	assert_int_equal(e.code, ERR_NOTFOUND);
	note = good;
	note.quote = STR(" \n");
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "errata.empty");
	note = good;
	note.comment = STR("\xFF");
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "errata.utf8");
}

static void
a_thousand_characters_are_enough(void **state)
{
	(void)state;
	struct errata_note note = press_note("polise", ERRATA_SPELLING);
	char words[2 * ERRATA_LONGEST + 2];
	struct errata_added out;
	struct err e;

	for (size_t i = 0; i < sizeof(words); i += 2)
		memcpy(words + i, "ж", 2);
	note.comment = (struct str){words, 2 * ERRATA_LONGEST};
	press_must(try(&note, &out, &e), &e);
	note.comment.n += 2;
	assert_int_equal(try(&note, &out, &e), -1);
	assert_int_equal(e.code, ERR_LIMIT);
	assert_string_equal(e.arg[0], "comment");
}

static void
the_same_words_again_raise_a_count_but_danger_stands_apart(void **state)
{
	(void)state;
	const struct errata_added first = added("took people near", ERRATA_SPELLING);
	const struct errata_added second = added("people", ERRATA_FACT);
	const struct errata_added other = added("asked", ERRATA_FACT);
	const struct errata_added danger = added("took people", ERRATA_DANGER);
	const struct errata_added more = added("took", ERRATA_DANGER);

	assert_true(second.again);
	assert_true(str_eq(first.code, second.code));
	assert_false(other.again);
	assert_false(danger.again);
	assert_true(danger.rings);
	assert_true(more.again);
	assert_false(more.rings);
	assert_true(str_eq(danger.code, more.code));
}

static void
only_so_many_readers_are_kept_word_for_word(void **state)
{
	(void)state;
	const struct errata_added first = added("polise", ERRATA_SPELLING);
	struct sql_errata_voices_row voices;
	struct err e;

	for (size_t i = 0; i < 2 * ERRATA_VOICES; i++)
		assert_true(added("polise", ERRATA_SPELLING).again);
	assert_int_equal(
	    sql_errata_voices_one(archive_db(press_archive), first.code, press_arena, &voices, &e),
	    1);
	assert_int_equal(voices.n, 2 * ERRATA_VOICES);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, press_begin, press_end)
	const struct CMUnitTest tests[] = {
	    CASE(a_report_has_a_code_that_says_its_state_and_nothing_else),
	    CASE(words_that_do_not_stand_there_are_refused),
	    CASE(a_thousand_characters_are_enough),
	    CASE(the_same_words_again_raise_a_count_but_danger_stands_apart),
	    CASE(only_so_many_readers_are_kept_word_for_word),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
