/* Folding, tokens and numerals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "kit/lang/fold.h"
#include "kit/lang/numeral.h"
#include "kit/lang/token.h"

static void
folds_to(const char *text, const char *wanted)
{
	struct arena *a = arena_new();

	assert_string_equal(fold_text(a, str_of(text)).p, wanted);
	arena_free(a);
}

/* Reads text from its first token; *taken says whether all of it was used. */
static struct numeral
numeral_of(const char *text, enum lang lang, bool *all)
{
	struct arena *a = arena_new();
	struct tokens tokens = token_cut(a, str_of(text), lang);
	struct numeral n = {.value = -1};
	size_t used = numeral_read(tokens.items, tokens.count, lang, false, &n);

	*all = used == tokens.count && used > 0;
	arena_free(a);
	return n;
}

static void
value_is(const char *text, enum lang lang, int64_t wanted)
{
	bool all;
	struct numeral n = numeral_of(text, lang, &all);

	if (!all || n.value != wanted)
		print_error("%s: %lld\n", text, (long long)n.value);
	assert_true(all);
	assert_true(n.value == wanted);
}

static void
spellings_of_the_same_words_fold_to_one(void **state)
{
	(void)state;
	folds_to("ЧЕТЫРЁХСОТ", "четырехсот");
	folds_to("И\u0306ОД", "йод");
	folds_to("е\u0308лка", "елка");
	folds_to("400\u2013500", "400-500");
	folds_to("400\u2212500", "400-500");
	folds_to("«около»", "\"около\"");
	folds_to("4\u00A0\u202F000", "4 000");
	folds_to("че\u00ADло\u200Bвек", "человек");
	folds_to("STRASSE \u00DF", "strasse ss");
	folds_to("ЖҮЗ Әңгіме", "жүз әңгіме");
}

static void
latin_letters_inside_a_cyrillic_word_are_cyrillic(void **state)
{
	(void)state;
	folds_to("бip", "бір");
	folds_to("ceгіз", "сегіз");
	folds_to("ад\u0130п", "аді\u0307п");
	folds_to("Chevron", "chevron");
	folds_to("около about", "около about");
}

static void
broken_text_folds_without_harm(void **state)
{
	(void)state;
	folds_to("a\xFF", "a\uFFFD");
	folds_to("", "");
}

static void
a_token_keeps_the_bytes_it_came_from(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str text = STR("Около\u00A04 500 Ёлкиных, 4,5");
	struct tokens t = token_cut(a, text, LANG_RU);

	assert_int_equal(t.count, 5);
	assert_true(str_eq(t.items[0].said, STR("Около")));
	assert_true(str_eq(t.items[0].text, STR("около")));
	assert_int_equal(t.items[1].kind, TOKEN_NUMBER);
	assert_true(t.items[1].mantissa == 4500);
	assert_true(str_eq(t.items[1].said, STR("4 500")));
	assert_true(str_eq(t.items[2].said, STR("Ёлкиных")));
	assert_ptr_equal(t.items[2].said.p, text.p + str_search(text, STR("Ёлкиных")));
	assert_int_equal(t.items[3].kind, TOKEN_SIGN);
	assert_true(t.items[3].joined);
	assert_true(t.items[4].mantissa == 45 && t.items[4].places == 1);
	arena_free(a);
}

static void
groups_are_exactly_three_digits(void **state)
{
	(void)state;
	value_is("4 000", LANG_RU, 4000);
	value_is("4\u2009000", LANG_KK, 4000);
	value_is("4,000", LANG_EN, 4000);
	value_is("12,345,678", LANG_EN, 12345678);
	bool all;
	assert_true(numeral_of("4000 000", LANG_EN, &all).value == 4000 && !all);
	assert_true(numeral_of("4 0000", LANG_EN, &all).value == 4 && !all);
	assert_true(numeral_of("4,000 000", LANG_EN, &all).value == 4000 && !all);
	assert_true(numeral_of("4\n000", LANG_EN, &all).value == 4 && !all);
}

static void
russian_cases_give_the_same_number(void **state)
{
	(void)state;
	value_is("четыреста", LANG_RU, 400);
	value_is("четырёхсот", LANG_RU, 400);
	value_is("четырьмястами", LANG_RU, 400);
	value_is("девятьсот пятьдесят семь", LANG_RU, 957);
	value_is("девятисот пятидесяти семи", LANG_RU, 957);
	value_is("девятьюстами пятьюдесятью семью", LANG_RU, 957);
	value_is("полутора тысяч", LANG_RU, 1500);
	value_is("двумя тысячами", LANG_RU, 2000);
	value_is("тысяча двести", LANG_RU, 1200);
	value_is("сорока двух тысяч ста", LANG_RU, 42100);
	value_is("миллион двести тысяч", LANG_RU, 1200000);
	value_is("двести тысяч пятьсот", LANG_RU, 200500);
}

static void
english_and_joins_what_is_below_a_hundred(void **state)
{
	(void)state;
	value_is("six hundred and seventeen", LANG_EN, 617);
	value_is("a thousand and one", LANG_EN, 1001);
	value_is("eight hundred and forty thousand four hundred and fourteen", LANG_EN, 840414);
	value_is("one hundred and twenty-five", LANG_EN, 125);
	value_is("fifteen hundred", LANG_EN, 1500);
	value_is("two-hundred", LANG_EN, 200);
}

static void
kazakh_endings_are_told_from_the_number(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t value;
		enum numeral_case inflection;
	} rows[] = {{"жүзге", 100, NUMERAL_TO}, {"мыңнан", 1000, NUMERAL_FROM},
	    {"екі жүз елуден", 250, NUMERAL_FROM}, {"отызға", 30, NUMERAL_TO},
	    {"қырықтай", 40, NUMERAL_LIKE}, {"алтыны", 6, NUMERAL_OTHER},
	    {"500-ден", 500, NUMERAL_FROM}, {"400-ге", 400, NUMERAL_TO},
	    {"20-дай", 20, NUMERAL_LIKE}, {"957нің", 957, NUMERAL_OTHER},
	    {"4,5 мыңға", 4500, NUMERAL_TO}, {"бір жарым миллион", 1500000, NUMERAL_BARE}};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		bool all;
		struct numeral n = numeral_of(rows[i].text, LANG_KK, &all);
		assert_true(all);
		assert_true(n.value == rows[i].value);
		assert_int_equal(n.inflection, rows[i].inflection);
	}
}

static void
words_that_cannot_follow_end_the_number(void **state)
{
	(void)state;
	bool all;

	assert_true(numeral_of("пять двадцать", LANG_RU, &all).value == 5 && !all);
	assert_true(numeral_of("двадцать десять", LANG_RU, &all).value == 20 && !all);
	assert_true(numeral_of("thousand million", LANG_EN, &all).value == 1000 && !all);
	assert_true(numeral_of("five hundred and seven hundred", LANG_EN, &all).value == 500);
	assert_false(all);
	assert_true(numeral_of("он", LANG_RU, &all).value == -1);
	assert_true(numeral_of("мыңдаған", LANG_KK, &all).value == -1);
	assert_true(numeral_of("a person", LANG_EN, &all).value == -1);
}

static void
the_place_is_that_of_the_last_digit_said(void **state)
{
	(void)state;
	bool all;

	assert_true(numeral_of("500", LANG_RU, &all).place == 100);
	assert_true(numeral_of("4,5 тыс", LANG_RU, &all).place == 100);
	assert_true(numeral_of("5,0 тыс", LANG_RU, &all).place == 100);
	assert_true(numeral_of("670", LANG_RU, &all).place == 10);
	assert_true(numeral_of("957", LANG_RU, &all).place == 1);
	assert_true(numeral_of("two dozen", LANG_EN, &all).place == 12);
	assert_true(numeral_of("пять тысяч", LANG_RU, &all).place == 1000);
	assert_true(numeral_place(0) == 1);
}

static void
fractions_and_huge_numbers_say_so(void **state)
{
	(void)state;
	bool all;

	assert_true(numeral_of("4,5", LANG_RU, &all).fraction);
	assert_true(numeral_of("4,000", LANG_RU, &all).fraction);
	assert_false(numeral_of("4,000 тыс", LANG_RU, &all).fraction);
	assert_true(numeral_of("1.0005 thousand", LANG_EN, &all).fraction);
	assert_false(numeral_of("1000 billion", LANG_EN, &all).huge);
	assert_true(numeral_of("1001 billion", LANG_EN, &all).huge);
	assert_true(numeral_of("999999999999999999999", LANG_EN, &all).huge);
	assert_true(numeral_of("999999999999999 billion", LANG_EN, &all).huge);
}

/* A text of letters that are common is folded by a shorter way, which a sign that is not bars. */
static void
common_letters_fold_as_they_do_beside_a_rare_sign(void **state)
{
	static const char *const signs[] = {"a", "Z", "e", "K", " ", " ", "-", "\"", "7", "ж", "Я",
	    "Ё", "ё", "й", "Й", "і", "І", "Ә", "ғ", "Қ", "ң", "Ө", "ұ", "Ү", "һ", "о", "О", ".",
	    "~", "Ї"};
	uint64_t chance = 2019;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct arena *a = arena_new();
		struct buf *text = buf_on(a), *beside = buf_on(a), *wanted = buf_on(a);
		for (int n = i % 12; n >= 0; n--) {
			chance = chance * UINT64_C(6364136223846793005) + 1442695040888963407;
			buf_put(text, str_of(signs[(chance >> 33) % LENGTH(signs)]));
		}
		buf_fmt(beside, "€.%s", text->p);
		struct str folded = fold_text(a, buf_str(text));
		buf_fmt(wanted, "€.%.*s", STR_ARG(folded));
		folded = fold_text(a, buf_str(beside));
		assert_true(str_eq(folded, buf_str(wanted)));
		arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(spellings_of_the_same_words_fold_to_one),
	    cmocka_unit_test(common_letters_fold_as_they_do_beside_a_rare_sign),
	    cmocka_unit_test(latin_letters_inside_a_cyrillic_word_are_cyrillic),
	    cmocka_unit_test(broken_text_folds_without_harm),
	    cmocka_unit_test(a_token_keeps_the_bytes_it_came_from),
	    cmocka_unit_test(groups_are_exactly_three_digits),
	    cmocka_unit_test(russian_cases_give_the_same_number),
	    cmocka_unit_test(english_and_joins_what_is_below_a_hundred),
	    cmocka_unit_test(kazakh_endings_are_told_from_the_number),
	    cmocka_unit_test(words_that_cannot_follow_end_the_number),
	    cmocka_unit_test(the_place_is_that_of_the_last_digit_said),
	    cmocka_unit_test(fractions_and_huge_numbers_say_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
