/*
 * site_list: what stands about publications elsewhere than on their own pages: the first
 * page, the feed, the list of addresses, the card of a link.
 */
#ifndef GUVOH_FACE_SITE_SITE_LIST_H
#define GUVOH_FACE_SITE_SITE_LIST_H

#include "face/site/site_page.h"

struct site_item {
	struct str slug, href, title, dek, byline, day;
	struct str address, published, updated; /* for machines */
	int64_t number;
};

/* The publications of one language, newest first. */
struct site_shelf {
	enum lang lang;
	const struct site_item *items;
	size_t n;
	struct str address, feed, updated; /* of the feed: whole addresses, newest moment */
};

struct site_shelves {
	const struct site_shelf *at;
	size_t count;
};

/* Every address of the site. */
struct site_addresses {
	const struct str *at;
	size_t count;
};

#endif
