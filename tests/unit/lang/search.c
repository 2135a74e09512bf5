/* The words of a text as a search compares them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kit/lang/search.h"

static const struct {
	const char *text, *lang, *words, *stems; /* parted by blanks; a stem that is none is "-" */
} rows[] = {
    {"О задержанных", "ru", "о задержанных", "о задержа"},
    {"задержаны", "ru-KZ", "задержаны", "задержа"},
    {"О задержанных", "", "о задержанных", "о задержа"},
    {"О задержанных", "kk", "о задержанных", "- -"},
    {"Ёлкин", "ru", "елкин", "елкин"},
    {"ЕЛКИНА", "", "елкина", "елкин"},
    {"Ұсталғандар тізімі", "kk", "ұсталғандар тізімі", "- -"},
    {"Ұсталғандар жиыны", "", "ұсталғандар жиыны", "- жиын"},
    {"people were taken", "en", "people were taken", "- - -"},
    {"3 982 человека, 9-10.06", "ru", "3 982 человека 9 10 06", "- - человек - - -"},
    {"Нур-Султан: «арест»", "ru", "нур султан арест", "нур султа арест"},
    {"", "ru", "", ""},
    {"— … !", "ru", "", ""},
    {"\xff\xfe", "ru", "", ""},
};

static void
words_are_folded_and_russian_ones_cut_to_their_stem(void **state)
{
	(void)state;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena *a = arena_new();
		struct search_words cut = search_cut(a, str_of(rows[i].text), str_of(rows[i].lang));
		struct str words = str_of(rows[i].words), stems = str_of(rows[i].stems);
		for (size_t k = 0; k < cut.count; k++) {
			struct str word = str_cut(&words, ' '), stem = str_cut(&stems, ' ');
			bool none = str_eq(stem, STR("-"));
			if (!str_eq(cut.at[k].text, word) ||
			    !str_eq(cut.at[k].stem, none ? STR("") : stem))
				fail_msg(
				    "%s: %s, %s", rows[i].text, cut.at[k].text.p, cut.at[k].stem.p);
		}
		assert_int_equal(words.n, 0);
		arena_free(a);
	}
}

static void
a_star_behind_a_word_asks_for_its_beginning(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct search_words cut = search_cut(a, STR("задерж* на * площади"), STR(""));

	assert_int_equal(cut.count, 3);
	assert_true(cut.at[0].begins);
	assert_false(cut.at[1].begins);
	assert_false(cut.at[2].begins);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_are_folded_and_russian_ones_cut_to_their_stem),
	    cmocka_unit_test(a_star_behind_a_word_asks_for_its_beginning),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
