#include "domain/count/board.h"

#include "domain/count/internal.h"
#include "domain/count/scopes.h"

/* A question in the terms of the engine. */
struct asked {
	struct floor_belief *beliefs;
	const struct str *names; /* of the beliefs, as asked */
	size_t n_beliefs;
	const uint64_t *masks; /* assumptions to ask with, one mask at a time */
	size_t n_masks;
	bool only_higher; /* a mask after the first counts only when it raises the floor */
};

static const struct str usual_beliefs[] = {STR_INIT("all"), STR_INIT("state"), STR_INIT("others")};

static int
read_belief(const struct world *w, struct str name, struct floor_belief *out, struct err *e)
{
	static const enum floor_whom whoms[] = {FLOOR_ALL, FLOOR_STATE, FLOOR_OTHERS};
	struct str without = STR("without:");

	for (size_t i = 0; i < LENGTH(whoms); i++)
		if (str_eq(name, usual_beliefs[i])) {
			*out = (struct floor_belief){whoms[i], WORLD_NONE};
			return 0;
		}
	if (!str_starts(name, without))
		return err_fail(e, ERR_INPUT, STR("claim.believe"), name);
	struct str origin = str_sub(name, without.n, name.n);
	for (size_t i = 0; i < w->origin_count; i++)
		if (str_eq(w->origins[i], origin)) {
			*out = (struct floor_belief){FLOOR_WITHOUT, (int32_t)i};
			return 0;
		}
	return err_fail(e, ERR_INPUT, STR("claim.origin"), origin);
}

static int
read_beliefs(struct arena *a, const struct world *w, const struct count_question *question,
    struct asked *out, struct err *e)
{
	bool usual = question->n_believe == 0;

	out->names = usual ? usual_beliefs : question->believe;
	out->n_beliefs = usual ? LENGTH(usual_beliefs) : question->n_believe;
	out->beliefs = ARENA_ARRAY(a, struct floor_belief, out->n_beliefs);
	for (size_t i = 0; i < out->n_beliefs; i++)
		if (read_belief(w, out->names[i], &out->beliefs[i], e) < 0)
			return -1;
	return 0;
}

static int
read_assumptions(struct arena *a, const struct vocab *vocab, const struct count_question *question,
    struct asked *out, struct err *e)
{
	uint64_t *masks = ARENA_ARRAY(a, uint64_t, vocab->n_assumptions + 1);

	out->masks = masks;
	out->only_higher = question->n_assume == 0;
	if (question->n_assume == 0) {
		out->n_masks = 1 + vocab->n_assumptions;
		for (size_t i = 0; i < vocab->n_assumptions; i++)
			masks[i + 1] = (uint64_t)1 << i;
		return 0;
	}
	out->n_masks = 1;
	for (size_t i = 0; i < question->n_assume; i++) {
		size_t at = vocab_assumption(vocab, question->assume[i]);
		if (at != VOCAB_NONE)
			masks[0] |= (uint64_t)1 << at;
		else if (!str_eq(question->assume[i], STR("none")))
			return err_fail(e, ERR_INPUT, STR("claim.assumption"), question->assume[i]);
	}
	return 0;
}

static void
answer_floors(struct arena *a, const struct count_board *board, const struct asked *asked,
    struct count_scope *scope)
{
	struct count_floor *floors =
	    ARENA_ARRAY(a, struct count_floor, asked->n_beliefs * asked->n_masks);
	size_t n = 0;

	for (size_t b = 0; b < asked->n_beliefs; b++) {
		int64_t best = 0;
		for (size_t m = 0; m < asked->n_masks; m++) {
			struct floor floor = floor_ask(
			    a, board->standing, &scope->scope, asked->beliefs[b], asked->masks[m]);
			if (floor.basis_count == 0 ||
			    (asked->only_higher && m > 0 && floor.low <= best))
				continue;
			if (m == 0)
				best = floor.low;
			floors[n++] = (struct count_floor){asked->names[b], floor,
			    clash_touches(&board->clashes, floor.basis, floor.basis_count)};
		}
	}
	scope->floors = floors;
	scope->n_floors = n;
}

/* The figures given for this very scope, in the order in which they were said. */
static void
gather_claims(
    struct arena *a, const struct world *w, const struct scope *plain, struct count_scope *scope)
{
	int32_t *found = ARENA_ARRAY(a, int32_t, w->claim_count);
	size_t n = 0;

	for (size_t i = 0; i < w->claim_count; i++) {
		if (!count_scope_same(&plain[i], &scope->scope))
			continue;
		size_t at = n++;
		for (; at > 0 && w->claims[found[at - 1]].said_at.last > w->claims[i].said_at.last;
		     at--)
			found[at] = found[at - 1];
		found[at] = (int32_t)i;
	}
	scope->claims = found;
	scope->n_claims = n;
}

/* Does the scope fit what the question names? Fields left open fit all. */
static bool
fits(const struct vocab *v, const struct count_question *q, const struct count_scope *scope)
{
	return (q->measure.n == 0 || str_eq(v->measures[scope->scope.measure].id, q->measure)) &&
	    (q->unit.n == 0 || str_eq(scope->unit, q->unit)) &&
	    (q->who.n == 0 || str_eq(v->whos[scope->scope.who].id, q->who)) &&
	    (q->time.n == 0 || str_eq(scope->scope.time, q->time)) &&
	    (q->place.n == 0 || str_eq(scope->place, q->place)) &&
	    (q->days.n == 0 || str_eq(scope->days, q->days)) &&
	    (q->day_of.n == 0 || count_days_same(scope->scope.days_of, count_days_of(q->day_of)));
}

/* Fills in the texts of a question as a claim's are, to resolve them by the same rules. */
static int
resolve(struct arena *a, const struct vocab *vocab, const struct count_question *q,
    struct scope *out, struct err *e)
{
	struct count_claim claim = {.key = STR(""), .source_id = STR("")};

	claim.text[COUNT_WORDS] = STR("-");
	claim.text[COUNT_MEASURE] = q->measure.n > 0 ? q->measure : STR("detained");
	claim.text[COUNT_WHO] = q->who;
	claim.text[COUNT_PLACE] = q->place.n > 0 ? q->place : vocab->places[0].id;
	claim.text[COUNT_DAYS] = q->days.n > 0 ? q->days : STR("../2000-01-01");
	claim.text[COUNT_TIME] = q->time;
	claim.text[COUNT_DAY_OF] = q->day_of;
	claim.text[COUNT_UNIT] = q->unit;
	if (count_claim_resolve(a, vocab, &claim, e) < 0)
		return -1;
	struct str additive = vocab->measures[claim.measure].additive;
	if (q->unit.n > 0 && !str_eq(q->unit, STR("persons")) && !str_eq(q->unit, additive))
		return err_fail(
		    e, ERR_INPUT, STR("claim.unit"), q->unit, vocab->measures[claim.measure].id);
	*out = count_scope_of(a, &claim);
	return 0;
}

/* Where days of what is left open and only decisions made on them have a figure: those. */
static struct scope
days_left_open(struct count_scopes *list, const struct count_question *q, struct scope wanted)
{
	struct scope decided = wanted;

	decided.days_of = WORLD_DECISION;
	if (q->day_of.n > 0 || count_scopes_find(list, wanted) < list->count ||
	    count_scopes_find(list, decided) == list->count)
		return wanted;
	return decided;
}

/* Keeps the asked scope, or those that fit when the question leaves place or days open. */
static int
choose(struct count_scopes *list, const struct count_question *q, struct err *e)
{
	struct count_question plain = *q;
	struct scope wanted;
	size_t kept = 0;

	if (q->measure.n + q->unit.n + q->who.n + q->place.n + q->days.n + q->time.n +
		q->day_of.n ==
	    0)
		return 0;
	if (resolve(list->arena, list->vocab, q, &wanted, e) < 0)
		return -1;
	if (q->place.n > 0 && q->days.n > 0) {
		size_t at = count_scopes_add(list, days_left_open(list, q, wanted));
		list->at[at].asked = true;
		list->at[0] = list->at[at];
		list->count = 1;
		return 0;
	}
	struct count_scopes one = {.arena = list->arena, .vocab = list->vocab};
	count_scopes_add(&one, wanted);
	if (q->place.n > 0)
		plain.place = one.at[0].place;
	if (q->days.n > 0)
		plain.days = one.at[0].days;
	for (size_t i = 0; i < list->count; i++)
		if (fits(list->vocab, &plain, &list->at[i]))
			list->at[kept++] = list->at[i];
	list->count = kept;
	return 0;
}

int
count_board(struct arena *a, const struct vocab *vocab, struct count_claims claims,
    const struct count_question *question, struct count_board *out, struct err *e)
{
	struct count_board board = {
	    .claims = claims, .vocab = vocab, .world = count_world(a, vocab, claims)};
	struct count_scopes list = {.arena = a, .vocab = vocab};
	struct asked asked;

	if (read_beliefs(a, &board.world, question, &asked, e) < 0 ||
	    read_assumptions(a, vocab, question, &asked, e) < 0)
		return -1;
	board.standing = standing_new(a, &board.world);
	count_scopes_of_world(&list, &board.world, board.standing);
	if (choose(&list, question, e) < 0)
		return -1;
	count_scopes_sort(&list);
	board.clashes = clash_find(a, board.standing);
	board.flags = remark_all(a, board.standing, &board.clashes, &board.n_flags);
	struct scope *plain = ARENA_ARRAY(a, struct scope, claims.count);
	for (size_t i = 0; i < claims.count; i++)
		plain[i] = count_scope_plain(a, vocab, board.world.claims[i].scope);
	for (size_t i = 0; i < list.count; i++) {
		struct count_scope *scope = &list.at[i];
		answer_floors(a, &board, &asked, scope);
		gather_claims(a, &board.world, plain, scope);
		scope->own = own_all(a, board.standing, &scope->scope, &scope->n_own);
	}
	board.scopes = list.at;
	board.n_scopes = list.count;
	*out = board;
	return 0;
}

int
count_board_scope(struct arena *a, const struct count_board *board,
    const struct count_question *question, const struct count_scope **out, struct err *e)
{
	struct scope wanted;

	if (resolve(a, board->vocab, question, &wanted, e) < 0)
		return -1;
	wanted = count_scope_plain(a, board->vocab, wanted);
	*out = NULL;
	for (size_t i = 0; i < board->n_scopes; i++) {
		const struct count_scope *scope = &board->scopes[i];
		struct scope asked = wanted;
		bool decided = question->day_of.n == 0 && scope->scope.days_of == WORLD_DECISION;
		if (decided)
			asked.days_of = WORLD_DECISION;
		if (!count_scope_same(&scope->scope, &asked))
			continue;
		if (!decided || *out == NULL)
			*out = scope;
	}
	return 0;
}

bool
count_scope_clashes(const struct count_board *board, const struct count_scope *scope)
{
	return clash_touches(&board->clashes, scope->claims, scope->n_claims);
}
