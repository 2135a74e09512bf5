/* What stands between braces, and what a figure said, written and read again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "domain/publication/internal.h"

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

static struct publication_value
value_of(const char *text)
{
	struct publication_value v;
	struct err e;

	if (publication_value_read(arena, str_of(text), 7, &v, &e) < 0)
		fail_msg("%s: %s %s %s %s", text, e.key, e.arg[0], e.arg[1], e.arg[2]);
	assert_int_equal(v.line, 7);
	return v;
}

static void
a_value_is_a_name_a_subject_and_options(void **state)
{
	(void)state;
	struct publication_value v = value_of("claim c10");

	assert_int_equal(v.live, PUBLICATION_CLAIM);
	assert_true(str_eq(v.subject, STR("c10")));
	assert_int_equal(v.as, PUBLICATION_ALL);
	assert_int_equal(value_of("claim  c10   as=words ").as, PUBLICATION_WORDS);
	assert_int_equal(value_of("claim c10 as=who").as, PUBLICATION_WHO);
	assert_int_equal(value_of("board june-2019").live, PUBLICATION_BOARD);
	assert_int_equal(value_of("act a1").live, PUBLICATION_ACT);
}

static void
a_count_takes_the_columns_of_a_question(void **state)
{
	(void)state;
	struct publication_value v = value_of(
	    "count june place=almaty+nur-sultan days={2019-06-09,2019-06-12} "
	    "measure=punished time=\"until late morning\" believe=state assume=h1 as=figure");

	assert_int_equal(v.live, PUBLICATION_COUNT);
	assert_true(str_eq(v.question.place, STR("almaty+nur-sultan")));
	assert_true(str_eq(v.question.days, STR("{2019-06-09,2019-06-12}")));
	assert_true(str_eq(v.question.measure, STR("punished")));
	assert_true(str_eq(v.question.time, STR("until late morning")));
	assert_int_equal(v.question.n_believe, 1);
	assert_true(str_eq(v.question.believe[0], STR("state")));
	assert_true(str_eq(v.question.assume[0], STR("h1")));
	assert_int_equal(v.as, PUBLICATION_FIGURE);
	assert_int_equal(v.question.unit.n, 0);
}

static void
what_is_no_value_is_refused_with_the_nearest_name(void **state)
{
	(void)state;
	static const struct {
		const char *text, *key, *word, *near;
	} rows[] = {
	    {"clam c10", "publication.word_near", "clam", "claim"},
	    {"weather almaty", "publication.word", "weather", ""},
	    {"claim", "publication.value_needs", "claim", "ID"},
	    {"demands", "publication.value_needs", "demands", "EVENT"},
	    {"claim c10 place=almaty", "publication.word", "place", ""},
	    {"count e plase=a days=2019", "publication.word_near", "plase", "place"},
	    {"count e place=a", "publication.value_needs", "count e place=a", "days="},
	    {"count e place= days=2019", "publication.value_needs", "place", "=VALUE"},
	    {"claim c10 as=figur", "publication.word_near", "figur", "figure"},
	    {"board e x", "publication.word", "x", ""},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct publication_value v = {.line = 99};
		struct err e = {0};
		assert_int_equal(
		    publication_value_read(arena, str_of(rows[i].text), 7, &v, &e), -1);
		assert_string_equal(e.key, rows[i].key);
		assert_string_equal(e.arg[0], "7");
		assert_string_equal(e.arg[1], rows[i].word);
		assert_string_equal(e.arg[2], rows[i].near);
		assert_int_equal(v.line, 99);
	}
}

static void
what_a_figure_said_is_read_as_it_was_written(void **state)
{
	(void)state;
	static const struct str rows[] = {STR_INIT("c01 450-549"), STR_INIT("c02 >= 18")};
	const struct {
		struct publication_said said;
		const char *text;
	} cases[] = {
	    {{.whose = STR("")}, "-"},
	    {{.answered = true,
		 .reading = {.said = {450, 549}, .has_interval = true, .exactness = PHRASE_BOUND},
		 .whose = STR("ministry")},
		"450-549"},
	    {{.answered = true,
		 .reading = {.said = {700, INTERVAL_OPEN},
		     .has_interval = true,
		     .exactness = PHRASE_BOUND},
		 .whose = STR("")},
		">= 700"},
	    {{.answered = true,
		 .reading =
		     {.said = {957, 957}, .has_interval = true, .has_number = true, .number = 957},
		 .whose = STR("")},
		"957"},
	    {{.answered = true,
		 .reading = {.said = {0, INTERVAL_OPEN},
		     .exactness = PHRASE_VAGUE,
		     .modal = true,
		     .modal_number = 5000},
		 .whose = STR("")},
		"5000?"},
	    {{.whose = STR(""), .rows = rows, .n_rows = LENGTH(rows)}, "-"},
	};

	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct publication_said back;
		struct err e;
		struct json *written = publication_said_json(arena, &cases[i].said);
		assert_int_equal(publication_said_read(arena, written, &back, &e), 0);
		assert_true(publication_said_same(&cases[i].said, &back));
		assert_true(str_eq(publication_said_text(arena, &back), str_of(cases[i].text)));
		for (size_t k = 0; k < LENGTH(cases); k++)
			assert_int_equal(publication_said_same(&cases[k].said, &back), k == i);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_value_is_a_name_a_subject_and_options),
	    cmocka_unit_test(a_count_takes_the_columns_of_a_question),
	    cmocka_unit_test(what_is_no_value_is_refused_with_the_nearest_name),
	    cmocka_unit_test(what_a_figure_said_is_read_as_it_was_written),
	};

	return cmocka_run_group_tests_name("publication/values", tests, begin, end);
}
