/*
 * together: how much less two agreements say where one often brings the other.
 * Names go with a language, brothers share a father and a town, a district goes with its postcode:
 * among rows of different people such fields agree together more often than apart. What that takes
 * away is learned from pairs of different clusters and given back where rows of one person do so
 * too. Each field is set against one other (Chow and Liu 1968).
 */
#ifndef GUVOH_ENGINE_LINK_TOGETHER_H
#define GUVOH_ENGINE_LINK_TOGETHER_H

#include "engine/link/kin.h"

struct weights;

struct together; /* the pairs that are looked at, the same in every round */

struct together *together_new(struct arena *a, const struct levels *l, const struct fields *f);

/* What the fields that agree take away, by the set of them: bit i is field i. 2^fields numbers on
 * a. */
double *together_learn(struct arena *a, const struct together *t, const struct levels *l,
    const struct fields *f, const struct weights *w, const struct kin *kin);

/* The fields that agree in a pattern, as bits. */
uint32_t together_agree(const struct fields *f, uint64_t pattern);

#endif
