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

/* Reads all names of t; wording_free gives everything back. */
struct wording *wording_new(const struct table *t, link_share *share);
void wording_free(struct wording *w);

/* What each text of the column with that number became, by its number in the column's texts; part
 * is 0 but of whole names. */
const struct str *wording_of(struct wording *w, size_t column, size_t part);

/* Of a whole name: do its own words, or those of others, say which part is which? */
bool wording_is_sure(const struct wording *w, size_t column, uint32_t text);

/* Is a column of that kind one part of names? */
bool wording_is_part(enum link_kind kind);

/* Letters and digits of words parted by one blank; every other sign is a blank. */
struct str wording_plain(struct arena *a, struct str text);

#endif
