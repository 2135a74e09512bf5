/* Distances of strings: known values, and the bit-parallel ways against the plain ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/link/edit.h"
#include "engine/link/edit_lot.h"
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

/* The n-th text of up to seven letters out of three. */
static struct str
few_letters(uint64_t n, char room[8])
{
	size_t count = 0;

	for (; n > 0; n = (n - 1) / 3)
		room[count++] = (char)('a' + (n - 1) % 3);
	return (struct str){room, count};
}

/*
 * Letters of one kind meet in order, the first of one text with the first of the other that is near
 * enough: so it does not matter which text leads.
 */
static void
likeness_is_the_same_both_ways_round(void **state)
{
	(void)state;
	const uint64_t texts = 3279; /* all */
	struct edit_room room = {{0}};
	char at_x[8], at_y[8];

	for (uint64_t n = 0; n < texts; n++) {
		struct str x = few_letters(n, at_x);
		for (uint64_t k = n % 7; k < n; k += 7) {
			struct str y = few_letters(k, at_y);
			double there = edit_jaro_winkler(&room, x, y);
			double back = edit_jaro_winkler(&room, y, x);
			assert_memory_equal(&there, &back, sizeof(there));
		}
	}
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

/* A short text of few letters, or of any bytes. */
static struct edit_short
short_draw(uint64_t draw)
{
	struct edit_short text = {.n = (uint32_t)(hash_mix(draw) % (EDIT_SHORT + 1))};
	uint64_t letters = hash_mix(draw + 1) % 8 == 0 ? 256 : 2 + hash_mix(draw + 2) % 6;

	for (uint32_t i = 0; i < text.n; i++)
		text.at[i] = (uint8_t)(hash_pair(draw, i + 3) % letters);
	return text;
}

static struct str
str_of_short(const struct edit_short *text)
{
	return (struct str){(const char *)text->at, text->n};
}

/* Both ways of a lot against the plain ones; the same double to the last bit. */
static void
lot_is_plain(const struct edit_lot *lot, const struct edit_short *texts, struct edit_short x)
{
	struct edit_room room = {{0}};
	double likeness[EDIT_LOT];
	uint8_t distance[EDIT_LOT];

	edit_lot_jaro_winkler(lot, &x, likeness);
	edit_lot_osa(lot, &x, distance);
	for (size_t i = 0; i < lot->count; i++) {
		double plain = edit_jaro_winkler(&room, str_of_short(&x), str_of_short(&texts[i]));
		assert_memory_equal(&likeness[i], &plain, sizeof(plain));
		plain = edit_jaro_winkler(&room, str_of_short(&texts[i]), str_of_short(&x));
		assert_memory_equal(&likeness[i], &plain, sizeof(plain));
		assert_int_equal(
		    distance[i], edit_osa(&room, str_of_short(&x), str_of_short(&texts[i])));
	}
}

static void
lots_are_the_plain_ways_in_registers_of_every_width(void **state)
{
	(void)state;
	for (int lanes = 0; lanes <= (int)edit_lanes_here(); lanes++) {
		struct edit_lot lot;
		edit_lot_init(&lot, (enum edit_lanes)lanes);
		for (uint64_t n = 0; n < 600; n++) {
			struct edit_short texts[EDIT_LOT];
			size_t count = hash_mix(n) % (EDIT_LOT + 1);
			for (size_t i = 0; i < count; i++)
				texts[i] = short_draw(n << 16 | i << 8);
			edit_lot_fill(&lot, texts, count);
			lot_is_plain(&lot, texts, short_draw(n << 16 | 0xFF00));
		}
	}
}

static void
a_text_is_short_up_to_sixteen_bytes(void **state)
{
	(void)state;
	struct edit_short text;

	assert_true(edit_short_of(STR("abcdefghijklmnop"), &text));
	assert_int_equal(text.n, EDIT_SHORT);
	assert_false(edit_short_of(STR("abcdefghijklmnopq"), &text));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(jaro_winkler_has_the_published_values),
	    cmocka_unit_test(likeness_is_the_same_both_ways_round),
	    cmocka_unit_test(osa_is_the_plain_tables_on_random_strings),
	    cmocka_unit_test(lots_are_the_plain_ways_in_registers_of_every_width),
	    cmocka_unit_test(a_text_is_short_up_to_sixteen_bytes),
	    cmocka_unit_test(the_room_is_clean_after_every_call),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
