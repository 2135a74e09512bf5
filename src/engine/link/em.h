/*
 * em: m and how many pairs are one person from what candidates say, without any label, by EM over
 * patterns of agreement (Dempster and others 1977, Winkler 2000).
 */
#ifndef GUVOH_ENGINE_LINK_EM_H
#define GUVOH_ENGINE_LINK_EM_H

#include "engine/link/weigh.h"

/*
 * Sets m and the prior of w, whose u is that of random pairs, from the patterns of candidates, of
 * which share are in the set, and of rows that say the same. Three ways, each where the one before
 * is of no use: with the u of candidates learned, too; with u of random pairs, among all pairs of
 * rows; with m as one expects it, which w then says has collapsed.
 */
void em_learn(struct weights *w, struct levels *l, const struct fields *f,
    const struct pattern_set *patterns, double share);

#endif
