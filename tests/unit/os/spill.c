/* Room on the disk: what was written is there when it is asked for, whatever left the memory. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "kit/os/fault.h"
#include "kit/os/file.h"
#include "kit/os/machine.h"
#include "kit/os/spill.h"

#define NUMBERS ((size_t)1 << 20)
#define ARRAYS ((size_t)8)

static char root[] = "/tmp/guvoh-test-XXXXXX";

static int
set_up(void **state)
{
	(void)state;
	return mkdtemp(root) == NULL;
}

static int
tear_down(void **state)
{
	(void)state;
	return rmdir(root); /* nothing has a name there */
}

/* Arrays of numbers, zeroed when they come. */
static uint32_t *
numbers_new(struct arena *a, size_t array)
{
	uint32_t *numbers = ARENA_ARRAY(a, uint32_t, NUMBERS);

	for (size_t i = 0; i < NUMBERS; i++) {
		assert_int_equal(numbers[i], 0);
		numbers[i] = (uint32_t)(i * 7 + array);
	}
	return numbers;
}

static size_t
numbers_wrong(const uint32_t *numbers, size_t array)
{
	size_t wrong = 0;

	for (size_t i = 0; i < NUMBERS; i++)
		wrong += numbers[i] != (uint32_t)(i * 7 + array);
	return wrong;
}

static void
what_rests_on_the_disk_is_as_it_was(void **state)
{
	(void)state;
	struct spill *s = spill_new(str_of(root), 1);
	struct arena *a[ARRAYS];
	uint32_t *numbers[ARRAYS];

	for (size_t i = 0; i < ARRAYS; i++) {
		a[i] = arena_lent(spill_lender(s));
		numbers[i] = numbers_new(a[i], i);
		arena_rest(a[i]);
	}
	assert_true(spill_bytes(s) >= ARRAYS * NUMBERS * sizeof(uint32_t));
	arena_free(a[3]);
	for (size_t i = 0; i < ARRAYS; i++) {
		if (i == 3)
			continue;
		assert_int_equal(numbers_wrong(numbers[i], i), 0);
		numbers[i][i] = 1;
		arena_rest(a[i]);
		assert_int_equal(numbers[i][i], 1);
		arena_free(a[i]);
	}
	assert_false(spill_lender(s)->refused(s));
	spill_free(s);
}

static void
nothing_is_taken_from_the_disk_while_there_is_memory(void **state)
{
	(void)state;
	struct spill *s = spill_new(STR("/nonexistent"), UINT64_MAX);
	struct arena *a = arena_lent(spill_lender(s));

	numbers_new(a, 0);
	arena_rest(a);
	assert_true(spill_bytes(s) == 0);
	assert_false(spill_lender(s)->refused(s));
	arena_free(a);
	spill_free(s);
}

/* Whatever call to the disk fails, the numbers are there, and it is known that they are in memory.
 */
static void
what_a_disk_refuses_lies_in_memory(void **state)
{
	(void)state;
	unsigned n = 1;

	for (bool reached = true; reached; n++) {
		struct spill *s = spill_new(str_of(root), 1);
		struct arena *a = arena_lent(spill_lender(s));
		fault_arm(FAULT_ONCE, n, ENOSPC);
		const uint32_t *first = numbers_new(a, 1), *second = numbers_new(a, 2);
		reached = fault_disarm();
		assert_int_equal(numbers_wrong(first, 1) + numbers_wrong(second, 2), 0);
		assert_true(
		    spill_lender(s)->refused(s) == (spill_bytes(s) < 2 * NUMBERS * sizeof(*first)));
		arena_free(a);
		spill_free(s);
	}
	assert_true(n > 3);
	struct spill *s = spill_new(STR("/nonexistent"), 1);
	struct arena *a = arena_lent(spill_lender(s));
	numbers_new(a, 0);
	assert_true(spill_lender(s)->refused(s));
	arena_free(a);
	spill_free(s);
}

static void
small_things_and_arenas_without_a_lender_stay_in_memory(void **state)
{
	(void)state;
	struct spill *s = spill_new(str_of(root), 1);
	struct arena *a = arena_lent(spill_lender(s)), *plain = arena_lent(NULL);

	for (size_t i = 0; i < 1000; i++)
		arena_alloc(a, 1000);
	numbers_new(plain, 0);
	arena_rest(plain);
	assert_true(spill_bytes(s) == 0);
	arena_free(plain);
	arena_free(a);
	spill_free(s);
	spill_free(NULL);
}

static void
the_machine_says_how_much_memory_there_is(void **state)
{
	(void)state;
	struct arena *a = arena_new();

	numbers_new(a, 0);
	assert_true(machine_used() >= NUMBERS * sizeof(uint32_t));
	assert_true(machine_memory() > NUMBERS);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_rests_on_the_disk_is_as_it_was),
	    cmocka_unit_test(nothing_is_taken_from_the_disk_while_there_is_memory),
	    cmocka_unit_test(what_a_disk_refuses_lies_in_memory),
	    cmocka_unit_test(small_things_and_arenas_without_a_lender_stay_in_memory),
	    cmocka_unit_test(the_machine_says_how_much_memory_there_is),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
