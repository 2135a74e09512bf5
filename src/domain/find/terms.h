/*
 * terms: which numbers have a term, while a run of texts is read. Texts are read in the order of
 * their numbers, so that the numbers of a term stand in order.
 */
#ifndef GUVOH_DOMAIN_FIND_TERMS_H
#define GUVOH_DOMAIN_FIND_TERMS_H

#include "base/arena.h"
#include "base/str.h"

struct find_term {
	struct str text; /* its letter, and what it says */
	uint16_t *numbers;
	size_t count, capacity;
	struct str packed; /* once find_terms_pack was called */
	int64_t tally;     /* whoever counts with it */
};

/* A term that waits to be given its number. */
struct find_waiting {
	uint64_t hash;
	struct str value;
	uint16_t number;
	char letter;
};

#define FIND_TERMS_WAITING 16

/* All zeros but for the arena is empty. */
struct find_terms {
	struct arena *a;
	struct find_term *all; /* as they came */
	size_t count, capacity;
	uint64_t
	    *slots; /* open addressing: 0 free, else the upper half of its hash, and 1 + index */
	size_t mask;
	struct find_waiting waiting[FIND_TERMS_WAITING]; /* in the order they came */
	size_t n_waiting;
};

/*
 * The term of that letter and value has number, which is no smaller than those before; value lives
 * until find_terms_pack. Each looks at four places of a large memory, and waiting for one after the
 * other would be most of the work: so a few terms wait for each other, and their places are fetched
 * meanwhile.
 */
void find_terms_add(struct find_terms *t, char letter, struct str value, uint16_t number);

/* The term, made when there is none; until the next one is made. */
struct find_term *find_terms_of(struct find_terms *t, char letter, struct str value);

/* The same; NULL when there is none. */
struct find_term *find_terms_get(const struct find_terms *t, char letter, struct str value);

/* When all were added: packs the numbers of each, as of a set of so many words. */
void find_terms_pack(struct find_terms *t, size_t words);

/* The terms by their text; none can be got or added from then on. */
void find_terms_sort(struct find_terms *t);

#endif
