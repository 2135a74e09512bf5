/*
 * fold: one spelling for all the ways in which people and keyboards write the same words.
 * Case goes (full case folding), letters are composed (NFC), ё is е, every dash
 * is '-', every quote '"' or '\'', every run of blanks one ' ', invisible
 * characters (soft hyphen, zero width) go. In a word that has Cyrillic letters, Latin
 * look-alikes become Cyrillic ("бip" typed with Latin i and p).
 */
#ifndef GUVOH_KIT_LANG_FOLD_H
#define GUVOH_KIT_LANG_FOLD_H

#include "base/arena.h"
#include "base/str.h"

/*
 * The folded text, on a. Folding twice changes nothing. text is UTF-8; what is
 * not becomes U+FFFD. A way back to the original is kept by token.h, word by word.
 */
struct str fold_text(struct arena *a, struct str text);

/* Is c a blank of any width, NBSP, tab and line ends included? */
bool fold_is_space(uint32_t c);

/* Is c a hyphen, dash or minus of any length? */
bool fold_is_dash(uint32_t c);

/* Is c part of a word: a letter or a mark that combines with one? */
bool fold_is_letter(uint32_t c);

/* Is c invisible (soft hyphen, zero width joiner), so that a word goes on behind it? */
bool fold_is_invisible(uint32_t c);

#endif
