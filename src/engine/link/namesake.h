/*
 * namesake: how many people bear one given and family name together, beside how many the two say.
 * Names go with a language, so that some whole names are far commoner than the product of their
 * parts, and others rarer; what together.h takes away is right for all names on the mean and for
 * none of them. Counted people and expected ones are set against each other as a Poisson number
 * whose mean is drawn from a gamma distribution (Clayton and Kaldor 1987).
 */
#ifndef GUVOH_ENGINE_LINK_NAMESAKE_H
#define GUVOH_ENGINE_LINK_NAMESAKE_H

#include "engine/link/level.h"

struct weights;

struct namesakes;

/* Nobody is counted yet; on a. NULL where no field holds given names, or none family names. */
struct namesakes *namesake_new(struct arena *a, const struct fields *f);

/*
 * Counts the people, as clusters of units have them, by whole name, anew. One who says several
 * names is shared out among them. n may be NULL.
 */
void namesake_count(
    struct namesakes *n, const struct fields *f, const uint32_t *cluster, size_t n_clusters);

/* Does the pattern say that both names are the same? n may be NULL. */
bool namesake_both(const struct namesakes *n, uint64_t pattern);

/*
 * ln of how many times oftener the whole name of unit x is borne than its parts, as w weighs them,
 * have it; 0 where the pattern does not say that both are the same. w->namesakes may be NULL.
 */
double namesake_gain(const struct weights *w, const struct fields *f, uint64_t pattern, uint32_t x);

#endif
