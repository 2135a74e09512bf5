/* Ids of persons: they stay where most mentions stay together, and are the same for everybody. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/person/internal.h"
#include "kit/seal/seal.h"

#define ROWS 6

static struct arena *a;

static int
begin(void **state)
{
	struct err e;

	(void)state;
	a = arena_new();
	return seal_start(&e);
}

static int
end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

/* Ids of clusters "aabbcd": a letter for each row; before: who each row was, ' ' nobody. */
static const struct str *
give(const char *clusters, const char *before)
{
	static const struct str names[ROWS] = {STR_INIT("l1:2"), STR_INIT("l1:3"), STR_INIT("l1:4"),
	    STR_INIT("l2:2"), STR_INIT("l2:3"), STR_INIT("l2:4")};
	uint32_t cluster[ROWS];
	struct str was[ROWS];
	size_t n = 0;

	for (size_t i = 0; i < ROWS; i++) {
		cluster[i] = (uint32_t)(clusters[i] - 'a');
		n = cluster[i] + 1 > n ? cluster[i] + 1 : n;
		was[i] = before[i] == ' ' ? STR("") : arena_fmt(a, "p%c", before[i]);
	}
	return person_ids_give(a, &(struct person_ids){cluster, n, was, names, ROWS});
}

static void
is(struct str found, const char *wanted)
{
	if (!str_eq(found, str_of(wanted)))
		fail_msg("found \"%.*s\", wanted \"%s\"", STR_ARG(found), wanted);
}

static void
test_whoever_is_new_is_named_after_the_first_mention(void **state)
{
	(void)state;
	const struct str *ids = give("aabbcd", "      ");
	const struct str *again = give("abbaca", "      ");

	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(ids[i].n, ARCHIVE_ID_BYTES);
		assert_true(archive_id_like(ids[i]));
		for (size_t k = 0; k < i; k++)
			assert_false(str_eq(ids[i], ids[k]));
	}
	/* The row l1:2 comes first in both, l1:4 and l2:3 only in the first of them. */
	assert_true(str_eq(ids[0], again[0]));
	assert_false(str_eq(ids[1], again[1]));
	assert_true(str_eq(ids[2], again[2]));
}

static void
test_ids_stay_when_nothing_moves(void **state)
{
	(void)state;
	const struct str *ids = give("aabbcd", "xxyyzw");

	is(ids[0], "px");
	is(ids[1], "py");
	is(ids[2], "pz");
	is(ids[3], "pw");
}

static void
test_who_was_parted_leaves_the_id_to_the_larger_part(void **state)
{
	(void)state;
	const struct str *ids = give("abbbcc", "xxxxyy");

	is(ids[1], "px");
	is(ids[2], "py");
	assert_int_equal(ids[0].n, ARCHIVE_ID_BYTES);
}

static void
test_who_was_joined_takes_the_id_of_the_larger_part(void **state)
{
	(void)state;
	const struct str *ids = give("aaaabb", "xyyyzz");

	is(ids[0], "py");
	is(ids[1], "pz");
}

static void
test_a_new_row_takes_the_id_of_whom_it_joins(void **state)
{
	(void)state;
	const struct str *ids = give("aabbcc", "xxyyz ");

	is(ids[0], "px");
	is(ids[2], "pz");
}

static void
test_an_id_that_is_another_s_is_not_made_again(void **state)
{
	(void)state;
	const struct str first = arena_str(a, give("abcdef", "      ")[0]);
	struct str was[2] = {STR(""), first};
	const struct str names[2] = {STR("l1:2"), STR("l2:2")};
	const uint32_t cluster[2] = {0, 1};
	const struct str *ids = person_ids_give(a, &(struct person_ids){cluster, 2, was, names, 2});

	assert_true(str_eq(ids[1], first));
	assert_false(str_eq(ids[0], first));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_whoever_is_new_is_named_after_the_first_mention),
	    cmocka_unit_test(test_ids_stay_when_nothing_moves),
	    cmocka_unit_test(test_who_was_parted_leaves_the_id_to_the_larger_part),
	    cmocka_unit_test(test_who_was_joined_takes_the_id_of_the_larger_part),
	    cmocka_unit_test(test_a_new_row_takes_the_id_of_whom_it_joins),
	    cmocka_unit_test(test_an_id_that_is_another_s_is_not_made_again),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
