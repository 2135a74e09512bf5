/*
 * note: what readers are told of a correction where the editor gives no note of his own.
 */
#ifndef GUVOH_FACE_SAY_NOTE_H
#define GUVOH_FACE_SAY_NOTE_H

#include "base/arena.h"
#include "base/str.h"
#include "kit/lang/lang.h"

/*
 * In the language of the publication ("ru"), else in otherwise. why: the kind of the report, or the
 * act ("undo", "take_down"). On a; empty where none is wanted.
 */
struct str note_public(struct arena *a, struct str lang, enum lang otherwise, struct str why);

#endif
