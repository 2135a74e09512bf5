/* Words of a page followed through Markdown, character by character. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/errata/weave.h"

/* The bytes of the source that the words came from, a bar between those of each two characters. */
static const char *
woven(struct arena *a, const char *words, const char *source)
{
	const struct errata_weave *rows;
	struct str from = str_of(source), out = STR("");
	size_t n = errata_weave(a, str_of(words), from, 0, &rows);

	for (size_t i = 0; i < n; i++)
		out = arena_fmt(a, "%.*s%s%.*s", STR_ARG(out), i > 0 ? "|" : "",
		    STR_ARG(str_sub(from, rows[i].start, rows[i].end)));
	return out.p;
}

static void
marks_are_passed_over_and_every_character_has_its_bytes(void **state)
{
	(void)state;
	static const struct {
		const char *words, *source, *woven;
	} rows[] = {
	    {"abc", "abc", "a|b|c"},
	    {"abc", "a**b**c", "a|b|c"},
	    {"ab", "[a](https://example.org)b", "a|b"},
	    {"a b", "a\n  b", "a|\n  |b"},
	    {"a  b", "a b", "a| ||b"},
	    {"a*b", "a\\*b", "a|\\*|b"},
	    {"a&b", "a&amp;b", "a|&amp;|b"},
	    {"a&b", "a&b", "a|&|b"},
	    {"ёж", "*ёж*", "ё|ж"},
	    {"a [b]", "a [b]", "a| |[|b|]"},
	    {"ab", "a {{claim c1}}b", ""},
	    {"ab", "a", ""},
	    {"ab", "", ""},
	    {"ab", "xab", ""},
	    {"ab", "[a](never closed b", ""},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_string_equal(woven(a, rows[i].words, rows[i].source), rows[i].woven);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(marks_are_passed_over_and_every_character_has_its_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
