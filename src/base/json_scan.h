/*
 * json_scan: JSON that is read where it stands, piece by piece, by whoever knows what should come
 * next. A text of any length costs no tree; json.h reads one whole.
 */
#ifndef GUVOH_BASE_JSON_SCAN_H
#define GUVOH_BASE_JSON_SCAN_H

#include "base/arena.h"
#include "base/str.h"

struct json_scan {
	struct arena *a; /* for strings with escapes */
	const char *p, *end;
};

/* Goes over blanks, but not over the end of a line. */
void json_scan_blanks(struct json_scan *s);

/* Takes the sign c, with blanks before and behind it; false: another stands there. */
bool json_scan_take(struct json_scan *s, char c);

/*
 * Takes a string, p on what should be its opening quote; *out lies in the text, or on a where it
 * has escapes, and may hold a NUL then. False: p is at what is wrong.
 */
bool json_scan_string(struct json_scan *s, struct str *out);

#endif
