/*
 * markdown: a text in a small part of CommonMark as a tree of plain nodes.
 * Paragraphs, headings, lists, quotes, rules, emphasis, links, line breaks, and values:
 * what stands between {{ and }} on one line, kept as written for whoever knows what it
 * means ("\{\{" writes two braces). There is no raw HTML: "<b>" is text. Whatever
 * else CommonMark has (pictures, code) is refused by name, never dropped.
 */
#ifndef GUVOH_KIT_MARKDOWN_MARKDOWN_H
#define GUVOH_KIT_MARKDOWN_MARKDOWN_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define MARKDOWN_MAX (256 << 10) /* bytes of a text */
#define MARKDOWN_DEPTH 16        /* nodes inside each other */

enum markdown_kind {
	MARKDOWN_TEXT, /* the root */
	MARKDOWN_PARAGRAPH,
	MARKDOWN_HEADING,
	MARKDOWN_LIST,
	MARKDOWN_NUMBERED,
	MARKDOWN_ITEM,
	MARKDOWN_QUOTE,
	MARKDOWN_RULE,
	MARKDOWN_WORDS,
	MARKDOWN_EMPHASIS,
	MARKDOWN_STRONG,
	MARKDOWN_LINK,
	MARKDOWN_BREAK,
	MARKDOWN_VALUE,
};

struct markdown {
	enum markdown_kind kind;
	struct str text; /* WORDS; VALUE: between the braces; LINK: its address */
	int level;       /* HEADING: 1..6; NUMBERED: its first number */
	size_t line;     /* VALUE: of the text, from 1 */
	size_t value;    /* VALUE: which one in the text, from 0 */
	const struct markdown *first, *next; /* its first child, its next sibling */
};

/*
 * Reads text, which is valid UTF-8. The tree lies on a; text may go. An address is
 * http, https, mailto, a path or a place on the page.
 *
 * Returns 0 and sets *root; or -1, *root untouched, with ERR_INPUT markdown.brace (line:
 * "{{" without "}}", or nothing between), markdown.markup (line, what it is),
 * markdown.link (line, address), markdown.control (line), or ERR_LIMIT
 * markdown.long, markdown.deep (line).
 */
MUST_CHECK int markdown_read(
    struct arena *a, struct str text, const struct markdown **root, struct err *e);

#endif
