/*
 * poisson: the Poisson model log(mean) = offset + design x coefficients, by maximum likelihood.
 * Newton's steps with halving on a dense Cholesky factor: made for some dozens of
 * columns (McCullagh and Nelder 1989, chapter 6). Nothing is known of lists here.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_POISSON_H
#define GUVOH_ENGINE_ESTIMATE_POISSON_H

#include "base/arena.h"

struct poisson {
	size_t rows, cols;
	const double *design; /* rows x cols, row by row */
	const double *counts; /* one a row, >= 0; need not be whole */
	const double *offset; /* one a row, or NULL for 0 */
};

struct poisson_fit {
	double *coefs; /* cols */
	double *means; /* rows */
	double *var;   /* cols x cols: inverse of the information */
	double deviance;
	double log_likelihood; /* with the terms of the counts' factorials */
	int steps;
};

/*
 * Fits p from start (cols coefficients; NULL: from the counts). The fit lies on a.
 * Returns false when there is none: columns that depend on each other, or a
 * likelihood that goes on rising without end.
 */
MUST_CHECK bool poisson_fit(
    struct arena *a, const struct poisson *p, const double *start, struct poisson_fit *out);

/*
 * Factorises the symmetric n x n matrix m in place into its lower Cholesky factor.
 * Returns false when it is not positive definite.
 */
MUST_CHECK bool poisson_factor(double *m, size_t n);

/* Solves m x = b for the factor of m; x replaces b. */
void poisson_solve(const double *factor, size_t n, double *b);

#endif
