/*
 * names: numbers by name, so that a table of 100,000 rows is looked through once.
 * A name may have several numbers, the last one first. All zeros is empty.
 */
#ifndef GUVOH_BASE_NAMES_H
#define GUVOH_BASE_NAMES_H

#include "base/arena.h"
#include "base/str.h"

struct named {
	struct str name;
	size_t number;
	size_t before; /* 1 + index of the one before it of that name; 0: none */
};

struct names {
	struct named *all;
	size_t count, capacity;
	size_t *slots; /* open addressing: 0 free, else 1 + index of the last one of a name */
	size_t mask;
};

/* name must live as long; what grows lies on a. */
void names_add(struct arena *a, struct names *names, struct str name, size_t number);

/* The last one of that name, or NULL; then the one before it, or NULL. */
const struct named *names_last(const struct names *names, struct str name);
const struct named *names_before(const struct names *names, const struct named *named);

#endif
