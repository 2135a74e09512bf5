/*
 * csv: tables as comma-separated values (RFC 4180) with a header row.
 * A header without a comma but with semicolons or tabs says that these part the
 * fields, as spreadsheets write where the comma is for decimals.
 * Quoted fields may hold commas, quotes and line ends; lines end in LF or CRLF;
 * one UTF-8 byte order mark is skipped, blank lines at the end are ignored, between
 * rows of two and more columns as well (of one column, a blank line is an empty field).
 */
#ifndef GUVOH_BASE_CSV_H
#define GUVOH_BASE_CSV_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

#define CSV_COLUMNS 1000 /* most columns of a table */

struct csv_row {
	const struct str *fields; /* as many as the header names */
	size_t line;              /* where the row begins; the header is line 1 */
};

struct csv {
	const struct str *names; /* of the columns: none empty, none twice */
	size_t width;
	const struct csv_row *rows;
	size_t count;
};

/*
 * Reads a whole table; names and fields lie on a, text may go.
 *
 * Returns 0 and fills *out; or -1, *out untouched, with ERR_INPUT csv.empty,
 * csv.width (line, has, wants), csv.open_quote (line of the quote),
 * csv.after_quote, csv.inner_quote, csv.cr, csv.nul, csv.utf8 (line),
 * csv.title (one cell at most in the first row, and several columns), csv.no_name (column from 1),
 * csv.same_name (name), or ERR_LIMIT csv.columns.
 */
MUST_CHECK int csv_read(struct arena *a, struct str text, struct csv *out, struct err *e);

/* What parts the fields of text, as its header says: ',', ';' or '\t'. */
char csv_separator(struct str text);

/* Index of the column of that name, or -1. */
int csv_column(const struct csv *table, struct str name);

/* A field of row, which is < table->count; empty when column is -1. */
struct str csv_field(const struct csv *table, size_t row, int column);

/* Holds a row nothing but blanks, as those that spreadsheets leave behind? */
bool csv_row_is_empty(const struct csv *table, size_t row);

/* Appends one field, in quotes when it needs them. The caller puts the commas and line ends. */
void csv_put_field(struct buf *b, struct str field);

/* Appends a row of count >= 1 fields and LF. */
void csv_put_row(struct buf *b, const struct str *fields, size_t count);

#endif
