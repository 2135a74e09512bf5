/* Words looked up in the text of a source: whole words, blanks alike, places in code points. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/source/source.h"

static void
words_are_found_where_they_stand_as_whole_words(void **state)
{
	(void)state;
	static const struct {
		const char *text, *words;
		size_t places;
		int64_t start, end; /* in code points */
	} rows[] = {
	    {"около 500 человек", "около 500 человек", 1, 0, 17},
	    {"Доставлено около 500 человек.", "около 500 человек", 1, 11, 28},
	    {"c07 | spokeswoman | 500 человек\n", "500 человек", 1, 20, 31},
	    {"at least 700 people, not 700", "700", 2, 9, 12}, {"(957)", "957", 1, 1, 4},
	    {"\"around 100\"", "around 100", 1, 1, 11},
	    {"4 мыңға жуық адам", "4 мыңға жуық", 1, 0, 12},
	    {"670 + 115 + 172 = 957", "115", 1, 6, 9}, {"almost 4,000.", "almost 4,000", 1, 0, 12},
	    {"«500 человек»", "500 человек", 1, 1, 12},
	    {"„500 человек“ — 500 человек…", "500 человек", 2, 1, 12},
	    {"до —500— человек", "500", 1, 4, 7},
	    {"\xF0\x9F\x93\xB7 500", "500", 1, 2, 5}, /* a camera: one code point */
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct source_passage p;
		if (!source_passage_find(str_of(rows[i].text), str_of(rows[i].words), &p))
			fail_msg("%s in %s", rows[i].words, rows[i].text);
		assert_int_equal(p.places, rows[i].places);
		assert_int_equal(p.start, rows[i].start);
		assert_int_equal(p.end, rows[i].end);
	}
}

static void
a_piece_of_a_word_or_of_a_number_is_not_found(void **state)
{
	(void)state;
	static const struct {
		const char *text, *words;
	} rows[] = {
	    {"1957", "957"},
	    {"9570", "957"},
	    {"at least 1,957 people", "957"},
	    {"4,5 тыс.", "4"},
	    {"10 400 человек", "400 человек"},
	    {"10 400 человек", "10"},
	    {"около 500 человека", "около 500 человек"},
	    {"неоколо 500", "около 500"},
	    {"500человек", "500"},
	    {"миллиондаған", "ондаған"},
	    {"мыңға", "мың"},
	    {"around 100", "around 10"},
	    {"Around 100", "around 100"},
	    {"500", "500 человек"},
	    {"", "500"},
	    {"500", ""},
	    {"500", "  \t"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct source_passage p = {.places = 77};
		if (source_passage_find(str_of(rows[i].text), str_of(rows[i].words), &p))
			fail_msg("%s in %s", rows[i].words, rows[i].text);
		assert_int_equal(p.places, 77);
	}
}

static void
any_run_of_blanks_is_alike(void **state)
{
	(void)state;
	static const struct {
		const char *text, *words;
		int64_t start, end;
	} rows[] = {
	    {"около  500\n\tчеловек", "около 500 человек", 0, 19},
	    {"около 500 человек", "  около\t500  человек ", 0, 17},
	    {"at least\r\n700", "at least 700", 0, 13},
	    {"4\xC2\xA0"
	     "000 человек",
		"4 000 человек", 0, 13},
	    {"4 000",
		"4\xC2\xA0"
		"000",
		0, 5},
	    {"4\xE2\x80\xAF"
	     "000",
		"4 000", 0, 5},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct source_passage p;
		if (!source_passage_find(str_of(rows[i].text), str_of(rows[i].words), &p))
			fail_msg("row %zu: %s", i, rows[i].words);
		assert_int_equal(p.start, rows[i].start);
		assert_int_equal(p.end, rows[i].end);
	}
}

static void
up_to_32_code_points_are_kept_on_each_side(void **state)
{
	(void)state;
	static const struct {
		const char *text, *prefix, *suffix;
	} rows[] = {
	    {"500", "", ""},
	    {"Всего 500 человек", "Всего ", " человек"},
	    {"қ123456789012345678901234567890x 500 1234567890123456789012345678901қ",
		"123456789012345678901234567890x ", " 1234567890123456789012345678901"},
	    {"абвгдежзиклмнопрстуфхцчшщэюяабвг. 500 .абвгдежзиклмнопрстуфхцчшщэюяабвг",
		"вгдежзиклмнопрстуфхцчшщэюяабвг. ", " .абвгдежзиклмнопрстуфхцчшщэюяаб"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct source_passage p;
		assert_true(source_passage_find(str_of(rows[i].text), STR("500"), &p));
		assert_true(str_eq(p.prefix, str_of(rows[i].prefix)));
		assert_true(str_eq(p.suffix, str_of(rows[i].suffix)));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_are_found_where_they_stand_as_whole_words),
	    cmocka_unit_test(a_piece_of_a_word_or_of_a_number_is_not_found),
	    cmocka_unit_test(any_run_of_blanks_is_alike),
	    cmocka_unit_test(up_to_32_code_points_are_kept_on_each_side),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
