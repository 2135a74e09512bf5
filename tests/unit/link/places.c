/* Rows that sound alike stand close together, in whatever order they were read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/link/field.h"
#include "engine/link/guess.h"

#define WIDTH 3

static const struct str names[WIDTH] = {STR_INIT("family"), STR_INIT("given"), STR_INIT("town")};
static const struct link_said said[] = {{STR_INIT("family"), LINK_FAMILY, LINK_EVERY},
    {STR_INIT("given"), LINK_GIVEN, LINK_EVERY}, {STR_INIT("town"), LINK_WORDS, LINK_EVERY}};

/* More family names than given names, and fewer towns; the spellings of a name are mixed with
 * others. */
static const struct str cells[][WIDTH] = {
    {STR_INIT("Серикбаев"), STR_INIT("Айдос"), STR_INIT("Зеренда")},
    {STR_INIT("Абенов"), STR_INIT("Нурлан"), STR_INIT("Зеренда")},
    {STR_INIT("Токтаров"), STR_INIT("Айдос"), STR_INIT("Шалкар")},
    {STR_INIT("Serikbaev"), STR_INIT("Nurlan"), STR_INIT("Zerenda")},
    {STR_INIT("Жумагулов"), STR_INIT("Данияр"), STR_INIT("Шалкар")},
    {STR_INIT("Серікбаев"), STR_INIT("Айдос"), STR_INIT("Шалкар")},
    {STR_INIT("Оспанов"), STR_INIT("Ерлан"), STR_INIT("Зеренда")},
};

#define ROWS LENGTH(cells)

static const uint32_t *
units_of(struct arena *a, bool backwards)
{
	struct str *own = ARENA_ARRAY(a, struct str, ROWS * WIDTH);
	struct err e = {0};

	for (size_t r = 0; r < ROWS; r++)
		for (size_t i = 0; i < WIDTH; i++)
			own[r * WIDTH + i] = cells[backwards ? ROWS - 1 - r : r][i];
	const struct link_list list = {.names = names, .cells = own, .width = WIDTH, .rows = ROWS};
	const struct link_question q = {
	    .lists = &list, .n_lists = 1, .said = said, .n_said = LENGTH(said)};
	struct table *t = table_new(a, &q);
	assert_int_equal(guess_kinds(t, &q, &e), 0);
	return field_all(a, t, &q)->unit_of_row;
}

static uint32_t
apart(uint32_t x, uint32_t y)
{
	return x < y ? y - x : x - y;
}

static void
alike_stand_together(void **state)
{
	struct arena *a = arena_new();
	const uint32_t *units = units_of(a, false);

	(void)state;
	assert_int_equal(apart(units[0], units[5]), 1);
	assert_true(apart(units[0], units[3]) <= 2);
	assert_true(apart(units[3], units[5]) <= 2);
	arena_free(a);
}

static void
order_of_rows_does_not_matter(void **state)
{
	struct arena *a = arena_new();
	const uint32_t *units = units_of(a, false), *backwards = units_of(a, true);

	(void)state;
	for (size_t r = 0; r < ROWS; r++)
		assert_int_equal(units[r], backwards[ROWS - 1 - r]);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(alike_stand_together),
	    cmocka_unit_test(order_of_rows_does_not_matter)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
