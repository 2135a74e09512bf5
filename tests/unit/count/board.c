/* Questions to the board of June 2019 (examples/june-2019): what is asked, left open, or not known.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/count/board.h"
#include "domain/count/documented.h"
#include "kit/os/file.h"

static struct {
	struct arena *arena;
	struct vocab vocab;
	struct count_claims claims;
} june;

static const char *claims_path;

static int
begin(void **state)
{
	(void)state;
	struct count_table table;
	struct str text;
	struct csv csv;
	size_t count;
	struct err e;

	june.arena = arena_new();
	const struct vocab_file *files = vocab_shipped(june.arena, &count);
	if (vocab_read(june.arena, files, count, &june.vocab, &e) < 0 ||
	    file_read_all(june.arena, str_of(claims_path), 1 << 20, &text, &e) < 0 ||
	    csv_read(june.arena, text, &csv, &e) < 0 ||
	    count_table_read(june.arena, &june.vocab, &csv, &table, &e) < 0)
		return -1;
	june.claims = table.claims;
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(june.arena);
	return 0;
}

static struct count_board
board_of(const struct count_question *question)
{
	struct count_board board;
	struct err e;

	if (count_board(june.arena, &june.vocab, june.claims, question, &board, &e) < 0)
		fail_msg("%s %s", e.key, e.arg[0]);
	return board;
}

static void
a_question_that_cannot_be_read_is_refused(void **state)
{
	(void)state;
	static const struct str odd_belief[] = {STR_INIT("everybody")};
	static const struct str odd_origin[] = {STR_INIT("without:nobody")};
	static const struct str odd_assume[] = {STR_INIT("h2")};
	static const struct {
		struct count_question question;
		const char *key, *arg[2];
	} rows[] = {
	    {{.believe = odd_belief, .n_believe = 1}, "claim.believe", {"everybody", ""}},
	    {{.believe = odd_origin, .n_believe = 1}, "claim.origin", {"nobody", ""}},
	    {{.assume = odd_assume, .n_assume = 1}, "claim.assumption", {"h2", ""}},
	    {{.measure = STR_INIT("arrested")}, "claim.measure", {"arrested", ""}},
	    {{.place = STR_INIT("alma-ata")}, "claim.place", {"alma-ata", ""}},
	    {{.place = STR_INIT("almaty+astana-square")}, "claim.place_nested",
		{"astana-square", "almaty"}},
	    {{.days = STR_INIT("2019-06-31")}, "date.none", {"2019-06-31", ""}},
	    {{.who = STR_INIT("bystanders")}, "claim.who", {"bystanders", ""}},
	    {{.unit = STR_INIT("heads")}, "claim.term", {"unit", "heads"}},
	    {{.unit = STR_INIT("decisions")}, "claim.unit", {"decisions", "detained"}},
	    {{.day_of = STR_INIT("march")}, "claim.term", {"day_of", "march"}},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct count_board board;
		struct err e = {.key = ""};
		int r = count_board(
		    june.arena, &june.vocab, june.claims, &rows[i].question, &board, &e);
		if (r == 0 || strcmp(e.key, rows[i].key) != 0)
			fail_msg("row %zu wants %s: %s", i, rows[i].key, e.key);
		assert_string_equal(e.arg[0], rows[i].arg[0]);
		assert_string_equal(e.arg[1], rows[i].arg[1]);
	}
}

static void
place_and_days_alone_ask_for_everybody_detained(void **state)
{
	(void)state;
	const struct count_question question = {
	    .place = STR("nur-sultan+almaty"), .days = STR("2019-06-10/2019-06-10")};
	struct count_board board = board_of(&question);

	assert_int_equal(board.n_scopes, 1);
	assert_true(board.scopes[0].asked);
	assert_true(str_eq(board.scopes[0].place, STR("almaty+nur-sultan")));
	assert_true(str_eq(board.scopes[0].days, STR("2019-06-10")));
	assert_true(str_eq(board.scopes[0].unit, STR("detentions")));
	assert_int_equal(
	    board.scopes[0].scope.measure, vocab_measure(&june.vocab, STR("detained")));
}

static void
days_of_a_decision_are_found_when_days_of_what_is_left_open(void **state)
{
	(void)state;
	struct count_question question = {.measure = STR("still-held"),
	    .place = STR("almaty+nur-sultan"),
	    .days = STR("2019-06-13")};
	struct count_board board = board_of(&question);

	assert_int_equal(board.n_scopes, 1);
	assert_true(board.scopes[0].n_floors > 0);
	assert_int_equal(board.scopes[0].floors[0].floor.low, 180);
	question.day_of = STR("assembly");
	board = board_of(&question);
	assert_int_equal(board.n_scopes, 1);
	assert_int_equal(board.scopes[0].n_floors, 0);
}

static void
a_part_of_a_question_keeps_the_scopes_that_fit(void **state)
{
	(void)state;
	const struct count_question questions[] = {
	    {.place = STR("almaty")},
	    {.measure = STR("punished")},
	    {.days = STR("2019-06-12/2019-06-12")},
	    {.who = STR("journalists")},
	    {.unit = STR("persons")},
	    {.time = STR("until late morning")},
	    {.day_of = STR("decision")},
	};
	const struct count_question everything = {.n_believe = 0};
	size_t all = board_of(&everything).n_scopes;

	for (size_t i = 0; i < LENGTH(questions); i++) {
		const struct count_question *q = &questions[i];
		struct count_board board = board_of(q);
		assert_in_range(board.n_scopes, 1, all - 1);
		for (size_t s = 0; s < board.n_scopes; s++) {
			const struct count_scope *scope = &board.scopes[s];
			assert_false(scope->asked);
			assert_true(q->place.n == 0 || str_eq(scope->place, q->place));
			assert_true(q->days.n == 0 || str_eq(scope->days, STR("2019-06-12")));
			assert_true(q->unit.n == 0 || str_eq(scope->unit, q->unit));
			assert_true(q->time.n == 0 || str_eq(scope->scope.time, q->time));
			assert_true(q->day_of.n == 0 || scope->scope.days_of == WORLD_DECISION);
		}
	}
}

static void
an_assumption_is_printed_only_where_it_raises_a_floor(void **state)
{
	(void)state;
	const struct count_question everything = {.n_believe = 0};
	struct count_board board = board_of(&everything);
	size_t with_h1 = 0;

	for (size_t s = 0; s < board.n_scopes; s++)
		for (size_t f = 0; f < board.scopes[s].n_floors; f++) {
			const struct count_floor *floors = board.scopes[s].floors;
			if (floors[f].floor.assumes == 0)
				continue;
			with_h1++;
			if (f > 0 && str_eq(floors[f - 1].believe, floors[f].believe))
				assert_true(floors[f - 1].floor.low < floors[f].floor.low);
		}
	assert_true(with_h1 > 0);
}

static void
the_figures_of_a_scope_stand_in_the_order_in_which_they_were_said(void **state)
{
	(void)state;
	const struct count_question question = {.measure = STR("taken-to-police"),
	    .place = STR("almaty+nur-sultan"),
	    .days = STR("2019-06-09")};
	struct count_board board = board_of(&question);
	static const char *ids[] = {"c01", "c07"};

	assert_int_equal(board.scopes[0].n_claims, LENGTH(ids));
	for (size_t i = 0; i < LENGTH(ids); i++)
		assert_true(str_eq(
		    count_claim_id(&june.claims.at[board.scopes[0].claims[i]]), str_of(ids[i])));
	assert_true(count_scope_clashes(&board, &board.scopes[0]));
}

static void
an_empty_case_has_an_empty_board(void **state)
{
	(void)state;
	const struct count_question everything = {.n_believe = 0};
	struct count_board board;
	struct err e;

	assert_int_equal(count_board(june.arena, &june.vocab, (struct count_claims){NULL, 0},
			     &everything, &board, &e),
	    0);
	assert_int_equal(board.n_scopes, 0);
	assert_int_equal(board.n_flags, 0);
	assert_int_equal(board.clashes.real_count, 0);
}

/* The board of June with people whom lists name, which there are none of. */
static struct count_board
board_documented(const char *place, const char *days, int64_t least)
{
	struct count_documented *d = ARENA_NEW(june.arena, struct count_documented);
	const struct count_question all = {.measure = STR("")};
	struct count_claims claims = june.claims;
	struct count_board board = {.n_scopes = 0};
	struct err e;

	d->about = (struct count_about){.measure = STR("detained"),
	    .who = STR(""),
	    .place = str_of(place),
	    .days = str_of(days),
	    .day_of = STR("")};
	d->people =
	    (struct person_count){.persons = least + 10, .least = least, .most = least + 50};
	if (count_documented_join(june.arena, &june.vocab, d, &claims, &e) < 0 ||
	    count_board(june.arena, &june.vocab, claims, &all, &board, &e) < 0)
		fail_msg("%s %s", e.key, e.arg[0]);
	return board;
}

static size_t
weaker(const struct count_board *board, const char *than)
{
	size_t n = 0;

	for (size_t i = 0; i < board->n_flags; i++) {
		const struct remark *flag = &board->flags[i];
		for (size_t k = 0; flag->kind == REMARK_UNDER_DOCUMENTED && k < 2; k++)
			n += str_eq(
			    count_claim_id(&board->claims.at[flag->claims[k]]), str_of(than));
	}
	return n;
}

static void
documented_people_are_a_floor_and_say_which_figure_is_weaker(void **state)
{
	(void)state;
	struct count_board board = board_documented("almaty", "2019-06-09", 430);
	struct count_question question = {
	    .measure = STR("detained"), .place = STR("almaty"), .days = STR("2019-06-09")};
	const struct count_scope *scope;
	struct err e;

	assert_int_equal(count_board_scope(june.arena, &board, &question, &scope, &e), 0);
	assert_non_null(scope);
	for (size_t i = 0; i < scope->n_floors; i++)
		assert_true(scope->floors[i].floor.low ==
		    (str_eq(scope->floors[i].believe, STR("state")) ? 0 : 430));
	/* Taken to police is less than detained: 400 of the one may stand beside 430 of the other.
	 */
	assert_int_equal(weaker(&board, "c03"), 0);
	board = board_documented("astana-square", "2019-06-09", 430);
	assert_int_equal(weaker(&board, "documented"), 0);
}

static void
documented_people_leave_no_room_for_a_total_below_them(void **state)
{
	(void)state;
	struct count_board board = board_documented("kazakhstan", "2019-06-09/2019-06-13", 5000);
	size_t n = 0;

	for (size_t i = 0; i < board.clashes.real_count; i++)
		for (size_t k = 0; k < board.clashes.real[i].claim_count; k++)
			n += board.claims.at[board.clashes.real[i].claims[k]].documented != NULL;
	assert_true(n > 0);
	board = board_documented("kazakhstan", "2019-06-09/2019-06-13", 3900);
	for (size_t i = 0; i < board.clashes.real_count; i++)
		for (size_t k = 0; k < board.clashes.real[i].claim_count; k++)
			assert_null(board.claims.at[board.clashes.real[i].claims[k]].documented);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(documented_people_are_a_floor_and_say_which_figure_is_weaker),
	    cmocka_unit_test(documented_people_leave_no_room_for_a_total_below_them),
	    cmocka_unit_test(a_question_that_cannot_be_read_is_refused),
	    cmocka_unit_test(place_and_days_alone_ask_for_everybody_detained),
	    cmocka_unit_test(days_of_a_decision_are_found_when_days_of_what_is_left_open),
	    cmocka_unit_test(a_part_of_a_question_keeps_the_scopes_that_fit),
	    cmocka_unit_test(an_assumption_is_printed_only_where_it_raises_a_floor),
	    cmocka_unit_test(the_figures_of_a_scope_stand_in_the_order_in_which_they_were_said),
	    cmocka_unit_test(an_empty_case_has_an_empty_board),
	};
	if (argc != 2)
		return 2;
	claims_path = argv[1];
	return cmocka_run_group_tests(tests, begin, end);
}
