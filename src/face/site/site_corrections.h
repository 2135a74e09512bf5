/*
 * site_corrections: what was corrected on a page and why: wordings that editors took over from
 * readers' reports, figures that a later revision prints otherwise, and what was hidden.
 */
#ifndef GUVOH_FACE_SITE_SITE_CORRECTIONS_H
#define GUVOH_FACE_SITE_SITE_CORRECTIONS_H

#include "face/site/site_page.h"

struct site_correction {
	struct str title;   /* of the page */
	struct str href;    /* of the revision that it made; empty: it is not shown any more */
	struct str at, day; /* the moment, and its day as people read it */
	struct str kind;    /* what was wrong, in words; empty: a change of the text with a note */
	struct str was, reads; /* both empty: the note says it all */
	struct str note;
	int64_t number;   /* of the revision */
	bool open;        /* names and numbers; else it is folded where it stands beside others */
	struct str state; /* "hidden", "taken-down" of a revision that is not shown; else empty */
	struct str address, id; /* for machines: a whole address, and one that stays its own */
};

struct site_corrections {
	enum lang lang;
	const struct site_correction *at; /* the newest first */
	size_t count, said;               /* all; those with words or figures before and after */
	size_t open, folded;              /* of these */
	struct str page, feed, json;      /* paths */
	struct str self, home, updated;   /* of the feed: whole addresses, newest moment */
};

/* Of one page in its language; none of an earlier revision, whose text has nothing of them. Lies on
 * the site's arena. */
MUST_CHECK int site_corrections_of(
    const struct site_page *page, struct site_corrections *out, struct err *e);

#endif
