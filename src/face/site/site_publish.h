/*
 * site_publish: every page as a file, in a folder that any web server can serve. The
 * same archive gives the same bytes. Written beside the folder and put in its place at
 * once: a reader meets the old site or the new one, and what is no longer published is gone.
 */
#ifndef GUVOH_FACE_SITE_SITE_PUBLISH_H
#define GUVOH_FACE_SITE_SITE_PUBLISH_H

#include "face/site/site.h"

struct site_published {
	size_t pages;
	uint64_t bytes;
};

/*
 * Writes all pages into the folder out, which does not exist yet, is empty, or is one that
 * this function made. s->a need not hold the pages.
 *
 * Returns 0 and fills *done; or -1, and out is as it was: ERR_CONFLICT site.out.foreign
 * when something else is there, what a page says, or what file.h says.
 */
MUST_CHECK int site_publish(
    struct site *s, struct str out, struct site_published *done, struct err *e);

#endif
