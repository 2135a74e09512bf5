/*
 * sheet_page: encodings of one byte a character, and which of them a text is in.
 * For this room only; the table is sheet_pages.def.
 */
#ifndef GUVOH_KIT_SHEET_SHEET_PAGE_H
#define GUVOH_KIT_SHEET_SHEET_PAGE_H

#include "base/arena.h"
#include "base/buf.h"

#define SHEET_PAGE_NONE 0xFFFDu /* the encoding has no such byte */

struct sheet_page {
	struct str name;
	uint32_t letters[128]; /* characters of the bytes 0x80 to 0xFF */
};

/* The page of that name or other name, whatever its case; or NULL. On a. */
const struct sheet_page *sheet_page_of(struct arena *a, struct str name);

/* Appends the names, joined by ", ". */
void sheet_page_names(struct buf *b);

/*
 * The page in which text reads most like words of Russian, Kazakh or a Latin script: by how
 * often a letter is used, and against capitals behind small letters and two scripts in one
 * word. Only pages that have every byte of text; NULL when none has. On a.
 */
const struct sheet_page *sheet_page_guess(struct arena *a, struct str text);

/* Index of the first byte of text that page lacks; text.n when it has all. */
size_t sheet_page_bad(const struct sheet_page *page, struct str text);

/* Appends text, which has no byte that page lacks, as UTF-8. */
void sheet_page_put(struct buf *b, const struct sheet_page *page, struct str text);

#endif
