#include "domain/errata/outline.h"

#include "base/buf.h"
#include "domain/publication/publication.h"
#include "kit/markdown/markdown.h"

/* A part begins, ends; behind both stands a letter for its kind. An address or value: to its end.
 */
#define BEGIN '\x01'
#define END '\x02'
#define FIXED '\x03'
#define FREE '\x04'

static char
letter(enum markdown_kind kind)
{
	return (char)('A' + (int)kind);
}

static void
put_fixed(struct buf *out, struct str text)
{
	buf_putc(out, FIXED);
	buf_put(out, text);
	buf_putc(out, FREE);
}

static void
put_nodes(struct buf *out, const struct markdown *node)
{
	for (; node != NULL; node = node->next) {
		if (node->kind == MARKDOWN_WORDS) {
			buf_put(out, node->text);
			continue;
		}
		buf_fmt(out, "%c%c%d", BEGIN, letter(node->kind), node->level);
		put_fixed(out, node->text);
		put_nodes(out, node->first);
		buf_fmt(out, "%c%c", END, letter(node->kind));
	}
}

int
errata_outline_read(struct arena *a, struct str file, struct errata_outline *out, struct err *e)
{
	struct publication_draft draft;
	struct buf *text = buf_on(a);
	const struct markdown *dek, *body;

	if (publication_draft_read(a, file, &draft, e) < 0 ||
	    markdown_read(a, draft.field[PUBLICATION_DEK], &dek, e) < 0 ||
	    markdown_read(a, draft.text, &body, e) < 0)
		return -1;
	for (size_t i = 0; i < PUBLICATION_FIELDS; i++) {
		buf_fmt(text, "%c%c", BEGIN, (int)('a' + i));
		if (i == PUBLICATION_DEK)
			put_nodes(text, dek->first);
		else
			buf_put(text, draft.field[i]);
	}
	put_nodes(text, body->first);
	out->text = buf_str(text);
	return 0;
}

static bool
has_marks(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] >= BEGIN && text.p[i] <= FREE)
			return true;
	return false;
}

/* Is byte at of the outline in an address, a value or the kind of a part? */
static bool
is_fixed(struct str text, size_t at)
{
	while (at > 0 && (text.p[at - 1] < BEGIN || text.p[at - 1] > FREE))
		at--;
	return at > 0 && text.p[at - 1] == FIXED;
}

static bool
is_quoted(struct str text, size_t at)
{
	int depth = 0;

	for (size_t i = 0; i + 1 < at; i++)
		if (text.p[i + 1] == letter(MARKDOWN_QUOTE))
			depth += (text.p[i] == BEGIN) - (text.p[i] == END);
	return depth > 0;
}

/* The quotation marks of a running text: what opens, what closes, the same where one does both. */
static const struct {
	struct str opens, closes;
} quotes[] = {{STR_INIT("«"), STR_INIT("»")}, {STR_INIT("“"), STR_INIT("”")},
    {STR_INIT("„"), STR_INIT("“")}, {STR_INIT("\""), STR_INIT("\"")}};

/* Does a pair of one kind of marks stand around byte at, or a mark in at up to end? line begins the
 * paragraph. */
static bool
is_between(struct str text, size_t line, size_t at, size_t end, size_t kind)
{
	struct str opens = quotes[kind].opens, closes = quotes[kind].closes;
	bool open = false;

	for (size_t i = line; i < end; i++) {
		struct str rest = str_sub(text, i, text.n);
		bool closing = open && str_starts(rest, closes);
		if (!closing && !(!open && str_starts(rest, opens)))
			continue;
		if (i >= at)
			return true;
		open = !closing;
	}
	return open && str_search(str_sub(text, end, text.n), closes) < text.n - end;
}

static bool
is_marked(struct str text, size_t at, size_t end)
{
	size_t line = at;

	/* Emphasis goes on in the same paragraph; anything else begins one. */
	while (line > 1 &&
	    !(text.p[line - 2] == BEGIN && text.p[line - 1] == letter(MARKDOWN_PARAGRAPH)))
		line--;
	for (size_t kind = 0; kind < LENGTH(quotes); kind++)
		if (is_between(text, line, at, end, kind))
			return true;
	return false;
}

/* How many bytes both have alike at their beginnings, and at their ends. */
static void
alike(struct str a, struct str b, size_t *first, size_t *last)
{
	size_t least = a.n < b.n ? a.n : b.n;

	*first = *last = 0;
	while (*first < least && a.p[*first] == b.p[*first])
		++*first;
	while (*last < least && a.p[a.n - *last - 1] == b.p[b.n - *last - 1])
		++*last;
}

enum errata_outline_change
errata_outline_differ(const struct errata_outline *before, const struct errata_outline *after,
    size_t gone, struct str put)
{
	struct str b = before->text, a = after->text;
	size_t went = b.n + put.n - a.n, first, last;

	if (b.n + put.n < a.n || (went != gone && went != gone + 1) || has_marks(put))
		return ERRATA_OUTLINE_FORM;
	alike(b, a, &first, &last);
	/* Words that begin as what follows them do may have come before or behind it. */
	for (size_t at = first + 1; at-- > 0 && at + went + last >= b.n;) {
		if (at + went > b.n || at + put.n > a.n || is_fixed(b, at) ||
		    !str_eq(str_sub(a, at, at + put.n), put) ||
		    has_marks(str_sub(b, at, at + went)))
			continue;
		return is_quoted(b, at)           ? ERRATA_OUTLINE_QUOTE
		    : is_marked(b, at, at + went) ? ERRATA_OUTLINE_MARKED
						  : ERRATA_OUTLINE_WORDS;
	}
	return ERRATA_OUTLINE_FORM;
}
