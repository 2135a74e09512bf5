/*
 * missing: cells of lists that say that nothing is known. The words are missing.def.
 */
#ifndef GUVOH_ENGINE_LINK_MISSING_H
#define GUVOH_ENGINE_LINK_MISSING_H

#include "base/str.h"

/* Of a cell without blanks around it; an empty one says nothing. Allocates nothing. */
bool missing_says(struct str cell);

#endif
