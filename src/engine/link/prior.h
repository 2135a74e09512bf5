/*
 * prior: how likely two units are one person before anything is compared, by how many pairs are one
 * person: those within clusters, and of candidates between clusters as many as their weights let
 * expect. Pairs that clusters hold alone would be too few wherever what is said decides little:
 * what is left apart in doubt makes all else more doubtful.
 */
#ifndef GUVOH_ENGINE_LINK_PRIOR_H
#define GUVOH_ENGINE_LINK_PRIOR_H

#include "engine/link/candidate.h"

/* Sets the prior of w by EM with all other weights as they are (Dempster and others 1977), of a
 * million candidates at most. */
void prior_learn(
    struct weights *w, const struct fields *f, const struct candidates *c, const struct kin *k);

#endif
