/*
 * latent: latent classes of people, within each of which the lists are independent.
 * Manrique-Vallier (2016): a stick of K classes broken with concentration alpha ~
 * Gamma(a, b), rates of lists uniform, p(N) ~ 1/N. Several chains from
 * scattered starts, each a ladder of lower and lower powers of the likelihood, down to the
 * prior, whose rungs swap their states (Geyer 1991; Syed et al. 2022).
 */
#ifndef GUVOH_ENGINE_ESTIMATE_LATENT_H
#define GUVOH_ENGINE_ESTIMATE_LATENT_H

#include "engine/estimate/hands.h"
#include "engine/estimate/overlap.h"

#define LATENT_CHAINS 8
#define LATENT_MODES 6

struct latent_ask {
	size_t classes;
	double a, b;   /* of alpha's prior */
	double cap;    /* most unseen, in people seen; 0: none */
	size_t sweeps; /* at most, of each chain: fewer when the chains agree before */
	uint64_t seed;
	const struct hands *hands; /* NULL: none are lent */
	size_t pooled; /* tables whose draws come together: fewer will do of each; 0: it stands
			  alone */
};

/* A hill of the posterior of log N, from valley to valley. */
struct latent_mode {
	double low, high; /* people, between which it lies */
	double top;       /* where it is highest */
	double mass;      /* share of the draws */
	double ess;       /* what the draws are worth for that share */
};

struct latent {
	const double *people; /* N by draw, chain by chain: LATENT_CHAINS x length */
	const double *sorted; /* the same by size */
	size_t length;
	double low, median, high, mean;
	double rhat, ess; /* of log of the unseen */
	double swaps;     /* share of swaps along the ladder that were taken */
	size_t rungs;
	struct latent_mode modes[LATENT_MODES];
	size_t mode_count;
};

/* How many of so many sweeps a chain has time for: all of a table of seven lists; of larger ones
 * fewer as they have more patterns and lists, 200 at least. */
size_t latent_sweeps(const struct overlap *t, size_t sweeps);

/* Draws; t has 2 lists or more, and everything lies on a. The same with any hands. */
struct latent latent_draw(struct arena *a, const struct overlap *t, const struct latent_ask *ask);

#endif
