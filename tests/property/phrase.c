/* The algebra of count phrases holds for any number, in each construction and language. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "engine/claim/phrase.h"
#include "kit/lang/lang.h"

#define ROUNDS 4000

static uint64_t seed = 20190609; /* xorshift64: the same numbers in every run */

static uint64_t
random_bits(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}

/* 2 to 10^9, each length as likely as another, every third one round. */
static int64_t
random_number(void)
{
	int64_t limit = 10;

	for (uint64_t digits = random_bits() % 9; digits > 0; digits--)
		limit *= 10;
	int64_t n = (int64_t)(random_bits() % (uint64_t)limit);
	if (random_bits() % 3 == 0)
		n = n / 100 * 100;
	return n < 2 ? 2 : n;
}

/* Before and behind a number in digits. */
struct construction {
	const char *lang, *before, *behind;
};

static struct phrase
read_or_fail(struct str words, const char *lang)
{
	struct phrase p = {0};
	struct err e = {0};

	if (phrase_read(words, str_of(lang), &p, &e) != 0) {
		print_error("%.*s: %s %s\n", STR_ARG(words), e.key, e.arg[0]);
		fail();
	}
	return p;
}

static struct phrase
read_with(const struct construction *c, int64_t n)
{
	struct buf b = BUF_INIT;

	buf_put(&b, str_of(c->before));
	buf_fmt(&b, "%lld", (long long)n);
	buf_put(&b, str_of(c->behind));
	struct phrase p = read_or_fail(buf_str(&b), c->lang);
	buf_free(&b);
	assert_true(p.has_number && p.number == n);
	return p;
}

static int64_t
tenth_up(int64_t n)
{
	return (n + 9) / 10;
}

static void
about_is_a_tenth_on_each_side_rounded_outward(void **state)
{
	(void)state;
	static const struct construction list[] = {{"en", "about ", " people"},
	    {"en", "", " or so"}, {"ru", "около ", " человек"}, {"ru", "порядка ", ""},
	    {"ru", "человек ", ""}, {"kk", "шамамен ", " адам"}, {"kk", "", "-дей"},
	    {"kk", "", " шақты адам"}, {"kk", "", " адам шамасында"}};

	for (int i = 0; i < ROUNDS; i++) {
		int64_t n = random_number();
		struct phrase p = read_with(&list[random_bits() % LENGTH(list)], n);
		assert_true(p.said.low == n - tenth_up(n) && p.said.high == n + tenth_up(n));
		assert_true(phrase_tolerance(&p) == tenth_up(n));
		assert_int_equal(p.exactness, PHRASE_ROUNDED);
	}
}

static void
almost_stays_below_the_number(void **state)
{
	(void)state;
	static const struct construction list[] = {{"en", "almost ", ""},
	    {"en", "nearly ", " people"}, {"ru", "почти ", " человек"}, {"ru", "без малого ", ""},
	    {"kk", "", "-ге тарта адам"}, {"kk", "", " адам дерлік"}};
	static const struct construction nearing = {"kk", "", "-ға жуық адам"};

	for (int i = 0; i < ROUNDS; i++) {
		int64_t n = random_number();
		struct phrase p = read_with(&list[random_bits() % LENGTH(list)], n);
		assert_true(p.said.low == n - tenth_up(n) && p.said.high == n - 1);
		p = read_with(&nearing, n);
		assert_true(p.said.low == n - tenth_up(n) && p.said.high == n);
	}
}

static void
floors_have_no_top_and_no_softness(void **state)
{
	(void)state;
	static const struct construction least[] = {{"en", "at least ", ""}, {"en", "", " or more"},
	    {"ru", "не менее ", " человек"}, {"ru", "как минимум ", ""}, {"ru", "от ", " человек"},
	    {"kk", "кемінде ", " адам"}, {"kk", "", "-ден кем емес"}};
	static const struct construction more[] = {{"en", "more than ", ""},
	    {"en", "over ", " people"}, {"ru", "более ", " человек"}, {"ru", "", " с лишним"},
	    {"ru", "свыше ", ""}, {"kk", "", "-ден астам адам"}, {"kk", "", " адамнан аса"}};

	for (int i = 0; i < ROUNDS; i++) {
		int64_t n = random_number();
		struct phrase p = read_with(&least[random_bits() % LENGTH(least)], n);
		assert_true(p.said.low == n && p.said.high == INTERVAL_OPEN);
		assert_true(phrase_tolerance(&p) == 0 && p.exactness == PHRASE_BOUND);
		p = read_with(&more[random_bits() % LENGTH(more)], n);
		assert_true(p.said.low == n + 1 && p.said.high == INTERVAL_OPEN);
	}
}

static void
ceilings_begin_at_nobody_or_at_one(void **state)
{
	(void)state;
	static const struct construction upto[] = {
	    {"en", "up to ", ""}, {"ru", "до ", " человек"}, {"kk", "", "-ге дейін"}};
	static const struct construction fewer[] = {
	    {"en", "fewer than ", ""}, {"ru", "менее ", " человек"}, {"kk", "", "-ден аз"}};
	static const struct construction most[] = {{"en", "no more than ", ""},
	    {"ru", "не более ", " человек"}, {"kk", "", "-ден аспайды"}};

	for (int i = 0; i < ROUNDS; i++) {
		int64_t n = random_number();
		size_t lang = random_bits() % 3;
		struct phrase p = read_with(&upto[lang], n);
		assert_true(p.said.low == 1 && p.said.high == n);
		p = read_with(&fewer[lang], n);
		assert_true(p.said.low == 0 && p.said.high == n - 1);
		p = read_with(&most[lang], n);
		assert_true(p.said.low == 0 && p.said.high == n);
	}
}

static void
a_range_has_the_ends_that_were_said(void **state)
{
	(void)state;
	static const struct {
		const char *lang, *format;
	} list[] = {{"en", "%lld-%lld people"}, {"en", "from %lld to %lld"},
	    {"en", "between %lld and %lld"}, {"ru", "от %lld до %lld человек"},
	    {"ru", "между %lld и %lld"}, {"ru", "%lld – %lld человек"},
	    {"kk", "%lld мен %lld аралығында"}, {"kk", "%lld-ден %lld-ге дейін"}};
	char text[200];

	for (int i = 0; i < ROUNDS; i++) {
		int64_t a = random_number(), b = a + random_number();
		size_t which = random_bits() % LENGTH(list);
		struct buf words = BUF_INIT;
		if (a < 1000 && b % 1000 == 0 && a < b / 1000)
			continue; /* "2-3000" is refused as unclear */
		struct str rest = str_of(list[which].format);
		buf_put(&words, str_cut(&rest, '%'));
		buf_put(&words, str_from_int(text, a));
		(void)str_cut(&rest, 'd');
		buf_put(&words, str_cut(&rest, '%'));
		buf_put(&words, str_from_int(text, b));
		(void)str_cut(&rest, 'd');
		buf_put(&words, rest);
		struct phrase p = read_or_fail(buf_str(&words), list[which].lang);
		assert_true(p.said.low == a && p.said.high == b);
		buf_free(&words);
	}
}

static void
a_bare_number_is_read_as_said_and_softened_only_in_bounds(void **state)
{
	(void)state;
	static const struct construction list[] = {
	    {"en", "", " people"}, {"ru", "", " человек"}, {"kk", "", " адам"}};

	for (int i = 0; i < ROUNDS; i++) {
		int64_t n = random_number(), place = 1;
		while (n % (place * 10) == 0)
			place *= 10;
		int64_t half = place / 2 < n / 10 ? place / 2 : n / 10;
		struct phrase p = read_with(&list[random_bits() % LENGTH(list)], n);
		struct interval in = phrase_in_bounds(&p);
		assert_true(p.said.low == n && p.said.high == n);
		assert_true(in.low == n - half && in.high == n + (half > 0 ? half - 1 : 0));
		assert_true(phrase_tolerance(&p) == half);
		assert_int_equal(p.exactness, n % 10 == 0 ? PHRASE_ROUNDED : PHRASE_EXACT);
	}
}

/* --- numbers in words, written by the test's own tables --- */

struct speller {
	const char *lang;
	const char *ones[20], *tens[10], *hundreds[10];
	const char *hundred;         /* behind a number, where hundreds[] is empty */
	const char *before_last_two; /* English "and" */
};

static const struct speller spellers[] = {
    {"en",
	{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
	    "eighteen", "nineteen"},
	{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}, {0},
	"hundred", "and "},
    {"ru",
	{"", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять",
	    "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать",
	    "семнадцать", "восемнадцать", "девятнадцать"},
	{"", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят",
	    "восемьдесят", "девяносто"},
	{"", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот",
	    "девятьсот"},
	"", ""},
    {"kk",
	{"", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он", "он бір",
	    "он екі", "он үш", "он төрт", "он бес", "он алты", "он жеті", "он сегіз", "он тоғыз"},
	{"", "", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"}, {0},
	"жүз", ""},
};

static void
spell_group(struct buf *b, const struct speller *s, int64_t n)
{
	int64_t hundreds = n / 100, rest = n % 100;

	if (hundreds > 0 && s->hundreds[hundreds] != NULL)
		buf_fmt(b, "%s ", s->hundreds[hundreds]);
	else if (hundreds > 0)
		buf_fmt(b, "%s %s ", s->ones[hundreds], s->hundred);
	if (hundreds > 0 && rest > 0)
		buf_put(b, str_of(s->before_last_two));
	if (rest >= 20) {
		buf_fmt(b, "%s ", s->tens[rest / 10]);
		rest %= 10;
	}
	if (rest > 0)
		buf_fmt(b, "%s ", s->ones[rest]);
}

static const char *
scale_word(size_t speller, int64_t scale, int64_t count)
{
	static const char *const words[][2] = {
	    {"thousand", "million"}, {"", ""}, {"мың", "миллион"}};
	static const char *const russian[][3] = {
	    {"тысяча", "тысячи", "тысяч"}, {"миллион", "миллиона", "миллионов"}};

	if (speller == 1)
		return russian[scale > 1000][lang_plural(count, LANG_RU)];
	return words[speller][scale > 1000];
}

static void
spell(struct buf *b, size_t speller, int64_t n)
{
	for (int64_t scale = 1000000; scale >= 1000; scale /= 1000) {
		int64_t count = n / scale;
		if (count == 0)
			continue;
		spell_group(b, &spellers[speller], count);
		buf_fmt(b, "%s ", scale_word(speller, scale, count));
		n %= scale;
	}
	spell_group(b, &spellers[speller], n);
}

static void
words_give_the_same_as_digits(void **state)
{
	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		int64_t n = random_number() % 1000000000;
		size_t speller = random_bits() % LENGTH(spellers);
		struct buf words = BUF_INIT;
		if (n < 2)
			continue;
		spell(&words, speller, n);
		struct phrase p = read_or_fail(buf_str(&words), spellers[speller].lang);
		assert_true(p.number == n && p.said.low == n && p.said.high == n);
		assert_int_equal(p.exactness, n % 10 == 0 ? PHRASE_ROUNDED : PHRASE_EXACT);
		buf_free(&words);
	}
}

/* --- spellings --- */

/* The same words in capitals, for the letters these languages use. */
static uint32_t
capital(uint32_t c)
{
	if (c >= 'a' && c <= 'z')
		return c - 0x20;
	if (c >= 0x430 && c <= 0x44F)
		return c - 0x20;
	if (c >= 0x450 && c <= 0x45F)
		return c - 0x50;
	if (c >= 0x490 && c <= 0x4FF && c % 2 == 1 && c < 0x4C0)
		return c - 1;
	return c == 0x4D9 || c == 0x4E9 ? c - 1 : c;
}

/* The same words with other blanks, other dashes and, at times, in capitals. */
static void
disguise(struct buf *out, struct str words)
{
	static const uint32_t blanks[] = {' ', 0xA0, 0x2009, 0x202F};
	static const uint32_t dashes[] = {'-', 0x2010, 0x2013, 0x2014, 0x2212};
	bool capitals = random_bits() % 2 == 0;
	char room[4];

	for (size_t at = 0; at < words.n;) {
		uint32_t c = utf8_next(words, &at);
		if (c == ' ')
			c = blanks[random_bits() % LENGTH(blanks)];
		else if (c == '-')
			c = dashes[random_bits() % LENGTH(dashes)];
		else if (capitals)
			c = capital(c);
		buf_bytes(out, room, utf8_put(room, c));
	}
	buf_put(out, random_bits() % 2 == 0 ? STR(" ") : STR(""));
}

static void
blanks_dashes_and_capitals_make_no_difference(void **state)
{
	(void)state;
	static const struct {
		const char *lang, *words;
	} list[] = {{"ru", "не менее четырёхсот человек"}, {"ru", "400-500 человек"},
	    {"ru", "от 4 000 до 5 000"}, {"ru", "около полутора тысяч"}, {"ru", "человек пятьсот"},
	    {"ru", "может достигать 5 тыс."}, {"ru", "Задержаний нет"},
	    {"en", "nearly one hundred and fifty people"}, {"en", "4,000 to 5,000"},
	    {"en", "twenty-five"}, {"en", "hundreds of people"}, {"kk", "жетпістен астам адам"},
	    {"kk", "500-ге жуық қатысушы"}, {"kk", "мыңдаған адам"},
	    {"kk", "400 бен 500 аралығында"}};

	for (int i = 0; i < ROUNDS; i++) {
		size_t which = random_bits() % LENGTH(list);
		struct buf other = BUF_INIT;
		disguise(&other, str_of(list[which].words));
		struct phrase p = read_or_fail(str_of(list[which].words), list[which].lang);
		struct phrase q = read_or_fail(buf_str(&other), list[which].lang);
		assert_true(p.said.low == q.said.low && p.said.high == q.said.high);
		assert_true(p.number == q.number && p.exactness == q.exactness);
		assert_true(p.modal == q.modal && p.modal_number == q.modal_number);
		buf_free(&other);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(about_is_a_tenth_on_each_side_rounded_outward),
	    cmocka_unit_test(almost_stays_below_the_number),
	    cmocka_unit_test(floors_have_no_top_and_no_softness),
	    cmocka_unit_test(ceilings_begin_at_nobody_or_at_one),
	    cmocka_unit_test(a_range_has_the_ends_that_were_said),
	    cmocka_unit_test(a_bare_number_is_read_as_said_and_softened_only_in_bounds),
	    cmocka_unit_test(words_give_the_same_as_digits),
	    cmocka_unit_test(blanks_dashes_and_capitals_make_no_difference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
