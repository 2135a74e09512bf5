/* How far a long command is: on a terminal, after a second, and nowhere else. */
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "face/cli/progress.h"

#define SECOND INT64_C(1000000000)

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* What stands on stderr when 500 of 1,000 are done after so many seconds; a terminal, or a pipe. */
static const char *
shown(bool terminal, int64_t seconds)
{
	static char text[256];
	int ends[2] = {-1, -1}, before = dup(STDERR_FILENO);
	struct cli c = {.a = arena, .lang = LANG_EN};

	if (terminal) {
		ends[0] = posix_openpt(O_RDWR | O_NOCTTY);
		assert_true(ends[0] >= 0 && grantpt(ends[0]) == 0 && unlockpt(ends[0]) == 0);
		ends[1] = open(ptsname(ends[0]), O_RDWR | O_NOCTTY);
	} else {
		assert_int_equal(pipe(ends), 0);
	}
	assert_true(ends[1] >= 0 && dup2(ends[1], STDERR_FILENO) >= 0);
	struct progress progress = progress_begin(&c);
	progress.began -= seconds * SECOND;
	progress_on_tick(&progress, 500, 1000);
	progress_on_tick(&progress, 501, 1000); /* too soon after the one before */
	progress_end(&progress);
	(void)fputc('.', stderr); /* so that there is something to read */
	(void)fflush(stderr);
	ssize_t n = read(ends[0], text, sizeof(text) - 1);
	(void)dup2(before, STDERR_FILENO);
	close(before);
	close(ends[0]);
	close(ends[1]);
	text[n > 0 ? n : 0] = '\0';
	return text;
}

static void
a_terminal_sees_how_far_it_is_and_what_is_left(void **state)
{
	(void)state;
	const char *text = shown(true, 4);
	assert_non_null(strstr(text, "500 of 1,000, 4 s left"));
	assert_null(strstr(text, "501"));
}

static void
the_first_second_shows_nothing(void **state)
{
	(void)state;
	assert_string_equal(shown(true, 0), ".");
}

static void
what_is_no_terminal_sees_nothing(void **state)
{
	(void)state;
	assert_string_equal(shown(false, 4), ".");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_terminal_sees_how_far_it_is_and_what_is_left),
	    cmocka_unit_test(the_first_second_shows_nothing),
	    cmocka_unit_test(what_is_no_terminal_sees_nothing),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
