/* What is different between two wordings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "face/say/word_diff.h"

static void
what_goes_stands_before_what_comes_for_it(void **state)
{
	(void)state;
	static const struct {
		const char *before, *after, *diff;
	} rows[] = {
	    {"The polise took him", "The police took him", "The |-polise |+police |took him"},
	    {"a b c", "a c", "a |-b |c"},
	    {"a c", "a b c", "a |+b |c"},
	    {"a b c d", "x y c d", "-a b |+x y |c d"},
	    {"", "a b", "+a b"},
	    {"a", "", "-a"},
	    {"", "", ""},
	    {"same words", "same words", "same words"},
	    {"12 человек", "13 человек", "-12 |+13 |человек"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena *a = arena_new();
		const struct word_diff *pieces;
		struct str out = STR("");
		size_t n = word_diff_of(a, str_of(rows[i].before), str_of(rows[i].after), &pieces);
		for (size_t k = 0; k < n; k++) {
			static const char *const marks[] = {"", "-", "+"};
			out = arena_fmt(a, "%.*s%s%s%.*s", STR_ARG(out), k > 0 ? "|" : "",
			    marks[pieces[k].kind], STR_ARG(pieces[k].text));
		}
		assert_string_equal(out.p, rows[i].diff);
		arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_goes_stands_before_what_comes_for_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
