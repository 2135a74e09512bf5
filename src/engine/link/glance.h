/*
 * glance: what tells at once that two values have nothing in common, before they are compared.
 * Bounds, not guesses: whoever is apart at a glance is apart when compared.
 */
#ifndef GUVOH_ENGINE_LINK_GLANCE_H
#define GUVOH_ENGINE_LINK_GLANCE_H

#include "engine/link/field.h"

#define GLANCE_NEAR 0.84 /* Jaro-Winkler from which on words are near */
#define GLANCE_BITS 63
#define GLANCE_WORD 3     /* least sounds of a word that counts when shared */
#define GLANCE_LENGTHS 64 /* bytes from which on there is no table of bounds */

struct glance {
	uint64_t signs; /* letters and digits that stand in it */
	uint64_t words; /* one of GLANCE_BITS for each of its words of some length, by hash */
	uint32_t bytes;
	bool whole;    /* words of some length are all it has */
	uint8_t first; /* byte */
};

/* Letters that words of two lengths have in common at least when they are near. */
struct glance_bounds {
	uint8_t alike[GLANCE_LENGTHS][GLANCE_LENGTHS];
};

/* Of a value, said as text. */
struct glance glance_of(struct str text, const struct fields *f, const struct field_value *v);

void glance_bounds_init(struct glance_bounds *b);

/* Have words no word in common, is none the other's beginning, and are they not near? */
bool glance_words_apart(
    const struct glance_bounds *b, const struct glance *x, const struct glance *y);

/* The same of x and each of n others. */
void glance_words_lot(const struct glance_bounds *b, const struct glance *x,
    const struct glance *others, size_t n, bool *apart);

/* Can codes be no nearer than other? */
bool glance_codes_apart(const struct glance *x, const struct glance *y);

#endif
