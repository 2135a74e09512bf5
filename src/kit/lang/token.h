/*
 * token: a text as words, numbers in digits and signs, each with its place in the original.
 */
#ifndef GUVOH_KIT_LANG_TOKEN_H
#define GUVOH_KIT_LANG_TOKEN_H

#include "base/arena.h"
#include "base/str.h"
#include "kit/lang/lang.h"

#define TOKEN_DIGITS 15 /* a number of more digits is TOKEN_HUGE */
#define TOKEN_HUGE INT64_MAX

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN };

struct token {
	enum token_kind kind;
	struct str text;  /* folded; on the arena */
	struct str said;  /* the same bytes as they stand in the original */
	int64_t mantissa; /* of a number: 45 for "4,5"; TOKEN_HUGE when it does not fit */
	int places;       /* of a number: digits after the decimal sign, 1 for "4,5" */
	bool joined;      /* no blank between this token and the one before */
};

struct tokens {
	const struct token *items;
	size_t count;
};

/*
 * Cuts text into tokens on a; said borrows from text. Blanks end a word and are
 * no token. A hyphen between letters is a sign, so "twenty-five" is three tokens.
 *
 * Numbers: groups of three digits may stand apart by one blank of any width
 * ("4 000") or, in en, by commas ("4,000"). The decimal sign is '.' in en, ',' or
 * '.' in ru and kk. "4,000" in ru is thus 4 with three places: the caller decides.
 */
struct tokens token_cut(struct arena *a, struct str text, enum lang lang);

#endif
