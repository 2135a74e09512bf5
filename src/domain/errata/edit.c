#include "domain/errata/edit.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "domain/errata/outline.h"
#include "domain/errata/weave.h"

struct str
errata_edit_apply(struct arena *a, struct str file, const struct errata_edit *edit)
{
	struct buf *out = buf_on(a);

	buf_put(out, str_sub(file, 0, edit->from));
	buf_put(out, edit->put);
	buf_put(out, str_sub(file, edit->to, file.n));
	return buf_str(out);
}

struct str
errata_edit_live(struct str file, size_t from, size_t to)
{
	for (size_t at = 0; at < to;) {
		at += str_search(str_sub(file, at, file.n), STR("{{"));
		struct str rest = str_sub(file, at, file.n);
		size_t end = at + str_search(rest, STR("}}")) + 2;
		if (at < to && end > from) {
			rest = str_trim(str_sub(rest, 2, str_search(rest, STR("}}"))));
			size_t name = str_find(rest, ' ');
			return str_sub(
			    rest, 0, name + 1 + str_find(str_sub(rest, name + 1, rest.n), ' '));
		}
		at = end;
	}
	return STR("");
}

/* How many characters the texts have alike at their beginnings. */
static size_t
alike_first(struct str a, struct str b)
{
	size_t n = 0;

	for (size_t i = 0, k = 0; i < a.n && k < b.n; n++)
		if (utf8_next(a, &i) != utf8_next(b, &k))
			break;
	return n;
}

/* The same at their ends, of the last at most most characters. */
static size_t
alike_last(struct str a, struct str b, size_t most)
{
	size_t in_a = utf8_count(a), in_b = utf8_count(b), n = 0;

	for (; n < most; n++) {
		size_t i = utf8_index(a, in_a - n - 1), k = utf8_index(b, in_b - n - 1);
		if (utf8_next(a, &i) != utf8_next(b, &k))
			break;
	}
	return n;
}

/* Words as Markdown that reads as they do, wherever in a line. */
static struct str
escaped(struct arena *a, struct str words)
{
	static const struct str always = STR_INIT("\\`*_[]<>&{}"), first = STR_INIT("#+-=~");
	struct buf *out = buf_on(a);

	for (size_t i = 0; i < words.n; i++) {
		char c = words.p[i];
		if (str_find(always, c) < always.n || (i == 0 && str_find(first, c) < first.n))
			buf_putc(out, '\\');
		buf_putc(out, c);
	}
	return buf_str(out);
}

/* Is the byte in a line of the file whose text is Markdown: the dek's, or one behind all fields? */
static bool
is_markdown(struct str file, size_t at)
{
	size_t line = at;

	while (line > 0 && file.p[line - 1] != '\n')
		line--;
	return at >= str_search(file, STR("\n---\n")) + 5 ||
	    str_starts(str_sub(file, line, file.n), STR("dek: "));
}

/* A file before and after; how many bytes of words went, and what came. */
struct change {
	struct str before, after;
	size_t gone;
	struct str put;
	bool marked; /* also in quotation marks */
};

/* Is the change all that is different between the outlines of both files? */
static int
check_outlines(struct arena *a, const struct change *c, struct err *e)
{
	struct errata_outline was, is;
	struct err why;

	if (errata_outline_read(a, c->before, &was, e) < 0)
		return -1;
	if (errata_outline_read(a, c->after, &is, &why) < 0)
		return err_fail(e, ERR_CONFLICT, STR("errata.markup"));
	switch (errata_outline_differ(&was, &is, c->gone, c->put)) {
	case ERRATA_OUTLINE_WORDS:
		return 0;
	case ERRATA_OUTLINE_MARKED:
		return c->marked ? 0 : err_fail(e, ERR_CONFLICT, STR("errata.marked"));
	case ERRATA_OUTLINE_QUOTE:
		return err_fail(e, ERR_CONFLICT, STR("errata.quote"));
	default:
		return err_fail(e, ERR_CONFLICT, STR("errata.markup"));
	}
}

/* The bytes of characters first up to end of the passage; where both are one, the place there. */
static void
bytes_of(
    const struct errata_weave *rows, size_t n, size_t first, size_t end, size_t *from, size_t *to)
{
	*from = first < n ? rows[first].start : rows[n - 1].end;
	*to = end > first ? rows[end - 1].end : *from;
}

int
errata_edit_make(struct arena *a, struct str file, struct errata_passage passage,
    struct str wording, struct errata_edit *out, struct err *e)
{
	struct str words = passage.words, live = errata_edit_live(file, passage.from, passage.to);
	const struct errata_weave *rows;
	struct errata_edit edit;

	if (live.n > 0)
		return err_fail(e, ERR_CONFLICT, STR("errata.live"), live);
	if (str_eq(words, wording))
		return err_fail(e, ERR_INPUT, STR("errata.same"));
	size_t n = errata_weave(a, words, file, passage.from, &rows), m = utf8_count(wording);
	if (n == 0)
		return err_fail(e, ERR_CONFLICT, STR("errata.markup"));
	size_t first = alike_first(words, wording);
	size_t last = alike_last(words, wording, (n < m ? n : m) - first);
	struct str put =
	    str_sub(wording, utf8_index(wording, first), utf8_index(wording, m - last));
	bytes_of(rows, n, first, n - last, &edit.from, &edit.to);
	edit.put = is_markdown(file, edit.from) ? escaped(a, put) : put;
	const struct change change = {.before = file,
	    .after = errata_edit_apply(a, file, &edit),
	    .gone = utf8_index(words, n - last) - utf8_index(words, first),
	    .put = put,
	    .marked = passage.marked};
	if (check_outlines(a, &change, e) < 0)
		return -1;
	*out = edit;
	return 0;
}
