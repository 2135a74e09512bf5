/*
 * wording: what the texts of a column become to be compared: folded words, sounds of names, codes.
 * A whole name is cut into its parts. Where neither an ending nor a patronymic says which of two
 * words is the family's ("Shynar Dosghazy"), the other names of the lists do.
 */
#ifndef GUVOH_ENGINE_LINK_WORDING_H
#define GUVOH_ENGINE_LINK_WORDING_H

#include "engine/link/share.h"
#include "engine/link/table.h"

/* Parts that a whole name has, in this order: given name, family name, patronymic. */
#define WORDING_PARTS 3

struct wording;

/* What the texts of a column say when they are read as whole names. */
struct wording_names {
	uint64_t *firsts, *lasts; /* digests of words, by text; 0: it is one word */
	size_t sure;              /* rows in which an ending says which part is which */
	size_t two;               /* rows of two to five words */
	size_t filled;            /* rows */
};

/* Reads a column as whole names, on a; what they become is remembered for wording_new. */
struct wording_names wording_as_names(
    struct arena *a, struct table *t, size_t column, link_share *share);

/* Was it read so? */
bool wording_has_names(const struct table *t, size_t column);

/* Reads all names of t that were not read yet. Lies on t's arena; wording_free gives back what was
 * read before. */
struct wording *wording_new(struct table *t, link_share *share);
void wording_free(struct wording *w);

/* What each text of the column with that number became, by its number in the column's texts; part
 * is 0 but of whole names. */
const struct str *wording_of(struct wording *w, size_t column, size_t part);

/* Of a whole name: do its own words, or those of others, say which part is which? */
bool wording_is_sure(const struct wording *w, size_t column, uint32_t text);

/* Of a whole name, a family name or a father's: the sex by its ending, as sex_word has it; empty:
 * none is said. */
struct str wording_sex(const struct wording *w, size_t column, uint32_t text);

/* A number or key without the signs that part it, on a; a telephone without what stands before it
 * for calls from elsewhere, of several the first. */
struct str wording_code(struct arena *a, struct str text);

/* Is a column of that kind one part of names? */
bool wording_is_part(enum link_kind kind);

#endif
