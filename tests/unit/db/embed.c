/* Files that tools/embed made part of this program, byte for byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "embedded_files.h"

static void
files_come_in_order_with_all_their_bytes_and_a_nul(void **state)
{
	(void)state;
	const struct str names[] = {STR("text.txt"), STR("empty.txt"), STR("bytes.bin")};
	const struct str bytes[] = {STR("line one\nАлматы \"quoted\" \\ ?"
					"?/\n"),
	    STR(""), {"\0\001\377\n", 4}};
	assert_int_equal(EMBEDDED_FILES_COUNT, LENGTH(names));
	assert_int_equal(LENGTH(embedded_files), LENGTH(names));
	for (size_t i = 0; i < LENGTH(names); i++) {
		assert_true(str_eq(embedded_files[i].name, names[i]));
		assert_true(str_eq(embedded_files[i].bytes, bytes[i]));
		assert_int_equal(embedded_files[i].bytes.p[embedded_files[i].bytes.n], 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(files_come_in_order_with_all_their_bytes_and_a_nul),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
