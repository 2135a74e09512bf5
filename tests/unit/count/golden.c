/*
 * Boards worked by hand: for each case the bounds, own ranges, clashes and flags of
 * tests/cases are what the program finds, each with the rule that gives it.
 * usage: golden CLAIMS.csv FOLDER ...
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/count/board.h"
#include "kit/os/file.h"

#define FILE_MOST (1 << 20)
#define CASES 8
#define BELIEFS 16 /* most pairs of a belief and an assumption in one bounds.csv */

/* The board of a whole case for one belief and one assumption, asked once. */
struct believed {
	struct str believe, assume;
	struct count_board board;
};

/* One case: its claims, and the table of expected rows that a test has open. */
struct golden {
	struct arena *arena;
	const char *claims_path, *folder;
	struct vocab vocab;
	struct count_claims claims;
	struct csv table;
	size_t row, wrong;
	struct believed believed[BELIEFS];
	size_t n_believed;
};

static struct str
read_file(struct golden *g, const char *path)
{
	struct str text;
	struct err e;

	if (file_read_all(g->arena, str_of(path), FILE_MOST, &text, &e) < 0)
		fail_msg("%s: %s", path, e.key);
	return text;
}

static int
begin(void **state)
{
	struct golden *g = *state;
	struct count_table table;
	size_t count, at;
	struct err e;

	g->arena = arena_new();
	const struct vocab_file *files = vocab_shipped(g->arena, &count);
	if (vocab_read(g->arena, files, count, &g->vocab, &e) < 0)
		fail_msg("vocab: %s %s", e.key, e.arg[0]);
	struct str text = read_file(g, g->claims_path);
	struct csv csv;
	if (csv_read(g->arena, text, &csv, &e) < 0 ||
	    count_table_read(g->arena, &g->vocab, &csv, &table, &e) < 0)
		fail_msg("%s: %s %s", g->claims_path, e.key, e.arg[0]);
	for (size_t i = 0; i < table.n_rows; i++)
		if (table.rows[i].verdict == COUNT_REFUSED)
			fail_msg("%s: %.*s: %s %s", g->claims_path, STR_ARG(table.rows[i].id),
			    table.rows[i].err.key, table.rows[i].err.arg[0]);
	if (count_claims_check(table.claims, g->arena, &at, &e) < 0)
		fail_msg("%s: %s %s", g->claims_path, e.key, e.arg[0]);
	g->claims = table.claims;
	g->wrong = g->n_believed = 0;
	return 0;
}

static int
end(void **state)
{
	struct golden *g = *state;

	arena_free(g->arena);
	return 0;
}

static void
open_table(struct golden *g, const char *name)
{
	struct err e;
	struct str path = arena_fmt(g->arena, "%s/%s.csv", g->folder, name);

	if (csv_read(g->arena, read_file(g, path.p), &g->table, &e) < 0)
		fail_msg("%s: %s %s", path.p, e.key, e.arg[0]);
}

static struct str
field(const struct golden *g, const char *column)
{
	int at = csv_column(&g->table, str_of(column));

	if (at < 0)
		fail_msg("%s: no column %s", g->folder, column);
	return csv_field(&g->table, g->row, at);
}

static bool
field_is(const struct golden *g, const char *column, struct str got)
{
	return str_eq(field(g, column), got);
}

/* Says what a row expects, its rule and what the program gave instead. */
static void
wrong(struct golden *g, struct str got)
{
	struct buf *row = buf_on(g->arena);

	for (size_t i = 0; i < g->table.width; i++) {
		struct str name = g->table.names[i], value = csv_field(&g->table, g->row, (int)i);
		if (value.n > 0 && !str_eq(name, STR("rule")))
			buf_fmt(row, " %.*s=%.*s", STR_ARG(name), STR_ARG(value));
	}
	print_error("%s line %zu:%s\n    rule: %.*s\n    got: %.*s\n", g->folder,
	    g->table.rows[g->row].line, row->p, STR_ARG(field(g, "rule")), STR_ARG(got));
	g->wrong++;
}

static void
ask(struct golden *g, const struct count_question *question, struct count_board *board)
{
	struct err e;

	if (count_board(g->arena, &g->vocab, g->claims, question, board, &e) < 0)
		fail_msg(
		    "%s line %zu: %s %s", g->folder, g->table.rows[g->row].line, e.key, e.arg[0]);
}

static struct count_board *
board_for(struct golden *g, struct str believe, struct str assume)
{
	const struct count_question question = {
	    .believe = &believe,
	    .n_believe = believe.n > 0,
	    .assume = &assume,
	    .n_assume = assume.n > 0,
	};

	for (size_t i = 0; i < g->n_believed; i++)
		if (str_eq(g->believed[i].believe, believe) &&
		    str_eq(g->believed[i].assume, assume))
			return &g->believed[i].board;
	assert_true(g->n_believed < BELIEFS);
	struct believed *fresh = &g->believed[g->n_believed++];
	fresh->believe = believe;
	fresh->assume = assume;
	ask(g, &question, &fresh->board);
	return &fresh->board;
}

static bool
is_row_scope(const struct golden *g, const struct count_board *board, const struct count_scope *s)
{
	bool decided = s->scope.days_of == WORLD_DECISION;

	return field_is(g, "measure", board->vocab->measures[s->scope.measure].id) &&
	    field_is(g, "unit", s->unit) &&
	    field_is(g, "who", board->vocab->whos[s->scope.who].id) &&
	    field_is(g, "place", s->place) && field_is(g, "days", s->days) &&
	    field_is(g, "time", s->scope.time) && field_is(g, "day_of", STR("decision")) == decided;
}

/* The scope of the open row: on the board of the whole case, else asked for by itself. */
static const struct count_scope *
ask_row(struct golden *g, struct str believe, struct str assume, struct count_board *board)
{
	const struct count_question question = {
	    .measure = field(g, "measure"),
	    .unit = field(g, "unit"),
	    .who = field(g, "who"),
	    .place = field(g, "place"),
	    .days = field(g, "days"),
	    .time = field(g, "time"),
	    .day_of = field(g, "day_of"),
	    .believe = &believe,
	    .n_believe = believe.n > 0,
	    .assume = &assume,
	    .n_assume = assume.n > 0,
	};

	*board = *board_for(g, believe, assume);
	for (size_t i = 0; i < board->n_scopes; i++)
		if (is_row_scope(g, board, &board->scopes[i]))
			return &board->scopes[i];
	ask(g, &question, board);
	if (board->n_scopes != 1)
		fail_msg("%s line %zu: %zu scopes", g->folder, g->table.rows[g->row].line,
		    board->n_scopes);
	return &board->scopes[0];
}

/* Ids as "c07;c08". */
static struct str
ids_text(struct golden *g, const struct count_board *board, const int32_t *claims, size_t count)
{
	struct buf *text = buf_on(g->arena);

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_putc(text, ';');
		buf_put(text, board->world.claims[claims[i]].id);
	}
	return buf_str(text);
}

static struct str
assumes_text(struct golden *g, const struct count_board *board, uint64_t assumes)
{
	struct buf *text = buf_on(g->arena);

	for (size_t i = 0; i < board->world.assumption_count; i++) {
		if ((assumes >> i & 1) == 0)
			continue;
		if (text->n > 0)
			buf_putc(text, ';');
		buf_put(text, board->world.assumptions[i]);
	}
	return buf_str(text);
}

static struct str
floor_text(struct golden *g, const struct count_board *board, const struct floor *floor)
{
	return arena_fmt(g->arena, "low=%lld basis=%s assumes=%s", (long long)floor->low,
	    ids_text(g, board, floor->basis, floor->basis_count).p,
	    assumes_text(g, board, floor->assumes).p);
}

static void
check_bound(struct golden *g)
{
	struct count_board board;
	const struct count_scope *scope =
	    ask_row(g, field(g, "believe"), field(g, "assume"), &board);

	if (scope->n_floors == 0) {
		if (field(g, "low").n > 0)
			wrong(g, STR("no floor"));
		return;
	}
	const struct floor *floor = &scope->floors[0].floor;
	if (!field_is(g, "low", STR_INT(floor->low)) ||
	    !field_is(g, "basis", ids_text(g, &board, floor->basis, floor->basis_count)) ||
	    !field_is(g, "assumes", assumes_text(g, &board, floor->assumes)))
		wrong(g, floor_text(g, &board, floor));
}

static void
check_own(struct golden *g)
{
	struct count_board board;
	const struct count_scope *scope = ask_row(g, STR(""), STR("none"), &board);
	const struct own *own = NULL;

	for (size_t i = 0; i < scope->n_own; i++)
		if (field_is(g, "origin", board.world.origins[scope->own[i].origin]))
			own = &scope->own[i];
	if (own == NULL) {
		if (field(g, "low").n > 0)
			wrong(g, STR("no range of its own"));
		return;
	}
	struct str claims = ids_text(g, &board, own->claims, own->claim_count);
	if (!field_is(g, "low", STR_INT(own->range.low)) ||
	    !field_is(g, "high", STR_INT(own->range.high)) || !field_is(g, "claims", claims))
		wrong(g,
		    arena_fmt(g->arena, "low=%lld high=%lld claims=%s", (long long)own->range.low,
			(long long)own->range.high, claims.p));
}

static void
each_row(struct golden *g, const char *name, void (*check)(struct golden *g))
{
	open_table(g, name);
	for (g->row = 0; g->row < g->table.count; g->row++)
		check(g);
	if (g->wrong > 0)
		fail_msg("%s: %zu of %zu rows of %s.csv differ", g->folder, g->wrong,
		    g->table.count, name);
}

static void
every_bound_is_the_one_worked_by_hand(void **state)
{
	each_row(*state, "bounds", check_bound);
}

static void
every_range_of_an_origin_is_the_one_worked_by_hand(void **state)
{
	each_row(*state, "own", check_own);
}

static void
whole_board(struct golden *g, struct count_board *board)
{
	g->row = 0;
	*board = *board_for(g, STR(""), STR(""));
}

static bool
is_clash(struct golden *g, const struct count_board *board, const struct clash *clash)
{
	return field_is(g, "claims", ids_text(g, board, clash->claims, clash->claim_count)) &&
	    field_is(g, "assumes", assumes_text(g, board, clash->assumes)) &&
	    field_is(g, "gap", STR_INT(clash->gap));
}

static void
exactly_these_clashes_are_found(void **state)
{
	struct golden *g = *state;
	struct count_board board;

	open_table(g, "clashes");
	whole_board(g, &board);
	bool *known = ARENA_ARRAY(g->arena, bool, board.clashes.real_count);
	for (g->row = 0; g->row < g->table.count; g->row++) {
		size_t i = 0;
		while (i < board.clashes.real_count && !is_clash(g, &board, &board.clashes.real[i]))
			i++;
		if (i < board.clashes.real_count)
			known[i] = true;
		else
			wrong(g, STR("no such clash"));
	}
	for (size_t i = 0; i < board.clashes.real_count; i++) {
		const struct clash *clash = &board.clashes.real[i];
		if (known[i])
			continue;
		print_error("%s: a clash that nobody worked out: %s assumes=%s gap=%lld\n",
		    g->folder, ids_text(g, &board, clash->claims, clash->claim_count).p,
		    assumes_text(g, &board, clash->assumes).p, (long long)clash->gap);
		g->wrong++;
	}
	assert_false(board.clashes.capped);
	assert_int_equal(g->wrong, 0);
}

/* "670 + 115 + 172 = 957" */
static struct str
terms_text(struct golden *g, const struct remark *remark)
{
	struct buf *text = buf_on(g->arena);

	for (size_t i = 0; i < remark->term_count; i++) {
		const struct remark_term *term = &remark->terms[i];
		if (i > 0)
			buf_put(text,
			    term->sign == ' ' ? STR(" ") : arena_fmt(g->arena, " %c ", term->sign));
		buf_fmt(text, "%lld", (long long)term->number);
	}
	return buf_str(text);
}

static struct str
value_text(struct golden *g, const struct remark *remark)
{
	return remark->value == REMARK_NO_VALUE ? STR("")
						: arena_str(g->arena, STR_INT(remark->value));
}

static bool
is_flag(struct golden *g, const struct count_board *board, const struct remark *flag)
{
	return field_is(g, "kind", remark_name(flag->kind)) &&
	    field_is(g, "claims", ids_text(g, board, flag->claims, flag->claim_count)) &&
	    field_is(g, "value", value_text(g, flag)) && field_is(g, "terms", terms_text(g, flag));
}

/* All flags of the row's kind, to be seen beside what was expected. */
static struct str
flags_text(struct golden *g, const struct count_board *board)
{
	struct buf *text = buf_on(g->arena);

	for (size_t i = 0; i < board->n_flags; i++) {
		const struct remark *flag = &board->flags[i];
		if (field_is(g, "kind", remark_name(flag->kind)))
			buf_fmt(text, "\n\t%s value=%s terms=%s",
			    ids_text(g, board, flag->claims, flag->claim_count).p,
			    value_text(g, flag).p, terms_text(g, flag).p);
	}
	return buf_str(text);
}

static void
every_flag_is_raised_with_its_terms(void **state)
{
	struct golden *g = *state;
	struct count_board board;

	open_table(g, "flags");
	whole_board(g, &board);
	for (g->row = 0; g->row < g->table.count; g->row++) {
		size_t i = 0;
		while (i < board.n_flags && !is_flag(g, &board, &board.flags[i]))
			i++;
		if (i == board.n_flags)
			wrong(g, flags_text(g, &board));
	}
	assert_int_equal(g->wrong, 0);
}

/* The largest floor that bounds.csv has for the measure, unit and group of a scope. */
static int64_t
highest_listed(struct golden *g, const struct count_board *board, const struct count_scope *scope)
{
	int64_t highest = 0, low;

	for (g->row = 0; g->row < g->table.count; g->row++)
		if (field_is(g, "measure", board->vocab->measures[scope->scope.measure].id) &&
		    field_is(g, "unit", scope->unit) &&
		    field_is(g, "who", board->vocab->whos[scope->scope.who].id) &&
		    str_to_int(field(g, "low"), &low) && low > highest)
			highest = low;
	return highest;
}

static void
no_floor_is_higher_than_any_worked_by_hand(void **state)
{
	struct golden *g = *state;
	struct count_board board;

	open_table(g, "bounds");
	whole_board(g, &board);
	for (size_t i = 0; i < board.n_scopes; i++) {
		const struct count_scope *scope = &board.scopes[i];
		int64_t highest = highest_listed(g, &board, scope);
		for (size_t f = 0; f < scope->n_floors; f++) {
			if (scope->floors[f].floor.low <= highest)
				continue;
			print_error("%s: %.*s, %.*s, %.*s, %.*s: %s; the highest listed is %lld\n",
			    g->folder, STR_ARG(g->vocab.measures[scope->scope.measure].id),
			    STR_ARG(scope->unit), STR_ARG(scope->place), STR_ARG(scope->days),
			    floor_text(g, &board, &scope->floors[f].floor).p, (long long)highest);
			g->wrong++;
		}
	}
	assert_int_equal(g->wrong, 0);
}

/* Does a clash of clashes.csv name the claim, or the total that it is a part of? */
static bool
is_in_a_clash(struct golden *g, const struct world *w, int32_t claim)
{
	int32_t total = w->claims[claim].part_of;
	struct str id = w->claims[total == WORLD_NONE ? claim : total].id;

	for (g->row = 0; g->row < g->table.count; g->row++) {
		struct str rest = field(g, "claims");
		while (rest.n > 0)
			if (str_eq(str_cut(&rest, ';'), id))
				return true;
	}
	return false;
}

static void
what_rests_on_a_clash_is_marked_disputed(void **state)
{
	struct golden *g = *state;
	struct count_board board;

	open_table(g, "clashes");
	whole_board(g, &board);
	for (size_t i = 0; i < board.n_scopes; i++)
		for (size_t f = 0; f < board.scopes[i].n_floors; f++) {
			const struct count_floor *floor = &board.scopes[i].floors[f];
			bool disputed = false;
			for (size_t b = 0; b < floor->floor.basis_count; b++)
				disputed |= is_in_a_clash(g, &board.world, floor->floor.basis[b]);
			if (floor->disputed != disputed)
				fail_msg("%s: %s, disputed=%d", g->folder,
				    floor_text(g, &board, &floor->floor).p, floor->disputed);
		}
}

#define GOLDEN(test)                                                                               \
	{                                                                                          \
#test, test, begin, end, NULL                                                      \
	}

int
main(int argc, char **argv)
{
	static const struct CMUnitTest each[] = {
	    GOLDEN(every_bound_is_the_one_worked_by_hand),
	    GOLDEN(every_range_of_an_origin_is_the_one_worked_by_hand),
	    GOLDEN(exactly_these_clashes_are_found),
	    GOLDEN(every_flag_is_raised_with_its_terms),
	    GOLDEN(what_rests_on_a_clash_is_marked_disputed),
	    GOLDEN(no_floor_is_higher_than_any_worked_by_hand),
	};
	struct golden cases[CASES] = {0};
	struct CMUnitTest tests[LENGTH(each)];
	int failed = 0;

	if (argc < 3 || argc % 2 == 0 || argc > 1 + 2 * CASES)
		return 2;
	for (int i = 0; 2 * i + 2 < argc; i++) {
		cases[i].claims_path = argv[2 * i + 1];
		cases[i].folder = argv[2 * i + 2];
		memcpy(tests, each, sizeof(tests));
		for (size_t t = 0; t < LENGTH(each); t++)
			tests[t].initial_state = &cases[i];
		failed +=
		    _cmocka_run_group_tests(cases[i].folder, tests, LENGTH(tests), NULL, NULL);
	}
	return failed;
}
