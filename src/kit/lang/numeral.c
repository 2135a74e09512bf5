#include "kit/lang/numeral.h"

#include <assert.h>

/* What a word does to the number before it. */
enum kind {
	ZERO,
	ONE,         /* 1 to 9 */
	TEEN,        /* 10 to 19, nothing may follow */
	TEN,         /* 10 to 90, a ONE may follow */
	HUNDRED,     /* 100 to 900 in one word */
	HUNDREDFOLD, /* "hundred": multiplies 1 to 99 */
	LOT,         /* dozen, сотня: counts lots, multiplies what stands before it */
	SCALE,       /* thousand and above */
	HALVES,      /* полтора, жарты: value in tenths, a SCALE or LOT must follow */
	ARTICLE,     /* "a" in "a hundred" */
	ENDING,      /* written behind digits */
};

enum form {
	NAMED,   /* nominative: can follow a noun turned around ("тысячи две") */
	OBLIQUE, /* any other case */
	SINGLE,  /* "тысяча": one when nothing stands before it */
	FEW,     /* "тысячи": genitive of one, or the plural behind 2 to 4 */
	MANY,    /* "тысяч": needs a number */
	SHORT,   /* "тыс": needs a number, a full stop may follow */
};

struct word {
	struct str text;
	int64_t value;
	enum kind kind;
	enum form form;
};

#define NUMERAL(text, value, kind, form) {STR_INIT(text), value, kind, form},
static const struct word words_en[] = {
#include "kit/lang/numeral_en.def"
};
static const struct word words_ru[] = {
#include "kit/lang/numeral_ru.def"
};
#define NUMERAL_SUFFIX(text, inflection)
static const struct word words_kk[] = {
#include "kit/lang/numeral_kk.def"
};
#undef NUMERAL
#undef NUMERAL_SUFFIX

static const struct suffix {
	struct str text;
	enum numeral_case inflection;
} suffixes[] = {
#define NUMERAL(text, value, kind, form)
#define NUMERAL_SUFFIX(text, inflection) {STR_INIT(text), NUMERAL_##inflection},
#include "kit/lang/numeral_kk.def"
#undef NUMERAL
#undef NUMERAL_SUFFIX
};

static const struct {
	const struct word *words;
	size_t count;
	struct str half[3]; /* "and a half", behind a number */
	struct str over[2]; /* "с лишним", between a number and its scale */
} languages[LANG_COUNT] = {
    [LANG_EN] = {words_en, LENGTH(words_en), {STR_INIT("and"), STR_INIT("a"), STR_INIT("half")},
	{STR_INIT(""), STR_INIT("")}},
    [LANG_RU] = {words_ru, LENGTH(words_ru), {STR_INIT("с"), STR_INIT("половиной"), STR_INIT("")},
	{STR_INIT("с"), STR_INIT("лишним")}},
    [LANG_KK] = {words_kk, LENGTH(words_kk), {STR_INIT("жарым"), STR_INIT(""), STR_INIT("")},
	{STR_INIT(""), STR_INIT("")}},
};

struct reader {
	const struct token *items;
	size_t count, at;
	enum lang lang;
	bool pair;
	int64_t total; /* of the scales that are closed */
	int64_t group; /* what is being said, times 10^places */
	int places;
	bool started, open, ended; /* anything read; a group is open; nothing may follow */
	int64_t limit;             /* a word joins the group when it is below this */
	int64_t last_scale;
	int64_t lot; /* size of the lot said last, or 0 */
	struct numeral out;
};

int64_t
numeral_place(int64_t v)
{
	int64_t place = 1;

	while (v > 0 && v % 10 == 0) {
		v /= 10;
		place *= 10;
	}
	return place;
}

static int64_t
power_of_ten(int places)
{
	int64_t power = 1;

	while (places-- > 0)
		power *= 10;
	return power;
}

bool
numeral_strip_case(struct str word, struct str *stem, enum numeral_case *out)
{
	for (size_t i = 0; i < LENGTH(suffixes); i++)
		if (word.n > suffixes[i].text.n && str_ends(word, suffixes[i].text)) {
			*stem = str_sub(word, 0, word.n - suffixes[i].text.n);
			*out = suffixes[i].inflection;
			return true;
		}
	return false;
}

static const struct word *
find_word(struct str text, enum lang lang)
{
	for (size_t i = 0; i < languages[lang].count; i++)
		if (str_eq(languages[lang].words[i].text, text))
			return &languages[lang].words[i];
	return NULL;
}

static const struct token *
token_at(const struct reader *r, size_t at)
{
	return at < r->count ? &r->items[at] : NULL;
}

static bool
says(const struct token *t, struct str text)
{
	return t != NULL && str_eq(t->text, text);
}

/* The word at a token, without its case ending in Kazakh. */
static const struct word *
word_at(const struct reader *r, size_t at, enum numeral_case *inflection)
{
	struct str stem;

	*inflection = NUMERAL_BARE;
	if (at >= r->count || r->items[at].kind != TOKEN_WORD)
		return NULL;
	const struct token *t = &r->items[at];
	const struct word *word = find_word(t->text, r->lang);
	if (word != NULL || r->lang != LANG_KK)
		return word;
	if (!numeral_strip_case(t->text, &stem, inflection))
		return NULL;
	return find_word(stem, r->lang);
}

static void
multiply(struct reader *r, int64_t factor)
{
	int64_t product;

	if (r->out.scale == 1)
		r->out.mantissa = r->group;
	r->out.scale *= factor;
	if (__builtin_mul_overflow(r->group, factor, &product) || r->out.scale > NUMERAL_MAX) {
		r->out.huge = true;
		r->out.scale = 1;
		return;
	}
	r->group = product;
}

/* Closes the group: its sum goes to the total, fractions are left behind. */
static void
close_group(struct reader *r)
{
	int64_t power = power_of_ten(r->places), whole = r->group / power;

	if (r->group % power != 0)
		r->out.fraction = true;
	if (__builtin_add_overflow(r->total, whole, &r->total) || r->total > NUMERAL_MAX)
		r->out.huge = true;
	if (r->out.huge)
		r->total = NUMERAL_MAX;
	r->group = 0;
	r->open = false;
}

static bool
add_plain(struct reader *r, const struct word *word)
{
	static const int64_t next_limit[] = {
	    [ZERO] = 0, [ONE] = 1, [TEEN] = 1, [TEN] = 10, [HUNDRED] = 100};

	if (r->ended || word->value >= r->limit || (word->kind == ZERO && r->started))
		return false;
	r->group += word->value;
	r->limit = next_limit[word->kind];
	r->out.scale = 1;
	r->lot = 0;
	r->open = true;
	return true;
}

static bool
add_hundredfold(struct reader *r, const struct word *word)
{
	if (r->ended || (r->open && (r->group == 0 || r->group > 99 || r->places > 0)))
		return false;
	if (!r->open && r->limit <= 100)
		return false;
	if (!r->open)
		r->group = 1;
	r->open = true;
	multiply(r, word->value);
	r->limit = 100;
	return true;
}

static bool
add_lot(struct reader *r, const struct word *word)
{
	if (r->ended || r->lot != 0 || r->total > 0 || (!r->open && word->form == MANY))
		return false;
	if (!r->open)
		r->group = 1;
	r->open = true;
	multiply(r, word->value);
	r->limit = 1;
	r->lot = word->value;
	return true;
}

static bool
add_scale(struct reader *r, const struct word *word)
{
	bool alone = !r->open;

	if (r->ended || word->value >= r->last_scale)
		return false;
	if (alone && (word->form == MANY || word->form == SHORT))
		return false;
	if (alone)
		r->group = 1;
	bool first = r->total == 0;
	int places = r->places;
	multiply(r, word->value);
	close_group(r);
	if (!first)
		r->out.scale = 1;
	r->out.places = first ? places : 0;
	r->places = 0;
	r->lot = 0;
	r->limit = r->last_scale = word->value;
	if (word->form == SHORT && says(token_at(r, r->at + 1), STR(".")) &&
	    r->items[r->at + 1].joined)
		r->at++;
	return true;
}

static bool
add_halves(struct reader *r, const struct word *word)
{
	if (r->started)
		return false;
	r->group = word->value;
	r->places = 1;
	r->open = r->out.half = true;
	r->limit = 1;
	return true;
}

/* "a" only before what it can count: a hundred, a thousand, a dozen. */
static bool
add_article(struct reader *r)
{
	enum numeral_case inflection;
	const struct word *next = word_at(r, r->at + 1, &inflection);

	if (r->started || next == NULL)
		return false;
	if (next->kind != HUNDREDFOLD && next->kind != LOT && next->kind != SCALE)
		return false;
	return next->form == SINGLE;
}

static bool
add_word(struct reader *r, const struct word *word)
{
	switch (word->kind) {
	case HUNDREDFOLD:
		return add_hundredfold(r, word);
	case LOT:
		return add_lot(r, word);
	case SCALE:
		return add_scale(r, word);
	case HALVES:
		return add_halves(r, word);
	case ARTICLE:
		return add_article(r);
	case ENDING:
		return false;
	default:
		return add_plain(r, word);
	}
}

/* An ending written to digits: "500-ден", "500ден", "20-ти". */
static void
skip_ending(struct reader *r)
{
	size_t at = r->at;
	const struct token *t = token_at(r, at);

	if (says(t, STR("-")) && t->joined)
		t = token_at(r, ++at);
	if (t == NULL || t->kind != TOKEN_WORD || !t->joined)
		return;
	if (r->lang == LANG_KK) {
		for (size_t i = 0; i < LENGTH(suffixes); i++)
			if (str_eq(suffixes[i].text, t->text)) {
				r->out.inflection = suffixes[i].inflection;
				r->ended = true;
				r->at = at + 1;
				return;
			}
		return;
	}
	const struct word *word = find_word(t->text, r->lang);
	if (word != NULL && word->kind == ENDING)
		r->at = at + 1;
}

static bool
add_digits(struct reader *r, const struct token *t)
{
	if (r->ended || r->open)
		return false;
	if (r->started && (t->places > 0 || t->mantissa >= r->limit))
		return false;
	if (t->mantissa == TOKEN_HUGE)
		r->out.huge = true;
	r->group = r->out.huge ? 0 : t->mantissa;
	r->places = t->places;
	r->out.scale = 1;
	r->open = true;
	r->limit = 0;
	r->at++;
	skip_ending(r);
	return true;
}

/* "and a half", "с половиной", "жарым" behind a number below 1,000. */
static bool
add_half(struct reader *r)
{
	const struct str *half = languages[r->lang].half;
	size_t n = 0;

	if (!r->open || r->ended || r->places > 0 || r->group > 999 || r->total > 0)
		return false;
	while (n < 3 && half[n].n > 0 && says(token_at(r, r->at + n), half[n]))
		n++;
	if (n < 3 && half[n].n > 0)
		return false;
	r->group = r->group * 10 + 5;
	r->places = 1;
	r->out.half = true;
	r->limit = 1;
	r->at += n;
	return true;
}

static bool
is_hyphen(const struct reader *r, size_t at)
{
	const struct token *t = token_at(r, at), *next = token_at(r, at + 1);

	return says(t, STR("-")) && t->joined && next != NULL && next->joined;
}

/* Where a number below 100 in words that begins at token at ends; at when none does. */
static size_t
small_end(const struct reader *r, size_t at)
{
	enum numeral_case inflection;
	const struct word *word = word_at(r, at, &inflection);

	if (word == NULL || word->value == 0 || word->kind > TEN)
		return at;
	if (word->kind != TEN)
		return at + 1;
	size_t next = is_hyphen(r, at + 1) ? at + 2 : at + 1;
	word = word_at(r, next, &inflection);
	return word != NULL && word->kind == ONE ? next + 1 : at + 1;
}

/*
 * English "and" inside a number: "six hundred and seventeen [thousand]", but not
 * "and seven hundred", nor behind "between" "and seven thousand".
 */
static bool
and_joins(const struct reader *r)
{
	enum numeral_case inflection;
	size_t end = small_end(r, r->at + 1);
	const struct word *behind = word_at(r, end, &inflection);

	if (r->lang != LANG_EN || r->ended || r->limit < 100 ||
	    !says(token_at(r, r->at), STR("and")))
		return false;
	if (end == r->at + 1)
		return false;
	if (behind == NULL ||
	    (behind->kind != HUNDREDFOLD && behind->kind != LOT && behind->kind != SCALE))
		return true;
	return behind->kind == SCALE && r->open && !r->pair && behind->value < r->last_scale;
}

/* "две с лишним тысячи": skipped, and remembered, where a scale follows. */
static bool
add_over(struct reader *r)
{
	const struct str *over = languages[r->lang].over;
	enum numeral_case inflection;
	const struct word *noun = word_at(r, r->at + 2, &inflection);

	if (over[0].n == 0 || !r->open || r->ended || noun == NULL)
		return false;
	if (!says(token_at(r, r->at), over[0]) || !says(token_at(r, r->at + 1), over[1]))
		return false;
	if (noun->kind != SCALE && noun->kind != LOT)
		return false;
	r->out.over = true;
	r->at += 2;
	return true;
}

/* English hyphens inside a number: "twenty-five", "two-hundred". */
static bool
hyphen_joins(const struct reader *r)
{
	enum numeral_case inflection;
	const struct word *word = word_at(r, r->at + 1, &inflection);

	if (r->lang != LANG_EN || !r->open || !is_hyphen(r, r->at) || word == NULL)
		return false;
	return (word->kind == ONE && r->limit == 10) || word->kind == HUNDREDFOLD ||
	    word->kind == SCALE || word->kind == LOT;
}

static bool
step(struct reader *r)
{
	enum numeral_case inflection;
	const struct token *t = token_at(r, r->at);
	const struct word *word = word_at(r, r->at, &inflection);

	if (t != NULL && t->kind == TOKEN_NUMBER)
		return add_digits(r, t);
	if (word != NULL && add_word(r, word)) {
		r->at++;
		r->out.inflection = inflection;
		r->ended = inflection != NUMERAL_BARE;
		return true;
	}
	if (!r->started)
		return false;
	if (add_half(r) || add_over(r))
		return true;
	if (!and_joins(r) && !hyphen_joins(r))
		return false;
	r->at++;
	return true;
}

static void
finish(struct reader *r, struct numeral *out)
{
	struct numeral *n = &r->out;

	if (r->open) {
		if (n->scale == 1 && r->total == 0) {
			n->mantissa = r->group;
			n->fraction = r->places > 0;
		}
		n->places = r->total == 0 ? r->places : 0;
		close_group(r);
	}
	n->value = r->total;
	if (n->scale == 1 && !n->fraction) {
		n->mantissa = n->value;
		n->places = 0;
	}
	int64_t said = n->scale / power_of_ten(n->places);
	n->place = r->lot > 0 ? r->lot : numeral_place(n->value);
	if (r->lot == 0 && n->places > 0 && said > 0 && said < n->place)
		n->place = said;
	*out = *n;
}

/* "тысячи две", "сотен пять": a noun turned around means about. */
static size_t
read_inverted(const struct token *items, size_t count, enum lang lang, struct numeral *out)
{
	struct reader r = {.items = items, .count = count, .lang = lang};
	enum numeral_case inflection;
	const struct word *noun = word_at(&r, 0, &inflection);
	const struct word *next = word_at(&r, 1, &inflection);
	struct numeral number;

	if (noun == NULL || (noun->kind != SCALE && noun->kind != LOT) ||
	    (noun->form != FEW && noun->form != MANY))
		return 0;
	if (next == NULL ? count < 2 || items[1].kind != TOKEN_NUMBER : next->form != NAMED)
		return 0;
	size_t n = numeral_read(items + 1, count - 1, lang, false, &number);
	if (n == 0 || number.scale != 1 || number.inverted || number.value == 0 ||
	    number.value > 99 || (number.fraction && !number.half))
		return 0;
	number.value = number.mantissa * noun->value / power_of_ten(number.places);
	number.fraction = number.half = false;
	number.scale = noun->value;
	number.place = numeral_place(number.value);
	number.inverted = true;
	*out = number;
	return n + 1;
}

size_t
numeral_read(
    const struct token *items, size_t count, enum lang lang, bool pair, struct numeral *out)
{
	assert(lang < LANG_COUNT);
	struct reader r = {.items = items,
	    .count = count,
	    .lang = lang,
	    .pair = pair,
	    .limit = 1000,
	    .last_scale = INT64_MAX,
	    .out = {.scale = 1}};
	size_t n = read_inverted(items, count, lang, out);

	if (n > 0)
		return n;
	while (!r.ended && step(&r))
		r.started = true;
	if (!r.started)
		return 0;
	finish(&r, out);
	return r.at;
}
