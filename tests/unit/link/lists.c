/* Linking invented lists: what is joined, what stays apart, and that no order and no name of a
 * column matters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "engine/link/hash.h"
#include "engine/link/link.h"
#include "kit/os/crew.h"
#include "made_up.h"

#define PEOPLE 300
#define CROWD 3000
#define WIDTH 4

static const struct str names[WIDTH] = {
    STR_INIT("name"), STR_INIT("birth"), STR_INIT("sex"), STR_INIT("town")};

/* One row of a person; turn 0 is what is true, others have slips or say less. */
static void
row_make(struct arena *a, struct str *cells, uint64_t person, unsigned turn)
{
	uint64_t draw = hash_mix(person);
	struct str given = made_up(a, person * 2), family = made_up(a, person * 2 + 1);

	if (turn == 1)
		given = arena_fmt(a, "%.*s%.*s", STR_ARG(str_sub(given, 0, 3)),
		    STR_ARG(str_sub(given, 4, given.n)));
	cells[0] = arena_fmt(a, "%.*s %.*sov", STR_ARG(given), STR_ARG(family));
	cells[1] = arena_fmt(a, "%d-%02d-%02d", 1950 + (int)(draw % 50),
	    1 + (int)(draw >> 8 & 0xFF) % 12, 2 + (int)(draw >> 16 & 15));
	cells[2] = (draw >> 32 & 1) != 0 ? STR("m") : STR("f");
	cells[3] = arena_fmt(a, "Town%d", (int)(draw >> 40 & 7));
	if (turn == 2)
		cells[1] = STR("");
}

static struct str *
rows_make(struct arena *a, unsigned turns)
{
	struct str *cells = ARENA_ARRAY(a, struct str, PEOPLE * turns * WIDTH);

	for (size_t p = 0; p < PEOPLE; p++)
		for (unsigned t = 0; t < turns; t++)
			row_make(a, cells + (p * turns + t) * WIDTH, p + 1, t);
	return cells;
}

static struct link_result
linked(struct arena *a, const struct link_list *lists, size_t n)
{
	struct link_question q = {.lists = lists, .n_lists = n};
	struct link_result result;
	struct err e = {0};

	assert_int_equal(link_rows(a, &q, &result, &e), 0);
	return result;
}

static void
rows_of_one_person_are_joined_and_others_not(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list = {
	    .names = names, .cells = rows_make(a, 3), .width = WIDTH, .rows = PEOPLE * 3};
	struct link_result r = linked(a, &list, 1);
	size_t together = 0;

	for (size_t p = 0; p < PEOPLE; p++) {
		together += r.cluster[p * 3] == r.cluster[p * 3 + 1];
		together += r.cluster[p * 3] == r.cluster[p * 3 + 2];
	}
	assert_true(together >= PEOPLE * 2 * 97 / 100);
	assert_true(r.clusters >= PEOPLE && r.clusters <= PEOPLE + PEOPLE / 20);
	assert_int_equal(r.largest, 3);
	arena_free(a);
}

/* Where row i of the first way stands in the second. */
static size_t
moved_row(size_t i, size_t rows)
{
	return (i * 7 + 11) % rows;
}

/* Every pair of some rows weighs the same to the last bit, and the clusters are the same. */
static void
same_answers(struct arena *a, const struct link_result *x, const struct link_result *y)
{
	uint32_t *becomes = ARENA_ARRAY(a, uint32_t, y->rows);

	assert_int_equal(x->clusters, y->clusters);
	for (size_t i = 0; i < x->rows; i++)
		becomes[y->cluster[i]] = x->cluster[moved_row(i, x->rows)];
	for (size_t i = 0; i < x->rows; i++)
		assert_int_equal(becomes[y->cluster[i]], x->cluster[moved_row(i, x->rows)]);
	for (size_t i = 0; i < 60; i++) {
		for (size_t k = 0; k < 60; k++) {
			size_t from = moved_row(i, x->rows), to = moved_row(k, x->rows);
			double there = link_why(a, x, from, to).total;
			double back = link_why(a, y, i, k).total;
			assert_memory_equal(&there, &back, sizeof(there));
		}
	}
}

/* Rows in another order, columns in another order and with other names, in one list or in two. */
static void
no_order_and_no_name_of_a_column_matters(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	static const struct str other_names[WIDTH] = {
	    STR_INIT("x"), STR_INIT("q"), STR_INIT("w"), STR_INIT("e")};
	static const size_t from[WIDTH] = {2, 0, 3, 1};
	const size_t rows = CROWD * 3, half = CROWD; /* so many that names are near many others */
	struct str *cells = ARENA_ARRAY(a, struct str, rows * WIDTH);
	struct str *moved = ARENA_ARRAY(a, struct str, rows * WIDTH);

	for (size_t i = 0; i < rows; i++)
		row_make(a, cells + i * WIDTH, i / 3 + 1, (unsigned)(i % 3));
	for (size_t i = 0; i < rows; i++)
		for (size_t k = 0; k < WIDTH; k++)
			moved[i * WIDTH + k] = cells[moved_row(i, rows) * WIDTH + from[k]];
	struct link_list list = {.names = names, .cells = cells, .width = WIDTH, .rows = rows};
	const struct link_list others[] = {
	    {.names = other_names, .cells = moved, .width = WIDTH, .rows = half},
	    {.names = other_names,
		.cells = moved + half * WIDTH,
		.width = WIDTH,
		.rows = rows - half}};
	struct link_list other = {
	    .names = other_names, .cells = moved, .width = WIDTH, .rows = rows};
	struct link_result x = linked(a, &list, 1), y = linked(a, &other, 1);
	struct link_result two = linked(a, others, 2);
	same_answers(a, &x, &y);
	same_answers(a, &x, &two);
	arena_free(a);
}

static void
a_list_with_itself_gives_every_person_twice(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list = {
	    .names = names, .cells = rows_make(a, 1), .width = WIDTH, .rows = PEOPLE};
	const struct link_list lists[] = {list, list};
	struct link_result r = linked(a, lists, 2);

	assert_int_equal(r.clusters, PEOPLE);
	for (size_t i = 0; i < PEOPLE; i++)
		assert_int_equal(r.cluster[i], r.cluster[PEOPLE + i]);
	arena_free(a);
}

static void
nobody_is_joined_within_a_list_that_holds_nobody_twice(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list = {.names = names,
	    .cells = rows_make(a, 2),
	    .width = WIDTH,
	    .rows = PEOPLE * 2,
	    .sole = true};
	struct link_result r = linked(a, &list, 1);

	assert_int_equal(r.clusters, PEOPLE * 2);
	arena_free(a);
}

/* Lists with other columns meet in what they share. */
static void
a_date_is_a_date_whatever_it_is_called(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	static const struct str others[WIDTH] = {
	    STR_INIT("name"), STR_INIT("born"), STR_INIT("gender"), STR_INIT("town")};
	struct str *cells = rows_make(a, 1);
	const struct link_list lists[] = {
	    {.names = names, .cells = cells, .width = WIDTH, .rows = PEOPLE},
	    {.names = others, .cells = cells, .width = WIDTH, .rows = PEOPLE}};
	struct link_result r = linked(a, lists, 2);
	struct link_why why = link_why(a, &r, 0, PEOPLE);

	assert_int_equal(r.clusters, PEOPLE);
	assert_int_equal(why.count, 5); /* given, family, date, sex, town */
	arena_free(a);
}

/* One list knows days of birth, the other the years alone. */
static void
a_year_meets_the_dates_of_another_list(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	static const struct str of_years[] = {STR_INIT("who"), STR_INIT("year")};
	struct str *cells = rows_make(a, 1), *years = ARENA_ARRAY(a, struct str, PEOPLE * 2);

	for (size_t r = 0; r < PEOPLE; r++) {
		years[r * 2] = cells[r * WIDTH];
		years[r * 2 + 1] = str_sub(cells[r * WIDTH + 1], 0, 4);
	}
	const struct link_list lists[] = {
	    {.names = names, .cells = cells, .width = WIDTH, .rows = PEOPLE},
	    {.names = of_years, .cells = years, .width = 2, .rows = PEOPLE}};
	struct link_result r = linked(a, lists, 2);
	struct link_why why = link_why(a, &r, 0, PEOPLE);

	assert_int_equal(why.count, 3); /* given, family, date */
	assert_int_equal(why.reasons[2].kind, LINK_DATE);
	assert_true(str_eq(why.reasons[2].level, STR("fits")));
	arena_free(a);
}

static void
reasons_add_up_to_the_whole(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list = {
	    .names = names, .cells = rows_make(a, 3), .width = WIDTH, .rows = PEOPLE * 3};
	struct link_result r = linked(a, &list, 1);

	for (size_t i = 1; i < 9; i++) {
		struct link_why why = link_why(a, &r, 0, i), back = link_why(a, &r, i, 0);
		double sum = why.prior + why.together + why.namesakes;
		for (size_t k = 0; k < why.count; k++)
			sum += why.reasons[k].weight;
		assert_true(sum - why.total < 1e-9 && why.total - sum < 1e-9);
		assert_true(back.total - why.total < 1e-9 && why.total - back.total < 1e-9);
	}
	assert_true(link_why(a, &r, 0, 1).total > 0);
	assert_true(link_why(a, &r, 0, 3).total < 0);
	arena_free(a);
}

static void
samples_are_the_same_for_a_seed_and_hold_the_number_of_people(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list = {
	    .names = names, .cells = rows_make(a, 3), .width = WIDTH, .rows = PEOPLE * 3};
	struct link_result r = linked(a, &list, 1);
	uint32_t *first = ARENA_ARRAY(a, uint32_t, r.rows),
		 *second = ARENA_ARRAY(a, uint32_t, r.rows);
	size_t least = SIZE_MAX, most = 0;

	for (uint64_t seed = 1; seed <= 20; seed++) {
		size_t n = link_sample(&r, seed, first);
		assert_int_equal(link_sample(&r, seed, second), n);
		assert_memory_equal(first, second, r.rows * sizeof(*first));
		least = n < least ? n : least;
		most = n > most ? n : most;
	}
	assert_true(least <= PEOPLE && PEOPLE <= most);
	arena_free(a);
}

static void
a_higher_cut_never_gives_fewer_people(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list = {
	    .names = names, .cells = rows_make(a, 3), .width = WIDTH, .rows = PEOPLE * 3};
	struct link_result r = linked(a, &list, 1);
	size_t before = 0;

	assert_int_equal(link_count_at(&r, LINK_CUT), r.clusters);
	for (double cut = -4; cut <= 4; cut++) {
		size_t n = link_count_at(&r, cut);
		assert_true(n >= before);
		before = n;
	}
	arena_free(a);
}

static void
doubts_come_least_margin_first(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list = {
	    .names = names, .cells = rows_make(a, 3), .width = WIDTH, .rows = PEOPLE * 3};
	struct link_result r = linked(a, &list, 1);
	size_t n = 50;
	const struct link_doubt *doubts = link_doubts(a, &r, &n);

	assert_true(n <= 50);
	for (size_t i = 0; i < n; i++) {
		double margin = doubts[i].odds > 0 ? doubts[i].odds : -doubts[i].odds;
		assert_true(margin <= 5);
		assert_true(doubts[i].x < r.rows && doubts[i].y < r.rows);
		assert_int_equal(doubts[i].joined, doubts[i].odds > LINK_CUT);
		if (i > 0)
			assert_true(margin >=
			    (doubts[i - 1].odds > 0 ? doubts[i - 1].odds : -doubts[i - 1].odds));
	}
	arena_free(a);
}

static void
a_name_alone_joins_nobody(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str *cells = rows_make(a, 1);

	for (size_t i = 0; i < 2; i++) {
		cells[i * WIDTH] = STR("Aigul");
		cells[i * WIDTH + 1] = cells[i * WIDTH + 2] = cells[i * WIDTH + 3] = STR("");
	}
	struct link_list list = {.names = names, .cells = cells, .width = WIDTH, .rows = PEOPLE};
	struct link_result r = linked(a, &list, 1);
	assert_int_not_equal(r.cluster[0], r.cluster[1]);
	arena_free(a);
}

/* Six rows: too few to learn how common a name or a day is, so what one believes of them counts. */
static void
a_short_list_joins_what_has_one_name_and_one_day(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str cells[] = {STR("Aigul Omarova"), STR("1990-01-02"), STR("Aigul Omarova"),
	    STR("1990-01-02"), STR("Serik Omarov"), STR("1991-03-04"), STR("Dana Ahmet"),
	    STR("1980-05-06"), STR("Дана Ахмет"), STR("06.05.1980"), STR("Marat Tulegen"), STR("")};
	struct link_list list = {.names = names, .cells = cells, .width = 2, .rows = 6};
	struct link_result r = linked(a, &list, 1);

	assert_int_equal(r.clusters, 4);
	assert_int_equal(r.cluster[0], r.cluster[1]);
	assert_int_equal(r.cluster[3], r.cluster[4]);
	arena_free(a);
}

static void
what_cannot_be_compared_is_said(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str cells[8] = {
	    STR(""), STR("x"), STR("NA"), STR("x"), STR(" "), STR("x"), STR("-"), STR("x")};
	struct link_list list = {.names = names, .cells = cells, .width = 2, .rows = 4};
	const struct link_said said = {STR("born"), LINK_DATE, LINK_EVERY};
	struct link_question q = {.lists = &list, .n_lists = 1};
	struct link_result r;
	struct err e = {0};

	assert_int_equal(link_rows(a, &q, &r, &e), -1);
	assert_string_equal(e.key, "link.nothing");
	list.rows = 0;
	assert_int_equal(link_rows(a, &q, &r, &e), -1);
	assert_string_equal(e.key, "link.nothing");
	q.said = &said;
	q.n_said = 1;
	assert_int_equal(link_rows(a, &q, &r, &e), -1);
	assert_string_equal(e.key, "link.column");
	list.rows = 60000000;
	assert_int_equal(link_rows(a, &q, &r, &e), -1);
	assert_string_equal(e.key, "link.rows");
	arena_free(a);
}

/* Many rows that say the same, and a few others: no hang and no memory to speak of. */
/* Pieces from the last to the first. */
static void
share_backwards(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	while (count-- > 0)
		work(arg, count);
}

static void
share_threads(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	crew_each(3, count, work, arg);
}

static void
threads_and_the_order_of_pieces_change_nothing(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	static link_share *const ways[] = {NULL, share_backwards, share_threads};
	struct str *cells = ARENA_ARRAY(a, struct str, CROWD * 2 * WIDTH);
	struct link_list list = {.names = names, .cells = cells, .width = WIDTH, .rows = CROWD * 2};
	struct link_result alone = {0};

	for (size_t p = 0; p < CROWD * 2; p++)
		row_make(a, cells + p * WIDTH, p / 2 + 1, p % 2);
	for (size_t i = 0; i < LENGTH(ways); i++) {
		struct link_question q = {.lists = &list, .n_lists = 1, .share = ways[i]};
		struct link_result r;
		struct err e = {0};
		assert_int_equal(link_rows(a, &q, &r, &e), 0);
		assert_true(r.pairs > 20000); /* more than one piece */
		if (i == 0)
			alone = r;
		assert_int_equal(r.pairs, alone.pairs);
		assert_memory_equal(r.cluster, alone.cluster, r.rows * sizeof(*r.cluster));
		double total = link_why(a, &r, 0, 1).total;
		assert_true(total <= link_why(a, &alone, 0, 1).total);
		assert_true(total >= link_why(a, &alone, 0, 1).total);
	}
	arena_free(a);
}

/* How many pairs are compared of CROWD rows whose column holds the same in every row but one; NULL
 * leaves the column as it is. */
static size_t
pairs_of_crowd(size_t column, const char *same)
{
	struct arena *a = arena_new();
	struct str *cells = ARENA_ARRAY(a, struct str, CROWD * WIDTH);
	struct link_list list = {.names = names, .cells = cells, .width = WIDTH, .rows = CROWD};

	for (size_t p = 0; p < CROWD; p++) {
		row_make(a, cells + p * WIDTH, p + 1, 0);
		if (same == NULL || p == 0)
			continue;
		struct str given = made_up(a, p);
		cells[p * WIDTH + column] =
		    column == 0 ? arena_fmt(a, "%.*s %s", STR_ARG(given), same) : str_of(same);
	}
	struct link_result r = linked(a, &list, 1);
	size_t pairs = r.pairs;
	assert_true(r.clusters > CROWD * 9 / 10);
	arena_free(a);
	return pairs;
}

static void
what_all_rows_share_is_not_compared_two_by_two(void **state)
{
	(void)state;
	size_t usual = pairs_of_crowd(0, NULL);

	assert_true(usual < (size_t)CROWD * CROWD / 20);
	assert_true(pairs_of_crowd(0, "Akhmetov") < usual * 3);
	assert_true(pairs_of_crowd(1, "1990-05-12") < usual * 3);
}

static void
a_cell_of_megabytes_is_one_more_value(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	size_t n = (size_t)4 << 20, rows = 40;
	struct str *cells = rows_make(a, 1);
	char *huge = arena_alloc(a, n);
	struct link_list list = {.names = names, .cells = cells, .width = WIDTH, .rows = rows};

	for (size_t i = 0; i < n; i++)
		huge[i] = i % 7 == 6 ? ' ' : (char)('a' + hash_mix(i) % 26);
	cells[0] = (struct str){huge, n};
	assert_int_equal(linked(a, &list, 1).clusters, rows);
	arena_free(a);
}

static void
identical_rows_cost_no_more_than_one(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const size_t rows = 200000;
	struct str *people = rows_make(a, 1), *cells = ARENA_ARRAY(a, struct str, rows * WIDTH);

	for (size_t i = 0; i < rows; i++)
		memcpy(
		    cells + i * WIDTH, people + (i < 50 ? i : 0) * WIDTH, WIDTH * sizeof(*cells));
	struct link_list list = {.names = names, .cells = cells, .width = WIDTH, .rows = rows};
	struct link_result r = linked(a, &list, 1);
	assert_int_equal(r.clusters, 50);
	assert_int_equal(r.largest, rows - 49);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rows_of_one_person_are_joined_and_others_not),
	    cmocka_unit_test(no_order_and_no_name_of_a_column_matters),
	    cmocka_unit_test(a_list_with_itself_gives_every_person_twice),
	    cmocka_unit_test(nobody_is_joined_within_a_list_that_holds_nobody_twice),
	    cmocka_unit_test(a_date_is_a_date_whatever_it_is_called),
	    cmocka_unit_test(a_year_meets_the_dates_of_another_list),
	    cmocka_unit_test(reasons_add_up_to_the_whole),
	    cmocka_unit_test(samples_are_the_same_for_a_seed_and_hold_the_number_of_people),
	    cmocka_unit_test(a_higher_cut_never_gives_fewer_people),
	    cmocka_unit_test(doubts_come_least_margin_first),
	    cmocka_unit_test(a_name_alone_joins_nobody),
	    cmocka_unit_test(a_short_list_joins_what_has_one_name_and_one_day),
	    cmocka_unit_test(what_cannot_be_compared_is_said),
	    cmocka_unit_test(threads_and_the_order_of_pieces_change_nothing),
	    cmocka_unit_test(what_all_rows_share_is_not_compared_two_by_two),
	    cmocka_unit_test(a_cell_of_megabytes_is_one_more_value),
	    cmocka_unit_test(identical_rows_cost_no_more_than_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
