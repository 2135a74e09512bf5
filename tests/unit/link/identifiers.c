/* Numbers that a state gives to one person each: how they are known, what they say of birth and
 * sex, and that two of them are two people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/link/identifier.h"
#include "engine/link/link.h"
#include "made_up.h"

#define PEOPLE 120
#define WIDTH 3

/* Weights of the eleven digits that the twelfth checks, going round from first. */
static int
checked(const char *digits, int first)
{
	int sum = 0;

	for (int i = 0; i < 11; i++)
		sum += (digits[i] - '0') * ((first - 1 + i) % 11 + 1);
	return sum % 11;
}

/* The number of somebody, who is a man where person is even; born in 1870 to 1899, so
 * that nobody who lives has it. */
static struct str
number_of(struct arena *a, unsigned person)
{
	for (unsigned serial = person * 7 % 9000;; serial++) {
		struct str head = arena_fmt(a, "%02u%02u%02u%u%04u", 70 + person % 30,
		    1 + person % 12, 2 + person % 27, 1 + person % 2, serial);
		int last = checked(head.p, 1);
		last = last < 10 ? last : checked(head.p, 3);
		if (last < 10)
			return arena_fmt(a, "%.*s%d", STR_ARG(head), last);
	}
}

static struct str
birth_of(struct arena *a, unsigned person)
{
	return arena_fmt(a, "%u-%02u-%02u", 1870 + person % 30, 1 + person % 12, 2 + person % 27);
}

static struct str
name_of(struct arena *a, unsigned person)
{
	return arena_fmt(
	    a, "%.*s %.*sov", STR_ARG(made_up(a, person * 2)), STR_ARG(made_up(a, person * 2 + 1)));
}

/* The same with its last digit wrong. */
static struct str
slipped(struct arena *a, struct str number)
{
	char *copy = arena_alloc(a, number.n + 1);

	memcpy(copy, number.p, number.n);
	copy[number.n - 1] = (char)('0' + (copy[number.n - 1] - '0' + 1) % 10);
	return (struct str){copy, number.n};
}

static struct link_result
linked(struct arena *a, const struct link_list *lists, size_t n, const struct link_verdict *said)
{
	const struct link_question q = {
	    .lists = lists, .n_lists = n, .verdicts = said, .n_verdicts = said != NULL};
	struct link_result result;
	struct err e = {0};

	assert_int_equal(link_rows(a, &q, &result, &e), 0);
	return result;
}

/* Names and numbers. */
static const struct str numbered[2] = {STR_INIT("name"), STR_INIT("number")};

static struct str *
numbered_rows(struct arena *a)
{
	struct str *cells = ARENA_ARRAY(a, struct str, PEOPLE * 2);

	for (unsigned p = 0; p < PEOPLE; p++) {
		cells[p * 2] = name_of(a, p);
		cells[p * 2 + 1] = number_of(a, p);
	}
	return cells;
}

/* Names, days of birth and sexes as another list writes them. */
static const struct str dated[WIDTH] = {STR_INIT("who"), STR_INIT("born"), STR_INIT("sex")};

static struct str *
dated_rows(struct arena *a)
{
	struct str *cells = ARENA_ARRAY(a, struct str, PEOPLE * WIDTH);

	for (unsigned p = 0; p < PEOPLE; p++) {
		cells[p * WIDTH] = name_of(a, p);
		cells[p * WIDTH + 1] = birth_of(a, p);
		cells[p * WIDTH + 2] = p % 2 == 0 ? STR("м") : STR("ж");
	}
	return cells;
}

/* How far two rows agree in a field of that kind; empty when one of them says nothing in it. */
static struct str
level_said(const struct link_why *why, enum link_kind kind)
{
	for (size_t i = 0; i < why->count; i++)
		if (why->reasons[i].kind == kind)
			return why->reasons[i].level;
	return STR("");
}

static void
a_number_is_read_however_a_table_wrote_it(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct identifier read;

	assert_true(identifier_read(identifier_plain(a, STR("050314-1000 13")), &read));
	assert_true(identifier_read(identifier_plain(a, STR("50314100013")), &read));
	assert_int_equal(read.birth.year, 1805);
	for (unsigned p = 0; p < PEOPLE; p++) {
		struct str number = number_of(a, p);
		assert_true(identifier_read(identifier_plain(a, number), &read));
		assert_int_equal(read.birth.year, 1870 + p % 30);
		assert_int_equal(read.sex, p % 2 == 0 ? SEX_MALE : SEX_FEMALE);
		assert_false(identifier_read(identifier_plain(a, slipped(a, number)), &read));
	}
	assert_int_equal(identifier_plain(a, STR("000000000000")).n, 0);
	arena_free(a);
}

static void
a_column_of_numbers_is_known_by_its_digits(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str *cells = numbered_rows(a);
	struct link_list list = {numbered, cells, 2, PEOPLE, false};
	struct link_result r = linked(a, &list, 1, NULL);

	assert_int_equal(r.columns[1].kind, LINK_IDENTIFIER);
	for (unsigned p = 0; p < PEOPLE; p++)
		cells[p * 2 + 1] = slipped(a, cells[p * 2 + 1]);
	r = linked(a, &list, 1, NULL);
	assert_int_equal(r.columns[1].kind, LINK_ROW);
	arena_free(a);
}

static void
a_number_says_birth_and_sex_where_its_list_does_not(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct link_list lists[] = {{numbered, numbered_rows(a), 2, PEOPLE, false},
	    {dated, dated_rows(a), WIDTH, PEOPLE, false}};
	struct link_result r = linked(a, lists, 2, NULL);

	for (unsigned p = 0; p < PEOPLE; p++) {
		struct link_why why = link_why(a, &r, p, PEOPLE + p);
		assert_true(str_eq(level_said(&why, LINK_DATE), STR("same")));
		assert_true(str_eq(level_said(&why, LINK_SEX), STR("same")));
		assert_int_equal(r.cluster[p], r.cluster[PEOPLE + p]);
	}
	arena_free(a);
}

static void
a_day_of_detention_is_not_taken_for_the_one_of_birth(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct str *cells = dated_rows(a);

	for (unsigned p = 0; p < PEOPLE; p++)
		cells[p * WIDTH + 1] = arena_fmt(a, "2019-06-%02u", 9 + p % 4);
	const struct link_list lists[] = {
	    {numbered, numbered_rows(a), 2, PEOPLE, false}, {dated, cells, WIDTH, PEOPLE, false}};
	struct link_result r = linked(a, lists, 2, NULL);

	for (unsigned p = 0; p < PEOPLE; p++) {
		struct link_why why = link_why(a, &r, p, PEOPLE + p);
		assert_int_equal(level_said(&why, LINK_DATE).n, 0);
	}
	arena_free(a);
}

/* All rows of one list twice; those of the second have a slip where slip is set. */
static struct link_list
twice(struct arena *a, bool slip)
{
	struct str *once = numbered_rows(a), *cells = ARENA_ARRAY(a, struct str, PEOPLE * 4);

	memcpy(cells, once, PEOPLE * 2 * sizeof(*once));
	memcpy(cells + PEOPLE * 2, once, PEOPLE * 2 * sizeof(*once));
	for (unsigned p = 0; p < PEOPLE; p++) {
		struct str *number = &cells[(PEOPLE + p) * 2 + 1];
		*number = slip ? slipped(a, *number) : number_of(a, p + PEOPLE * 5);
	}
	return (struct link_list){numbered, cells, 2, PEOPLE * 2, false};
}

static void
a_wrong_check_digit_is_a_slip(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list = twice(a, true);
	struct link_result r = linked(a, &list, 1, NULL);

	for (unsigned p = 0; p < PEOPLE; p++) {
		struct link_why why = link_why(a, &r, p, PEOPLE + p);
		assert_false(why.never);
		assert_true(str_eq(level_said(&why, LINK_IDENTIFIER), STR("slip")));
		why = link_why(a, &r, PEOPLE + p, PEOPLE + p);
		assert_true(str_eq(level_said(&why, LINK_IDENTIFIER), STR("slip")));
		assert_int_equal(r.cluster[p], r.cluster[PEOPLE + p]);
	}
	arena_free(a);
}

/* Whatever else they say: here people of one name, day of birth and sex. */
static void
two_numbers_are_two_people(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list = twice(a, false);
	struct link_result r = linked(a, &list, 1, NULL);
	uint32_t *cluster = ARENA_ARRAY(a, uint32_t, r.rows);

	for (uint64_t seed = 1; seed <= 5; seed++) {
		link_sample(&r, seed, cluster);
		for (unsigned p = 0; p < PEOPLE; p++)
			assert_int_not_equal(cluster[p], cluster[PEOPLE + p]);
	}
	for (unsigned p = 0; p < PEOPLE; p++) {
		assert_true(link_why(a, &r, p, PEOPLE + p).never);
		assert_int_not_equal(r.cluster[p], r.cluster[PEOPLE + p]);
	}
	assert_int_equal(link_count_at(&r, -30), PEOPLE * 2);
	arena_free(a);
}

static void
only_a_person_can_join_them(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct link_list list = twice(a, false);
	const struct link_verdict one = {0, PEOPLE, true};
	struct link_result r = linked(a, &list, 1, &one);

	assert_int_equal(r.cluster[0], r.cluster[PEOPLE]);
	assert_int_not_equal(r.cluster[1], r.cluster[PEOPLE + 1]);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_is_read_however_a_table_wrote_it),
	    cmocka_unit_test(a_column_of_numbers_is_known_by_its_digits),
	    cmocka_unit_test(a_number_says_birth_and_sex_where_its_list_does_not),
	    cmocka_unit_test(a_day_of_detention_is_not_taken_for_the_one_of_birth),
	    cmocka_unit_test(a_wrong_check_digit_is_a_slip),
	    cmocka_unit_test(two_numbers_are_two_people),
	    cmocka_unit_test(only_a_person_can_join_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
