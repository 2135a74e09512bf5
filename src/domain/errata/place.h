/*
 * place: where the words of a report stand: in the page, and in the Markdown of its revision.
 */
#ifndef GUVOH_DOMAIN_ERRATA_PLACE_H
#define GUVOH_DOMAIN_ERRATA_PLACE_H

#include "domain/errata/errata.h"

struct errata_place {
	struct str prefix, suffix; /* up to ERRATA_CONTEXT characters of the page on each side */
	size_t from, to;   /* bytes of the file, end exclusive; 0, 0: not in its own words */
	struct str figure; /* then: the figure they lie in or beside; may be empty */
};

/* Do the words of the note stand in the page where it says? */
bool errata_place_holds(const struct errata_page *page, const struct errata_note *note);

/* Without blanks of any kind at both ends: what from and to are the place of. */
struct str errata_place_trim(struct str words);

/*
 * Where they stand besides. file: of the revision that the page shows. What
 * is in no figure is looked for in the file by the diff, and taken only where it reads the same
 * there.
 */
void errata_place_find(struct arena *a, const struct errata_page *page,
    const struct errata_note *note, struct str file, struct errata_place *out);

#endif
