/* Bytes that grow in place, set against a plain array. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kit/db/memfile.h"

#define MODEL_BYTES ((size_t)5 << 20)
#define STEPS 4000

static uint64_t
next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static void
what_is_read_is_what_an_array_would_hold(void **state)
{
	(void)state;
	uint8_t *model = calloc(2, MODEL_BYTES), *bytes = model + MODEL_BYTES;
	struct memfile f;
	size_t size = 0;
	uint64_t seed = 20190609;
	assert_non_null(model);
	assert_true(memfile_init(&f));
	const uint8_t *first = f.p;
	for (int i = 0; i < STEPS; i++) {
		size_t at = next(&seed) % (MODEL_BYTES - 8192), n = next(&seed) % 8192;
		if (i % 16 == 0) {
			if (at < size)
				memset(model + at, 0, size - at);
			size = at;
			assert_true(memfile_resize(&f, size));
		} else if (i % 2 == 0) {
			memset(bytes, (int)(next(&seed) & 0xff), n);
			memcpy(model + at, bytes, n);
			size = n > 0 && at + n > size ? at + n : size;
			assert_true(n == 0 || memfile_write(&f, bytes, n, at));
		}
		size_t there = at >= size ? 0 : size - at < n ? size - at : n;
		assert_int_equal(memfile_read(&f, bytes, n, at), there);
		assert_memory_equal(bytes, model + at, n);
		assert_int_equal(memfile_size(&f), size);
	}
	assert_ptr_equal(f.p, first);
	memfile_free(&f);
	free(model);
}

static void
more_than_is_reserved_is_refused_and_changes_nothing(void **state)
{
	(void)state;
	struct memfile f;
	assert_true(memfile_init(&f));
	assert_true(memfile_write(&f, "abc", 3, 0));
	assert_false(memfile_write(&f, "x", 1, f.reserved));
	assert_false(memfile_write(&f, "x", 1, SIZE_MAX));
	assert_false(memfile_resize(&f, f.reserved + 1));
	assert_int_equal(memfile_size(&f), 3);
	memfile_free(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_read_is_what_an_array_would_hold),
	    cmocka_unit_test(more_than_is_reserved_is_refused_and_changes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
