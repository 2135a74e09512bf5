/* Every piece is done once, whatever the number of threads. */
#define _GNU_SOURCE
#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kit/os/crew.h"

#define PIECES 1000

static void
count_piece(void *arg, size_t i)
{
	((int *)arg)[i]++;
}

static void
every_piece_is_done_once(void **state)
{
	(void)state;
	static const unsigned threads[] = {0, 1, 2, 3, 1000};

	for (size_t t = 0; t < sizeof(threads) / sizeof(threads[0]); t++) {
		int done[PIECES] = {0};
		crew_each(threads[t], PIECES, count_piece, done);
		for (int i = 0; i < PIECES; i++)
			assert_int_equal(done[i], 1);
	}
}

static void
no_piece_is_no_work_and_there_is_a_processor(void **state)
{
	(void)state;
	crew_each(4, 0, count_piece, NULL);
	assert_true(crew_size() >= 1);
}

static void
who_may_use_one_processor_has_one(void **state)
{
	(void)state;
	cpu_set_t allowed, one;
	int first = 0;

	assert_int_equal(sched_getaffinity(0, sizeof(allowed), &allowed), 0);
	while (!CPU_ISSET(first, &allowed))
		first++;
	CPU_ZERO(&one);
	CPU_SET(first, &one);
	assert_int_equal(sched_setaffinity(0, sizeof(one), &one), 0);
	assert_int_equal(crew_size(), 1);
	assert_int_equal(sched_setaffinity(0, sizeof(allowed), &allowed), 0);
	assert_int_equal(
	    crew_size(), CPU_COUNT(&allowed) < CREW_MOST ? CPU_COUNT(&allowed) : CREW_MOST);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_piece_is_done_once),
	    cmocka_unit_test(no_piece_is_no_work_and_there_is_a_processor),
	    cmocka_unit_test(who_may_use_one_processor_has_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
