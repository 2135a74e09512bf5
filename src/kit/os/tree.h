/*
 * tree: a folder of files for everybody to read, written beside the old one and put in its
 * place at once. Not for an archive: files are 0644, folders 0755, and nothing is synced
 * but all of it before the exchange. Failures as in file.h.
 */
#ifndef GUVOH_KIT_OS_TREE_H
#define GUVOH_KIT_OS_TREE_H

#include "base/err.h"
#include "base/str.h"

/* Writes a new file, and the folders on the way to it below root, which exists. */
MUST_CHECK int tree_put(struct str root, struct str name, struct str bytes, struct err *e);

/*
 * Puts the folder made in the place of old, after a sync of its file system: with one
 * step where the kernel can exchange two names, else with two. What was at old is then at
 * made; where nothing was, made is gone.
 */
MUST_CHECK int tree_exchange(struct str made, struct str old, struct err *e);

/* Removes a folder with all that is in it, following no links. One that is not there is fine. */
MUST_CHECK int tree_remove(struct str path, struct err *e);

#endif
