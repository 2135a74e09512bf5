#include "kit/lang/name_aside.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "kit/lang/fold.h"

static const struct str asides[] = {
#define NAME_ASIDE(words) STR_INIT(words),
#include "kit/lang/name_asides.def"
#undef NAME_ASIDE
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter_at(struct str text, size_t at)
{
	return at < text.n && fold_is_letter(utf8_next(text, &at));
}

/* Where a number ends that begins there; at: none does, but a word with a wrong letter ("0льга").
 */
static size_t
number_end(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.n && is_digit(text.p[end]))
		end++;
	return end - at == 1 && is_letter_at(text, end) ? at : end;
}

static size_t
bracket_end(struct str text, size_t at)
{
	size_t in = at + 1;

	if (at == text.n || text.p[at] != '(')
		return at;
	while (in < text.n && text.p[in] == ' ')
		in++;
	if (in == text.n)
		return text.n;
	size_t first = in;
	uint32_t c = utf8_next(text, &first);
	if (!is_digit(text.p[in]) && utf8proc_category((utf8proc_int32_t)c) != UTF8PROC_CATEGORY_LL)
		return at;
	in += str_find(str_sub(text, in, text.n), ')');
	return in < text.n ? in + 1 : in;
}

/* Does text go on with these words, in letters of any case, and then with no other letter? */
static bool
goes_on(struct str text, size_t at, struct str words)
{
	for (size_t in = 0; in < words.n;) {
		if (at == text.n)
			return false;
		utf8proc_int32_t c = (utf8proc_int32_t)utf8_next(text, &at);
		if (utf8proc_tolower(c) != (utf8proc_int32_t)utf8_next(words, &in))
			return false;
	}
	return !is_letter_at(text, at);
}

size_t
name_aside(struct str text, size_t at, bool named)
{
	size_t number = number_end(text, at);

	if (number > at)
		return named ? text.n : number;
	for (size_t i = 0; named && i < LENGTH(asides); i++)
		if (goes_on(text, at, asides[i]))
			return text.n;
	return bracket_end(text, at);
}
