/* Codes that open one session, and sessions that end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "face/desk/desk_session.h"
#include "kit/os/clock.h"
#include "kit/seal/seal.h"

#define MINUTE ((int64_t)60 * 1000000000)
#define WRONG "aaaaa-aaaaa-aaaaa-aaaaa"

static struct desk_sessions *sessions;
static char code[DESK_CODE_BYTES + 1], token[DESK_TOKEN_BYTES + 1];
static int64_t now;

static int
begin(void **state)
{
	struct err e;

	(void)state;
	if (seal_start(&e) != 0)
		return -1;
	sessions = desk_sessions_new();
	desk_session_code(sessions, code);
	now = clock_monotonic();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	desk_sessions_free(sessions);
	return 0;
}

static void
a_code_opens_one_session(void **state)
{
	(void)state;
	assert_int_equal(strspn(code, "abcdefghijklmnopqrstuvwxyz234567-"), DESK_CODE_BYTES);
	assert_true(desk_session_begin(sessions, str_of(code), now, token));
	assert_true(desk_session_known(sessions, str_of(token), now));
	assert_false(desk_session_begin(sessions, str_of(code), now, token));
}

static void
a_code_may_be_typed_as_people_type(void **state)
{
	(void)state;
	char typed[2 * DESK_CODE_BYTES] = " ";

	for (size_t i = 0, n = 1; i < DESK_CODE_BYTES; i++)
		typed[n++] = (char)(code[i] == '-' ? ' '
			: code[i] >= 'a'           ? code[i] - 'a' + 'A'
						   : code[i]);
	assert_true(desk_session_begin(sessions, str_of(typed), now, token));
}

static void
a_code_is_void_after_ten_minutes_or_ten_wrong_tries(void **state)
{
	(void)state;
	assert_false(desk_session_begin(
	    sessions, str_of(code), now + (DESK_CODE_MINUTES + 1) * MINUTE, token));
	desk_session_code(sessions, code);
	for (int i = 0; i < 9; i++)
		assert_false(desk_session_begin(sessions, STR(WRONG), now, token));
	assert_true(desk_session_begin(sessions, str_of(code), now, token));
	desk_session_code(sessions, code);
	for (int i = 0; i < 10; i++)
		assert_false(desk_session_begin(sessions, STR(WRONG), now, token));
	assert_false(desk_session_begin(sessions, str_of(code), now, token));
}

static void
what_is_no_code_is_not_read(void **state)
{
	(void)state;
	static const char *const none[] = {"", "-", "aaaaa", WRONG "a", WRONG "-", "ааааа"};

	for (size_t i = 0; i < LENGTH(none); i++)
		assert_false(desk_session_begin(sessions, str_of(none[i]), now, token));
}

static void
a_new_code_takes_the_place_of_the_old(void **state)
{
	(void)state;
	char old[DESK_CODE_BYTES + 1];

	memcpy(old, code, sizeof old);
	desk_session_code(sessions, code);
	assert_false(desk_session_begin(sessions, str_of(old), now, token));
	assert_true(desk_session_begin(sessions, str_of(code), now, token));
}

static void
a_session_ends_when_it_is_left_or_not_used(void **state)
{
	(void)state;
	const int64_t hours = (int64_t)DESK_SESSION_HOURS * 60 * MINUTE;

	assert_true(desk_session_begin(sessions, str_of(code), now, token));
	assert_false(desk_session_known(sessions, STR(""), now));
	assert_false(desk_session_known(sessions, STR(WRONG), now));
	assert_true(desk_session_known(sessions, str_of(token), now + hours));
	assert_true(desk_session_known(sessions, str_of(token), now + 2 * hours));
	assert_false(desk_session_known(sessions, str_of(token), now + 3 * hours + MINUTE));
	desk_session_code(sessions, code);
	assert_true(desk_session_begin(sessions, str_of(code), now, token));
	desk_session_end(sessions, str_of(token));
	assert_false(desk_session_known(sessions, str_of(token), now));
}

static void
the_session_not_used_for_longest_gives_way(void **state)
{
	(void)state;
	char first[DESK_TOKEN_BYTES + 1];

	assert_true(desk_session_begin(sessions, str_of(code), now, first));
	for (int i = 1; i <= 16; i++) {
		desk_session_code(sessions, code);
		assert_true(desk_session_begin(sessions, str_of(code), now + i, token));
	}
	assert_false(desk_session_known(sessions, str_of(first), now + 20));
	assert_true(desk_session_known(sessions, str_of(token), now + 20));
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, begin, end)

/* On a page of an event, and from the last one to the first. */
static void
a_session_knows_what_it_answered(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str t = str_of(token), june = STR("june"), all = STR("");

	assert_true(desk_session_begin(sessions, str_of(code), now, token));
	assert_int_equal(desk_session_last(sessions, a, t, june).n, 0);
	desk_session_answered(sessions, t, june, STR("x:1,y:1"));
	desk_session_answered(sessions, t, all, STR("x:9,y:9"));
	desk_session_answered(sessions, t, june, STR("x:2,y:2"));
	desk_session_answered(sessions, STR("nobody"), june, STR("x:3,y:3"));
	assert_true(str_eq(desk_session_last(sessions, a, t, june), STR("x:2,y:2")));
	desk_session_undone(sessions, t, june, STR("x:2,y:2"));
	assert_true(str_eq(desk_session_last(sessions, a, t, june), STR("x:1,y:1")));
	desk_session_undone(sessions, t, june, STR("x:1,y:1"));
	assert_int_equal(desk_session_last(sessions, a, t, june).n, 0);
	assert_true(str_eq(desk_session_last(sessions, a, t, all), STR("x:9,y:9")));
	desk_session_end(sessions, t);
	assert_int_equal(desk_session_last(sessions, a, t, all).n, 0);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(a_code_opens_one_session),
	    CASE(a_code_may_be_typed_as_people_type),
	    CASE(a_code_is_void_after_ten_minutes_or_ten_wrong_tries),
	    CASE(what_is_no_code_is_not_read),
	    CASE(a_new_code_takes_the_place_of_the_old),
	    CASE(a_session_ends_when_it_is_left_or_not_used),
	    CASE(a_session_knows_what_it_answered),
	    CASE(the_session_not_used_for_longest_gives_way),
	};

	return cmocka_run_group_tests_name("desk/session", tests, NULL, NULL);
}
