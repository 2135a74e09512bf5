/*
 * tuning: settings of methods, as NAME=VALUE; the rows of tuning.def.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_TUNING_H
#define GUVOH_ENGINE_ESTIMATE_TUNING_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum tuning_id {
#define X(ID, name, standard, kind, least, most) TUNING_##ID,
#include "engine/estimate/tuning.def"
#undef X
	TUNING_COUNT
};

struct tuning {
	struct str text[TUNING_COUNT]; /* as given, else the default; checked by kind */
};

/*
 * The settings of count texts "NAME=VALUE", which out borrows from.
 * Returns 0; or -1, *out untouched, with ERR_INPUT estimate.setting (name, those
 * there are) or estimate.setting_value (name, value, what it can be).
 */
MUST_CHECK int tuning_read(
    struct arena *a, const struct str *given, size_t count, struct tuning *out, struct err *e);

/* The value of a NUMBER or AUTO; -1 for "auto". */
double tuning_number(const struct tuning *t, enum tuning_id id);

/* Which of the words of a WORD, from 0. */
int tuning_word(const struct tuning *t, enum tuning_id id);

/* Digits with at most one point and one sign; false for all else, also "nan" and "0x1". */
MUST_CHECK bool tuning_to_number(struct str text, double *out);

struct str tuning_name(enum tuning_id id);

#endif
