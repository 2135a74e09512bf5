#include "domain/errata/weave.h"

#include "base/utf8.h"
#include "kit/lang/fold.h"

static const struct {
	struct str name;
	uint32_t c;
} entities[] = {
    {STR_INIT("&amp;"), '&'},
    {STR_INIT("&lt;"), '<'},
    {STR_INIT("&gt;"), '>'},
    {STR_INIT("&quot;"), '"'},
    {STR_INIT("&nbsp;"), 0xA0},
    {STR_INIT("&thinsp;"), 0x2009},
    {STR_INIT("&shy;"), 0xAD},
    {STR_INIT("&ndash;"), 0x2013},
    {STR_INIT("&mdash;"), 0x2014},
};

/* Byte behind the character that stands for c at byte at; at itself when none does. */
static size_t
take(struct str source, size_t at, uint32_t c)
{
	size_t next = at;

	for (size_t i = 0; i < LENGTH(entities); i++)
		if (entities[i].c == c &&
		    str_starts(str_sub(source, at, source.n), entities[i].name))
			return at + entities[i].name.n;
	return at < source.n && utf8_next(source, &next) == c ? next : at;
}

static size_t
skip_blanks(struct str text, size_t at)
{
	size_t next = at;

	while (at < text.n && fold_is_space(utf8_next(text, &next)))
		at = next;
	return at;
}

/* Byte behind the mark that begins at byte at; at itself when none does. */
static size_t
skip_mark(struct str source, size_t at)
{
	static const struct str marks = STR_INIT("*_\\[");

	if (at == source.n)
		return at;
	if (str_find(marks, source.p[at]) < marks.n)
		return at + 1;
	if (!str_starts(str_sub(source, at, source.n), STR("](")))
		return at;
	size_t close = at + str_find(str_sub(source, at, source.n), ')');
	return close == source.n ? at : close + 1;
}

/* The place of one character, or of a run of blanks, from byte at on; false: it is not there. A
 * backslash before a character goes with it. */
static bool
follow(struct str source, size_t at, uint32_t c, struct errata_weave *out)
{
	size_t start = at;

	for (;;) {
		size_t end = take(source, at, c);
		if (end == at && fold_is_space(c))
			end = skip_blanks(source, at);
		if (end > at) {
			*out = (struct errata_weave){start, end};
			return true;
		}
		size_t next = skip_mark(source, at);
		if (next == at)
			return false;
		start = source.p[at] == '\\' ? at : next;
		at = next;
	}
}

size_t
errata_weave(struct arena *a, struct str words, struct str source, size_t at,
    const struct errata_weave **out)
{
	struct errata_weave *rows = ARENA_ARRAY(a, struct errata_weave, utf8_count(words));
	bool blank = false; /* the character before is one, and stands for all that follow it */
	size_t n = 0;

	for (size_t i = 0; i < words.n; n++) {
		uint32_t c = utf8_next(words, &i);
		if (blank && fold_is_space(c)) {
			rows[n] = (struct errata_weave){at, at};
			continue;
		}
		if (!follow(source, at, c, &rows[n]))
			return 0;
		blank = fold_is_space(c);
		if (blank)
			rows[n].end = skip_blanks(source, rows[n].end);
		at = rows[n].end;
	}
	*out = rows;
	return n;
}
