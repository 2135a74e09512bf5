/* Gathering: groups of clusters go on at once and yet nothing that waits is left apart, and pairs
 * that were compared are found again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "engine/link/gather.h"
#include "engine/link/model.h"
#include "kit/os/crew.h"
#include "made_up.h"

#define PEOPLE 300
#define TURNS 8
#define ROWS ((size_t)PEOPLE * TURNS)
#define WIDTH 4
#define REACH (-3.0) /* pairs below do not tie two clusters */

/* A row of somebody whose names many others bear, with slips and gaps. */
static void
row_make(struct arena *a, struct str *cells, uint64_t person, uint64_t turn)
{
	uint64_t who = hash_mix(person), draw = hash_pair(person, turn);
	struct str given = made_up(a, who % 40), family = made_up(a, 100 + who / 40 % 60);
	struct str born = arena_fmt(a, "%d-%02d-%02d", 1950 + (int)(who >> 20 & 31),
	    1 + (int)(who >> 30 & 7), 2 + (int)(who >> 40 & 7));

	if (draw % 4 == 0)
		given = str_sub(given, 0, 1);
	else if (draw % 4 == 1)
		given = str_sub(given, 0, given.n - 2);
	cells[0] = given;
	cells[1] = draw >> 8 & 3 ? family : str_sub(family, 1, family.n);
	cells[2] = draw >> 16 & 1 ? born : STR("");
	cells[3] = draw >> 24 & 1 ? made_up(a, 500 + (who >> 50 & 7)) : STR("");
}

static struct link_result
crowd_linked(struct arena *a, link_share *share)
{
	static const struct str names[WIDTH] = {
	    STR_INIT("given"), STR_INIT("family"), STR_INIT("birth"), STR_INIT("town")};
	static const struct link_said said[] = {{STR_INIT("given"), LINK_GIVEN, LINK_EVERY},
	    {STR_INIT("family"), LINK_FAMILY, LINK_EVERY},
	    {STR_INIT("birth"), LINK_DATE, LINK_EVERY}, {STR_INIT("town"), LINK_WORDS, LINK_EVERY}};
	struct str *cells = ARENA_ARRAY(a, struct str, ROWS * WIDTH);
	struct link_list *list = ARENA_NEW(a, struct link_list);
	struct link_result r;
	struct err e = {0};

	for (size_t i = 0; i < ROWS; i++)
		row_make(a, cells + i * WIDTH, i % PEOPLE, i / PEOPLE);
	*list = (struct link_list){.names = names, .cells = cells, .width = WIDTH, .rows = ROWS};
	const struct link_question q = {
	    .lists = list, .n_lists = 1, .said = said, .n_said = LENGTH(said), .share = share};
	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	return r;
}

/* The units of each cluster; rows that say the same stand in one. */
struct part {
	uint32_t units[ROWS];
	size_t n;
	double rows;
};

static double
weight_of(const struct link_model *m, uint32_t x, uint32_t y)
{
	const struct block_pair pair = {x < y ? x : y, x < y ? y : x};

	return weigh_pair(m->weights, m->fields, level_pattern(m->levels, pair.x, pair.y), &pair);
}

/* The log-odds that two clusters are one person. */
static double
odds_of(const struct link_model *m, const struct part *x, const struct part *y)
{
	const uint32_t *rows = m->fields->rows_of_unit;
	double sum = 0;

	for (size_t i = 0; i < x->n; i++) {
		for (size_t k = 0; k < y->n; k++)
			sum += weight_of(m, x->units[i], y->units[k]) * (double)rows[x->units[i]] *
			    (double)rows[y->units[k]];
	}
	return sum / (x->rows * y->rows) + log((x->rows + y->rows) / 2);
}

static struct part *
parts(struct arena *a, const struct link_result *r, const struct gathered *g)
{
	const struct fields *f = r->model->fields;
	struct part *at = ARENA_ARRAY(a, struct part, g->count);

	for (uint32_t u = 0; u < f->units; u++) {
		struct part *p = &at[g->cluster[u]];
		p->units[p->n++] = u;
		p->rows += (double)f->rows_of_unit[u];
	}
	return at;
}

static struct gathered
gathered_by(struct arena *a, const struct link_result *r, double least)
{
	const struct gather_way way = {.cut = LINK_CUT, .least = least};
	const struct link_model *m = r->model;
	const struct gather_world world = {
	    m->levels, m->fields, m->weights, m->candidates, m->asked};

	return gather_all(a, &world, &way);
}

/* Counts the pairs of a piece that tie two clusters, and those of them that should be one. */
static void
piece_count(const struct link_model *m, const struct gathered *g, const struct part *parts,
    const struct candidate_piece *piece, size_t count[2])
{
	for (uint32_t u = 0; u < piece->units; u++) {
		for (size_t i = piece->first[u]; i < piece->first[u + 1]; i++) {
			uint32_t x = piece->unit + u, y = piece->others[i];
			uint32_t of_x = g->cluster[x], of_y = g->cluster[y];
			if (of_x == of_y || weight_of(m, x, y) < REACH)
				continue;
			count[0]++;
			count[1] += odds_of(m, &parts[of_x], &parts[of_y]) > LINK_CUT + 1e-6;
		}
	}
}

static void
no_two_clusters_that_wait_stay_apart(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_result r = crowd_linked(a, NULL);
	struct gathered g = gathered_by(a, &r, 0);
	const struct candidates *c = r.model->candidates;
	const struct part *of = parts(a, &r, &g);
	size_t count[2] = {0, 0};

	assert_true(g.count < ROWS / 3);
	for (size_t i = 0; i < c->n_pieces; i++)
		piece_count(r.model, &g, of, &c->pieces[i], count);
	assert_true(count[0] > 100);
	assert_int_equal(count[1], 0);
	arena_free(a);
}

/* Candidates, and those of them that weigh enough. */
static void
heavy_count(const struct link_model *m, double least, size_t count[2])
{
	for (size_t i = 0; i < m->candidates->n_pieces; i++) {
		const struct candidate_piece *piece = &m->candidates->pieces[i];
		for (uint32_t u = 0; u < piece->units; u++) {
			for (size_t k = piece->first[u]; k < piece->first[u + 1]; k++) {
				count[0]++;
				count[1] +=
				    weight_of(m, piece->unit + u, piece->others[k]) >= least;
			}
		}
	}
}

static void
candidates_that_weigh_too_little_are_let_go_of_and_no_others(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_result r = crowd_linked(a, NULL);
	size_t before[2] = {0, 0}, after[2] = {0, 0}, units = r.model->fields->units;

	heavy_count(r.model, REACH, before);
	struct gathered all = gathered_by(a, &r, 0), heavy = gathered_by(a, &r, REACH);
	heavy_count(r.model, REACH, after);
	assert_int_equal(after[1], before[1]);
	assert_true(after[0] * 2 < before[0]);
	assert_memory_equal(all.cluster, heavy.cluster, units * sizeof(*all.cluster));
	arena_free(a);
}

static void
threads_and_what_was_compared_before_change_nothing(void **state)
{
	(void)state;
	struct arena *a = arena_new(), *b = arena_new();
	struct link_result x = crowd_linked(a, NULL), y = crowd_linked(b, crew_all);
	struct gathered first = gathered_by(a, &x, 0), again = gathered_by(a, &x, 0);
	size_t units = x.model->fields->units;

	assert_memory_equal(x.cluster, y.cluster, ROWS * sizeof(*x.cluster));
	assert_memory_equal(first.cluster, again.cluster, units * sizeof(*first.cluster));
	arena_free(b);
	arena_free(a);
}

static void
a_pair_that_was_asked_for_is_found_again_and_no_other(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct fields f = {.units = 10};
	struct pattern_set *set = pattern_new(a, &f);
	struct asked *asked = asked_new(a, &f, set);
	const struct asked_pair first[] = {{{3, 7}, 0x21}, {{0, 9}, 0x11}, {{3, 4}, 0x21}};
	const struct asked_pair more[] = {{{3, 5}, 0x12}, {{8, 9}, 0x21}};

	assert_int_equal(asked_find(asked, 3, 7), ASKED_NONE);
	asked_take(asked, first, LENGTH(first));
	asked_take(asked, more, LENGTH(more));
	assert_int_equal(set->at[asked_find(asked, 3, 7)].levels, 0x21);
	assert_int_equal(set->at[asked_find(asked, 3, 5)].levels, 0x12);
	assert_int_equal(set->at[asked_find(asked, 0, 9)].levels, 0x11);
	assert_int_equal(asked_find(asked, 8, 9), asked_find(asked, 3, 4));
	assert_int_equal(asked_find(asked, 3, 6), ASKED_NONE);
	assert_int_equal(asked_find(asked, 9, 9), ASKED_NONE);
	arena_free(a);
}

#define NUMBERS 6 /* columns of codes beside given name, family name and birth */
#define FILLED (3 + NUMBERS)
#define BRIDGE 10 /* rows that say all of what two others say */

/* A row of that person in full. */
static void
full_row(struct arena *a, struct str *cells, uint64_t person)
{
	uint64_t who = hash_mix(person);

	cells[0] = made_up(a, person * 2);
	cells[1] = made_up(a, person * 2 + 1);
	cells[2] = arena_fmt(a, "%d-%02d-%02d", 1950 + (int)(who & 31), 1 + (int)(who >> 10) % 12,
	    2 + (int)(who >> 20 & 15));
	for (uint64_t k = 0; k < NUMBERS; k++)
		cells[3 + k] = arena_fmt(a, "%08u", (unsigned)(hash_pair(person, k) >> 36));
}

/* What the last two rows say goes with what the rows before say, and not with each other. */
static struct str *
bridge_made(struct arena *a, size_t people, size_t *rows)
{
	*rows = people * 2 + BRIDGE + 2;
	struct str *cells = ARENA_ARRAY(a, struct str, *rows * FILLED);
	struct str *first = cells + (*rows - 2) * FILLED, *second = first + FILLED;

	for (size_t r = 0; r < *rows; r++)
		full_row(a, cells + r * FILLED, r < people * 2 ? r / 2 + 1 : 1000);
	for (size_t r = 1; r < people * 2; r += 2)
		cells[r * FILLED + 3 + r / 2 % NUMBERS] = STR("");
	for (size_t k = 0; k < NUMBERS; k++)
		first[3 + k] = k == 0 ? STR("77777777") : STR("");
	full_row(a, second, 2000);
	for (size_t k = 0; k < NUMBERS; k++)
		second[3 + k] = cells[people * 2 * FILLED + 3 + k];
	return cells;
}

static void
no_cluster_holds_two_rows_that_are_too_unlike(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	static const struct str names[FILLED] = {STR_INIT("given"), STR_INIT("family"),
	    STR_INIT("birth"), STR_INIT("a"), STR_INIT("b"), STR_INIT("c"), STR_INIT("d"),
	    STR_INIT("e"), STR_INIT("f")};
	static const struct link_said said[] = {{STR_INIT("given"), LINK_GIVEN, LINK_EVERY},
	    {STR_INIT("family"), LINK_FAMILY, LINK_EVERY},
	    {STR_INIT("birth"), LINK_DATE, LINK_EVERY}, {STR_INIT("a"), LINK_CODE, LINK_EVERY},
	    {STR_INIT("b"), LINK_CODE, LINK_EVERY}, {STR_INIT("c"), LINK_CODE, LINK_EVERY},
	    {STR_INIT("d"), LINK_CODE, LINK_EVERY}, {STR_INIT("e"), LINK_CODE, LINK_EVERY},
	    {STR_INIT("f"), LINK_CODE, LINK_EVERY}};
	size_t rows;
	const struct link_list list = {
	    .names = names, .cells = bridge_made(a, 1500, &rows), .width = FILLED, .rows = rows};
	const struct link_question q = {
	    .lists = &list, .n_lists = 1, .said = said, .n_said = LENGTH(said)};
	struct link_result r;
	struct err e = {0};

	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	size_t x = rows - 2, z = rows - 1, y = rows - 3;
	double apart = link_why(a, &r, x, z).total;
	double mean = (apart + BRIDGE * link_why(a, &r, y, x).total) / (BRIDGE + 1);
	assert_true(apart < LINK_APART);
	assert_true(mean > LINK_CUT);
	assert_int_equal(r.cluster[z], r.cluster[y]);
	assert_int_not_equal(r.cluster[x], r.cluster[z]);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_two_clusters_that_wait_stay_apart),
	    cmocka_unit_test(candidates_that_weigh_too_little_are_let_go_of_and_no_others),
	    cmocka_unit_test(threads_and_what_was_compared_before_change_nothing),
	    cmocka_unit_test(a_pair_that_was_asked_for_is_found_again_and_no_other),
	    cmocka_unit_test(no_cluster_holds_two_rows_that_are_too_unlike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
