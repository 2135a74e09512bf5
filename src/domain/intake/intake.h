/*
 * intake: a table of somebody's becomes records and statements.
 * A map says what each column is. It is a table itself, one row for each column:
 *
 *	column           to            lang  split  dates  was     value
 *	ФИО              person.name   ru
 *	Дата задержания  act.date                   dmy
 *	Пол              person.sex                        ж       female
 *	                 act.type                                  detention
 *	                 act.victim                                {person}
 *	                 act.place                                 {lat},{lon} vicinity
 *
 * "to" is KIND.PROPERTY, KIND.PROPERTY.QUALIFIER, KIND.id, one of the columns that every statement
 * has (lang, speaker, via, said_at, basis, credence, confidentiality), or "-": left out. Without a
 * column the value is that of every row; "{KIND}" is the row's record of that kind, "{COLUMN}" what
 * stands in that column. With "was", a cell that says so becomes the value. split parts several
 * values of one cell: a sign, or "space".
 */
#ifndef GUVOH_DOMAIN_INTAKE_INTAKE_H
#define GUVOH_DOMAIN_INTAKE_INTAKE_H

#include "base/csv.h"
#include "domain/record/record.h"

struct intake_column {
	struct str column, to, lang, split, dates, was, value;
};

/* Records by what they are called: names that only one record of its kind has. */
struct intake_titles;

struct intake_map {
	const struct intake_column *at;
	size_t count;
	struct str file;  /* what "{file}" is, and what calls records that no column calls */
	struct str sheet; /* what "{sheet}" is */
	const struct intake_titles *titles; /* of the archive; NULL: none */
};

/* What another program writes: maps/NAME.csv says how each of its columns is read. */
struct intake_form {
	struct str name; /* "odk", "odk-repeat"; empty: of no form */
	struct str label;
	const struct intake_column *rules;
	size_t count;
};

/* Is it the name of a form, as --map takes it: "odk"? */
bool intake_form_known(struct str name);

/*
 * The form of a table: the wished one, or the one whose columns it has; one without a name when it
 * has those of none. ERR_INPUT intake.form (name) when it is not of the form that was wished.
 */
MUST_CHECK int intake_form_of(struct arena *a, const struct csv *table, struct str wish,
    struct intake_form *out, struct err *e);

/*
 * What the map has to be guessed from. The rows of a repeated group belong to records of another
 * table: parent is the kind of these.
 */
struct intake_guess {
	const struct vocab *vocab;
	const struct csv *table;
	struct intake_form form;
	struct str kind; /* what the rows are mostly about; empty: what most columns fit */
	struct str parent;
};

/*
 * The kind of the records that the rows belong to: empty where the form has no such column.
 * ERR_INPUT intake.parent (the name of one) when the archive does not have the first of them.
 */
MUST_CHECK int intake_form_parent(const struct record_reader *reader,
    const struct intake_form *form, const struct csv *table, struct str *kind, struct err *e);

/* Reads a map. ERR_INPUT as csv_read, intake.map_column (one that is missing or unknown). */
MUST_CHECK int intake_map_read(
    struct arena *a, struct str text, struct intake_map *out, struct err *e);

/* The map as a file, for somebody to edit. */
void intake_map_write(struct buf *b, const struct intake_map *map);

/*
 * What the columns seem to be: as their form says, by their names in any of the languages, or by
 * what they hold. Columns that fit nothing are left out.
 *
 * ERR_INPUT record.kind, intake.guess_none when no column fits anything.
 */
MUST_CHECK int intake_map_guess(
    struct arena *a, const struct intake_guess *guess, struct intake_map *out, struct err *e);

/*
 * The names of records of the archive that columns of the map may mean. Errors: record_list, those
 * of the map are left to intake_rows.
 */
MUST_CHECK int intake_titles_read(const struct record_reader *reader, const struct intake_map *map,
    const struct intake_titles **out, struct err *e);

/*
 * The rows as statements, each with the line it stands on. Records are called by the column
 * KIND.id, else by map->file and the line; of further kinds in a row, by the kind too.
 *
 * Returns 0 and fills *out, on a; or -1 with ERR_INPUT intake.no_column (name in the map),
 * intake.to (the word), intake.twice (the column of two that are one property), intake.self (KIND
 * of
 * "{KIND}" that the map does not make), intake.nothing.
 */
MUST_CHECK int intake_rows(struct arena *a, const struct vocab *vocab, const struct csv *table,
    const struct intake_map *map, struct record_table *out, struct err *e);

/* Entities of FollowTheMoney as statements. */
struct intake_ftm {
	struct csv lines; /* as they stand, in one column */
	struct record_table rows;
	const struct str *left_out; /* "Person.topics", "Document": what we have no place for */
	size_t n_left_out;
};

/* Is the first line of a file an entity of FollowTheMoney? */
bool intake_ftm_is(struct str bytes);

/*
 * The entities of a file, one a line, as statements (vocab/ftm.csv). A line that is none, a schema
 * and a property that the table does not have are rows with their reason. ERR_INPUT intake.ftm_text
 * when the file is not UTF-8.
 */
MUST_CHECK int intake_ftm_rows(struct arena *a, const struct vocab *vocab, struct str bytes,
    struct intake_ftm *out, struct err *e);

/* Columns of the table that the map does not name, or leaves out; on a. */
size_t intake_left_out(struct arena *a, const struct csv *table, const struct intake_map *map,
    struct str const **names);

/* What of a file's name may call records: its a-z, 0-9 and "-"; "table" when there is none. */
struct str intake_stem(struct arena *a, struct str path);

/* Where a table comes from. Of a file that no source is, one is made. */
struct intake_file {
	struct str path, bytes;
	struct str source; /* alias or id of the source it belongs to; empty: the file is one */
	struct str title;  /* of the source that is made; empty: the file's name */
	struct str kind;   /* of it; empty: document */
	bool is_public;
};

struct intake {
	struct str id; /* empty when nothing was written */
	struct str source;
	size_t lines, left_out; /* of the table: taken, not taken */
};

/*
 * Takes the rows in, in one append (record_import). In a dry run nothing is written, no source
 * either. Errors: source_add, record_import; those of a row are in it.
 */
MUST_CHECK int intake_import(const struct record_writer *writer, const struct intake_file *file,
    enum record_how how, struct record_table *table, struct intake *out, struct err *e);

/* An import that was made. */
struct intake_made {
	struct str id, source, name, added_at, added_by;
	int64_t lines, left_out, records, statements;
	bool undone;
	struct str why;
};

struct intake_list {
	const struct intake_made *at;
	size_t count;
};

MUST_CHECK int intake_list(struct db *db, struct arena *a, struct intake_list *out, struct err *e);

/* Finds one by its id or a prefix. ERR_NOTFOUND intake.none, ERR_INPUT intake.several. */
MUST_CHECK int intake_find(
    struct db *db, struct arena *a, struct str id, struct intake_made *out, struct err *e);

/* Takes back all that it brought. ERR_CONFLICT intake.undone, ERR_INPUT intake.why. */
MUST_CHECK int intake_undo(struct archive *archive, const struct archive_stamp *stamp,
    const struct intake_made *made, struct str why, struct err *e);

/* Projector: row of domain/ops.def. */
MUST_CHECK int intake_project_add(struct db *db, const struct archive_op *op, struct err *e);

#endif
