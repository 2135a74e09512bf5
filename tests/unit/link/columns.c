/* What columns are taken for: those that count rows, names with a number in front, and which are
 * compared where there are too many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "engine/link/link.h"
#include "made_up.h"

#define ROWS 20
#define SHARED 10 /* people on both lists */
#define MANY 20   /* columns beside the name */

static const char *const givens[] = {"Aigul", "Marat", "Dana", "Serik", "Zhanna", "Timur", "Asel"};

static struct str
name_of(struct arena *a, uint64_t person)
{
	return arena_fmt(a, "%.*sov %s", STR_ARG(made_up(a, person + 300)),
	    givens[hash_mix(person) % LENGTH(givens)]);
}

/* Two lists of two columns: something by row, and a name. */
static struct link_result
two_linked(struct arena *a, const char *header,
    struct str (*say)(struct arena *a, size_t row, struct str name), bool names)
{
	struct link_list lists[2];
	struct link_result r;
	struct err e = {0};
	struct str *titles = ARENA_ARRAY(a, struct str, 2);

	titles[0] = str_of(header);
	titles[1] = STR("ФИО");
	for (size_t i = 0; i < 2; i++) {
		size_t width = names ? 2 : 1;
		struct str *cells = ARENA_ARRAY(a, struct str, ROWS * width);
		for (size_t p = 0; p < ROWS; p++) {
			struct str name = name_of(a, p + i * (ROWS - SHARED));
			cells[p * width] = say(a, p, name);
			if (names)
				cells[p * width + 1] = name;
		}
		lists[i] = (struct link_list){
		    .names = titles, .cells = cells, .width = width, .rows = ROWS};
	}
	const struct link_question q = {.lists = lists, .n_lists = 2};
	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	return r;
}

static struct str
number(struct arena *a, size_t row, struct str name)
{
	(void)name;
	return arena_fmt(a, "%d", (int)row + 1);
}

static struct str
marked(struct arena *a, size_t row, struct str name)
{
	(void)name;
	return row == 7 ? STR("б/н") : arena_fmt(a, "№ %d.", (int)row + 1);
}

static struct str
cell(struct arena *a, size_t row, struct str name)
{
	(void)name;
	return arena_fmt(a, "%d", (int)row / 2 + 1);
}

static struct str
year(struct arena *a, size_t row, struct str name)
{
	(void)name;
	return arena_fmt(a, "%d г.р.", 1980 + (int)row);
}

static struct str
listed(struct arena *a, size_t row, struct str name)
{
	return arena_fmt(a, "%d. %.*s, %d лет", (int)row + 1, STR_ARG(name), 20 + (int)row);
}

/* "№" is one column of both lists: as an identifier it tore everybody apart. */
static void
row_numbers_are_no_numbers_of_people(void **state)
{
	struct arena *a = arena_new();
	struct link_result r = two_linked(a, "№", number, true);
	(void)state;

	assert_int_equal(r.columns[0].kind, LINK_ROW);
	assert_int_equal(r.clusters, 2 * ROWS - SHARED);
	r = two_linked(a, "Р/с", marked, true);
	assert_int_equal(r.columns[0].kind, LINK_ROW);
	assert_int_equal(r.clusters, 2 * ROWS - SHARED);
	arena_free(a);
}

static void
numbers_that_repeat_or_begin_late_count_no_rows(void **state)
{
	struct arena *a = arena_new();
	(void)state;

	assert_int_equal(two_linked(a, "Камера", cell, true).columns[0].kind, LINK_CODE);
	assert_int_equal(two_linked(a, "Год", year, true).columns[0].kind, LINK_DATE);
	arena_free(a);
}

static void
numbers_and_ages_beside_names_leave_them_names(void **state)
{
	struct arena *a = arena_new();
	struct link_result r = two_linked(a, "Задержанные", listed, false);
	(void)state;

	assert_int_equal(r.columns[0].kind, LINK_NAME);
	assert_int_equal(r.clusters, 2 * ROWS - SHARED);
	arena_free(a);
}

/* One of seven words of a column. */
static struct str
said_by(struct arena *a, uint64_t column, uint64_t row)
{
	return made_up(a, hash_pair(column, hash_pair(row, column) % 7));
}

/* Two lists of names, of which the second has many columns, the name as the first or the last. */
static struct link_result
wide_linked(struct arena *a, bool last)
{
	static const struct str narrow[] = {STR_INIT("ФИО")};
	struct str *titles = ARENA_ARRAY(a, struct str, MANY + 1);
	struct str *x = ARENA_ARRAY(a, struct str, ROWS);
	struct str *y = ARENA_ARRAY(a, struct str, (size_t)ROWS * (MANY + 1));
	struct link_result r;
	struct err e = {0};

	for (size_t k = 0; k <= MANY; k++) {
		bool name = k == (last ? MANY : 0);
		titles[k] = name ? STR("ФИО") : arena_fmt(a, "c%d", (int)k - (last ? 0 : 1));
		for (size_t p = 0; p < ROWS; p++)
			y[p * (MANY + 1) + k] = name ? name_of(a, p + ROWS - SHARED)
						     : said_by(a, k - (last ? 0 : 1), p);
	}
	for (size_t p = 0; p < ROWS; p++)
		x[p] = name_of(a, p);
	struct link_list *lists = ARENA_ARRAY(a, struct link_list, 2);
	lists[0] = (struct link_list){.names = narrow, .cells = x, .width = 1, .rows = ROWS};
	lists[1] = (struct link_list){.names = titles, .cells = y, .width = MANY + 1, .rows = ROWS};
	const struct link_question q = {.lists = lists, .n_lists = 2};
	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	return r;
}

static void
names_are_compared_wherever_they_stand(void **state)
{
	struct arena *a = arena_new();
	struct link_result first = wide_linked(a, false), last = wide_linked(a, true);
	size_t left = 0;
	(void)state;

	for (size_t i = 0; i < last.n_columns; i++)
		left += last.columns[i].kind == LINK_LEFT;
	assert_in_range(left, MANY - LINK_FIELDS, MANY);
	assert_int_equal(last.columns[last.n_columns - 1].kind, LINK_NAME);
	assert_int_equal(first.clusters, 2 * ROWS - SHARED);
	assert_memory_equal(first.cluster, last.cluster, (size_t)2 * ROWS * sizeof(*first.cluster));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(row_numbers_are_no_numbers_of_people),
	    cmocka_unit_test(numbers_that_repeat_or_begin_late_count_no_rows),
	    cmocka_unit_test(numbers_and_ages_beside_names_leave_them_names),
	    cmocka_unit_test(names_are_compared_wherever_they_stand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
