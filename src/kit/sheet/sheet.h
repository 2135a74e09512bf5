/*
 * sheet: a table file of any form, recognised by its bytes, as names of columns and rows.
 * Forms: CSV parted by commas, semicolons or tabs (base/csv), and JSON Lines, one flat object a
 * line. Encodings: sheet_text.h. Nothing of a file is guessed silently: what was
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
};

/* What somebody said about the file; empty: whatever is recognised. */
struct sheet_wish {
	struct str encoding; /* sheet_text_encodings has the names */
};

struct sheet {
	struct csv table; /* all of it on the arena */
	enum sheet_form form;
	struct str encoding; /* such as "windows-1251" */
};

/*
 * Reads a whole table file; bytes may go. Rows keep the line they begin on. In JSON Lines the
 * columns are the keys of all objects in order of appearance; a key that an object
 * lacks, and null, is an empty field; numbers and booleans are their text as it stands; an array
 * of texts is joined by "; ".
 *
 * Returns 0 and fills *out; or -1, *out untouched, with what csv_read and sheet_text_read say,
 * ERR_INPUT sheet.other (what the file is, such as "xls", "pdf", "html"), sheet.json_line
 * (line, column in bytes), sheet.json_nested, sheet.json_twice (line, key), sheet.json_key (line:
 * a key that is empty), sheet.json_empty (no keys at all), or ERR_LIMIT csv.columns.
 */
MUST_CHECK int sheet_read(struct arena *a, struct str bytes, const struct sheet_wish *wish,
    struct sheet *out, struct err *e);

/* "csv", "csv;", "tsv", "jsonl": a word for --json and the place of a sentence. */
struct str sheet_form_word(enum sheet_form form);

#endif
