/*
 * desk_page: what a page of the desk is made from, and what it fills.
 */
#ifndef GUVOH_FACE_DESK_DESK_PAGE_H
#define GUVOH_FACE_DESK_DESK_PAGE_H

#include "base/buf.h"
#include "domain/vocab/vocab.h"
#include "face/desk/desk.h"
#include "kit/tpl/tpl.h"

struct count_memo;
struct db;
struct desk_renew;

/* One request. */
struct desk_ask {
	struct arena *a; /* ends with the page */
	const struct http_request *request;
	struct desk_sessions *sessions;
	enum lang lang;
	struct str token; /* of the session, empty without one */
	int64_t entries;  /* of the log */
	struct str by;    /* who decides, in entries */
	struct str site;  /* address of the public pages, without "/" at its end */
	struct archive_readers *readers;
	struct desk_renew *renew;
	/* where the row says that it reads the archive */
	struct db *db;
	const struct vocab *vocab;
	struct count_memo *memo;
};

struct desk_answer {
	int status;          /* 200 before the handler is called */
	struct str title;    /* of the page; empty: body is a whole file of type */
	struct str type;     /* text/html before */
	struct buf *body;    /* empty, on the page's arena */
	struct str location; /* set: go there */
	struct str cookie;   /* set: Set-Cookie */
	bool script;         /* the page has keys */
};

enum desk_need {
	DESK_OPEN,    /* anybody on this machine */
	DESK_SESSION, /* somebody who came in */
	DESK_ARCHIVE, /* and a connection to the index */
};

struct desk_route {
	enum http_method method; /* GET answers HEAD too */
	struct str path;
	enum desk_need need;
	int (*page)(struct desk_ask *ask, struct desk_answer *out, struct err *e);
};

extern const struct desk_route desk_routes[];
extern const size_t desk_route_count;

struct tpl desk_writer(const struct desk_ask *ask, struct buf *out);

/* Has ask read from the index until archive_reader_give; for a row that is no ARCHIVE. */
MUST_CHECK int desk_lend(struct desk_ask *ask, struct archive_reader **out, struct err *e);

/* A sentence of locale/, on the page's arena. */
struct str desk_text(const struct desk_ask *ask, struct str key);

/* Why what was asked for was not done, in words, with its status for the answer; empty where
 * problem is NULL. */
struct str desk_problem(
    const struct desk_ask *ask, const struct err *problem, struct desk_answer *out);

/* Every page of routes.def. */
#define ROUTE(method, path, need, page)                                                            \
	MUST_CHECK int page(struct desk_ask *ask, struct desk_answer *out, struct err *e);
#include "face/desk/routes.def"
#undef ROUTE

#endif
