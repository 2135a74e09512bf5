/* What the public is not told: every small number keeps room, whatever sums are known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/person/internal.h"

#define LISTS 3
#define SETS 7 /* of three lists, without the empty one */

static struct arena *a;

static int
begin(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static size_t
ones(uint32_t set)
{
	return (set & 1) + (set >> 1 & 1) + (set >> 2 & 1);
}

/* A count with these people on the sets 1 to 7; cells that hold nobody are not there. */
static struct person_count
count_of(const size_t people[SETS])
{
	static struct person_cell cells[SETS], by_lists[LISTS];
	struct person_count n = {.n_lists = LISTS, .cells = cells, .by_lists = by_lists};

	for (size_t k = 0; k < LISTS; k++)
		by_lists[k] = (struct person_cell){.set = (uint32_t)k + 1};
	for (uint32_t set = 1; set <= SETS; set++) {
		n.persons += (int64_t)people[set - 1];
		by_lists[ones(set) - 1].people += people[set - 1];
		if (people[set - 1] > 0)
			cells[n.n_cells++] =
			    (struct person_cell){.set = set, .people = people[set - 1]};
	}
	return n;
}

/* What somebody knows who reads the table: the sums over its hidden cells. */
struct known {
	const struct person_count *n;
	int64_t total, on_list[LISTS], on_many[LISTS]; /* -1: not known */
	int64_t least[SETS], most[SETS];               /* of each cell, by all that fits */
};

static void
try_all(struct known *k, size_t at, int64_t *x)
{
	while (at < k->n->n_cells && !k->n->cells[at].hidden)
		at++;
	if (at == k->n->n_cells) {
		bool fits = k->total == 0;
		for (size_t i = 0; i < LISTS; i++)
			fits = fits && k->on_list[i] == 0 && k->on_many[i] <= 0;
		for (size_t i = 0; fits && i < k->n->n_cells; i++) {
			k->least[i] = x[i] < k->least[i] ? x[i] : k->least[i];
			k->most[i] = x[i] > k->most[i] ? x[i] : k->most[i];
		}
		return;
	}
	uint32_t set = k->n->cells[at].set;
	size_t many = ones(set) - 1;
	bool is_known = k->on_many[many] >= 0;
	for (x[at] = 1; x[at] <= k->total && (!is_known || x[at] <= k->on_many[many]); x[at]++) {
		struct known rest = *k;
		rest.total -= x[at];
		if (is_known)
			rest.on_many[many] -= x[at];
		bool over = false;
		for (size_t i = 0; i < LISTS; i++) {
			rest.on_list[i] -= set >> i & 1 ? x[at] : 0;
			over = over || rest.on_list[i] < 0;
		}
		if (over)
			break;
		int64_t own = x[at];
		try_all(&rest, at + 1, x);
		x[at] = own;
		memcpy(k->least, rest.least, sizeof(k->least));
		memcpy(k->most, rest.most, sizeof(k->most));
	}
}

/* The least room that a small cell has; all: every cell is hidden, so there is no more to do. */
static int64_t
least_room(const struct person_count *n, bool *all)
{
	struct known k = {.n = n};
	int64_t x[SETS] = {0}, room = INT64_MAX;

	*all = true;
	for (size_t i = 0; i < LISTS; i++)
		k.on_many[i] = n->by_lists[i].hidden ? -1 : 0;
	for (size_t i = 0; i < n->n_cells; i++) {
		const struct person_cell *c = &n->cells[i];
		k.least[i] = INT64_MAX;
		*all = *all && c->hidden;
		if (!c->hidden)
			continue;
		k.total += (int64_t)c->people;
		for (size_t l = 0; l < LISTS; l++)
			k.on_list[l] += c->set >> l & 1 ? (int64_t)c->people : 0;
		if (k.on_many[ones(c->set) - 1] >= 0)
			k.on_many[ones(c->set) - 1] += (int64_t)c->people;
	}
	try_all(&k, 0, x);
	for (size_t i = 0; i < n->n_cells; i++)
		if (n->cells[i].hidden && n->cells[i].people < PERSON_CELL &&
		    k.most[i] - k.least[i] < room)
			room = k.most[i] - k.least[i];
	return room;
}

/* The same of the numbers by how many lists. */
static int64_t
least_room_by_lists(const struct person_count *n)
{
	int64_t least[LISTS] = {INT64_MAX, INT64_MAX, INT64_MAX}, most[LISTS] = {0}, x[LISTS];
	int64_t total = 0, sizes = 0, room = INT64_MAX;

	for (size_t k = 0; k < LISTS; k++) {
		total += (int64_t)n->by_lists[k].people;
		sizes += (int64_t)((k + 1) * n->by_lists[k].people);
	}
	for (x[0] = 0; x[0] <= total; x[0]++) {
		x[2] = sizes - 2 * total + x[0];
		x[1] = total - x[0] - x[2];
		bool fits = true;
		for (size_t k = 0; k < LISTS; k++) {
			const struct person_cell *c = &n->by_lists[k];
			fits = fits && (c->hidden ? x[k] >= 1 : x[k] == (int64_t)c->people);
		}
		for (size_t k = 0; fits && k < LISTS; k++) {
			least[k] = x[k] < least[k] ? x[k] : least[k];
			most[k] = x[k] > most[k] ? x[k] : most[k];
		}
	}
	for (size_t k = 0; k < LISTS; k++)
		if (n->by_lists[k].hidden && n->by_lists[k].people < PERSON_CELL &&
		    most[k] - least[k] < room)
			room = most[k] - least[k];
	return room;
}

/* Is every number by how many lists hidden that is not 0? */
static bool
none_by_lists(const struct person_count *n)
{
	for (size_t k = 0; k < LISTS; k++)
		if (!n->by_lists[k].hidden && n->by_lists[k].people > 0)
			return false;
	return true;
}

static void
test_small_cells_are_hidden_and_large_ones_shown(void **state)
{
	(void)state;
	struct person_count n = count_of((const size_t[SETS]){60, 50, 40, 30, 20, 10, 8});

	person_cells_hide(a, &n);
	for (size_t i = 0; i < n.n_cells; i++)
		assert_false(n.cells[i].hidden);
	for (size_t i = 0; i < LISTS; i++)
		assert_false(n.by_lists[i].hidden);
	assert_false(n.hidden);

	n = count_of((const size_t[SETS]){60, 50, 40, 30, 20, 10, 3});
	person_cells_hide(a, &n);
	assert_true(n.cells[6].hidden);
	assert_true(n.by_lists[2].hidden);
	/* The total and the sizes of the lists are known: it takes two more. */
	assert_true(n.by_lists[0].hidden && n.by_lists[1].hidden);
}

static void
test_a_sum_gives_no_small_number_away(void **state)
{
	uint64_t seed = 1;
	size_t shown = 0;

	(void)state;
	for (size_t round = 0; round < 60; round++) {
		size_t people[SETS];
		bool all;
		for (size_t i = 0; i < SETS; i++) {
			seed = seed * 6364136223846793005u + 1442695040888963407u;
			people[i] = (seed >> 33) % 11;
		}
		struct person_count n = count_of(people);
		person_cells_hide(a, &n);
		int64_t room = least_room(&n, &all);
		if (room < 4 && !all)
			fail_msg("%zu %zu %zu %zu %zu %zu %zu leave %lld", people[0], people[1],
			    people[2], people[3], people[4], people[5], people[6], (long long)room);
		assert_true(least_room_by_lists(&n) >= 4 || none_by_lists(&n));
		shown += !all;
	}
	assert_in_range(shown, 1, 59);
}

static void
test_a_number_under_five_is_not_told_at_all(void **state)
{
	(void)state;
	struct person_count n = count_of((const size_t[SETS]){1, 0, 0, 2, 0, 0, 1});

	person_cells_hide(a, &n);
	assert_true(n.hidden);
	for (size_t i = 0; i < n.n_cells; i++)
		assert_true(n.cells[i].hidden);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_small_cells_are_hidden_and_large_ones_shown),
	    cmocka_unit_test(test_a_sum_gives_no_small_number_away),
	    cmocka_unit_test(test_a_number_under_five_is_not_told_at_all),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
