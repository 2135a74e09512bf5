/* What compiled templates write: each value inert in its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tpl_try.h"

#define HOSTILE "</title><script>\"'&\x1B"

static struct arena *arena;
static struct buf *out;
static struct tpl to;

/* Sentences as locale/ would hold them. */
static void
say(struct buf *b, enum lang lang, struct str key, const struct str *args, size_t count)
{
	(void)lang;
	if (str_eq(key, STR("try.of")))
		buf_fmt(b, "of <%.*s>", STR_ARG(args[0]));
	else if (str_eq(key, STR("try.both")))
		buf_fmt(b, "%.*s and %.*s", STR_ARG(args[0]), STR_ARG(args[1]));
	else
		buf_fmt(b, "%zu", count);
}

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	out = buf_on(arena);
	to = (struct tpl){.out = out, .lang = LANG_RU, .say = say};
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct try_page
page_of(const char *words)
{
	struct str text = str_of(words);

	return (struct try_page){
	    .title = text, .address = text, .part = text, .drawing = {STR("<svg></svg>")}};
}

static bool
wrote(const char *part)
{
	return strstr(out->p, part) != NULL;
}

static void
hostile_words_are_inert_in_every_place(void **state)
{
	(void)state;
	struct try_page page = page_of(HOSTILE);

	try_page(&to, &page);
	assert_true(wrote("<html lang=\"ru\">"));
	assert_true(wrote("<title>&lt;/title&gt;&lt;script&gt;&#34;&#39;&amp;\uFFFD</title>"));
	assert_true(wrote("<p>&lt;/title&gt;"));
	assert_true(
	    wrote("<p title='&lt;/title&gt;&lt;script&gt;&#34;&#39;&amp;\uFFFD' class=\"a\">"));
	assert_true(wrote("<a href=\"#\">whole"));
	assert_true(wrote("<a href=\"/en/%3C%2Ftitle%3E%3Cscript%3E%22%27%26%1B/?q=%3C%2Ftitle"));
	assert_true(wrote("<img src=\"#\""));
	assert_true(wrote(
	    "{\"headline\": \"\\u003c/title\\u003e\\u003cscript\\u003e\\\"'\\u0026\\u001b\"}"));
	assert_true(wrote("<figure><svg></svg></figure>"));
	assert_false(wrote("<script>"));
}

static void
an_address_is_a_path_or_has_one_of_three_schemes(void **state)
{
	(void)state;
	static const struct {
		const char *address, *link, *resource;
	} rows[] = {
	    {"https://example.org/a?b=1&c", "https://example.org/a?b=1&amp;c", "#"},
	    {"mailto:a@example.org", "mailto:a@example.org", "#"},
	    {"/en/june/", "/en/june/", "/en/june/"},
	    {"#c10", "#c10", "#"},
	    {"javascript:alert(1)", "#", "#"},
	    {"JavaScript:alert(1)", "#", "#"},
	    {" javascript:alert(1)", "#", "#"},
	    {"data:text/html,x", "#", "#"},
	    {"//example.org/", "#", "#"},
	    {"/\\example.org/", "#", "#"},
	    {"/\t/example.org/", "#", "#"},
	    {"june", "#", "#"},
	    {"", "#", "#"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct try_page page = page_of(rows[i].address);
		buf_cut(out, 0);
		try_page(&to, &page);
		struct str link = arena_fmt(arena, "<a href=\"%s\">whole", rows[i].link);
		struct str source = arena_fmt(arena, "<img src=\"%s\"", rows[i].resource);
		assert_true(wrote(link.p));
		assert_true(wrote(source.p));
	}
}

static void
an_empty_part_does_not_begin_the_name_of_a_host(void **state)
{
	(void)state;
	struct try_page page = page_of("");

	try_page(&to, &page);
	assert_true(wrote("href=\"/en/./?q=\""));
}

static void
branches_and_rows(void **state)
{
	(void)state;
	static const struct try_row rows[] = {{STR_INIT("a<b"), 3982}, {STR_INIT("ә"), -5}};
	struct try_page page = {.rows = rows};

	try_rows(&to, &page);
	assert_string_equal(out->p, "<p>nothing</p>\n");
	buf_cut(out, 0);
	page.n_rows = 1;
	try_rows(&to, &page);
	assert_string_equal(out->p, "<p>one</p>\n");
	buf_cut(out, 0);
	page.n_rows = 2;
	try_rows(&to, &page);
	assert_string_equal(out->p,
	    "<ol>\n"
	    "\t<li class=\"first\"><q>a&lt;b</q> 3982 3\u202F982</li>\n"
	    "\t<li><q>ә</q> -5 \u22125</li>\n"
	    "</ol>\n");
}

static void
attributes_come_and_go(void **state)
{
	(void)state;
	struct try_page page = page_of("x");

	page.marked = true;
	try_page(&to, &page);
	assert_true(wrote("<p title='x' class=\"a marked\" hidden>x</p>"));
}

static void
a_sentence_is_text_and_its_markup_stays(void **state)
{
	(void)state;
	struct try_page page = page_of("\x1A"
				       "0<i>");

	page.n_rows = 3982;
	try_said(&to, &page);
	assert_string_equal(out->p,
	    "<p title=\"of &lt;0&lt;i&gt;&gt;\">of &lt;<svg></svg>&gt; 3\u202F982 and 0&lt;i&gt; "
	    "0</p>");
}

static void
data_and_drawings_are_files_too(void **state)
{
	(void)state;
	struct try_page page = page_of("a\"\u2028");

	try_data(&to, &page);
	assert_string_equal(out->p, "{\"title\": \"a\\\"\\u2028\", \"rows\": 0}");
	buf_cut(out, 0);
	try_drawing(&to, STR("<&"));
	assert_true(wrote("<text x=\"1\">&lt;&amp;</text></svg>"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(hostile_words_are_inert_in_every_place, begin, end),
	    cmocka_unit_test_setup_teardown(
		an_address_is_a_path_or_has_one_of_three_schemes, begin, end),
	    cmocka_unit_test_setup_teardown(
		an_empty_part_does_not_begin_the_name_of_a_host, begin, end),
	    cmocka_unit_test_setup_teardown(branches_and_rows, begin, end),
	    cmocka_unit_test_setup_teardown(attributes_come_and_go, begin, end),
	    cmocka_unit_test_setup_teardown(a_sentence_is_text_and_its_markup_stays, begin, end),
	    cmocka_unit_test_setup_teardown(data_and_drawings_are_files_too, begin, end),
	};

	return cmocka_run_group_tests_name("tpl/write", tests, NULL, NULL);
}
