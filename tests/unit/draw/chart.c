/* Albers' projection, and names beside places. Places: towns of Kazakhstan. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kit/draw/chart.h"
#include "kit/draw/tag.h"

static const struct chart_point corners[] = {
    {46.5, 40.6}, {87.3, 40.6}, {87.3, 55.4}, {46.5, 55.4}};
static const struct chart_line country = {corners, LENGTH(corners)};
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

static void
the_country_fills_the_chart_but_for_its_margin(void **state)
{
	(void)state;
	struct chart chart = chart_around(country, 760, 20);
	int left = chart.width, right = 0;

	assert_int_equal(chart.width, 7600);
	for (size_t i = 0; i < country.count; i++) {
		struct chart_place p = chart_place(&chart, corners[i]);
		left = p.x < left ? p.x : left;
		right = p.x > right ? p.x : right;
		assert_true(p.y >= 0 && p.y <= chart.height);
	}
	assert_int_equal(left, 200);
	assert_int_equal(right, 7400);
}

static void
north_is_up_and_east_is_right(void **state)
{
	(void)state;
	struct chart chart = chart_around(country, 760, 20);
	struct chart_place almaty = chart_place(&chart, (struct chart_point){76.93, 43.26});
	struct chart_place astana = chart_place(&chart, (struct chart_point){71.45, 51.18});

	assert_true(astana.y < almaty.y);
	assert_true(astana.x < almaty.x);
}

/* Degrees of equal height and width cover areas in proportion to the cosine of their latitude. */
static void
equal_areas_stay_equal(void **state)
{
	(void)state;
	struct chart chart = chart_around(country, 7600, 0);
	double areas[2];

	for (int i = 0; i < 2; i++) {
		double south = i == 0 ? 42 : 52, north = south + 1;
		struct chart_place p[] = {chart_place(&chart, (struct chart_point){66, south}),
		    chart_place(&chart, (struct chart_point){67, south}),
		    chart_place(&chart, (struct chart_point){67, north}),
		    chart_place(&chart, (struct chart_point){66, north})};
		double twice = 0;
		for (int j = 0; j < 4; j++)
			twice +=
			    (double)p[j].x * p[(j + 1) % 4].y - (double)p[(j + 1) % 4].x * p[j].y;
		areas[i] = twice;
	}
	/* sin 53 - sin 52 over sin 43 - sin 42 */
	assert_true(areas[1] / areas[0] > 0.826 - 0.01 && areas[1] / areas[0] < 0.826 + 0.01);
}

static void
a_line_is_drawn_only_where_it_is_seen(void **state)
{
	(void)state;
	static const struct chart_point away[] = {{-60, 10}, {-61, 10}, {-62, 10}};
	struct chart chart = chart_around(country, 760, 20);

	assert_int_equal(chart_path(a, &chart, (struct chart_line){away, 3}, false).n, 0);
	struct str open = chart_path(a, &chart, country, false);
	assert_true(str_starts(open, STR("M")));
	assert_false(str_ends(open, STR("z")));
	assert_true(str_ends(chart_path(a, &chart, country, true), STR("z")));
	for (size_t i = 0; i < open.n; i++)
		assert_non_null(strchr("Ml0123456789- ", open.p[i]));
}

static void
names_keep_out_of_each_other(void **state)
{
	(void)state;
	struct tag tags[] = {{200, 100, 20, 6, 2, TAG_RIGHT}, {150, 100, 4, 8, 2, TAG_RIGHT},
	    {280, 60, 3, 10, 1, TAG_RIGHT}};

	tag_sides(tags, LENGTH(tags), 288, 170);
	assert_int_equal(tags[0].side, TAG_RIGHT);
	assert_int_equal(tags[1].side, TAG_LEFT);
	assert_int_equal(tags[2].side, TAG_LEFT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_country_fills_the_chart_but_for_its_margin),
	    cmocka_unit_test(north_is_up_and_east_is_right),
	    cmocka_unit_test(equal_areas_stay_equal),
	    cmocka_unit_test(a_line_is_drawn_only_where_it_is_seen),
	    cmocka_unit_test(names_keep_out_of_each_other),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
