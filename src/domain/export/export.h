/*
 * export: what leaves the archive as tables, for whom, and what stays behind.
 * whats.def has what can be taken, whoms.def for whom: the confidentiality of each item and
 * the consents that stand on the day decide what goes. A table is written row by row.
 */
#ifndef GUVOH_DOMAIN_EXPORT_EXPORT_H
#define GUVOH_DOMAIN_EXPORT_EXPORT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/csv.h"
#include "base/err.h"
#include "base/str.h"
#include "domain/archive/archive.h"
#include "domain/vocab/vocab.h"

enum export_what {
#define WHAT(name, upper, rows, whom) EXPORT_##upper,
#include "domain/export/whats.def"
#undef WHAT
	EXPORT_WHATS
};

enum export_whom {
#define WHOM(name, upper, role, consent, use) EXPORT_FOR_##upper,
#include "domain/export/whoms.def"
#undef WHOM
	EXPORT_WHOMS
};

enum export_form { EXPORT_CSV, EXPORT_JSONL, EXPORT_XLSX, EXPORT_FORMS };

/* What asking takes. */
struct export_reader {
	struct archive *archive;
	struct arena *arena;
	const struct vocab *vocab;
	enum export_whom whom;
	int32_t day; /* consents count as they stand then */
};

/* What is wanted of a table. */
struct export_wish {
	enum export_what what;
	struct str kind;  /* of records, statements; empty: of every kind */
	struct str event; /* of claims; empty: of every event */
	bool all;         /* also what was withdrawn, and what follows from each row */
};

struct export_column {
	struct str name;
	bool many; /* its cells may hold several texts */
};

/* One text, none, or several. */
struct export_cell {
	const struct str *at;
	size_t n;
};

/* Where a table goes; whoever exports sets these, all else is zero. */
struct export_writer {
	enum export_form form;
	/* CSV: cells stand as they are. Otherwise one that a spreadsheet would take for a
	 * formula begins with an apostrophe. XLSX says of each cell that it is a text. */
	bool raw;
	int (*put)(void *arg, struct str bytes, struct err *e); /* in pieces of 64 KiB */
	void (*tick)(void *arg, size_t done, size_t of); /* how far it is; NULL: nobody asks */
	void *arg;

	size_t rows; /* that were written */
	struct str name;
	const struct export_column *columns;
	size_t width;
	struct arena *arena;
	struct buf *text;
	struct csv_row *kept; /* XLSX: all rows, written at the end */
	size_t kept_capacity;
};

/*
 * Writes a table. CSV and XLSX have a header, several texts in a cell are parted by " | "; JSON
 * Lines have one object a row, with lists where a cell may hold several. What the reader is not for
 * is left out as if it were not there.
 *
 * Returns 0; or -1 with part of it handed to put: ERR_DENIED export.team (what, for whom),
 * ERR_INPUT record.kind, ERR_LIMIT sheet.rows and sheet.long (XLSX), or what put says.
 */
MUST_CHECK int export_table(const struct export_reader *reader, const struct export_wish *wish,
    struct export_writer *writer, struct err *e);

/* --- Everything, as a folder ------------------------------------------------------------------ */

struct export_folder {
	struct str path;   /* nothing is there yet */
	struct str readme; /* for whoever finds it: what each file is */
	struct str note;   /* who gets it; kept in the log */
	void (*tick)(void *arg, size_t done, size_t of); /* how far a table is; NULL: nobody asks */
	void *arg;
};

struct export_taken {
	struct str id, at, by, whom, note;
	int64_t files, rows, bytes;
	struct str manifest; /* SHA-256 of MANIFEST.sha256 in hex */
	int64_t damaged;     /* export_take only: files of sources that could not be read */
};

struct export_takens {
	const struct export_taken *at;
	size_t count;
};

/*
 * Writes all that may go to the reader as plain files, for the owner alone: the tables, the files
 * of sources under their names, the vocabulary, each revision of a publication, README.txt,
 * about.json and MANIFEST.sha256 (as sha256sum checks it). The folder gets its name at the end;
 * the log says before that who took what for whom. Files of sources that cannot be read are
 * counted, and named in about.json.
 *
 * Returns 0; or -1 with nothing left at path, ERR_CONFLICT export.exists (the path), ERR_INPUT
 * export.note (a line end), or what the archive and the disk say.
 */
MUST_CHECK int export_take(const struct export_reader *reader, const struct archive_stamp *stamp,
    const struct export_folder *folder, struct export_taken *out, struct err *e);

/* What was taken before, oldest first. */
MUST_CHECK int export_taken_list(
    struct db *db, struct arena *a, struct export_takens *out, struct err *e);

/* Projector: a row of domain/ops.def. */
MUST_CHECK int export_project_take(struct db *db, const struct archive_op *op, struct err *e);

/* "sources"; ERR_INPUT export.what (the name, the nearest). */
struct str export_what_name(enum export_what what);
MUST_CHECK int export_what_of(struct str name, enum export_what *out, struct err *e);

/* "successor"; ERR_INPUT export.whom. */
struct str export_whom_name(enum export_whom whom);
MUST_CHECK int export_whom_of(struct str name, enum export_whom *out, struct err *e);

/* "csv"; ERR_INPUT export.form. */
struct str export_form_name(enum export_form form);
MUST_CHECK int export_form_of(struct str name, enum export_form *out, struct err *e);

/* May that go to them at all? */
bool export_may(enum export_whom whom, enum export_what what);

#endif
