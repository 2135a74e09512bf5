/*
 * column: text in columns of a terminal, measured as it is shown (kit/lang), not in bytes.
 */
#ifndef GUVOH_FACE_CLI_COLUMN_H
#define GUVOH_FACE_CLI_COLUMN_H

#include "base/buf.h"
#include "base/str.h"

/* Appends text and blanks up to width columns; longer text is not cut. */
void column_pad(struct buf *out, struct str text, size_t width);

/*
 * Appends at most width columns of text; when it was longer the last of them are
 * "…" ("..." when utf8 is false). Returns how many columns were used.
 */
size_t column_fit(struct buf *out, struct str text, size_t width, bool utf8);

/*
 * Appends text broken at blanks into lines of at most width columns, each after
 * indent blanks but the first, which begins where out stands (taken to be at
 * indent); every line ends. A word that is too long has a line of its own.
 */
void column_wrap(struct buf *out, struct str text, size_t indent, size_t width);

#endif
