/* Distances of strings: known values, and the bit-parallel ways against the plain ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/link/edit.h"
#include "engine/link/hash.h"

#define LONGEST 70

static void
jaro_winkler_is(const char *x, const char *y, double wanted)
{
	struct edit_room room = {{0}};
	double found = edit_jaro_winkler(&room, str_of(x), str_of(y));

	if (found < wanted - 0.0001 || found > wanted + 0.0001)
		print_error("%s %s: %f\n", x, y, found);
	assert_true(found > wanted - 0.0001 && found < wanted + 0.0001);
}

static void
jaro_winkler_has_the_published_values(void **state)
{
	(void)state;
	/* Winkler 1990, table of examples */
	jaro_winkler_is("martha", "marhta", 0.9611);
	jaro_winkler_is("dwayne", "duane", 0.8400);
	jaro_winkler_is("dixon", "dicksonx", 0.8133);
	jaro_winkler_is("abc", "xyz", 0);
	jaro_winkler_is("", "", 1);
	jaro_winkler_is("", "a", 0);
	jaro_winkler_is("a", "a", 1);
}

static size_t
least(size_t x, size_t y)
{
	return x < y ? x : y;
}

/* The plain table of the optimal string alignment distance. */
static size_t
plain_osa(struct str x, struct str y)
{
	size_t at[LONGEST + 1][LONGEST + 1];

	for (size_t i = 0; i <= x.n; i++)
		at[i][0] = i;
	for (size_t k = 0; k <= y.n; k++)
		at[0][k] = k;
	for (size_t i = 1; i <= x.n; i++) {
		for (size_t k = 1; k <= y.n; k++) {
			size_t other = x.p[i - 1] != y.p[k - 1];
			at[i][k] = least(
			    at[i - 1][k - 1] + other, least(at[i - 1][k] + 1, at[i][k - 1] + 1));
			if (i > 1 && k > 1 && x.p[i - 1] == y.p[k - 2] && x.p[i - 2] == y.p[k - 1])
				at[i][k] = least(at[i][k], at[i - 2][k - 2] + 1);
		}
	}
	return at[x.n][y.n];
}

static void
osa_is_the_plain_tables_on_random_strings(void **state)
{
	(void)state;
	struct edit_room room = {{0}};

	for (uint64_t n = 0; n < 20000; n++) {
		char x[LONGEST], y[LONGEST];
		uint64_t draw = hash_mix(n);
		size_t nx = draw % (EDIT_BYTES + 1), ny = draw >> 8 & 31;
		for (size_t i = 0; i < nx; i++)
			x[i] = (char)('a' + hash_pair(n, i) % 3);
		for (size_t i = 0; i < ny; i++)
			y[i] = (char)('a' + hash_pair(n, i + 100) % 3);
		struct str sx = {x, nx}, sy = {y, ny};
		size_t found = edit_osa(&room, sx, sy);
		assert_int_equal(found, plain_osa(sx, sy));
		assert_int_equal(edit_osa(&room, sy, sx), found);
	}
}

static void
the_room_is_clean_after_every_call(void **state)
{
	(void)state;
	struct edit_room room = {{0}}, clean = {{0}};

	edit_jaro_winkler(&room, STR("kasim"), STR("hasum"));
	edit_osa(&room, STR("kasim"), STR("hasum"));
	assert_memory_equal(&room, &clean, sizeof(room));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(jaro_winkler_has_the_published_values),
	    cmocka_unit_test(osa_is_the_plain_tables_on_random_strings),
	    cmocka_unit_test(the_room_is_clean_after_every_call),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
