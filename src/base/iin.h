/*
 * iin: the individual identification number of Kazakhstan: twelve digits, of which the first six
 * are the day of birth, the seventh sex and century, and the last one checks the others.
 * Source: rules for forming the IIN (law of 12 January 2007 No. 223-III on national registers).
 * Kyrgyzstan's and Uzbekistan's numbers are not read: their check digits are not known to us.
 */
#ifndef GUVOH_BASE_IIN_H
#define GUVOH_BASE_IIN_H

#include "base/err.h"
#include "base/str.h"

#define IIN_DIGITS 12

struct iin {
	int32_t born; /* day (date.h) */
	bool female;
};

/*
 * Reads twelve digits. What is refused is not repeated: it may be somebody's number with one
 * digit wrong.
 *
 * Returns 0 and fills *out; or -1, *out untouched, with ERR_INPUT iin.digits (not twelve), iin.born
 * (no such day of birth, or no century), iin.check (the last digit does not fit).
 */
MUST_CHECK int iin_read(struct str text, struct iin *out, struct err *e);

#endif
