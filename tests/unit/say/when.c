/* Dates of statements as people read them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "face/say/when.h"

static const struct {
	const char *edtf, *text[LANG_COUNT];
} rows[] = {
    {"2019-06-12", {"12 June 2019", "12 июня 2019\u00A0г.", "2019\u00A0ж. 12 маусым"}},
    {"2019-06", {"June 2019", "июнь 2019\u00A0г.", "2019\u00A0ж. маусым"}},
    {"2019-06-XX", {"June 2019", "июнь 2019\u00A0г.", "2019\u00A0ж. маусым"}},
    {"{2019-06-09,2019-06-10,2019-06-12}",
	{"9–10 June, 12 June 2019", "9–10 июня, 12 июня 2019\u00A0г.",
	    "2019\u00A0ж. 9–10 маусым, 12 маусым"}},
    {"{2019-12-31,2020-06-09}",
	{"31 December 2019, 9 June 2020", "31 декабря 2019\u00A0г., 9 июня 2020\u00A0г.",
	    "2019\u00A0ж. 31 желтоқсан, 2020\u00A0ж. 9 маусым"}},
    {"../2019-06-11",
	{"by 11 June 2019", "до 11 июня 2019\u00A0г. включительно",
	    "2019\u00A0ж. 11 маусым күніне дейін қоса алғанда"}},
    {"2019-06-13/..",
	{"since 13 June 2019", "с 13 июня 2019\u00A0г.", "2019\u00A0ж. 13 маусым күнінен бастап"}},
    {"2019-06-09?", {"9 June 2019?", "9 июня 2019\u00A0г.?", "2019\u00A0ж. 9 маусым?"}},
    {"2019-06-09~",
	{"about 9 June 2019", "примерно 9 июня 2019\u00A0г.", "шамамен 2019\u00A0ж. 9 маусым"}},
    {"2019-21", {"spring 2019", "весна 2019\u00A0г.", "2019\u00A0ж. көктемі"}},
    {"2019-24?", {"winter 2019?", "зима 2019\u00A0г.?", "2019\u00A0ж. қысы?"}},
    {"[2019-06-09,2019-06-12]",
	{"one of: 9 June, 12 June 2019", "одно из: 9 июня, 12 июня 2019\u00A0г.",
	    "біреуі: 2019\u00A0ж. 9 маусым, 12 маусым"}},
    {"2019-06-01T02:30:00+06:00",
	{"1 June 2019, 02:30:00+06:00", "1 июня 2019\u00A0г., 02:30:00+06:00",
	    "2019\u00A0ж. 1 маусым, 02:30:00+06:00"}},
    {"2019-06-13/",
	{"since 13 June 2019 (the other end is not known)",
	    "с 13 июня 2019\u00A0г. (другой конец неизвестен)",
	    "2019\u00A0ж. 13 маусым күнінен бастап (екінші шегі белгісіз)"}},
    {"-0044-03-15", {"-0044-03-15", "-0044-03-15", "-0044-03-15"}},
    {"", {"", "", ""}},
    {"some day", {"some day", "some day", "some day"}},
};

static void
a_date_is_written_as_each_language_writes_it(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	size_t wrong = 0;

	for (size_t i = 0; i < LENGTH(rows); i++)
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct str text = when_text(a, str_of(rows[i].edtf), (enum lang)lang);
			if (str_eq(text, str_of(rows[i].text[lang])))
				continue;
			print_error("%s: %.*s\n", rows[i].edtf, STR_ARG(text));
			wrong++;
		}
	arena_free(a);
	assert_int_equal(wrong, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_date_is_written_as_each_language_writes_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
