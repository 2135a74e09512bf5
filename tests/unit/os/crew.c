/* Every piece is done once, whatever the number of threads. */
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_piece_is_done_once),
	    cmocka_unit_test(no_piece_is_no_work_and_there_is_a_processor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
