/* Other programs: their status, their time, what they get of ours. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kit/os/clock.h"
#include "kit/os/program.h"

static int
shell(const char *script, int milliseconds, struct err *e)
{
	const struct str words[] = {STR("sh"), STR("-c"), str_of(script), STR("name"), STR("a b")};

	return program_run(words, LENGTH(words), milliseconds, e);
}

static void
a_program_that_ends_well_is_no_failure(void **state)
{
	(void)state;
	struct err e;

	assert_int_equal(shell("test \"$1\" = 'a b'", 10000, &e), 0);
}

static void
its_status_is_told(void **state)
{
	(void)state;
	struct err e;

	assert_int_equal(shell("exit 3", 10000, &e), -1);
	assert_string_equal(e.key, "os.program");
	assert_string_equal(e.arg[1], "3");
	assert_int_equal(shell("kill -TERM $$", 10000, &e), -1);
	assert_string_equal(e.arg[1], "143");
}

static void
a_name_that_is_no_program_is_told(void **state)
{
	(void)state;
	const struct str words[] = {STR("no-such-program-here")};
	struct err e;

	assert_int_equal(program_run(words, 1, 1000, &e), -1);
	assert_int_equal(e.code, ERR_NOTFOUND);
}

static void
one_that_takes_too_long_is_ended_with_its_children(void **state)
{
	(void)state;
	struct err e;
	int64_t start = clock_monotonic();

	assert_int_equal(shell("sleep 60 & sleep 60", 100, &e), -1);
	assert_int_equal(e.code, ERR_LIMIT);
	assert_true(clock_monotonic() - start < INT64_C(20000000000));
}

static void
it_gets_no_secret_of_the_environment_and_no_input(void **state)
{
	(void)state;
	struct err e;

	setenv("GUVOH_KEY_FILE", "/k", 1);
	assert_int_equal(shell("test -z \"$GUVOH_KEY_FILE\" && test -n \"$PATH\"", 10000, &e), 0);
	assert_int_equal(shell("! read line", 10000, &e), 0);
}

static void
a_command_is_words_parted_by_blanks_and_a_last_one(void **state)
{
	(void)state;
	struct str words[PROGRAM_WORDS];

	assert_int_equal(program_words(STR(" ring  --loud"), STR("a b"), words), 3);
	assert_true(str_eq(words[1], STR("--loud")) && str_eq(words[2], STR("a b")));
	assert_int_equal(
	    program_words(STR("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"), STR("x"), words),
	    PROGRAM_WORDS);
	assert_true(str_eq(words[PROGRAM_WORDS - 1], STR("x")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_program_that_ends_well_is_no_failure),
	    cmocka_unit_test(its_status_is_told),
	    cmocka_unit_test(a_name_that_is_no_program_is_told),
	    cmocka_unit_test(one_that_takes_too_long_is_ended_with_its_children),
	    cmocka_unit_test(a_command_is_words_parted_by_blanks_and_a_last_one),
	    cmocka_unit_test(it_gets_no_secret_of_the_environment_and_no_input),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
