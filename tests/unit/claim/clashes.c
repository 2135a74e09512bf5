/* Clashes and flags: small worlds, each showing one rule of docs/methods/counts.md. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/claim/minset.h"
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

/* "a b 30; c d 5 h1" for clashes, with '~' before what the wording explains. */
static const char *
clashes_of(const struct figure *rows, size_t n)
{
	struct world *w = figures_world(arena, rows, n);
	struct clashes c = clash_find(arena, standing_new(arena, w));
	struct str text = STR("");

	for (size_t i = 0; i < c.real_count + c.within_count; i++) {
		const struct clash *one =
		    i < c.real_count ? &c.real[i] : &c.within[i - c.real_count];
		text = arena_fmt(arena, "%.*s%s%s%s %lld%s", STR_ARG(text), i == 0 ? "" : "; ",
		    i < c.real_count ? "" : "~",
		    figures_ids(arena, w, one->claims, one->claim_count), (long long)one->gap,
		    one->assumes != 0 ? " h1" : "");
	}
	assert_false(c.capped);
	return text.p;
}
#define CLASHES(rows) clashes_of((rows), LENGTH(rows))

/* "sum-holds a; balance a b 5" */
static const char *
remarks_of(const struct figure *rows, size_t n)
{
	struct world *w = figures_world(arena, rows, n);
	struct standing *k = standing_new(arena, w);
	struct clashes c = clash_find(arena, k);
	struct str text = STR("");
	size_t count;
	struct remark *all = remark_all(arena, k, &c, &count);

	for (size_t i = 0; i < count; i++) {
		text = arena_fmt(arena, "%.*s%s%s %s", STR_ARG(text), i == 0 ? "" : "; ",
		    remark_name(all[i].kind).p,
		    figures_ids(arena, w, all[i].claims, all[i].claim_count));
		if (all[i].value != REMARK_NO_VALUE)
			text =
			    arena_fmt(arena, "%.*s %lld", STR_ARG(text), (long long)all[i].value);
	}
	return text.p;
}
#define REMARKS(rows) remarks_of((rows), LENGTH(rows))

static void
a_total_below_what_was_seen_clashes_by_the_difference(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", TAKEN, "almaty", "9", 110, 0, 110, "b", "rferl", WORLD_MEDIA, WORLD_SEEN, "20",
		""},
	    {"b", DETAINED, TWO, "9", 70, 80, 75, "v", "ministry", STATE, "20", ""},
	    {"c", DETAINED, "shymkent", "9", 1, 5, 5, "v", "ministry", STATE, "20", ""},
	};
	assert_string_equal(CLASHES(rows), "a b 30");
}

static void
the_upper_end_of_what_was_only_seen_takes_no_part(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 110, 0, 110, "b", "rferl", MEDIA, "20", ""},
	    {"b", DETAINED, "almaty", "9", 70, 80, 75, "v", "odf", WORLD_MEDIA, WORLD_SEEN, "20",
		""},
	};
	assert_string_equal(CLASHES(rows), "");
}

static void
a_gap_is_held_against_the_softness_of_one_member_and_never_against_their_sum(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 450, 550, 500, "r", "ministry", STATE, "20", ""},
	    {"b", DETAINED, "nur-sultan", "9", 450, 550, 500, "r", "police", STATE, "20", ""},
	    {"c", DETAINED, TWO, "9", 1150, 0, 1150, "b", "odf", MEDIA, "20", ""},
	    {"d", DETAINED, TWO, "9", 1151, 0, 1151, "b", "rferl", MEDIA, "20", ""},
	};
	assert_string_equal(CLASHES(rows), "a b d 51; ~a b c 50");
}

static void
people_of_two_days_are_no_more_than_those_of_each_day_together(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 20, 40, 0, "vp", "ministry", STATE, "20", ""},
	    {"b", DETAINED, "almaty", "10", 20, 50, 0, "vp", "police", STATE, "20", ""},
	    {"c", DETAINED, "almaty", "9-10", 100, 0, 100, "bp", "odf", MEDIA, "20", ""},
	    {"d", DETAINED, "almaty", "9-10", 100, 0, 100, "ba", "rferl", MEDIA, "20", ""},
	};
	assert_string_equal(CLASHES(rows), "a b c 10"); /* d counts detentions */
}

static void
people_of_two_days_are_no_fewer_than_those_of_one(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 90, 0, 90, "bp", "ministry", STATE, "20", ""},
	    {"b", DETAINED, "almaty", "10", 90, 0, 90, "bp", "police", STATE, "20", ""},
	    {"c", DETAINED, "almaty", "9-10", 60, 80, 0, "vp", "odf", MEDIA, "20", ""},
	    {"d", DETAINED, "almaty", "9-10", 100, 120, 0, "vp", "rferl", MEDIA, "20", ""},
	};
	assert_string_equal(CLASHES(rows), "a c 10; b c 10; c d 20");
}

static void
a_narrower_count_of_events_does_not_hide_a_wider_one_of_people(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 100, 0, 100, "ba", "ministry", STATE, "20", ""},
	    {"b", DETAINED, "almaty", "9-10", 100, 0, 100, "bp", "police", STATE, "20", ""},
	    {"c", DETAINED, "almaty", "9-10", 60, 80, 0, "vp", "odf", MEDIA, "20", ""},
	    {"d", DETAINED, "almaty", "9-10", 100, 150, 0, "va", "rferl", MEDIA, "20", ""},
	};
	assert_string_equal(CLASHES(rows), "b c 20");
}

static void
a_part_that_decides_alone_is_named_and_else_its_total(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", PUNISHED, "almaty", "9", 100, 100, 100, "rp", "prosecutor", STATE, "20", ""},
	    {"a.arrest", ARREST, "almaty", "9", 60, 60, 60, "rp", "prosecutor", STATE, "20",
		"part_of=a"},
	    {"a.fine", FINE, "almaty", "9", 40, 40, 40, "rp", "prosecutor", STATE, "20",
		"part_of=a"},
	    {"b", ARREST, "almaty", "9", 10, 20, 0, "vp", "police", STATE, "20", ""},
	    {"c", PUNISHED, "almaty", "9", 50, 95, 0, "vp", "odf", MEDIA, "20", ""},
	};
	assert_string_equal(CLASHES(rows), "a c 5; a.arrest b 40"); /* an exact sum gives nothing */
}

static void
a_claim_that_fails_alone_is_a_clash_of_one_and_meets_others_with_its_total(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", PUNISHED, "almaty", "9", 95, 95, 95, "ep", "prosecutor", STATE, "20", ""},
	    {"a.1", ARREST, "almaty", "9", 41, 41, 41, "ep", "prosecutor", STATE, "20",
		"part_of=a"},
	    {"a.2", FINE, "almaty", "9", 121, 121, 121, "ep", "prosecutor", STATE, "20",
		"part_of=a"},
	    {"b", PUNISHED, "almaty", "9", 60, 80, 0, "vp", "odf", MEDIA, "20", ""},
	};
	assert_string_equal(CLASHES(rows), "a 67; a b 15"); /* 41 + 121 - 95 */
}

static void
a_sum_that_fails_is_a_flag_and_a_clash_of_one(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", PUNISHED, "almaty", "9", 95, 95, 95, "ep", "prosecutor", STATE, "20", ""},
	    {"a.1", ARREST, "almaty", "9", 41, 41, 41, "ep", "prosecutor", STATE, "20",
		"part_of=a"},
	    {"a.2", FINE, "almaty", "9", 29, 29, 29, "ep", "prosecutor", STATE, "20", "part_of=a"},
	    {"a.3", WARNING, "almaty", "9", 15, 15, 15, "ep", "prosecutor", STATE, "20",
		"part_of=a"},
	    {"b", PUNISHED, "almaty", "9", 60, 80, 0, "vp", "odf", MEDIA, "20", ""},
	};
	assert_string_equal(CLASHES(rows), "a 10; a b 15");
	assert_string_equal(REMARKS(rows), "sum-fails a 10");
}

static void
nobody_is_there_when_the_police_say_so_and_the_others_clash_with_that(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 0, 0, 0, "e", "police", MEDIA, "20", ""},
	    {"b", DETAINED, "square", "9", 12, 0, 12, "b", "odf", MEDIA, "20", ""},
	    {"c", TAKEN, "almaty", "9", 7, 0, 7, "b", "rferl", MEDIA, "20", "who=journalists"},
	    {"d", DETAINED, "almaty", "9", 5, 0, 5, "b", "monitor", MEDIA, "20", "time=morning"},
	};
	assert_string_equal(CLASHES(rows), "a b 12; a c 7; a d 5");
}

static void
an_upper_end_of_part_of_the_day_or_of_some_people_limits_only_those(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 3, 5, 0, "v", "police", MEDIA, "20", "time=morning"},
	    {"b", DETAINED, "almaty", "9", 3, 5, 0, "v", "police", MEDIA, "20", "who=journalists"},
	    {"c", DETAINED, "almaty", "9", 50, 0, 50, "b", "odf", MEDIA, "20", ""},
	    {"d", DETAINED, "almaty", "9", 9, 0, 9, "b", "odf", MEDIA, "20", "time=morning"},
	};
	assert_string_equal(CLASHES(rows), "a d 4");
}

static void
an_unnamed_claim_clashes_with_nothing_and_may_be_explained_by_wording(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 90, 110, 100, "r", "police", MEDIA, "20", ""},
	    {"b", DETAINED, "almaty", "9", 115, 0, 115, "b", NULL, WORLD_UNNAMED, WORLD_UNKNOWN,
		"20", ""},
	    {"c", DETAINED, "almaty", "9", 500, 0, 500, "b", NULL, WORLD_UNNAMED, WORLD_UNKNOWN,
		"20", ""},
	};
	assert_string_equal(CLASHES(rows), "~a b 5");
}

static void
two_wordings_of_one_origin_leave_one_and_never_clash(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 100, 100, 100, "e", "police", STATE, "20", "via=2"},
	    {"b", DETAINED, "almaty", "9", 300, 300, 300, "e", "police", STATE, "20", "via=1"},
	    {"c", DETAINED, "almaty", "9", 300, 300, 300, "e", "police", STATE, "21", "via=1"},
	    {"d", TAKEN, "almaty", "9", 101, 101, 101, "e", "odf", MEDIA, "20", "wording=2"},
	    {"e", DETAINED, "almaty", "9", 108, 110, 105, "e", "odf", MEDIA, "20", ""},
	    {"f", TAKEN, "almaty", "9", 106, 120, 106, "v", "odf", MEDIA, "20", "wording=1"},
	};
	assert_string_equal(
	    REMARKS(rows), "origin-disagrees a b 200; measure-drift e f; series b c");
}

static void
a_wording_of_a_superseded_figure_is_compared_and_leaves_with_it_when_further(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", TAKEN, "almaty", "9", 100, 100, 100, "e", "police", STATE, "20", "wording=1"},
	    {"b", DETAINED, "almaty", "9", 100, 100, 100, "e", "police", STATE, "20", "wording=2"},
	    {"c", REGISTERED, "almaty", "9", 100, 100, 100, "e", "police", STATE, "20", ""},
	    {"d", TAKEN, "almaty", "9", 300, 300, 300, "e", "police", STATE, "21", "over=a"},
	};
	assert_string_equal(REMARKS(rows), "measure-drift a c; measure-drift b c; series c d");
	struct standing *k = standing_new(arena, figures_world(arena, rows, LENGTH(rows) - 1));
	assert_int_equal(standing_of(k, 0)->status, STANDING_VARIANT);
}

static void
a_claim_that_supersedes_another_is_no_variant_of_it(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 100, 100, 100, "e", "police", STATE, "20", ""},
	    {"b", DETAINED, "almaty", "9", 300, 300, 300, "e", "police", STATE, "20",
		"over=a wording=1"},
	    {"c", DETAINED, "almaty", "9", 300, 320, 300, "e", "police", STATE, "20", "wording=2"},
	};
	assert_string_equal(REMARKS(rows), "");
	struct standing *k = standing_new(arena, figures_world(arena, rows, LENGTH(rows)));
	assert_int_equal(standing_of(k, 0)->status, STANDING_SUPERSEDED);
	assert_int_equal(standing_of(k, 1)->status, STANDING_STANDS);
	assert_int_equal(standing_of(k, 2)->status, STANDING_VARIANT);
	assert_int_equal(standing_of(k, 2)->for_claim, 1);
}

static void
sums_hold_fail_or_say_nothing(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", PUNISHED, "almaty", "9", 100, 100, 100, "rp", "police", STATE, "20", ""},
	    {"a.1", ARREST, "almaty", "9", 63, 63, 63, "ep", "police", STATE, "20", "part_of=a"},
	    {"a.2", FINE, "almaty", "9", 21, 21, 21, "ep", "police", STATE, "20", "part_of=a"},
	    {"a.3", WARNING, "almaty", "9", 4, 4, 4, "ep", "police", STATE, "20", "part_of=a"},
	    {"b", PUNISHED, "almaty", "10", 100, 100, 100, "ep", "police", STATE, "20", ""},
	    {"b.1", ARREST, "almaty", "10", 63, 63, 63, "ep", "police", STATE, "20", "part_of=b"},
	    {"b.2", FINE, "almaty", "10", 21, 21, 21, "ep", "police", STATE, "20", "part_of=b"},
	    {"c", DETAINED, TWO, "12", 100, 100, 100, "e", "police", STATE, "20", ""},
	    {"c.1", DETAINED, "almaty", "12", 63, 63, 63, "e", "police", STATE, "20", "part_of=c"},
	    {"c.2", DETAINED, "around", "12", 21, 21, 21, "e", "police", STATE, "20", "part_of=c"},
	    {"d", DETAINED, TWO, "13", 100, 100, 100, "e", "police", STATE, "20", ""},
	    {"d.1", DETAINED, "almaty", "13", 101, 0, 101, "b", "police", STATE, "20", "part_of=d"},
	    {"e", DETAINED, "shymkent", "9-10", 190, 210, 200, "r", "odf", MEDIA, "20",
		"from=f from=g"},
	    {"f", DETAINED, "shymkent", "9", 81, 81, 81, "e", "odf", MEDIA, "20", ""},
	    {"g", DETAINED, "shymkent", "10", 91, 91, 91, "e", "odf", MEDIA, "20", ""},
	};
	assert_string_equal(
	    REMARKS(rows), "sum-fails a 2; sum-fails e f g 18; part-exceeds-whole d 1");
}

static void
a_balance_and_a_remainder_are_questions_only_when_something_is_left(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", ARREST, "almaty", "9", 100, 100, 100, "ep", "police", STATE, "20", ""},
	    {"b", FREED, "almaty", "-12", 60, 60, 60, "ep", "police", STATE, "20", "decision"},
	    {"c", HELD, "almaty", "13", 40, 40, 40, "ep", "police", STATE, "20", "decision"},
	    {"d", ARREST, TWO, "9", 100, 100, 100, "ep", "odf", MEDIA, "20", ""},
	    {"e", FREED, TWO, "-12", 70, 70, 70, "ep", "odf", MEDIA, "20", "decision"},
	    {"f", HELD, TWO, "13", 40, 40, 40, "ep", "odf", MEDIA, "20", "decision"},
	    {"g", ARREST, "shymkent", "9", 100, 100, 100, "ep", "odf", MEDIA, "20", ""},
	    {"h", DETAINED, "kazakhstan", "9", 50, 60, 55, "v", "ministry", STATE, "20", ""},
	    {"i", DETAINED, "almaty", "9", 45, 50, 47, "v", "ministry", STATE, "20", ""},
	};
	assert_string_equal(REMARKS(rows), "balance d e f -10");
}

static void
a_series_needs_two_days_and_one_course_of_events(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9", 80, 80, 80, "r", "police", STATE, "10", ""},
	    {"b", TAKEN, TWO, "9-10", 200, 0, 200, "b", "ministry", STATE, "11", ""},
	    {"c", DETAINED, "almaty", "9", 95, 0, 95, "b", "police", STATE, "11", ""},
	    {"d", DETAINED, "shymkent", "9", 70, 0, 70, "b", "police", STATE, "12", ""},
	    {"e", DETAINED, "almaty", "9", 50, 0, 50, "b", "odf", WORLD_DEFENDERS, WORLD_TOTAL,
		"12", ""},
	    {"f", DETAINED, "almaty", "9", 60, 0, 60, "b", "odf", WORLD_DEFENDERS, WORLD_TOTAL,
		"13", ""},
	};
	assert_string_equal(REMARKS(rows), "series a b; series e f");
}

/* For minset: 20 pairs of elements, none of which hold together; asking costs nothing. */
static bool
a_pair_fails(void *context, const uint64_t *active, uint64_t *core)
{
	(void)context;
	for (size_t i = 0; i < 40; i += 2) {
		if (!bits_has(active, i) || !bits_has(active, i + 1))
			continue;
		core[0] = UINT64_C(3) << i;
		return true;
	}
	return false;
}

static void
a_search_ends_with_its_work_even_when_it_asks_nothing_new(void **state)
{
	(void)state;
	int64_t left = 1000;
	struct minset_question q = {40, a_pair_fails, NULL, 100, &left};
	struct minset all = minset_all(arena, &q);

	assert_true(all.capped); /* else it would go through 2^20 sets */
	assert_int_equal(left, 0);
	assert_in_range(all.count, 10, 20);
}

static void
a_heap_of_contradictions_ends_and_says_that_there_may_be_more(void **state)
{
	(void)state;
	static const char *const places[] = {"almaty", "nur-sultan", TWO};
	static const char *const days[] = {"9", "9-10", "10-12", "11", "9-12", "12"};
	static struct figure rows[50];
	uint32_t seed = 1;

	for (int i = 0; i < 50; i++) {
		int64_t at[4];
		for (int j = 0; j < 4; j++) {
			seed = seed * 1664525 + 1013904223;
			at[j] = seed >> 16;
		}
		int64_t n = 50 + at[0] % 450, low = at[1] % 3 == 0 ? 0 : n;
		rows[i] = (struct figure){arena_fmt(arena, "c%02d", i).p,
		    at[1] % 2 == 0 ? DETAINED : TAKEN, places[at[2] % 3], days[at[3] % 6], low,
		    at[1] % 3 == 1 ? 0 : n, n, at[0] % 2 == 0 ? "ep" : "e", NULL, MEDIA, "20", ""};
		rows[i].origin = figures_origins[i % 10].p;
	}
	struct clashes c = clash_find(arena, standing_new(arena, figures_world(arena, rows, 50)));
	assert_true(c.capped);
	assert_in_range(c.real_count, 10, 3 * CLASH_MOST);
}

static void
what_counts_otherwise_or_was_said_nobody_knows_when_is_no_wording(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "9-10", 701, 701, 701, "ea", "odf", STATE, "20", ""},
	    {"b", DETAINED, "almaty", "9-10", 503, 503, 503, "ep", "odf", STATE, "20", ""},
	    {"c", DETAINED, "almaty", "12", 41, 41, 41, "e", "odf", WORLD_STATE, WORLD_SEEN, "20",
		""},
	    {"d", DETAINED, "almaty", "12", 60, 0, 60, "b", "odf", STATE, "20", ""},
	    {"e", DETAINED, "shymkent", "9", 30, 0, 30, "b", "odf", STATE, "20", "undated"},
	    {"f", DETAINED, "shymkent", "9", 50, 0, 50, "b", "odf", STATE, "20", "undated"},
	};
	struct standing *k = standing_new(arena, figures_world(arena, rows, LENGTH(rows)));

	for (int32_t i = 0; i < (int32_t)LENGTH(rows); i++)
		assert_int_equal(standing_of(k, i)->status, STANDING_STANDS);
	assert_string_equal(REMARKS(rows), "");
	assert_string_equal(CLASHES(rows), "");
}

static void
an_upper_end_of_one_unknown_day_holds_nothing_down_and_its_lower_end_stays(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", DETAINED, "almaty", "1-30", 8, 12, 0, "v", "odf", STATE, "20", "someday"},
	    {"b", DETAINED, "almaty", "9", 10, 0, 10, "b", "rferl", MEDIA, "20", ""},
	    {"c", DETAINED, "almaty", "10", 10, 0, 10, "b", "azattyq", MEDIA, "20", ""},
	    {"d", DETAINED, "almaty", "1-30", 300, 300, 300, "e", "odf", STATE, "20", ""},
	    {"e", DETAINED, TWO, "1-30", 90, 90, 90, "e", "police", STATE, "20", ""},
	    {"e.1", DETAINED, "almaty", "1-30", 20, 20, 20, "e", "police", STATE, "20",
		"part_of=e someday"},
	    {"e.2", DETAINED, "nur-sultan", "1-30", 30, 30, 30, "e", "police", STATE, "20",
		"part_of=e someday"},
	};
	struct standing *k = standing_new(arena, figures_world(arena, rows, LENGTH(rows)));
	struct scope s = figures_scope(arena, DETAINED, WORLD_ADDITIVE, "almaty", "1-30");
	struct own own;

	assert_string_equal(clashes_of(rows, 3), "");
	assert_int_equal(standing_of(k, 3)->status, STANDING_STANDS); /* no wording of a */
	k = standing_new(arena, figures_world(arena, rows, 1));
	assert_false(own_ask(arena, k, &s, figures_origin("odf"), &own));
	assert_int_equal(
	    floor_ask(arena, k, &s, (struct floor_belief){FLOOR_ALL, WORLD_NONE}, 0).low, 8);
	assert_string_equal(remarks_of(rows + 4, 3), "");
}

static void
decisions_that_have_grown_since_are_no_contradiction(void **state)
{
	(void)state;
	static const struct figure rows[] = {
	    {"a", PUNISHED, "almaty", "9", 551, 551, 551, "ep", "prosecutor", STATE, "11",
		"as_of=11"},
	    {"b", PUNISHED, "almaty", "9", 957, 957, 957, "ep", "prosecutor", STATE, "13",
		"as_of=13"},
	    {"c", ARREST, "almaty", "9", 970, 0, 970, "bp", "odf", MEDIA, "14", "as_of=12"},
	    {"d", DETAINED, "almaty", "9", 70, 80, 0, "v", "police", STATE, "11", "as_of=11"},
	    {"e", DETAINED, "almaty", "9", 90, 0, 90, "b", "odf", MEDIA, "13", "as_of=13"},
	};
	struct standing *k = standing_new(arena, figures_world(arena, rows, 2));
	struct scope s = figures_scope(arena, PUNISHED, WORLD_PERSONS, "almaty", "9");
	struct own own;

	assert_string_equal(clashes_of(rows, 2), "");
	assert_string_equal(remarks_of(rows, 2), "series a b");
	assert_string_equal(clashes_of(rows, 3), "b c 13"); /* earlier, and still more */
	assert_string_equal(clashes_of(rows + 3, 2), "d e 10");
	assert_true(own_ask(arena, k, &s, figures_origin("prosecutor"), &own));
	assert_true(own.range.low == 957 && own.range.high == 957);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_total_below_what_was_seen_clashes_by_the_difference),
	    cmocka_unit_test(the_upper_end_of_what_was_only_seen_takes_no_part),
	    cmocka_unit_test(
		a_gap_is_held_against_the_softness_of_one_member_and_never_against_their_sum),
	    cmocka_unit_test(people_of_two_days_are_no_more_than_those_of_each_day_together),
	    cmocka_unit_test(people_of_two_days_are_no_fewer_than_those_of_one),
	    cmocka_unit_test(a_narrower_count_of_events_does_not_hide_a_wider_one_of_people),
	    cmocka_unit_test(a_part_that_decides_alone_is_named_and_else_its_total),
	    cmocka_unit_test(
		a_claim_that_fails_alone_is_a_clash_of_one_and_meets_others_with_its_total),
	    cmocka_unit_test(a_sum_that_fails_is_a_flag_and_a_clash_of_one),
	    cmocka_unit_test(nobody_is_there_when_the_police_say_so_and_the_others_clash_with_that),
	    cmocka_unit_test(an_upper_end_of_part_of_the_day_or_of_some_people_limits_only_those),
	    cmocka_unit_test(an_unnamed_claim_clashes_with_nothing_and_may_be_explained_by_wording),
	    cmocka_unit_test(two_wordings_of_one_origin_leave_one_and_never_clash),
	    cmocka_unit_test(
		a_wording_of_a_superseded_figure_is_compared_and_leaves_with_it_when_further),
	    cmocka_unit_test(a_claim_that_supersedes_another_is_no_variant_of_it),
	    cmocka_unit_test(sums_hold_fail_or_say_nothing),
	    cmocka_unit_test(a_balance_and_a_remainder_are_questions_only_when_something_is_left),
	    cmocka_unit_test(a_series_needs_two_days_and_one_course_of_events),
	    cmocka_unit_test(a_search_ends_with_its_work_even_when_it_asks_nothing_new),
	    cmocka_unit_test(a_heap_of_contradictions_ends_and_says_that_there_may_be_more),
	    cmocka_unit_test(what_counts_otherwise_or_was_said_nobody_knows_when_is_no_wording),
	    cmocka_unit_test(
		an_upper_end_of_one_unknown_day_holds_nothing_down_and_its_lower_end_stays),
	    cmocka_unit_test(decisions_that_have_grown_since_are_no_contradiction),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
