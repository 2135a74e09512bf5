/*
 * place: where a row stands among all rows, so that those that sound alike stand close together.
 * Neighbours are looked at when too many rows share a key (Hernández and Stolfo 1995), and what
 * is compared with each other lies close in memory.
 */
#ifndef GUVOH_ENGINE_LINK_PLACE_H
#define GUVOH_ENGINE_LINK_PLACE_H

#include "engine/link/field.h"

struct places; /* of all values that places are made of */

/* Of fields whose values are by row, not yet by unit; on a. */
struct places *place_all(struct arena *a, const struct fields *f);

/* The place of a row; many rows may have it. */
uint64_t place_of(const struct places *p, size_t row);

#endif
