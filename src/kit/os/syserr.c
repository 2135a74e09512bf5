#define _GNU_SOURCE
#include "kit/os/syserr.h"

#include <errno.h>
#include <string.h>

static const struct {
	int error;
	enum err_code code;
	struct str key;
} rows[] = {
    {ENOENT, ERR_NOTFOUND, STR_INIT("os.missing")},
    {EACCES, ERR_DENIED, STR_INIT("os.denied")},
    {EPERM, ERR_DENIED, STR_INIT("os.denied")},
    {ENOSPC, ERR_LIMIT, STR_INIT("os.full")},
    {EDQUOT, ERR_LIMIT, STR_INIT("os.full")},
    {EFBIG, ERR_LIMIT, STR_INIT("os.full")},
    {EROFS, ERR_IO, STR_INIT("os.readonly")},
    {ENAMETOOLONG, ERR_INPUT, STR_INIT("os.path")},
    {EISDIR, ERR_INPUT, STR_INIT("os.kind")},
    {ENOTDIR, ERR_INPUT, STR_INIT("os.kind")},
    {ELOOP, ERR_INPUT, STR_INIT("os.kind")},
    {ENXIO, ERR_INPUT, STR_INIT("os.kind")},
    {EMFILE, ERR_LIMIT, STR_INIT("os.handles")},
    {ENFILE, ERR_LIMIT, STR_INIT("os.handles")},
    {EEXIST, ERR_CONFLICT, STR_INIT("os.exists")},
    {ENOTEMPTY, ERR_CONFLICT, STR_INIT("os.notempty")},
};

void
syserr_fill(int error, struct str name, const char *file, int line, struct err *e)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		if (rows[i].error == error) {
			err_set(e, rows[i].code, file, line,
			    (const struct str[ERR_ARGS + 2]){rows[i].key, name});
			return;
		}
	}

	char number[24];
	const char *symbol = strerrorname_np(error);
	struct str what = symbol != NULL ? str_of(symbol) : str_from_int(number, error);
	err_set(
	    e, ERR_IO, file, line, (const struct str[ERR_ARGS + 2]){STR_INIT("os.io"), name, what});
}

int
syserr_path(struct str path, char room[PATH_MAX], struct err *e)
{
	if (path.n == 0 || path.n >= PATH_MAX || str_find(path, '\0') != path.n)
		return err_fail(e, ERR_INPUT, STR("os.path"), path);
	memcpy(room, path.p, path.n);
	room[path.n] = '\0';
	return 0;
}
