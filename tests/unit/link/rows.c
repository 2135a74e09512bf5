/* Rows that say the same: one person where lists are copies of each other, several where a name is
 * all that is said and many bear it; and what decides is drawn and asked about like all else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/link/hash.h"
#include "engine/link/link.h"

#define PEOPLE 400
#define NAMES 16 /* given names, and family names: few, so that much goes together by chance */
#define WIDTH 3

static const struct str names[WIDTH] = {STR_INIT("family"), STR_INIT("given"), STR_INIT("year")};
static const struct link_said said[] = {{STR_INIT("family"), LINK_FAMILY, LINK_EVERY},
    {STR_INIT("given"), LINK_GIVEN, LINK_EVERY}, {STR_INIT("year"), LINK_DATE, LINK_EVERY}};
static const char *const givens[NAMES] = {"Aigul", "Marat", "Dana", "Serik", "Zhanna", "Timur",
    "Asel", "Nurlan", "Saule", "Bolat", "Gulnara", "Yerlan", "Madina", "Kairat", "Ruslan", "Olga"};
static const char *const families[NAMES] = {"Akhmetov", "Ospan", "Sadykov", "Kim", "Ivanov",
    "Abenov", "Dosov", "Musin", "Omarov", "Baizhan", "Tulegen", "Karimov", "Ergali", "Petrov",
    "Zhumagul", "Satbay"};

/* A person by number; years is how many years of birth there are, 0: none is said. */
static void
row_make(struct arena *a, struct str *cells, uint64_t person, size_t years)
{
	uint64_t draw = hash_mix(person);

	cells[0] = arena_fmt(a, "%s", families[draw % NAMES]);
	cells[1] = arena_fmt(a, "%s", givens[(draw >> 8) % NAMES]);
	cells[2] = years == 0 ? STR("") : arena_fmt(a, "%d", 1940 + (int)((draw >> 16) % years));
}

static struct link_result
linked(struct arena *a, uint64_t first, uint64_t second, size_t years)
{
	struct link_list *lists = ARENA_ARRAY(a, struct link_list, 2);
	struct link_result r;
	struct err e = {0};

	for (size_t i = 0; i < 2; i++) {
		struct str *cells = ARENA_ARRAY(a, struct str, PEOPLE * WIDTH);
		for (size_t p = 0; p < PEOPLE; p++)
			row_make(a, cells + p * WIDTH, (i == 0 ? first : second) + p, years);
		lists[i] = (struct link_list){
		    .names = names, .cells = cells, .width = WIDTH, .rows = PEOPLE};
	}
	const struct link_question q = {
	    .lists = lists, .n_lists = 2, .said = said, .n_said = LENGTH(said)};
	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	return r;
}

static void
two_copies_of_a_list_are_as_many_people_as_one(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_result r = linked(a, 1, 1, 60);
	size_t joined = 0;

	for (size_t p = 0; p < PEOPLE; p++)
		joined += r.cluster[p] == r.cluster[PEOPLE + p];
	assert_int_equal(joined, PEOPLE);
	assert_true(r.clusters >= PEOPLE * 97 / 100);
	assert_true(link_why(a, &r, 0, PEOPLE).total > 0);
	arena_free(a);
}

static void
names_that_many_bear_are_no_person_by_themselves(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_result r = linked(a, 1, 100001, 0);

	assert_true(r.clusters >= (size_t)2 * PEOPLE * 97 / 100);
	arena_free(a);
}

/* Sixteen names, nineteen rows each. */
static void
few_names_are_not_few_people(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str *cells = ARENA_ARRAY(a, struct str, 304);
	static const struct str name[] = {STR_INIT("name")};
	struct link_result r;
	struct err e = {0};

	for (size_t i = 0; i < 304; i++)
		cells[i] = arena_fmt(a, "%s %s", families[i % 4], givens[i / 4 % 4]);
	const struct link_list list = {.names = name, .cells = cells, .width = 1, .rows = 304};
	const struct link_said is_name = {STR("name"), LINK_NAME, 0};
	const struct link_question q = {
	    .lists = &list, .n_lists = 1, .said = &is_name, .n_said = 1};
	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	assert_int_equal(r.clusters, 304);
	arena_free(a);
}

/* Sixteen names that are as common, twice each: a cut joins all or none of them. */
static void
draws_join_some_of_what_is_as_likely(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str cells[2 * NAMES];
	uint32_t cluster[2 * NAMES];
	static const struct str name[] = {STR_INIT("name")};
	const struct link_said is_name = {STR("name"), LINK_NAME, 0};
	struct link_result r;
	struct err e = {0};
	size_t some = 0;

	for (size_t i = 0; i < LENGTH(cells); i++)
		cells[i] = arena_fmt(a, "%s %s", families[i % 4], givens[i / 4 % 4]);
	const struct link_list list = {
	    .names = name, .cells = cells, .width = 1, .rows = LENGTH(cells)};
	const struct link_question q = {
	    .lists = &list, .n_lists = 1, .said = &is_name, .n_said = 1};
	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	for (uint64_t seed = 1; seed <= 40; seed++) {
		size_t count = link_sample(&r, seed, cluster), pairs = 0;
		for (size_t i = 0; i < NAMES; i++)
			pairs += cluster[i] == cluster[NAMES + i];
		some += pairs > 0 && pairs < NAMES && count == 2 * NAMES - pairs;
	}
	assert_true(some > 0);
	arena_free(a);
}

/* Half of the second list is half of the first, and a year that a list has is one of ten. */
static void
what_decides_of_rows_that_say_the_same_is_drawn_and_asked_about(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_result r = linked(a, 1, PEOPLE / 2, 10);
	uint32_t *cluster = ARENA_ARRAY(a, uint32_t, r.rows);
	size_t least = SIZE_MAX, most = 0, n = PEOPLE, of_same = 0;

	for (uint64_t seed = 1; seed <= 20; seed++) {
		size_t count = link_sample(&r, seed, cluster);
		least = count < least ? count : least;
		most = count > most ? count : most;
	}
	assert_true(least < most);
	const struct link_doubt *doubts = link_doubts(a, &r, &n);
	for (size_t i = 0; i < n; i++) {
		struct link_why why = link_why(a, &r, doubts[i].x, doubts[i].y);
		bool same = why.count == WIDTH;
		for (size_t k = 0; k < why.count; k++)
			same = same && str_eq(why.reasons[k].level, STR("same"));
		of_same += same;
		assert_true(i == 0 ||
		    doubts[i].odds * doubts[i].odds >= doubts[i - 1].odds * doubts[i - 1].odds);
		assert_int_equal(
		    doubts[i].joined, r.cluster[doubts[i].x] == r.cluster[doubts[i].y]);
	}
	assert_true(of_same > 0);
	arena_free(a);
}

/* Two rows that say a year alone, or a year and a word for "unknown", are nobody in particular. */
static void
rows_that_name_nobody_are_not_taken_for_one(void **state)
{
	static const struct str who[][2] = {{STR_INIT("НЕИЗВЕСТНАЯ"), STR_INIT("1990")},
	    {STR_INIT("Белгісіз"), STR_INIT("1990")}, {STR_INIT("-"), STR_INIT("1990")},
	    {STR_INIT("Тестова Айгуль"), STR_INIT("1990")},
	    {STR_INIT("Самплов Серик"), STR_INIT("1991")},
	    {STR_INIT("Самплов Серик"), STR_INIT("не указано")}};
	static const struct str columns[] = {STR_INIT("ФИО"), STR_INIT("Год")};
	struct arena *a = arena_new();
	const struct link_list list = {
	    .names = columns, .cells = &who[0][0], .width = 2, .rows = LENGTH(who)};
	const struct link_question q = {.lists = &list, .n_lists = 1};
	struct link_result r;
	struct err e = {0};
	(void)state;

	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	assert_int_equal(r.clusters, 5);
	assert_int_equal(r.cluster[4], r.cluster[5]);
	assert_true(link_why(a, &r, 0, 3).untold < 0);
	assert_true(link_why(a, &r, 4, 5).untold == 0);
	arena_free(a);
}

/* The same one row, whatever lists say it. */
static void
one_person_alone_on_every_list_is_one(void **state)
{
	static const struct str columns[] = {STR_INIT("ФИО"), STR_INIT("Дата рождения")};
	static const struct str row[] = {
	    STR_INIT("Тестова Айгуль Сериковна"), STR_INIT("12.05.1990")};
	static const struct str unknown[] = {STR_INIT("неизвестно"), STR_INIT("")};
	struct arena *a = arena_new();
	struct link_list lists[3];
	struct link_result r;
	struct err e = {0};
	(void)state;

	for (size_t i = 0; i < LENGTH(lists); i++)
		lists[i] =
		    (struct link_list){.names = columns, .cells = row, .width = 2, .rows = 1};
	const struct link_question q = {.lists = lists, .n_lists = LENGTH(lists)};
	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	assert_int_equal(r.clusters, 1);
	for (size_t i = 0; i < LENGTH(lists); i++)
		lists[i].cells = unknown;
	assert_int_equal(link_rows(a, &q, &r, &e), -1);
	assert_string_equal(e.key, "link.nothing");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_copies_of_a_list_are_as_many_people_as_one),
	    cmocka_unit_test(names_that_many_bear_are_no_person_by_themselves),
	    cmocka_unit_test(few_names_are_not_few_people),
	    cmocka_unit_test(draws_join_some_of_what_is_as_likely),
	    cmocka_unit_test(rows_that_name_nobody_are_not_taken_for_one),
	    cmocka_unit_test(one_person_alone_on_every_list_is_one),
	    cmocka_unit_test(what_decides_of_rows_that_say_the_same_is_drawn_and_asked_about),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
