#include "kit/lang/fold.h"

#include <assert.h>
#include <utf8proc.h>

#include "base/utf8.h"

/* Latin letters and the Cyrillic ones they are mistaken for. */
static const struct look_alike {
	uint16_t latin, cyrillic;
} look_alikes[] = {
    {'A', 0x410},
    {'B', 0x412},
    {'C', 0x421},
    {'E', 0x415},
    {'H', 0x41D},
    {'I', 0x406},
    {'K', 0x41A},
    {'M', 0x41C},
    {'O', 0x41E},
    {'P', 0x420},
    {'T', 0x422},
    {'X', 0x425},
    {'Y', 0x423},
    {'a', 0x430},
    {'c', 0x441},
    {'e', 0x435},
    {'h', 0x4BB},
    {'i', 0x456},
    {'o', 0x43E},
    {'p', 0x440},
    {'x', 0x445},
    {'y', 0x443},
};

struct points {
	int32_t *p;
	size_t n;
};

bool
fold_is_space(uint32_t c)
{
	return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029 ||
	    utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ZS;
}

bool
fold_is_dash(uint32_t c)
{
	return c == 0x2212 || utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_PD;
}

bool
fold_is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	if (c >= 0x410 && c <= 0x44F)
		return true;
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);

	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool
fold_is_invisible(uint32_t c)
{
	return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
}

static bool
is_cyrillic(int32_t c)
{
	return c >= 0x400 && c <= 0x52F;
}

/* Plain sign for a typographic quote, or c itself. */
static int32_t
plain_quote(int32_t c)
{
	if (c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) || c == 0x2033)
		return '"';
	if ((c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A || c == 0x2032)
		return '\'';
	return c;
}

/* The characters of text without invisible ones, with plain signs and single blanks. */
static struct points
plain_points(struct arena *a, struct str text)
{
	struct points out = {ARENA_ARRAY(a, int32_t, text.n + 1), 0};

	for (size_t at = 0; at < text.n;) {
		int32_t c = (int32_t)utf8_next(text, &at);
		if (fold_is_invisible((uint32_t)c))
			continue;
		if (fold_is_space((uint32_t)c)) {
			if (out.n > 0 && out.p[out.n - 1] == ' ')
				continue;
			c = ' ';
		} else if (fold_is_dash((uint32_t)c)) {
			c = '-';
		}
		out.p[out.n++] = plain_quote(c);
	}
	return out;
}

static int32_t
cyrillic_for(int32_t c)
{
	for (size_t i = 0; i < LENGTH(look_alikes); i++)
		if (look_alikes[i].latin == c)
			return look_alikes[i].cyrillic;
	return c;
}

/* True when a letter was changed. */
static bool
mend_mixed_words(struct points text)
{
	bool changed = false;

	for (size_t start = 0, end; start < text.n; start = end + 1) {
		bool cyrillic = false;
		for (end = start; end < text.n && fold_is_letter((uint32_t)text.p[end]); end++)
			cyrillic = cyrillic || is_cyrillic(text.p[end]);
		for (size_t i = start; cyrillic && i < end; i++) {
			int32_t c = cyrillic_for(text.p[i]);
			changed = changed || c != text.p[i];
			text.p[i] = c;
		}
	}
	return changed;
}

static struct str
encode(struct arena *a, struct points text)
{
	char *room = arena_alloc(a, text.n * 4 + 1);
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		n += utf8_put(room + n, (uint32_t)text.p[i]);
	return (struct str){room, n};
}

/* Case folding and canonical decomposition, then composition (NFC). */
static struct points
caseless(struct arena *a, struct str text)
{
	const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)text.p;
	const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD;
	utf8proc_ssize_t n = utf8proc_decompose(p, (utf8proc_ssize_t)text.n, NULL, 0, options);

	assert(n >= 0);
	struct points out = {ARENA_ARRAY(a, int32_t, (size_t)n + 1), 0};
	n = utf8proc_decompose(p, (utf8proc_ssize_t)text.n, out.p, n, options);
	assert(n >= 0);
	n = utf8proc_normalize_utf32(out.p, n, options);
	assert(n >= 0);
	out.n = (size_t)n;
	for (size_t i = 0; i < out.n; i++)
		if (out.p[i] == 0x451)
			out.p[i] = 0x435;
	return out;
}

/* What most letters of Russian, Kazakh and English fold to, and other ASCII; 0: see caseless. */
static uint32_t
fold_common(uint32_t c)
{
	static const struct {
		uint16_t first, last, distance;
	} capitals[] = {{'A', 'Z', 0x20}, {0x410, 0x42F, 0x20}, {0x406, 0x406, 0x50}};

	for (size_t i = 0; i < LENGTH(capitals); i++)
		if (c >= capitals[i].first && c <= capitals[i].last)
			return c + capitals[i].distance;
	if ((c >= ' ' && c <= '~') || (c >= 0x430 && c <= 0x44F) || c == 0x456)
		return c;
	if (c == 0x401 || c == 0x451)
		return 0x435;
	/* Here a capital is even, and its small letter follows it. */
	if ((c >= 0x492 && c <= 0x493) || (c >= 0x49A && c <= 0x49B) ||
	    (c >= 0x4A2 && c <= 0x4A3) || (c >= 0x4AE && c <= 0x4B1) ||
	    (c >= 0x4BA && c <= 0x4BB) || (c >= 0x4D8 && c <= 0x4D9) || (c >= 0x4E8 && c <= 0x4E9))
		return c | 1;
	return 0;
}

/*
 * The same as fold_text where every character is a common one and no word has letters of both
 * alphabets: nearly all that is written. False: it is not so.
 */
static bool
fold_quickly(struct arena *a, struct str text, struct str *out)
{
	char *room = arena_alloc(a, text.n + 1);
	bool latin = false, cyrillic = false;
	size_t n = 0;

	for (size_t at = 0; at < text.n;) {
		uint32_t c = utf8_next(text, &at);
		uint32_t folded = fold_common(c);
		if (folded == 0)
			return false;
		if (c == ' ' && n > 0 && room[n - 1] == ' ')
			continue;
		bool letter = fold_is_letter(c);
		latin = letter && (latin || c < 0x80);
		cyrillic = letter && (cyrillic || c >= 0x80);
		if (latin && cyrillic)
			return false;
		n += utf8_put(room + n, folded);
	}
	*out = (struct str){room, n};
	return true;
}

struct str
fold_text(struct arena *a, struct str text)
{
	struct str common;

	if (fold_quickly(a, text, &common))
		return common;
	struct points points = plain_points(a, text);

	mend_mixed_words(points);
	points = caseless(a, encode(a, points));
	/* İ folds to i and a dot: the i is Latin only now */
	if (mend_mixed_words(points))
		points = caseless(a, encode(a, points));
	return encode(a, points);
}
