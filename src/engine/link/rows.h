/*
 * rows: which rows are one person, once it is known which units are. Rows that say the same are one
 * unit; those of them that say too little are people of their own, unless other rows hold them
 * together.
 */
#ifndef GUVOH_ENGINE_LINK_ROWS_H
#define GUVOH_ENGINE_LINK_ROWS_H

#include "engine/link/gather.h"
#include "engine/link/model.h"

/*
 * What is known of rows that say the same, on a. Of pairs of rows that clusters hold it is known
 * that they are one person, and of rows that say the same it is estimated by EM (Dempster and
 * others 1977), each counting by its own chance: where lists are copies of each other nearly all
 * are one person, and where a name is all that is said no more than chance has it.
 */
const struct rows_same *rows_look(
    struct arena *a, const struct link_model *m, const struct gathered *g);

struct rows_tally {
	size_t clusters, largest; /* rows in the largest */
};

/*
 * Clusters of rows from those of units, numbered from 0 by their first row, into cluster. Rows of a
 * unit that no other unit holds together are one person where their odds exceed the cut; of a draw,
 * seed not 0, by the chance that they are.
 */
struct rows_tally rows_number(const struct link_model *m, const struct gathered *g,
    const struct gather_way *way, uint32_t *cluster);

/* The first two rows of each unit of which it is decided by a small margin whether they are one;
 * room for one of each unit with two rows or more. How many there are. */
size_t rows_doubts(const struct link_model *m, const struct gathered *g, struct link_doubt *out);

#endif
