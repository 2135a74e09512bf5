/* What a command line means: options, words, commands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "face/cli/command.h"
#include "face/cli/option.h"

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

/* words end with NULL; the program's name is put before them. */
static int
read_line(const char *const *words, struct option_line *line, struct err *e)
{
	static char name[] = "guvoh";
	char *argv[16] = {name};
	int argc = 1;

	for (; words[argc - 1] != NULL; argc++)
		argv[argc] = (char *)(uintptr_t)words[argc - 1];
	return option_read(arena, argc, argv, line, e);
}
#define READ(line, e, ...) read_line((const char *const[]){__VA_ARGS__, NULL}, (line), (e))

static void
options_and_words_come_in_any_order(void **state)
{
	(void)state;
	struct option_line line;
	struct err e = {0};

	assert_int_equal(READ(&line, &e, "-C", "demo", "claim", "add", "--lang=ru", "400",
			     "--place", "almaty", "--json"),
	    0);
	assert_int_equal(line.word_count, 3);
	assert_true(str_eq(line.words[2], STR("400")));
	assert_true(str_eq(option_of(&line, OPTION_DIR), STR("demo")));
	assert_true(str_eq(option_of(&line, OPTION_LANG), STR("ru")));
	assert_true(str_eq(option_of(&line, OPTION_PLACE), STR("almaty")));
	assert_true(option_has(&line, OPTION_JSON));
	assert_false(option_has(&line, OPTION_DAYS));
}

static void
a_letter_takes_its_value_with_or_without_a_blank(void **state)
{
	(void)state;
	struct option_line line;
	struct err e = {0};

	assert_int_equal(READ(&line, &e, "-Cdemo", "log"), 0);
	assert_true(str_eq(option_of(&line, OPTION_DIR), STR("demo")));
}

static void
what_follows_two_dashes_is_words(void **state)
{
	(void)state;
	struct option_line line;
	struct err e = {0};

	assert_int_equal(READ(&line, &e, "claim", "add", "--", "--json", "-"), 0);
	assert_int_equal(line.word_count, 4);
	assert_false(option_has(&line, OPTION_JSON));
}

static void
one_dash_is_a_word_and_a_value(void **state)
{
	(void)state;
	struct option_line line;
	struct err e = {0};

	assert_int_equal(READ(&line, &e, "claim", "add", "-", "--why", "-"), 0);
	assert_int_equal(line.word_count, 3);
	assert_true(str_eq(option_of(&line, OPTION_WHY), STR("-")));
}

static void
an_empty_value_is_a_value(void **state)
{
	(void)state;
	struct option_line line;
	struct err e = {0};

	assert_int_equal(READ(&line, &e, "add", "--title=", "--url", ""), 0);
	assert_true(option_has(&line, OPTION_TITLE));
	assert_int_equal(option_of(&line, OPTION_TITLE).n, 0);
}

static void
the_language_before_a_command_is_that_of_the_answer(void **state)
{
	(void)state;
	struct option_line line;
	struct err e = {0};

	assert_int_equal(
	    READ(&line, &e, "--lang", "kk", "count", "--parse", "x", "--lang", "ru"), 0);
	assert_true(str_eq(line.lang_before, STR("kk")));
	assert_true(str_eq(option_of(&line, OPTION_LANG), STR("ru")));
}

static void
lists_keep_every_value_in_order_and_others_refuse_a_second(void **state)
{
	(void)state;
	struct option_line line;
	struct err e = {0};

	assert_int_equal(READ(&line, &e, "count", "--believe", "state", "--believe=others"), 0);
	assert_int_equal(line.given[OPTION_BELIEVE].count, 2);
	assert_true(str_eq(line.given[OPTION_BELIEVE].values[1], STR("others")));
	assert_int_equal(READ(&line, &e, "count", "--place", "a", "--place", "b"), -1);
	assert_string_equal(e.key, "cli.option.twice");
}

static void
wrong_options_are_refused_by_name(void **state)
{
	(void)state;
	struct option_line line;
	struct err e = {0};

	assert_int_equal(READ(&line, &e, "count", "--plase", "almaty"), -1);
	assert_string_equal(e.key, "cli.option.unknown_near");
	assert_string_equal(e.arg[1], "--place");
	assert_int_equal(READ(&line, &e, "count", "--zzzzzz"), -1);
	assert_string_equal(e.key, "cli.option.unknown");
	assert_int_equal(READ(&line, &e, "count", "--place"), -1);
	assert_string_equal(e.key, "cli.option.value");
	assert_int_equal(READ(&line, &e, "count", "--json=yes"), -1);
	assert_string_equal(e.key, "cli.option.no_value");
	assert_int_equal(READ(&line, &e, "count", "-q"), -1);
	assert_string_equal(e.key, "cli.option.unknown");
	assert_int_equal(READ(&line, &e, "count", "\xff"), -1);
	assert_string_equal(e.key, "cli.utf8");
	assert_string_equal(e.arg[0], "2");
}

static void
commands_are_found_by_one_or_two_words(void **state)
{
	(void)state;
	const struct str words[] = {STR("claim"), STR("add"), STR("x")};
	const struct command *command;
	size_t used;
	struct err e = {0};

	assert_int_equal(command_find(words, 3, &command, &used, &e), 0);
	assert_int_equal(used, 2);
	assert_true(str_eq(command->sub, STR("add")));
	const struct str verify = STR("verify");
	assert_int_equal(command_find(&verify, 1, &command, &used, &e), 0);
	assert_int_equal(used, 1);
}

static void
commands_that_do_not_exist_are_answered_with_the_nearest(void **state)
{
	(void)state;
	const struct command *command;
	size_t used;
	struct err e = {0};
	const struct str near = STR("verfy"), far = STR("xyzzy");
	const struct str half[] = {STR("claim"), STR("")}, wrong[] = {STR("claim"), STR("ad")};

	assert_int_equal(command_find(&near, 1, &command, &used, &e), -1);
	assert_string_equal(e.key, "cli.command.unknown_near");
	assert_string_equal(e.arg[1], "verify");
	assert_int_equal(command_find(&far, 1, &command, &used, &e), -1);
	assert_string_equal(e.key, "cli.command.unknown");
	assert_int_equal(command_find(half, 1, &command, &used, &e), -1);
	assert_string_equal(e.key, "cli.command.which");
	assert_int_equal(command_find(wrong, 2, &command, &used, &e), -1);
	assert_string_equal(e.arg[1], "add");
}

static void
every_row_of_the_tables_can_be_used(void **state)
{
	(void)state;
	for (size_t i = 0; i < command_count; i++) {
		struct str rest = command_table[i].options;
		while (rest.n > 0) {
			struct str name = str_cut(&rest, ' ');
			size_t id = 0;
			while (id < OPTION_COUNT && !str_eq(option_table[id].name, name))
				id++;
			assert_true(id < OPTION_COUNT);
		}
		assert_true(command_table[i].least <= command_table[i].most);
	}
	for (size_t i = 0; i < OPTION_COUNT; i++)
		for (size_t j = i + 1; j < OPTION_COUNT; j++)
			assert_false(str_eq(option_table[i].name, option_table[j].name));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(options_and_words_come_in_any_order),
	    cmocka_unit_test(a_letter_takes_its_value_with_or_without_a_blank),
	    cmocka_unit_test(what_follows_two_dashes_is_words),
	    cmocka_unit_test(one_dash_is_a_word_and_a_value),
	    cmocka_unit_test(an_empty_value_is_a_value),
	    cmocka_unit_test(the_language_before_a_command_is_that_of_the_answer),
	    cmocka_unit_test(lists_keep_every_value_in_order_and_others_refuse_a_second),
	    cmocka_unit_test(wrong_options_are_refused_by_name),
	    cmocka_unit_test(commands_are_found_by_one_or_two_words),
	    cmocka_unit_test(commands_that_do_not_exist_are_answered_with_the_nearest),
	    cmocka_unit_test(every_row_of_the_tables_can_be_used),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
