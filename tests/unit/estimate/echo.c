/* A list put together from others is told from lists that are not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/echo.h"
#include "tables.h"

#define LISTS 4
#define MANY 9 /* too many to weigh all graphs of the others */
#define PEOPLE 2000

/*
 * What is expected of lists with a fifth of all people each, of which the last has that share of
 * those on any other list too, and of nobody else.
 */
static struct overlap
expected(const struct tables *s, size_t lists, double gathered)
{
	static const struct str names[MANY] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c"),
	    STR_INIT("d"), STR_INIT("e"), STR_INIT("f"), STR_INIT("g"), STR_INIT("h"),
	    STR_INIT("i")};
	struct overlap_cell cells[1 << MANY] = {{0, 0}};
	uint32_t last = UINT32_C(1) << (lists - 1);

	for (uint32_t c = 1; c < 1u << lists; c++) {
		bool on_others = (c & ~last) != 0;
		double rate = gathered == 0 ? 0.2 : on_others ? gathered : 0, p = PEOPLE;
		for (size_t j = 0; j + 1 < lists; j++)
			p *= (c >> j & 1) != 0 ? 0.2 : 0.8;
		p *= (c & last) != 0 ? rate : 1 - rate;
		cells[c] = (struct overlap_cell){c, llround(p)};
	}
	return overlap_of(s->a, names, lists, cells, (size_t)1 << lists);
}

static void
a_list_put_together_from_the_others_is_named_with_what_they_say_without_it(void **state)
{
	const struct tables *s = *state;

	for (size_t lists = 3; lists <= LISTS; lists++) {
		struct overlap t = expected(s, lists, 0.8);
		struct echo echo = echo_ask(s->a, &t, 1.02 * (double)t.people);
		assert_true(echo.found);
		assert_int_equal(echo.list, lists - 1);
		assert_true(echo.people > 1500 && echo.people < PEOPLE);
	}
}

static void
lists_of_their_own_are_not_suspected(void **state)
{
	const struct tables *s = *state;

	for (size_t lists = 3; lists <= LISTS; lists++) {
		struct overlap t = expected(s, lists, 0);
		assert_false(echo_ask(s->a, &t, 1.1 * PEOPLE).found);
	}
}

static void
a_list_put_together_from_eight_others_is_named_too(void **state)
{
	const struct tables *s = *state;
	struct overlap t = expected(s, MANY, 0.8), own = expected(s, MANY, 0);
	struct echo echo = echo_ask(s->a, &t, 1.02 * (double)t.people);

	assert_true(echo.found);
	assert_int_equal(echo.list, MANY - 1);
	assert_true(echo.people > (double)t.people && echo.people < PEOPLE);
	assert_false(echo_ask(s->a, &own, 1.02 * PEOPLE).found);
}

static void
lists_that_hardly_meet_without_it_say_nothing(void **state)
{
	static const struct str names[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c")};
	static const struct overlap_cell cells[] = {{1, 300}, {2, 300}, {3, 2}, {5, 200}, {6, 200}};
	const struct tables *s = *state;
	struct overlap t = overlap_of(s->a, names, 3, cells, LENGTH(cells));

	assert_false(echo_ask(s->a, &t, 1500).found);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(
		a_list_put_together_from_the_others_is_named_with_what_they_say_without_it, &s),
	    cmocka_unit_test_prestate(lists_of_their_own_are_not_suspected, &s),
	    cmocka_unit_test_prestate(a_list_put_together_from_eight_others_is_named_too, &s),
	    cmocka_unit_test_prestate(lists_that_hardly_meet_without_it_say_nothing, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
