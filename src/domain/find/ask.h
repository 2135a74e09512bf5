/*
 * ask: a question on its way to its answer, as the files that give it share it.
 */
#ifndef GUVOH_DOMAIN_FIND_ASK_H
#define GUVOH_DOMAIN_FIND_ASK_H

#include "domain/find/internal.h"
#include "domain/find/query.h"
#include "kit/lang/search.h"

/* Texts that have this term, or one that begins so. */
struct find_leaf {
	struct str term;
	bool begins;
	bool stem; /* of the word: it stands otherwise in the text */
};

/* One thing that must hold, or must not: any of the leaves. */
struct find_test {
	bool without;
	const struct find_leaf *leaves;
	size_t n_leaves;
	const struct find_terms *among; /* the same terms, where they are many; else NULL */
	bool phrase;                    /* the words stand one behind the other; no leaves */
	struct search_words words;      /* of a phrase; of a word, that one */
	int64_t texts;                  /* that it holds for */
};

/* What may be seen and what was found of a run of texts: sets of block->size. */
struct find_seen {
	struct find_block *block;
	size_t words;
	uint64_t *found;
	size_t total;    /* found, once all is tested */
	uint64_t *exact; /* of these, with every word as it was typed */
};

struct find_asking {
	struct db *db;
	struct arena *a;
	const struct vocab *vocab;
	const struct find_asked *asked;
	struct find_test *tests;
	size_t n_tests;
	struct find_seen *seen;
	size_t count;
	bool cut; /* a phrase was compared with so many texts and no more */
};

/* --- resolve.c: from a query to what is tested. Errors: find_ask. ---------------------------- */
MUST_CHECK int find_resolve(struct find_asking *q, const struct find_query *query, struct err *e);

/* --- ask.c ---------------------------------------------------------------------------------- */

/* What the viewer may see of a run, into set. */
MUST_CHECK int find_universe(
    struct find_asking *q, const struct find_block *block, uint64_t *set, struct err *e);

/* --- hits.c: texts one by one, the newest first ----------------------------------------------- */

struct find_head {
	int32_t number; /* in its run, -1: none is left */
	int64_t n;
	struct str at, id;
};

struct find_hits {
	struct find_asking *q;
	struct find_head *heads; /* the newest that is left of each run */
	bool exact;              /* of the exact sets */
};

MUST_CHECK int find_hits_begin(
    struct find_hits *h, struct find_asking *q, bool exact, struct err *e);

/* 1 and the next text, with its run, or 0 when none is left, or -1. */
MUST_CHECK int find_hits_next(
    struct find_hits *h, struct find_head *out, struct find_seen **of, struct err *e);

/* --- rank.c --------------------------------------------------------------------------------- */

/* Takes out what does not have its phrases. */
MUST_CHECK int find_phrases(struct find_asking *q, struct err *e);

/* Puts texts in order: what fits the words best first. */
MUST_CHECK int find_rank(
    struct find_asking *q, struct find_head *texts, size_t count, struct err *e);

/* --- facet.c -------------------------------------------------------------------------------- */

MUST_CHECK int find_facets(struct find_asking *q, struct find_answer *out, struct err *e);

#endif
