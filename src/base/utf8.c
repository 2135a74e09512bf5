#include "base/utf8.h"

#include <assert.h>
#include <string.h>

/* What a first byte allows (Unicode 15, table 3-7): length of the character and bounds of its
 * second byte. */
struct lead {
	uint8_t length, low, high;
};

static struct lead
lead_of(uint8_t c)
{
	if (c < 0x80)
		return (struct lead){1, 0, 0};
	if (c >= 0xC2 && c <= 0xDF)
		return (struct lead){2, 0x80, 0xBF};
	if (c == 0xE0)
		return (struct lead){3, 0xA0, 0xBF};
	if (c == 0xED)
		return (struct lead){3, 0x80, 0x9F};
	if (c >= 0xE1 && c <= 0xEF)
		return (struct lead){3, 0x80, 0xBF};
	if (c == 0xF0)
		return (struct lead){4, 0x90, 0xBF};
	if (c >= 0xF1 && c <= 0xF3)
		return (struct lead){4, 0x80, 0xBF};
	if (c == 0xF4)
		return (struct lead){4, 0x80, 0x8F};
	return (struct lead){0, 0, 0};
}

/* Length of the character at p, of which n > 0 bytes are left; 0 when it is none. */
static size_t
char_length(const uint8_t *p, size_t n)
{
	struct lead lead = lead_of(p[0]);

	if (lead.length <= 1)
		return lead.length;
	if (n < lead.length || p[1] < lead.low || p[1] > lead.high)
		return 0;
	for (size_t i = 2; i < lead.length; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return lead.length;
}

size_t
utf8_bad(struct str s)
{
	const uint8_t *p = (const uint8_t *)s.p;
	size_t i = 0;

	while (i < s.n) {
		uint64_t eight;
		while (s.n - i >= sizeof(eight)) {
			memcpy(&eight, p + i, sizeof(eight));
			if ((eight & 0x8080808080808080u) != 0)
				break;
			i += sizeof(eight);
		}
		/* Cyrillic is two bytes a letter. */
		while (s.n - i >= 2 && p[i] >= 0xC2 && p[i] <= 0xDF && (p[i + 1] & 0xC0) == 0x80)
			i += 2;
		if (i == s.n)
			break;
		size_t length = char_length(p + i, s.n - i);
		if (length == 0)
			return i;
		i += length;
	}
	return s.n;
}

bool
utf8_valid(struct str s)
{
	return utf8_bad(s) == s.n;
}

uint32_t
utf8_next(struct str s, size_t *at)
{
	assert(*at < s.n);
	const uint8_t *p = (const uint8_t *)s.p + *at;
	size_t length = char_length(p, s.n - *at);

	if (length == 0) {
		*at += 1;
		return UTF8_REPLACEMENT;
	}
	*at += length;
	if (length == 1)
		return p[0];
	uint32_t c = p[0] & (0x7Fu >> length);
	for (size_t i = 1; i < length; i++)
		c = c << 6 | (p[i] & 0x3Fu);
	return c;
}

size_t
utf8_index(struct str s, size_t n)
{
	size_t at = 0;

	while (n > 0 && at < s.n) {
		utf8_next(s, &at);
		n--;
	}
	return at;
}

size_t
utf8_count(struct str s)
{
	size_t n = 0;

	for (size_t at = 0; at < s.n; n++)
		utf8_next(s, &at);
	return n;
}

size_t
utf8_put(char room[4], uint32_t c)
{
	assert(c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF));
	if (c < 0x80) {
		room[0] = (char)c;
		return 1;
	}
	size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = length - 1; i > 0; i--) {
		room[i] = (char)(0x80 | (c & 0x3F));
		c >>= 6;
	}
	room[0] = (char)((0xF00u >> length & 0xFF) | c);
	return length;
}
