/*
 * find: which sources, claims, records and statements hold some words.
 * The rooms that write them hand each text in once, from their projectors; a
 * text whose key was destroyed is never handed in, so its words are in no index.
 */
#ifndef GUVOH_DOMAIN_FIND_FIND_H
#define GUVOH_DOMAIN_FIND_FIND_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "domain/account/account.h"

struct db;

/* What can be found under an id. */
struct find_doc {
	struct str id;           /* of a source, claim, record or statement */
	struct str at;           /* when it was added */
	struct str lang;         /* BCP 47, empty: not said */
	const struct str *texts; /* what may be looked for; empty ones are fine */
	size_t n_texts;
	struct str source; /* that they were read in; empty: none */
	bool is_public;    /* everybody may see all of the texts, if that source is open */
};

/* Adds what can be found; nothing when no text has a word. Called by projectors only. */
MUST_CHECK int find_put(struct db *db, const struct find_doc *doc, struct err *e);

/* May everybody see the words of a source? No, until said. Called by projectors only. */
MUST_CHECK int find_open(struct db *db, struct str source, bool open, struct err *e);

/* Takes what was handed in since into the text index (archive_index.finish). */
MUST_CHECK int find_finish(struct db *db, struct err *e);

struct find_asked {
	struct viewer viewer;
	struct str words;
	size_t most; /* ids in the answer */
};

struct find_hits {
	const struct str *ids; /* claims, records, sources, statements; each by age */
	size_t count;
	bool more; /* than were asked for */
};

/*
 * Looks for texts that hold all the words, in any order; "задерж*" stands for every word
 * that begins so. Case, ё and е, and in Russian the ending make no difference.
 *
 * Returns 0 and fills *out, on a; or -1 with ERR_INPUT
 * find.words when there is no word in it.
 */
MUST_CHECK int find_words(struct db *db, struct arena *a, const struct find_asked *asked,
    struct find_hits *out, struct err *e);

#endif
