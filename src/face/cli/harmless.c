#include "face/cli/harmless.h"

#include "base/utf8.h"

/* What board.c colours with: see its inks. */
static const struct str allowed[] = {
    STR_INIT("\033[0m"),
    STR_INIT("\033[1m"),
    STR_INIT("\033[31m"),
    STR_INIT("\033[32m"),
    STR_INIT("\033[33m"),
    STR_INIT("\033[34m"),
    STR_INIT("\033[35m"),
    STR_INIT("\033[90m"),
};

/* Bytes of the colour that text begins with, 0 when it does not. */
static size_t
colour_at(struct str text)
{
	for (size_t i = 0; i < LENGTH(allowed); i++)
		if (str_starts(text, allowed[i]))
			return allowed[i].n;
	return 0;
}

static bool
steers(uint32_t c)
{
	return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) ||
	    (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void
harmless_put(struct buf *out, struct str text)
{
	size_t at = 0;

	while (at < text.n) {
		size_t start = at, colour = colour_at(str_sub(text, at, text.n));
		char shown[4];
		if (colour > 0) {
			at += colour;
			buf_put(out, str_sub(text, start, at));
			continue;
		}
		uint32_t c = utf8_next(text, &at);
		size_t n = utf8_put(shown, steers(c) ? UTF8_REPLACEMENT : c);
		buf_put(out, (struct str){shown, n});
	}
}
