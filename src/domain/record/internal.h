/*
 * internal: what the files of domain/record share and no other room sees.
 */
#ifndef GUVOH_DOMAIN_RECORD_INTERNAL_H
#define GUVOH_DOMAIN_RECORD_INTERNAL_H

#include "base/names.h"
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

#define RECORD_LISTS 3 /* columns whose words are a list */

/* Statements while they are made ready; the archive is held. */
struct record_intake {
	const struct record_writer *writer;
	struct arena *arena;
	struct record_reader reader;
	const struct record *coming;   /* records that the same append makes */
	struct names by_alias;         /* of coming */
	struct record_statement **all; /* those that can be kept, or are already; on scratch */
	size_t count;
	struct arena *scratch;      /* what is needed until the append only */
	struct names by_property;   /* of all: "RECORD PROPERTY"; on scratch */
	struct record_echo *echoes; /* statements that came twice; on scratch */
	size_t n_echoes, echoes_capacity;
	struct str known_of; /* the record that was last asked about, and what is */
	struct record_statements
	    known;              /* said of it already; on known_on, until the next is asked */
	struct arena *known_on; /* and what checking values takes */
	struct str listed[RECORD_LISTS]; /* the last words of lists that were found there */
	struct str found_as; /* what the record was called that was last found; empty: none was */
	struct record found;
	struct source source; /* the last one that was named, and its text */
	struct str source_name;
	bool is_text;
	struct str text;
	struct record_news *news; /* what is to be written; on scratch */
	size_t n_news, fresh;
	struct str import;               /* that brings it; empty: none */
	struct record_steps *steps;      /* of what is written; NULL: nobody asks */
	const struct archive_part *also; /* written before all else, when anything is; or NULL */
	bool source_comes; /* statements without a source will have one, whose words theirs are */
};

/* A statement that says the very same as one that is to be written: its id is known with that
 * one's. */
struct record_echo {
	struct record_statement *statement;
	const struct record_statement *before;
};

/* Something new: a record, or a statement with where its words stand. */
struct record_news {
	const struct record *record; /* NULL: a statement */
	struct record_statement *statement;
	size_t nth;                           /* among the news, as they came */
	uint64_t begin;                       /* of its record's id, as a number */
	const struct source_passage *passage; /* NULL: its words were not looked for */
	size_t bytes;                         /* that it will have, about */
};

/* Room for count statements and records more; record_intake_end gives back what it takes besides.
 */
void record_intake_begin(
    struct record_intake *in, const struct record_writer *writer, size_t count, size_t records);

void record_intake_end(struct record_intake *in);

/* Takes in a record that is to be made. */
void record_intake_make(struct record_intake *in, const struct record *record);

/*
 * Checks one statement, makes it ready in its place and takes it in behind the others; it must
 * stay until the append. Errors: record_state.
 */
MUST_CHECK int record_intake_take(
    struct record_intake *in, struct record_statement *statement, struct err *e);

/*
 * Appends everything that is new, records by their ids and behind each what is said of it, and
 * gives statements their ids in that order: an index by ids grows at its end, which is many times
 * faster than here and there. The ids of records are drawn by chance, so that neither tells in
 * which order a list had its people.
 */
MUST_CHECK int record_intake_append(struct record_intake *in, struct err *e);

/* A record that is there already, or is about to be made. */
struct record_draft {
	struct record record;
	bool fresh;
};

/* The record that has the alias, or a draft of one. The archive is held. Errors: record_add. */
MUST_CHECK int record_prepare(const struct record_writer *writer, struct str kind, struct str alias,
    struct record_draft *out, struct err *e);

/* The op that makes a record, which an import brings or none. On a. */
struct archive_part record_entry_make(
    struct arena *a, const struct record *record, struct str import);

/* Do two statements say the very same, source, speaker and words included? */
bool record_same(const struct record_statement *a, const struct record_statement *b);

/* What stands of all records that refer to a record, by record, property and order. */
MUST_CHECK int record_statements_about(const struct record_reader *reader, struct str record_id,
    struct record_statements *out, struct err *e);

#endif
