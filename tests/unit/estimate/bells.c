/* Bells fitted to points: draws of them look like the points, and the density says where they are.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/estimate/bells.h"
#include "tables.h"

#define POINTS 2000
#define DRAWS 20000

/* Three in ten points lie around (5, 5), narrow; the others around (0, 0), slanting. */
static void
draw_point(struct chance *c, double *out)
{
	double x = chance_normal(c), y = chance_normal(c);
	bool is_far = chance_unit(c) < 0.3;

	out[0] = is_far ? 5 + x / 4 : x;
	out[1] = is_far ? 5 + y / 4 : 0.8 * x + 0.6 * y;
}

static const struct bells *
fit(const struct tables *s)
{
	double *points = ARENA_ARRAY(s->a, double, 2 * POINTS);
	struct chance c = chance_start(1, 1);

	for (size_t i = 0; i < POINTS; i++)
		draw_point(&c, points + 2 * i);
	return bells_fit(s->a, points, POINTS, 2, &c);
}

static void
draws_of_bells_look_like_the_points(void **state)
{
	const struct tables *s = *state;
	const struct bells *b = fit(s);
	struct chance c = chance_start(2, 2);
	double far = 0, slant = 0, at[2];

	for (int i = 0; i < DRAWS; i++) {
		bells_draw(b, &c, at);
		bool is_far = at[0] + at[1] > 6.5;
		far += is_far;
		slant += is_far ? 0 : at[0] * at[1];
	}
	assert_true(fabs(far / DRAWS - 0.3) < 0.03);
	assert_true(fabs(slant / (DRAWS - far) - 0.8) < 0.1);
}

static void
the_density_is_that_of_the_draws(void **state)
{
	const struct tables *s = *state;
	const struct bells *b = fit(s);
	struct chance c = chance_start(3, 3);
	double inside = 0, sum = 0, at[2];

	for (int i = 0; i < DRAWS; i++) {
		bells_draw(b, &c, at);
		inside += fabs(at[0]) < 1 && fabs(at[1]) < 1;
		double anywhere[] = {2 * chance_unit(&c) - 1, 2 * chance_unit(&c) - 1};
		sum += exp(bells_log(b, anywhere)) / (2 * acos(-1)) * 4;
	}
	assert_true(fabs(inside / DRAWS - sum / DRAWS) < 0.02);
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_prestate(draws_of_bells_look_like_the_points, &s),
	    cmocka_unit_test_prestate(the_density_is_that_of_the_draws, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
