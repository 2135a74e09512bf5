/* Numbers are dealt out into order as any stable sort puts them, whatever bits they differ in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "engine/link/deal.h"
#include "engine/link/hash.h"

#define MANY ((size_t)100000)
#define LOW 32

/* Fills at with numbers that differ in the bits of mask above LOW, each with its place below. */
static void
numbers_make(uint64_t *at, size_t n, uint64_t mask)
{
	for (size_t i = 0; i < n; i++)
		at[i] = (hash_mix(i) & mask) >> LOW << LOW | i;
}

/* Places below LOW rise among equals, so that the whole numbers must rise; and none is lost. */
static void
check_sorted(const uint64_t *at, size_t n, uint64_t mask)
{
	uint64_t seen = 0, wanted = 0;

	for (size_t i = 0; i < n; i++) {
		assert_true(i == 0 || at[i - 1] < at[i]);
		assert_int_equal(at[i] >> LOW, (hash_mix(at[i] & UINT32_MAX) & mask) >> LOW);
		seen += at[i] & UINT32_MAX;
		wanted += i;
	}
	assert_int_equal(seen, wanted);
}

static void
dealt_into_order(void **state)
{
	static const uint64_t masks[] = {0, UINT64_MAX, UINT64_C(1) << 63, UINT64_C(0xFFF) << 33,
	    UINT64_C(0x8000000100000000), UINT64_C(3) << 62};
	static const size_t sizes[] = {0, 1, 2, 32, 33, 1000, 16384, 16385, MANY};

	(void)state;
	for (size_t m = 0; m < LENGTH(masks); m++) {
		for (size_t s = 0; s < LENGTH(sizes); s++) {
			struct arena *a = arena_new();
			uint64_t *at = ARENA_ARRAY(a, uint64_t, sizes[s]);
			numbers_make(at, sizes[s], masks[m]);
			deal_numbers(at, ARENA_ARRAY(a, uint64_t, sizes[s]), sizes[s], LOW);
			check_sorted(at, sizes[s], masks[m]);
			arena_free(a);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(dealt_into_order)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
