/*
 * sketch: a few numbers of what a unit says in words, of which two units have some in common the
 * likelier, the more pairs of letters they share: MinHash (Broder 1997), in bands as Indyk and
 * Motwani (1998) put them. So rows meet in which every word has slips.
 */
#ifndef GUVOH_ENGINE_LINK_SKETCH_H
#define GUVOH_ENGINE_LINK_SKETCH_H

#include "engine/link/field.h"

#define SKETCH_BANDS 6 /* numbers of a unit */

struct sketches; /* of all values of words */

/* On a. */
struct sketches *sketch_all(struct arena *a, const struct fields *f);

/* The number of a unit in a band, which all share that say nothing in words. */
uint64_t sketch_of(const struct sketches *s, size_t unit, size_t band);

#endif
