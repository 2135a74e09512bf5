/*
 * mixture_inside: what a state of classes is made of, and the steps of a proposal.
 * For mixture.c and mixture_leap.c only.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_MIXTURE_INSIDE_H
#define GUVOH_ENGINE_ESTIMATE_MIXTURE_INSIDE_H

#include "engine/estimate/mixture.h"

#define MIXTURE_ODDS_MOST 300 /* of the log odds of a rate: the prior beyond is exp(-300) */

struct class
{
	double odds[OVERLAP_LISTS]; /* logarithms */
	double rate[OVERLAP_LISTS], miss[OVERLAP_LISTS];
	double lean[OVERLAP_LISTS]; /* log of how much likelier the leaning prior holds a rate */
	double some;                /* chance of the class to be on some list */
	double *chance;             /* of each pattern */
};

/* How the stick is broken, and what follows from it for everybody. */
struct stick {
	double log_alpha;
	double broken[MIXTURE_CLASSES]; /* -log of what a break leaves of what was there */
	double share[MIXTURE_CLASSES];
	double seen, fit;
	double *cell; /* chance of each pattern */
};

struct mixture {
	const struct mixture_model *m;
	struct class *class[MIXTURE_CLASSES];
	struct stick *now;
	/* What is proposed: */
	struct stick *next;
	struct class *instead[MIXTURE_LARGEST];
	size_t changed[MIXTURE_LARGEST], changes; /* the classes that they stand for */
	struct mixture_heat heat;
	/* By which the step of the proposal is sized; NULL: by nothing: */
	double (*hold)(const struct mixture *x, const struct stick *s, const struct class *k,
	    size_t class, size_t list);
	size_t class_of_step, list;
	double size; /* of the step, before it is made less or far more */
	double gain; /* log of how much likelier it is, but for the likelihood */
};

/* Proposes the state itself. */
void mixture_begin(struct mixture *x);

void mixture_set_odds(struct class *k, size_t list, double odds);

/* From its rates: the chances of each pattern, and of any list. */
void mixture_work_out(const struct mixture_model *m, struct class *k);

/* Makes a class exp(more) times as large beside all others, in what is proposed. */
void mixture_resize(struct mixture *x, size_t class, double more);

/* Takes what is proposed over by how much likelier it is. Was it taken? */
bool mixture_judge(struct mixture *x, struct chance *c);

#endif
