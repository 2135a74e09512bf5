/* Two lists and what is known of each person: made-up worlds whose truth is known, and hard tables.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/estimate/answer.h"
#include "engine/estimate/chance.h"
#include "engine/estimate/classic.h"
#include "engine/estimate/robust.h"
#include "kit/os/crew.h"
#include "tables.h"

#define WORLDS 100
#define TRUTH 3000
#define COLUMNS 2

static const struct robust_ask standard = {.folds = 5, .ridge = 0.16, .seed = 1};
static const struct str names[COLUMNS] = {STR_INIT("age"), STR_INIT("city")};

/* People on two lists while they are made up. */
struct people {
	struct arena *a;
	struct covariate_person *at;
	size_t count;
	int64_t first, second, both;
};

static struct people
people_new(struct arena *a, size_t most)
{
	return (struct people){.a = a, .at = ARENA_ARRAY(a, struct covariate_person, most)};
}

/* n people of one kind: bit 0 of on is the first list, bit 1 the second. */
static void
add(struct people *p, uint32_t on, struct str age, struct str city, size_t n)
{
	for (size_t i = 0; on != 0 && i < n; i++) {
		struct str *values = ARENA_ARRAY(p->a, struct str, COLUMNS);
		values[0] = age;
		values[1] = city;
		p->at[p->count++] = (struct covariate_person){.on = on, .values = values};
		p->first += (on & 1) != 0;
		p->second += (on & 2) != 0;
		p->both += on == 3;
	}
}

static struct covariates
read_people(const struct people *p)
{
	const struct covariate_table t = {names, COLUMNS, p->at, p->count};
	struct covariates x;
	struct err e;

	if (covariate_read(p->a, &t, &x, &e) != 0)
		fail_msg("%s %s", e.key, e.arg[0]);
	return x;
}

static struct robust
answer_to(const struct people *p)
{
	struct covariates x = read_people(p);
	return robust_pair(p->a, &x, 0, 1, &standard);
}

static struct estimate
chapman_of(const struct people *p)
{
	static const struct str lists[] = {STR_INIT("a"), STR_INIT("b")};
	const struct overlap_cell cells[] = {
	    {1, p->first - p->both}, {2, p->second - p->both}, {3, p->both}};
	struct overlap t = overlap_of(p->a, lists, 2, cells, LENGTH(cells));

	return classic_chapman(p->a, &t, 0, 1);
}

static double
logistic(double v)
{
	return 1 / (1 + exp(-v));
}

/* The young and the old, and those of one city, are easier for both lists; no line has that shape.
 */
static struct people
invent(struct arena *a, uint64_t seed)
{
	static const char *const cities[] = {"Almaty", "Shymkent", "Taraz"};
	struct chance c = chance_start(seed, 0);
	struct people p = people_new(a, TRUTH);

	for (int i = 0; i < TRUTH; i++) {
		double z = chance_normal(&c);
		size_t city = (size_t)(chance_unit(&c) * LENGTH(cities));
		double easy = 1.1 * fabs(z) + 0.5 * (1 - (double)city);
		uint32_t first = chance_unit(&c) < logistic(-1.6 + easy);
		uint32_t second = chance_unit(&c) < logistic(-1.2 + easy);
		add(&p, first | second << 1, arena_fmt(a, "%d", (int)(35 + 11 * z)),
		    str_of(cities[city]), 1);
	}
	return p;
}

struct score {
	double bias; /* mean of log(estimate / truth) */
	double covered;
};

static void
count_in(struct score *s, const struct estimate *x)
{
	s->bias += log(x->point / TRUTH) / WORLDS;
	s->covered += (x->low <= TRUTH && TRUTH <= x->high) / (double)WORLDS;
}

static void
what_makes_both_lists_likelier_misleads_chapman_and_not_this(void **state)
{
	struct score chapman = {0, 0}, robust = {0, 0};

	(void)state;
	for (uint64_t seed = 1; seed <= WORLDS; seed++) {
		struct arena *a = arena_new();
		struct people p = invent(a, seed);
		struct robust r = answer_to(&p);
		struct estimate x = estimate_start(ESTIMATE_ROBUST, STR("")),
				plain = chapman_of(&p);
		x.point = r.one_step;
		estimate_lognormal(a, &x, (double)r.people, r.variance);
		assert_true(r.settled);
		count_in(&robust, &x);
		count_in(&chapman, &plain);
		arena_free(a);
	}
	if (!(chapman.bias < -0.15 && chapman.covered == 0))
		fail_msg("Chapman: bias %.3f, covered %.2f", chapman.bias, chapman.covered);
	if (!(fabs(robust.bias) < 0.02 && robust.covered >= 0.9))
		fail_msg("robust: bias %.3f, covered %.2f", robust.bias, robust.covered);
}

static void
people_who_are_all_alike_give_lincoln_and_petersen(void **state)
{
	const struct tables *s = *state;
	struct people p = people_new(s->a, 1000);

	add(&p, 1, STR("30"), STR("Almaty"), 86);
	add(&p, 2, STR("30"), STR("Almaty"), 73);
	add(&p, 3, STR("30"), STR("Almaty"), 49);
	struct covariates x = read_people(&p);
	struct robust r = robust_pair(s->a, &x, 0, 1, &standard);
	assert_int_equal(x.at[0].kind, COVARIATE_CONSTANT);
	assert_int_equal(x.at[1].kind, COVARIATE_CONSTANT);
	assert_int_equal(x.columns, 1);
	assert_int_equal(r.people, 208);
	assert_near(r.one_step, 135.0 * 122 / 49);
	/* Sekar and Deming (1949): n1 n2 (n1 - m)(n2 - m) / m^3. */
	assert_true(fabs(r.variance / (135.0 * 122 * 86 * 73 / pow(49, 3)) - 1) < 0.02);
	assert_true(fabs(r.carried - 49) < 0.1);
}

static void
groups_that_differ_give_the_sum_of_their_own_answers(void **state)
{
	const struct tables *s = *state;
	struct people p = people_new(s->a, 5000);

	add(&p, 1, STR(""), STR("Almaty"), 400);
	add(&p, 2, STR(""), STR("Almaty"), 400);
	add(&p, 3, STR(""), STR("Almaty"), 800);
	add(&p, 1, STR(""), STR("Taraz"), 600);
	add(&p, 2, STR(""), STR("Taraz"), 900);
	add(&p, 3, STR(""), STR("Taraz"), 300);
	struct robust r = answer_to(&p);
	double wanted = 1200.0 * 1200 / 800 + 900.0 * 1200 / 300;
	assert_true(fabs(r.one_step / wanted - 1) < 0.01);
	assert_true(fabs(chapman_of(&p).point / wanted - 1) > 0.1);
}

/* As groups_that_differ, but the second group is known by having no value at all. */
static void
no_value_is_a_group_of_its_own(void **state)
{
	const struct tables *s = *state;
	static const struct str none[] = {STR_INIT(""), STR_INIT("NA"), STR_INIT("unknown")};
	double said[LENGTH(none)];

	for (size_t i = 0; i < LENGTH(none); i++) {
		struct people p = people_new(s->a, 5000);
		add(&p, 1, STR("30"), STR("Almaty"), 400);
		add(&p, 2, STR("30"), STR("Almaty"), 400);
		add(&p, 3, STR("30"), STR("Almaty"), 800);
		add(&p, 1, STR("30"), none[i], 600);
		add(&p, 2, STR("30"), none[i], 900);
		add(&p, 3, STR("30"), none[i], 300);
		struct covariates x = read_people(&p);
		assert_int_equal(x.at[1].groups, 2);
		assert_int_equal(x.at[1].missing, i < 2 ? 1800 : 0);
		said[i] = robust_pair(s->a, &x, 0, 1, &standard).one_step;
	}
	assert_true(said[0] == said[1]);
	assert_true(fabs(said[0] / said[2] - 1) < 0.005);
}

static void
a_number_without_a_value_keeps_its_people_too(void **state)
{
	const struct tables *s = *state;
	struct people p = invent(s->a, 1);

	for (size_t i = 0; i < p.count; i += 5) {
		struct str *values = ARENA_ARRAY(s->a, struct str, COLUMNS);
		values[0] = STR("");
		values[1] = p.at[i].values[1];
		p.at[i].values = values;
	}
	struct covariates x = read_people(&p);
	struct robust r = robust_pair(s->a, &x, 0, 1, &standard);
	assert_int_equal(x.at[0].kind, COVARIATE_NUMBER);
	assert_int_equal(x.at[0].missing, (p.count + 4) / 5);
	assert_int_equal(r.people, p.count);
	assert_true(r.settled && r.one_step > (double)p.count && r.one_step < 2 * TRUTH);
}

static void
a_group_that_one_list_never_has_stays_finite(void **state)
{
	const struct tables *s = *state;
	struct people p = people_new(s->a, 2000);

	add(&p, 1, STR("30"), STR("Almaty"), 200);
	add(&p, 2, STR("30"), STR("Almaty"), 200);
	add(&p, 3, STR("30"), STR("Almaty"), 200);
	add(&p, 1, STR("30"), STR("Taraz"), 150);
	struct robust r = answer_to(&p);
	assert_true(r.settled);
	assert_true(isfinite(r.one_step) && isfinite(r.variance));
	/* The second list says nothing of Taraz: at least those whom the first has. */
	assert_true(r.one_step >= 950 && r.one_step < 2000);
}

static void
a_list_inside_the_other_leaves_nobody_unseen(void **state)
{
	const struct tables *s = *state;
	struct people p = people_new(s->a, 2000);

	add(&p, 1, STR("30"), STR("Almaty"), 200);
	add(&p, 3, STR("31"), STR("Taraz"), 100);
	struct robust r = answer_to(&p);
	assert_true(r.one_step == 300 && r.variance == 0);
}

static void
hardly_anybody_on_both_is_held_and_carries_little(void **state)
{
	const struct tables *s = *state;
	struct people p = people_new(s->a, 20000);

	add(&p, 1, STR("30"), STR("Almaty"), 4000);
	add(&p, 2, STR("30"), STR("Almaty"), 4000);
	add(&p, 3, STR("30"), STR("Almaty"), 12);
	add(&p, 3, STR("30"), STR("Taraz"), 500);
	struct robust r = answer_to(&p);
	assert_true(r.held > 0.9);
	/* 512 are on both, 12 of them among people of whom anybody is unseen. */
	assert_true(r.carried < 50);
	/* Lincoln and Petersen's number for Taraz would be 4012 x 4012 / 12 = 1.3 million. */
	if (!(r.one_step > 2e5 && r.one_step < 9e5 && isfinite(r.variance)))
		fail_msg("%.0f people, variance %g", r.one_step, r.variance);
}

static void
share_in_threads(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	crew_each(2, count, work, arg);
}

static void
two_threads_give_what_one_gives(void **state)
{
	const struct tables *s = *state;
	static const struct hands hands = {share_in_threads};
	struct people p = invent(s->a, 3);
	struct covariates x = read_people(&p);
	struct robust_ask ask = standard;
	struct robust alone = robust_pair(s->a, &x, 0, 1, &ask);

	ask.hands = &hands;
	struct robust shared = robust_pair(s->a, &x, 0, 1, &ask);
	assert_true(alone.one_step == shared.one_step && alone.variance == shared.variance);
	ask.seed = 2;
	assert_true(robust_pair(s->a, &x, 0, 1, &ask).one_step != alone.one_step);
}

static void
columns_that_are_neither_numbers_nor_groups_are_refused(void **state)
{
	const struct tables *s = *state;
	struct people p = people_new(s->a, 1000);
	struct covariates x;
	struct err e;

	for (int i = 0; i < 300; i++)
		add(&p, 3, arena_fmt(s->a, "%d", i % 60), arena_fmt(s->a, "person %d", i), 1);
	const struct covariate_table t = {names, COLUMNS, p.at, p.count};
	assert_int_equal(covariate_read(s->a, &t, &x, &e), -1);
	assert_string_equal(e.key, "estimate.covariate_values");
	assert_string_equal(e.arg[0], "city");
}

static void
few_of_a_value_stand_together(void **state)
{
	const struct tables *s = *state;
	struct people p = people_new(s->a, 1000);

	add(&p, 1, STR("30"), STR("Almaty"), 50);
	add(&p, 2, STR("30"), STR("Taraz"), 50);
	add(&p, 3, STR("30"), STR("Oral"), 9);
	add(&p, 3, STR("30"), STR("Aral"), 3);
	struct covariates x = read_people(&p);
	assert_int_equal(x.at[1].groups, 3);
	assert_int_equal(x.at[1].rare, 12);
}

static void
nobody_moves_the_answer_by_standing_elsewhere_in_the_table(void **state)
{
	const struct tables *s = *state;
	struct people p = invent(s->a, 2), other = invent(s->a, 2);
	struct chance c = chance_start(7, 7);

	for (size_t i = other.count; i > 1; i--) {
		size_t with = (size_t)(chance_unit(&c) * (double)i);
		struct covariate_person held = other.at[i - 1];
		other.at[i - 1] = other.at[with];
		other.at[with] = held;
	}
	struct robust r = answer_to(&p), again = answer_to(&other);
	assert_true(r.one_step == again.one_step && r.variance == again.variance);
	assert_true(r.carried == again.carried);
}

static struct estimate
made(enum estimate_method method, double point)
{
	struct estimate x = estimate_start(method, STR(""));

	x.point = point;
	x.low = point - 100;
	x.high = point + 100;
	return x;
}

static void
pairs_that_all_lie_beyond_the_range_refuse_it(void **state)
{
	const struct tables *s = *state;
	static const struct {
		double pairs[2];
		bool given;
	} rows[] = {
	    {{2000, 3000}, true}, {{1190, 3000}, true}, {{1300, 1400}, false}, {{500, 600}, false}};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		const struct estimate all[] = {made(ESTIMATE_DGA, 1000),
		    made(ESTIMATE_LOGLINEAR, 1100), made(ESTIMATE_ROBUST, rows[i].pairs[0]),
		    made(ESTIMATE_ROBUST, rows[i].pairs[1])};
		struct answer answer = {.estimates = all, .count = i == 0 ? 2 : LENGTH(all)};
		answer_headline(s->a, &answer);
		assert_true(answer.has_headline == rows[i].given);
		assert_true((answer.doubts.count > 0) == !rows[i].given);
		if (!rows[i].given)
			assert_int_equal(answer.doubts.at[0].gate, ESTIMATE_GATE_TOLD_APART);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	struct tables s = {arena_new(), argv[1]};
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_makes_both_lists_likelier_misleads_chapman_and_not_this),
	    cmocka_unit_test_prestate(people_who_are_all_alike_give_lincoln_and_petersen, &s),
	    cmocka_unit_test_prestate(groups_that_differ_give_the_sum_of_their_own_answers, &s),
	    cmocka_unit_test_prestate(no_value_is_a_group_of_its_own, &s),
	    cmocka_unit_test_prestate(a_number_without_a_value_keeps_its_people_too, &s),
	    cmocka_unit_test_prestate(a_group_that_one_list_never_has_stays_finite, &s),
	    cmocka_unit_test_prestate(a_list_inside_the_other_leaves_nobody_unseen, &s),
	    cmocka_unit_test_prestate(hardly_anybody_on_both_is_held_and_carries_little, &s),
	    cmocka_unit_test_prestate(two_threads_give_what_one_gives, &s),
	    cmocka_unit_test_prestate(columns_that_are_neither_numbers_nor_groups_are_refused, &s),
	    cmocka_unit_test_prestate(few_of_a_value_stand_together, &s),
	    cmocka_unit_test_prestate(
		nobody_moves_the_answer_by_standing_elsewhere_in_the_table, &s),
	    cmocka_unit_test_prestate(pairs_that_all_lie_beyond_the_range_refuse_it, &s),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(s.a);
	return failed;
}
