/*
 * http: requests, answers, and a server on this machine's own address.
 * Knows no route: a handler is asked for each request and gives a finished page, which
 * may be sent many times and to many readers at once. Whoever should be reached from
 * elsewhere stands behind a proxy that speaks TLS.
 */
#ifndef GUVOH_KIT_HTTP_HTTP_H
#define GUVOH_KIT_HTTP_HTTP_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define HTTP_TARGET_BYTES 2048  /* of a path with its query */
#define HTTP_HEADER_BYTES 32768 /* of a request line and all its headers */

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST, HTTP_OPTIONS };

/* Borrowed for the call of the handler. */
struct http_request {
	enum http_method method;
	struct str path;   /* "/en/june/", percent-decoded: UTF-8 without control characters */
	struct str query;  /* as sent, without "?"; http_form_query reads it */
	struct str type;   /* Content-Type, as sent */
	struct str body;   /* of a POST */
	struct str cookie; /* Cookie, as sent; http_cookie reads it */
	struct str from;   /* X-Forwarded-For, as sent; http_bucket_from reads it */
	struct arena *a;   /* ends with the request */
};

/* How long what was sent may be used again without asking. */
enum http_keep {
	HTTP_KEEP_NEVER, /* nobody keeps it */
	HTTP_KEEP_ASK,   /* kept, but asked for each time (a 304 says: still the same) */
	HTTP_KEEP_EVER,  /* the name has a hash of the content */
};

struct http_answer {
	int status;          /* 200, 303, 404 ... */
	struct str type;     /* Content-Type */
	struct str body;     /* copied */
	struct str policy;   /* Content-Security-Policy; empty: nothing may load, run or frame it */
	struct str location; /* of a redirect */
	struct str cookie;   /* Set-Cookie */
	struct str allow;    /* of a 405; what pages of other sites may send, of an OPTIONS */
	bool shared;         /* pages of other sites may load and read it */
	enum http_keep keep;
};

/* An answer with its headers, its digest as ETag and, once it was asked for, its gzip. */
struct http_page;

/*
 * Every page says nosniff, no-referrer, same-origin for its opener and, unless it is shared, its
 * bytes, and a Content-Security-Policy. The digest is left out of what nobody keeps.
 */
struct http_page *http_page_new(const struct http_answer *answer);

/* One more, or one less, to hold it; the last one frees it. NULL is fine for free. Any thread. */
struct http_page *http_page_hold(struct http_page *page);
void http_page_free(struct http_page *page);

/* What answers. Both are called by any of the server's threads, and give a page that is held for
 * the server. */
struct http_handler {
	void *arg;
	struct http_page *(*answer)(void *arg, const struct http_request *request);
	/* 400, 405, 413, 421: what could not even be asked. */
	struct http_page *(*refuse)(void *arg, int status);
};

struct http_settings {
	int port;          /* on 127.0.0.1; 0: any that is free */
	unsigned threads;  /* 1 or more */
	size_t body_limit; /* bytes of a POST; 0: GET and HEAD only */
	bool preflight;    /* OPTIONS is asked of the handler too */
	bool own_names;    /* only Host: 127.0.0.1, localhost or [::1] is answered (else 421), so
			      that no other site can have a browser talk to us under its name */
};

struct http_server;

/*
 * Takes the port; nobody is answered before http_start. ERR_CONFLICT os.port (the port)
 * when another program has it, ERR_DENIED os.denied.
 */
MUST_CHECK int http_listen(
    const struct http_settings *settings, struct http_server **out, struct err *e);

/* Once. ERR_LIMIT http.start when threads or descriptors are missing. */
MUST_CHECK int http_start(
    struct http_server *server, const struct http_handler *handler, struct err *e);

int http_port(const struct http_server *server);

/* Sends what has begun and ends all threads. NULL is fine. */
void http_stop(struct http_server *server);

/* The value of a cookie in a header, empty when there is none of that name. */
struct str http_cookie(struct str header, struct str name);

#endif
