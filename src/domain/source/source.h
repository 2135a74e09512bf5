/*
 * source: where something is known from, and the file it came as.
 * A source has a key of its own from its first entry: its title, address and file
 * are encrypted under it, so that all of it can be destroyed without breaking the
 * log. Confidentiality is "archive" unless somebody says "public", then or later.
 */
#ifndef GUVOH_DOMAIN_SOURCE_SOURCE_H
#define GUVOH_DOMAIN_SOURCE_SOURCE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "domain/archive/archive.h"
#include "domain/vocab/vocab.h"

#define SOURCE_TEXT_MAX (4 << 20) /* bytes of a text that words are looked up in */

/* A source to add. Empty fields are unknown. */
struct source_draft {
	struct str alias; /* an id that people gave it, unique in the archive; or, of the form of an
			     id, the one it had in another archive: it keeps it */
	struct str kind;  /* a term of source-kind */
	struct str title;
	struct str lang; /* BCP 47 */
	struct str url;  /* http or https */
	struct str date; /* EDTF */
	struct str path; /* the file as received; empty: none */
	bool is_public;
};

struct source {
	struct str id, alias, kind, confidentiality, title, lang, url, date;
	struct str blob; /* canonical JSON of archive_blob_json, empty when there is no file */
	struct str added_at, added_by;
	bool destroyed; /* its key is gone: id, added_at and added_by are all that is left */
};

struct source_list {
	const struct source *at;
	size_t count;
};

/*
 * Encrypts the file and appends the entry. id gets the new source's id.
 *
 * Returns 0; or -1 with ERR_INPUT source.kind (the word), source.title, source.url,
 * source.alias (not a-z 0-9 . - _, or of the form of an id), ERR_CONFLICT
 * source.alias_taken, a date error, or what the archive says.
 */
MUST_CHECK int source_add(struct archive *archive, const struct vocab *vocab,
    const struct archive_stamp *stamp, const struct source_draft *draft,
    char id[ARCHIVE_ID_BYTES + 1], struct err *e);

/*
 * Says anew who may see a source ("public" or "archive"), and with it the words that stand in
 * it. *fresh is false when it was so already and nothing was appended.
 *
 * Returns 0; or -1 with ERR_INPUT source.confidentiality (the word), ERR_CONFLICT source.destroyed
 * (its name), what source_find says of the name, or what the archive says.
 */
MUST_CHECK int source_set(struct archive *archive, const struct archive_stamp *stamp,
    struct str name, struct str confidentiality, bool *fresh, struct err *e);

/*
 * Destroys the key of a source, and removes its file: what rests on it is gone from every question,
 * for good. why stands in the clear part of the log, so it names nobody.
 * ERR_CONFLICT source.destroyed (its id), ERR_INPUT source.why, or what the archive says.
 */
MUST_CHECK int source_destroy(struct archive *archive, const struct archive_stamp *stamp,
    const struct source *source, struct str why, struct err *e);

/* Would it say no? The same errors, before somebody is asked. */
MUST_CHECK int source_destroy_check(const struct source *source, struct str why, struct err *e);

/*
 * Finds a source by alias, id or a prefix of its id that only it has; an alias wins.
 * ERR_NOTFOUND source.none, ERR_INPUT source.several.
 */
MUST_CHECK int source_find(
    struct db *db, struct arena *a, struct str name, struct source *out, struct err *e);

MUST_CHECK int source_all(struct db *db, struct arena *a, struct source_list *out, struct err *e);

/*
 * The text of the source's file, on a, when it is UTF-8 text of at most
 * SOURCE_TEXT_MAX bytes; *is_text is false when there is none.
 */
MUST_CHECK int source_text(struct archive *archive, struct arena *a, const struct source *source,
    bool *is_text, struct str *text, struct err *e);

/*
 * The month that all days of an EDTF text lie in, on a: all that is said of when a source that one
 * may not see is from. Empty when they lie in several, or the text is none.
 */
struct str source_month(struct arena *a, struct str text);

/* Where words stand in a text (W3C Web Annotation, TextQuote and TextPosition selectors). */
struct source_passage {
	int64_t start, end;        /* in code points, end exclusive */
	struct str prefix, suffix; /* up to 32 code points on each side, borrowed from text */
	size_t places;             /* how often the words stand in the text; start is the first */
};

/* Looks for words as whole words, any run of blanks alike. False when they are not there. */
bool source_passage_find(struct str text, struct str words, struct source_passage *out);

/* Projectors: rows of domain/ops.def. */
MUST_CHECK int source_project_add(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int source_project_set(struct db *db, const struct archive_op *op, struct err *e);

#endif
