/*
 * site_page: a publication as the pages of one language see it: which revision stands,
 * where the page lies, in which languages it is there.
 */
#ifndef GUVOH_FACE_SITE_SITE_PAGE_H
#define GUVOH_FACE_SITE_SITE_PAGE_H

#include "domain/publication/publication.h"
#include "face/site/site.h"
#include "face/site/site_case.h"

struct site_page {
	struct site *site;
	struct count_reader reader; /* of the index, on the site's arena */
	struct publication publication;
	struct publication_revisions revisions;
	const struct publication_revision
	    *current; /* of the language; NULL: only the board is there */
	struct site_at at;
	bool old; /* an earlier revision is shown: without what only the newest can say */
	struct site_twin twins[LANG_COUNT]; /* of the page of the publication */
};

/*
 * The publication of a {lang} and a {slug}. ERR_NOTFOUND site.none: there is none, or none of its
 * revisions is shown in any language.
 */
MUST_CHECK int site_page_find(
    struct site *s, struct str lang, struct str slug, struct site_page *out, struct err *e);

/* The twins of a page below it: path is what follows the page's own, such as "claim/c10/". */
const struct site_twin *site_page_twins(const struct site_page *page, struct str below);

/* Every publication that has a page, by slug. */
MUST_CHECK int site_page_list(struct site *s, struct publication_list *out, struct err *e);

/* Calls fn with the page of each publication in each language, by slug. */
MUST_CHECK int site_page_each(struct site *s,
    int (*fn)(const struct site_page *page, void *arg, struct err *e), void *arg, struct err *e);

/* "25 November 2026" of a moment of the archive, on the site's arena. */
struct str site_page_day(const struct site *s, struct str moment, enum lang lang);

#endif
