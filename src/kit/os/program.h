/*
 * program: runs another program for a limited time, with arguments and without a shell.
 */
#ifndef GUVOH_KIT_OS_PROGRAM_H
#define GUVOH_KIT_OS_PROGRAM_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

#define PROGRAM_WORDS 16 /* its name and its arguments */

/*
 * Runs words[0], looked for in PATH when it has no "/", and waits. It reads nothing, what it writes
 * is thrown away, and of the environment it gets PATH and HOME. When the time is over it
 * is killed with what it started.
 *
 * Returns 0 when it ended with status 0; or -1 with ERR_NOTFOUND os.no-program (its name),
 * ERR_LIMIT os.program-slow (its name), ERR_IO os.program (its name, its status; 128 and more:
 * a signal), ERR_INPUT os.path.
 */
MUST_CHECK int program_run(const struct str *words, size_t n, int milliseconds, struct err *e);

/* Would program_run find words[0], and may it run it? */
bool program_found(struct str name);

/* The words of a command, parted by blanks, and last, for program_run. Returns how many; what does
 * not fit is left out. */
size_t program_words(struct str command, struct str last, struct str words[PROGRAM_WORDS]);

#endif
