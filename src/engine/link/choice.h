/*
 * choice: in which order columns get a field, so that those that tell most are compared where there
 * are more than can be.
 */
#ifndef GUVOH_ENGINE_LINK_CHOICE_H
#define GUVOH_ENGINE_LINK_CHOICE_H

#include "engine/link/table.h"

/*
 * The columns of t, on a: names first, numbers of people, dates, then what the most lists have and
 * the fewest rows share. By what they hold, not by where they stand; as they stand where there is
 * room for all.
 */
const size_t *choice_order(struct arena *a, const struct table *t);

#endif
