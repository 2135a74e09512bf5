/* A ticker ticks while its owner works, and no more once it is gone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kit/os/ticker.h"

static void
count(void *arg)
{
	atomic_fetch_add((atomic_int *)arg, 1);
}

static void
it_ticks_until_it_is_freed(void **state)
{
	(void)state;
	atomic_int ticks = 0;
	struct ticker *t = ticker_new(1000, count, &ticks);

	assert_non_null(t);
	while (atomic_load(&ticks) < 3)
		;
	ticker_free(t);
	int then = atomic_load(&ticks);
	for (volatile int work = 0; work < 1000000; work++)
		;
	assert_int_equal(atomic_load(&ticks), then);
}

static void
what_is_over_before_the_first_pause_was_never_ticked(void **state)
{
	(void)state;
	atomic_int ticks = 0;

	ticker_free(ticker_new(INT64_C(3600000000000), count, &ticks));
	assert_int_equal(atomic_load(&ticks), 0);
	ticker_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_ticks_until_it_is_freed),
	    cmocka_unit_test(what_is_over_before_the_first_pause_was_never_ticked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
