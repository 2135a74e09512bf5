/*
 * total: rows of a table that add it up, or say something of it, instead of naming somebody:
 * "Итого: 25", "Источник: суд". The words are total.def. Better a total that is taken for a person
 * than a person who is taken for a total.
 */
#ifndef GUVOH_ENGINE_LINK_TOTAL_H
#define GUVOH_ENGINE_LINK_TOTAL_H

#include "base/csv.h"

/*
 * Is row, below table->count, a total: a cell that says so, a number in it or beside it, and
 * nothing else? A number that could be a year, a day, somebody's own number, one of the size of
 * those that rows above have there, or that goes on counting these, is none; but for one that is
 * how many rows stand above, or the sum of all. Or a note, alone on its row? Returns the cell
 * that says so, without blanks around it; empty: it is neither. Allocates nothing.
 */
struct str total_of_row(const struct csv *table, size_t row);

#endif
