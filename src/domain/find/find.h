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
#include "domain/archive/archive.h"
#include "domain/vocab/vocab.h"

enum find_filter {
#define FILTER(name, upper, letter, kind, counted, label) FIND_##upper,
#include "domain/find/filters.def"
#undef FILTER
	FIND_FILTERS
};

/* "place" */
struct str find_filter_name(enum find_filter filter);

/* Key of what it narrows by, for people. */
struct str find_filter_label(enum find_filter filter);

/* --- Handing in ----------------------------------------------------------------------------- */

/* What a filter knows of a text; a date is EDTF, one that cannot be read is passed over. */
struct find_mark {
	enum find_filter filter; /* KIND, PLACE, DATE, LANG, PROPERTY, EVENT or HAS */
	struct str value;        /* empty: none */
};

/* What can be found under an id. */
struct find_doc {
	struct str id;           /* of a source, claim, record or statement */
	struct str at;           /* when it was added */
	struct str lang;         /* BCP 47, empty: not said */
	const struct str *texts; /* what may be looked for; empty ones are fine */
	size_t n_texts;
	const struct find_mark *marks;
	size_t n_marks;
	struct str source; /* that they were read in; empty: none */
	struct str record; /* that they speak of; empty: none */
	/* Who may see all of the texts, if that source lets them; empty: whom the source lets. */
	struct str confidentiality;
};

/* A source, or a record: what filters know of all the texts that belong to it. */
struct find_root {
	struct str id;
	struct str kind, alias;
	struct str confidentiality; /* of a source */
};

/* Adds what can be found. Called by projectors only. */
MUST_CHECK int find_put(struct db *db, const struct find_doc *doc, struct err *e);

/*
 * Says what a source or record is; whatever was said before no longer holds. Nobody but the team
 * sees the words of a source that nothing was said of. Called by projectors only.
 */
MUST_CHECK int find_root(struct db *db, const struct find_root *root, struct err *e);

/* Takes what was handed in since into the index (archive_index.finish). */
MUST_CHECK int find_finish(struct db *db, struct err *e);

/* --- Asking --------------------------------------------------------------------------------- */

enum find_order {
	FIND_BEST,   /* what fits the words best; without words the newest first */
	FIND_NEWEST, /* by the time it was added */
};

struct find_asked {
	struct viewer viewer;
	struct str query;
	enum find_order order;
	size_t from; /* ids passed over */
	size_t most; /* ids in the answer */
	bool count;  /* by every filter that is counted */
};

struct find_count {
	struct str value; /* "almaty"; a year, a month or a day */
	int64_t count;
};

/* How many of the texts found have each value of a filter: the most first, dates by day. */
struct find_facet {
	enum find_filter filter;
	const struct find_count *at;
	size_t count;
};

struct find_answer {
	const struct str *ids; /* claims, records, sources, statements */
	size_t count;
	int64_t total; /* that were found */
	bool at_least; /* there may be more: a phrase of common words was compared no further */
	const struct find_facet *facets;
	size_t n_facets;
};

/*
 * Finds what every part of a query holds for (README.md): words in any order, "задерж*", "an exact
 * phrase", -word, filter:value. Case, ё and е, and in Russian the ending make no
 * difference. What the viewer may not see is neither found nor counted nor suggested.
 *
 * Returns 0 and fills *out, on a; or -1 with ERR_INPUT find.words (nothing to look for),
 * find.filter or find.filter_near (name, the nearest), find.value or find.value_near (value,
 * filter, the nearest), find.empty (filter), edtf_read's errors, date.far, ERR_LIMIT find.long.
 */
MUST_CHECK int find_ask(struct db *db, struct arena *a, const struct vocab *vocab,
    const struct find_asked *asked, struct find_answer *out, struct err *e);

/* --- Searches that are kept ----------------------------------------------------------------- */

struct find_saved {
	struct str name, query;
	struct str at, by; /* when, and who */
};

struct find_saved_list {
	const struct find_saved *at;
	size_t count;
};

/*
 * Keeps a query under a name, in place of what had that name; the team only. Errors:
 * ERR_INPUT find.name (letters, digits, '-'), those of find_ask for the query.
 */
MUST_CHECK int find_save(struct archive *archive, const struct archive_stamp *stamp,
    const struct vocab *vocab, struct str name, struct str query, struct err *e);

/* Forgets it. ERR_NOTFOUND find.none or find.none_near (name, the nearest). */
MUST_CHECK int find_forget(
    struct archive *archive, const struct archive_stamp *stamp, struct str name, struct err *e);

/* The query of that name, on a. Errors: find_forget. */
MUST_CHECK int find_saved_query(
    struct db *db, struct arena *a, struct str name, struct str *out, struct err *e);

MUST_CHECK int find_saved_all(
    struct db *db, struct arena *a, struct find_saved_list *out, struct err *e);

/* Projector: a row of domain/ops.def. */
MUST_CHECK int find_project_save(struct db *db, const struct archive_op *op, struct err *e);

#endif
