/* Names in linking: an initial begins a name of any length, a whole name that many people bear
 * tells less than its parts, and who says much meets who says the name alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "engine/link/block.h"
#include "engine/link/guess.h"
#include "engine/link/hash.h"
#include "engine/link/link.h"
#include "engine/link/table.h"

#define WIDTH 5
#define ROWS 2000
#define EACH 8 /* different given names, family names and patronymics */

static const struct str names[WIDTH] = {STR_INIT("given"), STR_INIT("family"),
    STR_INIT("patronymic"), STR_INIT("birth"), STR_INIT("town")};
static const struct link_said said[] = {{STR_INIT("given"), LINK_GIVEN, LINK_EVERY},
    {STR_INIT("family"), LINK_FAMILY, LINK_EVERY},
    {STR_INIT("patronymic"), LINK_PATRONYMIC, LINK_EVERY},
    {STR_INIT("birth"), LINK_DATE, LINK_EVERY}, {STR_INIT("town"), LINK_WORDS, LINK_EVERY}};
static const char *const given[EACH] = {
    "Askar", "Dana", "Erlan", "Gulnar", "Tahmina", "Marat", "Zhibek", "Olzhas"};
static const char *const family[EACH] = {
    "Bekov", "Serikova", "Omarov", "Akhmetova", "Nozimova", "Tulegen", "Yrzakul", "Qoshbolat"};
static const char *const father[EACH] = {"Kanatovich", "Muratovna", "Bolatovich", "Samatovna",
    "Iskandarovna", "Erikovich", "Nurlanovna", "Talgatovich"};

/* A row of everything, by draw; the names are those of the numbers. */
static void
row_make(struct arena *a, struct str *cells, size_t g, size_t f, uint64_t draw)
{
	cells[0] = arena_fmt(a, "%s", given[g]);
	cells[1] = arena_fmt(a, "%s", family[f]);
	cells[2] = arena_fmt(a, "%s", father[draw % EACH]);
	cells[3] = arena_fmt(a, "%d-%02d-%02d", 1950 + (int)(draw >> 8 & 0xFF) % 50,
	    1 + (int)(draw >> 16 & 0xFF) % 12, 2 + (int)(draw >> 24 & 0xFF) % 26);
	cells[4] = arena_fmt(a, "Town%d", (int)(draw >> 32 & 7));
}

static struct link_result
linked(struct arena *a, struct str *cells, size_t rows)
{
	struct link_list *list = ARENA_NEW(a, struct link_list);
	struct link_result r;
	struct err e = {0};

	*list = (struct link_list){.names = names, .cells = cells, .width = WIDTH, .rows = rows};
	const struct link_question q = {
	    .lists = list, .n_lists = 1, .said = said, .n_said = LENGTH(said)};
	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	return r;
}

static struct link_reason
reason_of(const struct link_why *why, enum link_kind kind)
{
	size_t i = 0;

	while (i < why->count && why->reasons[i].kind != kind)
		i++;
	assert_true(i < why->count);
	return why->reasons[i];
}

static void
an_initial_begins_a_name_of_any_length(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str *cells = ARENA_ARRAY(a, struct str, (EACH * 2 + 1) * WIDTH);

	for (size_t i = 0; i < EACH * 2; i++)
		row_make(a, cells + i * WIDTH, i % EACH, i / 2, hash_mix(i));
	struct str *last = cells + EACH * 2 * WIDTH;
	memcpy(last, cells + 4 * WIDTH, WIDTH * sizeof(*last));
	last[0] = STR("T.");
	struct link_result r = linked(a, cells, EACH * 2 + 1);
	struct link_why whose = link_why(a, &r, 4, EACH * 2), other = link_why(a, &r, 1, EACH * 2);
	struct link_reason initial = reason_of(&whose, LINK_GIVEN);
	assert_true(str_eq(initial.level, STR("shared")));
	assert_true(initial.weight > 0);
	assert_true(str_eq(reason_of(&other, LINK_GIVEN).level, STR("other")));
	arena_free(a);
}

/* All given and family names are about as common; one whole name is borne by 40 people, another by
 * one whom two rows name. */
static void
a_whole_name_that_many_bear_tells_less_than_one_that_few_do(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str *cells = ARENA_ARRAY(a, struct str, ROWS * WIDTH);
	size_t n = 0;

	for (size_t i = 0; i < 40; i++) /* family name 0 with given name 0 mostly */
		row_make(a, cells + n++ * WIDTH, 0, 0, hash_mix(i));
	for (size_t g = 1; g < EACH; g++)
		for (size_t f = 1; f < EACH; f++)
			for (size_t i = 0; i < (g == 1 && f == 1 ? 1 : 6); i++, n++)
				row_make(a, cells + n * WIDTH, g, f, hash_mix(n * 77 + 5));
	size_t few = n;
	row_make(a, cells + n++ * WIDTH, 1, 1, hash_mix(3));
	size_t common = n;
	row_make(a, cells + n++ * WIDTH, 0, 0, hash_mix(4));
	for (size_t i = few; i < n; i++) /* they say the name alone */
		cells[i * WIDTH + 2] = cells[i * WIDTH + 3] = cells[i * WIDTH + 4] = STR("");
	struct link_result r = linked(a, cells, n);
	struct link_why rare = link_why(a, &r, 40, few), many = link_why(a, &r, 0, common);
	assert_true(many.namesakes < 0);
	assert_true(rare.namesakes > 0);
	arena_free(a);
}

static int
by_pair(const void *x, const void *y)
{
	const struct block_pair *a = x, *b = y;

	if (a->x != b->x)
		return a->x < b->x ? -1 : 1;
	return a->y < b->y ? -1 : a->y > b->y;
}

/* Two rows of one given and family name meet, whatever else they say: few enough share both. */
static void
who_says_much_meets_who_says_the_name_alone(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str *cells = ARENA_ARRAY(a, struct str, ROWS * WIDTH);
	size_t missed = 0;

	for (size_t i = 0; i < ROWS; i++) {
		row_make(a, cells + i * WIDTH, i % EACH, i / EACH % EACH, hash_mix(i + 1));
		for (size_t k = 2; k < WIDTH && i % 3 == 0; k++)
			cells[i * WIDTH + k] = STR("");
	}
	const struct link_list list = {
	    .names = names, .cells = cells, .width = WIDTH, .rows = ROWS};
	const struct link_question q = {
	    .lists = &list, .n_lists = 1, .said = said, .n_said = LENGTH(said)};
	struct table *t = table_new(a, &q);
	struct err e = {0};
	assert_int_equal(guess_kinds(t, &q, &e), 0);
	struct fields *f = field_all(a, t, &q);
	const struct blocks *blocks = block_all(a, f);
	struct block_room room = {.a = a};
	struct block_pair *pairs = NULL;
	size_t n_pairs = 0, capacity = 0;
	for (uint32_t x = 0; x < f->units; x++) {
		block_others(blocks, x, &room);
		for (size_t n = 0; n < room.count; n++) {
			pairs = arena_grow(a, pairs, n_pairs, &capacity, sizeof(*pairs));
			pairs[n_pairs++] = (struct block_pair){x, room.at[n]};
		}
	}
	assert_non_null(pairs);
	qsort(pairs, n_pairs, sizeof(*pairs), by_pair);
	for (size_t i = 0; i < ROWS; i++) {
		for (size_t k = i + 1; k < ROWS; k++) {
			uint32_t x = f->unit_of_row[i], y = f->unit_of_row[k];
			const struct block_pair pair = {x < y ? x : y, x < y ? y : x};
			if (i % (EACH * EACH) != k % (EACH * EACH) || x == y)
				continue;
			missed += bsearch(&pair, pairs, n_pairs, sizeof(pair), by_pair) == NULL;
		}
	}
	assert_int_equal(missed, 0);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_initial_begins_a_name_of_any_length),
	    cmocka_unit_test(a_whole_name_that_many_bear_tells_less_than_one_that_few_do),
	    cmocka_unit_test(who_says_much_meets_who_says_the_name_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
