/*
 * identifier: numbers that a state gives to one person each, and what they say by themselves.
 * Read are those of Kazakhstan (base/iin.h): a number whose last digit fits the others is sure, for
 * a slip of one digit or of two neighbours never leaves it so.
 */
#ifndef GUVOH_ENGINE_LINK_IDENTIFIER_H
#define GUVOH_ENGINE_LINK_IDENTIFIER_H

#include "engine/link/birth.h"
#include "engine/link/sex.h"

struct identifier {
	struct birth birth;
	enum sex sex;
};

/*
 * The digits of text, on a, with the zeros that programs for tables take away in front; of anything
 * else its letters and digits. Empty when one digit stands there over and over: it says nothing.
 */
struct str identifier_plain(struct arena *a, struct str text);

/* Fills *out from what identifier_plain gave; false, *out untouched, when it is not sure. */
bool identifier_read(struct str plain, struct identifier *out);

#endif
