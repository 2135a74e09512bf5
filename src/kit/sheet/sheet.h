/*
 * sheet: a table file of any form, recognised by its bytes, as names of columns and rows.
 * Forms: CSV parted by commas, semicolons or tabs (base/csv), JSON Lines, one flat object a
 * line, and XLSX. Encodings: sheet_text.h. Nothing of a file is guessed silently: what was
 * recognised stands beside the table, and a wish overrides it.
 */
#ifndef GUVOH_KIT_SHEET_SHEET_H
#define GUVOH_KIT_SHEET_SHEET_H

#include "base/csv.h"

enum sheet_form {
	SHEET_COMMAS,
	SHEET_SEMICOLONS,
	SHEET_TABS,
	SHEET_JSONL,
	SHEET_XLSX,
};

#define SHEET_ROWS 1048576    /* most rows of a sheet of XLSX */
#define SHEET_CELLS (1 << 25) /* most cells of one, and of the table they make */

/* What somebody said about the file; empty: whatever is recognised. */
struct sheet_wish {
	struct str encoding; /* sheet_text_encodings has the names; of text only */
	struct str name;     /* of the sheet; of XLSX only */
};

struct sheet {
	struct csv table; /* all of it on the arena */
	enum sheet_form form;
	struct str encoding; /* such as "windows-1251" */
	struct str name;     /* of the sheet of XLSX that was read, else empty */
	struct str names;    /* of all of its sheets, joined by ", " */
	size_t n_names;
	size_t errors; /* cells with an error (#N/A) instead of a value: their fields are empty */
};

/*
 * Reads a whole table file; bytes may go. Rows keep the line they begin on. In JSON Lines the
 * columns are the keys of all objects in order of appearance; a key that an object
 * lacks, and null, is an empty field; numbers and booleans are their text as it stands; an array
 * of texts is joined by "; ".
 *
 * Of XLSX it is the sheet that was wished, else the first that holds something, hidden ones last.
 * The first row that holds something is the header; rows and columns that hold nothing are none. A
 * row's line is its number in the sheet. Numbers are their shortest text, days ISO 8601 with a time
 * only where it is not midnight, booleans true and false, formulas the value that was saved; a
 * merged cell is its first one.
 *
 * Returns 0 and fills *out; or -1, *out untouched, with what csv_read and sheet_text_read say,
 * ERR_INPUT sheet.other (what the file is, such as "xls", "pdf", "html"), sheet.json_line
 * (line, column in bytes), sheet.json_nested, sheet.json_twice (line, key), sheet.json_key (line:
 * a key that is empty), sheet.json_empty (no keys at all), sheet.no_sheets (a name was wished of a
 * file that has none), sheet.damaged, sheet.doctype (part), sheet.cell (place, what it holds),
 * sheet.cell_twice (place), ERR_NOTFOUND sheet.no_sheet (wish, the names), or ERR_LIMIT
 * csv.columns, sheet.bomb (part), sheet.rows, sheet.cells (most of each).
 */
MUST_CHECK int sheet_read(struct arena *a, struct str bytes, const struct sheet_wish *wish,
    struct sheet *out, struct err *e);

/* "csv", "csv;", "tsv", "jsonl", "xlsx": a word for --json and the place of a sentence. */
struct str sheet_form_word(enum sheet_form form);

#endif
