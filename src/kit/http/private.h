/*
 * private: what the files of this room share.
 */
#ifndef GUVOH_KIT_HTTP_PRIVATE_H
#define GUVOH_KIT_HTTP_PRIVATE_H

#include "kit/http/http.h"

struct MHD_Connection;

/* Sends page as the request's headers ask: 304, gzip, or as it is. False when it cannot be. */
bool http_page_send(struct http_page *page, struct MHD_Connection *to);

/*
 * The connections of a server, so that a few that send or read a byte now and then cannot
 * take all places. Any thread.
 */
struct http_slow;
struct http_slow_one; /* one connection */

/* many: connections from which on those are cut that have been at one request for seconds. */
struct http_slow *http_slow_new(size_t many, int seconds);
void http_slow_free(struct http_slow *s);

/* A connection begins; cuts slow ones where there are many. */
struct http_slow_one *http_slow_begin(struct http_slow *s, int fd);

/* It has its answer: the next request has all the time again. */
void http_slow_answered(struct http_slow *s, struct http_slow_one *one);

void http_slow_end(struct http_slow *s, struct http_slow_one *one);

#endif
