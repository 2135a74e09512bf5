/*
 * setting: what an organisation has chosen for all who work in its archive. settings.def
 * has every setting; each is an entry, so that who set it and when stays known.
 */
#ifndef GUVOH_DOMAIN_SETTING_SETTING_H
#define GUVOH_DOMAIN_SETTING_SETTING_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "domain/archive/archive.h"

enum setting {
#define SETTING(name, upper, otherwise, kind) SETTING_##upper,
#include "domain/setting/settings.def"
#undef SETTING
	SETTINGS
};

/* Its value: what was set last, else that of settings.def. */
MUST_CHECK int setting_get(
    struct db *db, struct arena *a, enum setting setting, struct str *out, struct err *e);

/* The same of one whose kind is YES, or DAYS. */
MUST_CHECK int setting_yes(
    struct db *db, struct arena *a, enum setting setting, bool *out, struct err *e);
MUST_CHECK int setting_days(
    struct db *db, struct arena *a, enum setting setting, int64_t *out, struct err *e);

/*
 * Sets it. ERR_INPUT setting.value (name, the value), ERR_NOTFOUND setting.none or
 * setting.none_near (name, the nearest), or what the archive says.
 */
MUST_CHECK int setting_set(struct archive *archive, const struct archive_stamp *stamp,
    struct arena *a, struct str name, struct str value, struct err *e);

/* "on_call" */
struct str setting_name(enum setting setting);

/* Projector: a row of domain/ops.def. */
MUST_CHECK int setting_project_set(struct db *db, const struct archive_op *op, struct err *e);

#endif
