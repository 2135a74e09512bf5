/*
 * sheet_book: what the parts of an XLSX file share: its sheets, the texts and the formats that
 * cells refer to by number. For this room only. ECMA-376-1: 18.2 workbooks, 18.4 shared
 * strings, 18.8 styles.
 */
#ifndef GUVOH_KIT_SHEET_SHEET_BOOK_H
#define GUVOH_KIT_SHEET_SHEET_BOOK_H

#include "base/buf.h"
#include "kit/sheet/sheet_number.h"
#include "kit/sheet/sheet_part.h"

struct sheet_book_tab {
	struct str name, part;
	bool hidden;
};

struct sheet_book {
	struct sheet_parts *parts;
	const struct sheet_book_tab *tabs;
	size_t n_tabs;
	const struct str *texts;
	size_t n_texts;
	const struct sheet_number_format *formats; /* by the style of a cell */
	size_t n_formats;
	bool from_1904;
};

/*
 * Reads all but the sheets. Returns 0 and fills *out, on a; or -1 with what sheet_part says, or
 * ERR_INPUT sheet.other (what kind of file the ZIP is).
 */
MUST_CHECK int sheet_book_read(
    struct arena *a, struct sheet_parts *parts, struct sheet_book *out, struct err *e);

/*
 * Appends a piece of a text with the characters that XML cannot hold: "_x000D_" is a carriage
 * return (ECMA-376-1 22.9.2.19). What names no such character, NUL, or half of one stays as it is.
 */
void sheet_book_put_text(struct buf *b, struct str text);

#endif
