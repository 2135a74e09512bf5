/*
 * birth: days as lists write them, with parts missing, swapped or impossible.
 * Reads 1990-05-12, 19900512, 12.05.1990, 12/5/1990, 12.05.90 (30 to 99 are years of the 20th
 * century), 1990-05, 05.1990, 1990, and months by name in English, Russian and Kazakh. A month of
 * 22 is kept: it is a slip to compare, not a date to refuse.
 */
#ifndef GUVOH_ENGINE_LINK_BIRTH_H
#define GUVOH_ENGINE_LINK_BIRTH_H

#include "base/arena.h"
#include "base/str.h"

struct birth {
	int16_t year;      /* 1000 to 2999 */
	int8_t month, day; /* 0: not said; up to 99 */
};

/* False, *out untouched, when text is none of these forms. */
bool birth_read(struct str text, struct birth *out);

/* The day as 1990-05-12, 1990-05 or 1990, on a: one spelling for all. */
struct str birth_text(struct arena *a, struct birth b);

/* Only the year is sure: the rest is missing, or the 1st of January, which stands for "not known".
 */
bool birth_is_year(struct birth b);

/* X(name, word for programs), closest first; from DAY to TWO_DIGITS they are beside each other */
#define BIRTH_LEVELS(X)                                                                            \
	X(SAME, "same")                                                                            \
	X(SLIP, "slip")               /* one digit, or two neighbours or day and month swapped */  \
	X(DAY, "day")                 /* all but the day */                                        \
	X(MONTH, "month")             /* all but the month */                                      \
	X(DAY_OF_YEAR, "day-of-year") /* all but the year */                                       \
	X(TWO_DIGITS, "two-digits")   /* two digits, one of them of the year */                    \
	X(SAME_YEAR, "year-alone")    /* the same year, and neither side says more */              \
	X(FITS, "fits")               /* the same year, and one side says no more */               \
	X(YEAR, "year")               /* the same year */                                          \
	X(NEAR, "near-year")          /* one side says only the year: two apart or one digit */    \
	X(OTHER, "other")

enum birth_level {
#define X(name, word) BIRTH_##name,
	BIRTH_LEVELS(X)
#undef X
};

enum birth_level birth_compare(struct birth x, struct birth y);

#endif
