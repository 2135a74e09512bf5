/*
 * parts: which columns of words hold parts of names although no other list has the same: family
 * names and fathers' names by how they end, given names because fathers are called as sons are.
 */
#ifndef GUVOH_ENGINE_LINK_PARTS_H
#define GUVOH_ENGINE_LINK_PARTS_H

#include "engine/link/holder.h"

/* Sets the kinds of columns of words of which nobody said anything, one of a kind for each list at
 * most. at: what the n columns hold that are looked at. Allocates on t's arena. */
void parts_find(struct table *t, const struct holder *at, size_t n);

#endif
