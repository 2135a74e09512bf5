/*
 * atoms: places and days cut so finely that every scope is a union of pieces.
 * An atom of place is a place that some scope names, without the named places
 * inside it; an atom of days lies between two days on which some scope begins or
 * ends. A region is a set of place atoms times a set of day atoms.
 */
#ifndef GUVOH_ENGINE_CLAIM_ATOMS_H
#define GUVOH_ENGINE_CLAIM_ATOMS_H

#include "base/arena.h"
#include "engine/claim/bits.h"
#include "engine/claim/world.h"

struct region {
	const uint64_t *places, *days;
};

struct atoms {
	const struct world *world;
	size_t place_count, day_count;
	size_t place_words, day_words;
	const int32_t *places;         /* the place of each atom, in order of place id */
	const uint64_t *const *inside; /* per place of the world: its atoms; NULL: not named */
	const int64_t *starts;         /* first day of each atom, day_count + 1 of them */
};

/* Atoms fine enough for n scopes. */
struct atoms *atoms_new(
    struct arena *a, const struct world *w, const struct scope *const *scopes, size_t n);

/* The region of one of those scopes. */
struct region atoms_region(struct arena *a, const struct atoms *atoms, const struct scope *s);

bool atoms_within(const struct atoms *atoms, struct region inner, struct region outer);
bool atoms_meet(const struct atoms *atoms, struct region a, struct region b);
bool atoms_equal(const struct atoms *atoms, struct region a, struct region b);

/* How many pairs of atoms: a measure of how wide a region is among others. */
size_t atoms_size(const struct atoms *atoms, struct region r);

/* Does every place and day of inner lie in outer? Needs no atoms; time of day apart. */
bool atoms_scope_within(
    const struct world *w, const struct scope *inner, const struct scope *outer);

/* One single day? */
bool atoms_one_day(const struct scope *s);

#endif
