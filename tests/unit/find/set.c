/* Sets of numbers, packed and not, against the same numbers looked at one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/find/set.h"

#define ROUNDS 200

static uint64_t drawn = 20190612;

static uint64_t
draw(void)
{
	drawn ^= drawn << 13;
	drawn ^= drawn >> 7;
	drawn ^= drawn << 17;
	return drawn;
}

/* A set of which so many in 1,024 numbers are, or all. */
static uint64_t *
made(struct arena *a, size_t size, uint64_t share)
{
	uint64_t *set = ARENA_ARRAY(a, uint64_t, FIND_SET_WORDS(size));

	for (size_t i = 0; i < size; i++)
		if (draw() % 1024 < share)
			find_set_add(set, i);
	return set;
}

/* What must come of a set and another one that is packed. */
static void
compare(struct arena *a, size_t size, const uint64_t *set, const uint64_t *other)
{
	size_t words = FIND_SET_WORDS(size), count = 0, met = 0;
	struct str packed = find_set_pack(a, other, words);
	uint64_t *to = made(a, size, 100), *both = ARENA_ARRAY(a, uint64_t, words),
		 *all = ARENA_ARRAY(a, uint64_t, words);

	memcpy(both, to, words * sizeof(*to));
	memcpy(all, set, words * sizeof(*set));
	for (size_t i = 0; i < size; i++) {
		bool here = find_set_has(set, i), there = find_set_has(other, i);
		count += here;
		met += here && there;
		if (here && there)
			find_set_add(both, i);
		if (there)
			find_set_add(all, i);
	}
	assert_int_equal(find_set_count(set, words), count);
	assert_int_equal(find_set_meet(set, words, packed), met);
	assert_int_equal(find_set_meets(set, words, packed), met > 0);
	assert_int_equal(find_set_or_meet(to, set, words, packed), met);
	assert_memory_equal(to, both, words * sizeof(*to));
	uint64_t *joined = ARENA_ARRAY(a, uint64_t, words);
	memcpy(joined, set, words * sizeof(*set));
	find_set_or(joined, words, packed);
	assert_memory_equal(joined, all, words * sizeof(*all));
}

static void
sets_are_reckoned_with_as_their_numbers_one_by_one(void **state)
{
	static const uint64_t shares[] = {0, 1, 30, 200, 600, 1023, 1024};

	(void)state;
	for (size_t size = FIND_SET_LEAST; size <= FIND_SET_MOST; size *= FIND_SET_STEP)
		for (size_t i = 0; i < LENGTH(shares); i++)
			for (size_t k = 0; k < LENGTH(shares); k++) {
				struct arena *a = arena_new();
				compare(
				    a, size, made(a, size, shares[i]), made(a, size, shares[k]));
				arena_free(a);
			}
}

static void
one_number_is_met_wherever_it_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < ROUNDS; i++) {
		struct arena *a = arena_new();
		size_t size = i % 2 == 0 ? FIND_SET_LEAST * FIND_SET_STEP : FIND_SET_MOST;
		size_t words = FIND_SET_WORDS(size), number = draw() % size;
		uint64_t *one = made(a, size, 0), *most = made(a, size, 900);
		find_set_add(one, number);
		struct str packed = find_set_pack(a, most, words);
		assert_int_equal(find_set_meets(one, words, packed), find_set_has(most, number));
		assert_int_equal(find_set_meet(one, words, packed), find_set_has(most, number));
		arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sets_are_reckoned_with_as_their_numbers_one_by_one),
	    cmocka_unit_test(one_number_is_met_wherever_it_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
