/* Which name was meant by a word that is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/near.h"

static void
the_nearest_name_is_found_if_it_is_near_enough(void **state)
{
	(void)state;
	static const struct str names[] = {STR_INIT("claim"), STR_INIT("count"), STR_INIT("board"),
	    STR_INIT("a-name-of-more-than-forty-bytes-is-never-near")};
	static const struct {
		struct str word, near;
	} rows[] = {
	    {STR_INIT("clam"), STR_INIT("claim")},
	    {STR_INIT("coumt"), STR_INIT("count")},
	    {STR_INIT("board"), STR_INIT("board")},
	    {STR_INIT("map"), STR_INIT("")},
	    {STR_INIT(""), STR_INIT("")},
	    {STR_INIT("a-name-of-more-than-forty-bytes-is-never-nea"), STR_INIT("")},
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_true(str_eq(near_find(rows[i].word, names, LENGTH(names)), rows[i].near));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_nearest_name_is_found_if_it_is_near_enough),
	};

	return cmocka_run_group_tests_name("near", tests, NULL, NULL);
}
