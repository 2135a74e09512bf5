/* Floors and own ranges: small worlds, each showing one rule of docs/methods/counts.md. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "figures.h"

#define MEDIA WORLD_MEDIA, WORLD_UNKNOWN
#define STATE WORLD_STATE, WORLD_TOTAL
#define TWO "almaty+nur-sultan"

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct standing *
standing_on(const struct figure *rows, size_t n)
{
	return standing_new(arena, figures_world(arena, rows, n));
}
#define STANDING(rows) standing_on((rows), LENGTH(rows))

static struct floor
floor_with(const struct standing *k, int32_t measure, enum world_unit unit, const char *places,
    const char *days)
{
	struct scope s = figures_scope(arena, measure, unit, places, days);
	return floor_ask(arena, k, &s, (struct floor_belief){FLOOR_ALL, WORLD_NONE}, H1);
}

static int
low(const struct standing *k, int32_t measure, enum world_unit unit, const char *places,
    const char *days)
{
	return (int)floor_with(k, measure, unit, places, days).low;
}

static void
days_add_for_detentions_and_never_for_persons(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 100, 0, 100, "b", "rferl", MEDIA, "20", ""},
	    {"b", DETAINED, "almaty", "10", 60, 0, 60, "bp", "rferl", MEDIA, "20", ""},
	    {"c", DETAINED, "nur-sultan", "9", 30, 0, 30, "ba", "rferl", MEDIA, "20", ""},
	};
	struct standing *k = STANDING(rows);

	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, TWO, "9-10"), 190);
	assert_int_equal(low(k, DETAINED, WORLD_UNSTATED, TWO, "9-10"), 190);
	assert_int_equal(low(k, DETAINED, WORLD_PERSONS, TWO, "9-10"), 100);
	assert_int_equal(low(k, DETAINED, WORLD_PERSONS, "nur-sultan", "9"), 0);
}

static void
people_over_several_days_are_detentions_but_unstated_ones_are_no_persons(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9-10", 100, 0, 100, "bp", "rferl", MEDIA, "20", ""},
	    {"b", DETAINED, "nur-sultan", "9-10", 100, 0, 100, "b", "rferl", MEDIA, "20", ""},
	};
	struct standing *k = STANDING(rows);

	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, "almaty", "9-10"), 100);
	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, TWO, "9-10"), 200);
	assert_int_equal(low(k, DETAINED, WORLD_PERSONS, "nur-sultan", "9-10"), 0);
	assert_int_equal(low(k, DETAINED, WORLD_PERSONS, TWO, "9-10"), 100);
}

static void
a_figure_that_reaches_outside_the_scope_says_nothing_of_it(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "kazakhstan", "9", 100, 0, 100, "b", "rferl", MEDIA, "20", ""},
	    {"b", DETAINED, "almaty", "9-10", 100, 0, 100, "b", "rferl", MEDIA, "20", ""},
	    {"c", DETAINED, "almaty", "-9", 100, 0, 100, "b", "rferl", MEDIA, "20", ""},
	};
	struct standing *k = STANDING(rows);

	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, "almaty+nur-sultan+shymkent", "9"), 0);
	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, "kazakhstan", "9-10"), 100);
	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, "almaty", "-9"), 100);
}

static void
a_part_of_the_day_is_never_added_to_the_day(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 40, 0, 40, "b", "rferl", MEDIA, "20", "time=morning"},
	    {"b", DETAINED, "almaty", "9", 50, 0, 50, "b", "rferl", MEDIA, "20", "time=evening"},
	    {"c", DETAINED, "almaty", "9", 45, 0, 45, "b", "odf", MEDIA, "20", ""},
	    {"d", DETAINED, "nur-sultan", "9", 7, 0, 7, "b", "odf", MEDIA, "20", "time=morning"},
	};
	struct standing *k = STANDING(rows);
	struct scope s = figures_scope(arena, DETAINED, WORLD_ADDITIVE, TWO, "9");

	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, "almaty", "9"), 50);
	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, TWO, "9"), 57);
	s.time = STR("morning");
	struct floor f = floor_ask(arena, k, &s, (struct floor_belief){FLOOR_ALL, WORLD_NONE}, 0);
	assert_int_equal(f.low, 40);
}

static void
only_an_assumption_leads_from_persons_punished_to_persons_taken(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", PUNISHED, "almaty", "9-10", 957, 957, 957, "ep", "prosecutor", STATE, "20", ""},
	    {"b", PUNISHED, "shymkent", "9-10", 500, 0, 500, "ba", "prosecutor", STATE, "20", ""},
	    {"c", PUNISHED, "nur-sultan", "9-10", 300, 0, 300, "b", "prosecutor", STATE, "20", ""},
	};
	struct standing *k = STANDING(rows);
	struct scope s = figures_scope(arena, DETAINED, WORLD_ADDITIVE, "kazakhstan", "9-10");
	struct floor_belief all = {FLOOR_ALL, WORLD_NONE};

	assert_int_equal(floor_ask(arena, k, &s, all, 0).low, 0);
	assert_int_equal(floor_ask(arena, k, &s, all, H1).low, 957);
	assert_int_equal(floor_ask(arena, k, &s, all, H1).assumes, H1);
	s.measure = PUNISHED;
	assert_int_equal(floor_ask(arena, k, &s, all, H1).low, 1757);
	assert_int_equal(floor_ask(arena, k, &s, all, H1).assumes, 0);
}

static void
days_of_decision_are_compared_only_with_each_other(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", ARREST, "almaty", "9-12", 100, 0, 100, "bp", "odf", MEDIA, "20", "assembly"},
	    {"b", ARREST, "almaty", "13", 40, 0, 40, "bp", "odf", MEDIA, "20", "decision"},
	};
	struct standing *k = STANDING(rows);
	struct scope s = figures_scope(arena, PUNISHED, WORLD_ADDITIVE, "almaty", "9-13");
	struct floor_belief all = {FLOOR_ALL, WORLD_NONE};

	assert_int_equal(floor_ask(arena, k, &s, all, H1).low, 100);
	s.days_of = WORLD_DECISION;
	assert_int_equal(floor_ask(arena, k, &s, all, H1).low, 40);
	s.measure = DETAINED;
	assert_int_equal(floor_ask(arena, k, &s, all, H1).low, 0);
}

static void
people_held_on_a_date_add_over_places_and_not_over_days(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", HELD, "almaty", "13", 100, 100, 100, "e", "odf", MEDIA, "20", "decision"},
	    {"b", HELD, "almaty", "14", 90, 90, 90, "e", "odf", MEDIA, "20", "decision"},
	    {"c", HELD, "nur-sultan", "13", 80, 80, 80, "e", "odf", MEDIA, "20", "decision"},
	};
	struct standing *k = STANDING(rows);
	struct scope s = figures_scope(arena, HELD, WORLD_ADDITIVE, TWO, "13");
	struct floor_belief all = {FLOOR_ALL, WORLD_NONE};

	s.days_of = WORLD_DECISION;
	assert_int_equal(floor_ask(arena, k, &s, all, 0).low, 180);
	s = figures_scope(arena, HELD, WORLD_ADDITIVE, TWO, "13-14");
	s.days_of = WORLD_DECISION;
	assert_int_equal(floor_ask(arena, k, &s, all, 0).low, 100);
}

static void
categories_add_inside_one_claim_and_never_across_claims(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 500, 0, 500, "b", "odf", MEDIA, "20", ""},
	    {"a.fine", FINE, "almaty", "9", 60, 60, 60, "rp", "odf", MEDIA, "20", "part_of=a"},
	    {"a.warning", WARNING, "almaty", "9", 50, 50, 50, "ep", "odf", MEDIA, "20",
		"part_of=a"},
	    {"b", ARREST, "almaty", "9", 40, 40, 40, "ep", "rferl", MEDIA, "20", ""},
	};
	struct standing *k = STANDING(rows);

	struct floor f = floor_with(k, PUNISHED, WORLD_ADDITIVE, "almaty", "9");
	assert_int_equal(f.low, 55 + 50); /* 60 is a round number: 55 at least */
	assert_int_equal(f.basis_count, 1);
	assert_int_equal(f.basis[0], 0); /* both parts: the total's id */
	f = floor_with(k, FINE, WORLD_ADDITIVE, "almaty", "9");
	assert_int_equal(f.basis[0], 1); /* the part alone decides */
}

static void
categories_without_a_declared_sum_add_only_up_to_a_closed_total(void **state)
{
	(void)state;
	static const struct figure open[] = {
	    {"a", DETAINED, "almaty", "9", 500, 0, 500, "b", "odf", MEDIA, "20", ""},
	    {"a.liable", LIABLE, "almaty", "9", 400, 400, 400, "ep", "odf", MEDIA, "20",
		"part_of=a"},
	    {"a.fine", FINE, "almaty", "9", 300, 300, 300, "ep", "odf", MEDIA, "20", "part_of=a"},
	};
	struct figure closed[LENGTH(open)];

	assert_int_equal(low(STANDING(open), DETAINED, WORLD_ADDITIVE, "almaty", "9"), 500);
	memcpy(closed, open, sizeof(open));
	closed[0].high = 750;
	assert_int_equal(low(STANDING(closed), DETAINED, WORLD_ADDITIVE, "almaty", "9"), 700);
	closed[0].high = 650; /* the parts overlap */
	assert_int_equal(low(STANDING(closed), DETAINED, WORLD_ADDITIVE, "almaty", "9"), 500);
}

static void
nobody_unnamed_and_nothing_modal_is_believed(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 900, 0, 900, "b", "odf", WORLD_UNNAMED, WORLD_TOTAL,
		"20", ""},
	    {"b", DETAINED, "almaty", "9", 800, 0, 800, "b", NULL, MEDIA, "20", ""},
	    {"c", DETAINED, "almaty", "9", -1, 0, 5000, "v", "rferl", MEDIA, "20", ""},
	    {"d", TOOK_PART, "almaty", "9", 2000, 0, 2000, "b", "rferl", MEDIA, "20", ""},
	    {"e", DETAINED, "almaty", "9", 3, 0, 3, "bp", "monitor", WORLD_OTHER, WORLD_SEEN, "20",
		""},
	};
	struct standing *k = STANDING(rows);
	struct scope s = figures_scope(arena, DETAINED, WORLD_ADDITIVE, "almaty", "9");

	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, "almaty", "9"), 3);
	assert_int_equal(low(k, TOOK_PART, WORLD_PERSONS, "almaty", "9"), 0);
	struct floor_belief others = {FLOOR_OTHERS, WORLD_NONE},
			    state_only = {FLOOR_STATE, WORLD_NONE};
	assert_int_equal(floor_ask(arena, k, &s, others, 0).low, 3);
	assert_int_equal(floor_ask(arena, k, &s, state_only, 0).low, 0);
}

static void
a_floor_that_comes_to_a_half_is_rounded_up(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty+nur-sultan", "9", 101, 0, 101, "b", "odf", MEDIA, "20", ""},
	    {"b", DETAINED, "nur-sultan+shymkent", "9", 101, 0, 101, "b", "odf", MEDIA, "20", ""},
	    {"c", DETAINED, "almaty+shymkent", "9", 101, 0, 101, "b", "odf", MEDIA, "20", ""},
	};

	struct floor f = floor_with(STANDING(rows), DETAINED, WORLD_ADDITIVE, "kazakhstan", "9");
	assert_int_equal(f.low, 152); /* 151.5 */
	assert_int_equal(f.basis_count, 3);
}

static void
the_basis_leaves_out_what_the_floor_does_without_in_order_of_id(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"c", DETAINED, "almaty", "9", 100, 0, 100, "b", "odf", MEDIA, "20", ""},
	    {"a", DETAINED, "almaty", "9", 100, 0, 100, "b", "rferl", MEDIA, "20", ""},
	    {"b", DETAINED, "almaty", "9", 60, 0, 60, "b", "monitor", MEDIA, "20", ""},
	    {"d", DETAINED, "around", "9", 10, 0, 10, "b", "monitor", MEDIA, "20", ""},
	};

	struct floor f = floor_with(STANDING(rows), DETAINED, WORLD_ADDITIVE, "almaty", "9");
	assert_int_equal(f.low, 100);
	assert_int_equal(f.basis_count, 1);
	assert_int_equal(f.basis[0], 0);
}

static void
a_round_number_is_soft_unless_its_sum_adds_up_exactly(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, TWO, "9", 700, 700, 700, "r", "odf", STATE, "20", ""},
	    {"a.1", DETAINED, "almaty", "9", 500, 500, 500, "r", "odf", STATE, "20", "part_of=a"},
	    {"a.2", DETAINED, "nur-sultan", "9", 200, 200, 200, "r", "odf", STATE, "20",
		"part_of=a"},
	    {"b", DETAINED, TWO, "10", 700, 700, 700, "r", "odf", STATE, "20", ""},
	    {"b.1", DETAINED, "almaty", "10", 500, 500, 500, "r", "odf", STATE, "20", "part_of=b"},
	    {"b.2", DETAINED, "nur-sultan", "10", 180, 220, 200, "r", "odf", STATE, "20",
		"part_of=b"},
	    {"c", DETAINED, "shymkent", "9", 150, 150, 150, "r", "odf", STATE, "20", ""},
	    {"d", DETAINED, "shymkent", "10", 200, 200, 200, "r", "odf", STATE, "20", ""},
	    {"e", DETAINED, "shymkent", "12", 957, 957, 957, "e", "odf", STATE, "20", ""},
	};
	struct standing *k = STANDING(rows);

	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, TWO, "9"), 700);
	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, "almaty", "9"), 500);
	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, "almaty", "10"), 450);
	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, TWO, "10"), 650);
	assert_int_equal(standing_of(k, 6)->in_bounds.low, 145);
	assert_int_equal(standing_of(k, 6)->in_bounds.high, 154);
	assert_int_equal(standing_of(k, 7)->in_bounds.low, 180);
	assert_int_equal(standing_of(k, 7)->in_bounds.high, 219);
	assert_int_equal(standing_of(k, 8)->in_bounds.high, 957);
}

static bool
own(const struct standing *k, enum world_unit unit, const char *places, const char *days,
    struct interval *range)
{
	struct scope s = figures_scope(arena, DETAINED, unit, places, days);
	struct own o;

	if (!own_ask(arena, k, &s, figures_origin("odf"), &o))
		return false;
	*range = o.range;
	return true;
}

static void
a_range_has_both_ends_from_one_origins_totals_for_the_very_scope(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 90, 110, 100, "r", "odf", STATE, "20", ""},
	    {"b", DETAINED, "nur-sultan", "9", 40, 0, 40, "b", "odf", STATE, "20", ""},
	    {"c", DETAINED, "shymkent", "9", 10, 20, 0, "v", "odf", WORLD_STATE, WORLD_SEEN, "20",
		""},
	    {"d", DETAINED, "almaty", "9", 95, 0, 95, "b", "odf", WORLD_STATE, WORLD_SEEN, "21",
		""},
	    {"e", DETAINED, "kazakhstan", "9", 300, 400, 0, "v", "odf", STATE, "20", ""},
	    {"f", DETAINED, "almaty", "10", 30, 40, 0, "vp", "odf", STATE, "20", ""},
	};
	struct standing *k = STANDING(rows);
	struct interval r;

	assert_true(own(k, WORLD_ADDITIVE, "almaty", "9", &r));
	assert_true(r.low == 90 && r.high == 110);
	assert_false(own(k, WORLD_ADDITIVE, "nur-sultan", "9", &r)); /* no upper end */
	assert_false(own(k, WORLD_ADDITIVE, "shymkent", "9", &r));   /* only seen */
	assert_false(own(k, WORLD_ADDITIVE, "nur-sultan+shymkent", "9", &r));
	assert_false(own(k, WORLD_ADDITIVE, "almaty", "10", &r)); /* persons limit no detentions */
	assert_true(own(k, WORLD_PERSONS, "almaty", "10", &r));
	assert_true(own(k, WORLD_PERSONS, "almaty", "9-10", &r));
	assert_true(r.low == 90 && r.high == 150);
}

static void
the_narrowest_division_of_a_scope_gives_the_upper_end(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, TWO, "9-10", 300, 500, 0, "va", "odf", STATE, "20", ""},
	    {"b", DETAINED, "almaty", "9-10", 200, 250, 0, "va", "odf", STATE, "20", ""},
	    {"c", DETAINED, "nur-sultan", "9", 50, 60, 0, "va", "odf", STATE, "20", ""},
	    {"d", DETAINED, "nur-sultan", "10", 80, 90, 0, "va", "odf", STATE, "20", ""},
	};
	struct standing *k = STANDING(rows);
	struct interval r;

	assert_true(own(k, WORLD_ADDITIVE, TWO, "9-10", &r));
	assert_true(r.low == 330 && r.high == 400);
}

static void
an_origin_that_contradicts_itself_keeps_its_figure_as_it_gave_it(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, TWO, "9", 300, 320, 0, "va", "odf", STATE, "20", ""},
	    {"b", DETAINED, "almaty", "9", 500, 500, 0, "ea", "odf", STATE, "20", ""},
	};
	struct standing *k = STANDING(rows);
	struct interval r;

	assert_true(own(k, WORLD_ADDITIVE, TWO, "9", &r));
	assert_true(r.low == 300 && r.high == 320);
}

static void
a_sum_that_its_own_total_does_not_meet_gives_no_floor_and_no_range(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", PUNISHED, "almaty", "9", 95, 95, 95, "ep", "odf", STATE, "20", ""},
	    {"a.1", ARREST, "almaty", "9", 41, 41, 41, "ep", "odf", STATE, "20", "part_of=a"},
	    {"a.2", FINE, "almaty", "9", 71, 71, 71, "ep", "odf", STATE, "20", "part_of=a"},
	    {"a.3", WARNING, "almaty", "9", 14, 14, 14, "ep", "odf", STATE, "20", "part_of=a"},
	    {"b", PUNISHED, "almaty", "10", 95, 95, 95, "ep", "odf", STATE, "20", ""},
	    {"b.1", ARREST, "almaty", "10", 41, 41, 41, "ep", "odf", STATE, "20", "part_of=b"},
	    {"b.2", FINE, "almaty", "10", 31, 31, 31, "ep", "odf", STATE, "20", "part_of=b"},
	    {"b.3", WARNING, "almaty", "10", 14, 14, 14, "ep", "odf", STATE, "20", "part_of=b"},
	};
	struct standing *k = STANDING(rows);
	struct scope s = figures_scope(arena, PUNISHED, WORLD_PERSONS, "almaty", "10");
	struct own o;

	assert_int_equal(low(k, PUNISHED, WORLD_ADDITIVE, "almaty", "9"), 95);
	assert_int_equal(low(k, PUNISHED, WORLD_PERSONS, "almaty", "9"), 95);
	assert_true(own_ask(arena, k, &s, figures_origin("odf"), &o));
	assert_true(o.range.low == 95 && o.range.high == 95);
}

static void
a_world_without_claims_answers(void **state)
{
	(void)state;
	struct standing *k = standing_new(arena, figures_world(arena, NULL, 0));
	struct clashes c = clash_find(arena, k);
	size_t n;

	assert_int_equal(low(k, DETAINED, WORLD_ADDITIVE, "almaty", "9"), 0);
	assert_int_equal(c.real_count + c.within_count, 0);
	remark_all(arena, k, &c, &n);
	assert_int_equal(n, 0);
}

static void
halves_of_parts_that_share_nothing_are_rounded_up_apart(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty+nur-sultan", "9", 101, 0, 101, "b", "odf", MEDIA, "20", ""},
	    {"b", DETAINED, "nur-sultan+shymkent", "9", 101, 0, 101, "b", "odf", MEDIA, "20", ""},
	    {"c", DETAINED, "almaty+shymkent", "9", 101, 0, 101, "b", "odf", MEDIA, "20", ""},
	    {"d", DETAINED, "almaty+nur-sultan", "10", 101, 0, 101, "b", "odf", MEDIA, "20", ""},
	    {"e", DETAINED, "nur-sultan+shymkent", "10", 101, 0, 101, "b", "odf", MEDIA, "20", ""},
	    {"f", DETAINED, "almaty+shymkent", "10", 101, 0, 101, "b", "odf", MEDIA, "20", ""},
	    {"g", DETAINED, "almaty", "9-10", 20, 0, 20, "b", "odf", MEDIA, "20", ""},
	};
	struct standing *apart = standing_new(arena, figures_world(arena, rows, 6));
	struct standing *joined = STANDING(rows);

	assert_int_equal(low(apart, DETAINED, WORLD_ADDITIVE, "kazakhstan", "9"), 152);
	assert_int_equal(low(apart, DETAINED, WORLD_ADDITIVE, "kazakhstan", "9-10"), 304);
	assert_int_equal(low(joined, DETAINED, WORLD_ADDITIVE, "kazakhstan", "9-10"), 304);
}

static void
categories_raise_a_totals_lower_end_and_never_lower_its_upper_end(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 900, 1100, 1000, "r", "odf", STATE, "20", ""},
	    {"a.1", RELEASED, "almaty", "9", 601, 601, 601, "e", "odf", STATE, "20", "part_of=a"},
	    {"a.2", FINE, "almaty", "9", 304, 304, 304, "e", "odf", STATE, "20", "part_of=a"},
	    {"b", DETAINED, "almaty", "9", 1040, 0, 1040, "b", "rferl", MEDIA, "20", ""},
	};
	struct standing *k = STANDING(rows);
	struct interval r;

	assert_true(own(k, WORLD_ADDITIVE, "almaty", "9", &r));
	assert_true(r.low == 905 && r.high == 1100);
	assert_int_equal(clash_find(arena, k).real_count, 0);
}

static void
only_parts_that_stand_in_their_totals_own_voice_add_up(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", PUNISHED, "almaty", "9", 10, 0, 10, "bp", "odf", STATE, "20", ""},
	    {"a.1", ARREST, "almaty", "9", 61, 61, 61, "ep", "odf", STATE, "20", "part_of=a"},
	    {"a.2", FINE, "almaty", "9", 55, 55, 55, "ep", "odf", STATE, "20", "part_of=a"},
	    {"a.3", FINE, "almaty", "9", 11, 11, 11, "ep", "odf", STATE, "20",
		"part_of=a over=a.2"},
	    {"z", FINE, "nur-sultan", "9", 3, 0, 3, "bp", "rferl", MEDIA, "20", ""},
	};
	struct figure derived[LENGTH(rows)], unnamed[LENGTH(rows)], quoted[LENGTH(rows)];

	assert_int_equal(low(STANDING(rows), PUNISHED, WORLD_ADDITIVE, "almaty", "9"), 61 + 11);
	memcpy(derived, rows, sizeof(rows));
	derived[3].more = "part_of=a over=a.2 from=z";
	assert_int_equal(low(STANDING(derived), PUNISHED, WORLD_ADDITIVE, "almaty", "9"), 61);
	memcpy(unnamed, rows, sizeof(rows));
	unnamed[3].class = WORLD_UNNAMED;
	assert_int_equal(low(STANDING(unnamed), PUNISHED, WORLD_ADDITIVE, "almaty", "9"), 61);
	memcpy(quoted, rows, sizeof(rows));
	quoted[3].origin = "rferl";
	assert_int_equal(low(STANDING(quoted), PUNISHED, WORLD_ADDITIVE, "almaty", "9"), 61);
}

static void
an_origins_figure_for_the_very_scope_is_tried_whatever_else_it_gave(void **state)
{
	(void)state;
	static struct figure rows[80];

	for (int i = 0; i < 80; i++)
		rows[i] = (struct figure){arena_fmt(arena, "c%02d", i).p, DETAINED, "almaty",
		    arena_fmt(arena, "%d", i % 20 + 1).p, 100 + i, 100 + i, 0, "ep", "odf", STATE,
		    arena_fmt(arena, "%d", i / 20 + 1).p, ""};
	rows[79] = (struct figure){
	    "c79", DETAINED, "almaty", "1-25", 50, 190, 0, "vp", "odf", STATE, "25", ""};
	struct interval r;

	assert_true(own(standing_on(rows, 80), WORLD_PERSONS, "almaty", "1-25", &r));
	assert_int_equal(r.high, 190);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(days_add_for_detentions_and_never_for_persons),
	    cmocka_unit_test(
		people_over_several_days_are_detentions_but_unstated_ones_are_no_persons),
	    cmocka_unit_test(a_figure_that_reaches_outside_the_scope_says_nothing_of_it),
	    cmocka_unit_test(a_part_of_the_day_is_never_added_to_the_day),
	    cmocka_unit_test(only_an_assumption_leads_from_persons_punished_to_persons_taken),
	    cmocka_unit_test(days_of_decision_are_compared_only_with_each_other),
	    cmocka_unit_test(people_held_on_a_date_add_over_places_and_not_over_days),
	    cmocka_unit_test(categories_add_inside_one_claim_and_never_across_claims),
	    cmocka_unit_test(categories_without_a_declared_sum_add_only_up_to_a_closed_total),
	    cmocka_unit_test(nobody_unnamed_and_nothing_modal_is_believed),
	    cmocka_unit_test(a_floor_that_comes_to_a_half_is_rounded_up),
	    cmocka_unit_test(the_basis_leaves_out_what_the_floor_does_without_in_order_of_id),
	    cmocka_unit_test(a_round_number_is_soft_unless_its_sum_adds_up_exactly),
	    cmocka_unit_test(a_range_has_both_ends_from_one_origins_totals_for_the_very_scope),
	    cmocka_unit_test(the_narrowest_division_of_a_scope_gives_the_upper_end),
	    cmocka_unit_test(an_origin_that_contradicts_itself_keeps_its_figure_as_it_gave_it),
	    cmocka_unit_test(a_sum_that_its_own_total_does_not_meet_gives_no_floor_and_no_range),
	    cmocka_unit_test(a_world_without_claims_answers),
	    cmocka_unit_test(halves_of_parts_that_share_nothing_are_rounded_up_apart),
	    cmocka_unit_test(categories_raise_a_totals_lower_end_and_never_lower_its_upper_end),
	    cmocka_unit_test(only_parts_that_stand_in_their_totals_own_voice_add_up),
	    cmocka_unit_test(an_origins_figure_for_the_very_scope_is_tried_whatever_else_it_gave),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
