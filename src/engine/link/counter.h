/*
 * counter: columns that count the rows of their lists (№, Р/с), which say nothing of who it is.
 */
#ifndef GUVOH_ENGINE_LINK_COUNTER_H
#define GUVOH_ENGINE_LINK_COUNTER_H

#include "engine/link/table.h"

/*
 * Does column c count? In every list that has it each number stands once and hardly any is missing
 * between the least and the most, from 1 on in the one that begins first; a number may have a sign
 * or a short word with it, and a few rows may say something else.
 */
bool counter_is(const struct table *t, const struct table_column *c);

#endif
