/*
 * dga: the unseen by averaging over all decomposable graphs of the lists.
 * Madigan and York (1997): every graph of decomposable.h, hyper-Dirichlet priors on
 * its cells, a prior on the number of people N; each pair of graph and number of
 * unseen on a grid is weighed exactly.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_DGA_H
#define GUVOH_ENGINE_ESTIMATE_DGA_H

#include "engine/estimate/decomposable.h"
#include "engine/estimate/overlap.h"

#define DGA_TOP 5 /* graphs that are described */

/* Numbers of unseen that are weighed: points[i] stands for weights[i] of them. */
struct dga_grid {
	const double *points, *weights; /* rising */
	size_t count;
};

struct dga_prior {
	double delta;  /* of a cell of the full table */
	bool negative; /* N is negative binomial of Madigan and York's a and b; else p(N) ~ 1/N */
	double a, b;
	bool without_complete; /* the complete graph, which says nothing of the unseen, is left out
				*/
};

/* What a posterior over N says; people. */
struct dga_summary {
	double low, median, high; /* first N whose share exceeds 0.025, 0.5, 0.975 */
	double mean, mode;
	double relative; /* E[1/N] / E[1/N^2]: least expected squared relative error */
};

struct dga_top {
	uint32_t edges;
	double share; /* of the posterior */
	struct dga_summary people;
};

struct dga {
	struct dga_summary people;
	double *shares; /* posterior by point of the grid */
	struct dga_top top[DGA_TOP];
	size_t top_count;
	double complete; /* share of the complete graph */
	double tail;     /* share of the last half of the grid's span */
};

/* first to last in steps of 1. */
struct dga_grid dga_grid_all(struct arena *a, double first, double last);

/* count values spread evenly over first to last, rounded, each once; weights of 1 (as in papers).
 */
struct dga_grid dga_grid_even(struct arena *a, double first, double last, size_t count);

/* 0 to singly in steps of 1, then in steps of that share of the number, to last and beyond. */
struct dga_grid dga_grid_growing(struct arena *a, double last, double singly, double step);

/*
 * The grid with more points where a graph that weighs anything has a peak narrower than the
 * grid's steps: with many people a grid that reaches everywhere would step over the answer.
 */
struct dga_grid dga_grid_fitted(struct arena *a, const struct overlap *t,
    const struct decomposables *graphs, const struct dga_grid *grid, const struct dga_prior *prior);

/* log of the prior of so many people, but for what does not depend on the unseen. */
double dga_log_prior(const struct dga_prior *prior, double seen, double unseen);

/* What shares of the points of a grid say of people. */
struct dga_summary dga_sum_up(const double *shares, const struct dga_grid *grid, double seen);

/* The share beyond half of the last point: about as much lies beyond the last one. */
double dga_tail(const double *shares, const struct dga_grid *grid);

/* The posterior of t on the grid; lies on a. graphs: all of t's number of lists. */
struct dga dga_weigh(struct arena *a, const struct overlap *t, const struct decomposables *graphs,
    const struct dga_grid *grid, const struct dga_prior *prior);

#endif
