/* Marks and ticks: nothing is cut, nothing crosses, on the narrowest strip. Figures: June 2019. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kit/draw/mark.h"
#include "kit/draw/ticks.h"

#define LETTER 8.0 /* pixels of a character, at most */

static const struct axis june = {50, 5000};
static struct arena *a;

static int
begin(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static double
pixels(struct str percent)
{
	return strtod(percent.p, NULL) / 100 * MARK_NARROW;
}

static void
text_is(const struct mark *m, const char *x, bool before)
{
	assert_string_equal(m->label.x.p, x);
	assert_int_equal(m->label.end, before);
}

static void
an_exact_number_stands_right_of_its_dot(void **state)
{
	(void)state;
	struct mark m =
	    mark_of(a, &june, &(struct mark_figure){MARK_DOT, 500, 500, 500, 3, NULL, 0});

	assert_string_equal(m.from.p, "50.00%");
	text_is(&m, "50.00%", false);
	assert_int_equal(m.middle, MARK_HEIGHT / 2);
}

static void
beyond_three_quarters_a_number_stands_left(void **state)
{
	(void)state;
	struct mark m =
	    mark_of(a, &june, &(struct mark_figure){MARK_BAR, 3600, 3999, 0, 11, NULL, 0});

	text_is(&m, m.from.p, true);
	assert_false(m.ticked);
}

static void
an_open_line_has_its_number_before_its_stop_or_above(void **state)
{
	(void)state;
	struct mark m =
	    mark_of(a, &june, &(struct mark_figure){MARK_FROM, 400, INT64_MAX, 400, 5, NULL, 0});

	text_is(&m, m.from.p, true);
	assert_string_equal(m.to.p, "100.00%");
	m = mark_of(a, &june, &(struct mark_figure){MARK_FROM, 60, INT64_MAX, 60, 4, NULL, 0});
	text_is(&m, m.from.p, false);
	assert_true(m.label.y < m.middle - 6);
	m = mark_of(a, &june, &(struct mark_figure){MARK_TO, 0, 5000, 5000, 7, NULL, 0});
	text_is(&m, "100.00%", true);
	assert_true(m.label.y < m.middle - 6);
}

static void
a_number_said_inside_its_bar_is_a_tick(void **state)
{
	(void)state;
	struct mark m =
	    mark_of(a, &june, &(struct mark_figure){MARK_BAR, 450, 550, 500, 7, NULL, 0});

	assert_true(m.ticked);
	assert_string_equal(m.at.p, "50.00%");
}

static void
numbers_of_parts_do_not_cross(void **state)
{
	(void)state;
	static const int64_t parts[] = {115, 120, 130, 172, 670};
	struct mark m = mark_of(
	    a, &june, &(struct mark_figure){MARK_DOT, 957, 957, 957, 3, parts, LENGTH(parts)});

	assert_int_equal(m.n_parts, LENGTH(parts));
	for (size_t i = 0; i < m.n_parts; i++) {
		assert_true(m.parts[i].y <= m.height);
		for (size_t j = 0; j < i; j++) {
			double apart = pixels(m.parts[i].x) - pixels(m.parts[j].x);
			assert_true(m.parts[i].y != m.parts[j].y || apart >= 3 * LETTER);
		}
	}
}

static void
a_number_does_not_stand_on_a_part(void **state)
{
	(void)state;
	static const int64_t parts[] = {305, 677, 3000};
	struct mark m = mark_of(
	    a, &june, &(struct mark_figure){MARK_BAR, 3600, 3999, 0, 11, parts, LENGTH(parts)});

	assert_true(m.label.y < m.middle - 4);
}

/* Every mark at every place, with short and long numbers: inside the strip, not over its line. */
static void
no_number_is_ever_cut(void **state)
{
	(void)state;
	static const enum mark_shape shapes[] = {
	    MARK_DOT, MARK_BAR, MARK_FROM, MARK_TO, MARK_HATCH, MARK_DASH, MARK_BRACKET};

	for (size_t i = 0; i < LENGTH(shapes); i++) {
		for (int64_t n = 50; n <= 5000; n += 7) {
			int64_t high = n * 11 / 10;
			for (int label = 1; label <= 12; label++) {
				struct mark m = mark_of(a, &june,
				    &(struct mark_figure){shapes[i], n, high, n, label, NULL, 0});
				double x = pixels(m.label.x) + m.label.dx;
				double first = m.label.end ? x - label * 7.6 : x;
				assert_true(
				    first >= -0.1 && first + label * 7.6 < MARK_NARROW + 0.1);
				assert_true(m.label.dx != 0 || m.label.y < m.middle - 6);
			}
		}
	}
}

static void
ticks_are_inside_and_apart_at_both_widths(void **state)
{
	(void)state;
	static const struct axis axes[] = {
	    {50, 5000}, {1, 10}, {1, 1000000}, {5, 20}, {20, 1000000000000}};
	const struct ticks_room room = {272, 560};

	for (size_t i = 0; i < LENGTH(axes); i++) {
		size_t count, narrow = 0;
		const struct tick *ticks = ticks_of(a, &axes[i], room, &count);
		assert_true(count >= 2);
		for (size_t j = 1; j < count; j++)
			assert_true(ticks[j].at > ticks[j - 1].at);
		for (size_t j = 0; j < count; j++)
			narrow += !ticks[j].wide;
		assert_true(narrow >= 1);
	}
	size_t count;
	const struct tick *ticks = ticks_of(a, &axes[0], room, &count);
	assert_int_equal(count, 7);
	assert_int_equal(ticks[1].at, 100);
	assert_false(ticks[1].wide);
	assert_true(ticks[2].wide);
	assert_int_equal(ticks[0].side, TICKS_AFTER);
	assert_int_equal(ticks[6].side, TICKS_BEFORE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_exact_number_stands_right_of_its_dot),
	    cmocka_unit_test(beyond_three_quarters_a_number_stands_left),
	    cmocka_unit_test(an_open_line_has_its_number_before_its_stop_or_above),
	    cmocka_unit_test(a_number_said_inside_its_bar_is_a_tick),
	    cmocka_unit_test(numbers_of_parts_do_not_cross),
	    cmocka_unit_test(a_number_does_not_stand_on_a_part),
	    cmocka_unit_test(no_number_is_ever_cut),
	    cmocka_unit_test(ticks_are_inside_and_apart_at_both_widths),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
