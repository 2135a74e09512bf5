/* Looking for one person in a list: who comes first, what the chances add up to, and that neither
 * order nor threads matter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "engine/link/hash.h"
#include "engine/link/seek.h"
#include "kit/os/crew.h"
#include "made_up.h"

#define KNOWN 400
#define ASKED 60 /* every second one is on the list */
#define WIDTH 3

static const struct str names[WIDTH] = {STR_INIT("name"), STR_INIT("born"), STR_INIT("town")};

/* A row of a person: as known, or as asked for, with a slip and the family first. */
static void
row_make(struct arena *a, struct str *cells, uint64_t person, bool asks)
{
	uint64_t draw = hash_mix(person);
	struct str given = made_up(a, person * 2), family = made_up(a, person * 2 + 1);

	cells[0] = asks ? arena_fmt(a, "%.*sov %.*s%.*s", STR_ARG(family),
			      STR_ARG(str_sub(given, 0, 3)), STR_ARG(str_sub(given, 4, given.n)))
			: arena_fmt(a, "%.*s %.*sov", STR_ARG(given), STR_ARG(family));
	cells[1] = draw % 3 == 0
	    ? STR("")
	    : arena_fmt(a, "%d-%02d-%02d", 1950 + (int)(draw % 50),
		  1 + (int)(draw >> 8 & 0xFF) % 12, 2 + (int)(draw >> 16 & 15));
	cells[2] = arena_fmt(a, "Town%d", (int)(draw >> 40 & 7));
}

/* The person that row i of those that ask asks for: on the list where i is even. */
static uint64_t
asked_person(size_t i)
{
	return i % 2 == 0 ? 1 + i * 3 : 10000 + i;
}

struct world {
	struct arena *a;
	struct link_list lists[2];
	struct link_result result;
	struct seek_found found;
};

static struct world
searched(link_share *share, bool turned)
{
	struct world w = {.a = arena_new()};
	struct str *known = ARENA_ARRAY(w.a, struct str, (size_t)KNOWN * WIDTH);
	struct str *asked = ARENA_ARRAY(w.a, struct str, (size_t)ASKED * WIDTH);
	struct err e = {0};

	for (size_t i = 0; i < KNOWN; i++)
		row_make(w.a, known + (turned ? KNOWN - 1 - i : i) * WIDTH, i + 1, false);
	for (size_t i = 0; i < ASKED; i++)
		row_make(w.a, asked + i * WIDTH, asked_person(i), true);
	w.lists[0] = (struct link_list){names, known, WIDTH, KNOWN, true};
	w.lists[1] = (struct link_list){names, asked, WIDTH, ASKED, false};
	const struct link_question q = {.lists = w.lists, .n_lists = 2, .share = share};
	assert_int_equal(link_rows(w.a, &q, &w.result, &e), 0);
	w.found = seek_people(w.a, &w.result, share, KNOWN, ASKED, 5);
	return w;
}

static void
who_is_there_comes_first_and_who_is_not_is_unlikely(void **state)
{
	struct world w = searched(NULL, false);

	(void)state;
	for (size_t i = 0; i < ASKED; i++) {
		const struct seek_hits *hits = &w.found.of[i];
		if (i % 2 == 0) {
			assert_true(hits->count > 0);
			assert_int_equal(hits->at[0].row, asked_person(i) - 1);
			assert_true(hits->at[0].chance > 0.9);
		} else if (hits->count > 0) {
			assert_true(hits->at[0].chance < 0.5);
		}
	}
	arena_free(w.a);
}

static void
chances_of_one_question_are_at_most_one_and_fall(void **state)
{
	struct world w = searched(NULL, false);

	(void)state;
	for (size_t i = 0; i < ASKED; i++) {
		const struct seek_hits *hits = &w.found.of[i];
		double sum = 0;
		assert_true(hits->count <= 5 && hits->count <= hits->all);
		for (size_t n = 0; n < hits->count; n++) {
			sum += hits->at[n].chance;
			assert_true(hits->at[n].row < KNOWN);
			assert_true(n == 0 || hits->at[n].odds <= hits->at[n - 1].odds);
		}
		assert_true(sum <= 1 + 1e-9);
	}
	arena_free(w.a);
}

/* The prior is that of one certain person: half of those asked for are there, of KNOWN. */
static void
the_prior_is_learned_from_the_answers(void **state)
{
	struct world w = searched(NULL, false);

	(void)state;
	assert_true(w.found.prior > -6.3 && w.found.prior < -5.6);
	arena_free(w.a);
}

static void
neither_order_nor_threads_matter(void **state)
{
	struct world x = searched(NULL, false), y = searched(crew_all, true);

	(void)state;
	for (size_t i = 0; i < ASKED; i++) {
		assert_int_equal(x.found.of[i].all, y.found.of[i].all);
		for (size_t n = 0; n < x.found.of[i].count; n++) {
			const struct seek_hit *a = &x.found.of[i].at[n], *b = &y.found.of[i].at[n];
			assert_true(a->odds == b->odds);
			if (n == 0)
				assert_int_equal(a->row, KNOWN - 1 - b->row);
		}
	}
	arena_free(x.a);
	arena_free(y.a);
}

static void
reasons_of_a_hit_add_up_to_its_odds(void **state)
{
	struct world w = searched(NULL, false);

	(void)state;
	for (size_t i = 0; i < ASKED; i++) {
		for (size_t n = 0; n < w.found.of[i].count; n++) {
			struct link_why why = seek_why(w.a, &w.result, &w.found, i, n);
			double sum = why.prior + why.together + why.namesakes;
			for (size_t k = 0; k < why.count; k++)
				sum += why.reasons[k].weight;
			assert_true(sum - why.total < 1e-9 && why.total - sum < 1e-9);
			assert_true(why.total == w.found.of[i].at[n].odds);
		}
	}
	arena_free(w.a);
}

/* Of names that all begin with one of ten syllables. */
static void
an_initial_speaks_for_who_begins_with_it(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str *known = ARENA_ARRAY(a, struct str, (size_t)KNOWN * WIDTH);
	struct str asked[WIDTH] = {STR(""), STR(""), STR("")};
	struct link_result result;
	struct err e = {0};

	for (size_t i = 0; i < KNOWN; i++)
		row_make(a, known + i * WIDTH, i + 1, false);
	struct str given = made_up(a, 14), family = made_up(a, 15);
	asked[0] = arena_fmt(a, "%.*sov %.*s.", STR_ARG(family), STR_ARG(str_sub(given, 0, 1)));
	const struct link_list lists[] = {
	    {names, known, WIDTH, KNOWN, true}, {names, asked, WIDTH, 1, false}};
	const struct link_question q = {.lists = lists, .n_lists = 2};
	assert_int_equal(link_rows(a, &q, &result, &e), 0);
	struct seek_found found = seek_people(a, &result, NULL, KNOWN, 1, 5);
	assert_int_equal(found.of[0].at[0].row, 6);
	struct link_why why = seek_why(a, &result, &found, 0, 0);
	assert_true(str_eq(why.reasons[0].level, STR("shared")));
	assert_true(why.reasons[0].weight > 1);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(who_is_there_comes_first_and_who_is_not_is_unlikely),
	    cmocka_unit_test(chances_of_one_question_are_at_most_one_and_fall),
	    cmocka_unit_test(the_prior_is_learned_from_the_answers),
	    cmocka_unit_test(neither_order_nor_threads_matter),
	    cmocka_unit_test(reasons_of_a_hit_add_up_to_its_odds),
	    cmocka_unit_test(an_initial_speaks_for_who_begins_with_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
