/*
 * internal: what the files of domain/find share and no other room sees.
 */
#ifndef GUVOH_DOMAIN_FIND_INTERNAL_H
#define GUVOH_DOMAIN_FIND_INTERNAL_H

#include "domain/find/find.h"
#include "domain/find/set.h"
#include "domain/find/terms.h"

/* Letters of terms that are of no filter; those of filters stand in filters.def. */
#define FIND_WORD 'w'
#define FIND_STEM 's'
#define FIND_YEAR 'Y'    /* a year, or a unit of more years, in which a date lies */
#define FIND_MONTH 'M'   /* a month in which a date lies */
#define FIND_FREE 'f'    /* everybody may see it, if its source lets them */
#define FIND_SHOWN 'v'   /* everybody may see it */
#define FIND_FOLLOWS 'i' /* its confidentiality is that of its source */

#define FIND_ANY '*'       /* behind a beginning: the numbers of all terms that begin so */
#define FIND_WORD_BYTES 96 /* what is kept of a longer word, and compared */

char find_filter_letter(enum find_filter filter);

/* A word as far as it is kept. */
struct str find_shortened(struct str word);

/* "claim" of "c..."; empty: no such thing. */
struct str find_type_of(char letter);

/* --- block.c -------------------------------------------------------------------------------- */

/* A run of texts that is asked as one. */
struct find_block {
	int64_t first;                  /* n of its first row */
	size_t size;                    /* of its sets */
	size_t count;                   /* texts, the others are none */
	const struct find_terms *terms; /* of the newest, which are in no table yet; else NULL */
	struct str places;              /* find_block.places, once they are needed */
	bool placed;
};

struct find_blocks {
	struct find_block *at;
	size_t count;
};

/* All texts there are, in runs; on a. */
MUST_CHECK int find_blocks(struct db *db, struct arena *a, struct find_blocks *out, struct err *e);

/* Which row of find_doc has number; asks for the places of the run first. */
MUST_CHECK int find_block_row(struct db *db, struct arena *a, struct find_block *block,
    size_t number, int64_t *n, struct err *e);

/* Takes the numbers that have term, or a term that begins with it, into set. */
MUST_CHECK int find_block_or(struct db *db, const struct find_block *block, struct str term,
    bool begins, uint64_t *set, struct err *e);

/*
 * Calls fn with each term that begins so, in no order: what stands behind its letter, for the call,
 * and the numbers that have it, packed. Of words also with terms that end in FIND_ANY.
 */
typedef int (*find_term_fn)(void *arg, struct str value, struct str packed, struct err *e);
MUST_CHECK int find_block_each(struct db *db, const struct find_block *block, struct str begin,
    find_term_fn fn, void *arg, struct err *e);

#endif
