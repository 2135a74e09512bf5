/*
 * vocab: the words an archive counts and describes in: measures and their graph, places, who,
 * closed lists, kinds of records and what can be said of each, provisions of law.
 * All of it is data (vocab/, CSV files in en, ru and kk) that anyone can edit;
 * the program knows the columns, never a term. An archive keeps the files it was
 * made with as entries, so that old figures keep the words they were made with.
 */
#ifndef GUVOH_DOMAIN_VOCAB_VOCAB_H
#define GUVOH_DOMAIN_VOCAB_VOCAB_H

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/names.h"
#include "base/str.h"
#include "domain/archive/archive.h"

#define VOCAB_NONE SIZE_MAX /* no parent, no assumption, not found */

struct vocab_label {
	struct str en, ru, kk;
	bool reviewed; /* by a speaker of each language */
};

struct vocab_measure {
	struct str id;
	struct vocab_label label;
	struct str additive; /* the unit that adds over days: detentions, decisions; empty: none */
	bool bounds;         /* false: says nothing about other measures (took part) */
};

/* Figures of low never exceed those of high for the same people, place and days. */
struct vocab_edge {
	size_t high, low;  /* measures */
	size_t assumption; /* only under this one; VOCAB_NONE: always */
};

struct vocab_sum {
	bool balance; /* false: whole = its parts; true: what is left of whole after its parts */
	size_t whole, part; /* measures */
};

struct vocab_assumption {
	struct str id, reason;
	struct vocab_label label;
};

struct vocab_place {
	struct str id;
	size_t
	    parent; /* the place it lies in, or VOCAB_NONE; places under one parent are disjoint */
	struct vocab_label label;
	struct str kind; /* a term of "place-kind"; empty in an older archive */
	struct str iso;  /* its code of ISO 3166, or empty */
	struct str source, licence;
};

/* The name a place had from one day to another, both inclusive. */
struct vocab_place_name {
	size_t place;
	int32_t first, last; /* days; DATE_OPEN_START, DATE_OPEN_END */
	struct vocab_label label;
};

/* A name of a place in one language and alphabet, beside its labels. */
struct vocab_spelling {
	size_t place;
	struct str lang, name; /* "ky", "uz", "uz-Cyrl" ... */
	int32_t first, last;   /* days; DATE_OPEN_START, DATE_OPEN_END */
	struct str source, licence;
};

/* Where a place lies: ten-thousandths of a degree, north and east. */
struct vocab_place_point {
	size_t place;
	int32_t lat, lon;
	struct str precision; /* exact, vicinity, locality, region */
	int32_t metres;       /* how far from the point the place reaches, roughly; 0: not said */
	struct str source, licence;
};

struct vocab_who {
	struct str id;
	size_t parent; /* the larger group, or VOCAB_NONE; groups may overlap */
	struct vocab_label label;
};

struct vocab_origin {
	struct str id;
	struct vocab_label label;
};

struct vocab_term {
	struct str list, id;
	struct vocab_label label;
};

/* What a record can be: event, act, person ... */
struct vocab_kind {
	struct str id;
	struct vocab_label label;
};

/* X(name, id): what the value of a property can be; what each may hold: domain/record/value.c */
#define VOCAB_TYPES(X)                                                                             \
	X(TEXT, "text")                                                                            \
	X(MARKDOWN, "markdown")                                                                    \
	X(NAME, "name")                                                                            \
	X(DATE, "date")                                                                            \
	X(TIME, "time")                                                                            \
	X(PLACE, "place")                                                                          \
	X(TERM, "term")                                                                            \
	X(REF, "ref")                                                                              \
	X(PROVISION, "provision")                                                                  \
	X(QUANTITY, "quantity")                                                                    \
	X(IDENTIFIER, "identifier")                                                                \
	X(URL, "url")                                                                              \
	X(EMAIL, "email")                                                                          \
	X(PHONE, "phone")                                                                          \
	X(BOOLEAN, "boolean")                                                                      \
	X(INTEGER, "integer")                                                                      \
	X(BLOB, "blob")                                                                            \
	X(POINT, "point")                                                                          \
	X(LANGUAGE, "language")                                                                    \
	X(IIN, "iin")                                                                              \
	X(MEDIA, "media")

enum vocab_type {
#define X(name, id) VOCAB_##name,
	VOCAB_TYPES(X)
#undef X
	    VOCAB_TYPE_COUNT
};

/* What can be said of a kind of record; or, of "KIND.PROPERTY", a qualifier of that property. */
struct vocab_property {
	struct str id;
	struct str of;
	enum vocab_type type;
	struct str list; /* of a term: its list; of a ref: kinds parted by blanks, empty for any */
	bool many;       /* several values do not contradict each other */
	struct vocab_label label;
};

/* A rule of law in one edition. */
struct vocab_provision {
	struct str id;
	struct str instrument, article, edition;
	int32_t first, last;   /* days it was in force; DATE_OPEN_START, DATE_OPEN_END */
	struct str interprets; /* ids of provisions parted by blanks; of a general comment */
	struct str url;
	struct vocab_label label;
};

struct vocab {
	const struct vocab_measure *measures;
	const struct vocab_edge *edges;
	const struct vocab_sum *sums;
	const struct vocab_assumption *assumptions;
	const struct vocab_place *places;
	const struct vocab_place_name *place_names;
	const struct vocab_spelling *spellings;       /* none in an older archive */
	const struct vocab_place_point *place_points; /* none in an older archive */
	const struct vocab_who *whos;
	const struct vocab_origin *origins;
	const struct vocab_term *terms;
	const struct vocab_kind *kinds; /* none in an archive whose vocabulary is older than they */
	const struct vocab_property *properties;
	const struct vocab_provision *provisions;
	size_t n_measures, n_edges, n_sums, n_assumptions, n_places, n_place_names, n_whos,
	    n_origins, n_terms, n_spellings, n_place_points, n_kinds, n_properties, n_provisions;
	struct names place_ids;            /* index of a place by its id */
	struct vocab_gazetteer *gazetteer; /* of gazetteer.h */
};

struct vocab_file {
	struct str name; /* "measures.csv" */
	struct str text;
	int64_t revision; /* how often an archive took one over; 0 outside archives */
};

/*
 * Reads and checks a vocabulary: every file of vocab/ must be there, but for those
 * that came with a later program (kinds, properties, provisions): without them an
 * older archive is read with none, until it takes them over.
 *
 * Returns 0 and fills *out, on a; or -1, *out untouched, with ERR_INPUT
 * vocab.no_file (name), vocab.column (file, column), vocab.twice (file, id),
 * vocab.unknown (file, line, id), vocab.cycle (file, id), vocab.label (file,
 * line), vocab.value (file, line, value), or what csv_read and date_day say.
 */
MUST_CHECK int vocab_read(struct arena *a, const struct vocab_file *files, size_t count,
    struct vocab *out, struct err *e);

/* The files the program was built with; *count is set. */
const struct vocab_file *vocab_shipped(struct arena *a, size_t *count);

/* Reads the files of a folder that bear a name of vocab/. Errors: those of file_read_all. */
MUST_CHECK int vocab_folder(struct arena *a, struct str folder, const struct vocab_file **out,
    size_t *count, struct err *e);

/* The files an archive counts with now, and the vocabulary they make. Errors as vocab_read. */
MUST_CHECK int vocab_stored(
    struct db *db, struct arena *a, const struct vocab_file **out, size_t *count, struct err *e);
MUST_CHECK int vocab_load(struct db *db, struct arena *a, struct vocab *out, struct err *e);

/*
 * Checks the files and appends those that differ from what the archive has, in
 * one entry; *changed says how many. Errors as vocab_read and archive_append.
 */
MUST_CHECK int vocab_store(struct archive *archive, const struct archive_stamp *stamp,
    const struct vocab_file *files, size_t count, size_t *changed, struct err *e);

/* Index of an id, or VOCAB_NONE. */
size_t vocab_measure(const struct vocab *v, struct str id);
size_t vocab_place(const struct vocab *v, struct str id);
size_t vocab_who(const struct vocab *v, struct str id);
size_t vocab_origin(const struct vocab *v, struct str id);
size_t vocab_assumption(const struct vocab *v, struct str id);
size_t vocab_kind(const struct vocab *v, struct str id);
size_t vocab_provision(const struct vocab *v, struct str id);

/* The property id of a kind, or the qualifier id of "KIND.PROPERTY", or NULL. */
const struct vocab_property *vocab_property(const struct vocab *v, struct str of, struct str id);

/* The type of that name; false: there is none. */
bool vocab_type_of(struct str name, enum vocab_type *out);

struct str vocab_type_name(enum vocab_type type);

/* The term id of a closed list ("unit", "coverage", "source-kind" ...), or NULL. */
const struct vocab_term *vocab_term(const struct vocab *v, struct str list, struct str id);

/* True when place lies in (or is) outer. */
bool vocab_place_in(const struct vocab *v, size_t place, size_t outer);

/* Where a place lies, or NULL when the vocabulary does not say. */
const struct vocab_place_point *vocab_place_point(const struct vocab *v, size_t place);

/* What the place was called on a day (DATE_OPEN_END: today), else its label. */
const struct vocab_label *vocab_place_label(const struct vocab *v, size_t place, int32_t day);

/*
 * The same in any language of the spellings ("ky", "uz-Cyrl" ...); in one that it has no name in,
 * the English one.
 */
struct str vocab_place_called(const struct vocab *v, size_t place, int32_t day, struct str lang);

/*
 * What was typed as free text, in lang, when it is a term of the list: its id or its label in any
 * language, letter for letter ("minister" of "speaker" is "министр"). Else the text itself.
 */
struct str vocab_said(const struct vocab *v, struct str list, struct str text, struct str lang);

/* The label in lang ("ru", "kk"; anything else is en). */
struct str vocab_text(const struct vocab_label *label, struct str lang);

/* Projectors: rows of domain/ops.def. */
MUST_CHECK int vocab_project_file(struct db *db, const struct archive_op *op, struct err *e);

#endif
