/* The types every room shares: str, buf, arena, err. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

static void
integers_at_both_ends_are_read_and_beyond_them_refused(void **state)
{
	(void)state;
	int64_t v = 7;

	assert_true(str_to_int(STR("9223372036854775807"), &v));
	assert_true(v == INT64_MAX);
	assert_true(str_to_int(STR("-9223372036854775808"), &v));
	assert_true(v == INT64_MIN);
	v = 7;
	assert_false(str_to_int(STR("9223372036854775808"), &v));
	assert_false(str_to_int(STR("-"), &v));
	assert_false(str_to_int(STR(""), &v));
	assert_false(str_to_int(STR("4 000"), &v));
	assert_true(v == 7);
	assert_true(str_eq(STR_INT(INT64_MIN), STR("-9223372036854775808")));
	assert_true(str_eq(STR_INT(INT64_MAX), STR("9223372036854775807")));
	assert_true(str_eq(STR_INT(0), STR("0")));
	assert_true(str_eq(STR_INT(-10), STR("-10")));
}

static void
what_follows_the_last_byte_is_all_where_there_is_none(void **state)
{
	(void)state;

	assert_true(str_eq(str_after_last(STR("a/b/c.csv"), '/'), STR("c.csv")));
	assert_true(str_eq(str_after_last(STR("c.csv"), '/'), STR("c.csv")));
	assert_int_equal(str_after_last(STR("a/"), '/').n, 0);
	assert_int_equal(str_after_last(STR(""), '/').n, 0);
}

static void
cutting_gives_every_field_and_ends(void **state)
{
	(void)state;
	struct str rest = STR("a++b");

	assert_true(str_eq(str_cut(&rest, '+'), STR("a")));
	assert_true(str_eq(str_cut(&rest, '+'), STR("")));
	assert_true(str_eq(str_cut(&rest, '+'), STR("b")));
	assert_int_equal(rest.n, 0);
}

static void
searching_finds_the_first_place(void **state)
{
	(void)state;
	assert_int_equal(str_search(STR("aab aab"), STR("ab")), 1);
	assert_int_equal(str_search(STR("abc"), STR("x")), 3);
	assert_int_equal(str_search(STR("abc"), STR("")), 0);
}

static void
a_buffer_grows_and_stays_ended(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;

	for (int i = 0; i < 1000; i++)
		buf_fmt(&b, "%d,", i);
	assert_int_equal(b.n, strlen(b.p));
	assert_true(str_ends(buf_str(&b), STR("998,999,")));
	buf_cut(&b, 2);
	assert_string_equal(b.p, "0,");
	buf_free(&b);
	assert_int_equal(b.n, 0);
}

struct order {
	char seen[4];
	size_t n;
};

struct mark {
	struct order *order;
	char name;
};

static void
write_down(void *arg)
{
	struct mark *m = arg;
	m->order->seen[m->order->n++] = m->name;
}

static void
what_was_deferred_runs_in_reverse(void **state)
{
	(void)state;
	struct order order = {{0}, 0};
	struct mark a = {&order, 'a'}, b = {&order, 'b'};
	struct arena *arena = arena_new();

	arena_defer(arena, write_down, &a);
	arena_defer(arena, write_down, &b);
	arena_free(arena);
	assert_string_equal(order.seen, "ba");
}

static void
an_arena_holds_small_and_large_items_zeroed(void **state)
{
	(void)state;
	struct arena *a = arena_new();

	for (size_t n = 0; n < 40000; n += 997) {
		unsigned char *p = arena_alloc(a, n + 1);
		for (size_t i = 0; i <= n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xAA, n + 1);
	}
	int *items = NULL;
	size_t capacity = 0;
	for (size_t i = 0; i < 100; i++) {
		items = arena_grow(a, items, i, &capacity, sizeof(*items));
		items[i] = (int)i;
	}
	assert_int_equal(items[99], 99);
	assert_int_equal(items[0], 0);
	arena_free(a);
}

static void
an_error_keeps_its_arguments_and_cuts_long_ones_between_characters(void **state)
{
	(void)state;
	struct err e;
	struct buf word = BUF_INIT;

	for (int i = 0; i < 300; i++)
		buf_put(&word, STR("ж"));
	assert_int_equal(
	    err_fail(&e, ERR_INPUT, STR("phrase.word"), buf_str(&word), STR_INT(-5)), -1);
	assert_int_equal(e.code, ERR_INPUT);
	assert_string_equal(e.key, "phrase.word");
	assert_int_equal(strlen(e.arg[0]) % 2, 1); /* whole two-byte letters and three dots */
	assert_string_equal(e.arg[1], "-5");
	assert_string_equal(e.arg[2], "");
	assert_int_equal(err_exit_status(e.code), 2);
	assert_int_equal(err_http_status(ERR_NOTFOUND), 404);
	buf_free(&word);
}

/* What is refused is shown: it must neither break a sentence nor steer a terminal. */
static void
an_argument_of_an_error_is_text_without_control_characters(void **state)
{
	static const struct {
		struct str given;
		const char *kept;
	} rows[] = {
	    {STR_INIT("a\xff\xfe z"), "a\uFFFD\uFFFD z"},
	    {STR_INIT("\xd1"), "\uFFFD"},
	    {STR_INIT("\x1b[31m\x07\x7f"), "\uFFFD[31m\uFFFD\uFFFD"},
	    {STR_INIT("a\xc2\x9b"
		      "b\u202ec"),
		"a\uFFFDb\uFFFDc"},
	    {STR_INIT("two\nlines\tand\r"), "two lines and "},
	    {STR_INIT("nul\0here"), "nul\uFFFDhere"},
	    {STR_INIT("адам 500 ✓"), "адам 500 ✓"},
	};
	struct err e;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(err_fail(&e, ERR_INPUT, STR("a.b"), rows[i].given), -1);
		assert_string_equal(e.arg[0], rows[i].kept);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(integers_at_both_ends_are_read_and_beyond_them_refused),
	    cmocka_unit_test(what_follows_the_last_byte_is_all_where_there_is_none),
	    cmocka_unit_test(cutting_gives_every_field_and_ends),
	    cmocka_unit_test(searching_finds_the_first_place),
	    cmocka_unit_test(a_buffer_grows_and_stays_ended),
	    cmocka_unit_test(what_was_deferred_runs_in_reverse),
	    cmocka_unit_test(an_arena_holds_small_and_large_items_zeroed),
	    cmocka_unit_test(an_error_keeps_its_arguments_and_cuts_long_ones_between_characters),
	    cmocka_unit_test(an_argument_of_an_error_is_text_without_control_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
