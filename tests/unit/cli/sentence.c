/* Sentences by key and language, and columns of text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "face/cli/column.h"
#include "face/cli/command.h"
#include "face/cli/harmless.h"
#include "face/cli/option.h"
#include "face/say/message.h"

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

static void
what_would_steer_a_terminal_is_shown_as_a_mark(void **state)
{
	(void)state;
	static const struct {
		const char *text, *shown;
	} rows[] = {
	    {"\033[34mS\033[0m 957", "\033[34mS\033[0m 957"},
	    {"a\033[2Jb\033]0;x\007", "a\uFFFD[2Jb\uFFFD]0;x\uFFFD"},
	    {"a\xC2\x9B"
	     "31mb\r\x7F",
		"a\uFFFD31mb\uFFFD\uFFFD"},
	    {"\xE2\x80\xAE"
	     "759",
		"\uFFFD759"},
	    {"қала\tсөз\n", "қала\tсөз\n"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct buf *out = buf_on(arena);
		harmless_put(out, str_of(rows[i].text));
		assert_string_equal(out->p, rows[i].shown);
	}
}

static void
sentence_is(struct str sentence, const char *wanted)
{
	assert_true(str_eq(sentence, str_of(wanted)));
}

static void
a_sentence_that_counts_takes_the_form_of_its_number(void **state)
{
	(void)state;
	static const struct {
		enum lang lang;
		const char *n, *wanted;
	} rows[] = {
	    {LANG_EN, "1", "1 claim added; unchanged: 0."},
	    {LANG_EN, "3,982", "3,982 claims added; unchanged: 0."},
	    {LANG_RU, "1", "Добавлено 1 утверждение; без изменений: 0."},
	    {LANG_RU, "22", "Добавлено 22 утверждения; без изменений: 0."},
	    {LANG_RU, "112", "Добавлено 112 утверждений; без изменений: 0."},
	    {LANG_KK, "22", "22 мәлімдеме қосылды; өзгеріссіз: 0."},
	};
	for (size_t i = 0; i < LENGTH(rows); i++)
		sentence_is(message_text(arena, rows[i].lang, STR("cli.import.done"),
				str_of(rows[i].n), STR("0")),
		    rows[i].wanted);
}

static void
a_failure_becomes_a_sentence_in_the_language(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;
	struct err e = {0};

	assert_int_equal(err_fail(&e, ERR_INPUT, STR("cli.option.value"), STR("--place")), -1);
	message_err(&b, LANG_RU, &e);
	assert_string_equal(
	    b.p, "параметру «--place» нужно значение: напишите его через пробел или «=»");
	buf_free(&b);
}

static void
braces_that_are_no_argument_stand_for_themselves(void **state)
{
	(void)state;
	sentence_is(message_text(arena, LANG_EN, STR("cli.opt.days")),
	    "when: 2019-06-09, 2019-06-09/2019-06-10, {2019-06-09,2019-06-12}");
}

static void
a_key_without_a_sentence_is_shown_with_its_arguments(void **state)
{
	(void)state;
	sentence_is(
	    message_text(arena, LANG_EN, STR("no.such_key"), STR("c10")), "no.such_key \"c10\"");
}

static void
the_language_is_read_from_names_of_locales(void **state)
{
	(void)state;
	enum lang lang;

	assert_true(message_lang_of(STR("ru_RU.UTF-8"), &lang));
	assert_int_equal(lang, LANG_RU);
	assert_true(message_lang_of(STR("kk"), &lang));
	assert_int_equal(lang, LANG_KK);
	assert_true(message_lang_of(STR("en-GB"), &lang));
	assert_false(message_lang_of(STR("C.UTF-8"), &lang));
	assert_false(message_lang_of(STR("rup"), &lang));
	assert_false(message_lang_of(STR(""), &lang));
}

static void
every_command_and_option_has_its_line_of_help(void **state)
{
	(void)state;
	for (size_t i = 0; i < command_count; i++)
		assert_non_null(message_find(command_table[i].key));
	for (size_t i = 0; i < OPTION_COUNT; i++)
		assert_non_null(message_find(option_table[i].key));
}

static void
the_table_is_in_order(void **state)
{
	(void)state;
	for (size_t i = 1; i < message_count; i++)
		assert_true(str_cmp(message_table[i - 1].key, message_table[i].key) < 0);
}

static void
text_is_cut_by_what_is_seen_not_by_bytes(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;

	assert_int_equal(column_fit(&b, STR("Генеральная прокуратура"), 12, true), 12);
	assert_string_equal(b.p, "Генеральная…");
	buf_cut(&b, 0);
	assert_int_equal(column_fit(&b, STR("Нұр-Сұлтан"), 10, true), 10);
	assert_string_equal(b.p, "Нұр-Сұлтан");
	buf_cut(&b, 0);
	column_fit(&b, STR("Prosecutor General's Office"), 13, false);
	assert_string_equal(b.p, "Prosecutor...");
	buf_cut(&b, 0);
	column_pad(&b, STR("Ұлт"), 5);
	assert_string_equal(b.p, "Ұлт  ");
	buf_free(&b);
}

static void
sentences_are_broken_at_blanks(void **state)
{
	(void)state;
	struct buf b = BUF_INIT;

	buf_put(&b, STR("! "));
	column_wrap(&b, STR("one two three averyveryverylongword four"), 2, 12);
	assert_string_equal(b.p, "! one two\n  three\n  averyveryverylongword\n  four\n");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_would_steer_a_terminal_is_shown_as_a_mark),
	    cmocka_unit_test(a_sentence_that_counts_takes_the_form_of_its_number),
	    cmocka_unit_test(a_failure_becomes_a_sentence_in_the_language),
	    cmocka_unit_test(braces_that_are_no_argument_stand_for_themselves),
	    cmocka_unit_test(a_key_without_a_sentence_is_shown_with_its_arguments),
	    cmocka_unit_test(the_language_is_read_from_names_of_locales),
	    cmocka_unit_test(every_command_and_option_has_its_line_of_help),
	    cmocka_unit_test(the_table_is_in_order),
	    cmocka_unit_test(text_is_cut_by_what_is_seen_not_by_bytes),
	    cmocka_unit_test(sentences_are_broken_at_blanks),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
