/*
 * lexicon: what the words of counting phrases do, looked up in phrase_{en,ru,kk}.def.
 * Numbers themselves are kit/lang/numeral.h's.
 */
#ifndef GUVOH_ENGINE_CLAIM_LEXICON_H
#define GUVOH_ENGINE_CLAIM_LEXICON_H

#include "kit/lang/numeral.h"
#include "kit/lang/token.h"

enum lexicon_role {
	LEXICON_LEAST,     /* at least X */
	LEXICON_MORE,      /* more than X */
	LEXICON_ABOUT,     /* about X */
	LEXICON_ALMOST,    /* almost X: below it */
	LEXICON_NEARING,   /* Kazakh жуық: up to X and X itself */
	LEXICON_UPTO,      /* up to X, and somebody at all */
	LEXICON_NOMORE,    /* no more than X */
	LEXICON_FEWER,     /* fewer than X */
	LEXICON_FROM,      /* from X to Y; alone at least X */
	LEXICON_TO,        /* X to Y */
	LEXICON_PAIR,      /* between X and Y */
	LEXICON_AND,       /* only inside a PAIR */
	LEXICON_OR,        /* X or Y, X-Y */
	LEXICON_NONE,      /* nobody */
	LEXICON_DENY,      /* a denial that only goes with NONE */
	LEXICON_MODAL,     /* may reach X, may exceed X */
	LEXICON_INCREMENT, /* another X: no total */
	LEXICON_TIMES,     /* twice */
	LEXICON_LOT,       /* a word that stands for an amount */
	LEXICON_UNIT,      /* who was counted */
	LEXICON_CROWD,     /* a unit that says "about" when it stands before its number */
	LEXICON_FILL,      /* changes nothing */
};

enum lexicon_where {
	LEXICON_ANYWHERE,
	LEXICON_BEFORE,      /* the number */
	LEXICON_BETWEEN,     /* two numbers */
	LEXICON_BEHIND,      /* the number */
	LEXICON_BEHIND_TO,   /* a number or its noun in the dative */
	LEXICON_BEHIND_FROM, /* a number or its noun in the ablative */
};

struct lexicon_lot {
	int64_t low, high;             /* when the word stands alone */
	int64_t number;                /* behind a bound; 0: none */
	int64_t about_low, about_high; /* behind "about" */
};

struct lexicon_match {
	size_t tokens; /* how many it took */
	enum lexicon_role role;
	enum lexicon_where where;
	enum numeral_case inflection; /* of a Kazakh unit */
	struct lexicon_lot lot;       /* where role is LOT */
};

/*
 * The longest row that begins at items[0], count >= 1. Whole tokens only.
 * False, *out untouched, when there is none.
 */
bool lexicon_find(
    const struct token *items, size_t count, enum lang lang, struct lexicon_match *out);

#endif
