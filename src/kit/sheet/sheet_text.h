/*
 * sheet_text: the bytes of a text file as UTF-8, whatever a spreadsheet saved them in.
 * UTF-8, UTF-16 with and without its mark, and the single-byte encodings of sheet_pages.def,
 * told apart by how often letters stand where.
 */
#ifndef GUVOH_KIT_SHEET_SHEET_TEXT_H
#define GUVOH_KIT_SHEET_SHEET_TEXT_H

#include "base/arena.h"
#include "base/err.h"

/*
 * Sets *text to UTF-8 without a byte order mark, borrowed from bytes where these were that already,
 * else on a; *encoding to its name. wish: a name of sheet_text_encodings or one that is
 * commonly used for it ("cp1251"), empty to recognise it. A mark of UTF-8 or UTF-16 that
 * contradicts the wish is refused. Text that is UTF-8 is never taken for anything else
 * unless wished.
 *
 * Returns 0; or -1, outputs untouched, with ERR_INPUT sheet.no_text (a picture, a program), csv.nul
 * (line), csv.utf8 (line: it was wished, was damaged, or no encoding has every byte),
 * sheet.encoding (wish, the names), sheet.mark (wish, what the mark says), sheet.mixed (a line in
 * UTF-8, a line that is not), sheet.utf16 (line: half of a character), sheet.byte (line, encoding:
 * a byte that it lacks).
 */
MUST_CHECK int sheet_text_read(struct arena *a, struct str bytes, struct str wish, struct str *text,
    struct str *encoding, struct err *e);

/* The names that a wish may have, joined by ", ". */
struct str sheet_text_encodings(struct arena *a);

#endif
