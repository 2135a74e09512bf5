#include "engine/link/birth.h"

#include <stdlib.h>

#include "engine/link/small.h"

#define NUMBERS 3
#define CENTURY                                                                                    \
	30 /* two digits of a year from here on are of the 20th century, others of the 21st */

static const struct month {
	int number;
	struct str names[4];
} months[] = {
#define LANG_YEAR(lang, first, before, behind)
#define LANG_MONTH(number, en, of_ru, kk, ru)                                                      \
	{number, {STR_INIT(en), STR_INIT(of_ru), STR_INIT(kk), STR_INIT(ru)}},
#include "kit/lang/lang_forms.def"
#undef LANG_MONTH
#undef LANG_YEAR
};

/* What stands beside the number of a year. */
static const struct str years[] = {STR_INIT("г"), STR_INIT("год"), STR_INIT("года"), STR_INIT("ж"),
    STR_INIT("жыл"), STR_INIT("жылы"), STR_INIT("жылғы")};

/* And what may stand beside these: "1971 г.р.", "1971 ж.т.", "born 1971". Letters of more meanings
 * follow the year's, so that 1500 р. is no year. */
static const struct str births[] = {STR_INIT("рожд"), STR_INIT("рождения"), STR_INIT("род"),
    STR_INIT("родился"), STR_INIT("родилась"), STR_INIT("туған"), STR_INIT("born"), STR_INIT("b"),
    STR_INIT("гр"), STR_INIT("жт")};
static const struct str letters[] = {STR_INIT("р"), STR_INIT("т")};

struct number {
	int value;
	size_t digits;
};

static bool
is_year(struct number n)
{
	return n.digits == 4 && n.value >= 1000 && n.value <= 2999;
}

static bool
is_part(struct number n)
{
	return n.digits <= 2 && n.value > 0;
}

/* The numbers of text and how many there are; 0 when anything else than digits and signs stands in
 * it. */
static size_t
numbers_of(struct str text, struct number out[NUMBERS])
{
	size_t n = 0;
	bool inside = false;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (c >= '0' && c <= '9') {
			if (!inside && n == NUMBERS)
				return 0;
			if (!inside)
				out[n++] = (struct number){0, 0};
			inside = true;
			out[n - 1].value = out[n - 1].value * 10 + (c - '0');
			if (++out[n - 1].digits > 8)
				return 0;
		} else if (c == '-' || c == '.' || c == '/' || c == ' ') {
			inside = false;
		} else {
			return 0;
		}
	}
	return n;
}

static bool
made(int year, int month, int day, struct birth *out)
{
	*out = (struct birth){(int16_t)year, (int8_t)month, (int8_t)day};
	return true;
}

/* The month of that name; 0: there is none. */
static int
month_of(struct str word)
{
	for (size_t i = 0; i < LENGTH(months); i++)
		for (size_t k = 0; k < LENGTH(months[i].names); k++)
			if (small_same(word, months[i].names[k]))
				return months[i].number;
	return 0;
}

static bool
is_among(struct str word, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (small_same(word, words[i]))
			return true;
	return false;
}

static bool
is_of_year(struct str word)
{
	return word.n == 0 || is_among(word, years, LENGTH(years));
}

/* The next word of letters and digits; empty between two signs. */
static struct str
word_cut(struct str *rest)
{
	size_t n = 0;

	while (n < rest->n && rest->p[n] != ' ' && rest->p[n] != '.' && rest->p[n] != ',')
		n++;
	struct str word = str_sub(*rest, 0, n);
	*rest = str_sub(*rest, n < rest->n ? n + 1 : n, rest->n);
	return word;
}

static bool
has_digit(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] >= '0' && text.p[i] <= '9')
			return true;
	return false;
}

static bool
is_letter(char c)
{
	return (unsigned char)c >= 0x80 || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Cuts the word off that text ends or begins with; empty where that is no letter. */
static struct str
word_off(struct str *text, bool end)
{
	size_t n = 0;

	while (n < text->n && is_letter(text->p[end ? text->n - 1 - n : n]))
		n++;
	struct str word = end ? str_sub(*text, text->n - n, text->n) : str_sub(*text, 0, n);
	*text = end ? str_sub(*text, 0, text->n - n) : str_sub(*text, n, text->n);
	return word;
}

static bool
is_sign(char c)
{
	return c == ' ' || c == '.' || c == ',' || c == ':' || c == '(' || c == ')';
}

static struct str
signs_off(struct str text)
{
	while (text.n > 0 && is_sign(text.p[0]))
		text = str_sub(text, 1, text.n);
	while (text.n > 0 && is_sign(text.p[text.n - 1]))
		text = str_sub(text, 0, text.n - 1);
	return text;
}

/* Text without words at its ends that say that it is of a year or of a birth; itself where another
 * word stands there. */
static struct str
bare(struct str text)
{
	struct str left = signs_off(text);
	bool of_year = false, letter = false;

	for (int end = 1; end >= 0; end--) {
		struct str word = word_off(&left, end == 1);
		for (; word.n > 0; word = word_off(&left, end == 1)) {
			bool year = is_among(word, years, LENGTH(years));
			bool brief = is_among(word, letters, LENGTH(letters));
			if (!year && !brief && !is_among(word, births, LENGTH(births)))
				return text;
			of_year = of_year || year || word.n > 2;
			letter = letter || brief;
			left = signs_off(left);
		}
	}
	return letter && !of_year ? text : left;
}

/* "20 марта 1971 г.", "20 March 1971", "March 20, 1971", "1971 жылғы 20 наурыз". */
static bool
worded_read(struct str text, struct birth *out)
{
	struct number day = {0, 0}, year = {0, 0};
	int month = 0;

	while (text.n > 0) {
		struct str word = word_cut(&text);
		struct number n[NUMBERS];
		bool number = numbers_of(word, n) == 1;
		if (number && is_year(n[0]) && year.digits == 0)
			year = n[0];
		else if (number && is_part(n[0]) && n[0].value <= 31 && day.digits == 0)
			day = n[0];
		else if (!number && month == 0 && month_of(word) > 0)
			month = month_of(word);
		else if (number || !is_of_year(word))
			return false;
	}
	return year.digits > 0 && month > 0 && made(year.value, month, day.value, out);
}

/* 20.03.71: of people who live, which were born in a hundred years. */
static bool
short_read(const struct number n[NUMBERS], struct birth *out)
{
	bool parts = is_part(n[0]) && is_part(n[1]) && n[2].digits == 2;
	bool month = n[0].value <= 31 && n[1].value <= 12,
	     swapped = n[1].value <= 31 && n[0].value <= 12;

	return parts && (month || swapped) &&
	    made(n[2].value + (n[2].value >= CENTURY ? 1900 : 2000), n[1].value, n[0].value, out);
}

bool
birth_read(struct str text, struct birth *out)
{
	struct number n[NUMBERS] = {0};
	struct str said = has_digit(text) ? bare(text) : text;
	size_t count = numbers_of(said, n);

	if (count == 0)
		return has_digit(said) && worded_read(said, out);
	if (count == 3 && is_year(n[0]) && is_part(n[1]) && is_part(n[2]))
		return made(n[0].value, n[1].value, n[2].value, out);
	if (count == 3 && is_year(n[2]) && is_part(n[0]) && is_part(n[1]))
		return made(n[2].value, n[1].value, n[0].value, out);
	if (count == 3)
		return short_read(n, out);
	if (count == 2 && is_year(n[0]) && is_part(n[1]))
		return made(n[0].value, n[1].value, 0, out);
	if (count == 2 && is_year(n[1]) && is_part(n[0]))
		return made(n[1].value, n[0].value, 0, out);
	if (count == 1 && is_year(n[0]))
		return made(n[0].value, 0, 0, out);
	struct number year = {n[0].value / 10000, 4};
	if (count == 1 && n[0].digits == 8 && is_year(year))
		return made(year.value, n[0].value / 100 % 100, n[0].value % 100, out);
	return false;
}

struct str
birth_text(struct arena *a, struct birth b)
{
	if (b.month == 0)
		return arena_fmt(a, "%04d", b.year);
	if (b.day == 0)
		return arena_fmt(a, "%04d-%02d", b.year, b.month);
	return arena_fmt(a, "%04d-%02d-%02d", b.year, b.month, b.day);
}

bool
birth_is_year(struct birth b)
{
	return b.month == 0 || (b.month == 1 && b.day <= 1);
}

/* A number below 100 as two digits of four bits. */
static uint32_t
two_digits(int n)
{
	return (uint32_t)(n + 6 * (n / 10));
}

/* Year, month and day as eight digits of four bits. */
static uint32_t
digits_of(struct birth b)
{
	return two_digits(b.year / 100) << 24 | two_digits(b.year % 100) << 16 |
	    two_digits(b.month) << 8 | two_digits(b.day);
}

/* How many of eight digits differ; two neighbours that changed places are one. */
static int
slips(uint32_t x, uint32_t y)
{
	uint32_t differ = x ^ y;

	differ = (differ | differ >> 1 | differ >> 2 | differ >> 3) & 0x11111111;
	int count = (int)(differ * 0x11111111 >> 28);
	if (count != 2)
		return count;
	int low = __builtin_ctz(differ);
	bool swapped = differ == UINT32_C(0x11) << low && (x >> low & 15) == (y >> low >> 4 & 15) &&
	    (x >> low >> 4 & 15) == (y >> low & 15);
	return swapped ? 1 : 2;
}

/* Of days in the same year that differ by more than a slip. */
static enum birth_level
within_year(struct birth x, struct birth y)
{
	if (x.month == y.month)
		return BIRTH_DAY;
	return x.day == y.day ? BIRTH_MONTH : BIRTH_YEAR;
}

/* Where a side says the year alone. */
static enum birth_level
by_year(struct birth x, struct birth y, bool slip)
{
	int apart = abs(x.year - y.year);

	if (apart == 0 && birth_is_year(x) && birth_is_year(y))
		return BIRTH_SAME_YEAR;
	if (apart == 0)
		return slip ? BIRTH_SLIP : BIRTH_FITS;
	return apart <= 2 || slip ? BIRTH_NEAR : BIRTH_OTHER;
}

enum birth_level
birth_compare(struct birth x, struct birth y)
{
	int slipped = x.month != 0 && y.month != 0 ? slips(digits_of(x), digits_of(y)) : 8;
	bool slip = slipped <= 1;

	if (birth_is_year(x) || birth_is_year(y))
		return by_year(x, y, slip);
	if (slipped == 0)
		return BIRTH_SAME;
	if (slip || (x.year == y.year && x.month == y.day && x.day == y.month))
		return BIRTH_SLIP;
	if (x.year == y.year)
		return within_year(x, y);
	if (x.month == y.month && x.day == y.day)
		return BIRTH_DAY_OF_YEAR;
	return slipped == 2 ? BIRTH_TWO_DIGITS : BIRTH_OTHER;
}
