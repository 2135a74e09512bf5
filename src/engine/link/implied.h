/*
 * implied: what a text says of somebody besides what its column is for: a number the day of birth
 * and the sex, a name the sex. It is used where a row says nothing else, in the field that its
 * lists agree on with it, so that a day of detention is never taken for one of birth.
 */
#ifndef GUVOH_ENGINE_LINK_IMPLIED_H
#define GUVOH_ENGINE_LINK_IMPLIED_H

#include "engine/link/wording.h"

/* What one column says of that kind, LINK_DATE or LINK_SEX. */
struct implied {
	const struct table_column *by;
	enum link_kind kind;
	const struct str *says; /* by text of the column, plain; empty: nothing */
	size_t filled;          /* rows of which it says something */
};

/* Of a column of identifiers, on a. */
struct implied implied_of(struct arena *a, const struct table_column *by, enum link_kind kind);

/* The sex by how names of a column of names, family names or fathers' names end, on a; filled is 0
 * where few end so, or where the column may hold the names of somebody else. */
struct implied implied_by_names(
    struct arena *a, const struct table *t, const struct wording *w, size_t column);

/*
 * How well it goes with a field of its kind, whose plain texts and rows are given: rows that say
 * the same year or the same sex; 0 when most rows with both say otherwise. A field that has no row
 * with both has 1 where it could be the same for all one sees.
 */
size_t implied_fits(
    const struct implied *i, const struct intern *texts, const uint32_t *of_row, size_t rows);

/* Fills the rows of a field in that say nothing. */
void implied_fill(const struct implied *i, struct intern *texts, uint32_t *of_row, size_t rows);

#endif
