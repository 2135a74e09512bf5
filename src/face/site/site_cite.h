/*
 * site_cite: how a page or a figure is cited: as a sentence, as BibTeX, as RIS. The
 * address is a whole one where the site has one.
 */
#ifndef GUVOH_FACE_SITE_SITE_CITE_H
#define GUVOH_FACE_SITE_SITE_CITE_H

#include "face/site/site_page.h"

struct site_cite {
	struct str plain; /* without the address */
	struct str address;
	struct str bibtex, ris;
};

/*
 * Of what stands at path: title is that of the page or of the figure; revision is the one that
 * the publication has in this language, or NULL where it has only the board.
 */
struct site_cite site_cite_of(const struct site_page *page,
    const struct publication_revision *revision, struct str title, struct str path);

#endif
