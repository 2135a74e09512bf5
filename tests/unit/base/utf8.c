/* UTF-8: every character there is, and the classic wrong sequences (Unicode 15, table 3-7). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

static void
every_character_comes_back_from_its_bytes(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		char room[4];
		size_t n = utf8_put(room, c), at = 0;
		struct str s = {room, n};
		if (!utf8_valid(s) || utf8_next(s, &at) != c || at != n)
			fail_msg("U+%04X", c);
	}
}

static void
no_two_or_three_bytes_are_taken_that_no_character_has(void **state)
{
	(void)state;
	size_t pairs = 0, threes = 0;

	for (unsigned v = 0; v < 0x1000000; v++) {
		char room[3] = {(char)(v >> 16), (char)(v >> 8 & 0xFF), (char)(v & 0xFF)};
		bool lead3 = (v >> 16 & 0xF0) == 0xE0;
		if (v < 0x10000)
			pairs += (v >> 8) >= 0x80 && utf8_valid((struct str){room + 1, 2});
		threes += lead3 && utf8_valid((struct str){room, 3});
	}
	assert_int_equal(pairs, 0x800 - 0x80);
	assert_int_equal(threes, 0x10000 - 0x800 - 0x800); /* without the surrogates */
}

static void
the_first_bad_byte_is_named(void **state)
{
	(void)state;
	static const struct {
		struct str text;
		size_t bad;
	} rows[] = {
	    {STR_INIT(""), 0},
	    {STR_INIT("4 мыңға жуық"), 21},
	    {STR_INIT("detained \xFF"), 9},
	    {STR_INIT("eight by\xC0\xAF"), 8},     /* overlong slash */
	    {STR_INIT("\xE0\x80\xAF"), 0},         /* the same in three */
	    {STR_INIT("\xF0\x80\x80\xAF"), 0},     /* and four bytes */
	    {STR_INIT("a\xED\xA0\x80"), 1},        /* surrogate */
	    {STR_INIT("\xF4\x90\x80\x80"), 0},     /* above U+10FFFF */
	    {STR_INIT("\xF4\x8F\xBF\xBF"), 4},     /* U+10FFFF itself */
	    {STR_INIT("\xF8\x88\x80\x80\x80"), 0}, /* five bytes */
	    {STR_INIT("кі\xD1"), 4},               /* cut */
	    {STR_INIT("\xE2\x82"), 0},             /* cut */
	    {STR_INIT("\x80"), 0},                 /* continues nothing */
	    {STR_INIT("\xEE\xE4\xE8\xED"), 0},     /* windows-1251 */
	    {STR_INIT("long enough for the words of eight\xC3("), 34},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(utf8_bad(rows[i].text), rows[i].bad);
		assert_int_equal(utf8_valid(rows[i].text), rows[i].bad == rows[i].text.n);
	}
}

static void
unchecked_text_is_walked_to_its_end(void **state)
{
	(void)state;
	struct str text = STR("a\xFFж\xE2\x82");
	static const uint32_t expected[] = {
	    'a', UTF8_REPLACEMENT, 0x436, UTF8_REPLACEMENT, UTF8_REPLACEMENT};
	size_t at = 0;

	for (size_t i = 0; i < LENGTH(expected); i++)
		assert_int_equal(utf8_next(text, &at), expected[i]);
	assert_int_equal(at, text.n);
}

static void
characters_are_counted_and_found_by_number(void **state)
{
	(void)state;
	struct str text = STR("4 мың\xF0\x9F\x93\xB7!");

	assert_int_equal(utf8_count(text), 7);
	assert_int_equal(utf8_count(STR("")), 0);
	assert_int_equal(utf8_index(text, 0), 0);
	assert_int_equal(utf8_index(text, 3), 4);
	assert_int_equal(utf8_index(text, 6), 12);
	assert_int_equal(utf8_index(text, 7), text.n);
	assert_int_equal(utf8_index(text, 99), text.n);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_character_comes_back_from_its_bytes),
	    cmocka_unit_test(no_two_or_three_bytes_are_taken_that_no_character_has),
	    cmocka_unit_test(the_first_bad_byte_is_named),
	    cmocka_unit_test(unchecked_text_is_walked_to_its_end),
	    cmocka_unit_test(characters_are_counted_and_found_by_number),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
