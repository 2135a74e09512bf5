/*
 * when: a date of a statement (EDTF) as people read it: "9–10 June 2019", "by 11 June 2019".
 */
#ifndef GUVOH_FACE_SAY_WHEN_H
#define GUVOH_FACE_SAY_WHEN_H

#include "base/arena.h"
#include "base/str.h"
#include "kit/lang/lang.h"

/*
 * Several spans are parted by commas, their year written once when it is one. What is
 * no date, or lies outside the years 0000 to 9999, is given back as it is; an uncertain one ends in
 * "?", an approximate one begins with "about". On a.
 */
struct str when_text(struct arena *a, struct str text, enum lang lang);

#endif
