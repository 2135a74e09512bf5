/*
 * utf8: is this text UTF-8, and which characters is it made of.
 * Strict (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
 * Checked once, where text enters the program; later readers may trust it.
 */
#ifndef GUVOH_BASE_UTF8_H
#define GUVOH_BASE_UTF8_H

#include "base/str.h"

#define UTF8_REPLACEMENT 0xFFFDu /* what utf8_next gives for a byte that is no character */

bool utf8_valid(struct str s);

/* Index of the first byte that does not begin or continue a character; s.n when all is well. */
size_t utf8_bad(struct str s);

/*
 * The character at byte *at < s.n, and moves *at behind it. In text that was
 * never checked a bad byte gives UTF8_REPLACEMENT and is one byte long.
 */
uint32_t utf8_next(struct str s, size_t *at);

/* How many characters s has; the byte at which the n-th, from 0, begins, s.n when there are fewer.
 */
size_t utf8_count(struct str s);
size_t utf8_index(struct str s, size_t n);

/* Writes character c, a Unicode scalar value, to room and returns its length, 1 to 4. */
size_t utf8_put(char room[4], uint32_t c);

#endif
