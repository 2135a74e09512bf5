/* What a claim must be like: each bad input with its error, and what is filled in where nothing was
 * said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/count/claim.h"
#include "domain/count/internal.h"

#define CHANGES 4 /* most columns that a row of these tests changes */
#define HEADER "id,words,lang,measure,place,days,part_of,derived_from,supersedes\n"

struct change {
	enum count_column column;
	const char *text;
};

struct fixture {
	struct arena *arena;
	struct vocab vocab;
};

static int
begin(void **state)
{
	static struct fixture f;
	size_t count;
	struct err e;

	f.arena = arena_new();
	const struct vocab_file *files = vocab_shipped(f.arena, &count);
	if (vocab_read(f.arena, files, count, &f.vocab, &e) < 0)
		return -1;
	*state = &f;
	return 0;
}

static int
end(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	return 0;
}

/* c03 of examples/june-2019 with some columns changed. */
static struct count_claim
claim_with(const struct change *changes, size_t n)
{
	struct count_claim claim = {.key = STR(""), .source_id = STR(""), .event = STR("")};

	claim.text[COUNT_ID] = STR("c03");
	claim.text[COUNT_WORDS] = STR("не менее 400 человек");
	claim.text[COUNT_LANG] = STR("ru");
	claim.text[COUNT_MEASURE] = STR("taken-to-police");
	claim.text[COUNT_PLACE] = STR("almaty");
	claim.text[COUNT_DAYS] = STR("2019-06-09");
	for (size_t i = 0; i < n && changes[i].text != NULL; i++)
		claim.text[changes[i].column] = str_of(changes[i].text);
	return claim;
}

static struct count_claim
checked_with(struct fixture *f, const struct change *changes, size_t n)
{
	struct count_claim claim = claim_with(changes, n);
	struct err e;

	if (count_claim_check(f->arena, &f->vocab, &claim, &e) < 0)
		fail_msg("%s %s %s", e.key, e.arg[0], e.arg[1]);
	return claim;
}

static void
what_nobody_said_is_filled_in(void **state)
{
	struct fixture *f = *state;
	struct count_claim claim = checked_with(f, NULL, 0);

	assert_true(str_eq(claim.text[COUNT_UNIT], STR("unstated")));
	assert_true(str_eq(claim.text[COUNT_WHO], STR("all")));
	assert_int_equal(claim.who, vocab_who(&f->vocab, STR("all")));
	assert_true(str_eq(claim.text[COUNT_COVERAGE], STR("unknown")));
	assert_true(str_eq(claim.text[COUNT_WORDING], STR("verbatim")));
	assert_true(str_eq(claim.text[COUNT_CHECKED], STR("yes")));
	assert_true(str_eq(claim.text[COUNT_BASIS], STR("unknown")));
	assert_true(str_eq(claim.text[COUNT_CLASS], STR("unnamed")));
	assert_int_equal(claim.said_at.count, 0);
	assert_false(claim.by_hand);
	assert_int_equal(claim.reading.said.low, 400);
	assert_true(claim.reading.said.high == INTERVAL_OPEN);
}

static void
days_are_of_the_taking_unless_a_decision_is_counted(void **state)
{
	static const struct {
		const char *measure, *day_of;
	} rows[] = {
	    {"detained", "taking"},
	    {"taken-to-police", "taking"},
	    {"released-after-protocol", "taking"},
	    {"punished", "assembly"},
	    {"held-liable", "assembly"},
	    {"took-part", "assembly"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		const struct change change = {COUNT_MEASURE, rows[i].measure};
		struct count_claim claim = checked_with(*state, &change, 1);
		assert_true(str_eq(claim.text[COUNT_DAY_OF], str_of(rows[i].day_of)));
	}
	const struct change said[] = {{COUNT_MEASURE, "punished"}, {COUNT_DAY_OF, "decision"}};
	struct count_claim claim = checked_with(*state, said, LENGTH(said));
	assert_true(str_eq(claim.text[COUNT_DAY_OF], STR("decision")));
}

static void
a_named_origin_keeps_the_class_that_was_given(void **state)
{
	const struct change changes[] = {
	    {COUNT_ORIGIN, "norwegian-helsinki-committee"}, {COUNT_CLASS, "defenders"}};
	struct count_claim claim = checked_with(*state, changes, LENGTH(changes));

	assert_true(str_eq(claim.text[COUNT_CLASS], STR("defenders")));
}

static void
places_of_a_union_are_resolved(void **state)
{
	struct fixture *f = *state;
	const struct change change = {COUNT_PLACE, " almaty + nur-sultan "};
	struct count_claim claim = checked_with(f, &change, 1);

	assert_int_equal(claim.n_places, 2);
	assert_int_equal(claim.places[0], vocab_place(&f->vocab, STR("almaty")));
	assert_int_equal(claim.places[1], vocab_place(&f->vocab, STR("nur-sultan")));
}

static void
days_are_resolved(void **state)
{
	static const struct {
		const char *text;
		int32_t first, last; /* of the first span, from 9 June 2019 */
		size_t spans;
		bool uncertain;
	} rows[] = {
	    {"2019-06-09", 0, 0, 1, false},
	    {"2019-06-09/2019-06-10", 0, 1, 1, false},
	    {"{2019-06-09?,2019-06-10?,2019-06-12?}", 0, 1, 2, true},
	    {"../2019-06-13", DATE_OPEN_START, 4, 1, false},
	    {"2019-06-13/..", 4, DATE_OPEN_END, 1, false},
	    {"2019-06", -8, 21, 1, false},
	};
	int32_t ninth;
	struct err e;

	assert_int_equal(date_day(STR("2019-06-09"), &ninth, &e), 0);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		const struct change change = {COUNT_DAYS, rows[i].text};
		const struct date_set days = checked_with(*state, &change, 1).days;
		bool open_start = rows[i].first == DATE_OPEN_START;
		bool open_end = rows[i].last == DATE_OPEN_END;
		assert_int_equal(days.count, rows[i].spans);
		assert_int_equal(days.uncertain, rows[i].uncertain);
		assert_int_equal(
		    days.spans[0].first, open_start ? DATE_OPEN_START : ninth + rows[i].first);
		assert_int_equal(
		    days.spans[0].last, open_end ? DATE_OPEN_END : ninth + rows[i].last);
	}
}

static void
named_claims_are_parted_by_semicolons_commas_or_blanks(void **state)
{
	static const char *texts[] = {"c07;c08", "c07, c08", " c07  c08 ", ";c07;;c08;"};

	for (size_t i = 0; i < LENGTH(texts); i++) {
		const struct change change = {COUNT_DERIVED_FROM, texts[i]};
		struct count_claim claim = checked_with(*state, &change, 1);
		assert_int_equal(claim.n_derived_from, 2);
		assert_true(str_eq(claim.derived_from[0], STR("c07")));
		assert_true(str_eq(claim.derived_from[1], STR("c08")));
	}
}

static void
numbers_set_by_hand_win_over_words(void **state)
{
	static const struct {
		struct change changes[CHANGES];
		bool has_interval;
		int64_t low, high, modal;
	} rows[] = {
	    {{{COUNT_LOW, "380"}, {COUNT_HIGH, "420"}}, true, 380, 420, 0},
	    {{{COUNT_LOW, "380"}}, true, 380, INTERVAL_OPEN, 0},
	    {{{COUNT_HIGH, "420"}}, true, 0, 420, 0},
	    {{{COUNT_LOW, "0"}, {COUNT_HIGH, "0"}}, true, 0, 0, 0},
	    {{{COUNT_LOW, "5"}, {COUNT_WORDS, "a handful"}, {COUNT_LANG, "en"}}, true, 5,
		INTERVAL_OPEN, 0},
	    {{{COUNT_MODAL, "5000"}}, false, 0, INTERVAL_OPEN, 5000},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct count_claim claim = checked_with(*state, rows[i].changes, CHANGES);
		assert_true(claim.by_hand);
		assert_int_equal(claim.reading.has_interval, rows[i].has_interval);
		assert_true(claim.reading.said.low == rows[i].low);
		assert_true(claim.reading.said.high == rows[i].high);
		assert_true(claim.reading.modal_number == rows[i].modal);
	}
}

static const struct {
	struct change changes[CHANGES];
	const char *key, *arg[2];
} impossible[] = {
    {{{COUNT_WORDS, ""}}, "claim.needs", {"words", ""}},
    {{{COUNT_WORDS, " \t"}}, "claim.needs", {"words", ""}},
    {{{COUNT_LANG, ""}}, "claim.needs", {"lang", ""}},
    {{{COUNT_PLACE, ""}}, "claim.needs", {"place", ""}},
    {{{COUNT_DAYS, ""}}, "claim.needs", {"days", ""}},
    {{{COUNT_MEASURE, ""}}, "claim.needs", {"measure", ""}},
    {{{COUNT_MEASURE, "arrested"}}, "claim.measure", {"arrested", ""}},
    {{{COUNT_WHO, "bystanders"}}, "claim.who", {"bystanders", ""}},
    {{{COUNT_UNIT, "people"}}, "claim.term", {"unit", "people"}},
    {{{COUNT_COVERAGE, "partial"}}, "claim.term", {"coverage", "partial"}},
    {{{COUNT_DAY_OF, "march"}}, "claim.term", {"day_of", "march"}},
    {{{COUNT_WORDING, "rumour"}}, "claim.term", {"wording", "rumour"}},
    {{{COUNT_BASIS, "guess"}}, "claim.term", {"basis", "guess"}},
    {{{COUNT_CLASS, "police"}}, "claim.term", {"class", "police"}},
    {{{COUNT_CHECKED, "maybe"}}, "claim.term", {"checked", "maybe"}},
    {{{COUNT_PLACE, "alma-ata"}}, "claim.place", {"alma-ata", ""}},
    {{{COUNT_PLACE, "almaty+"}}, "claim.place", {"", ""}},
    {{{COUNT_PLACE, "almaty++osh"}}, "claim.place", {"", ""}},
    {{{COUNT_PLACE, "almaty+astana-square"}}, "claim.place_nested", {"astana-square", "almaty"}},
    {{{COUNT_PLACE, "astana-square+kazakhstan"}}, "claim.place_nested",
	{"kazakhstan", "astana-square"}},
    {{{COUNT_PLACE, "almaty+almaty"}}, "claim.place_nested", {"almaty", "almaty"}},
    {{{COUNT_DAYS, "2019-06-31"}}, "date.none", {"2019-06-31", ""}},
    {{{COUNT_DAYS, "2019-02-29"}}, "date.none", {"2019-02-29", ""}},
    {{{COUNT_DAYS, "9 June 2019"}}, "date.syntax", {"9 June 2019", ""}},
    {{{COUNT_DAYS, "2019-06-10/2019-06-09"}}, "date.backwards", {"2019-06-10", "2019-06-09"}},
    {{{COUNT_SAID_AT, "2019-13"}}, "date.none", {"2019-13", ""}},
    {{{COUNT_AS_OF, "2019-06-00"}}, "date.none", {"2019-06-00", ""}},
    {{{COUNT_LOW, "500"}, {COUNT_HIGH, "400"}}, "claim.interval", {"500", "400"}},
    {{{COUNT_LOW, "-1"}}, "claim.number", {"low", "-1"}},
    {{{COUNT_HIGH, "4,000"}}, "claim.number", {"high", "4,000"}},
    {{{COUNT_HIGH, "1000000000001"}}, "claim.number", {"high", "1000000000001"}},
    {{{COUNT_MODAL, "5 thousand"}}, "claim.number", {"modal", "5 thousand"}},
    {{{COUNT_ORIGIN, "eurasianet"}}, "claim.class", {"eurasianet", ""}},
    {{{COUNT_ID, "c 03"}}, "claim.id", {"c 03", ""}},
    {{{COUNT_ID, "a-name-of-sixty-five-letters-a-name-of-sixty-five-letters-a-name-o"}}, "claim.id",
	{"a-name-of-sixty-five-letters-a-name-of-sixty-five-letters-a-name-o", ""}},
    {{{COUNT_ID, "c03/1"}}, "claim.id", {"c03/1", ""}},
    {{{COUNT_ID, "с03"}}, "claim.id", {"с03", ""}}, /* a Cyrillic letter */
    {{{COUNT_PART_OF, "c07;c08"}}, "claim.id", {"c07;c08", ""}},
    {{{COUNT_DERIVED_FROM, "c07;c/8"}}, "claim.id", {"c/8", ""}},
    {{{COUNT_SPEAKER, "\xEF\xF0\xE5\xF1\xF1"}}, "claim.utf8", {"speaker", ""}},
    {{{COUNT_WORDS, "400 \xF7\xE5\xEB"}}, "claim.utf8", {"words", ""}},
    {{{COUNT_WORDS, "тьма человек"}}, "phrase.word", {"тьма", ""}},
    {{{COUNT_WORDS, "umpteen"}, {COUNT_LANG, "en"}}, "phrase.word", {"umpteen", ""}},
    {{{COUNT_WORDS, "көпшілік"}, {COUNT_LANG, "kk"}}, "phrase.word", {"көпшілік", ""}},
    {{{COUNT_LANG, "tlh"}}, "lang.unknown", {"tlh", ""}},
};

static void
a_claim_that_cannot_be_is_refused_with_the_reason(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < LENGTH(impossible); i++) {
		struct count_claim claim = claim_with(impossible[i].changes, CHANGES);
		struct err e = {.key = ""};
		int r = count_claim_check(f->arena, &f->vocab, &claim, &e);
		if (r == 0 || strcmp(e.key, impossible[i].key) != 0 || e.code != ERR_INPUT ||
		    strcmp(e.arg[0], impossible[i].arg[0]) != 0 ||
		    strcmp(e.arg[1], impossible[i].arg[1]) != 0)
			fail_msg("row %zu wants %s %s %s: %s %s %s", i, impossible[i].key,
			    impossible[i].arg[0], impossible[i].arg[1], e.key, e.arg[0], e.arg[1]);
		assert_true(claim.text[COUNT_UNIT].p == NULL ||
		    !str_eq(claim.text[COUNT_UNIT], STR("unstated")));
	}
}

static struct count_table
table_of(struct fixture *f, const char *text)
{
	struct count_table table = {.n_rows = 0};
	struct csv csv;
	struct err e;

	if (csv_read(f->arena, str_of(text), &csv, &e) < 0 ||
	    count_table_read(f->arena, &f->vocab, &csv, &table, &e) < 0)
		fail_msg("%s %s", e.key, e.arg[0]);
	return table;
}

/* Six columns of a good row, for what follows them. */
#define ROW(id) id ",400 человек,ru,detained,almaty,2019-06-09,"

static void
nobody_takes_back_or_divides_what_another_said(void **state)
{
	static const char header[] =
	    "id,words,lang,measure,place,days,origin,class,part_of,supersedes\n"
	    "a,at least 100,en,detained,almaty,2019-06-09,monitors,defenders,,\n";
	static const struct {
		const char *row, *key, *column;
	} rows[] = {
	    {"b,20,en,detained,almaty,2019-06-09,police,state,,a\n", "claim.other_voice",
		"supersedes"},
	    {"b,20,en,fine,almaty,2019-06-09,police,state,a,\n", "claim.other_voice", "part_of"},
	    {"b,20,en,fine,almaty,2019-06-09,monitors,media,a,\n", "claim.other_voice", "part_of"},
	    {"b,200,en,detained,almaty,2019-06-09,monitors,defenders,,a\n", NULL, NULL},
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct str text = arena_fmt(f->arena, "%s%s", header, rows[i].row);
		struct count_table table = table_of(f, text.p);
		struct err e;
		size_t at;
		int r = count_claims_check(table.claims, f->arena, &at, &e);
		assert_int_equal(r, rows[i].key == NULL ? 0 : -1);
		if (r < 0) {
			assert_string_equal(e.key, rows[i].key);
			assert_string_equal(e.arg[1], rows[i].column);
			assert_int_equal(at, 1);
		}
	}
}

/* Each row names the next: no deeper than a stack, and not each asked of all. */
static void
a_chain_of_a_hundred_thousand_rows_is_followed_to_its_end(void **state)
{
	enum { ROWS = 100000 };
	struct fixture *f = *state;
	struct count_claim *all = ARENA_ARRAY(f->arena, struct count_claim, ROWS);
	size_t at;
	struct err e;

	for (size_t i = 0; i < ROWS; i++) {
		for (size_t k = 0; k < COUNT_COLUMNS; k++)
			all[i].text[k] = STR("");
		all[i].key = STR("");
		all[i].text[COUNT_ID] = arena_fmt(f->arena, "z%zu", i);
	}
	for (size_t i = 0; i + 1 < ROWS; i++) {
		all[i].derived_from = &all[i + 1].text[COUNT_ID];
		all[i].n_derived_from = 1;
	}
	assert_int_equal(
	    count_claims_check((struct count_claims){all, ROWS}, f->arena, &at, &e), 0);
	all[ROWS - 1].derived_from = &all[0].text[COUNT_ID];
	all[ROWS - 1].n_derived_from = 1;
	assert_int_equal(
	    count_claims_check((struct count_claims){all, ROWS}, f->arena, &at, &e), -1);
	assert_string_equal(e.key, "claim.circle");
	assert_int_equal(at, ROWS - 1);
}

static void
claims_that_do_not_go_together_are_refused(void **state)
{
	static const struct {
		const char *rows;
		size_t at;
		const char *key, *arg[3];
	} rows[] = {
	    {ROW("a") ",,\n" ROW("b") ",,\n" ROW("a") ",,\n", 2, "claim.twice", {"a", "", ""}},
	    {ROW("a") "b,,\n", 0, "claim.unknown", {"a", "part_of", "b"}},
	    {ROW("a") ",,\n" ROW("b") ",a;z,\n", 1, "claim.unknown", {"b", "derived_from", "z"}},
	    {ROW("a") ",,old\n", 0, "claim.unknown", {"a", "supersedes", "old"}},
	    {ROW("a") "a,,\n", 0, "claim.circle", {"a", "part_of", ""}},
	    {ROW("a") "b,,\n" ROW("b") "a,,\n", 1, "claim.circle", {"b", "part_of", ""}},
	    {ROW("a") ",b,\n" ROW("b") ",c,\n" ROW("c") ",a,\n", 2, "claim.circle",
		{"c", "derived_from", ""}},
	    {ROW("a") ",,a\n", 0, "claim.circle", {"a", "supersedes", ""}},
	    {ROW("a") "b,,\n" ROW("b") "c,,\n" ROW("c") ",,\n", 0, "claim.part_of_part",
		{"a", "b", ""}},
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct str text = arena_fmt(f->arena, HEADER "%s", rows[i].rows);
		struct count_table table = table_of(f, text.p);
		struct err e = {.key = ""};
		size_t at = 99;
		assert_int_equal(table.refused, 0);
		assert_int_equal(count_claims_check(table.claims, f->arena, &at, &e), -1);
		if (strcmp(e.key, rows[i].key) != 0 || at != rows[i].at || e.code != ERR_INPUT)
			fail_msg("row %zu: %s %s at %zu", i, e.key, e.arg[0], at);
		for (size_t k = 0; k < 3; k++)
			assert_string_equal(e.arg[k], rows[i].arg[k]);
	}
}

static void
claims_may_name_each_other_in_any_order(void **state)
{
	struct fixture *f = *state;
	struct count_table table = table_of(f,
	    HEADER ROW("total.a") "total,,\n" ROW("sum") ",total;old,\n" ROW("total") ",,old\n" ROW(
		"old") ",,\n");
	size_t at;
	struct err e;

	assert_int_equal(count_claims_check(table.claims, f->arena, &at, &e), 0);
}

static void
a_table_that_is_no_table_of_claims_is_refused(void **state)
{
	static const struct {
		const char *text, *key, *arg[3];
	} rows[] = {
	    {"id,words,lang,measure,place\n", "claim.column", {"days", "", ""}},
	    {"words,lang,measure,place,days\n", "claim.column", {"id", "", ""}},
	    {"id,words,lang,measure,place,days,colour\n", "claim.column_unknown",
		{"colour", "", ""}},
	    {"id,words,lang,measure,place,days,\n", "csv.no_name", {"7", "", ""}},
	    {"id,words,lang,measure,place,days,id\n", "csv.same_name", {"id", "", ""}},
	    {"id,words,lang,measure,place,days\na,400,ru,detained,almaty\n", "csv.width",
		{"2", "5", "6"}},
	    {"id,words,lang,measure,place,days\na,400,ru,detained,almaty,2019-06-09,\n",
		"csv.width", {"2", "7", "6"}},
	    {"id,words,lang,measure,place,days\na,4\xFF,ru,detained,almaty,2019-06-09\n",
		"csv.utf8", {"2", "", ""}},
	    {"", "csv.empty", {"", "", ""}},
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct count_table table = {.refused = 7};
		struct err e = {.key = ""};
		struct csv csv;
		int r = csv_read(f->arena, str_of(rows[i].text), &csv, &e);
		if (r == 0)
			r = count_table_read(f->arena, &f->vocab, &csv, &table, &e);
		if (r == 0 || strcmp(e.key, rows[i].key) != 0)
			fail_msg("row %zu wants %s: %s", i, rows[i].key, e.key);
		assert_int_equal(e.code, ERR_INPUT);
		for (size_t k = 0; k < 3; k++)
			assert_string_equal(e.arg[k], rows[i].arg[k]);
		assert_int_equal(table.refused, 7);
	}
}

static void
each_row_of_a_table_has_its_own_verdict(void **state)
{
	struct count_table table = table_of(*state,
	    HEADER ROW("a") ",,\n"
			    ",400,ru,detained,almaty,2019-06-09,,,\n"
			    "c,тьма,ru,detained,almaty,2019-06-09,,,\n"
			    "d,400,ru,arrested,almaty,2019-06-09,,,\n"
			    "e,400,ru,detained,almaty,2019-06-31,,,\n" ROW("f") ",,\n");
	static const struct {
		enum count_verdict verdict;
		const char *id, *key;
	} rows[] = {
	    {COUNT_NEW, "a", ""},
	    {COUNT_REFUSED, "", "claim.needs"},
	    {COUNT_REFUSED, "c", "phrase.word"},
	    {COUNT_REFUSED, "d", "claim.measure"},
	    {COUNT_REFUSED, "e", "date.none"},
	    {COUNT_NEW, "f", ""},
	};

	assert_int_equal(table.n_rows, LENGTH(rows));
	assert_int_equal(table.refused, 4);
	assert_int_equal(table.claims.count, 2);
	assert_true(str_eq(table.claims.at[1].text[COUNT_ID], STR("f")));
	assert_int_equal(table.claims.at[1].line, 7);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(table.rows[i].verdict, rows[i].verdict);
		assert_true(str_eq(table.rows[i].id, str_of(rows[i].id)));
		assert_int_equal(table.rows[i].line, i + 2);
		if (rows[i].verdict == COUNT_REFUSED)
			assert_string_equal(table.rows[i].err.key, rows[i].key);
	}
}

static void
days_that_are_not_certain_or_not_known_are_marked_for_the_engine(void **state)
{
	static const struct {
		const char *text;
		bool inferred, unknown;
	} rows[] = {
	    {"2019-06-09", false, false},
	    {"2019-06", false, false},
	    {"2019-06-09?", true, false},
	    {"2019-06-09~", true, false},
	    {"2019-06-XX", false, true},
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		const struct change change = {COUNT_DAYS, rows[i].text};
		struct count_claim claim = checked_with(f, &change, 1);
		struct world w = count_world(f->arena, &f->vocab, (struct count_claims){&claim, 1});
		assert_int_equal(w.claims[0].days_inferred, rows[i].inferred);
		assert_int_equal(w.claims[0].day_unknown, rows[i].unknown);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_nobody_said_is_filled_in),
	    cmocka_unit_test(days_are_of_the_taking_unless_a_decision_is_counted),
	    cmocka_unit_test(a_named_origin_keeps_the_class_that_was_given),
	    cmocka_unit_test(places_of_a_union_are_resolved),
	    cmocka_unit_test(days_are_resolved),
	    cmocka_unit_test(named_claims_are_parted_by_semicolons_commas_or_blanks),
	    cmocka_unit_test(numbers_set_by_hand_win_over_words),
	    cmocka_unit_test(a_claim_that_cannot_be_is_refused_with_the_reason),
	    cmocka_unit_test(a_chain_of_a_hundred_thousand_rows_is_followed_to_its_end),
	    cmocka_unit_test(claims_that_do_not_go_together_are_refused),
	    cmocka_unit_test(nobody_takes_back_or_divides_what_another_said),
	    cmocka_unit_test(claims_may_name_each_other_in_any_order),
	    cmocka_unit_test(a_table_that_is_no_table_of_claims_is_refused),
	    cmocka_unit_test(each_row_of_a_table_has_its_own_verdict),
	    cmocka_unit_test(days_that_are_not_certain_or_not_known_are_marked_for_the_engine),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
