/* What the template compiler refuses, with the line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tplc.h"

struct row {
	const char *text; /* after "{{template x(struct str s)}}\n" */
	size_t line;
	const char *wrong; /* a part of it; NULL: taken */
};

static void
check(const struct row *row, const char *path)
{
	struct arena *a = arena_new();
	struct str text = arena_fmt(a, "{{template x(struct str s)}}\n%s", row->text);
	struct tplc c = tplc_begin(a);
	bool taken = tplc_file(&c, path, text) && tplc_finish(&c);

	if (taken != (row->wrong == NULL) ||
	    (!taken && (c.line != row->line || strstr(c.wrong, row->wrong) == NULL)))
		fail_msg("%s: %s in line %zu", row->text, taken ? "taken" : c.wrong, c.line);
	arena_free(a);
}

static void
values_stand_where_they_can_be_made_safe(void **state)
{
	(void)state;
	static const struct row rows[] = {
	    {"<p>{{s}}</p>", 0, NULL},
	    {"<p>\n<a {{s}}=\"x\">", 3, "in the quotes"},
	    {"<p>\n\n<{{s}}>", 4, "in a tag"},
	    {"<a{{s}}>", 2, "in a tag"},
	    {"<a href={{s}}>", 2, "not quoted"},
	    {"<a href=x>", 2, "not quoted"},
	    {"<!-- {{s}} -->", 2, "comment"},
	    {"<!doctype {{s}}>", 2, "in a tag"},
	    {"<p style=\"{{s}}\">", 2, "style"},
	    {"<p onclick=\"{{s}}\">", 2, "event"},
	    {"<p ONload=\"x\">", 2, "event"},
	    {"<script>{{s}}</script>", 2, "a script is"},
	    {"<script src=\"/a.js\">{{s}}</script>", 2, "script"},
	    {"<script src=\"/a.js\"></script>", 0, NULL},
	    {"<script src=\"/a.js\">x</script>", 2, "script"},
	    {"<script type=\"{{s}}\" src=\"/a.js\"></script>", 2, "never one"},
	    {"<style>p{}</style>", 2, "style"},
	    {"<iframe src=\"/\"></iframe>", 2, "frames"},
	    {"<svg><set to=\"x\"/></svg>", 2, "frames"},
	    {"<img srcset=\"{{s}}\">", 2, "never one"},
	    {"<meta http-equiv=\"refresh\">", 2, "http-equiv"},
	    {"</{{s}}>", 2, "in a tag"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		check(&rows[i], "x.html");
}

static void
addresses_show_that_they_are_some(void **state)
{
	(void)state;
	static const struct row rows[] = {
	    {"<a href=\"{{s}}\">x</a>", 0, NULL},
	    {"<a href=\"/en/{{s}}/\">x</a>", 0, NULL},
	    {"<a href=\"#{{s}}\">x</a>", 0, NULL},
	    {"<a href=\"java{{s}}\">x</a>", 2, "an address begins"},
	    {"<a href=\"//{{s}}\">x</a>", 2, "an address begins"},
	    {"<a href=\"javascript:x\">x</a>", 2, "an address begins"},
	    {"<a href=\"{{if s.n}}java{{end}}script:x\">x</a>", 2, "an address begins"},
	    {"<img src=\"https://example.org/a.png\" alt=\"\">", 2, "path of this site"},
	    {"<a href=\"{{say x.y}}\">x</a>", 2, "words stand in"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		check(&rows[i], "x.html");
}

static void
branches_end_in_one_place(void **state)
{
	(void)state;
	static const struct row rows[] = {
	    {"{{if s.n}}<b>{{end}}</b>", 2, "where it began"},
	    {"{{if s.n}}<b>x</b>{{else}}<i>{{end}}</i>", 2, "same place"},
	    {"<p title=\"{{if s.n}}\"{{end}}>", 2, "where it began"},
	    {"<p{{if s.n}} title=\"x\"{{end}}>x</p>", 0, NULL},
	    {"<p {{if s.n}}title=\"x\"{{end}}lang=\"y\">x</p>", 2, "blank is missing"},
	    {"<p {{each x in s.p[2]}}title=\"x\"{{end}}>x</p>", 2, "blank is missing"},
	    {"<p>\n{{if s.n}}\n", 3, "no {{end}}"},
	    {"{{end}}", 2, "no {{if}}"},
	    {"{{else}}", 2, "no {{if}}"},
	    {"{{each x in s.p[2]}}{{else}}{{end}}", 2, "no {{if}}"},
	    {"{{if s.n}}{{else}}{{else}}{{end}}", 2, "no {{if}}"},
	    {"<p>", 2, "not closed"},
	    {"<p></b>", 2, "innermost"},
	    {"<p title=\"", 2, "not closed"},
	    {"<br><p>x</p>", 0, NULL},
	    {"<p/>", 2, "closes nothing"},
	    {"<title><b></b></title>", 2, "&lt;"},
	    {"a < b", 2, "&lt;"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		check(&rows[i], "x.html");
}

static void
an_expression_is_one(void **state)
{
	(void)state;
	static const struct row rows[] = {
	    {"{{}}", 2, "missing"},
	    {"{{s); f(}}", 2, "not"},
	    {"{{s; f()}}", 2, "not an expression"},
	    {"{{s)}}", 2, "bracket"},
	    {"{{s}", 2, "without"},
	    {"{{s /* }}", 2, "not an expression"},
	    {"{{each s}}", 2, "expected {{each"},
	    {"{{each x in s}}", 2, "expected {{each"},
	    {"{{each x in ]}}", 2, "expected {{each"},
	    {"{{include y()}}", 2, "no such template"},
	    {"{{include y}}", 2, "expected {{include"},
	    {"<p title=\"{{include x(s)}}\">x</p>", 2, "between tags"},
	    {"{{include x(s)}}", 0, NULL},
	    {"{{say Key}}", 2, "not a key"},
	    {"{{say x.y 1 2 3 4 5 6 7}}", 2, "more than 6"},
	    {"{{json s}}", 2, "in data"},
	    {"{{template x(int y)}}", 2, "twice"},
	    {"{{template y}}", 2, "expected {{template"},
	    {"{{use a.h}}", 2, "before the first"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		check(&rows[i], "x.html");
}

static void
drawings_and_data(void **state)
{
	(void)state;
	static const struct row svg[] = {
	    {"<svg><a xlink:href=\"{{s}}\">x</a></svg>", 0, NULL},
	    {"<svg><a y:href=\"java{{s}}\">x</a></svg>", 2, "an address begins"},
	    {"<svg><script>x</script></svg>", 2, "a script"},
	    {"<s:script>x</s:script>", 2, "a script"},
	    {"<s:set/>", 2, "frames"},
	    {"<style>{{s}}</style>", 2, "script or style"},
	    {"<svg><![CDATA[x]]></svg>", 2, "&lt;"},
	};
	static const struct row json[] = {
	    {"{\"a\": {{json s}}}", 0, NULL},
	    {"{\"a\": {{s}}}", 2, "{{json E}}"},
	    {"{\"a\": \"{{json s}}\"}", 2, "string of JSON"},
	    {"{\"a\": \"\\\"{{json s}}\"}", 2, "string of JSON"},
	    {"{\"a", 2, "string of JSON"},
	};

	for (size_t i = 0; i < LENGTH(svg); i++)
		check(&svg[i], "x.svg");
	for (size_t i = 0; i < LENGTH(json); i++)
		check(&json[i], "x.json");
	check(&(struct row){"x", 1, "a template is a"}, "x.c");
	check(&(struct row){"<p>\r</p>", 1, "carriage return"}, "x.html");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(values_stand_where_they_can_be_made_safe),
	    cmocka_unit_test(addresses_show_that_they_are_some),
	    cmocka_unit_test(branches_end_in_one_place),
	    cmocka_unit_test(an_expression_is_one),
	    cmocka_unit_test(drawings_and_data),
	};

	return cmocka_run_group_tests_name("tpl/refuse", tests, NULL, NULL);
}
