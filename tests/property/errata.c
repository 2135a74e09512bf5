/*
 * A wording that is applied changes the words of its passage and nothing else: on texts made by
 * chance of words, marks, links, values, lists and quotations, for passages and wordings made by
 * chance too, the page reads then as before but for the passage.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "domain/errata/edit.h"
#include "domain/publication/publication.h"
#include "kit/markdown/markdown.h"

#define HEAD "---\ntitle: T\ndek: D\nbyline: B\n---\n"
#define TEXTS 400
#define PASSAGES 20 /* a text */
#define PIECES 24
#define LONGEST 24 /* bytes of a passage; all texts here are ASCII */

/* A text as written and as read: each byte that is read knows the one that it was written as. */
struct made {
	struct buf *written, *read;
	size_t from[4096], to[4096];
	bool fixed[4096]; /* in a value or a quotation */
};

static uint64_t
next(uint64_t *seed)
{
	uint64_t z = (*seed += UINT64_C(0x9e3779b97f4a7c15));
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static size_t
below(uint64_t *seed, size_t n)
{
	return (size_t)(next(seed) % n);
}

static void
put_mark(struct made *m, const char *mark)
{
	buf_put(m->written, str_of(mark));
}

/* One byte that is read as c. */
static void
put_read(struct made *m, const char *written, char c, bool fixed)
{
	m->from[m->read->n] = m->written->n;
	buf_put(m->written, str_of(written));
	m->to[m->read->n] = m->written->n;
	m->fixed[m->read->n] = fixed;
	buf_putc(m->read, c);
}

static void
put_words(struct made *m, const char *words, bool fixed)
{
	for (const char *c = words; *c != '\0'; c++)
		put_read(m, (const char[]){*c, '\0'}, *c, fixed);
}

static const char *const plain[] = {"police", "took", "people", "12", "square", "a", "old", "said",
    "near", "the", "(committee)", "9-10", "they", "e.g.", "it's"};

static const char *
word(uint64_t *seed)
{
	return plain[below(seed, LENGTH(plain))];
}

/* What may stand among words of a paragraph. */
static void
put_piece(struct made *m, uint64_t *seed, bool fixed)
{
	switch (below(seed, 9)) {
	case 0:
		put_mark(m, "*");
		put_words(m, word(seed), fixed);
		put_mark(m, "*");
		return;
	case 1:
		put_mark(m, "**");
		put_words(m, word(seed), fixed);
		put_read(m, " ", ' ', fixed);
		put_words(m, word(seed), fixed);
		put_mark(m, "**");
		return;
	case 2:
		put_mark(m, "[");
		put_words(m, word(seed), fixed);
		put_mark(m, "](https://example.org/the)");
		return;
	case 3:
		put_words(m, "{{claim c1}}", true);
		return;
	case 4:
		put_read(m, "\\*", '*', fixed);
		put_words(m, word(seed), fixed);
		return;
	case 5:
		put_words(m, word(seed), fixed);
		put_read(m, " &amp;", ' ', fixed);
		m->written->n -= 5; /* the entity is a character of its own */
		m->to[m->read->n - 1] = m->written->n;
		put_read(m, "&amp;", '&', fixed);
		return;
	default:
		put_words(m, word(seed), fixed);
	}
}

static void
put_paragraph(struct made *m, uint64_t *seed, bool fixed)
{
	size_t n = 1 + below(seed, PIECES);

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			put_read(m, below(seed, 8) == 0 && !fixed ? "\n" : " ", ' ', fixed);
		put_piece(m, seed, fixed);
	}
}

static void
make(struct arena *a, struct made *m, uint64_t *seed)
{
	static const char *const begins[] = {"", "", "", "## ", "- ", "> "};
	size_t n = 1 + below(seed, 4);

	m->written = buf_on(a);
	m->read = buf_on(a);
	put_mark(m, HEAD);
	for (size_t i = 0; i < n; i++) {
		size_t kind = below(seed, LENGTH(begins));
		put_mark(m, begins[kind]);
		put_words(m, "So", kind == 5);
		put_read(m, " ", ' ', kind == 5);
		if (kind == 3)
			put_words(m, word(seed), false);
		else
			put_paragraph(m, seed, kind == 5);
		put_read(m, "\n\n", '\n', false);
	}
}

/* The text as a reader reads it: words, values as written, a line end behind each block. */
static void
read_nodes(struct buf *out, const struct markdown *node)
{
	for (; node != NULL; node = node->next) {
		if (node->kind == MARKDOWN_WORDS)
			buf_put(out, node->text);
		if (node->kind == MARKDOWN_VALUE)
			buf_fmt(out, "{{%.*s}}", STR_ARG(node->text));
		read_nodes(out, node->first);
		if (node->kind == MARKDOWN_PARAGRAPH || node->kind == MARKDOWN_HEADING ||
		    (node->kind == MARKDOWN_ITEM && node->first->kind == MARKDOWN_WORDS))
			buf_putc(out, '\n');
	}
}

/* The marks of all parts in order, with addresses. */
static void
form_of(struct buf *out, const struct markdown *node)
{
	for (; node != NULL; node = node->next) {
		if (node->kind == MARKDOWN_WORDS)
			continue;
		buf_fmt(out, "(%d%.*s", (int)node->kind, STR_ARG(node->text));
		form_of(out, node->first);
		buf_putc(out, ')');
	}
}

static void
read_file(struct arena *a, struct str file, struct str *words, struct str *form)
{
	struct buf *w = buf_on(a), *f = buf_on(a);
	struct publication_draft draft;
	const struct markdown *body = NULL;
	struct err e;

	*words = *form = STR("");
	if (publication_draft_read(a, file, &draft, &e) < 0 ||
	    markdown_read(a, draft.text, &body, &e) < 0) {
		fail_msg("%s: %s", e.key, file.p);
		return;
	}
	read_nodes(w, body->first);
	form_of(f, body->first);
	*words = buf_str(w);
	*form = buf_str(f);
}

/* The passage with a byte changed, taken out or put in, a word more, or other words. */
static struct str
other_wording(struct arena *a, struct str words, uint64_t *seed)
{
	static const char *const hostile[] = {"*", "**b**", "[a](/b)", "{{claim c1}}", "<b>",
	    "&amp;", "\\", "`x`", "# ", "> ", "- ", "1. ", "_", "é", "—", "![p](/q)", "~~x~~", "|"};
	size_t at = below(seed, words.n + 1), end = at + below(seed, words.n - at + 1);
	const char *put = below(seed, 2) == 0 ? word(seed) : hostile[below(seed, LENGTH(hostile))];

	return arena_fmt(a, "%.*s%s%.*s", STR_ARG(str_sub(words, 0, at)), put,
	    STR_ARG(str_sub(words, end, words.n)));
}

/* As a page shows it: of each run of blanks the first, none before the end of a block. */
static struct str
shown(struct arena *a, struct str text)
{
	struct buf *out = buf_on(a);

	for (size_t i = 0; i < text.n; i++) {
		bool blank = text.p[i] == ' ';
		if (text.p[i] == '\n' && out->n > 0 && out->p[out->n - 1] == ' ')
			buf_cut(out, out->n - 1);
		if (!blank ||
		    (out->n > 0 && out->p[out->n - 1] != ' ' && out->p[out->n - 1] != '\n'))
			buf_putc(out, text.p[i]);
	}
	return buf_str(out);
}

/* Does the wording take away anything of a value or a quotation? */
static bool
touches_fixed(const struct made *m, size_t first, struct str words, struct str wording)
{
	size_t same = 0, last = 0;

	while (same < words.n && same < wording.n && words.p[same] == wording.p[same])
		same++;
	while (last < words.n - same && last < wording.n - same &&
	    words.p[words.n - last - 1] == wording.p[wording.n - last - 1])
		last++;
	for (size_t i = same; i < words.n - last; i++)
		if (m->fixed[first + i])
			return true;
	return false;
}

/* Returns whether the wording was applied. */
static bool
try(struct arena *a, const struct made *m, size_t first, size_t end, uint64_t *seed)
{
	struct str file = buf_str(m->written), read = buf_str(m->read);
	struct str words = str_sub(read, first, end), was, form, is, form_then;
	const struct errata_passage passage = {words, m->from[first], m->to[end - 1], true};
	struct str wording = str_trim(other_wording(a, words, seed));
	struct errata_edit edit;
	struct err e;

	if (errata_edit_make(a, file, passage, wording, &edit, &e) < 0)
		return false;
	read_file(a, file, &was, &form);
	read_file(a, errata_edit_apply(a, file, &edit), &is, &form_then);
	assert_true(str_eq(was, read));
	struct str expected = arena_fmt(a, "%.*s%.*s%.*s", STR_ARG(str_sub(read, 0, first)),
	    STR_ARG(wording), STR_ARG(str_sub(read, end, read.n)));
	if (!str_eq(shown(a, is), shown(a, expected)) || !str_eq(form, form_then) ||
	    touches_fixed(m, first, words, wording))
		fail_msg("\"%.*s\" for \"%.*s\" in\n%s gave\n%s", STR_ARG(wording), STR_ARG(words),
		    file.p, is.p);
	return true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n';
}

static void
nothing_but_the_passage_is_changed(void **state)
{
	(void)state;
	uint64_t seed = 20190609;
	size_t applied = 0, tried = 0;

	for (size_t t = 0; t < TEXTS; t++) {
		struct arena *a = arena_new();
		struct made *m = ARENA_NEW(a, struct made);
		make(a, m, &seed);
		for (size_t p = 0; p < PASSAGES; p++) {
			size_t first = below(&seed, m->read->n - 1);
			size_t left = m->read->n - 1 - first;
			size_t end = first + 1 + below(&seed, left < LONGEST ? left : LONGEST);
			if (is_blank(m->read->p[first]) || is_blank(m->read->p[end - 1]))
				continue;
			tried++;
			applied += try(a, m, first, end, &seed);
		}
		arena_free(a);
	}
	/* Many passages here have a value, a quotation or the end of a block in them. */
	assert_true(applied * 3 > tried);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_but_the_passage_is_changed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
