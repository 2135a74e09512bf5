/* How often somebody may do something, and that no crowd of others changes it for long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kit/http/http_bucket.h"
#include "kit/seal/seal.h"

#define NOON 1560513600 /* 14 June 2019 */
#define CROWD 50000

static struct arena *arena;

static int
begin(void **state)
{
	struct err e;

	(void)state;
	arena = arena_new();
	return seal_start(&e);
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static void
a_bucket_gives_what_it_holds_and_fills_with_time(void **state)
{
	(void)state;
	struct http_buckets *b = http_buckets_new(3, 10);

	for (int i = 0; i < 3; i++)
		assert_true(http_bucket_take(b, STR("a"), NOON));
	assert_false(http_bucket_take(b, STR("a"), NOON + 9));
	assert_true(http_bucket_take(b, STR("b"), NOON + 9));
	assert_true(http_bucket_take(b, STR("a"), NOON + 10));
	assert_false(http_bucket_take(b, STR("a"), NOON + 19));
	assert_true(http_bucket_take(b, STR("a"), NOON + 20));
	for (int i = 0; i < 3; i++)
		assert_true(http_bucket_take(b, STR("a"), NOON + 3600));
	assert_false(http_bucket_take(b, STR("a"), NOON + 3600));
	http_buckets_free(b);
}

static void
a_clock_that_is_set_back_gives_nothing(void **state)
{
	(void)state;
	struct http_buckets *b = http_buckets_new(1, 10);

	assert_true(http_bucket_take(b, STR("a"), NOON));
	assert_false(http_bucket_take(b, STR("a"), NOON - 500));
	assert_true(http_bucket_take(b, STR("a"), NOON + 10));
	http_buckets_free(b);
}

static void
an_empty_bucket_stays_empty_in_a_crowd(void **state)
{
	(void)state;
	struct http_buckets *b = http_buckets_new(3, 1000);
	size_t refused = 0;

	for (int i = 0; i < 3; i++)
		assert_true(http_bucket_take(b, STR("a"), NOON));
	for (size_t i = 0; i < CROWD; i++)
		if (!http_bucket_take(b, arena_fmt(arena, "%zu", i), NOON))
			refused++;
	assert_int_equal(refused, 0);
	assert_false(http_bucket_take(b, STR("a"), NOON));
	http_buckets_free(b);
}

static void
where_somebody_is_is_a_prefix_that_the_proxy_wrote(void **state)
{
	(void)state;
	static const struct {
		const char *header, *from;
	} rows[] = {
	    {"203.0.113.7", "cb0071"},
	    {"203.0.113.200", "cb0071"},
	    {"10.0.0.1, 203.0.113.7", "cb0071"},
	    {"203.0.113.7 ,  2001:db8:1:2::5", "20010db80001"},
	    {"2001:0DB8:0001:ffff::", "20010db80001"},
	    {"", ""},
	    {"unknown", ""},
	    {"203.0.113.7:80", ""},
	};

	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_string_equal(
		    http_bucket_from(arena, str_of(rows[i].header)).p, rows[i].from);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_bucket_gives_what_it_holds_and_fills_with_time),
	    TEST(a_clock_that_is_set_back_gives_nothing),
	    TEST(an_empty_bucket_stays_empty_in_a_crowd),
	    TEST(where_somebody_is_is_a_prefix_that_the_proxy_wrote),
	};

	return cmocka_run_group_tests_name("http/bucket", tests, NULL, NULL);
}
