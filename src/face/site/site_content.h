/*
 * site_content: the text of an article as browsers count it, and where in it something else than
 * the text's own words stands. It is read from the page as it was sent, so that a place in it
 * is the same place for whoever reads: textContent of the article element, character by character.
 */
#ifndef GUVOH_FACE_SITE_SITE_CONTENT_H
#define GUVOH_FACE_SITE_SITE_CONTENT_H

#include "domain/errata/errata.h"
#include "face/site/site.h"

/* A paragraph, a heading or an item of a list that is the text's own. */
struct site_block {
	size_t start, end; /* in characters of the page */
};

struct site_content {
	struct errata_page page;
	const struct site_block *blocks;
	size_t n_blocks;
};

/*
 * Reads the article element of a page of ours. Figures are links to a figure's page, what is
 * folded (details), boards and drawings, and what is told of a record ("act a1", "finding f1").
 * False when there is no article. Lies on a.
 */
bool site_content_read(struct arena *a, struct str page, struct site_content *out);

/*
 * The article of a revision, as its page says it now, on s->a. ERR_NOTFOUND site.none: it has
 * none, or the public may not see it.
 */
MUST_CHECK int site_content_of(struct site *s, struct str lang, struct str slug, int64_t number,
    struct site_content *out, struct err *e);

#endif
