/*
 * err: what went wrong, for the program and, through a key, for people.
 * A function that can fail takes a struct err * last, returns 0 or -1, fills it
 * once and leaves its other outputs untouched. The sentence for a key is a row
 * of locale/; floors 0 to 3 never print. Arguments hold ids, numbers, file
 * names the user gave and single words, never what an archive keeps.
 */
#ifndef GUVOH_BASE_ERR_H
#define GUVOH_BASE_ERR_H

#include "base/str.h"

/* X(code, exit status, HTTP status, meaning) */
#define ERR_CODES(X)                                                                               \
	X(INPUT, 2, 400, "what was given cannot be read or is not allowed here")                   \
	X(NOTFOUND, 3, 404, "nothing has that id or name")                                         \
	X(DENIED, 4, 403, "the key, or who asks, does not open this")                              \
	X(CONFLICT, 5, 409, "it was changed or is held by somebody else")                          \
	X(LIMIT, 6, 413, "too much, too large or too many")                                        \
	X(IO, 7, 500, "the disk, the network or a damaged file")                                   \
	X(BUG, 70, 500, "our own mistake")

enum err_code {
	ERR_NONE,
#define X(code, exit_status, http_status, meaning) ERR_##code,
	ERR_CODES(X)
#undef X
};

#define ERR_ARGS 3
#define ERR_ARG_BYTES 240

struct err {
	enum err_code code;
	char key[48]; /* row of locale/, such as "csv.width" */
	const char *file;
	int line;
	char arg[ERR_ARGS][ERR_ARG_BYTES]; /* NUL-ended UTF-8 without control characters, long ones
					      end in "..." */
};

/*
 * Fills *e and returns -1: return err_fail(e, ERR_INPUT, STR("csv.width"), STR_INT(row));
 * The first str is the key, up to three arguments follow.
 */
#define err_fail(e, code, ...)                                                                     \
	err_fill((e), (code), __FILE__, __LINE__, (const struct str[ERR_ARGS + 2]){__VA_ARGS__})

/* text: key, then arguments; one whose p is NULL ends the list. */
void err_set(struct err *e, enum err_code code, const char *file, int line,
    const struct str text[ERR_ARGS + 2]);

/* err_set, and -1: inline, so that compilers and analysers see that a failure is one. */
static inline int
err_fill(struct err *e, enum err_code code, const char *file, int line,
    const struct str text[ERR_ARGS + 2])
{
	err_set(e, code, file, line, text);
	return -1;
}

/* The row of ERR_CODES for code: exit status of the program, status of an HTTP answer. */
int err_exit_status(enum err_code code);
int err_http_status(enum err_code code);

#endif
