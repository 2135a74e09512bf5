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

/* Do two statements say the very same, source, speaker and words included? */
bool record_same(const struct record_statement *a, const struct record_statement *b);

/* What stands of all records that refer to a record, by record, property and order. */
MUST_CHECK int record_statements_about(const struct record_reader *reader, struct str record_id,
    struct record_statements *out, struct err *e);

#endif
