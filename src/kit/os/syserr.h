/*
 * syserr: what the system refused, as an err with a key people can act on.
 * For the files of kit/os. The keys are listed in file.h.
 */
#ifndef GUVOH_KIT_OS_SYSERR_H
#define GUVOH_KIT_OS_SYSERR_H

#include <limits.h>

#include "base/err.h"
#include "base/str.h"

/* Fills *e for errno value error, met on the thing called name; is -1, which analyzers can see. */
#define SYSERR(error, name, e) (syserr_fill((error), (name), __FILE__, __LINE__, (e)), -1)
void syserr_fill(int error, struct str name, const char *file, int line, struct err *e);

/* path with a NUL behind it, as the system wants names; os.path when it cannot be one. */
MUST_CHECK int syserr_path(struct str path, char room[PATH_MAX], struct err *e);

#endif
