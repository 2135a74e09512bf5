/*
 * site_article: the page of a publication, and of each of its revisions, as plain structs.
 */
#ifndef GUVOH_FACE_SITE_SITE_ARTICLE_H
#define GUVOH_FACE_SITE_SITE_ARTICLE_H

#include "face/site/site_cite.h"
#include "face/site/site_corrections.h"
#include "face/site/site_text.h"

/* A revision among the others of its language. */
struct site_edition {
	int64_t number;
	struct str day, note, href;
};

/* A correction as schema.org has it (CorrectionComment). */
struct site_remark {
	struct str at, text;
};

struct site_article {
	const struct site_page *page;
	struct str dateline; /* "Almaty and Nur-Sultan, 9–10 June 2019"; may be empty */
	struct str title, byline, day;
	int64_t number;
	struct str credits, pictures, donor, disclaimer; /* may be empty */
	const struct site_text *text;
	struct html board, map; /* where the text has none of its own; may be empty */
	struct site_cite cite;
	const struct site_edition *editions; /* newest first */
	size_t n_editions;
	struct site_corrections corrected;
	const struct site_remark *remarks; /* the same for machines */
	size_t n_remarks;
	struct str newest;   /* of an old revision: address of the newest */
	bool stale;          /* the archive has moved since */
	struct str revision; /* path of its own page */
	struct str report;   /* address of the form of a reader's report; empty: none are taken */
	/* For machines: moments, whole addresses. */
	struct str address, corrections, published, modified, description, feed, oembed;
};

#endif
