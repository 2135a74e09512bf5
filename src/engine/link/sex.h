/*
 * sex: how lists write whether somebody is a man or a woman.
 */
#ifndef GUVOH_ENGINE_LINK_SEX_H
#define GUVOH_ENGINE_LINK_SEX_H

#include "base/arena.h"
#include "base/str.h"

enum sex { SEX_UNSAID, SEX_MALE, SEX_FEMALE };

/* What text says; SEX_UNSAID when it is none of the words of sexes.def. */
enum sex sex_read(struct arena *a, struct str text);

/* One word for every way to write it; empty when it is not said. */
struct str sex_word(enum sex sex);

#endif
