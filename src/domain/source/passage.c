#include "base/utf8.h"
#include "domain/source/source.h"
#include "kit/lang/fold.h"

#define CONTEXT 32 /* code points kept on each side of a passage */

/* The character at byte at, a blank at the end of the text. */
static uint32_t
char_at(struct str text, size_t at)
{
	return at < text.n ? utf8_next(text, &at) : ' ';
}

/* Byte at which the character before byte at begins. */
static size_t
start_before(struct str text, size_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char)text.p[at] & 0xC0) == 0x80);
	return at;
}

/* The character that ends before byte at, a blank at the start of the text. */
static uint32_t
char_before(struct str text, size_t at)
{
	return at == 0 ? ' ' : char_at(text, start_before(text, at));
}

static size_t
skip_blanks(struct str text, size_t at)
{
	size_t next = at;

	while (at < text.n && fold_is_space(utf8_next(text, &next)))
		at = next;
	return at;
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* Do exactly three digits stand from byte at, as behind the blank of "10 400"? */
static bool
is_group(struct str text, size_t at)
{
	size_t n = 0;

	while (is_digit(char_at(text, at + n)))
		n++;
	return n == 3;
}

/* Does the separator that begins at byte at hold the digits on its sides together as one number? */
static bool
joins_digits(struct str text, size_t at)
{
	size_t end = at;
	uint32_t separator = at < text.n ? utf8_next(text, &end) : 0;

	if (!is_digit(char_before(text, at)) || !is_digit(char_at(text, end)))
		return false;
	return separator == ',' || separator == '.' ||
	    (fold_is_space(separator) && is_group(text, end));
}

/* Letters, digits and numbers like 1,957 go on; a guillemet or a dash of any script ends a word. */
static bool
goes_on(struct str text, size_t at)
{
	uint32_t left = char_before(text, at), right = char_at(text, at);
	bool left_word = fold_is_letter(left) || is_digit(left);
	bool right_word = fold_is_letter(right) || is_digit(right);

	return (left_word && right_word) || joins_digits(text, at) ||
	    (at > 0 && joins_digits(text, start_before(text, at)));
}

/* Bytes of text from at that read as words, blanks alike; 0 when they do not. */
static size_t
match_at(struct str text, size_t at, struct str words)
{
	size_t i = at, w = 0;

	while (w < words.n) {
		if (fold_is_space(char_at(words, w))) {
			if (i >= text.n || !fold_is_space(char_at(text, i)))
				return 0;
			w = skip_blanks(words, w);
			i = skip_blanks(text, i);
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
		size_t n = match_at(text, i, words);
		if (n == 0 || goes_on(text, i) || goes_on(text, i + n))
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
