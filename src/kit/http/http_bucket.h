/*
 * http_bucket: how often somebody may do something: token buckets by key (of a page, of where
 * a request comes from). A key is kept as a digest under a random key that is made anew
 * each day and lies in memory only: nobody can tell afterwards who it was. However many keys
 * come, the room they take stays the same: where it is short, the bucket that is fullest gives way.
 */
#ifndef GUVOH_KIT_HTTP_HTTP_BUCKET_H
#define GUVOH_KIT_HTTP_HTTP_BUCKET_H

#include "base/arena.h"
#include "base/str.h"

struct http_buckets;

/* A bucket holds `most` tokens, 1 or more, and gets one each `seconds`, 1 or more. */
struct http_buckets *http_buckets_new(unsigned most, unsigned seconds);
void http_buckets_free(struct http_buckets *b); /* NULL is fine; wipes */

/* One thread at a time. now: as clock_seconds. False: the bucket of key is empty. */
bool http_bucket_take(struct http_buckets *b, struct str key, int64_t now);

/*
 * Where a request comes from, as the proxy before this server says at the end of its
 * X-Forwarded-For: the first three numbers of an IPv4 address, the first 48 bits of
 * an IPv6 one, in hexadecimal on a. Empty when it says nothing, or nothing of the kind.
 */
struct str http_bucket_from(struct arena *a, struct str forwarded);

#endif
