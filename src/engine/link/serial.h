/*
 * serial: days of birth that a spreadsheet left as the number it counts days by (32994 is
 * 1990-05-01), as it does where a column is formatted as text or not at all. The words for such a
 * column are serial.def; without them a number of five digits stays one.
 */
#ifndef GUVOH_ENGINE_LINK_SERIAL_H
#define GUVOH_ENGINE_LINK_SERIAL_H

#include "base/arena.h"
#include "base/str.h"

#define SERIAL_FIRST 10000 /* 1927-05-18 */
#define SERIAL_LAST 50000  /* 2036-11-21 */

/* Does the name of a column say that days of birth stand in it? */
bool serial_named(struct str name);

/* The day of a number from SERIAL_FIRST to SERIAL_LAST, as 1990-05-01 on a; false, *out untouched,
 * for all else. ECMA-376-1 18.17.4, days from 1899-12-30. */
bool serial_read(struct arena *a, struct str cell, struct str *out);

#endif
