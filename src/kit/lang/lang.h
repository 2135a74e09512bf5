/*
 * lang: numbers, days and plurals as each language writes them, and how wide text is.
 * Forms stand in lang_forms.def. Knows no sentence: those are in locale/.
 */
#ifndef GUVOH_KIT_LANG_LANG_H
#define GUVOH_KIT_LANG_LANG_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

/* X(name, BCP 47 code, what groups of three digits stand apart by, decimal point, plural rule) */
#define LANG_LANGUAGES(X)                                                                          \
	X(EN, "en", ",", ".", LANG_ONE_MANY)                                                       \
	X(RU, "ru", "\u202F", ",", LANG_ONE_FEW_MANY)                                              \
	X(KK, "kk", "\u202F", ",", LANG_ONE_MANY)

enum lang {
#define X(name, code, group, point, plural) LANG_##name,
	LANG_LANGUAGES(X)
#undef X
	    LANG_COUNT
};

/* CLDR's categories: ru has three (1 человек, 2 человека, 5 человек), en and kk two. */
enum lang_plural { LANG_ONE, LANG_FEW, LANG_MANY };

/*
 * The language of a BCP 47 tag; what follows its first part is ignored ("ru-KZ").
 * Returns 0; or -1 with ERR_INPUT lang.unknown (the tag), *out untouched.
 */
MUST_CHECK int lang_of(struct str tag, enum lang *out, struct err *e);

struct str lang_code(enum lang lang);

/* Appends v with its digits in groups of three: 3,982 in en, 3 982 with U+202F (no line breaks at
 * it) in ru and kk. */
void lang_number(struct buf *b, int64_t v, enum lang lang);

/* Appends a number of 0 or more that is written with digits and a point, as lang_number and with
 * the point of the language: "1,740.5", "1 740,5". What is no such number is appended as it is. */
void lang_decimal(struct buf *b, struct str number, enum lang lang);

/* Which of the forms of a word goes with the number v, and with a number that is not whole. */
enum lang_plural lang_plural(int64_t v, enum lang lang);
enum lang_plural lang_plural_part(enum lang lang);

/* Appends a day (base/date.h): "9 June 2019", "9 июня 2019 г.", "2019 ж. 9 маусым". */
void lang_day(struct buf *b, int32_t day, enum lang lang);

/*
 * Appends first to last, first <= last, with what they share written once: "9–10 June 2019",
 * "9 июня – 2 июля 2019 г.", "2019 ж. 9–10 маусым"; a whole month stands alone: "June 2019",
 * "июнь 2019 г.". With year false no year is
 * written, which the caller does only where the reader knows it: "9–10 June".
 */
void lang_days(struct buf *b, int32_t first, int32_t last, bool year, enum lang lang);

/*
 * Columns that text takes in a terminal: 0 for combining marks, 2 for wide
 * characters. Escape sequences are not known here.
 */
size_t lang_width(struct str text);

#endif
