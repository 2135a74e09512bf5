/* Candidates in linking: many are looked at together as each would be alone, nothing weighs more
 * than its bound, and what weighs enough stays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/link/candidate.h"
#include "engine/link/guess.h"
#include "engine/link/hash.h"

#define ROWS ((size_t)600)
#define WIDTH 4
#define CROWD ((size_t)4800)
#define OTHERS ((size_t)400)

static const struct str names[WIDTH] = {
    STR_INIT("given"), STR_INIT("family"), STR_INIT("birth"), STR_INIT("town")};
static const struct link_said said[] = {{STR_INIT("given"), LINK_GIVEN, LINK_EVERY},
    {STR_INIT("family"), LINK_FAMILY, LINK_EVERY}, {STR_INIT("birth"), LINK_DATE, LINK_EVERY},
    {STR_INIT("town"), LINK_WORDS, LINK_EVERY}};

/* A name of three of a few syllables, with a slip here and there, or none. */
static struct str
word(struct arena *a, uint64_t draw)
{
	static const char *const syllables[] = {
	    "ma", "bek", "sul", "tan", "no", "dar", "er", "zhan", "ai", "gul", "qa", "rim"};
	size_t n = LENGTH(syllables);

	if (draw % 13 == 0)
		return STR("");
	return arena_fmt(a, "%s%s%s%s", syllables[draw / 13 % 4], syllables[draw / 52 % 3 + 4],
	    syllables[draw / 156 % n], draw >> 60 == 0 ? "s" : "");
}

static struct fields *
fields_of(struct arena *a, const struct link_list *list)
{
	const struct link_question q = {
	    .lists = list, .n_lists = 1, .said = said, .n_said = LENGTH(said)};
	struct table *t = table_new(a, &q);
	struct err e = {0};
	assert_int_equal(guess_kinds(t, &q, &e), 0);
	return field_all(a, t, &q);
}

static struct fields *
rows_make(struct arena *a, struct link_list *list)
{
	struct str *cells = ARENA_ARRAY(a, struct str, ROWS * WIDTH);

	for (size_t i = 0; i < ROWS; i++) {
		uint64_t draw = hash_mix(i + 1);
		struct str *row = cells + i * WIDTH;
		row[0] = word(a, draw);
		row[1] = draw % 7 == 0 ? row[0] : word(a, hash_mix(draw));
		row[2] = arena_fmt(a, "19%02d-%02d-%02d", (int)(draw % 30) + 60,
		    (int)(draw >> 8) % 6 + 1, (int)(draw >> 16 & 7) + 1);
		row[3] = arena_fmt(a, "%.*s village", STR_ARG(row[0]));
		if (draw % 5 == 0)
			row[2] = STR("");
		if (draw % 3 == 0)
			row[3] = STR("Taraz");
	}
	*list = (struct link_list){.names = names, .cells = cells, .width = WIDTH, .rows = ROWS};
	return fields_of(a, list);
}

static void
many_pairs_of_a_unit_have_the_levels_that_each_has_alone(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list;
	struct fields *f = rows_make(a, &list);
	struct levels *l = level_new(a, f);
	struct level_rows *rows = level_rows_new(a, l);
	uint32_t *others = ARENA_ARRAY(a, uint32_t, f->units);
	uint64_t *together = ARENA_ARRAY(a, uint64_t, f->units);
	size_t apart = 0;

	for (uint32_t u = 0; u < f->units; u++)
		others[u] = u;
	for (uint32_t x = 0; x < f->units; x++) {
		level_row(rows, x, others, f->units, together);
		for (uint32_t y = 0; y < f->units; y++)
			apart += together[y] != level_plain(l, x, y);
	}
	assert_int_equal(apart, 0);
	arena_free(a);
}

/* What pairs weigh before any are clusters. */
static struct weights *
weights_first(struct arena *a, struct levels *l, const struct fields *f, const struct candidates *c)
{
	struct weights *w = weigh_first(a, l, f, c->patterns, c->share);
	struct nearby_keys near = nearby_keys(a, c->near), none = {NULL, 0};

	weigh_near(w, l, f, &near, &none);
	return w;
}

/* Counts the pairs of all units that weigh more than was said, and those that the bound holds. */
static void
no_pair_weighs_more_than_its_bound(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list;
	struct fields *f = rows_make(a, &list);
	struct levels *l = level_new(a, f);
	struct candidates *c = candidate_first(a, l, f);
	struct weights *w = weights_first(a, l, f, c);
	size_t above = 0, close = 0, pairs = 0;

	w->together = ARENA_ARRAY(a, double, (size_t)1 << f->count);
	w->namesakes = namesake_new(a, f);
	for (uint32_t x = 0; x < f->units; x++) {
		struct weigh_own own;
		weigh_own(w, f, x, &own);
		for (uint32_t y = 0; y < f->units; y++) {
			const struct block_pair pair = {x, y};
			uint64_t levels = level_plain(l, x, y);
			struct weigh_bound most = weigh_bound(w, f, levels);
			double weight = weigh_pair(w, f, levels, &pair);
			above += weight > weigh_most(&most, &own) + 1e-9;
			close += weight > weigh_most(&most, &own) - 1e-9;
			pairs++;
		}
	}
	assert_int_equal(above, 0);
	assert_true(close * 2 > pairs);
	arena_free(a);
}

static void
candidates_that_weigh_enough_stay_in_their_order(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list;
	struct fields *f = rows_make(a, &list);
	struct levels *l = level_new(a, f);
	struct candidates *c = candidate_first(a, l, f);
	struct weights *w = weights_first(a, l, f, c);
	const struct candidate_piece *piece = &c->pieces[0];
	struct block_pair *wanted = ARENA_ARRAY(a, struct block_pair, c->looked_at);
	size_t n = 0, at = 0;

	assert_int_equal(c->n_pieces, 1);
	assert_int_equal(piece->first[piece->units], c->looked_at);
	for (uint32_t x = 0; x < f->units; x++) {
		for (size_t i = piece->first[x]; i < piece->first[x + 1]; i++) {
			const struct block_pair pair = {x, piece->others[i]};
			if (weigh_pair(w, f, level_plain(l, x, pair.y), &pair) >= -4)
				wanted[n++] = pair;
		}
	}
	assert_true(n > 0 && n < c->looked_at);
	candidate_rest(c, a, w, -4);
	assert_int_equal(piece->first[piece->units], n);
	for (uint32_t x = 0; x < f->units; x++)
		for (; at < piece->first[x + 1]; at++)
			assert_true(wanted[at].x == x && wanted[at].y == piece->others[at]);
	arena_free(a);
}

/* Most candidates of a row, of which all have one family name and, where so said, one day. */
static double
crowded(bool one_day)
{
	static const struct str given[] = {
	    STR_INIT("Asan"), STR_INIT("Marat"), STR_INIT("Serik"), STR_INIT("Gulnar")};
	struct arena *a = arena_new();
	struct str *cells = ARENA_ARRAY(a, struct str, CROWD * WIDTH);

	for (size_t i = 0; i < CROWD; i++) {
		struct str *row = cells + i * WIDTH;
		row[0] = given[i % LENGTH(given)];
		row[1] = STR("Omarov");
		row[2] = one_day ? STR("1990-05-12")
				 : arena_fmt(a, "19%02d-%02d-12", (int)(i / 4 % 50) + 50,
				       (int)(i / 200 % 12) + 1);
		row[3] = arena_fmt(a, "Town %zu", i / 4);
	}
	const struct link_list list = {
	    .names = names, .cells = cells, .width = WIDTH, .rows = CROWD};
	struct fields *f = fields_of(a, &list);
	struct candidates *c = candidate_first(a, level_new(a, f), f);
	double each = (double)c->looked_at / (double)f->units;
	assert_int_equal(f->units, CROWD);
	arena_free(a);
	return each;
}

static void
rows_that_share_nearly_all_have_few_candidates(void **state)
{
	(void)state;
	assert_true(crowded(false) < 200);
	assert_true(crowded(true) < 200);
}

/* How many pairs of one town there are among n rows of one name that stands in two fields, each on
 * a day of its own, and how many of these are candidates. OTHERS rows of these towns have another
 * name. */
static void
of_one_name(size_t n, size_t n_towns, size_t *pairs, size_t *found)
{
	static const struct str towns[] = {STR_INIT("Taraz"), STR_INIT("Semey"),
	    STR_INIT("Kokshetau"), STR_INIT("Pavlodar"), STR_INIT("Rudny"), STR_INIT("Uralsk"),
	    STR_INIT("Balkhash"), STR_INIT("Zhezkazgan"), STR_INIT("Ekibastuz"),
	    STR_INIT("Lisakovsk"), STR_INIT("Shymkent"), STR_INIT("Turkistan"), STR_INIT("Oskemen"),
	    STR_INIT("Mangystau")};
	struct arena *a = arena_new();
	struct str *cells = ARENA_ARRAY(a, struct str, (n + OTHERS) * WIDTH);
	struct block_room room = {.a = a};

	for (size_t i = 0; i < n + OTHERS; i++) {
		struct str *row = cells + i * WIDTH;
		row[0] = row[1] = i < n ? STR("Asan") : STR("Marat");
		row[2] = arena_fmt(a, "19%02d-%02d-%02d", (int)(i % 50) + 50, (int)(i % 12) + 1,
		    (int)(i / 12 % 28) + 1);
		row[3] = n_towns > 1 ? towns[i % n_towns] : STR("");
	}
	const struct link_list list = {
	    .names = names, .cells = cells, .width = WIDTH, .rows = n + OTHERS};
	struct fields *f = fields_of(a, &list);
	const struct blocks *blocks = block_all(a, f);
	size_t *group = ARENA_ARRAY(a, size_t, f->units);
	for (size_t i = 0; i < n; i++)
		group[f->unit_of_row[i]] = i % n_towns + 1;
	*pairs = *found = 0;
	for (uint32_t x = 0; x < f->units; x++) {
		for (uint32_t y = x + 1; y < f->units; y++)
			*pairs += group[x] != 0 && group[x] == group[y];
		block_others(blocks, x, &room);
		for (size_t i = 0; i < room.count; i++)
			*found += group[x] != 0 && group[x] == group[room.at[i]];
	}
	arena_free(a);
}

static void
a_word_in_two_fields_counts_a_row_once(void **state)
{
	(void)state;
	size_t pairs, found;

	of_one_name(40, 1, &pairs, &found); /* as many as one key pairs */
	assert_int_equal(pairs, 40 * 39 / 2);
	assert_int_equal(found, pairs);
	of_one_name(700, 14, &pairs, &found); /* those of a town are no more than two keys pair */
	assert_int_equal(pairs, 14 * 50 * 49 / 2);
	assert_int_equal(found, pairs);
}

/* Rows of one given name and one day, more than are paired, with family names that are one letter
 * apart from another's, and of as many sounds in between. */
static void
in_a_large_block_those_who_sound_alike_are_candidates(void **state)
{
	static const char firsts[] = "bdfghlrsz";
	enum { PAIRS = sizeof(firsts) - 1, BETWEEN = 60, ELSEWHERE = 100 };
	enum { ALL = PAIRS * 2 + BETWEEN + ELSEWHERE };
	(void)state;
	struct arena *a = arena_new();
	struct str *cells = ARENA_ARRAY(a, struct str, (size_t)ALL * WIDTH);
	struct block_room room = {.a = a};
	size_t found = 0;

	for (size_t i = 0; i < ALL; i++) {
		struct str *row = cells + i * WIDTH;
		bool elsewhere = i >= ALL - ELSEWHERE;
		row[0] = elsewhere ? STR("Marat") : STR("Ali");
		row[1] = STR("Omarov");
		row[2] =
		    elsewhere ? arena_fmt(a, "%d-05-12", (int)(i % 40) + 1940) : STR("1990-05-12");
		if (i < (size_t)PAIRS * 2)
			row[1] = arena_fmt(a, "%c%s", firsts[i % PAIRS], i < PAIRS ? "am" : "ar");
		else if (!elsewhere)
			row[1] =
			    arena_fmt(a, "u%c%co", "bcdfghjklmnp"[i % 12], "rstvz"[i / 12 % 5]);
	}
	const struct link_list list = {.names = names, .cells = cells, .width = WIDTH, .rows = ALL};
	struct fields *f = fields_of(a, &list);
	const struct blocks *blocks = block_all(a, f);
	for (size_t i = 0; i < PAIRS; i++) {
		uint32_t x = f->unit_of_row[i], y = f->unit_of_row[i + PAIRS];
		block_others(blocks, x < y ? x : y, &room);
		for (size_t k = 0; k < room.count; k++)
			found += room.at[k] == (x < y ? y : x);
	}
	assert_int_equal(found, PAIRS);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(many_pairs_of_a_unit_have_the_levels_that_each_has_alone),
	    cmocka_unit_test(no_pair_weighs_more_than_its_bound),
	    cmocka_unit_test(candidates_that_weigh_enough_stay_in_their_order),
	    cmocka_unit_test(rows_that_share_nearly_all_have_few_candidates),
	    cmocka_unit_test(a_word_in_two_fields_counts_a_row_once),
	    cmocka_unit_test(in_a_large_block_those_who_sound_alike_are_candidates),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
