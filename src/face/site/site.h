/*
 * site: the public pages. One set of handlers, two sinks: the server (site_serve.h)
 * and a folder of files (site_publish.h). A page is made from the index alone, by the
 * viewer "public": nothing in it depends on the clock, on chance, on who asks or on
 * which sink it goes to. routes.def has every page.
 */
#ifndef GUVOH_FACE_SITE_SITE_H
#define GUVOH_FACE_SITE_SITE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "domain/vocab/vocab.h"
#include "kit/lang/lang.h"
#include "kit/tpl/tpl.h"

struct db;
struct count_memo;

#define SITE_HTML STR("text/html; charset=utf-8")
#define SITE_SCRIPT STR("text/javascript; charset=utf-8")

/* What a page is made from. */
struct site {
	struct arena *a; /* ends with the page */
	struct db *db;   /* reads only */
	const struct vocab *vocab;
	struct str url; /* "https://example.org", without "/" at its end; empty: nobody said */
	struct count_memo *memo; /* boards that pages share; NULL: each finds its own */
	bool reports;            /* readers can report errors */
	struct str reports_to;   /* then: the server that takes them, "https://example.org"; empty:
				    the one that sends the pages */
};

/* What a handler fills. */
struct site_answer {
	struct str type;     /* SITE_HTML before the handler is called */
	struct buf *body;    /* empty, on the page's arena */
	struct str location; /* set: a redirect to this path, and no body */
};

/* Paths of pages, for the sink that writes them all. */
struct site_paths {
	struct arena *a;
	struct str *at;
	size_t count, capacity;
};

/* path begins with "/" and is of this site; copied. */
void site_paths_add(struct site_paths *paths, struct str path);

/* "/en/rest", and the same in every language. */
void site_paths_add_langs(struct site_paths *paths, const char *rest);

#define SITE_ARGS 4 /* {names} in a pattern */

struct site_route {
	struct str pattern;
	/* args: what stood for each {name}. ERR_NOTFOUND: there is no such page. */
	int (*page)(struct site *s, const struct str *args, struct site_answer *out, struct err *e);
	/* Adds the path of every page; NULL: the pattern is the one path, or served says that only
	 * a server has it. */
	int (*paths)(struct site *s, struct site_paths *out, struct err *e);
	bool served;
};

extern const struct site_route site_routes[];
extern const size_t site_route_count;

/*
 * Makes the page of path, on s->a. ERR_NOTFOUND site.none: no page has it. A path that
 * only lacks its last "/" is a redirect.
 */
MUST_CHECK int site_ask(struct site *s, struct str path, struct site_answer *out, struct err *e);

/* The paths of all pages, in the order of routes.def; of each, none twice. */
MUST_CHECK int site_walk(struct site *s, struct site_paths *out, struct err *e);

/* The language of a {lang} in a pattern, which has one already. */
enum lang site_lang(struct str arg);

/* s->url and path, on s->a: for what must be said in full. */
struct str site_address(const struct site *s, struct str path);

/* Where templates write a page in lang. */
struct tpl site_writer(enum lang lang, struct buf *out);

/* The same page in another language. */
struct site_twin {
	enum lang lang;
	struct str path;
};

/* All of a page but what it says. */
struct site_frame {
	enum lang lang;
	struct str title, description;
	struct str path; /* canonical; empty: none, as of an error */
	const struct site_twin *twins;
	size_t n_twins;
	struct html head; /* more of <head>: meta, JSON-LD */
	struct html body; /* what stands in <main> */
};

/* Key of a language's own name. */
struct str site_lang_key(enum lang lang);

/* Writes the whole page. */
void site_frame_put(struct site *s, const struct site_frame *frame, struct buf *out);

/*
 * The page for a request that failed, in every language, with nothing of the archive in it:
 * s may lack db and vocab. status as HTTP has it.
 */
void site_error_put(struct site *s, int status, struct buf *out);

/* The first page while nothing is published. */
void site_empty_put(struct site *s, struct buf *out);

/* The path of the style sheet, and of the script of a reader's report, with its digest; lives as
 * long as the program. */
struct str site_style_path(void);
struct str site_script_path(enum lang lang);

/* Has the path a digest of what it names? */
bool site_file_named_by_digest(struct str path);

/* Every page and list of paths of routes.def. */
#define ROUTE(pattern, page)                                                                       \
	MUST_CHECK int page(                                                                       \
	    struct site *s, const struct str *args, struct site_answer *out, struct err *e);
#define WALKED(pattern, page, paths)                                                               \
	ROUTE(pattern, page)                                                                       \
	MUST_CHECK int paths(struct site *s, struct site_paths *out, struct err *e);
#define SERVED(pattern, page) ROUTE(pattern, page)
#include "face/site/routes.def"
#undef ROUTE
#undef WALKED
#undef SERVED

#endif
