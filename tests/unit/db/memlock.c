/* SQLite's five states and its slots: https://www.sqlite.org/lockingv3.html, section 3. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kit/db/memlock.h"

static void
a_reserved_writer_lets_readers_in_and_a_pending_one_does_not(void **state)
{
	(void)state;
	struct memlock l;
	struct memlock_holder writer = {0}, reader = {0}, late = {0};
	memlock_init(&l);
	assert_true(memlock_raise(&l, &writer, MEMLOCK_SHARED));
	assert_true(memlock_raise(&l, &writer, MEMLOCK_RESERVED));
	assert_true(memlock_raise(&l, &reader, MEMLOCK_SHARED));
	assert_false(memlock_raise(&l, &reader, MEMLOCK_RESERVED));
	assert_true(memlock_reserved(&l));
	assert_false(memlock_raise(&l, &writer, MEMLOCK_EXCLUSIVE));
	assert_int_equal(writer.state, MEMLOCK_PENDING);
	assert_false(memlock_raise(&l, &late, MEMLOCK_SHARED));
	memlock_lower(&l, &reader, MEMLOCK_NONE);
	assert_true(memlock_raise(&l, &writer, MEMLOCK_EXCLUSIVE));
	assert_false(memlock_raise(&l, &late, MEMLOCK_SHARED));
	memlock_lower(&l, &writer, MEMLOCK_SHARED);
	assert_true(memlock_raise(&l, &late, MEMLOCK_SHARED));
	assert_false(memlock_reserved(&l));
	assert_false(memlock_raise(&l, &late, MEMLOCK_EXCLUSIVE));
	memlock_lower(&l, &writer, MEMLOCK_NONE);
	memlock_lower(&l, &late, MEMLOCK_NONE);
	assert_int_equal(l.readers, 0);
	memlock_free(&l);
}

static void
a_slot_is_shared_by_many_or_owned_by_one(void **state)
{
	(void)state;
	struct memlock l;
	struct memlock_holder a = {0}, b = {0};
	memlock_init(&l);
	assert_true(memlock_take(&l, &a, 3, 1, true));
	assert_true(memlock_take(&l, &b, 3, 1, true));
	assert_false(memlock_take(&l, &a, 2, 3, false));
	assert_true(memlock_take(&l, &b, 2, 1, false)); /* all or none: 2 stayed free */
	memlock_leave(&l, &b, 2, 2);
	assert_true(memlock_take(&l, &a, 2, 3, false));
	assert_false(memlock_take(&l, &b, 4, 1, true));
	memlock_leave(&l, &a, 2, 3);
	assert_true(memlock_take(&l, &b, 4, 1, false));
	memlock_free(&l);
}

static void
the_last_to_unmap_leaves_zeroed_regions_and_free_slots(void **state)
{
	(void)state;
	struct memlock l;
	struct memlock_holder a = {0}, b = {0};
	memlock_init(&l);
	assert_null(memlock_map(&l, &a, 0, 64, false));
	unsigned char *p = memlock_map(&l, &a, 1, 64, true);
	assert_non_null(p);
	assert_ptr_equal(memlock_map(&l, &b, 1, 64, false), p);
	p[5] = 7;
	assert_true(memlock_take(&l, &a, 0, 8, false));
	memlock_unmap(&l, &a);
	assert_int_equal(p[5], 7);
	assert_true(memlock_take(&l, &b, 0, 8, false));
	memlock_unmap(&l, &b);
	assert_int_equal(p[5], 0);
	assert_true(memlock_take(&l, &a, 0, 8, false));
	memlock_free(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_reserved_writer_lets_readers_in_and_a_pending_one_does_not),
	    cmocka_unit_test(a_slot_is_shared_by_many_or_owned_by_one),
	    cmocka_unit_test(the_last_to_unmap_leaves_zeroed_regions_and_free_slots),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
