/*
 * key: what rows have to share to be compared, by value: whole values, words, their skeletons and
 * beginnings, parts of dates, heads of codes.
 */
#ifndef GUVOH_ENGINE_LINK_KEY_H
#define GUVOH_ENGINE_LINK_KEY_H

#include "engine/link/field.h"

#define KEYS 40 /* most keys of a value */

struct keys {
	uint64_t at[KEYS]; /* some may be there twice */
	size_t n;
};

/* Words share their keys over all fields, so that parts that changed places meet; a is for what is
 * needed on the way. */
struct keys key_of_value(
    struct arena *a, const struct fields *f, const struct field *field, uint32_t value);

#endif
