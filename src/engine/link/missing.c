#include "engine/link/missing.h"

#include "base/utf8.h"

static const struct str words[] = {
#define LINK_MISSING(words) STR_INIT(words),
#include "engine/link/missing.def"
#undef LINK_MISSING
};

/* The small letter of c, of those that these words are written with. */
static uint32_t
small(uint32_t c)
{
	bool paired = (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F);

	if ((c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F))
		return c + 0x20;
	if (c >= 0x400 && c <= 0x40F)
		return c + 0x50;
	return paired ? c | 1 : c;
}

static bool
says(struct str cell, struct str word)
{
	size_t at = 0, in = 0;

	while (at < cell.n && in < word.n)
		if (small(utf8_next(cell, &at)) != utf8_next(word, &in))
			return false;
	return at == cell.n && in == word.n;
}

bool
missing_says(struct str cell)
{
	for (size_t i = 0; i < LENGTH(words); i++)
		if (says(cell, words[i]))
			return true;
	return cell.n == 0;
}
