/* Sentences with what is filled in: numbers as people write them, and the form that goes with them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "face/say/message.h"

static void
says(enum lang lang, const char *key, const char *first, const char *wanted)
{
	struct arena *a = arena_new();
	struct str text = message_text(a, lang, str_of(key), str_of(first), STR("2\u20133"));

	assert_int_equal(text.n, str_of(wanted).n);
	assert_memory_equal(text.p, wanted, text.n);
	arena_free(a);
}

static void
a_number_stands_in_a_sentence_as_the_language_writes_it(void **state)
{
	(void)state;
	says(LANG_EN, "cli.link.one", "1740",
	    "2\u20133: one person is 1,740 times likelier than two");
	says(LANG_KK, "cli.link.for", "1740.5", "бір адамды қолдайды, 1\u202F740,5 есе");
}

static void
a_number_that_is_not_whole_has_its_own_form_in_russian(void **state)
{
	(void)state;
	says(LANG_RU, "cli.link.for", "5", "за одного человека, в 5 раз");
	says(LANG_RU, "cli.link.for", "1.5", "за одного человека, в 1,5 раза");
	says(LANG_RU, "cli.link.for", "1.1", "за одного человека, в 1,1 раза");
	says(LANG_EN, "cli.link.for", "1.0", "for one person, 1.0 times");
}

static void
what_is_no_number_stays_as_it_is(void **state)
{
	(void)state;
	says(LANG_RU, "cli.link.against", "{1}", "за двоих, в {1} раз");
	says(LANG_EN, "estimate.gate.lone_list", "2019",
	    "List \"2019\" shares nobody with any other: it may be about other people, another "
	    "place or another day.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_stands_in_a_sentence_as_the_language_writes_it),
	    cmocka_unit_test(a_number_that_is_not_whole_has_its_own_form_in_russian),
	    cmocka_unit_test(what_is_no_number_stays_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
