/*
 * site_meaning: what an estimate says and what it does not, for readers: a page that
 * panels link to.
 */
#ifndef GUVOH_FACE_SITE_SITE_MEANING_H
#define GUVOH_FACE_SITE_SITE_MEANING_H

#include "face/site/site.h"

/* Its path in a language, on the site's arena. */
struct str site_meaning_path(const struct site *s, enum lang lang);

#endif
