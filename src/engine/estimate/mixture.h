/*
 * mixture: classes of people, each with its own rates of lists, as a state that wanders.
 * The model of latent.h. Which class somebody is in, and how many are unseen, are summed out
 * (the likelihood of the seen alone; Sanathanan 1972): so a class may change all its rates,
 * its share with them, or come and go, in one move (Metropolis and Hastings).
 */
#ifndef GUVOH_ENGINE_ESTIMATE_MIXTURE_H
#define GUVOH_ENGINE_ESTIMATE_MIXTURE_H

#include "engine/estimate/bells.h"
#include "engine/estimate/chance.h"
#include "engine/estimate/overlap.h"

#define MIXTURE_CLASSES 20                                        /* most classes */
#define MIXTURE_LARGEST 3                                         /* classes that leap together */
#define MIXTURE_POINT (MIXTURE_LARGEST * (OVERLAP_LISTS + 1) - 1) /* most numbers of a point */

/* The table and the priors, the same for every state. */
struct mixture_model {
	const struct overlap *t;
	size_t classes;
	double a, b;          /* of alpha's prior */
	double cap;           /* most unseen, in people seen; 0: none */
	size_t cells;         /* patterns, and empty ones that fill a register */
	const double *people; /* by pattern */
};

/*
 * Under what a state wanders: the model is {1, 0}, what draws are from is {0, 1}. Where rates
 * lean towards 0, as those of lists do, one class more costs less, and classes come and go.
 */
struct mixture_heat {
	double likelihood; /* the power it is raised to */
	double lean;       /* how far the prior of rates leans */
};

struct mixture; /* a state */

struct mixture_model mixture_model_of(struct arena *a, const struct overlap *t, size_t classes,
    double prior_a, double prior_b, double cap);

struct mixture *mixture_new(struct arena *a, const struct mixture_model *m);

/* Draws a state from the prior that leans. */
void mixture_draw(struct mixture *x, struct chance *c);

/* Twelve moves a list. */
void mixture_sweep(struct mixture *x, struct mixture_heat heat, struct chance *c);

/* How many numbers say what the largest classes are; 0: there are too few classes. */
size_t mixture_dims(const struct mixture_model *m);

/* Fills in what the largest classes are; false when one of them has nobody. */
bool mixture_point(const struct mixture *x, double *out);

/*
 * Proposes so many times to put a draw of the bells, fitted to points of other states, in the place
 * of the largest classes: so a state gets from one hill to another that no small step leads to.
 */
void mixture_leap(struct mixture *x, struct mixture_heat heat, const struct bells *b, size_t times,
    struct chance *c);

/* log of the likelihood, and of the chance that no more are unseen than the cap allows. */
double mixture_fit(const struct mixture *x);

/* log of how much likelier the state is to the prior that leans. */
double mixture_lean(const struct mixture *x);

/* The chance to be on some list, above 0. */
double mixture_seen(const struct mixture *x);

#endif
