/* What tells codes apart before they are compared: a bound, which takes none for apart that is
 * near. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/link/edit.h"
#include "engine/link/glance.h"

#define CODES 1092 /* all of up to six signs out of three */
#define LONG 10    /* bytes of a code that a short one ends */

static struct glance
glance_at(struct str code)
{
	const struct field_value none = {.n_words = 0};

	return glance_of(code, NULL, &none);
}

static bool
told_apart(struct str x, struct str y)
{
	const struct glance at_x = glance_at(x), at_y = glance_at(y);

	return glance_codes_apart(&at_x, &at_y);
}

static void
codes_that_begin_differently_are_told_apart_though_they_share_a_sign(void **state)
{
	(void)state;
	assert_true(told_apart(STR("eh1 2ng"), STR("cv21 1lj")));
	assert_true(told_apart(STR("sw1a 2aa"), STR("m1 1ae")));
}

static void
codes_that_begin_alike_or_may_be_a_slip_apart_are_compared(void **state)
{
	(void)state;
	assert_false(told_apart(STR("eh1 2ng"), STR("eh9 8xy")));
	assert_false(told_apart(STR("eh1 2ng"), STR("fh1 2ng")));
	assert_false(told_apart(STR("ab12345678"), STR("cd12345678")));
}

/* The n-th code of a few signs, behind a beginning of its own where it is to be a long one. */
static struct str
code_of(uint64_t n, bool is_long, char room[LONG + 8])
{
	size_t count = 0;

	for (uint64_t left = n; left > 0; left = (left - 1) / 3)
		room[count++] = "a1b"[(left - 1) % 3];
	for (; is_long && count < LONG; count++)
		room[count] = "12345678"[count % 8];
	return (struct str){room, count};
}

static void
no_code_that_is_told_apart_is_near_when_compared(void **state)
{
	(void)state;
	struct edit_room room = {{0}};
	char at_x[LONG + 8], at_y[LONG + 8];

	for (uint64_t n = 0; n < (uint64_t)CODES * CODES * 2; n += 3) {
		bool is_long = n % 2 == 1;
		struct str x = code_of(n / 2 / CODES + 1, is_long, at_x);
		struct str y = code_of(n / 2 % CODES + 1, is_long, at_y);
		if (!told_apart(x, y))
			continue;
		size_t apart = edit_osa(&room, x, y), shorter = x.n < y.n ? x.n : y.n;
		assert_true(apart > 1 && apart * 4 > shorter);
		assert_true(x.p[0] != y.p[0]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(codes_that_begin_differently_are_told_apart_though_they_share_a_sign),
	    cmocka_unit_test(codes_that_begin_alike_or_may_be_a_slip_apart_are_compared),
	    cmocka_unit_test(no_code_that_is_told_apart_is_near_when_compared),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
