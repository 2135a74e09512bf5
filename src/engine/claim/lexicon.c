#include "engine/claim/lexicon.h"

#include <assert.h>

struct row {
	struct str words; /* tokens with one blank between them */
	enum lexicon_role role;
	enum lexicon_where where;
	struct lexicon_lot lot;
};

#define PHRASE(words, role, where) {STR_INIT(words), LEXICON_##role, LEXICON_##where, {0}},
#define PHRASE_LOT(words, low, high, number, about_low, about_high)                                \
	{STR_INIT(words), LEXICON_LOT, LEXICON_ANYWHERE,                                           \
	    {low, high, number, about_low, about_high}},
#define PHRASE_UNIT(words) {STR_INIT(words), LEXICON_UNIT, LEXICON_ANYWHERE, {0}},
static const struct row rows_en[] = {
#include "engine/claim/phrase_en.def"
};
static const struct row rows_ru[] = {
#include "engine/claim/phrase_ru.def"
};
#define PHRASE_PLURAL(text)
static const struct row rows_kk[] = {
#include "engine/claim/phrase_kk.def"
};
#undef PHRASE
#undef PHRASE_LOT
#undef PHRASE_UNIT
#undef PHRASE_PLURAL

static const struct str plurals[] = {
#define PHRASE(words, role, where)
#define PHRASE_LOT(words, low, high, number, about_low, about_high)
#define PHRASE_UNIT(words)
#define PHRASE_PLURAL(text) STR_INIT(text),
#include "engine/claim/phrase_kk.def"
#undef PHRASE
#undef PHRASE_LOT
#undef PHRASE_UNIT
#undef PHRASE_PLURAL
};

static const struct {
	const struct row *rows;
	size_t count;
} lexicons[LANG_COUNT] = {
    [LANG_EN] = {rows_en, LENGTH(rows_en)},
    [LANG_RU] = {rows_ru, LENGTH(rows_ru)},
    [LANG_KK] = {rows_kk, LENGTH(rows_kk)},
};

/* Signs that change nothing between words that belong together. */
static const char decoration[] = "\"'.,:;!()";

static bool
is_plural_of(struct str word, struct str stem)
{
	if (!str_starts(word, stem))
		return false;
	struct str ending = str_sub(word, stem.n, word.n);
	for (size_t i = 0; i < LENGTH(plurals); i++)
		if (str_eq(plurals[i], ending))
			return true;
	return ending.n == 0;
}

/* Is word this stem with plural and case endings? Sets *inflection when it is. */
static bool
is_form_of(struct str word, struct str stem, enum numeral_case *inflection)
{
	struct str bare;
	enum numeral_case found;

	if (is_plural_of(word, stem)) {
		*inflection = NUMERAL_BARE;
		return true;
	}
	if (!numeral_strip_case(word, &bare, &found) || !is_plural_of(bare, stem))
		return false;
	*inflection = found;
	return true;
}

/* How many tokens row takes at items[0], 0 when it does not fit; inflected: its last word may be.
 */
static size_t
fit(const struct row *row, const struct token *items, size_t count, bool inflected,
    enum numeral_case *inflection)
{
	struct str rest = row->words;
	size_t n = 0;

	while (rest.n > 0) {
		struct str word = str_cut(&rest, ' ');
		if (n == count)
			return 0;
		bool inflects = inflected && rest.n == 0;
		if (!str_eq(word, items[n].text) &&
		    (!inflects || !is_form_of(items[n].text, word, inflection)))
			return 0;
		n++;
	}
	return n;
}

static bool
is_decoration(const struct token *t)
{
	if (t->kind != TOKEN_SIGN || t->text.n != 1)
		return false;
	for (const char *c = decoration; *c != '\0'; c++)
		if (*c == t->text.p[0])
			return true;
	return false;
}

bool
lexicon_find(const struct token *items, size_t count, enum lang lang, struct lexicon_match *out)
{
	assert(lang < LANG_COUNT && count > 0);
	struct lexicon_match best = {0};

	for (size_t i = 0; i < lexicons[lang].count; i++) {
		const struct row *row = &lexicons[lang].rows[i];
		enum numeral_case inflection = NUMERAL_BARE;
		bool inflected = lang == LANG_KK && row->role == LEXICON_UNIT;
		size_t n = fit(row, items, count, inflected, &inflection);
		if (n > best.tokens)
			best =
			    (struct lexicon_match){n, row->role, row->where, inflection, row->lot};
	}
	if (best.tokens == 0 && is_decoration(&items[0]))
		best = (struct lexicon_match){.tokens = 1, .role = LEXICON_FILL};
	if (best.tokens == 0)
		return false;
	*out = best;
	return true;
}
