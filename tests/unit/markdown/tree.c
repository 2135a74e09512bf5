/* What a text becomes, node by node, and what is refused with its line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "kit/markdown/markdown.h"

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* "p[words em[more]]": the tree as one line. */
static void
put(struct buf *b, const struct markdown *node)
{
	static const char *const names[] = {
	    "", "p", "h", "ul", "ol", "li", "quote", "hr", "", "em", "strong", "a", "br", "value"};

	for (; node != NULL; node = node->next) {
		if (node->kind == MARKDOWN_WORDS) {
			buf_put(b, node->text);
			continue;
		}
		buf_fmt(b, "%s", names[node->kind]);
		if (node->kind == MARKDOWN_HEADING || node->kind == MARKDOWN_NUMBERED)
			buf_fmt(b, "%d", node->level);
		if (node->kind == MARKDOWN_LINK)
			buf_fmt(b, "(%.*s)", STR_ARG(node->text));
		if (node->kind == MARKDOWN_VALUE)
			buf_fmt(b, "%zu:%zu(%.*s)", node->value, node->line, STR_ARG(node->text));
		if (node->first == NULL)
			continue;
		buf_putc(b, '[');
		put(b, node->first);
		buf_putc(b, ']');
	}
}

static void
reads_as(const char *text, const char *wanted)
{
	const struct markdown *root;
	struct buf *b = buf_on(arena);
	struct err e;

	if (markdown_read(arena, str_of(text), &root, &e) < 0)
		fail_msg("%s: %s %s %s", text, e.key, e.arg[0], e.arg[1]);
	put(b, root->first);
	assert_string_equal(b->p, wanted);
}

static void
is_refused(
    const char *text, enum err_code code, const char *key, const char *line, const char *what)
{
	const struct markdown *root = NULL;
	struct err e = {0};

	assert_int_equal(markdown_read(arena, str_of(text), &root, &e), -1);
	assert_null(root);
	assert_int_equal(e.code, code);
	assert_string_equal(e.key, key);
	assert_string_equal(e.arg[0], line);
	assert_string_equal(e.arg[1], what);
}

static void
an_article_becomes_plain_nodes(void **state)
{
	(void)state;
	reads_as("", "");
	reads_as("One\nline.\n\nAnother.", "p[One line.]p[Another.]");
	reads_as("## What *happened*", "h2[What em[happened]]");
	reads_as("- one\n- **two**", "ul[li[one]li[strong[two]]]");
	reads_as("3. three\n\n   more\n4. four", "ol3[li[p[three]p[more]]li[p[four]]]");
	reads_as("> said\n\n---", "quote[p[said]]hr");
	reads_as("[a *b*](https://e.org/?a=1&amp;b=2)", "p[a(https://e.org/?a=1&b=2)[a em[b]]]");
	reads_as("a  \nb&nbsp;c", "p[abrb\u00A0c]");
}

static void
html_is_text(void **state)
{
	(void)state;
	reads_as("<script>alert(1)</script>", "p[<script>alert(1)</script>]");
	reads_as("a <b onclick=x>b</b> <!-- c -->", "p[a <b onclick=x>b</b> <!-- c -->]");
	reads_as("&#60;b&#62; &bogus;", "p[&#60;b&#62; &bogus;]");
}

static void
values_keep_their_words_line_and_number(void **state)
{
	(void)state;
	reads_as("At least {{ claim c10 }}.", "p[At least value0:1(claim c10).]");
	reads_as("# {{a}}\n\nx *{{b_c*d}}*\ny [{{e}}](/f)",
	    "h1[value0:1(a)]p[x em[value1:3(b_c*d)] y a(/f)[value2:4(e)]]");
	reads_as("{{a}}{{b}}", "p[value0:1(a)value1:1(b)]");
	reads_as("{{a {b}}} c", "p[value0:1(a {b}) c]");
	reads_as("\\{\\{a}}", "p[{{a}}]");
	reads_as("{{<b> & \"c\"}}", "p[value0:1(<b> & \"c\")]");
}

static void
what_cannot_be_published_is_refused_with_its_line(void **state)
{
	(void)state;
	is_refused("a\n{{b\n}}", ERR_INPUT, "markdown.brace", "2", "");
	is_refused("{{}}", ERR_INPUT, "markdown.brace", "1", "");
	is_refused("a\n\n![b](/c.png)", ERR_INPUT, "markdown.markup", "3", "![");
	is_refused("a\nb `c`", ERR_INPUT, "markdown.markup", "2", "`");
	is_refused("a\n\n```\nb\n```", ERR_INPUT, "markdown.markup", "4", "```");
	is_refused("a\n\n\n[b](javascript:c)", ERR_INPUT, "markdown.link", "4", "javascript:c");
	is_refused("[b](//e.org)", ERR_INPUT, "markdown.link", "1", "//e.org");
	is_refused("[b](data:text/html,x)", ERR_INPUT, "markdown.link", "1", "data:text/html,x");
	is_refused("[b](java&#115;cript:c)", ERR_INPUT, "markdown.link", "1", "java&#115;cript:c");
	is_refused("a\n\x01", ERR_INPUT, "markdown.control", "2", "");
	is_refused("a \xEE\x80\x80"
		   "0\xEE\x80\x81",
	    ERR_INPUT, "markdown.control", "1", "");
	is_refused(">>>>>>>>>>>>>>>>>> a", ERR_LIMIT, "markdown.deep", "1", "");
}

static void
a_text_that_is_too_long_is_refused(void **state)
{
	(void)state;
	char *text = arena_alloc(arena, MARKDOWN_MAX + 2);

	memset(text, 'a', MARKDOWN_MAX + 1);
	is_refused(text, ERR_LIMIT, "markdown.long", "", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_article_becomes_plain_nodes),
	    cmocka_unit_test(html_is_text),
	    cmocka_unit_test(values_keep_their_words_line_and_number),
	    cmocka_unit_test(what_cannot_be_published_is_refused_with_its_line),
	    cmocka_unit_test(a_text_that_is_too_long_is_refused),
	};

	return cmocka_run_group_tests_name("markdown", tests, begin, end);
}
