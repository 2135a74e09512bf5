/*
 * env: the environment, and the folders it names (XDG base directories 0.8).
 */
#ifndef GUVOH_KIT_OS_ENV_H
#define GUVOH_KIT_OS_ENV_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* The variable's value, borrowed from the environment; empty when unset. */
struct str env_get(const char *name);

enum env_folder {
	ENV_HOME,
	ENV_CONFIG, /* XDG_CONFIG_HOME or HOME/.config */
	ENV_DATA,   /* XDG_DATA_HOME or HOME/.local/share */
	ENV_CACHE,  /* XDG_CACHE_HOME or HOME/.cache */
};

/*
 * The folder's path on a; it need not exist. A relative path in a variable is
 * ignored, as the standard asks. No home: ERR_NOTFOUND os.home.
 */
MUST_CHECK int env_folder(struct arena *a, enum env_folder which, struct str *out, struct err *e);

#endif
