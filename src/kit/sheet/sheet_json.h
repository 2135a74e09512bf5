/*
 * sheet_json: JSON Lines, one flat object a line, as a table.
 * For this room only: sheet.h has the contract. base/json reads our own dialect, whose
 * keys and numbers are few; here any key and any number of JSON stands, the number as its text.
 */
#ifndef GUVOH_KIT_SHEET_SHEET_JSON_H
#define GUVOH_KIT_SHEET_SHEET_JSON_H

#include "base/csv.h"

/* text is UTF-8 without NUL. Returns 0; or -1, *out untouched, with the failures of sheet_read. */
MUST_CHECK int sheet_json_read(struct arena *a, struct str text, struct csv *out, struct err *e);

#endif
