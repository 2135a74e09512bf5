/*
 * site_report: takes readers' reports in over HTTP, for the server of the public pages: how often
 * they may come, whether their words stand in the revision, and what the reader is told.
 * Nobody's address is kept: kit/http/http_bucket.h.
 */
#ifndef GUVOH_FACE_SITE_SITE_REPORT_H
#define GUVOH_FACE_SITE_SITE_REPORT_H

#include "domain/archive/readers.h"
#include "kit/http/http.h"

struct site;
struct site_reports;

#define SITE_REPORT_BYTES 8192 /* of a report */

/* readers outlive it. */
struct site_reports *site_reports_new(struct archive_readers *readers);
void site_reports_free(struct site_reports *r); /* NULL is fine */

/* What was made for a POST or OPTIONS request. */
struct site_taken {
	int status;       /* 201 taken; 204 of OPTIONS; 405 nothing is taken at this path; 409 the
			     words are not there; 422 it is no report; 429 too often; 503 the archive
			     cannot be written now */
	struct str type;  /* empty: no body */
	struct buf *body; /* on the request's arena */
	bool shared;      /* pages of other sites may read it */
};

/*
 * Any thread; one report is taken at a time. s: the request's arena and the address of the site.
 * POST /report takes an annotation and answers {"code"} or {"error"}; POST /LANG/SLUG/report takes
 * a form and answers with a page.
 */
void site_report_take(struct site_reports *r, struct site *s, const struct http_request *request,
    struct site_taken *out);

#endif
