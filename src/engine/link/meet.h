/*
 * meet: which columns of different lists hold the same, whatever they are called, by what stands in
 * them; and which of them hold a part of the names that other lists have whole.
 */
#ifndef GUVOH_ENGINE_LINK_MEET_H
#define GUVOH_ENGINE_LINK_MEET_H

#include "engine/link/table.h"

/*
 * Fills meets of every column. Those that meet best come first, and a list has no more than one
 * column of a kind in what meets. Columns of words that meet a part of names become columns of that
 * part; a choice of a few that meets words becomes words, and a number that meets identifiers
 * becomes one. What somebody said a column holds stays.
 */
void meet_columns(struct table *t, link_share *share);

#endif
