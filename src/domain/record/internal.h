/*
 * internal: what the files of domain/record share and no other room sees.
 */
#ifndef GUVOH_DOMAIN_RECORD_INTERNAL_H
#define GUVOH_DOMAIN_RECORD_INTERNAL_H

#include "domain/record/record.h"
#include "domain/source/source.h"

/* The one kind the program knows: what is said of a person is sealed under that person's key. */
#define RECORD_PERSON STR("person")

/* The alias as the viewer may see it: that of a person may be a name. */
struct str record_alias_for(struct viewer viewer, struct str kind, struct str alias);

/* ERR_INPUT record.kind, record.no_kinds. */
MUST_CHECK int record_kind_check(const struct vocab *vocab, struct str kind, struct err *e);

/*
 * Checks a value by the type of its property, all but a ref, which is looked up by
 * whoever has the index. Errors: record_state.
 */
MUST_CHECK int record_value_check(struct arena *a, const struct vocab *vocab,
    const struct vocab_property *property, struct str value, struct err *e);

/* ERR_INPUT record.text (the column) when text is no UTF-8 or holds a control character. */
MUST_CHECK int record_text_check(struct str text, const char *column, struct err *e);

/*
 * Appends to parts the ops, one or two, that keep a statement; passage may be NULL.
 * Who can read them: README.md. On a.
 */
#define RECORD_PARTS 2
size_t record_entry_parts(struct arena *a, const struct record_statement *statement,
    const struct source_passage *passage, struct archive_part parts[RECORD_PARTS]);

/* The key that seals most of a statement: its person's, else its source's; empty: none. */
struct str record_entry_key(const struct record_statement *statement);

/* Numbers by name; a name may have several, the last one first. All zeros is empty. */
struct record_named {
	struct str name;
	size_t number;
	size_t before; /* 1 + index of the one before it of that name; 0: none */
};

struct record_names {
	struct record_named *all;
	size_t count, capacity;
	size_t *slots; /* open addressing: 0 free, else 1 + index of the last one of a name */
	size_t mask;
};

/* name must live as long; what grows lies on a. */
void record_names_add(struct arena *a, struct record_names *names, struct str name, size_t number);
const struct record_named *record_names_last(const struct record_names *names, struct str name);
const struct record_named *record_names_before(
    const struct record_names *names, const struct record_named *named);

/* Statements while they are made ready; the archive is held. */
struct record_intake {
	const struct record_writer *writer;
	struct arena *arena;
	struct record_reader reader;
	const struct record *coming;  /* records that the same append makes */
	struct record_names by_alias; /* of coming */
	struct record_statement *all; /* those that can be kept, or are already */
	size_t count;
	struct record_names by_property; /* of all: "RECORD PROPERTY" */
	struct str known_of;             /* the record that was last asked about, and what is */
	struct record_statements known;  /* said of it already */
	struct source source;            /* the last one that was named, and its text */
	struct str source_name;
	bool is_text;
	struct str text;
	struct archive_part *parts; /* of what is new */
	size_t n_parts, fresh;
};

/* Room for count statements and for as many parts of other ops. */
void record_intake_begin(
    struct record_intake *in, const struct record_writer *writer, size_t count, size_t more_parts);

/* Checks one statement and takes it in behind the others. Errors: record_state. */
MUST_CHECK int record_intake_take(
    struct record_intake *in, const struct record_statement *statement, struct err *e);

/* Appends everything that is new. */
MUST_CHECK int record_intake_append(const struct record_intake *in, struct err *e);

/* A record that is there already, or is about to be made. */
struct record_draft {
	struct record record;
	bool fresh;
	struct archive_part part; /* the op that makes it, when it is fresh */
};

/* The record that has the alias, or a draft of one. The archive is held. Errors: record_add. */
MUST_CHECK int record_prepare(const struct record_writer *writer, struct str kind, struct str alias,
    struct record_draft *out, struct err *e);

/* Do two statements say the very same, source, speaker and words included? */
bool record_same(const struct record_statement *a, const struct record_statement *b);

/* What stands of all records that refer to a record, by record, property and order. */
MUST_CHECK int record_statements_about(const struct record_reader *reader, struct str record_id,
    struct record_statements *out, struct err *e);

#endif
