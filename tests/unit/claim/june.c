/*
 * The figures of June 2019 in Kazakhstan, with their expected board worked by hand.
 * Rows as in examples/june-2019/claims.csv; sources there.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "figures.h"

#define TWO "almaty+nur-sultan"
#define STATE WORLD_STATE, WORLD_TOTAL

static const struct figure rows[] = {
    {"c01", TAKEN, TWO, "9", 450, 550, 500, "r", "ministry", STATE, "9", "via=1"},
    {"c01.h", DETAINED, TWO, "9", 450, 550, 500, "r", "ministry", STATE, "9", "wording=2 via=1"},
    {"c02", DETAINED, "shymkent", "9", 18, 22, 20, "r", "azattyq", WORLD_MEDIA, WORLD_SEEN, "9",
	"via=1"},
    {"c03", TAKEN, "almaty", "9", 400, 0, 400, "b", "almaty-defenders", WORLD_DEFENDERS,
	WORLD_UNKNOWN, "-11", "wording=2 via=2"},
    {"c04", DETAINED, "square", "9", 101, 0, 100, "b", "rferl", WORLD_MEDIA, WORLD_SEEN, "10",
	"via=1"},
    {"c05", DETAINED, "square", "10", 27, 33, 30, "r", "rferl", WORLD_MEDIA, WORLD_SEEN, "10",
	"via=1 time=until-late-morning"},
    {"c06", DETAINED, "around", "10", 31, 0, 30, "b", "current-time", WORLD_MEDIA, WORLD_SEEN, "10",
	"via=1"},
    {"c07", TAKEN, TWO, "9", 500, 500, 500, "r", "ministry", STATE, "11", "over=c01 via=2"},
    {"c07.liable", LIABLE, TWO, "9", 360, 440, 400, "r", "ministry", STATE, "11",
	"part_of=c07 assembly via=1"},
    {"c08", TAKEN, TWO, "10", 180, 220, 200, "r", "ministry", STATE, "11", "via=2"},
    {"c08.liable", LIABLE, TWO, "10", 135, 165, 150, "r", "ministry", STATE, "11",
	"part_of=c08 assembly via=1"},
    {"c09", TAKEN, TWO, "9-10", 630, 770, 700, "r", "ministry", STATE, "11",
	"from=c07 from=c08 via=1"},
    {"c10", DETAINED, TWO, "9-10", 700, 0, 700, "b", "monitor", WORLD_DEFENDERS, WORLD_UNKNOWN,
	"1-30", "via=1"},
    {"c11", DETAINED, "almaty", "12", 90, 99, 100, "r", "monitor", WORLD_DEFENDERS, WORLD_UNKNOWN,
	"1-30", "via=1"},
    {"c12", DETAINED, "almaty", "12", 90, 110, 100, "r", "eurasianet", WORLD_MEDIA, WORLD_UNKNOWN,
	"12", "via=1"},
    {"c13", DETAINED, "square", "12", 100, 0, 100, "b", NULL, WORLD_UNNAMED, WORLD_UNKNOWN, "12",
	"wording=2 via=1"},
    {"c14", PUNISHED, TWO, "9,10,12", 957, 957, 957, "ep", "prosecutor", STATE, "13",
	"assembly inferred via=2"},
    {"c14.arrest", ARREST, TWO, "9,10,12", 670, 670, 670, "rp", "prosecutor", STATE, "13",
	"part_of=c14 assembly inferred via=2"},
    {"c14.fine", FINE, TWO, "9,10,12", 115, 115, 115, "ep", "prosecutor", STATE, "13",
	"part_of=c14 assembly inferred via=2"},
    {"c14.warning", WARNING, TWO, "9,10,12", 172, 172, 172, "ep", "prosecutor", STATE, "13",
	"part_of=c14 assembly inferred via=2"},
    {"c14.s", DETAINED, TWO, "9,10,12", 957, 957, 957, "e", "prosecutor", STATE, "13",
	"inferred wording=2 via=1"},
    {"c15", DETAINED, TWO, "9-10", 951, 0, 950, "b", "prosecutor", STATE, "13", "wording=1 via=1"},
    {"c15.arrest", ARREST, TWO, "9-10", 617, 617, 617, "ep", "prosecutor", STATE, "13",
	"part_of=c15 assembly wording=1 via=1"},
    {"c16", HELD, TWO, "13", 180, 180, 180, "rp", "prosecutor", STATE, "13", "decision via=2"},
    {"c16.nur-sultan", HELD, "nur-sultan", "13", 80, 80, 80, "rp", "prosecutor", STATE, "13",
	"part_of=c16 decision via=2"},
    {"c16.almaty", HELD, "almaty", "13", 100, 100, 100, "rp", "prosecutor", STATE, "13",
	"part_of=c16 decision via=2"},
    {"c17", FREED, TWO, "-13", 311, 311, 311, "ep", "prosecutor", STATE, "13", "decision via=2"},
    {"c18", DETAINED, "kazakhstan", "9-13", 3600, 3999, 4000, "r", "ministry", STATE, "18",
	"wording=1 via=1"},
    {"c18.arrest", ARREST, "kazakhstan", "9-13", 677, 677, 677, "ep", "ministry", STATE, "18",
	"part_of=c18 assembly wording=1 via=2"},
    {"c18.fine", FINE, "kazakhstan", "9-13", 305, 305, 305, "ep", "ministry", STATE, "18",
	"part_of=c18 assembly wording=1 via=2"},
    {"c18.released", RELEASED, "kazakhstan", "9-13", 2700, 3300, 3000, "r", "ministry", STATE, "18",
	"part_of=c18 wording=1 via=2"},
    {"c18.kk", DETAINED, "kazakhstan", "9-13", 3600, 4000, 4000, "r", "ministry", STATE, "18",
	"wording=2 via=1"},
    {"c19", DETAINED, TWO, "9-12", -1, 0, 5000, "v", NULL, WORLD_UNNAMED, WORLD_UNKNOWN, "-13",
	"wording=2 via=1"},
    {"c20.journalists", DETAINED, "kazakhstan", "9-12", 13, 0, 13, "bp", "odf", WORLD_DEFENDERS,
	WORLD_UNKNOWN, "1-30", "who=journalists via=1"},
    {"c20.defenders", DETAINED, "kazakhstan", "9-12", 7, 0, 7, "bp", "odf", WORLD_DEFENDERS,
	WORLD_UNKNOWN, "1-30", "who=defenders via=1"},
    {"c21", TOOK_PART, TWO, "9-10", 2000, 9999, 0, "vp", NULL, WORLD_UNNAMED, WORLD_UNKNOWN, "1-30",
	"assembly via=2"},
    {"c22", DETAINED, "nur-sultan", "12", 0, 0, 0, "e", "police", WORLD_STATE, WORLD_UNKNOWN, "12",
	"via=1"},
    {"c23", MOVED, "nur-sultan", "9-10", 180, 220, 200, "r", "ministry", WORLD_STATE, WORLD_UNKNOWN,
	"11", "wording=1 via=1"},
};

struct board {
	struct arena *a;
	struct world *w;
	struct standing *k;
	struct clashes clashes;
	struct remark *remarks;
	size_t remark_count;
};

static int
make_board(void **state)
{
	struct arena *a = arena_new();
	struct board *b = ARENA_NEW(a, struct board);

	b->a = a;
	b->w = figures_world(a, rows, LENGTH(rows));
	b->k = standing_new(a, b->w);
	b->clashes = clash_find(a, b->k);
	b->remarks = remark_all(a, b->k, &b->clashes, &b->remark_count);
	*state = b;
	return 0;
}

static int
free_board(void **state)
{
	struct board *b = *state;
	arena_free(b->a);
	return 0;
}

struct expected_floor {
	int32_t measure;
	enum world_unit unit;
	const char *places, *days;
	enum floor_whom whom;
	uint64_t asked;
	int64_t low;
	const char *basis;
	uint64_t assumes;
};

static void
every_floor_of_the_board_stands_on_its_claims(void **state)
{
	static const struct expected_floor expected[] = {
	    {TAKEN, 0, TWO, "9", FLOOR_STATE, 0, 450, "c07", 0},
	    {TAKEN, 0, TWO, "9", FLOOR_OTHERS, 0, 400, "c03", 0},
	    {TAKEN, 0, TWO, "9", FLOOR_ALL, 0, 450, "c07", 0},
	    {TAKEN, 0, TWO, "10", FLOOR_STATE, 0, 180, "c08", 0},
	    {TAKEN, 0, TWO, "10", FLOOR_OTHERS, 0, 0, "", 0},
	    {TAKEN, 0, TWO, "9-10", FLOOR_STATE, 0, 630, "c07 c08", 0},
	    {TAKEN, WORLD_PERSONS, TWO, "9-10", FLOOR_STATE, 0, 450, "c07", 0},
	    {TAKEN, 0, TWO, "9-10", FLOOR_OTHERS, 0, 400, "c03", 0},
	    {DETAINED, 0, TWO, "9-10", FLOOR_STATE, 0, 630, "c07 c08", 0},
	    {DETAINED, 0, TWO, "9-10", FLOOR_OTHERS, 0, 700, "c10", 0},
	    {DETAINED, 0, TWO, "9-10", FLOOR_ALL, 0, 700, "c10", 0},
	    {DETAINED, 0, "shymkent", "9", FLOOR_OTHERS, 0, 18, "c02", 0},
	    {DETAINED, 0, "square", "9", FLOOR_OTHERS, 0, 101, "c04", 0},
	    {DETAINED, 0, "square", "10", FLOOR_OTHERS, 0, 27, "c05", 0},
	    {DETAINED, 0, "around", "10", FLOOR_OTHERS, 0, 31, "c06", 0},
	    {DETAINED, 0, "almaty", "10", FLOOR_OTHERS, 0, 31, "c06", 0},
	    {DETAINED, 0, "almaty", "9", FLOOR_OTHERS, 0, 400, "c03", 0},
	    {DETAINED, 0, "almaty", "9", FLOOR_STATE, 0, 0, "", 0},
	    {DETAINED, 0, "almaty", "12", FLOOR_OTHERS, 0, 90, "c12", 0},
	    {DETAINED, 0, "almaty", "12", FLOOR_STATE, H1, 0, "", 0},
	    {DETAINED, 0, "square", "12", FLOOR_ALL, H1, 0, "", 0},
	    {DETAINED, 0, "nur-sultan", "9", FLOOR_ALL, H1, 0, "", 0},
	    {DETAINED, 0, "nur-sultan", "10", FLOOR_ALL, H1, 0, "", 0},
	    {DETAINED, 0, "nur-sultan", "12", FLOOR_ALL, H1, 0, "", 0},
	    {DETAINED, 0, TWO, "9,10,12", FLOOR_STATE, 0, 630, "c07 c08", 0},
	    {DETAINED, 0, TWO, "9,10,12", FLOOR_STATE, H1, 957, "c14", H1},
	    {DETAINED, 0, TWO, "9,10,12", FLOOR_OTHERS, 0, 790, "c10 c12", 0},
	    {DETAINED, 0, TWO, "9,10,12", FLOOR_OTHERS, H1, 790, "c10 c12", 0},
	    {DETAINED, 0, TWO, "9,10,12", FLOOR_ALL, 0, 790, "c10 c12", 0},
	    {DETAINED, 0, TWO, "9,10,12", FLOOR_ALL, H1, 957, "c14", H1},
	    {DETAINED, 0, "kazakhstan", "9-13", FLOOR_STATE, 0, 3682, "c18", 0},
	    {DETAINED, 0, "kazakhstan", "9-13", FLOOR_STATE, H1, 3682, "c18", 0},
	    {DETAINED, 0, "kazakhstan", "9-13", FLOOR_OTHERS, 0, 808, "c02 c10 c12", 0},
	    {PUNISHED, WORLD_PERSONS, TWO, "9,10,12", FLOOR_STATE, 0, 957, "c14", 0},
	    {PUNISHED, 0, TWO, "9,10,12", FLOOR_STATE, 0, 957, "c14", 0},
	    {PUNISHED, WORLD_PERSONS, "kazakhstan", "9-13", FLOOR_STATE, 0, 982, "c18", 0},
	    {PUNISHED, 0, "kazakhstan", "9-13", FLOOR_STATE, 0, 982, "c18", 0},
	    {ARREST, 0, "kazakhstan", "9-13", FLOOR_STATE, 0, 677, "c18.arrest", 0},
	    {WARNING, 0, "kazakhstan", "9-13", FLOOR_STATE, 0, 172, "c14.warning", 0},
	    {LIABLE, 0, TWO, "9-10", FLOOR_STATE, 0, 495, "c07.liable c08.liable", 0},
	    {MOVED, 0, "nur-sultan", "9-10", FLOOR_STATE, 0, 180, "c23", 0},
	    {TOOK_PART, WORLD_PERSONS, TWO, "9-10", FLOOR_ALL, 0, 0, "", 0},
	};
	struct board *b = *state;

	for (size_t i = 0; i < LENGTH(expected); i++) {
		const struct expected_floor *e = &expected[i];
		struct scope s = figures_scope(b->a, e->measure, e->unit, e->places, e->days);
		struct floor f =
		    floor_ask(b->a, b->k, &s, (struct floor_belief){e->whom, WORLD_NONE}, e->asked);
		const char *basis = figures_ids(b->a, b->w, f.basis, f.basis_count);
		if (f.low != e->low || strcmp(basis, e->basis) != 0 || f.assumes != e->assumes)
			fail_msg("row %zu: %lld {%s}, expected %lld {%s}", i, (long long)f.low,
			    basis, (long long)e->low, e->basis);
	}
}

static void
a_floor_names_the_claims_whose_days_are_inferred(void **state)
{
	struct board *b = *state;
	struct scope s = figures_scope(b->a, DETAINED, WORLD_ADDITIVE, TWO, "9,10,12");
	struct floor_belief state_only = {FLOOR_STATE, WORLD_NONE};

	struct floor f = floor_ask(b->a, b->k, &s, state_only, H1);
	assert_string_equal(figures_ids(b->a, b->w, f.inferred, f.inferred_count), "c14");
	f = floor_ask(b->a, b->k, &s, state_only, 0);
	assert_int_equal(f.inferred_count, 0);
	assert_true(clash_touches(&b->clashes, f.basis, f.basis_count));
}

static void
leaving_out_one_origin_leaves_out_its_figures_only(void **state)
{
	struct board *b = *state;
	struct scope s = figures_scope(b->a, DETAINED, WORLD_ADDITIVE, TWO, "9-10");
	struct floor_belief without = {FLOOR_WITHOUT, figures_origin("monitor")};

	struct floor f = floor_ask(b->a, b->k, &s, without, 0);
	assert_int_equal(f.low, 630);
	without.origin = figures_origin("ministry");
	f = floor_ask(b->a, b->k, &s, without, 0);
	assert_int_equal(f.low, 700);
}

static void
figures_of_a_part_of_the_day_or_of_some_people_have_scopes_of_their_own(void **state)
{
	struct board *b = *state;
	struct floor_belief all = {FLOOR_ALL, WORLD_NONE};
	struct scope s = figures_scope(b->a, DETAINED, WORLD_ADDITIVE, "square", "10");

	s.time = STR("until-late-morning");
	assert_int_equal(floor_ask(b->a, b->k, &s, all, 0).low, 27);
	s = figures_scope(b->a, DETAINED, WORLD_PERSONS, "kazakhstan", "9-12");
	s.who = 1;
	assert_int_equal(floor_ask(b->a, b->k, &s, all, 0).low, 13);
	s.who = 2;
	assert_int_equal(floor_ask(b->a, b->k, &s, all, 0).low, 7);
	s = figures_scope(b->a, HELD, WORLD_PERSONS, TWO, "13");
	assert_int_equal(floor_ask(b->a, b->k, &s, all, 0).low, 0);
	s.days_of = WORLD_DECISION;
	assert_int_equal(floor_ask(b->a, b->k, &s, all, 0).low, 180);
}

struct expected_own {
	int32_t measure;
	enum world_unit unit;
	const char *places, *days, *origin;
	int64_t low, high; /* low -1: none */
	const char *claims;
};

static void
every_range_of_the_board_is_one_speakers_own(void **state)
{
	static const struct expected_own expected[] = {
	    {TAKEN, 0, TWO, "9", "ministry", 450, 549, "c07"},
	    {TAKEN, 0, TWO, "10", "ministry", 180, 220, "c08"},
	    {TAKEN, 0, TWO, "9-10", "ministry", 630, 769, "c07 c08"},
	    {TAKEN, WORLD_PERSONS, TWO, "9-10", "ministry", 450, 769, "c07 c08"},
	    {DETAINED, 0, TWO, "9-10", "ministry", -1, 0, ""},
	    {DETAINED, 0, TWO, "9-10", "prosecutor", -1, 0, ""},
	    {DETAINED, 0, "almaty", "12", "monitor", -1, 0, ""},
	    {DETAINED, 0, "almaty", "12", "eurasianet", -1, 0, ""},
	    {DETAINED, 0, "nur-sultan", "9", "ministry", -1, 0, ""},
	    {DETAINED, 0, "nur-sultan", "12", "police", -1, 0, ""},
	    {DETAINED, 0, TWO, "9,10,12", "prosecutor", -1, 0, ""},
	    {DETAINED, 0, "kazakhstan", "9-13", "ministry", 3682, 3999, "c18"},
	    {PUNISHED, WORLD_PERSONS, TWO, "9,10,12", "prosecutor", 957, 957, "c14"},
	    {PUNISHED, WORLD_ADDITIVE, TWO, "9,10,12", "prosecutor", -1, 0, ""},
	    {PUNISHED, WORLD_PERSONS, "kazakhstan", "9-13", "ministry", -1, 0, ""},
	    {ARREST, WORLD_PERSONS, TWO, "9,10,12", "prosecutor", 670, 670, "c14.arrest"},
	};
	struct board *b = *state;

	for (size_t i = 0; i < LENGTH(expected); i++) {
		const struct expected_own *e = &expected[i];
		struct scope s = figures_scope(b->a, e->measure, e->unit, e->places, e->days);
		struct own own = {.range = {-1, 0}};
		bool found = own_ask(b->a, b->k, &s, figures_origin(e->origin), &own);
		const char *claims = figures_ids(b->a, b->w, own.claims, own.claim_count);
		if (found != (e->low >= 0) || own.range.low != e->low ||
		    own.range.high != e->high || strcmp(claims, e->claims) != 0)
			fail_msg("row %zu: [%lld, %lld] {%s}", i, (long long)own.range.low,
			    (long long)own.range.high, claims);
	}
	struct scope s = figures_scope(b->a, TAKEN, 0, TWO, "9");
	size_t n;
	struct own *all = own_all(b->a, b->k, &s, &n);
	assert_int_equal(n, 1);
	assert_int_equal(all[0].origin, figures_origin("ministry"));
}

static void
two_clashes_and_no_other_both_only_if_all_punished_had_been_taken(void **state)
{
	struct board *b = *state;
	const struct clashes *c = &b->clashes;

	assert_false(c->capped);
	assert_int_equal(c->real_count, 2);
	assert_string_equal(figures_ids(b->a, b->w, c->real[0].claims, c->real[0].claim_count),
	    "c07 c08 c11 c14 c22");
	assert_int_equal(c->real[0].gap, 89);
	assert_int_equal(c->real[0].assumes, H1);
	assert_string_equal(figures_ids(b->a, b->w, c->real[1].claims, c->real[1].claim_count),
	    "c07 c08 c12 c14 c22");
	assert_int_equal(c->real[1].gap, 78);
	assert_int_equal(c->real[1].assumes, H1);
}

static void
a_clash_carries_the_terms_of_its_gap(void **state)
{
	static const int64_t numbers[] = {957, 549, 220, 110, 0};
	struct board *b = *state;
	const struct clash *c = &b->clashes.real[1];
	int64_t left = 0;

	assert_int_equal(c->term_count, LENGTH(numbers));
	for (size_t i = 0; i < c->term_count; i++) {
		assert_int_equal(c->terms[i].number, numbers[i]);
		assert_int_equal(c->terms[i].sign, i == 0 ? '+' : '-');
		left += c->terms[i].sign == '+' ? c->terms[i].number : -c->terms[i].number;
	}
	assert_int_equal(left, c->gap);
}

static const char *
spell(struct board *b, const struct remark *r)
{
	struct str text = STR("");

	for (size_t i = 0; i < r->term_count; i++)
		text = arena_fmt(b->a, "%.*s%s%c%lld", STR_ARG(text), i == 0 ? "" : " ",
		    r->terms[i].sign, (long long)r->terms[i].number);
	return text.p;
}

static void
the_flags_of_the_board_and_no_other_stand_in_order(void **state)
{
	static const struct {
		enum remark_kind kind;
		const char *claims;
		int64_t value;
		const char *terms;
	} expected[] = {
	    {REMARK_SUM_HOLDS, "c07 c08 c09", REMARK_NO_VALUE, "+500 +200 =700"},
	    {REMARK_SUM_HOLDS, "c14", REMARK_NO_VALUE, "+670 +115 +172 =957"},
	    {REMARK_SUM_HOLDS, "c16", REMARK_NO_VALUE, "+100 +80 =180"},
	    {REMARK_SUM_HOLDS, "c18", REMARK_NO_VALUE, "+677 +305 +3000 =3982 /4000"},
	    {REMARK_SUM_FAILS, "c14 c15", 53, "+617 +115 +172 =904 /957"},
	    {REMARK_ORIGIN_DISAGREES, "c14 c15", 47, "+951 -617 -172 -115 =47"},
	    {REMARK_MEASURE_DRIFT, "c01 c01.h", REMARK_NO_VALUE, ""},
	    {REMARK_MEASURE_DRIFT, "c14 c14.s", REMARK_NO_VALUE, ""},
	    {REMARK_MEASURE_DRIFT, "c14 c15", REMARK_NO_VALUE, ""},
	    {REMARK_SERIES, "c09 c14 c18", REMARK_NO_VALUE, " 700  957  4000"},
	    {REMARK_REMAINDER, "c02 c07 c08 c12 c18", 2781, "+3682 -769 -110 -22 =2781"},
	    {REMARK_REMAINDER, "c07 c08 c18", 2913, "+3682 -769 =2913"},
	    {REMARK_BALANCE, "c14 c16 c17", 179, "+670 -311 -180 =179"},
	    {REMARK_SAME_WITHIN_WORDING, "c11 c13", 1, "+100 -99 =1"},
	    {REMARK_MODAL, "c19", REMARK_NO_VALUE, " 5000"},
	};
	struct board *b = *state;

	for (size_t i = 0; i < b->remark_count && i < LENGTH(expected); i++) {
		const struct remark *r = &b->remarks[i];
		const char *claims = figures_ids(b->a, b->w, r->claims, r->claim_count);
		if (r->kind != expected[i].kind || strcmp(claims, expected[i].claims) != 0 ||
		    r->value != expected[i].value || strcmp(spell(b, r), expected[i].terms) != 0)
			fail_msg("remark %zu: %s {%s} %lld: %s", i, remark_name(r->kind).p, claims,
			    (long long)r->value, spell(b, r));
	}
	assert_int_equal(b->remark_count, LENGTH(expected));
}

static void
what_left_says_why_and_for_what(void **state)
{
	static const struct {
		const char *id;
		enum standing_status status;
		const char *for_claim;
	} expected[] = {
	    {"c01", STANDING_SUPERSEDED, "c07"},
	    {"c01.h", STANDING_VARIANT, "c01"},
	    {"c07", STANDING_STANDS, ""},
	    {"c09", STANDING_DERIVED, ""},
	    {"c13", STANDING_UNNAMED, ""},
	    {"c14.s", STANDING_VARIANT, "c14"},
	    {"c15", STANDING_VARIANT, "c14"},
	    {"c15.arrest", STANDING_VARIANT, "c14"},
	    {"c18.kk", STANDING_VARIANT, "c18"},
	    {"c19", STANDING_MODAL, ""},
	    {"c21", STANDING_UNNAMED, ""},
	    {"c22", STANDING_STANDS, ""},
	};
	struct board *b = *state;

	for (size_t i = 0; i < LENGTH(expected); i++) {
		int32_t c =
		    figures_claim(rows, LENGTH(rows), expected[i].id, strlen(expected[i].id));
		const struct standing_claim *s = standing_of(b->k, c);
		assert_int_equal(s->status, expected[i].status);
		assert_string_equal(
		    figures_ids(b->a, b->w, &s->for_claim, s->for_claim != WORLD_NONE),
		    expected[i].for_claim);
	}
	int32_t part = figures_claim(rows, LENGTH(rows), "c14.arrest", 10);
	assert_int_equal(standing_of(b->k, part)->in_bounds.low, 670);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_floor_of_the_board_stands_on_its_claims),
	    cmocka_unit_test(a_floor_names_the_claims_whose_days_are_inferred),
	    cmocka_unit_test(leaving_out_one_origin_leaves_out_its_figures_only),
	    cmocka_unit_test(
		figures_of_a_part_of_the_day_or_of_some_people_have_scopes_of_their_own),
	    cmocka_unit_test(every_range_of_the_board_is_one_speakers_own),
	    cmocka_unit_test(two_clashes_and_no_other_both_only_if_all_punished_had_been_taken),
	    cmocka_unit_test(a_clash_carries_the_terms_of_its_gap),
	    cmocka_unit_test(the_flags_of_the_board_and_no_other_stand_in_order),
	    cmocka_unit_test(what_left_says_why_and_for_what),
	};
	return cmocka_run_group_tests(tests, make_board, free_board);
}
