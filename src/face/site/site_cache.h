/*
 * site_cache: pages that were made, by path, until the archive moves on.
 */
#ifndef GUVOH_FACE_SITE_SITE_CACHE_H
#define GUVOH_FACE_SITE_SITE_CACHE_H

#include "kit/http/http.h"

struct site_cache;

struct site_cache *site_cache_new(void);
void site_cache_free(struct site_cache *c); /* NULL is fine */

/* Any thread. The page of path at this head, held for the caller; NULL: make it. */
struct http_page *site_cache_find(struct site_cache *c, struct str path, int64_t head);

/* Keeps page, which the caller goes on holding. What was made at another head goes. */
void site_cache_keep(struct site_cache *c, struct str path, int64_t head, struct http_page *page);

#endif
