#include "domain/setting/setting.h"

#include "base/near.h"
#include "base/utf8.h"
#include "domain/setting/setting_sql.h"

#define DAYS_MOST 36500

enum kind { TEXT, YES, DAYS };

static const struct {
	struct str name, otherwise;
	enum kind kind;
} settings[SETTINGS] = {
#define SETTING(name, upper, otherwise, kind) {STR_INIT(#name), STR_INIT(otherwise), kind},
#include "domain/setting/settings.def"
#undef SETTING
};

struct str
setting_name(enum setting setting)
{
	return settings[setting].name;
}

int
setting_get(struct db *db, struct arena *a, enum setting setting, struct str *out, struct err *e)
{
	struct sql_setting_last_row row;
	int found = sql_setting_last_one(db, settings[setting].name, a, &row, e);

	if (found < 0)
		return -1;
	*out = found > 0 ? row.value : settings[setting].otherwise;
	return 0;
}

int
setting_yes(struct db *db, struct arena *a, enum setting setting, bool *out, struct err *e)
{
	struct str value;

	if (setting_get(db, a, setting, &value, e) < 0)
		return -1;
	*out = str_eq(value, STR("yes"));
	return 0;
}

int
setting_days(struct db *db, struct arena *a, enum setting setting, int64_t *out, struct err *e)
{
	struct str value;
	int64_t days;

	if (setting_get(db, a, setting, &value, e) < 0)
		return -1;
	if (!str_to_int(value, &days)) /* a newer program's word */
		days = DAYS_MOST;
	*out = days;
	return 0;
}

static bool
is_value(enum kind kind, struct str value)
{
	int64_t days;

	if (kind == YES)
		return str_eq(value, STR("yes")) || str_eq(value, STR("no"));
	if (kind == DAYS)
		return str_to_int(value, &days) && days >= 1 && days <= DAYS_MOST;
	return utf8_valid(value) && !str_has_control(value);
}

static int
find_setting(struct str name, enum setting *out, struct err *e)
{
	struct str names[SETTINGS];

	for (size_t i = 0; i < SETTINGS; i++) {
		names[i] = settings[i].name;
		if (str_eq(names[i], name)) {
			*out = (enum setting)i;
			return 0;
		}
	}
	struct str near = near_find(name, names, SETTINGS);
	return err_fail(e, ERR_NOTFOUND,
	    near.n > 0 ? STR("setting.none_near") : STR("setting.none"), name, near);
}

static int
set_held(struct archive *archive, const struct archive_stamp *stamp, struct arena *a,
    enum setting setting, struct str value, struct err *e)
{
	struct sql_setting_last_row last;
	int found = sql_setting_last_one(archive_db(archive), settings[setting].name, a, &last, e);

	if (found < 0)
		return -1;
	struct json *body = json_object(a);
	json_set_str(body, STR("name"), settings[setting].name);
	json_set_int(body, STR("nth"), found > 0 ? last.nth + 1 : 1);
	json_set_str(body, STR("value"), value);
	const struct archive_part part = {
	    .op = STR("setting.set"), .version = 1, .body = body, .key = STR("")};
	return archive_append(archive, stamp, &part, 1, NULL, e);
}

int
setting_set(struct archive *archive, const struct archive_stamp *stamp, struct arena *a,
    struct str name, struct str value, struct err *e)
{
	enum setting setting;

	if (find_setting(name, &setting, e) < 0)
		return -1;
	if (!is_value(settings[setting].kind, value))
		return err_fail(e, ERR_INPUT, STR("setting.value"), name, value);
	if (archive_hold(archive, e) < 0)
		return -1;
	int r = set_held(archive, stamp, a, setting, str_trim(value), e);
	archive_release(archive);
	return r;
}

int
setting_project_set(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_setting_insert_in row = {.at = op->at, .entry = op->entry};

	if (json_need_str(op->body, STR("name"), &row.name, e) < 0 ||
	    json_need_int(op->body, STR("nth"), &row.nth, e) < 0 ||
	    json_need_str(op->body, STR("value"), &row.value, e) < 0)
		return -1;
	return sql_setting_insert(db, &row, e);
}
