/* The text of an article as browsers count it, and what in it is not its own words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "face/site/site_content.h"

static struct arena *a;

static int
begin(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static struct errata_page
read_page(const char *html)
{
	struct site_content content;

	if (!site_content_read(a, str_of(html), &content))
		fail_msg("no article: %s", html);
	return content.page;
}

static void
it_is_the_text_of_the_article_element_alone(void **state)
{
	(void)state;
	static const struct {
		const char *html, *text;
	} rows[] = {
	    {"<p>x</p><article>\n<h1>How?</h1>\n</article><p>y</p>", "\nHow?\n"},
	    {"<article class=\"x\"><p>a<br>b</p>c</article>", "abc"},
	    {"<article>a &lt;b&gt; &amp;amp; &#34;c&#39; &x; &</article>",
		"a <b> &amp; \"c' &x; &"},
	    {"<article><svg width=\"1\"><path d=\"M0\"/><text x=\"1\">5</text></svg>6</article>",
		"56"},
	    {"<article></article>", ""},
	};
	struct site_content none;

	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_string_equal(read_page(rows[i].html).text.p, rows[i].text);
	assert_false(site_content_read(a, STR("<p>x</p>"), &none));
	assert_false(site_content_read(a, STR("<article>cut off"), &none));
}

/* "TEXT=ID" of each figure, in order. */
static const char *
figures(const struct errata_page *page)
{
	struct str out = STR("");

	for (size_t i = 0; i < page->n; i++) {
		const struct errata_figure *f = &page->figures[i];
		struct str rest =
		    str_sub(page->text, utf8_index(page->text, f->start), page->text.n);
		struct str words = str_sub(rest, 0, utf8_index(rest, f->end - f->start));
		out = arena_fmt(a, "%.*s[%.*s=%.*s]", STR_ARG(out), STR_ARG(words), STR_ARG(f->id));
	}
	return out.p;
}

static void
what_is_not_the_articles_own_words_is_a_figure(void **state)
{
	(void)state;
	static const struct {
		const char *html, *figures;
	} rows[] = {
	    {"<article><h1>ж</h1><div class=\"text\"><p>ё</p></div></article>", ""},
	    {"<article><div class=\"text\">ж <a class=\"figure\" href=\"/en/x/claim/c1/\">500</a> "
	     "b</div></article>",
		"[500=claim c1]"},
	    {"<article><div class=\"text\"><a "
	     "href=\"/en/x/count/detained.almaty.2019/\">5</a></div>"
	     "</article>",
		"[5=count detained.almaty.2019]"},
	    {"<article><div class=\"text\"><a "
	     "href=\"https://x.org/claim/c1/\">5</a></div></article>",
		""},
	    {"<article><section id=\"act-a1\"><h2 id=\"act-a1-title\">A "
	     "detention</h2><p>seized</p></section>"
	     "<ul><li id=\"finding-f-1\">unlawful</li></ul></article>",
		"[A detentionseized=act a1][unlawful=finding f-1]"},
	    {"<article><div class=\"text\">a<details "
	     "class=\"behind\"><summary>s</summary>t</details>b"
	     "</div>c</article>",
		"[st=][c=]"},
	    {"<article><section class=\"board\">q<a class=\"words\" href=\"/en/x/claim/c2/\">r</a>"
	     "</section></article>",
		"[qr=][r=claim c2]"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		const struct errata_page page = read_page(rows[i].html);
		assert_string_equal(figures(&page), rows[i].figures);
	}
}

static void
a_block_is_a_paragraph_of_the_texts_own_words(void **state)
{
	(void)state;
	struct site_content content;
	struct str html =
	    STR("<article>\n<header><h1>ж?</h1>\n<p class=\"note\">old</p></header>"
		"<div class=\"text\"><p>a <a href=\"/x\">b</a>&amp;</p><ul><li>c</li>"
		"</ul><details><p>d</p></details></div><section>e</section></article>");
	static const char *const wanted[] = {"ж?", "a b&", "c"};

	assert_true(site_content_read(a, html, &content));
	assert_int_equal(content.n_blocks, LENGTH(wanted));
	for (size_t i = 0; i < LENGTH(wanted); i++) {
		struct str text = content.page.text;
		size_t from = utf8_index(text, content.blocks[i].start);
		size_t to = utf8_index(text, content.blocks[i].end);
		assert_true(str_eq(str_sub(text, from, to), str_of(wanted[i])));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_is_the_text_of_the_article_element_alone),
	    cmocka_unit_test(what_is_not_the_articles_own_words_is_a_figure),
	    cmocka_unit_test(a_block_is_a_paragraph_of_the_texts_own_words),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
