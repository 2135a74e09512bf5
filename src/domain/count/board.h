/*
 * board: the figures of one case set against each other by logic, scope by scope.
 * Every index into claims, measures, places, whos and assumptions is that of the
 * claims and the vocabulary given. Nothing here is averaged, and a ceiling is
 * only ever one origin's own.
 */
#ifndef GUVOH_DOMAIN_COUNT_BOARD_H
#define GUVOH_DOMAIN_COUNT_BOARD_H

#include "domain/count/claim.h"
#include "engine/claim/clash.h"
#include "engine/claim/floor.h"
#include "engine/claim/own.h"
#include "engine/claim/remark.h"
#include "engine/claim/standing.h"
#include "engine/claim/world.h"

/* What is asked. Empty fields leave it open; lists may be empty. */
struct count_question {
	struct str measure, unit, who, place, days, time;
	struct str day_of; /* empty: decisions about those days, else decisions made on them */
	const struct str *believe; /* all, state, others, without:ORIGIN; none: the first three */
	size_t n_believe;
	const struct str
	    *assume; /* ids, or "none"; none: without, and with each that raises a floor */
	size_t n_assume;
};

struct count_floor {
	struct str believe; /* as asked */
	struct floor floor;
	bool disputed; /* its basis holds a member of a clash */
};

struct count_scope {
	struct scope scope;
	struct str unit;        /* persons, detentions, decisions */
	struct str place, days; /* in the one form that all ways to write them share */
	const int32_t *claims;  /* figures somebody gave for it, by the day they were said */
	size_t n_claims;
	const struct count_floor *floors; /* none: nobody gave a number */
	size_t n_floors;
	const struct own *own;
	size_t n_own;
	bool asked; /* by the question, not found on the board */
};

struct count_board {
	struct count_claims claims;
	const struct vocab *vocab;
	struct world world;
	const struct standing *standing;
	const struct count_scope *scopes; /* widest last */
	size_t n_scopes;
	struct clashes clashes;
	const struct remark *flags;
	size_t n_flags;
};

/*
 * Makes the board of claims: every scope that somebody gave a figure for, what
 * follows for what they bound, and the asked scope if the question names one
 * (a place and days; measure detained, who all unless said). With a place or
 * days alone, or a measure, only the scopes that fit are kept.
 *
 * Returns 0 and fills *out, on a; or -1 with ERR_INPUT claim.believe (the word),
 * claim.origin (the id), claim.assumption (the id), claim.unit (unit, measure), or
 * what the columns of a claim are refused for. claims and vocab must live as long.
 */
MUST_CHECK int count_board(struct arena *a, const struct vocab *vocab, struct count_claims claims,
    const struct count_question *question, struct count_board *out, struct err *e);

/*
 * The board of the claims of an event that everybody may see (count_public). With a memo it
 * is made once for each question, lies where the memo does and must not be changed; else it
 * lies on the reader's arena, and question must live as long. Errors of both.
 */
MUST_CHECK int count_public_board(const struct count_reader *reader, struct str event,
    const struct count_question *question, const struct count_board **out, struct err *e);

/*
 * Keeps boards, for one thread, while the index stands still: begin a new one when the
 * archive has moved on. Lies on a, where the vocabulary lies that its boards are made with.
 */
struct count_memo *count_memo_new(struct arena *a);

/* What other rooms make of the same state, by a key that begins with their own name: found again,
 * or NULL; kept, on the memo's arena. */
const void *count_memo_find(const struct count_memo *memo, struct str key);
void count_memo_keep(struct count_memo *memo, struct str key, const void *made);
struct arena *count_memo_arena(const struct count_memo *memo);

/*
 * The scope of a board of a whole case that answers a question which names a place and
 * days, or NULL when none of its scopes does. Errors as count_board's for columns of a claim.
 */
MUST_CHECK int count_board_scope(struct arena *a, const struct count_board *board,
    const struct count_question *question, const struct count_scope **out, struct err *e);

/* True when a member of a clash stands among the claims of the scope. */
bool count_scope_clashes(const struct count_board *board, const struct count_scope *scope);

#endif
