/*
 * sheet_write: a table for spreadsheet programs: as XLSX, or fields of a CSV that no program
 * takes for a formula. Plain CSV, which reads back byte for byte, is base/csv.
 */
#ifndef GUVOH_KIT_SHEET_SHEET_WRITE_H
#define GUVOH_KIT_SHEET_SHEET_WRITE_H

#include "base/csv.h"

#define SHEET_WRITE_TEXT 32767 /* most UTF-16 units of a cell that Excel opens */

/* How a table is to look as a sheet. */
struct sheet_look {
	struct str name;     /* of the sheet: what Excel forbids becomes "_", 31 characters stay */
	const bool *numbers; /* for each column, whether its numbers are numbers; NULL: none is */
};

/*
 * Appends the bytes of an XLSX file with one sheet: the header bold and frozen, every field a
 * text and never a formula, but in columns of numbers those that read back as the same text.
 * sheet_read gives the same table, without rows that hold nothing. The same table gives the same
 * bytes.
 *
 * Returns 0; or -1, b untouched, with ERR_LIMIT sheet.rows, or sheet.long (place, most units of
 * a text): CSV or JSON Lines hold such a table.
 */
MUST_CHECK int sheet_write_xlsx(
    struct buf *b, const struct csv *table, const struct sheet_look *look, struct err *e);

/*
 * Appends a field of a CSV that people will open in a spreadsheet program: as csv_put_field, with a
 * "'" before what begins as a formula does, unless it is a number with its sign. OWASP, CSV
 * Injection: = + - @, their wide forms, tab and line ends.
 */
void sheet_put_safe_field(struct buf *b, struct str field);

#endif
