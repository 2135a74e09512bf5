#include "base/utf8.h"
#include "domain/source/source.h"

#define CONTEXT 32 /* code points kept on each side of a passage */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Letters and digits of any script, near enough to see where a word ends: all but ASCII marks. */
static bool
is_word(struct str text, size_t at)
{
	if (at >= text.n)
		return false;
	unsigned char c = (unsigned char)text.p[at];
	if (c >= 0x80)
		return true;
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Bytes of text from at that read as words, blanks alike; 0 when they do not. */
static size_t
match_at(struct str text, size_t at, struct str words)
{
	size_t i = at, w = 0;

	while (w < words.n) {
		if (is_blank(words.p[w])) {
			if (i >= text.n || !is_blank(text.p[i]))
				return 0;
			while (w < words.n && is_blank(words.p[w]))
				w++;
			while (i < text.n && is_blank(text.p[i]))
				i++;
		} else if (i < text.n && text.p[i] == words.p[w]) {
			i++;
			w++;
		} else {
			return 0;
		}
	}
	return i - at;
}

static size_t
points(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

static struct str
before(struct str text, size_t at)
{
	size_t first = at;

	for (size_t n = 0; first > 0 && n < CONTEXT;) {
		first--;
		n += ((unsigned char)text.p[first] & 0xC0) != 0x80;
	}
	return str_sub(text, first, at);
}

static struct str
after(struct str text, size_t at)
{
	size_t end = at;

	for (size_t n = 0; end < text.n; end++) {
		n += ((unsigned char)text.p[end] & 0xC0) != 0x80;
		if (n > CONTEXT)
			break;
	}
	return str_sub(text, at, end);
}

bool
source_passage_find(struct str text, struct str words, struct source_passage *out)
{
	struct source_passage found = {.places = 0};

	words = str_trim(words);
	if (words.n == 0)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		if (is_word(text, i) && i > 0 && is_word(text, i - 1))
			continue;
		size_t n = match_at(text, i, words);
		if (n == 0 || (is_word(text, i + n) && is_word(text, i + n - 1)))
			continue;
		if (found.places++ == 0) {
			found.start = (int64_t)points(str_sub(text, 0, i));
			found.end = found.start + (int64_t)points(str_sub(text, i, i + n));
			found.prefix = before(text, i);
			found.suffix = after(text, i + n);
		}
	}
	if (found.places == 0)
		return false;
	*out = found;
	return true;
}
