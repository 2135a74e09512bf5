/* Which of two words is the family's, where only the other names of the lists say so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/link/table.h"
#include "engine/link/wording.h"

static const struct str name[] = {STR_INIT("name")};

static struct table *
table_of(struct arena *a, const struct str *cells, size_t rows)
{
	const struct link_list list = {name, cells, 1, rows, false};
	const struct link_question q = {.lists = &list, .n_lists = 1};
	struct table *t = table_new(a, &q);

	t->columns[0].kind = LINK_NAME;
	return t;
}

static struct str
part(struct wording *w, const struct table *t, size_t row, size_t part_of)
{
	return wording_of(w, 0, part_of)[t->columns[0].of_row[row]];
}

#define assert_str(got, wanted) assert_true(str_eq(got, STR(wanted)))

static void
other_names_say_which_word_is_the_family_s(void **state)
{
	static const struct str cells[] = {STR_INIT("Дусгазиев Асан Маратович"),
	    STR_INIT("Дусгазиева Шынар Маратовна"), STR_INIT("Калмуратов Шынар"),
	    STR_INIT("Dusgazi Shynar"), STR_INIT("Shynar Dusgazi")};
	struct arena *a = arena_new();
	struct table *t = table_of(a, cells, LENGTH(cells));
	struct wording *w = wording_new(t, NULL);

	(void)state;
	for (size_t row = 3; row < 5; row++) {
		assert_str(part(w, t, row, 0), "xinar");
		assert_str(part(w, t, row, 1), "dusgaz");
		assert_true(wording_is_sure(w, 0, t->columns[0].of_row[row]));
	}
	wording_free(w);
	arena_free(a);
}

static void
where_nothing_says_so_the_family_is_last_and_it_is_not_sure(void **state)
{
	static const struct str cells[] = {STR_INIT("Asan Dusgazi"), STR_INIT("Marat Kintzhan")};
	struct arena *a = arena_new();
	struct table *t = table_of(a, cells, LENGTH(cells));
	struct wording *w = wording_new(t, NULL);

	(void)state;
	assert_str(part(w, t, 0, 0), "asan");
	assert_str(part(w, t, 1, 1), "kintjan");
	assert_false(wording_is_sure(w, 0, t->columns[0].of_row[0]));
	wording_free(w);
	arena_free(a);
}

static void
an_order_that_most_have_carries_those_nothing_is_known_of(void **state)
{
	static const struct str cells[] = {STR_INIT("Каримов Асан"), STR_INIT("Каримов Серик"),
	    STR_INIT("Сабитов Асан"), STR_INIT("Сабитов Серик"), STR_INIT("Karim Asan"),
	    STR_INIT("Karim Serik"), STR_INIT("Sabit Asan"), STR_INIT("Sabit Serik"),
	    STR_INIT("Dusgazi Marat")};
	struct arena *a = arena_new();
	struct table *t = table_of(a, cells, LENGTH(cells));
	struct wording *w = wording_new(t, NULL);

	(void)state;
	assert_str(part(w, t, 8, 0), "marat");
	assert_str(part(w, t, 8, 1), "dusgaz");
	wording_free(w);
	arena_free(a);
}

static void
of_several_telephones_the_first_counts(void **state)
{
	static const char *const first[] = {"87013992383, 8 702 100 00 00",
	    "+7 (701) 399-23-83; +7 702 100 00 00", "8701 3992383/87021000000", "7013992383"};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < LENGTH(first); i++)
		assert_str(wording_code(a, str_of(first[i])), "7013992383");
	assert_str(wording_code(a, STR("7513-19/3, 12")), "751319/3, 12");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(of_several_telephones_the_first_counts),
	    cmocka_unit_test(other_names_say_which_word_is_the_family_s),
	    cmocka_unit_test(where_nothing_says_so_the_family_is_last_and_it_is_not_sure),
	    cmocka_unit_test(an_order_that_most_have_carries_those_nothing_is_known_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
