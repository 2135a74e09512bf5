/* What people said of pairs of rows binds: over whatever the rows weigh, by way of other rows, in
 * every sample, at every cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/link/hash.h"
#include "engine/link/link.h"

#define PEOPLE 120
#define TURNS 3
#define ROWS (PEOPLE * TURNS)
#define WIDTH 3
#define SAID 60

static const struct str names[WIDTH] = {STR_INIT("name"), STR_INIT("birth"), STR_INIT("town")};

static struct str
made_up(struct arena *a, uint64_t seed)
{
	static const char *const parts[] = {
	    "ba", "ka", "ler", "mo", "tus", "da", "rin", "zhan", "bek", "sul", "ai", "gul"};

	return arena_fmt(a, "%s%s%s%s", parts[hash_pair(seed, 0) % LENGTH(parts)],
	    parts[hash_pair(seed, 1) % LENGTH(parts)], parts[hash_pair(seed, 2) % LENGTH(parts)],
	    parts[hash_pair(seed, 3) % LENGTH(parts)]);
}

/* Each person stands in TURNS rows that say nearly the same; two of them say the very same. */
static struct str *
cells_made(struct arena *a)
{
	struct str *cells = ARENA_ARRAY(a, struct str, ROWS * WIDTH);

	for (uint64_t r = 0; r < ROWS; r++) {
		uint64_t person = r / TURNS + 1, draw = hash_mix(person);
		struct str *row = cells + r * WIDTH;
		row[0] = arena_fmt(a, "%.*s %.*sov", STR_ARG(made_up(a, person * 2)),
		    STR_ARG(made_up(a, person * 2 + 1)));
		row[1] = arena_fmt(a, "%d-%02d-%02d", 1950 + (int)(draw % 50),
		    1 + (int)(draw >> 8 & 0xFF) % 12, 2 + (int)(draw >> 16 & 15));
		row[2] = r % TURNS == 2 ? STR("") : arena_fmt(a, "Town%d", (int)(draw >> 40 & 7));
	}
	return cells;
}

static struct link_list
list_of(const struct str *cells)
{
	return (struct link_list){.names = names, .cells = cells, .width = WIDTH, .rows = ROWS};
}

static struct link_result
linked(struct arena *a, const struct link_list *list, const struct link_verdict *said, size_t n)
{
	const struct link_question q = {
	    .lists = list, .n_lists = 1, .verdicts = said, .n_verdicts = n};
	struct link_result result;
	struct err e = {0};

	assert_int_equal(link_rows(a, &q, &result, &e), 0);
	return result;
}

static void
a_row_that_was_said_to_be_another_person_stands_alone(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct link_list list = list_of(cells_made(a));
	const struct link_verdict said[] = {{0, 1, false}, {0, 2, false}};
	struct link_result before = linked(a, &list, NULL, 0), after = linked(a, &list, said, 2);

	assert_int_equal(before.cluster[0], before.cluster[1]);
	assert_int_equal(before.cluster[1], before.cluster[2]);
	assert_int_not_equal(after.cluster[0], after.cluster[1]);
	assert_int_equal(after.cluster[1], after.cluster[2]);
	assert_int_equal(after.clusters, before.clusters + 1);
	arena_free(a);
}

static void
rows_that_were_said_to_be_one_are_one_though_nothing_agrees(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct link_list list = list_of(cells_made(a));
	const struct link_verdict said[] = {{0, 30, true}, {30, 60, true}, {60, 1, false}};
	struct link_result r = linked(a, &list, said, 3);

	assert_int_equal(r.cluster[0], r.cluster[30]);
	assert_int_equal(r.cluster[30], r.cluster[60]);
	assert_int_not_equal(r.cluster[60], r.cluster[1]);
	arena_free(a);
}

/* Where same leads, over however many steps. */
static size_t
root(const size_t *into, size_t row)
{
	while (into[row] != row)
		row = into[row];
	return row;
}

/* Verdicts by chance that fit together: none says different within what was said to be one. */
static size_t
said_made(struct link_verdict *said, size_t *into, uint64_t seed)
{
	size_t n = 0;

	for (size_t r = 0; r < ROWS; r++)
		into[r] = r;
	for (uint64_t i = 0; n < SAID; i++) {
		uint64_t draw = hash_pair(seed, i);
		size_t x = draw % ROWS, y = (draw >> 20) % ROWS;
		bool same = (draw >> 60 & 1) != 0, fits = root(into, x) != root(into, y);
		if ((draw >> 61 & 3) == 0)
			y = x / TURNS * TURNS + (x + 1) % TURNS;
		fits = root(into, x) != root(into, y);
		for (size_t k = 0; k < n && same && fits; k++) {
			size_t p = root(into, said[k].x), q = root(into, said[k].y);
			fits = said[k].same ||
			    !((p == root(into, x) && q == root(into, y)) ||
				(q == root(into, x) && p == root(into, y)));
		}
		if (!fits)
			continue;
		said[n++] = (struct link_verdict){x, y, same};
		if (same)
			into[root(into, x)] = root(into, y);
	}
	return n;
}

static void
binds(const uint32_t *cluster, const struct link_verdict *said, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_int_equal(cluster[said[i].x] == cluster[said[i].y], said[i].same);
}

static void
what_was_said_binds_in_every_world(void **state)
{
	(void)state;

	for (uint64_t seed = 1; seed <= 12; seed++) {
		struct arena *a = arena_new();
		const struct link_list list = list_of(cells_made(a));
		struct link_verdict *said = ARENA_ARRAY(a, struct link_verdict, SAID);
		size_t *into = ARENA_ARRAY(a, size_t, ROWS);
		uint32_t *cluster = ARENA_ARRAY(a, uint32_t, ROWS);
		size_t n = said_made(said, into, seed);
		struct link_result r = linked(a, &list, said, n);
		binds(r.cluster, said, n);
		link_sample(&r, seed, cluster);
		binds(cluster, said, n);
		arena_free(a);
	}
}

/* A verdict is no doubt any more. */
static void
nobody_is_asked_again(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str *cells = cells_made(a);
	struct link_result r;
	size_t n = 8;

	for (size_t p = 0; p + 1 < PEOPLE; p += 2) /* namesakes, one without a birth date */
		for (size_t t = 0; t < TURNS; t++) {
			struct str *row = cells + ((p + 1) * TURNS + t) * WIDTH;
			row[0] = cells[p * TURNS * WIDTH];
			row[1] = STR("");
		}
	const struct link_list list = list_of(cells);
	r = linked(a, &list, NULL, 0);
	const struct link_doubt *doubts = link_doubts(a, &r, &n);
	assert_true(n > 0);
	const struct link_verdict said = {doubts[0].x, doubts[0].y, false};
	r = linked(a, &list, &said, 1);
	n = SIZE_MAX;
	doubts = link_doubts(a, &r, &n);
	for (size_t i = 0; i < n; i++)
		assert_false(doubts[i].x == said.x && doubts[i].y == said.y);
	arena_free(a);
}

static void
columns_are_known_before_anything_is_linked(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct link_list list = list_of(cells_made(a));
	const struct link_question q = {.lists = &list, .n_lists = 1};
	const struct link_column *columns;
	size_t n;
	struct err e = {0};

	struct link_result r = linked(a, &list, NULL, 0);
	assert_int_equal(link_columns(a, &q, &columns, &n, &e), 0);
	assert_int_equal(n, r.n_columns);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(columns[i].kind, r.columns[i].kind);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_row_that_was_said_to_be_another_person_stands_alone),
	    cmocka_unit_test(rows_that_were_said_to_be_one_are_one_though_nothing_agrees),
	    cmocka_unit_test(what_was_said_binds_in_every_world),
	    cmocka_unit_test(nobody_is_asked_again),
	    cmocka_unit_test(columns_are_known_before_anything_is_linked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
