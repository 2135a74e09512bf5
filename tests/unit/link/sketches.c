/* Sketches of words: two units have one in common as often as their pairs of letters overlap says.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "engine/link/block.h"
#include "engine/link/guess.h"
#include "engine/link/hash.h"
#include "engine/link/sketch.h"

#define WIDTH 3
#define ROWS ((size_t)4000)
#define LEAST 4 /* of a band: the chance that two share it is J to this power */

static const struct str names[WIDTH] = {STR_INIT("given"), STR_INIT("family"), STR_INIT("town")};
static const struct link_said said[] = {{STR_INIT("given"), LINK_GIVEN, LINK_EVERY},
    {STR_INIT("family"), LINK_FAMILY, LINK_EVERY}, {STR_INIT("town"), LINK_WORDS, LINK_EVERY}};

static struct fields *
fields_of(struct arena *a, const struct str *cells, size_t rows)
{
	const struct link_list list = {
	    .names = names, .cells = cells, .width = WIDTH, .rows = rows};
	const struct link_question q = {
	    .lists = &list, .n_lists = 1, .said = said, .n_said = LENGTH(said)};
	struct table *t = table_new(a, &q);
	struct err e = {0};

	assert_int_equal(guess_kinds(t, &q, &e), 0);
	return field_all(a, t, &q);
}

/* Which pairs of sounds the words of a unit have, by their two bytes; 1 and 2 are its ends. */
static void
pairs_of(const struct fields *f, size_t unit, bool *has)
{
	memset(has, 0, 65536 * sizeof(*has));
	for (size_t i = 0; i < f->count; i++) {
		const struct field_value *v = &f->at[i].values[f->at[i].of_unit[unit]];
		for (size_t w = 0; f->at[i].of_unit[unit] != 0 && w < v->n_words; w++) {
			struct str word = intern_str(f->words, v->words[w]);
			for (size_t k = 0; k <= word.n; k++)
				has[(k > 0 ? (unsigned char)word.p[k - 1] : 1) * 256 +
				    (k < word.n ? (unsigned char)word.p[k] : 2)] = true;
		}
	}
}

static double
overlap(const bool *x, const bool *y)
{
	size_t both = 0, any = 0;

	for (size_t i = 0; i < 65536; i++) {
		both += x[i] && y[i];
		any += x[i] || y[i];
	}
	return (double)both / (double)any;
}

/* Of many letters, so that pairs of words do not share the same few pairs of these. */
static struct str
word(struct arena *a, uint64_t draw)
{
	char letters[6];

	for (size_t i = 0; i < LENGTH(letters); i++, draw /= 26)
		letters[i] = (char)('a' + draw % 26);
	return arena_fmt(a, "%.6s", letters);
}

/* Every second row says the words of the one before, but for the town. */
static struct fields *
rows_invent(struct arena *a)
{
	struct str *cells = ARENA_ARRAY(a, struct str, ROWS * WIDTH);

	for (size_t r = 0; r < ROWS; r++)
		for (size_t i = 0; i < WIDTH; i++)
			cells[r * WIDTH + i] = r % 2 == 1 && i < WIDTH - 1
			    ? cells[(r - 1) * WIDTH + i]
			    : word(a, hash_mix(r * WIDTH + i));
	return fields_of(a, cells, ROWS);
}

static void
bands_in_common_are_as_many_as_overlaps_say(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct fields *f = rows_invent(a);
	struct sketches *s = sketch_all(a, f);
	bool *x = ARENA_ARRAY(a, bool, 65536), *y = ARENA_ARRAY(a, bool, 65536);
	double expected = 0, found = 0;

	for (size_t r = 0; r < ROWS; r += 2) {
		uint32_t u = f->unit_of_row[r], v = f->unit_of_row[r + 1];
		pairs_of(f, u, x);
		pairs_of(f, v, y);
		expected += SKETCH_BANDS * pow(overlap(x, y), LEAST);
		for (size_t band = 0; band < SKETCH_BANDS; band++)
			found += sketch_of(s, u, band) == sketch_of(s, v, band);
	}
	assert_true(expected > 500);
	assert_true(fabs(found / expected - 1) < 0.15);
	arena_free(a);
}

/* Each word is another at its beginning, so that neither beginnings nor consonants are the same. */
static void
rows_meet_in_which_every_word_has_a_slip(void **state)
{
	static const struct str twins[2][WIDTH] = {
	    {STR_INIT("nurdaulettegin"), STR_INIT("sabekerlanovich"), STR_INIT("ulkamenogorskaya")},
	    {STR_INIT("nutdaulettegin"), STR_INIT("sagekerlanovich"),
		STR_INIT("udkamenogorskaya")}};
	(void)state;
	struct arena *a = arena_new();
	struct str *cells = ARENA_ARRAY(a, struct str, ROWS * WIDTH);
	struct block_room room = {.a = a};
	size_t found = 0;

	for (size_t i = 0; i < ROWS * WIDTH; i++)
		cells[i] = i < 2 * WIDTH ? twins[i / WIDTH][i % WIDTH] : word(a, hash_mix(i));
	struct fields *f = fields_of(a, cells, ROWS);
	uint32_t x = f->unit_of_row[0], y = f->unit_of_row[1];
	block_others(block_all(a, f), x < y ? x : y, &room);
	for (size_t i = 0; i < room.count; i++)
		found += room.at[i] == (x < y ? y : x);
	assert_int_equal(found, 1);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(bands_in_common_are_as_many_as_overlaps_say),
	    cmocka_unit_test(rows_meet_in_which_every_word_has_a_slip),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
