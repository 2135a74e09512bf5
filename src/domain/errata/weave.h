/*
 * weave: which byte of Markdown each character of a page's words came from.
 * The words are followed through the source, whose marks (emphasis, brackets and address of a
 * link, backslashes) are passed over; a run of blanks is one blank, an entity its character.
 */
#ifndef GUVOH_DOMAIN_ERRATA_WEAVE_H
#define GUVOH_DOMAIN_ERRATA_WEAVE_H

#include "base/arena.h"
#include "base/str.h"

/* A character of the words in the source, in bytes, end exclusive. */
struct errata_weave {
	size_t start, end;
};

/*
 * Follows words through source from byte at on. Returns how many characters they have and sets
 * *out, one row for each, on a; or 0, *out untouched, when the source says anything else.
 */
size_t errata_weave(struct arena *a, struct str words, struct str source, size_t at,
    const struct errata_weave **out);

#endif
