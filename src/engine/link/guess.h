/*
 * guess: what the columns of a table hold, by what stands in them and never by their names, unless
 * somebody said it.
 */
#ifndef GUVOH_ENGINE_LINK_GUESS_H
#define GUVOH_ENGINE_LINK_GUESS_H

#include "engine/link/table.h"

/* Fills the kind of every column, as q says or by what it holds. ERR_INPUT link.column: no list has
 * a column that q names. */
MUST_CHECK int guess_kinds(struct table *t, const struct link_question *q, struct err *e);

/* Does every word of part stand in whole, in nearly all rows that have both? */
bool guess_is_part(
    const struct table *t, const struct table_column *part, const struct table_column *whole);

#endif
