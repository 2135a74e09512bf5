/*
 * search: the words of a text as a search compares them: folded, and in Russian by their stem.
 * Kazakh and English words stand as they are: Kazakh endings have no stemmer that
 * could be trusted, and a beginning finds them all ("ұста*").
 */
#ifndef GUVOH_KIT_LANG_SEARCH_H
#define GUVOH_KIT_LANG_SEARCH_H

#include "base/arena.h"
#include "base/str.h"

struct search_word {
	struct str text; /* folded letters and digits */
	struct str stem; /* of a Russian word; empty: it has none */
	bool begins;     /* a '*' stood behind it: any word that begins so */
};

struct search_words {
	const struct search_word *at;
	size_t count;
};

/*
 * Cuts text into words on a; all else parts them. lang is BCP 47; where it is empty,
 * Cyrillic words without a letter that only Kazakh has are taken for Russian. Stems are
 * those of Snowball's "russian", on folded words (ё is е).
 */
struct search_words search_cut(struct arena *a, struct str text, struct str lang);

#endif
