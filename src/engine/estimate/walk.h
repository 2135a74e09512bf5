/*
 * walk: the unseen by random walks over the decomposable graphs of more lists than all graphs can
 * be counted for (8 to 20).
 * Each step joins or parts two lists so that the graph stays decomposable (Giudici and Green
 * 1999) and is taken by how much more the new graph weighs, all numbers of unseen summed over;
 * each graph adds its whole posterior for as long as a walk stays on it.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_WALK_H
#define GUVOH_ENGINE_ESTIMATE_WALK_H

#include "engine/estimate/dga.h"
#include "engine/estimate/hands.h"

#define WALK_CHAINS 8
#define WALK_PAIRS (OVERLAP_LISTS * (OVERLAP_LISTS - 1) / 2)

struct walk_ask {
	struct dga_prior prior;
	const struct dga_grid *grid; /* numbers of unseen that every graph is weighed on */
	size_t sweeps; /* most of them; a sweep tries as many steps as there are pairs */
	uint64_t seed;
	const struct hands *hands; /* NULL: none are lent */
};

struct walk {
	double *shares; /* posterior by point of the grid */
	double
	    joined[WALK_PAIRS]; /* share of it on graphs that join a pair, as decomposable_edge */
	double complete;        /* share of it on the complete graph */
	double medians[WALK_CHAINS]; /* of each walk by itself, unseen people */
	double error; /* standard error of the median by chance, people: from walk to walk */
	double rhat;  /* of the log of the unseen, drawn once a sweep */
	double ess;   /* independent draws that the walks are worth */
	size_t sweeps;
	double taken; /* share of steps */
};

/*
 * Walks from graphs scattered at random, until the walks agree or the sweeps are done; the first
 * quarter is left out. Lies on a; the same seed gives the same bits with any hands.
 */
struct walk walk_weigh(struct arena *a, const struct overlap *t, const struct walk_ask *ask);

#endif
