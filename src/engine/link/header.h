/*
 * header: is what stands for the names of columns a row like those below it, in a table without
 * names?
 */
#ifndef GUVOH_ENGINE_LINK_HEADER_H
#define GUVOH_ENGINE_LINK_HEADER_H

#include "base/csv.h"

/*
 * The first column, from 1, whose name is a day, somebody's number or the name of a person, written
 * as half of the texts below it are; 0 when there is none. Texts that could be a title are none of
 * these: months, years, words.
 */
size_t header_column_of_row(const struct csv *table);

#endif
