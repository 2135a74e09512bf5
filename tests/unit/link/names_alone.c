/* Lists that say nothing but names, of few families: who is on both is told by how many would be
 * called alike by chance. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "engine/link/link.h"
#include "made_up.h"

static const char *const givens[] = {"Aigul", "Marat", "Dana", "Serik", "Zhanna", "Timur", "Asel",
    "Nurlan", "Saule", "Bolat", "Gulnara", "Yerlan", "Madina", "Kairat", "Aliya", "Ruslan",
    "Olzhas", "Viktor", "Pavel", "Zarina"};

enum written { WHOLE, BRIEF, PARTS };

/* Two lists of as many people of so many families, of whom some are on both. */
struct world {
	uint64_t families;
	size_t people, both;
	enum written first, second;
};

struct told {
	size_t right, wrong;
};

static void
row_write(struct arena *a, const struct world *w, uint64_t person, enum written how, struct str *to)
{
	uint64_t draw = hash_mix(person + 77);
	struct str family = made_up(a, 1000 + draw % w->families);
	const char *given = givens[(draw >> 24) % LENGTH(givens)];
	const char *father = givens[(draw >> 40) % LENGTH(givens)];

	if (how == PARTS) {
		to[0] = arena_fmt(a, "%.*sov", STR_ARG(family));
		to[1] = arena_fmt(a, "%s", given);
		to[2] = arena_fmt(a, "%sovich", father);
	} else if (how == WHOLE) {
		to[0] = arena_fmt(a, "%.*sov %s %sovich", STR_ARG(family), given, father);
	} else {
		to[0] = arena_fmt(a, "%.*sov %c.%c.", STR_ARG(family), given[0], father[0]);
	}
}

static struct link_list
list_write(struct arena *a, const struct world *w, uint64_t first, enum written how)
{
	static const struct str one[] = {STR_INIT("ФИО")};
	static const struct str three[] = {
	    STR_INIT("Фамилия"), STR_INIT("Имя"), STR_INIT("Отчество")};
	struct link_list list = {
	    .names = how == PARTS ? three : one, .width = how == PARTS ? 3 : 1, .rows = w->people};
	struct str *cells = ARENA_ARRAY(a, struct str, list.width * list.rows);

	for (size_t p = 0; p < w->people; p++)
		row_write(a, w, first + p, how, cells + p * list.width);
	list.cells = cells;
	return list;
}

/* Pairs of rows, one of each list, that were taken for one person. */
static struct told
tell(const struct world *w)
{
	struct arena *a = arena_new();
	size_t off = w->people - w->both;
	const struct link_list lists[] = {
	    list_write(a, w, 0, w->first), list_write(a, w, off, w->second)};
	const struct link_question q = {.lists = lists, .n_lists = 2};
	struct link_result r;
	struct err e = {0};
	struct told t = {0, 0};

	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	for (size_t x = 0; x < w->people; x++) {
		for (size_t y = 0; y < w->people; y++) {
			bool one = r.cluster[x] == r.cluster[w->people + y];
			t.right += one && x == off + y;
			t.wrong += one && x != off + y;
		}
	}
	arena_free(a);
	return t;
}

static void
who_is_called_alike_in_two_parts_is_not_one_person(void **state)
{
	static const struct world w = {150, 1000, 500, WHOLE, WHOLE};
	struct told t = tell(&w);
	(void)state;

	assert_true(t.right >= 475);
	assert_true(t.wrong * 4 <= t.right);
}

/* Thousands of pairs had been, of lists that nobody shares. */
static void
lists_of_other_people_have_nobody_in_common(void **state)
{
	static const struct world all[] = {{25, 1000, 0, WHOLE, WHOLE}, {25, 1000, 0, BRIEF, BRIEF},
	    {60, 1000, 0, BRIEF, BRIEF}, {60, 1000, 0, BRIEF, PARTS}, {150, 200, 0, WHOLE, PARTS}};
	(void)state;

	for (size_t i = 0; i < LENGTH(all); i++)
		assert_in_range(tell(&all[i]).wrong, 0, 10);
}

/* Nobody at all had been found. */
static void
initials_find_whole_names_of_few_families(void **state)
{
	static const struct world w = {60, 200, 100, BRIEF, PARTS};
	struct told t = tell(&w);
	(void)state;

	assert_true(t.right >= 90);
	assert_true(t.wrong * 4 <= t.right);
}

static void
the_same_names_are_one_person_where_they_are_rare(void **state)
{
	static const struct world w = {60, 200, 100, WHOLE, WHOLE};
	struct told t = tell(&w);
	(void)state;

	assert_true(t.right >= 95);
	assert_true(t.wrong * 4 <= t.right);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(who_is_called_alike_in_two_parts_is_not_one_person),
	    cmocka_unit_test(lists_of_other_people_have_nobody_in_common),
	    cmocka_unit_test(initials_find_whole_names_of_few_families),
	    cmocka_unit_test(the_same_names_are_one_person_where_they_are_rare),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
