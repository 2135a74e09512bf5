/*
 * point: a place on the earth as people write it, and how exactly that is known.
 *	43.2389, 76.9455   43.2389 76.9455   51.1N 71.4E   E76.9 N43.2   43,2389; 76,9455
 *	43°15'30"N 76°56'43"E   43°15.5′ с. ш. 76°56.7′ в. д.   51.1N 71.4E ±2 km   43.25,76.95
 *vicinity Latitude comes first unless letters say otherwise; a comma is a decimal sign only where
 *';' stands between the two. How exact a point is says "±", or a word that the caller knows;
 * else nobody says it, and it is no more exact than its last digit.
 */
#ifndef GUVOH_BASE_POINT_H
#define GUVOH_BASE_POINT_H

#include "base/err.h"
#include "base/str.h"

#define POINT_DEGREE INT32_C(10000000) /* units of a degree: about a centimetre on the ground */

struct point {
	int32_t lat, lon; /* units north and east; south and west are negative */
	int32_t metres;   /* how far off it may lie, as said; else at least so far: half of its last
			     digit */
	bool said;        /* metres stand in the text */
	struct str word;  /* what stands behind it instead of metres ("vicinity"), or empty */
};

/*
 * Reads a text, which is not changed; *out borrows from it. Digits beyond the seventh behind the
 * point are left out.
 *
 * Returns 0 and fills *out; or -1, *out untouched, with ERR_INPUT point.range (the text: more than
 * 90 degrees of latitude, 180 of longitude or 59 minutes or seconds) or point.syntax (the text).
 */
MUST_CHECK int point_read(struct str text, struct point *out, struct err *e);

#endif
