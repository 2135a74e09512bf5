/*
 * phrase: how many people a source said, as the interval its words allow.
 * Rules and their sources: docs/methods/claims.md; words: phrase_{en,ru,kk}.def.
 */
#ifndef GUVOH_ENGINE_CLAIM_PHRASE_H
#define GUVOH_ENGINE_CLAIM_PHRASE_H

#include "base/err.h"
#include "base/str.h"
#include "engine/claim/interval.h"

#define PHRASE_RULES 1            /* version of the rules and words; kept with every claim */
#define PHRASE_BYTES 1000         /* longest phrase */
#define PHRASE_MOST 1000000000000 /* 10^12, the largest number */

enum phrase_exactness {
	PHRASE_EXACT, /* a number that does not end in 0: 957; nobody */
	PHRASE_ROUNDED, /* a round number, about N, almost N: 500, 4,5 тыс., полторы тысячи */
	PHRASE_BOUND, /* at least, more than, up to, fewer than, X to Y, about X to Y */
	PHRASE_VAGUE, /* a word: dozens, около сотни, мыңдаған; also "may reach N" */
};

struct phrase {
	struct interval said; /* as read, before a round number is softened */
	bool has_interval;    /* false: modal, said is {0, INTERVAL_OPEN} */
	enum phrase_exactness exactness;
	bool has_number;
	int64_t number; /* the number named: 500 in "about 500", the lower of a range; else 0 */
	int64_t place;  /* of its last digit that counts: 100 for 500, 4,5 тыс.; 1 for 957 */
	bool modal;     /* "may reach N": shown, never a constraint */
	int64_t modal_number;
};

/*
 * Reads a count phrase in the language lang ("en", "ru", "kk"). Words it does
 * not know are refused, never guessed; case, kinds of blanks and of dashes make no difference.
 *
 * Returns 0 and fills *out; or -1, *out untouched, with ERR_INPUT lang.unknown (tag),
 * phrase.empty, phrase.utf8, phrase.word (the word as written), phrase.increment
 * (the word: "another 30" is no total), phrase.times (the word: "twice"),
 * phrase.two (both numbers), phrase.range (both: "2-3 000" is unclear), phrase.fraction (the
 * number: "4,5" people), phrase.nothing (no interval is left: "fewer than 0"), phrase.no_number (no
 * figure in the words), phrase.order (known words that do not make one figure; where it breaks), or
 * ERR_LIMIT phrase.long (bytes, most), phrase.huge (the number).
 */
MUST_CHECK int phrase_read(struct str words, struct str lang, struct phrase *out, struct err *e);

/*
 * The interval that takes part in bounds: a bare round number gets half the
 * place of its last non-zero digit on each side, never more than 10 %, the upper
 * end excluded (500: [450, 549]; 150: [145, 154]). Everything else stays as said.
 * For a modal phrase it is [0, open).
 */
struct interval phrase_in_bounds(const struct phrase *phrase);

/*
 * The largest one-sided softness of the words in people: about 500: 50; 500: 50;
 * nearly 100: 10; about a hundred: 20; 957, bounds, ranges, modal and words without a number: 0.
 */
int64_t phrase_tolerance(const struct phrase *phrase);

/* "exact", "rounded", "bound", "vague", and back; false when name is none of them. */
struct str phrase_exactness_name(enum phrase_exactness exactness);
bool phrase_exactness_of(struct str name, enum phrase_exactness *out);

#endif
