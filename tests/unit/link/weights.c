/* What is learned of agreements: when the first estimate is not believed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/link/field.h"
#include "engine/link/guess.h"
#include "engine/link/level.h"
#include "engine/link/link.h"
#include "engine/link/table.h"
#include "engine/link/weigh.h"

#define ROWS 4
#define WIDTH 5
#define PAIRS 20000

static const struct str names[WIDTH] = {
    STR_INIT("given"), STR_INIT("family"), STR_INIT("sex"), STR_INIT("birth"), STR_INIT("town")};
static const struct str cells[ROWS * WIDTH] = {STR_INIT("Askar"), STR_INIT("Bekov"), STR_INIT("m"),
    STR_INIT("1980-03-04"), STR_INIT("Oral"), STR_INIT("Dana"), STR_INIT("Serikova"), STR_INIT("f"),
    STR_INIT("1985-05-06"), STR_INIT("Taraz"), STR_INIT("Erlan"), STR_INIT("Omarov"), STR_INIT("m"),
    STR_INIT("1990-07-08"), STR_INIT("Semey"), STR_INIT("Gulnar"), STR_INIT("Akhmetova"),
    STR_INIT("f"), STR_INIT("1975-09-10"), STR_INIT("Aktobe")};

static unsigned
last_level(const struct fields *f, size_t i)
{
	return level_count(f->at[i].way) - 1;
}

/* Is an estimate collapsed from candidates of which 45 in 100 agree in all fields, four of nine of
 * these in all but so many, dates and towns first, and the others in none? */
static bool
collapses(size_t differ)
{
	struct arena *a = arena_new();
	const struct link_list list = {
	    .names = names, .width = WIDTH, .cells = cells, .rows = ROWS};
	const struct link_question q = {.lists = &list, .n_lists = 1};
	struct table *t = table_new(a, &q);
	struct err e = {0};

	assert_int_equal(guess_kinds(t, &q, &e), 0);
	struct fields *f = field_all(a, t, &q);
	assert_int_equal(f->count, WIDTH);
	struct pattern_set *patterns = pattern_new(a, f);
	for (size_t n = 0; n < PAIRS; n++) {
		uint64_t levels = 0;
		for (size_t i = 0; i < f->count; i++) {
			bool same = n % 20 < 9 && i + (n % 2 == 0 ? 0 : differ) < f->count;
			levels |= (uint64_t)(same ? LEVEL_SAME : last_level(f, i)) << (4 * i);
		}
		uint32_t number = pattern_number(patterns, levels);
		patterns->at[number].pairs++;
	}
	bool collapsed = weigh_first(a, level_new(a, f), f, patterns, 1)->collapsed;
	arena_free(a);
	return collapsed;
}

static void
an_estimate_that_has_one_person_differ_in_much_is_not_believed(void **state)
{
	(void)state;
	assert_false(collapses(0));
	assert_false(collapses(1));
	assert_true(collapses(2));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_estimate_that_has_one_person_differ_in_much_is_not_believed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
