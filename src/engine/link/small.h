/*
 * small: words of a table in any case, without memory of their own: ASCII and Cyrillic letters.
 */
#ifndef GUVOH_ENGINE_LINK_SMALL_H
#define GUVOH_ENGINE_LINK_SMALL_H

#include "base/utf8.h"

/* The small letter of c. */
static inline uint32_t
small_letter(uint32_t c)
{
	bool paired = (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F);

	if ((c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F))
		return c + 0x20;
	if (c >= 0x400 && c <= 0x40F)
		return c + 0x50;
	return paired ? c | 1 : c;
}

/* Is text that word, but for the case? */
static inline bool
small_same(struct str text, struct str word)
{
	size_t at = 0, in = 0;

	while (at < text.n && in < word.n)
		if (small_letter(utf8_next(text, &at)) != small_letter(utf8_next(word, &in)))
			return false;
	return at == text.n && in == word.n;
}

#endif
