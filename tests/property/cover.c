/*
 * Floors and clashes of tiny worlds against a search through all whole numbers.
 * Places of one day: almaty = a, around in it, square in that, nur-sultan, shymkent.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../unit/claim/figures.h"

#define WORLDS 800
#define CELLS 4 /* almaty without around, around, nur-sultan, shymkent */
#define MOST 4  /* of lower ends: no smallest solution has more in a cell */
#define CLAIMS 5
#define LAYERS 2 /* detained, taken */

static uint64_t
next(uint64_t *seed)
{
	uint64_t z = (*seed += UINT64_C(0x9e3779b97f4a7c15));
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static int
below(uint64_t *seed, int n)
{
	return (int)(next(seed) % (uint64_t)n);
}

struct tiny {
	unsigned cells[CLAIMS]; /* bit set */
	int layer[CLAIMS];
	int64_t low[CLAIMS], high[CLAIMS];
	struct figure rows[CLAIMS];
	struct world *w;
};

static const char *
spell_cells(struct arena *a, unsigned cells)
{
	static const char *const names[CELLS] = {NULL, "around", "nur-sultan", "shymkent"};
	struct str text = (cells & 1) != 0 ? STR("+almaty") : STR("");

	for (int c = 1; c < CELLS; c++)
		if ((cells >> c & 1) != 0 && !(c == 1 && (cells & 1) != 0))
			text = arena_fmt(a, "%.*s+%s", STR_ARG(text), names[c]);
	return text.p + 1;
}

/* A scope with almaty holds around as well. */
static unsigned
random_cells(uint64_t *seed, bool nested)
{
	static const unsigned family[] = {1 | 2, 2, 4, 8, 4 | 8, 15};
	unsigned cells = 0;

	if (nested)
		return family[below(seed, (int)LENGTH(family))];
	while (cells == 0)
		cells = (unsigned)below(seed, 16);
	return (cells & 1) != 0 ? cells | 2 : cells;
}

static void
make_tiny(struct arena *a, struct tiny *t, uint64_t *seed, bool nested)
{
	static const char *const ids[CLAIMS] = {"c1", "c2", "c3", "c4", "c5"};
	static const char *const origins[CLAIMS] = {
	    "ministry", "police", "monitor", "azattyq", "rferl"};

	for (int i = 0; i < CLAIMS; i++) {
		t->cells[i] = random_cells(seed, nested);
		t->layer[i] = below(seed, LAYERS);
		t->low[i] = below(seed, MOST + 1);
		t->high[i] = below(seed, 2) == 0 ? 0 : t->low[i] + below(seed, 3);
		t->rows[i] = (struct figure){ids[i], t->layer[i] == 0 ? DETAINED : TAKEN,
		    spell_cells(a, t->cells[i]), "9", t->low[i], t->high[i], t->low[i], "ba",
		    origins[i], WORLD_OTHER, WORLD_UNKNOWN, "10", ""};
		if (t->low[i] > 0 && t->high[i] == 0)
			t->high[i] = INTERVAL_OPEN; /* as figures.h reads it */
	}
	t->w = figures_world(a, t->rows, CLAIMS);
}

/* Runs through all whole numbers of people in each cell of one layer. */
static bool
step(int *x, int n)
{
	for (int i = 0; i < n; i++) {
		if (++x[i] <= MOST)
			return true;
		x[i] = 0;
	}
	return false;
}

static int64_t
sum(const int *x, unsigned cells)
{
	int64_t total = 0;
	for (int c = 0; c < CELLS; c++)
		total += (cells >> c & 1) != 0 ? x[c] : 0;
	return total;
}

static int64_t
least_by_search(const struct tiny *t, unsigned scope, int layer)
{
	int x[CELLS] = {0};
	int64_t best = INT64_MAX;

	do {
		bool holds = true;
		for (int i = 0; i < CLAIMS && holds; i++)
			if ((t->cells[i] & ~scope) == 0 && t->layer[i] >= layer)
				holds = sum(x, t->cells[i]) >= t->low[i];
		if (holds && sum(x, scope) < best)
			best = sum(x, scope);
	} while (step(x, CELLS));
	return best;
}

static void
a_floor_is_what_a_search_through_whole_numbers_finds_or_less(void **state)
{
	(void)state;
	int equal = 0, less = 0;

	for (uint64_t world = 1; world <= WORLDS; world++) {
		uint64_t seed = world;
		struct arena *a = arena_new();
		struct tiny t;
		bool nested = world % 2 == 0;
		make_tiny(a, &t, &seed, nested);
		struct standing *k = standing_new(a, t.w);
		unsigned cells = world % 3 == 0 ? random_cells(&seed, nested) : 15;
		int layer = below(&seed, LAYERS);
		struct scope s = figures_scope(
		    a, layer == 0 ? DETAINED : TAKEN, WORLD_ADDITIVE, spell_cells(a, cells), "9");
		int64_t low = floor_ask(a, k, &s, (struct floor_belief){FLOOR_ALL, -1}, 0).low;
		int64_t found = least_by_search(&t, cells, layer);
		assert_true(low <= found);
		if (nested)
			assert_int_equal(low, found);
		equal += low == found;
		less += low < found;
		arena_free(a);
	}
	assert_true(equal > less * 20);
}

static bool
holds(const struct tiny *t, unsigned claims)
{
	int taken[CELLS] = {0};

	do {
		bool fits = true;
		for (int i = 0; i < CLAIMS && fits; i++)
			if ((claims >> i & 1) != 0 && t->layer[i] == 1) {
				int64_t n = sum(taken, t->cells[i]);
				fits = t->low[i] <= n && n <= t->high[i];
			}
		if (!fits)
			continue;
		int more[CELLS] = {0}; /* detained and not taken */
		do {
			bool all = true;
			for (int i = 0; i < CLAIMS && all; i++)
				if ((claims >> i & 1) != 0 && t->layer[i] == 0) {
					int64_t n =
					    sum(taken, t->cells[i]) + sum(more, t->cells[i]);
					all = t->low[i] <= n && n <= t->high[i];
				}
			if (all)
				return true;
		} while (step(more, CELLS));
	} while (step(taken, CELLS));
	return false;
}

static bool
is_reported(const struct clashes *c, unsigned claims)
{
	for (size_t i = 0; i < c->real_count; i++) {
		unsigned members = 0;
		for (size_t m = 0; m < c->real[i].claim_count; m++)
			members |= 1u << c->real[i].claims[m];
		if (members == claims)
			return true;
	}
	return false;
}

static void
clashes_of_nested_scopes_are_all_that_a_search_finds_and_no_other(void **state)
{
	(void)state;
	int seen = 0;

	for (uint64_t world = 1; world <= WORLDS / 8; world++) {
		uint64_t seed = world * 31;
		struct arena *a = arena_new();
		struct tiny t;
		bool fits[1u << CLAIMS];
		make_tiny(a, &t, &seed, true);
		struct clashes c = clash_find(a, standing_new(a, t.w));
		for (unsigned set = 0; set < 1u << CLAIMS; set++)
			fits[set] = holds(&t, set);
		for (unsigned set = 0; set < 1u << CLAIMS; set++) {
			bool smallest = !fits[set];
			for (int i = 0; i < CLAIMS && smallest; i++)
				smallest = (set >> i & 1) == 0 || fits[set & ~(1u << i)];
			assert_int_equal(is_reported(&c, set), smallest);
			seen += smallest;
		}
		arena_free(a);
	}
	assert_true(seen > 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_floor_is_what_a_search_through_whole_numbers_finds_or_less),
	    cmocka_unit_test(clashes_of_nested_scopes_are_all_that_a_search_finds_and_no_other),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
