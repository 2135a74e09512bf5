/*
 * near: which name was meant by a word that is none.
 */
#ifndef GUVOH_BASE_NEAR_H
#define GUVOH_BASE_NEAR_H

#include "base/str.h"

/*
 * Of count names the one nearest to word by single-byte edits, if it is near
 * enough to be what was meant (a third of the word's length); else the empty str.
 * Names and words of more than 40 bytes are near to nothing.
 */
struct str near_find(struct str word, const struct str *names, size_t count);

#endif
