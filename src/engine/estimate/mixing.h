/*
 * mixing: have several chains of draws told the same story, and how much of it.
 * Rank-normalised split R-hat with its folded form, and effective sample sizes
 * (Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021).
 */
#ifndef GUVOH_ENGINE_ESTIMATE_MIXING_H
#define GUVOH_ENGINE_ESTIMATE_MIXING_H

#include "base/arena.h"

/*
 * draws: chains x length, chain by chain; 2 chains or more of 4 draws or more. At
 * least 1; INFINITY when the chains do not move at all and differ.
 */
double mixing_rhat(struct arena *a, const double *draws, size_t chains, size_t length);

/* How many independent draws they are worth for the mean, 1 to chains x length. */
double mixing_ess(struct arena *a, const double *draws, size_t chains, size_t length);

#endif
