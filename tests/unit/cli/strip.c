/* Marks of a board on the axis of a terminal. Figures: June 2019. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "face/cli/strip.h"
#include "kit/lang/lang.h"

/* 40 columns from 10 to 10,000: 13 columns a decade. */
static const struct strip_axis axis = {{10, 10000}, 40};

static void
row_is(const struct figure_mark mark, bool utf8, const char *wanted)
{
	struct buf b = BUF_INIT;

	strip_mark_put(&b, &axis, &mark, LANG_EN, utf8);
	assert_string_equal(b.p, wanted);
	assert_int_equal(lang_width(buf_str(&b)), axis.columns);
	buf_free(&b);
}

static void
each_kind_has_its_mark_in_ascii(void **state)
{
	(void)state;
	row_is((struct figure_mark){FIGURE_EXACT, 100, 100, 0}, false,
	    "             * 100                      ");
	row_is((struct figure_mark){FIGURE_ABOUT, 80, 120, 100}, false,
	    "            |+| 80-120                  ");
	row_is((struct figure_mark){FIGURE_NEARLY, 90, 99, 0}, false,
	    "            || 90-99                    ");
	row_is((struct figure_mark){FIGURE_AT_LEAST, 400, INT64_MAX, 0}, false,
	    "              >= 400 |----------------->");
	row_is((struct figure_mark){FIGURE_UP_TO, 1, 200, 0}, false,
	    "<----------------| <= 200               ");
	row_is((struct figure_mark){FIGURE_WORD, 200, 999, 0}, false,
	    "                 :::::::::: 200-999     ");
	row_is((struct figure_mark){FIGURE_MODAL, 0, INT64_MAX, 5000}, false,
	    "                           5,000? ~~~   ");
	row_is((struct figure_mark){FIGURE_LOGIC, 957, INT64_MAX, 0}, false,
	    "                   >= 957 [============>");
}

static void
a_utf8_terminal_gets_the_signs_of_the_page(void **state)
{
	(void)state;
	row_is((struct figure_mark){FIGURE_EXACT, 957, 957, 0}, true,
	    "                          ● 957         ");
	row_is((struct figure_mark){FIGURE_AT_LEAST, 700, INT64_MAX, 0}, true,
	    "                  ≥ 700 ├──────────────▶");
	row_is((struct figure_mark){FIGURE_WORD, 2000, 9999, 0}, true,
	    "                  2,000–9,999 ░░░░░░░░░░");
}

static void
a_wide_bar_has_its_tick_at_the_number_said(void **state)
{
	(void)state;
	row_is((struct figure_mark){FIGURE_ABOUT, 100, 1000, 300}, false,
	    "             |-----+------| 100-1,000   ");
}

static void
a_number_stands_left_of_a_mark_beyond_three_quarters(void **state)
{
	(void)state;
	row_is((struct figure_mark){FIGURE_NEARLY, 3600, 3999, 0}, false,
	    "                     3,600-3,999 ||     ");
}

static void
a_line_that_fills_the_row_carries_its_number_inside(void **state)
{
	(void)state;
	row_is((struct figure_mark){FIGURE_AT_LEAST, 13, INT64_MAX, 0}, false,
	    " |- >= 13 ----------------------------->");
}

static void
nobody_is_a_dot_at_the_edge(void **state)
{
	(void)state;
	row_is((struct figure_mark){FIGURE_EXACT, 0, 0, 0}, false,
	    "* 0                                     ");
}

static void
ticks_never_touch_and_powers_of_ten_come_first(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;

	strip_ticks_put(&b, &axis, LANG_EN);
	assert_string_equal(b.p, "10 20   50  100 200     1,000     10,000");
	buf_free(&b);
}

static void
every_row_is_as_wide_as_the_axis(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;

	for (int64_t low = 0; low < 20000; low = low * 3 / 2 + 1) {
		for (int kind = FIGURE_EXACT; kind <= FIGURE_LOGIC; kind++) {
			struct figure_mark mark = {
			    (enum figure_kind)kind, low, low * 2 + 5, low + 2};
			for (size_t columns = STRIP_COLUMNS_LEAST; columns < 90; columns += 11) {
				struct strip_axis some =
				    strip_axis_around(low, low * 2 + 5, columns);
				buf_cut(&b, 0);
				strip_mark_put(&b, &some, &mark, LANG_RU, true);
				assert_int_equal(lang_width(buf_str(&b)), columns);
				buf_cut(&b, 0);
				strip_mark_put(&b, &axis, &mark, LANG_KK, true);
				assert_int_equal(lang_width(buf_str(&b)), axis.columns);
			}
		}
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_kind_has_its_mark_in_ascii),
	    cmocka_unit_test(a_utf8_terminal_gets_the_signs_of_the_page),
	    cmocka_unit_test(a_wide_bar_has_its_tick_at_the_number_said),
	    cmocka_unit_test(a_number_stands_left_of_a_mark_beyond_three_quarters),
	    cmocka_unit_test(a_line_that_fills_the_row_carries_its_number_inside),
	    cmocka_unit_test(nobody_is_a_dot_at_the_edge),
	    cmocka_unit_test(ticks_never_touch_and_powers_of_ten_come_first),
	    cmocka_unit_test(every_row_is_as_wide_as_the_axis),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
