/*
 * numeral: numbers in words, in digits and in both ("4,5 тыс.", "six hundred and seventeen").
 * The words of each language with their cases stand in numeral_{en,ru,kk}.def.
 */
#ifndef GUVOH_KIT_LANG_NUMERAL_H
#define GUVOH_KIT_LANG_NUMERAL_H

#include "kit/lang/lang.h"
#include "kit/lang/token.h"

#define NUMERAL_MAX ((int64_t)1000000000000) /* 10^12; beyond is huge */

/* Kazakh cases, and -дай "like", that say how a number hangs on the word behind it. */
enum numeral_case {
	NUMERAL_BARE,  /* nominative; also every case that no counting phrase needs */
	NUMERAL_TO,    /* dative: -ға -ге -қа -ке */
	NUMERAL_FROM,  /* ablative: -дан -ден -тан -тен -нан -нен */
	NUMERAL_LIKE,  /* -дай -дей -тай -тей: "about" */
	NUMERAL_OTHER, /* accusative, genitive, locative */
};

struct numeral {
	int64_t value; /* 0..NUMERAL_MAX; the whole part where fraction is true */
	int64_t place; /* of what was said last: 100 for 4,5 тыс. and 500, 1 for 957 and 0, 12 for
			  two dozen */
	int64_t mantissa; /* value without its last scale words, times 10^places: 45 for 4,5 тыс. */
	int places;
	int64_t scale; /* product of the scale words it ends with: 1000 for 4,5 тыс., else 1 */
	enum numeral_case inflection;
	bool half;     /* полтора, "two and a half thousand": softer than digits */
	bool inverted; /* "тысячи две": about */
	bool over;     /* "две с лишним тысячи": more than */
	bool fraction; /* what was said is no whole number: "4,5", "4,000" in ru */
	bool huge;     /* above NUMERAL_MAX; value is then NUMERAL_MAX */
};

/*
 * Reads the longest number that begins at items[0]. Returns how many tokens it
 * took, 0 (and *out untouched) when none begins there. pair: the number stands behind
 * "between", where "and" may begin a second one ("five hundred and seven thousand").
 */
size_t numeral_read(
    const struct token *items, size_t count, enum lang lang, bool pair, struct numeral *out);

/*
 * The place of the last digit of v that is not 0: 100 for 500, 10 for 670, 1 for 957 and 0.
 */
int64_t numeral_place(int64_t v);

/*
 * Splits a Kazakh word into stem and case: "мыңнан" into "мың" and NUMERAL_FROM.
 * False when no case suffix is there. A stem is not looked up: the caller does.
 */
bool numeral_strip_case(struct str word, struct str *stem, enum numeral_case *out);

#endif
