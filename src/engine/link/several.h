/*
 * several: cells that name two people or more ("Пробоев Данияр и Тестов Серик"), who would count as
 * one, and whom no other list meets.
 */
#ifndef GUVOH_ENGINE_LINK_SEVERAL_H
#define GUVOH_ENGINE_LINK_SEVERAL_H

#include "base/csv.h"

#define SEVERAL_ROWS 10000 /* that are looked at */

struct several {
	size_t rows; /* with such a cell */
	size_t line; /* of the first of them; 0: there is none */
};

/*
 * Signs or "and" part names, each of two words or more of which an ending says the family's. A
 * column most of whose cells are so holds lawyers or relatives, and is left out.
 */
struct several several_of_table(const struct csv *table);

#endif
