/*
 * holder: what a column holds, or one part of a column of whole names, in a form that can be set
 * beside what others hold.
 */
#ifndef GUVOH_ENGINE_LINK_HOLDER_H
#define GUVOH_ENGINE_LINK_HOLDER_H

#include "engine/link/table.h"

/* Rows, at least, that end as names of fathers do, of a column of these, as a share. */
#define HOLDER_FATHERS 0.3

enum holder_way { HOLDER_WORDS, HOLDER_YEARS, HOLDER_NUMBERS };

/* Digests of values, each once. */
struct holder_keys {
	struct holder_key {
		uint64_t digest;
		size_t rows;
	} * at; /* by digest */
	size_t n, rows;
};

struct holder {
	size_t column;
	enum link_kind kind; /* of the column, or which part of its names */
	enum holder_way way;
	struct holder_keys sounds, stems;  /* of words: with and without what names end with; of all
					      else the same */
	struct holder_keys wholes, briefs; /* of the family's part of whole names: given and family
					      name; and the family's with an initial */
	double family, father; /* share of rows that end as names of a family do (0 when too many
				  rows say the same), and a father's */
	uint64_t order;        /* by content */
};

/*
 * All that wanted columns hold of which others may hold the same, on a: words and names, choices of
 * a few, dates, and numbers too long to be the same by chance that do not just count. *n is how
 * many.
 */
struct holder *holder_all(
    struct arena *a, struct table *t, const bool *wanted, link_share *share, size_t *n);

/* How much two columns of whole names have in common, by their family's parts: whole names first,
 * then family names with an initial, so that parents and children do not meet. */
double holder_meets_whole(const struct holder *x, const struct holder *y);

/*
 * How much of one the other knows, 0 to 1: rows of the one with fewer values. 0 where that may be
 * chance, where they are not of one way, or are different parts of names.
 */
double holder_meets(const struct holder *x, const struct holder *y);

/* Share of the rows of x that are what fathers of y are called. */
double holder_fathers(const struct holder *x, const struct holder *y);

#endif
