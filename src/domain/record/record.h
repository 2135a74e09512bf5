/*
 * record: what statements speak of, and what is said of it.
 * A record has an id and a kind and nothing else: all it "has" are statements, each
 * one value of one property as one source says it. Statements contradict each
 * other and all stay; what is shown is derived from those that stand.
 */
#ifndef GUVOH_DOMAIN_RECORD_RECORD_H
#define GUVOH_DOMAIN_RECORD_RECORD_H

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"
#include "base/str.h"
#include "domain/account/account.h"
#include "domain/archive/archive.h"
#include "domain/vocab/vocab.h"

/* What asking takes; answers lie on the arena. */
struct record_reader {
	struct db *db;
	struct arena *arena;
	const struct vocab *vocab;
	struct viewer viewer;
};

/* What writing takes. */
struct record_writer {
	struct archive *archive;
	struct arena *arena;
	const struct vocab *vocab;
	const struct archive_stamp *stamp;
};

struct record {
	struct str id;
	struct str alias; /* an id that people gave it; of a person only the team sees it */
	struct str kind;
	struct str title; /* where records are listed: what the first property of its kind says */
	struct str added_at, added_by;
	bool destroyed; /* a person whose key is gone: nothing is said of it any more */
};

struct record_list {
	const struct record *at;
	size_t count;
};

/* What narrows a statement: the day, the place, the authority of a stage. */
struct record_qualifier {
	struct str property, value;
	struct str ref_id; /* of a ref: the record it means */
	enum vocab_type type;
};

/* One value of one property, as one source says it. */
struct record_statement {
	/* What is said. Whoever says it sets these; all zeros or empty is unknown, or the word
	 * that stands behind it. */
	struct str record;   /* what it speaks of, by alias or id */
	struct str property; /* of the record's kind in the vocabulary */
	struct str value;    /* as its type wants it; of a ref: alias or id of a record */
	struct str lang;     /* of the words, and of a value that is text; BCP 47 */
	const struct record_qualifier *with;
	size_t n_with;
	struct str source; /* alias or id */
	struct str words;  /* of the source, which say so; looked up in its text */
	struct str speaker, via;
	struct str said_at;         /* EDTF */
	struct str basis;           /* unknown */
	struct str credence;        /* a term of its list */
	struct str confidentiality; /* archive */
	struct str checked;         /* yes */
	struct str import;          /* that brought it; empty: none */
	int64_t line;               /* of the source, when it is a table; 0: none */

	/* What follows from it. */
	struct str id;
	struct record subject; /* the record it speaks of */
	enum vocab_type type;
	int64_t nth;          /* among those of the property, as they were said */
	struct str ref_id;    /* of a ref: the record it means */
	struct str source_id; /* empty: none, or withheld */
	struct str source_kind, source_date;
	bool source_shown; /* there is one, and one may see it */
	bool withheld; /* there is one that one may not see: its kind and month are left of it */
	struct str source_title;
	bool anchored;      /* the words were found in its text */
	int64_t start, end; /* in code points of that text */
	bool withdrawn;
	struct str why; /* it was withdrawn */
	bool undone;    /* with the import that brought it, and by nothing else */
	struct str
	    accepted; /* an editor decided for it; of two decisions the later one is greater */
	struct str added_at, added_by;
};

struct record_statements {
	const struct record_statement *at;
	size_t count;
};

/* A value of a property with all who say it, oldest first. */
struct record_value {
	const struct record_statement *const *said;
	size_t n_said;
	bool accepted; /* an editor decided for it */
};

/* Everything said of one property, side by side. */
struct record_property {
	struct str id;
	const struct vocab_property *property; /* NULL when the vocabulary has it no longer */
	const struct record_value *values;
	size_t n_values;
	bool disputed; /* two values contradict each other and no editor has decided */
};

/* A record with what is said of it, properties in the vocabulary's order. */
struct record_sheet {
	struct record record;
	const struct record_property *properties;
	size_t n_properties;
};

struct record_sheets {
	const struct record_sheet *at;
	size_t count;
};

/* --- Records -------------------------------------------------------------------------------- */

/* The id that people see: the alias, else the archive's id. */
struct str record_name(const struct record *record);

/*
 * Makes a record of a kind. An alias that a record of the same kind has already is
 * that record: nothing is written and *fresh is false. One of the form of a record's id is
 * the id that it had in another archive: it keeps it.
 *
 * Returns 0 and fills *out; or -1 with ERR_INPUT record.kind (the word),
 * record.no_kinds (a vocabulary older than they), record.alias, ERR_CONFLICT
 * record.alias_taken (alias, its kind), or what the archive says.
 */
MUST_CHECK int record_add(const struct record_writer *writer, struct str kind, struct str alias,
    struct record *out, bool *fresh, struct err *e);

/*
 * Finds a record by alias, id or a prefix of its id that only it has; an alias wins.
 * For the public a record exists while something public stands of it.
 * ERR_NOTFOUND record.none, ERR_INPUT record.several.
 */
MUST_CHECK int record_find(
    const struct record_reader *reader, struct str name, struct record *out, struct err *e);

/*
 * The records of a kind (empty: of all), by kind and age, titles in lang where there
 * is one. ERR_INPUT record.kind.
 */
MUST_CHECK int record_list(const struct record_reader *reader, struct str kind, struct str lang,
    struct record_list *out, struct err *e);

/* --- Statements ----------------------------------------------------------------------------- */

/*
 * Says statements, all or none, in order. One that stands already, word for word, is
 * not written again: it gets the id of the one there is. Where the source has a
 * text, words are looked up there; words that are not in it are refused.
 *
 * Returns 0, sets the ids and counts those written in *fresh; or -1, *at being the
 * index of the statement at fault, with what record_find, source_find and edtf_read
 * say, ERR_INPUT record.property (property, kind), record.qualifier (qualifier,
 * property), record.term (value, list), record.time and its like (value, property),
 * record.ref (name, property, kinds), record.empty, record.checked, record.text
 * (column), record.words_source, record.not_in_source (words, source), ERR_CONFLICT
 * record.source_destroyed, record.withdrawn_before (id).
 */
MUST_CHECK int record_state(const struct record_writer *writer, struct record_statement *statements,
    size_t count, size_t *fresh, size_t *at, struct err *e);

enum record_verdict { RECORD_NEW, RECORD_UNCHANGED, RECORD_REFUSED };

/* A row of a table: what it says, and what became of it. */
struct record_row {
	size_t line; /* of the file: rows of one line stand and fall together */
	struct str
	    kind; /* of its record; may be empty where the record is there, or stands above */
	struct record_statement statement; /* without a property the row only makes the record */
	enum record_verdict verdict;
	const struct err *err; /* why it was refused, else NULL */
};

/* How far an import is, over all that it does with each row; tick NULL: nobody asks. */
struct record_steps {
	void (*tick)(void *arg, size_t done, size_t of);
	void *arg;
	size_t rows, passes; /* how many there are, and how often something is done with each */
	size_t done;         /* over all passes */
};

struct record_table {
	struct record_row *rows;
	size_t count;
	struct str import; /* that the rows belong to, and the op that says so; empty: none */
	const struct archive_part *also;
	/* Called when all is judged and something will be written, while the archive is held: makes
	 * what that needs, such as the source that rows without one will have; NULL: nothing. */
	int (*ready)(void *arg, struct record_table *table, struct err *e);
	void *ready_arg;
	bool source_comes;
	struct record_steps steps;
	size_t records, fresh, unchanged, refused; /* new records, statements, rows, rows */
};

enum record_how {
	RECORD_ALL,     /* all rows or none */
	RECORD_DRY,     /* none */
	RECORD_GOOD,    /* those that can stand; of a line with one that cannot, none */
	RECORD_GOOD_DRY /* none, but as if it were those */
};

/* Is nothing written? Then nothing is held either, and a disk that can only be read will do. */
bool record_how_dry(enum record_how how);

/*
 * Reads a table: "record" is needed, the other columns are kind, property, value, lang, with
 * ("date=2019-06-09; place=almaty"; a value with ";" stands in quotes, as note="a; b"), source,
 * words, speaker, via, said_at, basis, credence, confidentiality, checked, and refused, which is
 * what an import before wrote beside a row and says nothing. Rows say nothing yet, and none is
 * refused.
 *
 * Returns 0 and fills *out on a, where texts stay in csv; or -1 with ERR_INPUT record.column (the
 * name of one that is missing), record.column_unknown.
 */
MUST_CHECK int record_table_read(
    struct arena *a, const struct csv *csv, struct record_table *out, struct err *e);

/*
 * Makes the records and says the statements of a table in one append, and tells what
 * became of each row. A row that comes with a reason (err) is refused for it. The same table a
 * second time changes nothing. A row may refer to a record that stands anywhere in the table.
 * Errors of the archive; those of a row are in it: record_add, record_state.
 */
MUST_CHECK int record_import(const struct record_writer *writer, enum record_how how,
    struct record_table *table, struct err *e);

/* Says that a row is done with once more. */
void record_step(struct record_steps *steps);

/* Takes back all that an import brought: projector of import.undo. */
MUST_CHECK int record_project_undo(struct db *db, const struct archive_op *op, struct err *e);

/* Finds a statement by its id or a prefix. ERR_NOTFOUND record.no_statement, ERR_INPUT
 * record.several. */
MUST_CHECK int record_statement_find(
    const struct record_reader *reader, struct str id, struct record_statement *out, struct err *e);

/* What is said of a record, by property and in order; withdrawn ones only when all is set. */
MUST_CHECK int record_statements(const struct record_reader *reader, struct str record_id, bool all,
    struct record_statements *out, struct err *e);

/* Everything that stands of a record, side by side. */
MUST_CHECK int record_read(const struct record_reader *reader, const struct record *record,
    struct record_sheet *out, struct err *e);

/*
 * The same of all records of a kind (empty: of any) that refer to a record: the acts of an
 * event, the findings about an act. In order of age.
 */
MUST_CHECK int record_related(const struct record_reader *reader, struct str record_id,
    struct str kind, struct record_sheets *out, struct err *e);

/* The property of that id, or NULL when nothing is said of it. */
const struct record_property *record_said(const struct record_sheet *sheet, struct str property);

/* The statement to show where there is room for one: the accepted one, else the first; or NULL. */
const struct record_statement *record_shown(const struct record_sheet *sheet, struct str property);

/* What to call the record of a sheet in lang, as in a list; empty when nothing says so. */
struct str record_title(
    const struct record_reader *reader, const struct record_sheet *sheet, struct str lang);

/*
 * A value for people, on a: the label of a term, language, provision or place (as it was called on
 * day; DATE_OPEN_END: today) in lang; an IIN with what it says of its person; all else as it is
 * kept. property is NULL when the vocabulary has it no longer.
 */
struct str record_value_text(struct arena *a, const struct vocab *vocab,
    const struct vocab_property *property, struct str value, int32_t day, struct str lang);

/* The first day of what is said under "date" of a record; DATE_OPEN_END when nothing is. */
int32_t record_day(struct arena *a, const struct record_sheet *sheet);

/* The same of a qualifier of a statement; otherwise when it has none. */
int32_t record_said_day(struct arena *a, const struct record_statement *said, int32_t otherwise);

/*
 * Has the vocabulary all that the records of the archive are kept in? Returns 0; or -1 with
 * ERR_INPUT record.kind, record.property, record.qualifier, record.term and its like, as if it were
 * said now.
 */
MUST_CHECK int record_vocab_fits(const struct record_reader *reader, struct err *e);

/*
 * Destroys the key of a person: what was said of them is gone from every question, for good. why
 * stands in the clear part of the log, so it names nobody.
 * ERR_INPUT record.no_key (name, kind: only a person has a key), source.why, ERR_CONFLICT
 * record.destroyed (id), or what the archive says.
 */
MUST_CHECK int record_destroy(struct archive *archive, const struct archive_stamp *stamp,
    const struct record *person, struct str why, struct err *e);

/* Would it say no? The same errors, before somebody is asked. */
MUST_CHECK int record_destroy_check(const struct record *person, struct str why, struct err *e);

/* How many statements rest on a source or, source empty, speak of a record; withdrawn ones too. */
MUST_CHECK int record_resting(
    struct db *db, struct str source_id, struct str record_id, int64_t *n, struct err *e);

/* Withdraws a statement; it stays readable. ERR_CONFLICT record.withdrawn, ERR_INPUT record.why. */
MUST_CHECK int record_withdraw(struct archive *archive, const struct archive_stamp *stamp,
    const struct record_statement *statement, struct str why, struct err *e);

/* Decides for a statement among those that contradict each other. ERR_CONFLICT record.withdrawn. */
MUST_CHECK int record_accept(struct archive *archive, const struct archive_stamp *stamp,
    const struct record_statement *statement, struct err *e);

/* Projectors: rows of domain/ops.def. */
MUST_CHECK int record_project_add(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int record_project_state(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int record_project_words(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int record_project_half(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int record_project_withdraw(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int record_project_accept(struct db *db, const struct archive_op *op, struct err *e);

#endif
