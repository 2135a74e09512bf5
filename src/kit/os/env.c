#define _GNU_SOURCE
#include "kit/os/env.h"

#include <assert.h>
#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

struct str
env_get(const char *name)
{
	return str_of(getenv(name));
}

static const struct {
	const char *variable;
	struct str under_home;
} folders[] = {
    [ENV_HOME] = {"HOME", STR_INIT("")},
    [ENV_CONFIG] = {"XDG_CONFIG_HOME", STR_INIT(".config")},
    [ENV_DATA] = {"XDG_DATA_HOME", STR_INIT(".local/share")},
    [ENV_CACHE] = {"XDG_CACHE_HOME", STR_INIT(".cache")},
};

static struct str
home_in_the_user_table(struct arena *a)
{
	struct passwd *row = getpwuid(geteuid());
	return row != NULL ? arena_str(a, str_of(row->pw_dir)) : STR("");
}

int
env_folder(struct arena *a, enum env_folder which, struct str *out, struct err *e)
{
	assert(which < LENGTH(folders));
	struct str path = env_get(folders[which].variable);
	if (str_starts(path, STR("/"))) {
		*out = arena_str(a, path);
		return 0;
	}
	struct str home = env_get("HOME");
	if (!str_starts(home, STR("/")))
		home = home_in_the_user_table(a);
	if (!str_starts(home, STR("/")))
		return err_fail(e, ERR_NOTFOUND, STR("os.home"));
	if (which == ENV_HOME)
		*out = arena_str(a, home);
	else
		*out = arena_fmt(a, "%.*s/%.*s", STR_ARG(home), STR_ARG(folders[which].under_home));
	return 0;
}
