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

/* Does put stand in text so that it covers the bytes first up to end? */
static bool
covers(struct str text, size_t first, size_t end, struct str put)
{
	for (size_t at = end > put.n ? end - put.n : 0; at <= first && at + put.n <= text.n; at++)
		if (str_eq(str_sub(text, at, at + put.n), put))
			return true;
	return false;
}

enum errata_outline_change
errata_outline_differ(const struct errata_outline *before, const struct errata_outline *after,
    size_t gone, struct str put)
{
	struct str b = before->text, a = after->text;
	size_t least = b.n < a.n ? b.n : a.n, first = 0, last = 0;

	while (first < least && b.p[first] == a.p[first])
		first++;
	while (last < least - first && b.p[b.n - last - 1] == a.p[a.n - last - 1])
		last++;
	struct str went = str_sub(b, first, b.n - last), came = str_sub(a, first, a.n - last);
	bool fits = b.n + put.n == a.n + gone || b.n + put.n == a.n + gone + 1;
	if (!fits || has_marks(went) || has_marks(came) || is_fixed(b, first) ||
	    !covers(a, first, a.n - last, put))
		return ERRATA_OUTLINE_FORM;
	return is_quoted(b, first) ? ERRATA_OUTLINE_QUOTE : ERRATA_OUTLINE_WORDS;
}
