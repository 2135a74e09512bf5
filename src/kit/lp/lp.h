/*
 * lp: the least value of a linear program in non-negative variables.
 * One function over a library (docs/decisions/linear-programs.md). Its answers
 * are floating point and may be wrong in the last digits, or wrong: whoever asks
 * checks them in integers (lp_snap helps) and asks again the other way.
 */
#ifndef GUVOH_KIT_LP_LP_H
#define GUVOH_KIT_LP_LP_H

#include "base/arena.h"
#include "base/str.h"

enum lp_sense {
	LP_AT_LEAST,
	LP_AT_MOST,
};

struct lp_row {
	const int32_t *vars; /* no variable twice */
	const int32_t *coefs;
	size_t count;
	enum lp_sense sense;
	int64_t rhs; /* within +-2^53 */
};

struct lp {
	size_t vars;         /* x >= 0 each */
	const int32_t *cost; /* one per variable */
	const struct lp_row *rows;
	size_t row_count;
};

enum lp_status {
	LP_SOLVED,
	LP_INFEASIBLE,
	LP_UNBOUNDED,
	LP_FAILED, /* the library gave up: numbers, iterations or memory */
};

/* Two independent ways to the answer, for when the first one does not pass its check. */
enum lp_way {
	LP_DUAL,   /* scaled, dual simplex first */
	LP_PRIMAL, /* unscaled, primal simplex */
	LP_WAYS,
};

/*
 * Minimises cost . x under rows, cold, always with the same steps for the same
 * program. When LP_SOLVED, x holds vars values and y one dual value per row
 * (>= 0 for LP_AT_LEAST, <= 0 for LP_AT_MOST, rhs . y being the value); both are
 * untouched otherwise. x or y may be NULL.
 */
enum lp_status lp_least(const struct lp *p, enum lp_way way, double *x, double *y);

/*
 * Writes n values as whole multiples of 1/q. Returns false, out undefined, when
 * one of them is not within a thousandth of such a multiple's last digit: what
 * comes out still has to be checked against the program in integers.
 */
MUST_CHECK bool lp_snap(const double *values, size_t n, int64_t q, int64_t *out);

#endif
