/*
 * sheet_number: what a number of a spreadsheet says: a number as its shortest text, a day or a time
 * of day as ISO 8601, as its format shows it. For this room only. Formats and serial days:
 * ECMA-376-1 18.8.30, 18.8.31 and 18.17.4.
 */
#ifndef GUVOH_KIT_SHEET_SHEET_NUMBER_H
#define GUVOH_KIT_SHEET_SHEET_NUMBER_H

#include "base/arena.h"

enum sheet_number_kind {
	SHEET_PLAIN,
	SHEET_DAY,    /* a day, with a time of day where there is one */
	SHEET_TIME,   /* a time of day; a day before it where there is one */
	SHEET_SPAN,   /* hours, minutes and seconds that go on beyond a day: "[h]:mm" */
	SHEET_PADDED, /* only zeros: a number with zeros before it, such as 00042 */
};

struct sheet_number_format {
	enum sheet_number_kind kind;
	size_t digits; /* of SHEET_PADDED */
};

/* What a format says: its code ("dd.mm.yyyy"), or its number among those that have none. */
struct sheet_number_format sheet_number_of_code(struct str code);
struct sheet_number_format sheet_number_of_id(int64_t id);

/*
 * The text of value as the file has it ("43625.5"), on a: as few digits as give the same number
 * back. A day that no calendar has is the number itself. from_1904: days are counted from
 * 1904-01-01. Returns false, *out untouched, when value is no number.
 */
MUST_CHECK bool sheet_number_text(struct arena *a, struct str value,
    struct sheet_number_format format, bool from_1904, struct str *out);

#endif
